import absorption from "@/data/reference/absorption.json";
import { MIN_COVERAGE } from "./adequacy";
import { amountOfDay, coverageOfDay, type DayIntake } from "./day-intake";
import type { NutrientId } from "./nutrients";

/*
 * Ratios of two nutrients that people look for. None of them decides anything here: what each is worth stands beside
 * it as a claim with its grade (data/reference/claims.json). Phytate:zinc is in bioavailability/phytate.ts; this file
 * only says which days can tell it.
 */

type Balance = {
  readonly id: string;
  readonly over: keyof typeof absorption.molarMass & NutrientId;
  readonly under: keyof typeof absorption.molarMass & NutrientId;
  /** The claim that says what the ratio is worth. */
  readonly claim: string;
};

/** Ratios of two minerals, numerator first. */
export const BALANCES = [
  { id: "calcium-magnesium", over: "calcium", under: "magnesium", claim: "calcium-magnesium-ratio" },
  { id: "zinc-copper", over: "zinc", under: "copper", claim: "zinc-copper-ratio" },
  { id: "potassium-sodium", over: "potassium", under: "sodium", claim: "potassium-sodium-ratio" },
] as const satisfies readonly Balance[];
export type BalanceId = (typeof BALANCES)[number]["id"];

/** Fewest days for a ratio: below three, one unusual food decides it. Our choice, as for zinc and iron alone. */
export const MIN_DAYS_FOR_RATIO = 3;

/** Whether enough of a day's food energy reports a nutrient. A day without food tells nothing. */
const knownWell = (day: DayIntake, nutrient: NutrientId): boolean => {
  const coverage = coverageOfDay(day, nutrient);
  return coverage !== null && coverage >= MIN_COVERAGE;
};

/** The days on which four fifths of the food energy report each of the nutrients. */
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

/** A ratio of what some days held, all of them together. */
export type BalanceFound = {
  /** Days of which both nutrients are known well enough. */
  readonly days: number;
  /** Milligram for milligram. */
  readonly mass: number | null;
  /** Atom for atom: mmol per mmol. */
  readonly molar: number | null;
  /** Mean share of the food energy that reports the numerator and the denominator; null without days. */
  readonly coverage: { readonly over: number; readonly under: number } | null;
  readonly reason: NoBalanceReason | null;
};

/**
 * The ratio of the sums over the days that tell both nutrients, food and supplements together. It is not the mean of
 * daily ratios, in which a day with next to nothing of the denominator would outweigh all others.
 * @param days those that count (`usableDays`).
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
