/**
 * Objective and constraints of food suggestions.
 *
 * The value of a set of portions is the sum, over the open gaps, of
 *   weight × (share of the gap that the set closes, at most 1), and
 *   0.5 × trust for a gap that it closes completely,
 * and, over the foods of the set, of
 *   − 0.35 per food, − 0.10 more for two portions of it,
 *   − 0.04 per 100 kcal,
 *   − 1 × (sodium ÷ 2,300 mg): a day's sodium costs what a whole target is worth,
 *   − 0.04 for each of the six minerals without a value in the table,
 *   + 0.22 for a pick of the article whose portion closes at least a third of some gap,
 *   + 0.1 × (days eaten of the last 14) ÷ 14.
 *
 * The weight of a gap is (missing amount ÷ target) × trust. Trust falls from 1, when every food of the day reports the
 * mineral, to 0.5 when none does, because part of that gap may be missing data.
 * A pick and a familiar food together earn 0.32, less than the 0.35 per food: no food is suggested for these alone.
 *
 * Only known amounts count. Calcium of oxalate-rich foods does not (Heaney 1988: 5 % is absorbed from spinach, 28 %
 * from milk).
 *
 * Constraints: the energy left; upper limits (food counts only towards limits of total intake, so not towards that of
 * magnesium); the caps of conditions and medicines per portion and per set; one food per family; one food with variable
 * selenium.
 *
 * All numbers here are our choice; reasons: docs/decisions/006-suggestions.md.
 */
export const WEIGHTS = {
  closing: 0.5,
  lowestTrust: 0.5,
  food: 0.35,
  secondPortion: 0.1,
  per100Kcal: 0.04,
  sodium: 1,
  unknownMineral: 0.04,
  pick: 0.22,
  eaten: 0.1,
} as const;

/**
 * Sodium a day, mg, above which reducing it lowers the risk of chronic disease in adults (CDRR, NASEM 2019,
 * doi:10.17226/25353). It is the unit of the price of sodium; no suggestion is refused for it.
 */
export const SODIUM_LIMIT_MG = 2300;

/** Share of a gap, 0 to 1, that a portion of a pick must close to be marked and preferred. */
export const PICK_CLOSES_FROM = 1 / 3;

/**
 * Charge of an unknown amount to an upper limit, as a share of the limit: near a limit foods without a value are not
 * suggested, and two of them cannot exceed it together.
 */
export const UNKNOWN_LIMIT_SHARE = 0.25;

/** Where the day already exceeds a limit, a portion may add at most this share of it, as every food contains traces. */
export const TRACE_LIMIT_SHARE = 0.02;

/**
 * Selenium per 100 g from which a food counts as variable. Brazil nuts in the table: 1,917 µg; next are kidney and some
 * fish, below 300.
 */
export const VARIABLE_SELENIUM_UG_PER_100G = 400;

export const isVariableSelenium = (per100gUg: number | null): boolean =>
  per100gUg !== null && per100gUg >= VARIABLE_SELENIUM_UG_PER_100G;

/**
 * Factor by which the selenium of variable foods is charged to the upper limit: batches of Brazil nuts averaged 28 and
 * 49 mg/kg (Lima 2019, doi:10.3390/plants8080289), 1.5 and 2.6 times the table's 19 mg/kg.
 */
export const VARIABLE_SELENIUM_CHARGE = 2;

/**
 * Realistic amounts at one sitting, our choice: half a portion if the whole weighs this much or more, two portions up
 * to the following limits, and never more than the last limit of any food.
 */
export const HALF_FROM_GRAMS = 80;
export const TWO_UP_TO_GRAMS = 250;
export const TWO_UP_TO_KCAL = 200;
export const MAX_ENTRY_GRAMS = 350;
export const MAX_KCAL = 450;

/**
 * The choice of portions as numbers. Rows are options (half, one or two portions of a food). The value is linear except
 * for the maximum of 1 per gap, so that an exact solver can check the search.
 */
export type Problem = {
  readonly maxItems: number;
  /** Largest energy of the set, kcal. */
  readonly energyKcal: number;
  /** Weight of each open gap, and the value of closing it completely. */
  readonly gapWeight: Float64Array;
  readonly closingWorth: Float64Array;
  /** Amount left below each relevant upper limit, in its mineral's unit. */
  readonly limitLeft: Float64Array;
  readonly options: Options;
};

export type Options = {
  readonly count: number;
  /** Share of each gap that the option alone closes, at most 1; a row per option. */
  readonly share: Float64Array;
  /** Charge of the option to each limit; a row per option. */
  readonly charge: Float64Array;
  readonly kcal: Float64Array;
  /** The part of the value that does not depend on other foods; below 0. */
  readonly worth: Float64Array;
  readonly family: Int32Array;
  /** 1 for variable selenium. */
  readonly variable: Uint8Array;
};

/** Shares from here on close a gap: 1 less the rounding error of a sum. */
export const FULL_SHARE = 1 - 1e-9;

/** Value of a set of options, as defined above. */
export const setValue = (problem: Problem, chosen: readonly number[]): number => {
  const { gapWeight, closingWorth, options } = problem;
  const gaps = gapWeight.length;
  let value = 0;
  for (const option of chosen) value += options.worth[option] as number;
  for (let k = 0; k < gaps; k++) {
    let share = 0;
    for (const option of chosen) share += options.share[option * gaps + k] as number;
    value += (gapWeight[k] as number) * Math.min(1, share);
    if (share >= FULL_SHARE) value += closingWorth[k] as number;
  }
  return value;
};
