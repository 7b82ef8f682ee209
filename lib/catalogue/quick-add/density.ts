import table from "@/data/reference/volume-density.json";
import { fitness } from "./choose-measure";
import { type ClassRow, classFinder } from "./food-classes";
import type { Measure } from "./portion-labels";

/**
 * Density, g/ml, by the food's own measure nearest to a volume; null without measures of volume.
 * @param typed the words typed beside the amount, folded: the cup of sliced ones for "sliced bananas".
 */
export function ownDensity(
  measures: readonly Measure[],
  millilitres: number,
  typed: ReadonlySet<string>,
): { gramsPerMl: number; several: boolean } | null {
  const known = measures.filter((measure) => measure.millilitres !== null);
  if (known.length === 0) return null;
  const distance = (measure: Measure): number =>
    Math.abs(Math.log((measure.millilitres as number) / measure.quantity / millilitres));
  // By words first, then by size: a pinch uses the teaspoon, a litre the cup.
  const best = Math.max(...known.map((measure) => fitness(measure, typed, null)));
  const pick = known
    .filter((measure) => fitness(measure, typed, null) > best - 0.3)
    .reduce((a, b) => (distance(b) < distance(a) ? b : a));
  const gramsPerMl = pick.portion.grams / (pick.millilitres as number);
  const plain = pick.details.length === 0 || pick.details.some((detail) => typed.has(detail));
  return { gramsPerMl, several: !plain && known.length > 1 };
}

/** Density of a class of foods, g/ml; 90 % of those with a measure of their own lie from low to high. */
export type DensityClass = {
  readonly id: string;
  /** "milk and plant drinks" */
  readonly what: string;
  readonly low: number;
  readonly typical: number;
  readonly high: number;
  /** Number of foods that it was computed from. */
  readonly n: number;
};

/**
 * The class of data/reference/volume-density.json that a food of the table fits; null for foods of none and own foods,
 * of which nobody has told what they are.
 */
export const densityClass = classFinder(table.classes as unknown as readonly (DensityClass & ClassRow)[]);
