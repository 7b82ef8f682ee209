import { listName } from "@/lib/foods";
import type { TodayPage } from "@/lib/insights/schemas";

/** The day with short names. On the server, so that pages need not load the food table's code for it. */
export const withShortNames = (page: TodayPage): TodayPage => {
  const short = <T extends { readonly food: string; readonly name: string }>(item: T): T => ({
    ...item,
    name: listName(item.food, item.name),
  });
  return {
    ...page,
    meals: page.meals.map((meal) => ({ ...meal, entries: meal.entries.map(short) })),
    plans: page.plans.map(short),
    suggestions: { ...page.suggestions, items: page.suggestions.items.map(short) },
    gaps: page.gaps.map((gap) => ({ ...gap, suggestions: gap.suggestions.map(short) })),
  };
};
