import type { MealUnit } from "./food-measures";
import { countsThing, isCounted, type Measure } from "./portion-labels";

// Which of a food's own measures was meant, by the words typed beside the unit.

const SIZES = new Set(["small", "medium", "large", "extra large", "jumbo"]);

/** How well a measure fits the words typed beside the unit; higher is better. */
export function fitness(measure: Measure, typed: ReadonlySet<string>, size: string | null): number {
  const label = measure.portion.label.toLowerCase();
  let points = measure.brackets ? -0.25 : 0;
  if (label.includes("(by the label)")) points -= 2;
  for (const detail of measure.details)
    points += typed.has(detail) ? 2 : detail === "medium" ? -0.3 : SIZES.has(detail) ? -0.5 : -0.4;
  if (measure.details.length > 0 && !measure.details.some((detail) => typed.has(detail))) points -= 0.6;
  if (size !== null) points += measure.words.includes(size.split(" ")[0] as string) ? 3 : 0;
  return points;
}

/**
 * The measure that fits the typed words best; null without measures. `several`: others of a different weight exist and
 * the words do not choose. `sizeOnly`: only its size distinguishes it.
 */
export function bestOf(
  measures: readonly Measure[],
  typed: ReadonlySet<string>,
  size: string | null,
): { measure: Measure; several: boolean; sizeOnly: boolean } | null {
  let best: Measure | undefined;
  let points = Number.NEGATIVE_INFINITY;
  for (const measure of measures) {
    const mine = fitness(measure, typed, size);
    if (mine > points) [best, points] = [measure, mine];
  }
  if (best === undefined) return null;
  const { details, portion, quantity } = best;
  const named = details.length === 0 || details.some((detail) => typed.has(detail));
  const each = portion.grams / quantity;
  const several = measures.some(
    (other) => Math.abs(other.portion.grams / other.quantity - each) > 0.02 * each,
  );
  const sizeOnly = details.length > 0 && details.every((detail) => SIZES.has(detail));
  return { measure: best, several: several && !named, sizeOnly };
}

/** Whether a measure is one of a unit: "1 cup, chopped" of cups. */
export const has = (unit: MealUnit, measure: Measure): boolean => (unit.labels ?? []).includes(measure.noun);

/** The food's own measure of a size: "1 large", "1 potato, large". */
export const ofSize = (measures: readonly Measure[], size: string): Measure[] => {
  const alone = measures.filter(({ noun }) => noun === size);
  return alone.length > 0
    ? alone
    : measures.filter(
        (measure) =>
          isCounted(measure) &&
          !SIZES.has(measure.noun) &&
          measure.words.includes(size.split(" ")[0] as string),
      );
};

/**
 * The measure that a number of pieces refers to: by the food's noun ("2 dates"), else the usual size, else one piece.
 */
export function countedMeasure(
  measures: readonly Measure[],
  typed: ReadonlySet<string>,
): { measure: Measure; sure: boolean } | null {
  const counted = measures.filter(isCounted);
  const named = counted.filter((measure) => countsThing(measure, typed));
  const noun = bestOf(named, typed, null)?.measure;
  if (noun) return { measure: noun, sure: named.length === 1 };
  const usual = counted.find(({ words }) => words.includes("medium")) ?? counted[0];
  return usual ? { measure: usual, sure: false } : null;
}
