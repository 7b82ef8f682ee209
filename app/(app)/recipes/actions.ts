"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { deleteRecipe, putRecipe } from "@/lib/foods";
import { recipeId, recipeInput } from "@/lib/foods/schemas";
import { action } from "@/lib/http";

/** Recipes appear in every search. */
const changed = (): void => revalidatePath("/", "layout");

/** Creates or replaces a recipe. Sending it again changes nothing; what was logged of it stays as it was. */
export const saveRecipe = action(recipeInput.extend({ id: recipeId }), async (viewer, { id, ...input }) => {
  const { recipe } = await putRecipe(viewer, viewer.userId, input, id);
  changed();
  return { id: recipe.id, name: recipe.name };
});

/** Deletes a recipe; logged entries stay. */
export const removeRecipe = action(z.strictObject({ id: recipeId }), async (viewer, { id }) => {
  await deleteRecipe(viewer, viewer.userId, id);
  changed();
});
