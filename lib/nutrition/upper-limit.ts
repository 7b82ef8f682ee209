import { LADDER, levelZ, MIN_COVERAGE, PROBABILITY_FROM_YEARS } from "./adequacy";
import { amountOfDay, coverageOfDay, type DayIntake } from "./day-intake";
import { normalCdf } from "./normal";
import type { ReferenceIntake, ReferenceNutrient, UpperLimitScope } from "./reference-types";
import { minimumDays, type Person, usableDays, withinPersonSdOf } from "./usual-intake";

/*
 * Usual intake against the tolerable upper intake level. It is no threshold of harm: above it a margin of
 * safety is being used up. It counts what it counts: for magnesium supplements and medicines only, for the
 * others everything. Method: IOM, *Dietary Reference Intakes: Applications in Dietary Assessment*, 2000, app. B.
 */

export type UpperLimitVerdict =
  | "no-limit-set"
  | "very-probably-within"
  | "probably-within"
  | "cannot-tell"
  | "probably-above"
  | "very-probably-above"
  /** Where no probability can be given: the mean of the logged days lies within, or above. */
  | "within-as-logged"
  | "above-as-logged"
  | "not-enough-data";

/** Neutral words; every page uses these and no others. */
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
  /** Days behind `mean`: those that count, or all where only those lie above the limit. */
  readonly days: number;
  /** Mean a day of what the limit counts; a lower bound. Null without days. */
  readonly mean: number | null;
  /** Days on which what the limit counts lay above it. One such day is no concern. */
  readonly daysAbove: number;
  /** 0 to 1: probability that usual intake passes the limit; null with a `reason`. */
  readonly probability: number | null;
  readonly reason: UpperLimitReason | null;
};

/**
 * What is taken on a day as supplement or medicine. A label names what a tablet holds, so one that does not name
 * the nutrient adds none, and a day without supplements is a day of none.
 */
const fromSupplements = (day: DayIntake, nutrient: ReferenceNutrient): number => {
  const { amount } = day.supplements[nutrient];
  return amount === null ? 0 : amount;
};

/** What a limit counts of a day: everything, or supplements only, and never what a doctor prescribed. */
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

const verdictAt = (probability: number, covered: boolean): UpperLimitVerdict => {
  if (probability >= LADDER.veryProbably) return "very-probably-above";
  if (probability >= LADDER.probably) return "probably-above";
  // What foods do not report could lie above; only a verdict that the limit is passed needs no more data.
  if (!covered) return "not-enough-data";
  if (probability <= 1 - LADDER.veryProbably) return "very-probably-within";
  if (probability <= 1 - LADDER.probably) return "probably-within";
  return "cannot-tell";
};

/** Whether a verdict says that the limit is passed. */
export const isAboveLimit = ({ verdict }: { readonly verdict: UpperLimitVerdict }): boolean =>
  verdict === "probably-above" || verdict === "very-probably-above" || verdict === "above-as-logged";

/**
 * Whether usual intake passes the upper limit, from recorded days.
 *
 * "Within" is said of days that count. What is missing from the others can only add, so where those that count do
 * not lie above the limit and all days together do, that is said.
 *
 * Limits on supplements only (magnesium) get no probability: the survey's day-to-day SD is that of food, and
 * what is taken from a packet is known as logged. The same holds where no SD exists (vitamin D) and under 14.
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
  // Every day counts, and what foods do not report adds nothing: a lower bound, which no added food lowers.
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
  const covered = count > 0 && coverageSum / count >= MIN_COVERAGE;
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
  const sdWithin = withinPersonSdOf(nutrient, person, mean);
  if (scope === "supplements" || sdWithin === null || person.ageYears < PROBABILITY_FROM_YEARS) {
    if (mean > limit) return answer("above-as-logged", null, "no-probability");
    return covered
      ? answer("within-as-logged", null, "no-probability")
      : answer("not-enough-data", null, "low-coverage");
  }
  if (count < minimumDays(nutrient)) return answer("not-enough-data", null, "too-few-days");
  const probability =
    sdWithin.value === 0 ? Number(mean > limit) : normalCdf(levelZ(mean, limit, sdWithin.value, count));
  const verdict = verdictAt(probability, covered);
  return answer(verdict, probability, verdict === "not-enough-data" ? "low-coverage" : null);
};
