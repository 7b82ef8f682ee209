import type { Composition } from "../composition";
import { MINERALS, type Mineral } from "../nutrients";
import { canSuggestIncrease } from "../safety/permissions";
import type { Candidate, PreparedCandidates } from "./candidates";
import {
  HALF_FROM_GRAMS,
  isVariableSelenium,
  MAX_ENTRY_GRAMS,
  MAX_KCAL,
  PICK_CLOSES_FROM,
  type Problem,
  SODIUM_LIMIT_MG,
  TRACE_LIMIT_SHARE,
  TWO_UP_TO_GRAMS,
  TWO_UP_TO_KCAL,
  UNKNOWN_LIMIT_SHARE,
  VARIABLE_SELENIUM_CHARGE,
  WEIGHTS,
} from "./objective";
import { DEFAULT_HEADROOM_KCAL, EATEN_WINDOW_DAYS, type SuggestionRequest } from "./request";
import { ruledOut, tooMuch } from "./ruled-out";

/** A target above the day's known amount. */
export type Gap = {
  readonly mineral: Mineral;
  readonly target: number;
  /** Missing amount in the mineral's unit; an upper bound, since the known amount is a lower bound. */
  readonly missing: number;
  /** 0.5 to 1, rising with the share of the day's entries that report the mineral. */
  readonly trust: number;
};

/** Candidate number and number of portions of each option. */
export type OptionFood = {
  readonly candidate: number;
  readonly count: 0.5 | 1 | 2;
  /** Whether it is a pick of the article that closes at least a third of some gap. */
  readonly isPick: boolean;
};

export type BuiltProblem = {
  readonly problem: Problem;
  readonly gaps: readonly Gap[];
  readonly foods: readonly OptionFood[];
};

/** Lower bound of a total: 0 when no food reports the nutrient. */
export const atLeast = (total: { readonly amount: number | null }): number =>
  total.amount === null ? 0 : total.amount;

/** Gaps for which suggestions are permitted, in the order of MINERALS. */
export const openGaps = ({ totals, needs, gates }: SuggestionRequest): Gap[] => {
  return MINERALS.flatMap((mineral) => {
    const { target } = needs[mineral];
    if (target === null || !(target > 0) || !canSuggestIncrease(gates, mineral)) return [];
    const total = totals[mineral];
    const missing = target - atLeast(total);
    if (!(missing > 0)) return [];
    const coverage = total.entries === 0 ? 1 : total.known / total.entries;
    const trust = WEIGHTS.lowestTrust + (1 - WEIGHTS.lowestTrust) * coverage;
    return [{ mineral, target, missing, trust }];
  });
};

/** What one option is charged to a bound, and the bounds on it: of an upper limit that counts food, or of a set cap. */
type Bound = {
  /** In the nutrient's unit; infinite where an unknown amount is refused. */
  readonly charge: (candidate: number, count: number) => number;
  /** Largest charge of one option. */
  readonly most: number;
  /** Largest charge of a set; infinite where only single options are bounded. */
  readonly left: number;
};

/** Upper limits that count food; that of magnesium counts supplements only. */
const upperLimits = (
  { candidates, minerals }: PreparedCandidates,
  { totals, needs }: SuggestionRequest,
): Bound[] =>
  MINERALS.flatMap((mineral, column) => {
    const { ul, ulScope } = needs[mineral];
    if (ul === null || ulScope === "supplements") return [];
    const left = ul - atLeast(totals[mineral]);
    const charge = (i: number, count: number): number => {
      const amount = minerals[i * MINERALS.length + column] as number;
      if (Number.isNaN(amount)) return ul * UNKNOWN_LIMIT_SHARE;
      const varies =
        mineral === "selenium" && isVariableSelenium((candidates[i] as Candidate).per100g.selenium);
      return amount * count * (varies ? VARIABLE_SELENIUM_CHARGE : 1);
    };
    return left > 0
      ? [{ charge, most: left, left }]
      : [{ charge, most: ul * TRACE_LIMIT_SHARE, left: Number.POSITIVE_INFINITY }];
  });

/** Caps of conditions and medicines on a set as a whole. */
const setCaps = ({ portions }: PreparedCandidates, { gates }: SuggestionRequest): Bound[] =>
  [...gates.setCaps].map(([nutrient, cap]) => ({
    charge: (i, count) => {
      const amount = (portions[i] as Composition)[nutrient];
      return amount === null ? Number.POSITIVE_INFINITY : amount * count;
    },
    most: cap,
    left: cap,
  }));

/** Realistic counts of a food's portion, and those that a child's half portions leave. */
const countsOf = (
  { portionGrams, per100g }: Candidate,
  energyOfOne: number,
  { halfPortions }: SuggestionRequest["gates"],
): readonly OptionFood["count"][] => {
  if (halfPortions) return [0.5];
  const two =
    !isVariableSelenium(per100g.selenium) &&
    2 * portionGrams <= TWO_UP_TO_GRAMS &&
    2 * energyOfOne <= TWO_UP_TO_KCAL;
  return [...(portionGrams >= HALF_FROM_GRAMS ? [0.5 as const] : []), 1, ...(two ? [2 as const] : [])];
};

