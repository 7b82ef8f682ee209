import { isCovered, PROBABILITY_FROM_YEARS } from "./adequacy";
import { LADDER } from "./confidence-levels";
import { amountOfDay, coverageOfDay, type DayIntake } from "./day-intake";
import { normalCdf } from "./distributions";
import { levelZ } from "./ear-comparison";
import type { Person } from "./person";
import type { ReferenceIntake, ReferenceNutrient, UpperLimitScope } from "./reference-types";
import { minimumDays, usableDays } from "./usual-intake";
import { type WithinPersonSd, withinPersonSdWith } from "./within-person";

/*
 * Comparison of usual intake with the tolerable upper intake level (UL). The UL is no threshold of harm; above it the
 * safety margin is used up. Magnesium: supplements and medicines only; other nutrients: all sources.
 * Method: IOM, *Dietary Reference Intakes: Applications in Dietary Assessment*, 2000, app. B.
 */

export type UpperLimitVerdict =
  | "no-limit-set"
  | "very-probably-within"
  | "probably-within"
  | "cannot-tell"
  | "probably-above"
  | "very-probably-above"
  /** Without a probability: the mean of the logged days is within the limit, or above it. */
  | "within-as-logged"
  | "above-as-logged"
  | "not-enough-data";

/** Neutral wording of each verdict, used on every page. */
export const UPPER_LIMIT_WORDS: { readonly [V in UpperLimitVerdict]: string } = {
  "no-limit-set": "no upper limit is set",
  "very-probably-within": "very probably within the upper limit",
  "probably-within": "probably within the upper limit",
  "cannot-tell": "cannot tell yet",
  "probably-above": "probably above the upper limit",
  "very-probably-above": "very probably above the upper limit",
  "within-as-logged": "within the upper limit as logged",
  "above-as-logged": "above the upper limit as logged",
  "not-enough-data": "not enough data",
};

export type UpperLimitReason =
  | "no-reference"
  | "no-days"
  | "too-few-days"
  | "low-coverage"
  | "no-probability";

export type UpperLimit = {
  readonly nutrient: ReferenceNutrient;
  readonly reference: ReferenceIntake;
  readonly verdict: UpperLimitVerdict;
  readonly words: string;
  readonly limit: number | null;
  readonly scope: UpperLimitScope | null;
  /** Days behind `mean`: days that count, or all days where only these are above the limit. */
  readonly days: number;
  /** Mean per day of what the limit counts, a lower bound; null without days. */
  readonly mean: number | null;
  /** Days above the limit. A single one is no concern: the limit applies to usual intake. */
  readonly daysAbove: number;
  /** Probability, 0 to 1, that usual intake exceeds the limit; null with a `reason`. */
  readonly probability: number | null;
  readonly reason: UpperLimitReason | null;
};

/**
 * Amount from supplements and medicines on a day. Supplement labels list their nutrients, so one that does not name the
 * nutrient adds 0, and so does a day without supplements.
 */
const fromSupplements = (day: DayIntake, nutrient: ReferenceNutrient): number => {
  const { amount } = day.supplements[nutrient];
  return amount === null ? 0 : amount;
};

/** Amount of a day that the limit counts: all sources, or supplements only, without prescribed amounts. */
const countedOf = (
  day: DayIntake,
  nutrient: ReferenceNutrient,
  scope: UpperLimitScope | null,
): number | null => {
  const amount = scope === "supplements" ? fromSupplements(day, nutrient) : amountOfDay(day, nutrient);
  const prescribed = day.prescribed?.[nutrient];
  if (amount === null || prescribed === null || prescribed === undefined) return amount;
  return Math.max(0, amount - prescribed);
};

/** Within-person SD of what a limit on all sources counts; the doses are those that were not prescribed. */
const sdWithinOf = (
  days: readonly DayIntake[],
  nutrient: ReferenceNutrient,
  person: Person,
): WithinPersonSd | null => {
  let food = 0;
  const doses = days.map((day) => {
    const counted = countedOf(day, nutrient, "total");
    const eaten = day.food[nutrient].amount;
    if (eaten !== null) food += eaten;
    return counted === null ? 0 : Math.max(0, eaten === null ? counted : counted - eaten);
  });
  return withinPersonSdWith(nutrient, person, food / days.length, doses);
};

