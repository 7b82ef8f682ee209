import "server-only";
import type { Viewer } from "@/lib/access";
import { repeatable } from "@/lib/diary";
import type { FoodEntry, RepeatView } from "@/lib/diary/schemas";
import { listName } from "@/lib/foods";
import type { LocalDate } from "@/lib/nutrition";

const short = (entry: FoodEntry): FoodEntry => ({ ...entry, name: listName(entry.food, entry.name) });
const inShort = <T extends { readonly entries: FoodEntry[] }>(meal: T): T => ({
  ...meal,
  entries: meal.entries.map(short),
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
