import { typedNumber } from "@/app/_profile/draft";
import type { FoodLabel } from "@/lib/foods/schemas";
import { isMineral, MINERALS, NUTRIENT_IDS, type NutrientId } from "@/lib/nutrition";
import { type LabelDraft, labelOf } from "./label-draft";

/** What of a label is asked for: the minerals first, then energy and what matters beside them. */
export const LABEL_NUTRIENTS: readonly NutrientId[] = [
  ...MINERALS,
  ...NUTRIENT_IDS.filter((id) => !isMineral(id)),
];

/** A food as typed in: what the action takes, or what cannot be read, by field. */
export type TypedFood =
  | { readonly ok: false; readonly fields: Record<string, string> }
  | {
      readonly ok: true;
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

const textOf = (data: FormData, name: string): string => {
  const value = data.get(name);
  return typeof value === "string" ? value.trim() : "";
};

/**
 * Reads the form of an own food; the serving of a label becomes the first portion.
 * @param rows the keys of the portions' rows, in their order; a row with nothing in it is left out.
 */
export const readFoodForm = (data: FormData, draft: LabelDraft, rows: readonly string[]): TypedFood => {
  const read = labelOf(draft);
  const fields: Record<string, string> = read.ok ? {} : { ...read.fields };
  const portions = rows.flatMap<{ row: string | null; label: string; grams: number }>((row) => {
    const label = textOf(data, `${row}.label`);
    const typed = textOf(data, `${row}.grams`);
    if (label === "" && typed === "") return [];
    const grams = typedNumber(typed);
    if (Number.isNaN(grams)) fields[`${row}.grams`] = "must be a number";
    return [{ row, label, grams }];
  });
  if (!read.ok || Object.keys(fields).length > 0) return { ok: false, fields };
  const { grams: serving } = read;
  if (draft.per === "serving" && serving !== null && !portions.some(({ grams }) => grams === serving)) {
    portions.unshift({ row: null, label: "1 serving", grams: serving });
  }
  return {
    ok: true,
    food: {
      name: textOf(data, "name"),
      barcode: textOf(data, "barcode") || null,
      label: read.label,
      estimateFood: textOf(data, "estimateFood") || null,
      portions: portions.map(({ row: _, ...portion }) => portion),
    },
    rows: portions.map(({ row }) => row),
  };
};
