import { MIN_COVERAGE } from "./adequacy";
import { compareMeans, type MeanDifference } from "./compare-means";
import type { DayIntake } from "./day-intake";
import type { NutrientId } from "./nutrients";
import { averageIntakeOf } from "./usual-intake";

/**
 * Fewest days of each period for a comparison. Our choice: Welch's interval exists from two, but below five a single
 * unusual day or a weekend dominates the mean.
 */
export const MIN_DAYS_TO_COMPARE = 5;

/** Why no change is reported. */
export type NoChangeReason =
  | "too-few-days"
  | "low-coverage"
  | "interval-spans-zero"
  | "coverage-could-change-it";

export type PeriodComparison = {
  /** Null with too few days or too little coverage. */
  readonly change: MeanDifference | null;
  readonly verdict: "more" | "less" | "cannot-tell";
  readonly reason: NoChangeReason | null;
};

const none = (reason: NoChangeReason): PeriodComparison => ({ change: null, verdict: "cannot-tell", reason });

const directionOf = ({ low, high }: MeanDifference): -1 | 0 | 1 => (low > 0 ? 1 : high < 0 ? -1 : 0);

/**
 * Whether mean intake of a nutrient differs between two periods. A change is reported only when its interval excludes 0
 * and would still do so if foods without a value contained, per kcal, what the others do.
 * @param first days of the earlier period that count, see `usableDays`.
 * @param second days of the later period that count.
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
