"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { createFood, deleteFood, replaceFood } from "@/lib/foods";
import { foodId, ownFoodInput } from "@/lib/foods/schemas";
import { action } from "@/lib/http";

/** Own foods appear in every search. */
const changed = (): void => revalidatePath("/", "layout");

/** Makes a food of one's own. @returns its id. */
export const makeFood = action(ownFoodInput, async (viewer, input) => {
  const { id } = await createFood(viewer, viewer.userId, input);
  changed();
  return { id };
});

/** Replaces a food of one's own; what was logged of it stays as it was. */
export const changeFood = action(ownFoodInput.extend({ id: foodId }), async (viewer, { id, ...input }) => {
  await replaceFood(viewer, viewer.userId, id, input);
  changed();
  return { id };
});

/** Deletes a food of one's own; what was logged of it stays. */
export const removeFood = action(z.strictObject({ id: foodId }), async (viewer, { id }) => {
  await deleteFood(viewer, viewer.userId, id);
  changed();
});
