"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { createFood, deleteFood, findSimilarFoods, lookUpBarcode, putFood } from "@/lib/foods";
import { barcodeField, foodId, ownFoodInput, similarQuery } from "@/lib/foods/schemas";
import { action, readAction } from "@/lib/http";

/** Own foods appear in every search. */
const changed = (): void => revalidatePath("/", "layout");

/** Creates an own food. @returns its id. */
export const makeFood = action(ownFoodInput, async (viewer, input) => {
  const { id } = await createFood(viewer, viewer.userId, input);
  changed();
  return { id };
});

/** Replaces an own food; logged entries keep their amounts. */
export const changeFood = action(
  ownFoodInput.safeExtend({ id: foodId }),
  async (viewer, { id, ...input }) => {
    await putFood(viewer, viewer.userId, id, input);
    changed();
    return { id };
  },
);

/** Deletes an own food; logged entries stay. */
export const removeFood = action(z.strictObject({ id: foodId }), async (viewer, { id }) => {
  await deleteFood(viewer, viewer.userId, id);
  changed();
});

/** The food behind a barcode, in short. @throws AppError not_found, rate_limited, unavailable. */
export const readBarcode = readAction(z.strictObject({ code: barcodeField }), async (viewer, { code }) => {
  const found = await lookUpBarcode(viewer, viewer.userId, code);
  if (found.kind === "own") return { kind: "own" as const, id: found.food.id, name: found.food.name };
  const { name, brand } = found.product;
  return { kind: "product" as const, name, brand };
});

/** Foods of the table like one that is being typed in. */
export const seekSimilar = readAction(similarQuery, async (viewer, typed) =>
  findSimilarFoods(viewer, viewer.userId, typed),
);
