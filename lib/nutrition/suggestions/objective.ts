/**
 * What makes one set of portions better than another, in words:
 *
 * The value of a set is the sum, over the open gaps, of
 *   weight × (share of the gap that the set closes, at most 1), and
 *   0.5 × trust for a gap that it closes altogether,
 * and, over the foods of the set, of
 *   − 0.35 for being one more food, − 0.10 more when it takes two portions,
 *   − 0.04 for every 100 kcal,
 *   − 0.04 for each of the six minerals the table has no value for,
 *   + 0.22 for a pick of the article of which the portion closes at least a third of some gap,
 *   + 0.1 × (days eaten of the last 14) ÷ 14.
 *
 * The weight of a gap is (what is missing ÷ target) × trust. Trust runs from 1, when every food of the day
 * reports the mineral, down to 0.5 when none does: part of that gap may be missing data.
 * A pick and a familiar food together earn 0.32, less than the 0.35 that a food costs, so that no food is
 * suggested for being a pick or familiar: each closes something.
 *
 * What counts: known amounts only. Calcium of foods rich in oxalate does not count (Heaney 1988: 5 % is
 * absorbed from spinach, 28 % from milk).
 *
 * What is never allowed: more energy than is left; an upper limit passed (food counts towards limits of
 * total intake only, so never towards that of magnesium); a cap of a condition passed by a portion; two
 * foods of one family; two foods whose selenium varies as that of Brazil nuts.
 *
 * All numbers here are our choice; the decision record 006 gives the reasons.
 */
export const WEIGHTS = {
  closing: 0.5,
  lowestTrust: 0.5,
  food: 0.35,
  secondPortion: 0.1,
  per100Kcal: 0.04,
  unknownMineral: 0.04,
  pick: 0.22,
  eaten: 0.1,
} as const;

/** A pick is marked and preferred only where its portion closes at least this share of some gap. */
export const PICK_CLOSES_FROM = 1 / 3;

/**
 * An unknown amount is charged to an upper limit as this share of the limit, so that where the limit is near
 * a food without a value is refused, and two of them cannot pass it together unseen.
 */
export const UNKNOWN_LIMIT_SHARE = 0.25;

/** Where the day already lies above a limit, a portion may add no more than this share of it: every food holds a trace. */
export const TRACE_LIMIT_SHARE = 0.02;

/**
 * Selenium per 100 g from which a food is taken to vary as Brazil nuts do. The table's Brazil nuts hold
 * 1,917 µg; next come kidney and some fish, below 300.
 */
export const VARIABLE_SELENIUM_UG_PER_100G = 400;

export const isVariableSelenium = (per100gUg: number | null): boolean =>
  per100gUg !== null && per100gUg >= VARIABLE_SELENIUM_UG_PER_100G;

/**
 * The selenium of such a food is charged to the upper limit twice over: batches of Brazil nuts averaged 28
 * and 49 mg/kg (Lima 2019, doi:10.3390/plants8080289), 1.5 and 2.6 times the table's 19 mg/kg.
 */
export const VARIABLE_SELENIUM_CHARGE = 2;

/**
 * What is realistic at one sitting, our choice: half of a portion from this weight of the whole, two portions up
 * to these, and never more than this of any food.
 */
export const HALF_FROM_GRAMS = 80;
export const TWO_UP_TO_GRAMS = 250;
export const TWO_UP_TO_KCAL = 200;
export const MAX_ENTRY_GRAMS = 350;
export const MAX_KCAL = 450;

/**
 * A choice of portions as numbers: rows are options (a food in half, one or two portions), and everything
 * that the value above needs is linear but for the caps at 1, so that an exact solver can check the search.
 */
export type Problem = {
  readonly maxItems: number;
  /** Energy that the set may hold, kcal. */
  readonly energyKcal: number;
  /** Weight of each open gap, and what closing it altogether is worth. */
  readonly gapWeight: Float64Array;
  readonly closingWorth: Float64Array;
  /** What is left below each upper limit that binds, in its mineral's unit. */
  readonly limitLeft: Float64Array;
  readonly options: Options;
};

export type Options = {
  readonly count: number;
  /** Share of each gap that the option closes alone, not above 1; row by row. */
  readonly share: Float64Array;
  /** What the option charges to each limit; row by row. */
  readonly charge: Float64Array;
  readonly kcal: Float64Array;
  /** Everything of the value that does not depend on the other foods; below 0. */
  readonly worth: Float64Array;
  readonly family: Int32Array;
  /** 1 where selenium varies as in Brazil nuts. */
  readonly variable: Uint8Array;
};

/** A sum of shares that misses 1 only by rounding closes the gap. */
export const FULL_SHARE = 1 - 1e-9;

/** The value of a set of options, by the words above. */
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
