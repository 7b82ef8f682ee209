import "server-only";
import type { Viewer } from "@/lib/access";
import { getEntry } from "@/lib/diary";
import { entryId, type FoodEntry } from "@/lib/diary/schemas";
import { isAppError } from "@/lib/errors";

/** The entry that a page's address names and a recipe may replace; null where there is none, or the recipe is in it already. */
export const replaceableEntry = async (
  viewer: Viewer,
  named: string | string[] | undefined,
  recipe: string,
): Promise<FoodEntry | null> => {
  const id = entryId.safeParse(named);
  if (!id.success) return null;
  try {
    const entry = await getEntry(viewer, viewer.userId, id.data);
    return entry.kind === "food" && entry.food !== recipe ? (entry as FoodEntry) : null;
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  }
};
