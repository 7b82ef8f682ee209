import { isCovered } from "./adequacy";
import type { DayIntake } from "./day-intake";
import { studentQuantile } from "./distributions";
import type { NutrientId } from "./nutrients";
import { averageIntakeOf } from "./usual-intake";

/** Difference of two means with its confidence interval. */
export type MeanDifference = {
  /** Second mean minus first. */
  readonly difference: number;
  /** Ends of the 95 % confidence interval of the difference. */
  readonly low: number;
  readonly high: number;
  /** Welch–Satterthwaite degrees of freedom; null when both samples have no variance. */
  readonly df: number | null;
};

/** Two-sided confidence of the interval. */
export const COMPARISON_CONFIDENCE = 0.95;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Unbiased variance of the mean: s²/n. */
const varianceOfMean = (values: readonly number[], centre: number): number =>
  values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1) / values.length;

/**
 * Difference of two means with Welch's t interval; variances and numbers of values may differ.
 *
 * B. L. Welch, "The generalization of 'Student's' problem when several different population variances are involved",
 * Biometrika 1947;34:28–35, doi:10.1093/biomet/34.1-2.28, with the degrees of freedom of F. E. Satterthwaite,
 * Biometrics Bulletin 1946;2:110–114, doi:10.2307/3002019. Values are assumed independent. Consecutive diary days are
 * slightly correlated, so that the true interval is somewhat wider.
 * @throws RangeError for fewer than two values on either side.
 */
export const compareMeans = (first: readonly number[], second: readonly number[]): MeanDifference => {
  if (first.length < 2 || second.length < 2)
    throw new RangeError("A mean to compare needs two values or more");
  const before = mean(first);
  const after = mean(second);
  const difference = after - before;
  const [a, b] = [varianceOfMean(first, before), varianceOfMean(second, after)];
  const variance = a + b;
  if (variance === 0) return { difference, low: difference, high: difference, df: null };
  const df = variance ** 2 / (a ** 2 / (first.length - 1) + b ** 2 / (second.length - 1));
  const half = studentQuantile((1 + COMPARISON_CONFIDENCE) / 2, df) * Math.sqrt(variance);
  return { difference, low: difference - half, high: difference + half, df };
};

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
  const covered = [before, after].every(({ coverage }) => coverage !== null && isCovered(coverage));
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
