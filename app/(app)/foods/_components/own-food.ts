import { typedNumber } from "@/app/_profile/draft";
import { NUTRIENT_IDS, type NutrientId } from "@/lib/nutrition";

/** What of a label is asked for, the minerals first; energy and what matters beside them after. */
export const LABEL_NUTRIENTS: readonly NutrientId[] = NUTRIENT_IDS;

/** A food as typed in: what the action takes, or what cannot be read, by field. */
export type TypedFood =
  | { readonly ok: false; readonly fields: Record<string, string> }
  | {
      readonly ok: true;
      readonly food: {
        readonly name: string;
        readonly per100g: { readonly [N in NutrientId]?: number };
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
 * Reads the form of an own food. A blank amount is left out, so it stays unknown. Amounts of a serving are
 * converted to 100 g, and the serving becomes the first portion.
 * @param rows the keys of the portions' rows, in their order; a row with nothing in it is left out.
 */
export const readFoodForm = (data: FormData, rows: readonly string[]): TypedFood => {
  const fields: Record<string, string> = {};
  const numberAt = (name: string): number => {
    const value = typedNumber(textOf(data, name));
    if (Number.isNaN(value)) fields[name] = "must be a number";
    return value;
  };
  const perServing = data.get("basis") === "serving";
  const serving = perServing ? numberAt("serving") : 100;
  if (!(serving > 0 && serving <= 10_000)) fields.serving ??= "must be above 0 g and at most 10,000 g";
  const per100g: { [N in NutrientId]?: number } = {};
  for (const nutrient of LABEL_NUTRIENTS) {
    const name = `per100g.${nutrient}`;
    if (textOf(data, name) !== "") per100g[nutrient] = (numberAt(name) * 100) / serving;
  }
  const portions = rows.flatMap<{ row: string | null; label: string; grams: number }>((row) => {
    const label = textOf(data, `${row}.label`);
    if (label === "" && textOf(data, `${row}.grams`) === "") return [];
    return [{ row, label, grams: numberAt(`${row}.grams`) }];
  });
  if (perServing && !portions.some(({ grams }) => grams === serving)) {
    portions.unshift({ row: null, label: "1 serving", grams: serving });
  }
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  return {
    ok: true,
    food: {
      name: textOf(data, "name"),
      per100g,
      portions: portions.map(({ row: _, ...portion }) => portion),
    },
    rows: portions.map(({ row }) => row),
  };
};
