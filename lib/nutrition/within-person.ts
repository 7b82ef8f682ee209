import withinPersonSd from "@/data/reference/within-person-sd.json";
import type { LocalDate } from "./dates";
import { normalQuantile } from "./distributions";
import type { NutrientId } from "./nutrients";
import type { Person } from "./person";

/*
 * How much intake of a nutrient differs between days of one person: the survey's SD of food, the doses as taken, and the
 * person's own spread where it is far above the survey's.
 */

/** Below this age, in completed years, no survey gives a within-person SD. */
const SURVEYED_FROM_YEARS = 14;
const ADULT_FROM_YEARS = 19;

/** The survey's within-person variation of intake from food. */
type SurveySpread = {
  /** SD in the nutrient's unit. */
  readonly sd: number;
  /** SD as a share of the mean, as the words of verdicts allow for it. */
  readonly cv: number;
  readonly basis: "published" | "estimated" | "assumed";
  readonly checked: boolean;
};

/**
 * Within-person variation of intake from food; null where no usable value exists (vitamin D and all nutrients outside
 * the table; under 14 years).
 * @param fromFood the person's mean intake from food per day, used where only a CV is known.
 */
const surveySpreadOf = (nutrient: NutrientId, person: Person, fromFood: number): SurveySpread | null => {
  if (person.ageYears < SURVEYED_FROM_YEARS) return null;
  if (nutrient === "selenium") {
    const { cvPercent, wordsCvPercent } = withinPersonSd.assumed.selenium;
    return {
      sd: (cvPercent / 100) * fromFood,
      cv: wordsCvPercent / 100,
      basis: "assumed",
      checked: false,
    };
  }
  const age = Math.max(person.ageYears, ADULT_FROM_YEARS);
  const row = withinPersonSd.rows.find(
    (r) =>
      r.nutrient === nutrient &&
      r.sex === person.sex &&
      age >= r.fromYears &&
      (r.untilYears === null || age < r.untilYears),
  );
  if (!row) return null;
  const cv = row.cvPercent / 100;
  return person.ageYears < ADULT_FROM_YEARS || person.lifeStage !== "none"
    ? { sd: cv * fromFood, cv, basis: "estimated", checked: false }
    : { sd: row.sd, cv, basis: "published", checked: row.checked };
};

/** Largest within-person CV, %, among the survey's adult groups; null for nutrients outside the table. */
export const largestSurveyCv = (nutrient: NutrientId): number | null => {
  const values = withinPersonSd.rows.filter((r) => r.nutrient === nutrient).map((r) => r.cvPercent);
  return values.length === 0 ? null : Math.max(...values);
};

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Unbiased variance; 0 for fewer than two values. */
const varianceOf = (values: readonly number[]): number => {
  if (values.length < 2) return 0;
  const mean = sumOf(values) / values.length;
  return sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
};

/**
 * Degrees of freedom that the survey's SD stands for beside a person's own days. Our choice, by the simulation of
 * docs/decisions/004-adequacy.md: one week of own days then weighs as much as the survey.
 */
const SURVEY_DEGREES_OF_FREEDOM = 6;

/** Pooled variance of the survey's and the person's own, weighted by degrees of freedom. @param days above 0. */
export const pooledVariance = (survey: number, own: number, days: number): number =>
  (SURVEY_DEGREES_OF_FREEDOM * survey + (days - 1) * own) / (SURVEY_DEGREES_OF_FREEDOM + days - 1);

/** Chance with which days as variable as the survey's would be taken for more variable. */
const FAR_ABOVE = 0.01;

/**
 * Whether an own variance is far above the survey's: (n − 1) s² / σ² above the 99th percentile of χ² with n − 1 degrees
 * of freedom, by the approximation of E. B. Wilson and M. M. Hilferty, Proc Natl Acad Sci 1931;17:684–688,
 * doi:10.1073/pnas.17.12.684.
 */
const isFarAbove = (own: number, survey: number, days: number): boolean => {
  const df = days - 1;
  if (df < 1) return false;
  const ninth = 2 / (9 * df);
  const quantile = df * (1 - ninth + normalQuantile(1 - FAR_ABOVE) * Math.sqrt(ninth)) ** 3;
  return df * own > quantile * survey;
};

