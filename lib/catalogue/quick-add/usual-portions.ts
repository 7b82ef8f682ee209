import table from "@/data/reference/usual-portions.json";
import type { FoodGroup } from "../groups";
import { type ClassRow, classFinder } from "./food-classes";
import { isCounted, type Measure } from "./portion-labels";

/** What one takes of a class of foods, g: an amount from low to high is believed, typical is what else is assumed. */
export type UsualRange = {
  readonly id: string;
  readonly low: number;
  readonly typical: number;
  readonly high: number;
  /** Whether the class holds dishes of very different size. */
  readonly wide?: boolean;
};

/** The first class of data/reference/usual-portions.json that a food of the table fits; null for an own food. */
export const usualRange: (name: string, group: FoodGroup | null) => UsualRange | null = classFinder(
  table.classes as readonly (UsualRange & ClassRow)[],
);

/** For a word in the plural, the least is this share of the typical amount: "pancakes" are not one. */
const PLURAL_SHARE = 2 / 3;

/** The range for a food named in the plural. */
export const ofSeveral = (range: UsualRange): UsualRange =>
  range.wide ? range : { ...range, low: Math.max(range.low, PLURAL_SHARE * range.typical) };

const MULTIPLES = [1, 2, 3, 4, 5, 6, 8, 10];
const PARTS = [1, 2, 3, 4, 0.5, 0.25];
/** How much farther from typical an amount may be for being told in a better measure (natural logarithm). */
const WEIGHED = 0.35;
const NOT_ONE = 0.1;

/** A smaller part of a measure is no simple one: not the eighth of a cup. */
const LEAST_PART = 0.25;
const WEIGHTS = new Set(["oz", "lb", "g", "cubic"]);

/**
 * The food's own measure, or a simple multiple of it, nearest to what is usual; pieces, cups and spoons are preferred
 * to ounces. Null where none is within the range.
 */
export function nearestMeasure(
  measures: readonly Measure[],
  { low, typical, high }: UsualRange,
): { measure: Measure; count: number } | null {
  let best: { measure: Measure; count: number } | null = null;
  let points = Number.POSITIVE_INFINITY;
  for (const measure of measures) {
    const { portion } = measure;
    for (const count of isCounted(measure) ? MULTIPLES.concat(0.5) : PARTS) {
      const grams = portion.grams * count;
      if (grams < low || grams > high || count * measure.quantity < LEAST_PART) continue;
      const far =
        Math.abs(Math.log(grams / typical)) +
        (WEIGHTS.has(measure.noun) ? WEIGHED : 0) +
        (count === 1 ? 0 : NOT_ONE);
      if (far < points) [best, points] = [{ measure, count }, far];
    }
  }
  return best;
}
