import { MIN_COVERAGE } from "./adequacy";
import { compareMeans, type MeanDifference } from "./compare-means";
import type { DayIntake } from "./day-intake";
import type { NutrientId } from "./nutrients";
import { averageIntakeOf } from "./usual-intake";

/**
 * Fewest days of either period for a comparison. Welch's interval stands from two; below five one unusual day, or a
 * weekend, is most of a mean. Our choice.
 */
export const MIN_DAYS_TO_COMPARE = 5;

/** Why two periods say nothing about a change. */
export type NoChangeReason =
  | "too-few-days"
  | "low-coverage"
  | "interval-spans-zero"
  | "coverage-could-change-it";

export type PeriodComparison = {
  /** Null while there are too few days, or too little is known of them, to hold anything against anything. */
  readonly change: MeanDifference | null;
  readonly verdict: "more" | "less" | "cannot-tell";
  readonly reason: NoChangeReason | null;
};

const none = (reason: NoChangeReason): PeriodComparison => ({ change: null, verdict: "cannot-tell", reason });

const directionOf = ({ low, high }: MeanDifference): -1 | 0 | 1 => (low > 0 ? 1 : high < 0 ? -1 : 0);

/**
 * Whether a nutrient's mean of the second period differs from that of the first. Days must be those that count. A
 * change is only told when the interval leaves 0 out, and would do so too if the foods without a value had held as
 * much for their energy as the others.
 */
export const comparePeriods = (
  nutrient: NutrientId,
  first: readonly DayIntake[],
  second: readonly DayIntake[],
): PeriodComparison => {
  const [before, after] = [averageIntakeOf(nutrient, first), averageIntakeOf(nutrient, second)];
  if (before.days < MIN_DAYS_TO_COMPARE || after.days < MIN_DAYS_TO_COMPARE) return none("too-few-days");
  const covered = [before, after].every(({ coverage }) => coverage !== null && coverage >= MIN_COVERAGE);
  if (!covered) return none("low-coverage");
  const change = compareMeans(before.amounts, after.amounts);
  const direction = directionOf(change);
  if (direction === 0) return { change, verdict: "cannot-tell", reason: "interval-spans-zero" };
  const filled = compareMeans(before.filled, after.filled);
  if (directionOf(filled) !== direction) {
    return { change, verdict: "cannot-tell", reason: "coverage-could-change-it" };
  }
  return { change, verdict: direction > 0 ? "more" : "less", reason: null };
};
