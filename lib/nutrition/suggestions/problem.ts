import type { Composition } from "../composition";
import { MINERALS, type Mineral } from "../nutrients";
import { canSuggestIncrease } from "../safety/permissions";
import type { PreparedCandidates } from "./candidates";
import {
  HALF_FROM_GRAMS,
  isVariableSelenium,
  MAX_ENTRY_GRAMS,
  MAX_KCAL,
  PICK_CLOSES_FROM,
  type Problem,
  TRACE_LIMIT_SHARE,
  TWO_UP_TO_GRAMS,
  TWO_UP_TO_KCAL,
  UNKNOWN_LIMIT_SHARE,
  VARIABLE_SELENIUM_CHARGE,
  WEIGHTS,
} from "./objective";
import { isAvoided, unwantedContents, withinCaps } from "./permitted";
import { DEFAULT_HEADROOM_KCAL, EATEN_WINDOW_DAYS, type SuggestionRequest } from "./request";

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

type Limit = {
  readonly column: number;
  readonly ul: number;
  readonly left: number;
  readonly passed: boolean;
};

/** Upper limits that count food; that of magnesium counts supplements only. */
const foodLimits = ({ totals, needs }: SuggestionRequest): Limit[] =>
  MINERALS.flatMap((mineral, column) => {
    const { ul, ulScope } = needs[mineral];
    if (ul === null || ulScope === "supplements") return [];
    const left = ul - atLeast(totals[mineral]);
    return [{ column, ul, left: Math.max(0, left), passed: left <= 0 }];
  });

/**
 * The request as numbers: the permitted options with the gaps they close, their cost and their charge to limits.
 * @param only restricts the value to one gap of {@link openGaps}; all constraints stay. Absent: all gaps.
 */
export const buildProblem = (
  prepared: PreparedCandidates,
  request: SuggestionRequest,
  gaps: readonly Gap[] = openGaps(request),
): BuiltProblem => {
  const { gates } = request;
  const unwanted = [...unwantedContents(request.diet, request.exclusions)];
  const limits = foodLimits(request);
  const energyKcal = request.energyHeadroomKcal ?? DEFAULT_HEADROOM_KCAL;
  const columns = gaps.map((gap) => MINERALS.indexOf(gap.mineral));
  const calcium = MINERALS.indexOf("calcium");
  const selenium = MINERALS.indexOf("selenium");
  const width = MINERALS.length;
  const tipped = MINERALS.map((mineral) => !gates.noTips.has(mineral));
  const avoids = gates.avoid.size > 0;

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
    if (!(energyOfOne / 2 <= energyKcal)) continue;
    if (request.excludedFoods?.has(candidate.foodId) || request.excludedGroups?.has(candidate.group))
      continue;
    if (unwanted.some((content) => candidate.contains[content] !== false)) continue;
    if (avoids && isAvoided(candidate, gates)) continue;

    const row = i * width;
    let most = 0;
    for (const [g, column] of columns.entries()) {
      if (column === calcium && candidate.highOxalate) continue;
      const amount = prepared.minerals[row + column] as number;
      if (amount > 0) most = Math.max(most, amount / (gaps[g] as Gap).missing);
    }
    if (most === 0) continue;

    let unknown = 0;
    for (let column = 0; column < width; column++) {
      if (tipped[column] && Number.isNaN(prepared.minerals[row + column] as number)) unknown++;
    }
    const varies = isVariableSelenium(candidate.per100g.selenium);
    const eaten = Math.min(EATEN_WINDOW_DAYS, request.eatenDays.get(candidate.foodId) ?? 0);

    for (const count of gates.halfPortions ? ([0.5] as const) : ([0.5, 1, 2] as const)) {
      if (count === 0.5 && !gates.halfPortions && candidate.portionGrams < HALF_FROM_GRAMS) continue;
      if (
        count === 2 &&
        (varies || 2 * candidate.portionGrams > TWO_UP_TO_GRAMS || 2 * energyOfOne > TWO_UP_TO_KCAL)
      ) {
        continue;
      }
      if (candidate.portionGrams * count > MAX_ENTRY_GRAMS || energyOfOne * count > MAX_KCAL) continue;
      if (energyOfOne * count > energyKcal) continue;
      if (!withinCaps(prepared.portions[i] as Composition, gates, count)) continue;
      const charges = limits.map(({ column, ul }) => {
        const amount = prepared.minerals[row + column] as number;
        if (Number.isNaN(amount)) return ul * UNKNOWN_LIMIT_SHARE;
        return amount * count * (varies && column === selenium ? VARIABLE_SELENIUM_CHARGE : 1);
      });
      const over = charges.some((amount, l) => {
        const { ul, left, passed } = limits[l] as Limit;
        return passed ? amount > ul * TRACE_LIMIT_SHARE : amount > left;
      });
      if (over) continue;

      const isPick = candidate.pick !== null && most * count >= PICK_CLOSES_FROM;
      foods.push({ candidate: i, count, isPick });
      for (const [g, column] of columns.entries()) {
        const amount = prepared.minerals[row + column] as number;
        const counts = amount > 0 && !(column === calcium && candidate.highOxalate);
        share.push(counts ? Math.min(1, (amount * count) / (gaps[g] as Gap).missing) : 0);
      }
      charge.push(...charges);
      kcal.push(energyOfOne * count);
      worth.push(
        -WEIGHTS.food -
          (count === 2 ? WEIGHTS.secondPortion : 0) -
          (WEIGHTS.per100Kcal * energyOfOne * count) / 100 -
          WEIGHTS.unknownMineral * unknown +
          (isPick ? WEIGHTS.pick : 0) +
          (WEIGHTS.eaten * eaten) / EATEN_WINDOW_DAYS,
      );
      family.push(prepared.families[i] as number);
      variable.push(varies ? 1 : 0);
    }
  }

  const maxItems = request.maxItems ?? 3;
  const binding = bindingLimits(limits, charge, maxItems);
  return {
    gaps,
    foods,
    problem: {
      maxItems,
      energyKcal,
      gapWeight: Float64Array.from(gaps, (gap) => (gap.missing / gap.target) * gap.trust),
      closingWorth: Float64Array.from(gaps, (gap) => WEIGHTS.closing * gap.trust),
      limitLeft: Float64Array.from(binding, (l) => (limits[l] as Limit).left),
      options: {
        count: foods.length,
        share: Float64Array.from(share),
        charge: Float64Array.from(
          foods.flatMap((_, option) => binding.map((l) => charge[option * limits.length + l] as number)),
        ),
        kcal: Float64Array.from(kcal),
        worth: Float64Array.from(worth),
        family: Int32Array.from(family),
        variable: Uint8Array.from(variable),
      },
    },
  };
};

/** Limits that some set of `maxItems` options could exceed; the others are left out. */
const bindingLimits = (limits: readonly Limit[], charge: readonly number[], maxItems: number): number[] =>
  limits.flatMap(({ left, passed }, l) => {
    if (passed) return [];
    let highest = 0;
    for (let at = l; at < charge.length; at += limits.length)
      highest = Math.max(highest, charge[at] as number);
    return highest * maxItems > left ? [l] : [];
  });
