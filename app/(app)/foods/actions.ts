"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { deleteFood, findSimilarFoods, lookUpBarcode } from "@/lib/foods";
import { barcodeField, foodId, similarQuery } from "@/lib/foods/schemas";
import { action, readAction } from "@/lib/http";

/** Own foods appear in every search. */
const changed = (): void => revalidatePath("/", "layout");

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
