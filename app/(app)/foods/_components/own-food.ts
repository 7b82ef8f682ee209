import { typedNumber } from "@/app/_profile/draft";
import type { FoodLabel } from "@/lib/foods/schemas";
import { isMineral, MINERALS, NUTRIENT_IDS, type NutrientId } from "@/lib/nutrition";
import { type LabelDraft, toFoodLabel } from "./label-draft";

/** The nutrients of a label's form: the minerals first, then energy and related nutrients. */
export const LABEL_NUTRIENTS: readonly NutrientId[] = [
  ...MINERALS,
  ...NUTRIENT_IDS.filter((id) => !isMineral(id)),
];

/** A food as typed in; a number that cannot be read is NaN, which the action refuses. */
export type TypedFood = {
  readonly food: {
    readonly name: string;
    readonly barcode: string | null;
    readonly label: FoodLabel;
    readonly estimateFood: string | null;
    readonly portions: { readonly label: string; readonly grams: number }[];
  };
  /** The row each portion was typed in; null for the serving. */
  readonly rows: readonly (string | null)[];
};

const getText = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === "string" ? value.trim() : "";
};

/**
 * Reads the form of an own food; the serving of a label becomes the first portion.
 * @param rows the keys of the portions' rows, in their order; a row with nothing in it is left out.
 */
export const readFoodForm = (data: FormData, draft: LabelDraft, rows: readonly string[]): TypedFood => {
  const label = toFoodLabel(draft);
  const portions = rows.flatMap<{ row: string | null; label: string; grams: number }>((row) => {
    const called = getText(data, `${row}.label`);
    const typed = getText(data, `${row}.grams`);
    return called === "" && typed === "" ? [] : [{ row, label: called, grams: typedNumber(typed) }];
  });
  const serving = label.basis.per === "serving" ? label.basis.grams : Number.NaN;
  const household = draft.household.trim();
  if (serving > 0 && (household !== "" || !portions.some(({ grams }) => grams === serving))) {
    portions.unshift({ row: null, label: household || "1 serving", grams: serving });
  }
  return {
    food: {
      name: getText(data, "name"),
      barcode: getText(data, "barcode") || null,
      label,
      estimateFood: getText(data, "estimateFood") || null,
      portions: portions.map(({ row: _, ...portion }) => portion),
    },
    rows: portions.map(({ row }) => row),
  };
};