/** A single day that sets the person's spread apart from the survey's. */
export type OddDay = {
  readonly date: LocalDate;
  /** The day's part of the sum over all days, 0 to 1. */
  readonly share: number;
};

/** Intake of a day from food. */
type FoodOfDay = { readonly date: LocalDate; readonly amount: number };

/** The day without which the spread would not be far above the survey's; null where no single day is the cause. */
const oddDayOf = (food: readonly FoodOfDay[], survey: number): OddDay | null => {
  const total = sumOf(food.map(({ amount }) => amount));
  const mean = total / food.length;
  const [first, ...others] = food.toSorted((a, b) => Math.abs(b.amount - mean) - Math.abs(a.amount - mean));
  // Of two days neither is the odd one.
  if (first === undefined || others.length < 2) return null;
  const rest = varianceOf(others.map(({ amount }) => amount));
  return isFarAbove(rest, survey, others.length) ? null : { date: first.date, share: first.amount / total };
};

/**
 * Within-person SD of daily intake, in the nutrient's unit.
 * - `published`: the survey's pooled SD for sex and age (`checked`: whether the value was read in the source).
 * - `estimated`: the survey's adult CV times the person's mean from food, for ages and life stages without a table.
 * - `assumed`: an assumed CV times the person's mean from food, for nutrients without a survey.
 */
export type WithinPersonSd = {
  /** Of food and supplements together. Supplements add to it only where doses differ between days. */
  readonly value: number;
  readonly basis: "published" | "estimated" | "assumed";
  readonly checked: boolean;
};

/**
 * Within-person SD of food and supplements together: √(SD_food² + s_doses²). The surveys are of food only, and a dose
 * is known as it was taken: one that is the same each day adds to the mean and nothing to the spread.
 * @param fromFood mean intake from food per day. @param doses amount from supplements on each day, 0 on days without.
 */
export const withinPersonSdWith = (
  nutrient: NutrientId,
  person: Person,
  fromFood: number,
  doses: readonly number[],
): WithinPersonSd | null => {
  const survey = surveySpreadOf(nutrient, person, fromFood);
  return (
    survey && {
      value: Math.sqrt(survey.sd ** 2 + varianceOf(doses)),
      basis: survey.basis,
      checked: survey.checked,
    }
  );
};

/** What a verdict's words rest on: CV of the survey, and variances of the person's days. */
export type Spread = {
  readonly surveyCv: number;
  /** Variance of the days' intake from food. */
  readonly ownVariance: number;
  /** Variance of the doses. */
  readonly doseVariance: number;
};

/** The spread of a person's days: the SD in use, whether it was widened, and by which day. */
export type DaySpread = {
  readonly sdWithin: WithinPersonSd;
  /** SD of the person's own days from food where it is far above the survey's and was pooled with it; else null. */
  readonly ownSd: number | null;
  readonly oddDay: OddDay | null;
  readonly spread: Spread;
};

/**
 * Spread of recorded days. The SD is the survey's, because that of a few recorded days "is likely to be severely biased"
 * (IOM 2000, p. 54). Where the person's own days differ far more than the survey's, both are pooled: the survey's SD is
 * then not theirs.
 * @param food intake from food on each day, one or more. @param doses from supplements on the same days.
 */
export const daySpreadOf = (
  nutrient: NutrientId,
  person: Person,
  food: readonly FoodOfDay[],
  doses: readonly number[],
): DaySpread | null => {
  const amounts = food.map(({ amount }) => amount);
  const survey = surveySpreadOf(nutrient, person, sumOf(amounts) / amounts.length);
  if (survey === null) return null;
  const variance = survey.sd ** 2;
  const ownVariance = varianceOf(amounts);
  const doseVariance = varianceOf(doses);
  const wide = isFarAbove(ownVariance, variance, amounts.length);
  const used = wide ? pooledVariance(variance, ownVariance, amounts.length) : variance;
  return {
    sdWithin: { value: Math.sqrt(used + doseVariance), basis: survey.basis, checked: survey.checked },
    ownSd: wide ? Math.sqrt(ownVariance) : null,
    oddDay: wide ? oddDayOf(food, variance) : null,
    spread: { surveyCv: survey.cv, ownVariance, doseVariance },
  };
};
