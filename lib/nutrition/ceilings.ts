import table from "@/data/reference/amount-ceilings.json";
import { NUTRIENTS, type NutrientId } from "./nutrients";

const ceilings = new Map(table.ceilings.map(({ nutrient, ceiling }) => [nutrient, ceiling]));

/**
 * More of a nutrient than any food holds in 100 g, in its unit: a larger amount was typed in another unit or refers to
 * another weight. From data/reference/amount-ceilings.json.
 * @throws Error for a nutrient without a row.
 */
export const mostPer100g = (id: NutrientId): number => {
  const most = ceilings.get(id);
  if (most === undefined) throw new Error(`amount-ceilings.json: no row for ${id}`);
  return most;
};

const KILOJOULES_IN_KCAL = 4.184;
/** 1 IU in µg: vitamin D, and vitamin A as retinol. */
const MICROGRAMS_IN_IU: { readonly [N in NutrientId]?: number } = {
  vitaminD: 0.025,
  vitaminA: 0.3,
  retinol: 0.3,
};

/**
 * The unit in which an amount above the ceiling would be possible: µg for mg, mg for g, IU for µg, kJ for kcal.
 * @param value per 100 g, taken as in the nutrient's own unit
 * @returns null where none of these fits
 */
export const likelyUnit = (id: NutrientId, value: number): "µg" | "mg" | "IU" | "kJ" | null => {
  const most = mostPer100g(id);
  const { unit } = NUTRIENTS[id];
  if (unit === "kcal") return value / KILOJOULES_IN_KCAL <= most ? "kJ" : null;
  if (unit === "µg") return value * (MICROGRAMS_IN_IU[id] ?? Number.NaN) <= most ? "IU" : null;
  return value / 1000 <= most ? (unit === "mg" ? "µg" : "mg") : null;
};
