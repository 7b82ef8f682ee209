import { AppError, type FieldErrors } from "../errors";
import { MAX_FOOD_GRAMS, type Portion } from "../nutrition";
import type { AmountInput } from "./schemas";

/** A weight in grams, and the portion it was given in; null where the weight was typed. */
export type Weight = {
  readonly grams: number;
  readonly portion: { readonly id: string; readonly label: string; readonly count: number } | null;
};

type Weighable = { readonly portions: readonly Portion[] };

/** What an amount weighs, or what is wrong with it by the path of its field. */
export const weighOr = (food: Weighable, amount: AmountInput, path: string): Weight | FieldErrors => {
  if ("grams" in amount) return { grams: amount.grams, portion: null };
  const portion = food.portions.find(({ id }) => id === amount.portion);
  if (!portion) return { [`${path}.portion`]: "is not a portion of this food" };
  const grams = portion.grams * amount.count;
  if (grams > MAX_FOOD_GRAMS) return { [`${path}.count`]: `makes more than ${MAX_FOOD_GRAMS} g` };
  return { grams, portion: { id: portion.id, label: portion.label, count: amount.count } };
};

/** What an amount weighs. @throws AppError invalid for an unknown portion or more than 10 kg. */
export const weigh = (food: Weighable, amount: AmountInput): Weight => {
  const weight = weighOr(food, amount, "amount");
  if (isWeight(weight)) return weight;
  throw new AppError("invalid", "The amount does not fit the food.", { fields: weight });
};

export const isWeight = (value: Weight | FieldErrors): value is Weight => typeof value.grams === "number";
