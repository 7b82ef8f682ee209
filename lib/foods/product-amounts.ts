import type { LabelAmount, NutrientId } from "../nutrition";

/*
 * Numbers of Open Food Facts. Its own unit is the gram (kcal and kJ for energy), whatever a `_unit` field beside says;
 * a missing key, null or an empty text is unknown; numbers may be texts.
 */

/** What Open Food Facts calls a nutrient; null for what it does not have. */
export const PRODUCT_KEYS: { readonly [N in NutrientId]: string | null } = {
  magnesium: "magnesium",
  zinc: "zinc",
  calcium: "calcium",
  iron: "iron",
  selenium: "selenium",
  potassium: "potassium",
  vitaminD: "vitamin-d",
  vitaminC: "vitamin-c",
  phytate: null,
  fibre: "fiber",
  energy: "energy-kcal",
  protein: "proteins",
  sodium: "sodium",
  phosphorus: "phosphorus",
  copper: "copper",
  vitaminB12: "vitamin-b12",
  // Stated in µg of folate or folic acid. Read as DFE it is never too high: 1 µg of folic acid in food is 1.7 µg DFE.
  folate: "vitamin-b9",
  vitaminA: "vitamin-a",
  retinol: null,
  vitaminK: "vitamin-k",
  manganese: "manganese",
};

/** No field of a product holds more, in any unit; beyond it a conversion could leave the finite numbers. */
const MOST = 1e15;

/** A number or the text of one; null for anything else, including NaN, infinity and what no product can hold. */
export const numberIn = (value: unknown): number | null => {
  const isText = typeof value === "string" && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(value.trim());
  const number = isText ? Number(value) : value;
  return typeof number === "number" && Math.abs(number) <= MOST ? number : null;
};

/** Multiplies without the tail that binary fractions leave: 0.000012 × 1,000,000 is 12. */
export const times = (value: number, factor: number): number => Number((value * factor).toPrecision(12));

const GRAMS_IN: { readonly [unit: string]: number } = { g: 1, mg: 1e-3, µg: 1e-6, mcg: 1e-6, ug: 1e-6 };

/** An amount in a unit as grams; null for a unit that is no weight. */
export const inGrams = (value: number, unit: string): number | null => {
  const factor = GRAMS_IN[unit.trim().toLowerCase().replace("\u03bc", "µ")];
  return factor === undefined ? null : times(value, factor);
};

/** What a contributor's `modifier` makes of a value. */
export type Modified = { readonly amount: LabelAmount | null; readonly remark: string | null };

/** Reads the sign before a value: "<" is a bound from above; ">" one from below, which no label field holds. */
export const modified = (value: number, modifier: unknown): Modified => {
  const amount: LabelAmount = { value, as: "amount" };
  if (modifier === "<" || modifier === "<=") return { amount: { ...amount, lessThan: true }, remark: null };
  if (modifier === ">" || modifier === ">=")
    return { amount: null, remark: "is given as “more than”, so how much it is stays unknown." };
  if (modifier === "~" || modifier === "≈") return { amount, remark: "is given as “about”." };
  return { amount, remark: null };
};