/** Price of the sodium of a portion; that of an unknown amount is the price of a quarter of the day's limit. */
const sodiumPrice = (sodiumMg: number | null, count: number): number =>
  WEIGHTS.sodium * (sodiumMg === null ? UNKNOWN_LIMIT_SHARE : (sodiumMg * count) / SODIUM_LIMIT_MG);

/**
 * The request as numbers: the permitted options with the gaps they close, their cost and their charge to bounds.
 * @param gaps restricts the value to some gaps of {@link openGaps}; all constraints stay. Absent: all gaps.
 */
export const buildProblem = (
  prepared: PreparedCandidates,
  request: SuggestionRequest,
  gaps: readonly Gap[] = openGaps(request),
): BuiltProblem => {
  const { gates } = request;
  const bounds = [...upperLimits(prepared, request), ...setCaps(prepared, request)];
  const energyKcal = request.energyHeadroomKcal ?? DEFAULT_HEADROOM_KCAL;
  const columns = gaps.map((gap) => MINERALS.indexOf(gap.mineral));
  const calcium = MINERALS.indexOf("calcium");
  const width = MINERALS.length;
  const tipped = MINERALS.map((mineral) => !gates.noTips.has(mineral));

  const foods: OptionFood[] = [];
  const share: number[] = [];
  const charge: number[] = [];
  const kcal: number[] = [];
  const worth: number[] = [];
  const family: number[] = [];
  const variable: number[] = [];

  for (const [i, candidate] of prepared.candidates.entries()) {
    const energyOfOne = prepared.kcal[i] as number;
    // NaN fails the comparison: foods of unknown energy are never suggested.
    if (!(energyOfOne / 2 <= energyKcal) || ruledOut(candidate, request, null) !== null) continue;

    const row = i * width;
    /** What one portion adds to each gap. */
    const amounts = columns.map((column) => {
      const amount = prepared.minerals[row + column] as number;
      return amount > 0 && !(column === calcium && candidate.highOxalate) ? amount : 0;
    });
    const most = Math.max(0, ...amounts.map((amount, g) => amount / (gaps[g] as Gap).missing));
    if (most === 0) continue;

    let unknown = 0;
    for (let column = 0; column < width; column++) {
      if (tipped[column] && Number.isNaN(prepared.minerals[row + column] as number)) unknown++;
    }
    const portion = prepared.portions[i] as Composition;
    const eaten = Math.min(EATEN_WINDOW_DAYS, request.eatenDays.get(candidate.foodId) ?? 0);

    for (const count of countsOf(candidate, energyOfOne, gates)) {
      if (candidate.portionGrams * count > MAX_ENTRY_GRAMS || energyOfOne * count > MAX_KCAL) continue;
      if (energyOfOne * count > energyKcal) continue;
      if (tooMuch(portion, request, count) !== null) continue;
      const charges = bounds.map((bound) => bound.charge(i, count));
      if (charges.some((amount, b) => amount > (bounds[b] as Bound).most)) continue;

      const isPick = candidate.pick !== null && most * count >= PICK_CLOSES_FROM;
      foods.push({ candidate: i, count, isPick });
      share.push(...amounts.map((amount, g) => Math.min(1, (amount * count) / (gaps[g] as Gap).missing)));
      charge.push(...charges);
      kcal.push(energyOfOne * count);
      worth.push(
        -WEIGHTS.food -
          (count === 2 ? WEIGHTS.secondPortion : 0) -
          (WEIGHTS.per100Kcal * energyOfOne * count) / 100 -
          sodiumPrice(portion.sodium, count) -
          WEIGHTS.unknownMineral * unknown +
          (isPick ? WEIGHTS.pick : 0) +
          (WEIGHTS.eaten * eaten) / EATEN_WINDOW_DAYS,
      );
      family.push(prepared.families[i] as number);
      variable.push(isVariableSelenium(candidate.per100g.selenium) ? 1 : 0);
    }
  }

  const maxItems = request.maxItems ?? 3;
  const binding = bindingBounds(bounds, charge, maxItems);
  return {
    gaps,
    foods,
    problem: {
      maxItems,
      energyKcal,
      gapWeight: Float64Array.from(gaps, (gap) => (gap.missing / gap.target) * gap.trust),
      closingWorth: Float64Array.from(gaps, (gap) => WEIGHTS.closing * gap.trust),
      limitLeft: Float64Array.from(binding, (b) => (bounds[b] as Bound).left),
      options: {
        count: foods.length,
        share: Float64Array.from(share),
        charge: Float64Array.from(
          foods.flatMap((_, option) => binding.map((b) => charge[option * bounds.length + b] as number)),
        ),
        kcal: Float64Array.from(kcal),
        worth: Float64Array.from(worth),
        family: Int32Array.from(family),
        variable: Uint8Array.from(variable),
      },
    },
  };
};

/** Bounds that some set of `maxItems` options could exceed; the others are left out. */
const bindingBounds = (bounds: readonly Bound[], charge: readonly number[], maxItems: number): number[] =>
  bounds.flatMap(({ left }, b) => {
    let highest = 0;
    for (let at = b; at < charge.length; at += bounds.length)
      highest = Math.max(highest, charge[at] as number);
    return highest * maxItems > left ? [b] : [];
  });
