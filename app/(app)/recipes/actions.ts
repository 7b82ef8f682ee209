"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { deleteRecipe } from "@/lib/foods";
import { recipeId } from "@/lib/foods/schemas";
import { action } from "@/lib/http";

/** Recipes appear in every search. */
const changed = (): void => revalidatePath("/", "layout");

/** Deletes a recipe; logged entries stay. */
export const removeRecipe = action(z.strictObject({ id: recipeId }), async (viewer, { id }) => {
  await deleteRecipe(viewer, viewer.userId, id);
  changed();
});
