import { notFound } from "next/navigation";
import { orNotFound } from "@/app/(app)/_features/food";
import type { Viewer } from "@/lib/access";
import { getRecipe } from "@/lib/foods";
import { type RecipeView, recipeId } from "@/lib/foods/schemas";

/** The recipe of a page's address, or the page that says there is nothing here. */
export const findRecipe = async (viewer: Viewer, segment: string): Promise<RecipeView> => {
  const id = recipeId.safeParse(segment);
  return id.success ? orNotFound(getRecipe(viewer, viewer.userId, id.data)) : notFound();
};
