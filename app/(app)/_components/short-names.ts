import { shortName } from "@/lib/catalogue";
import { isTheirs } from "@/lib/foods/plain";
import type { TodayPage } from "@/lib/insights/schemas";

/** A food's name for a list: short for foods of the reference table, as it was typed for one's own and for recipes. */
export const listName = (food: string, name: string): string => (isTheirs(food) ? name : shortName(name));

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
