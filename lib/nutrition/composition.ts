import { NUTRIENT_IDS, type NutrientId } from "./nutrients";

/**
 * Nutrients of a food (per 100 g) or of a portion, each in its unit of {@link NUTRIENTS}. `null` is unknown; 0 is a
 * measured or certain zero. Neither may be substituted for the other.
 */
export type Composition = { readonly [N in NutrientId]: number | null };

/** A household measure of a food. `grams` is the weight of one of it, above 0. */
export type Portion = { readonly id: string; readonly label: string; readonly grams: number };

/**
 * The heaviest amount of one food that is accepted, in grams: as an entry of the diary, an ingredient, a serving of a
 * recipe or the basis of a label. Far above any meal; it catches a slipped decimal point.
 */
export const MAX_FOOD_GRAMS = 10_000;

/** The most portions of one food that are accepted at once, in an entry or an ingredient. */
export const MAX_PORTIONS = 1000;

/** A composition with every nutrient unknown, or the given ones known. */
export const composition = (
  known: { readonly [N in NutrientId]?: number | null | undefined } = {},
): Composition => Object.fromEntries(NUTRIENT_IDS.map((id) => [id, known[id] ?? null])) as Composition;

/**
 * The amounts in `grams` of a food whose composition is given per 100 g. Unknown stays unknown.
 * @param grams finite and at or above 0.
 * @throws RangeError for any other weight.
 */
export const forGrams = (per100g: Composition, grams: number): Composition => {
  if (!(Number.isFinite(grams) && grams >= 0)) throw new RangeError(`Grams must be 0 or more, got ${grams}`);
  return Object.fromEntries(
    NUTRIENT_IDS.map((id) => {
      const value = per100g[id];
      return [id, value === null ? null : (value * grams) / 100];
    }),
  ) as Composition;
};