const verdictAt = (probability: number, covered: boolean): UpperLimitVerdict => {
  if (probability >= LADDER.veryProbably) return "very-probably-above";
  if (probability >= LADDER.probably) return "probably-above";
  // Foods without a value could raise the intake, so "within" needs coverage; "above" does not.
  if (!covered) return "not-enough-data";
  if (probability <= 1 - LADDER.veryProbably) return "very-probably-within";
  if (probability <= 1 - LADDER.probably) return "probably-within";
  return "cannot-tell";
};

/** Whether a verdict says that the limit is exceeded. */
export const isAboveLimit = ({ verdict }: { readonly verdict: UpperLimitVerdict }): boolean =>
  verdict === "probably-above" || verdict === "very-probably-above" || verdict === "above-as-logged";

/**
 * Whether usual intake exceeds the upper limit, from recorded days.
 *
 * "Within" is based on days that count. Intake missing from the other days could only raise their mean: where all days
 * together exceed the limit, that is reported even if the days that count do not.
 *
 * There is no probability for limits on supplements only (magnesium), because survey SDs are those of food and
 * supplement doses are known as logged; nor without a within-person SD (vitamin D), nor under 14 years.
 * @param reference the standard's values for the person on the last day of the period.
 */
export const upperLimitOf = (
  reference: ReferenceIntake,
  days: readonly DayIntake[],
  person: Person,
): UpperLimit => {
  const counted = limitOver(reference, usableDays(days, person).usable, person);
  if (isAboveLimit(counted)) return counted;
  const all = limitOver(reference, days, person);
  return isAboveLimit(all) ? all : counted;
};

const limitOver = (reference: ReferenceIntake, days: readonly DayIntake[], person: Person): UpperLimit => {
  const { nutrient, ul: limit, ulScope: scope } = reference;
  // Every day counts here; foods without a value add nothing, so that the sum is a lower bound.
  let sum = 0;
  let reporting = 0;
  let coverageSum = 0;
  let daysAbove = 0;
  for (const day of days) {
    const amount = countedOf(day, nutrient, scope);
    const coverage = scope === "supplements" ? 1 : coverageOfDay(day, nutrient);
    coverageSum += coverage === null ? 1 : coverage;
    if (amount === null) continue;
    reporting += 1;
    sum += amount;
    if (limit !== null && amount > limit) daysAbove += 1;
  }
  const count = days.length;
  const mean = reporting === 0 ? null : sum / count;
  const covered = count > 0 && isCovered(coverageSum / count);
  const answer = (
    verdict: UpperLimitVerdict,
    probability: number | null,
    reason: UpperLimitReason | null,
  ): UpperLimit => ({
    nutrient,
    reference,
    verdict,
    words: UPPER_LIMIT_WORDS[verdict],
    limit,
    scope,
    days: count,
    mean,
    daysAbove,
    probability,
    reason,
  });

  if (limit === null) return answer("no-limit-set", null, reference.group === null ? "no-reference" : null);
  if (mean === null) return answer("not-enough-data", null, count === 0 ? "no-days" : "low-coverage");
  const sdWithin = sdWithinOf(days, nutrient, person);
  if (scope === "supplements" || sdWithin === null || person.ageYears < PROBABILITY_FROM_YEARS) {
    if (mean > limit) return answer("above-as-logged", null, "no-probability");
    return covered
      ? answer("within-as-logged", null, "no-probability")
      : answer("not-enough-data", null, "low-coverage");
  }
  if (count < minimumDays(nutrient)) return answer("not-enough-data", null, "too-few-days");
  const probability = normalCdf(levelZ(mean, limit, sdWithin.value, count));
  const verdict = verdictAt(probability, covered);
  return answer(verdict, probability, verdict === "not-enough-data" ? "low-coverage" : null);
};
