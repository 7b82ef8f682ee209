import { formatReference } from "../format";
import { likelyUnit, mostPer100g, NUTRIENTS, type NutrientId } from "../nutrition";

const inOwnUnit = (id: NutrientId, value: number): string =>
  `${formatReference(value)} ${NUTRIENTS[id].unit}`;

/**
 * Says that 100 g cannot hold so much, and what was probably meant; null where they can.
 * @param per100g in the nutrient's own unit
 * @param asTyped the figure before it was converted from a serving or 100 ml to 100 g; left out where it was not
 */
export const ceilingProblem = (id: NutrientId, per100g: number, asTyped?: number): string | null => {
  const most = mostPer100g(id);
  if (!(per100g > most)) return null;
  const unit = likelyUnit(id, per100g);
  const guess =
    asTyped !== undefined && asTyped <= most
      ? ": does the serving weigh more, or is this the amount in 100 g?"
      : unit === null
        ? ": check the figure and its unit"
        : `: did you mean ${unit}?`;
  // A figure in next to no weight is more than a number can say.
  const made = Number.isFinite(per100g) ? inOwnUnit(id, per100g) : "too much";
  return `makes ${made} in 100 g, more than any food holds (${inOwnUnit(id, most)})${guess}`;
};

/** The quantity that a product's amounts refer to; `grams` is null where it is not told what it weighs. */
export type ProductBasis = { readonly per: "100g" | "100ml" | "serving"; readonly grams: number | null };

/** A serving of unknown weight is taken to weigh no more than this, g. */
const HEAVIEST_SERVING = 1000;

/**
 * Says why an amount of a product is left out, as a sentence; null where a food can hold it.
 * @param value in the nutrient's own unit, in the quantity of the basis
 */
export const leftOut = (id: NutrientId, value: number, { per, grams }: ProductBasis): string | null => {
  const weight = grams ?? (per === "serving" ? HEAVIEST_SERVING : 100);
  const per100g = (value * 100) / weight;
  if (!(per100g > mostPer100g(id))) return null;
  const unit = likelyUnit(id, per100g);
  const of = per === "100g" ? "100 g" : per === "100ml" ? "100 ml" : "a serving";
  const guess = unit === null ? "" : ` It may have been meant in ${unit}.`;
  return `${NUTRIENTS[id].label} is given as ${inOwnUnit(id, value)} in ${of}, more than any food holds, so it is left out.${guess}`;
};
