import "server-only";
import type { Viewer } from "@/lib/access";
import { repeatable } from "@/lib/diary";
import type { RepeatView } from "@/lib/diary/schemas";
import { listName } from "@/lib/foods";
import type { TodayPage } from "@/lib/insights/schemas";
import type { LocalDate } from "@/lib/nutrition";

/*
 * Foods have short names in lists. They are put in on the server, so that no page loads the food table's code for it.
 */

type Named = { readonly food: string; readonly name: string };

const short = <T extends Named>(item: T): T => ({ ...item, name: listName(item.food, item.name) });

const inShort = <E extends Named, T extends { readonly entries: E[] }>(meal: T): T => ({
  ...meal,
  entries: meal.entries.map(short),
});

/** A day with the short names of lists. */
export const withShortNames = (page: TodayPage): TodayPage => ({
  ...page,
  meals: page.meals.map(inShort),
  plans: page.plans.map(short),
  suggestions: { ...page.suggestions, items: page.suggestions.items.map(short) },
  gaps: page.gaps.map((gap) => ({ ...gap, suggestions: gap.suggestions.map(short) })),
});

/** What can be logged again on a day, with the short names of lists. */
export const readRepeat = async (viewer: Viewer, ownerId: string, date: LocalDate): Promise<RepeatView> => {
  const repeat = await repeatable(viewer, ownerId, date);
  return {
    ...repeat,
    usual: repeat.usual.map(inShort),
    yesterday: repeat.yesterday.map(short),
    past: repeat.past.map(inShort),
  };
};
