import absorption from "@/data/reference/absorption.json";
import { isCovered } from "./adequacy";
import { amountOfDay, coverageOfDay, type DayIntake } from "./day-intake";
import type { NutrientId } from "./nutrients";

/*
 * Ratios of two nutrients that are often quoted. No target or alert depends on them; the evidence for each is a graded
 * claim in data/reference/claims.json. Phytate:zinc is in bioavailability/phytate.ts; this file only selects its days.
 */

type Balance = {
  readonly id: string;
  readonly over: keyof typeof absorption.molarMass & NutrientId;
  readonly under: keyof typeof absorption.molarMass & NutrientId;
  /** Id of the claim that states the evidence for the ratio. */
  readonly claim: string;
};

/** Ratios of two minerals, numerator first. */
export const BALANCES = [
  { id: "calcium-magnesium", over: "calcium", under: "magnesium", claim: "calcium-magnesium-ratio" },
  { id: "zinc-copper", over: "zinc", under: "copper", claim: "zinc-copper-ratio" },
  { id: "potassium-sodium", over: "potassium", under: "sodium", claim: "potassium-sodium-ratio" },
] as const satisfies readonly Balance[];
export type BalanceId = (typeof BALANCES)[number]["id"];

/** Fewest days for a ratio. Our choice, equal to the minimum for zinc and iron: fewer depend on single foods. */
export const MIN_DAYS_FOR_RATIO = 3;

/** Whether a day's coverage of the nutrient is four fifths or more; false for a day without food. */
const knownWell = (day: DayIntake, nutrient: NutrientId): boolean => {
  const coverage = coverageOfDay(day, nutrient);
  return coverage !== null && isCovered(coverage);
};

/** The days on which each of the nutrients is reported for four fifths of the food energy. */
export const daysThatTell = (
  days: readonly DayIntake[],
  nutrients: readonly NutrientId[],
): readonly DayIntake[] => days.filter((day) => nutrients.every((nutrient) => knownWell(day, nutrient)));

const sumOver = (days: readonly DayIntake[], nutrient: NutrientId): number | null =>
  days.reduce<number | null>((sum, day) => {
    const amount = amountOfDay(day, nutrient);
    return amount === null ? sum : sum === null ? amount : sum + amount;
  }, null);

const meanCoverage = (days: readonly DayIntake[], nutrient: NutrientId): number =>
  days.reduce((sum, day) => {
    const coverage = coverageOfDay(day, nutrient);
    return coverage === null ? sum : sum + coverage;
  }, 0) / days.length;

export type NoBalanceReason = "too-few-days" | "none-of-it";

/** A ratio over a number of days. */
export type BalanceFound = {
  /** Days with sufficient coverage of both nutrients. */
  readonly days: number;
  /** Mass ratio, mg per mg. */
  readonly mass: number | null;
  /** Molar ratio, mmol per mmol. */
  readonly molar: number | null;
  /** Mean share, 0 to 1, of food energy that reports the numerator and the denominator; null without days. */
  readonly coverage: { readonly over: number; readonly under: number } | null;
  readonly reason: NoBalanceReason | null;
};

/**
 * Ratio of the sums of food and supplements over the days with sufficient coverage of both nutrients. Sums, not the
 * mean of daily ratios: a day with very little of the denominator would dominate that mean.
 * @param days days that count, see `usableDays`.
 */
export const balanceOf = (id: BalanceId, days: readonly DayIntake[]): BalanceFound => {
  const balance = BALANCES.find((candidate) => candidate.id === id);
  if (!balance) throw new RangeError(`No such balance: ${String(id)}`);
  const { over, under } = balance;
  const telling = daysThatTell(days, [over, under]);
  const none = { days: telling.length, mass: null, molar: null };
  if (telling.length === 0) return { ...none, coverage: null, reason: "too-few-days" };
  const coverage = { over: meanCoverage(telling, over), under: meanCoverage(telling, under) };
  if (telling.length < MIN_DAYS_FOR_RATIO) return { ...none, coverage, reason: "too-few-days" };
  const [top, bottom] = [sumOver(telling, over), sumOver(telling, under)];
  if (top === null || bottom === null || bottom <= 0) return { ...none, coverage, reason: "none-of-it" };
  const mass = top / bottom;
  const { molarMass } = absorption;
  return {
    days: telling.length,
    mass,
    molar: (mass * molarMass[under]) / molarMass[over],
    coverage,
    reason: null,
  };
};
