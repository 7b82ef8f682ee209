import { MINERALS, type Mineral, NUTRIENTS } from "../nutrients";
import { canSuggestIncrease } from "../safety/permissions";
import type { PickKind, PreparedCandidates } from "./candidates";
import { isVariableSelenium } from "./objective";
import { atLeast, type BuiltProblem, buildProblem, type Gap, openGaps } from "./problem";
import { checkRequest, EATEN_WINDOW_DAYS, type SuggestionRequest } from "./request";
import { search } from "./search";

/** Amount of a mineral that a portion adds. */
export type Added = {
  readonly mineral: Mineral;
  /** Not rounded, in `unit`. */
  readonly amount: number;
  readonly unit: "mg" | "µg";
  /** Share of the day's gap that it closes, 0 to 1; null without a gap, or where the amount does not count. */
  readonly share: number | null;
  /** False for calcium bound by oxalate: shown, but not counted. */
  readonly counts: boolean;
};

/** Cautions, most important first; a page shows the first. */
export type Caution =
  /** Selenium varies widely between samples; the text is SELENIUM_VARIATION. */
  | { readonly code: "selenium-varies" }
  /** Most of this amount of calcium is bound by oxalate. */
  | { readonly code: "calcium-bound"; readonly calciumMg: number }
  /** Minerals without a value in the table. */
  | { readonly code: "unknown-values"; readonly minerals: readonly Mineral[] };

export type Suggestion = {
  readonly foodId: string;
  readonly name: string;
  readonly group: string;
  /** `count` of the measure that `label` names: 0.5, 1 or 2. */
  readonly portion: { readonly id: string | null; readonly label: string; readonly count: number };
  readonly grams: number;
  readonly energyKcal: number;
  /**
   * Ordered by the share of the target that is added, counting at most the missing amount; minerals without a gap last.
   * (By the share of the gap, a very small gap would come first.) Known amounts only.
   */
  readonly adds: readonly Added[];
  /** Gaps that this portion alone closes. */
  readonly closes: readonly Mineral[];
  /** Kind of the article's pick, where the portion closes at least a third of some gap. */
  readonly pick: PickKind | null;
  /** Days of the last 14 on which it was eaten. */
  readonly eatenDays: number;
  readonly cautions: readonly Caution[];
};

/** Result of the day with all suggested foods, by counted amounts. */
export type Together = {
  /** Number of minerals with a target and permitted suggestions. */
  readonly of: number;
  readonly atTargetNow: number;
  readonly atTarget: number;
  /** At target only with the foods. */
  readonly reached: readonly Mineral[];
  /** Below target, but at {@link CLOSE_FROM} of it or more. */
  readonly close: readonly Mineral[];
  /** Below {@link CLOSE_FROM} of the target. */
  readonly stillShort: readonly Mineral[];
};

export type Suggestions = { readonly items: readonly Suggestion[]; readonly together: Together };

/** Share of a target from which a mineral counts as close to it. Our choice. */
const CLOSE_FROM = 0.85;
/** Least share of a gap that a food for one gap must close. Our choice. */
const MIN_GAP_SHARE = 0.1;
/** Number of foods suggested for one gap. */
const FOODS_PER_GAP = 3;

const describe = (
  prepared: PreparedCandidates,
  request: SuggestionRequest,
  { foods }: BuiltProblem,
  gaps: readonly Gap[],
  option: number,
): Suggestion => {
  const food = foods[option] as BuiltProblem["foods"][number];
  const candidate = prepared.candidates[food.candidate] as PreparedCandidates["candidates"][number];
  const adds: Added[] = [];
  const unknown: Mineral[] = [];
  const cautions: Caution[] = [];
  if (isVariableSelenium(candidate.per100g.selenium)) cautions.push({ code: "selenium-varies" });
  for (const [column, mineral] of MINERALS.entries()) {
    if (request.gates.noTips.has(mineral)) continue;
    const amount = (prepared.minerals[food.candidate * MINERALS.length + column] as number) * food.count;
    if (Number.isNaN(amount)) {
      unknown.push(mineral);
      continue;
    }
    const counts = !(mineral === "calcium" && candidate.highOxalate);
    if (!counts) cautions.push({ code: "calcium-bound", calciumMg: amount });
    const gap = gaps.find((one) => one.mineral === mineral);
    const share = gap === undefined || !counts ? null : Math.min(1, amount / gap.missing);
    adds.push({ mineral, amount, unit: NUTRIENTS[mineral].unit, share, counts });
  }
  if (unknown.length > 0) cautions.push({ code: "unknown-values", minerals: unknown });
  const worth = ({ mineral, amount, share }: Added): number => {
    const gap = gaps.find((one) => one.mineral === mineral);
    return share === null || gap === undefined ? -1 : Math.min(amount, gap.missing) / gap.target;
  };
  adds.sort((a, b) => worth(b) - worth(a));
  return {
    foodId: candidate.foodId,
    name: candidate.name,
    group: candidate.group,
    portion: { id: candidate.portionId, label: candidate.portionLabel, count: food.count },
    grams: candidate.portionGrams * food.count,
    energyKcal: (prepared.kcal[food.candidate] as number) * food.count,
    adds,
    closes: adds.flatMap(({ mineral, share }) => (share === 1 ? [mineral] : [])),
    pick: food.isPick ? candidate.pick : null,
    eatenDays: Math.min(EATEN_WINDOW_DAYS, request.eatenDays.get(candidate.foodId) ?? 0),
    cautions,
  };
};

const together = (request: SuggestionRequest, items: readonly Suggestion[]): Together => {
  const reached: Mineral[] = [];
  const close: Mineral[] = [];
  const stillShort: Mineral[] = [];
  let of = 0;
  let atTargetNow = 0;
  for (const mineral of MINERALS) {
    const { target } = request.needs[mineral];
    const { gates } = request;
    if (target === null || !(target > 0) || !canSuggestIncrease(gates, mineral)) continue;
    of++;
    const now = atLeast(request.totals[mineral]);
    const added = items
      .flatMap((item) => item.adds)
      .filter((add) => add.mineral === mineral && add.counts)
      .reduce((sum, { amount }) => sum + amount, 0);
    // Tolerance for the rounding error of a sum that reaches the target.
    const share = (now + added) / target + 1e-9;
    if (now >= target) atTargetNow++;
    else if (share >= 1) reached.push(mineral);
    else if (share >= CLOSE_FROM) close.push(mineral);
    else stillShort.push(mineral);
  }
  return { of, atTargetNow, atTarget: atTargetNow + reached.length, reached, close, stillShort };
};

/** The article's picks that close a gap first; then by value. */
const picksFirst = <T extends { readonly isPick: boolean; readonly value: number; readonly order: number }>(
  ranked: T[],
): T[] =>
  ranked.sort((a, b) => Number(b.isPick) - Number(a.isPick) || b.value - a.value || a.order - b.order);

/**
 * Suggests the fewest realistic portions that close most of the day's gaps, by the objective and constraints in
 * `objective.ts`.
 *
 * Deterministic and independent of the order of the candidates. Only known amounts count: an unknown amount closes no
 * gap and, near an upper limit, rules a food out. Empty when no food is worth suggesting.
 * @throws RangeError when a number of the request is out of range.
 */
export const suggest = (prepared: PreparedCandidates, request: SuggestionRequest): Suggestions => {
  checkRequest(request);
  const gaps = openGaps(request);
  if (gaps.length === 0) return { items: [], together: together(request, []) };
  const built = buildProblem(prepared, request, gaps);
  const { share, worth } = built.problem.options;
  const aloneOf = (option: number): number =>
    gaps.reduce(
      (sum, _, k) =>
        sum +
        (built.problem.gapWeight[k] as number) * (share[option * gaps.length + k] as number) +
        (share[option * gaps.length + k] === 1 ? (built.problem.closingWorth[k] as number) : 0),
      worth[option] as number,
    );
  const ranked = search(built.problem).map((option) => ({
    order: option,
    isPick: built.foods[option]?.isPick === true,
    value: aloneOf(option),
  }));
  const items = picksFirst(ranked).map(({ order }) => describe(prepared, request, built, gaps, order));
  return { items, together: together(request, items) };
};

/** Alternatives for one gap. */
export type GapSuggestions = {
  readonly items: readonly Suggestion[];
  /**
   * Whether only one of them may be eaten: all together would pass an upper limit, a cap of a set, or the energy left.
   */
  readonly chooseOne: boolean;
};

const NOTHING: GapSuggestions = { items: [], chooseOne: false };

/** Whether some bound of a set is passed when all of these options are eaten. */
const passesTogether = ({ problem }: BuiltProblem, chosen: readonly number[]): boolean => {
  const { limitLeft, energyKcal, options } = problem;
  const limits = limitLeft.length;
  const sum = (amounts: Float64Array | Uint8Array, width: number, column: number): number =>
    chosen.reduce((total, option) => total + (amounts[option * width + column] as number), 0);
  return (
    sum(options.kcal, 1, 0) > energyKcal ||
    sum(options.variable, 1, 0) > 1 ||
    limitLeft.some((left, l) => sum(options.charge, limits, l) > left)
  );
};

/**
 * Suggests up to three foods for one gap, each alone, under the constraints of {@link suggest}: first the article's
 * picks whose portion closes at least a third of the gap, then foods by what they close for their energy; one per
 * family. Empty when the mineral has no gap or is switched off.
 * @throws RangeError when a number of the request is out of range.
 */
export const suggestForGap = (
  mineral: Mineral,
  prepared: PreparedCandidates,
  request: SuggestionRequest,
): GapSuggestions => {
  checkRequest(request);
  const gaps = openGaps(request);
  const gap = gaps.find((one) => one.mineral === mineral);
  if (gap === undefined) return NOTHING;
  const built = buildProblem(prepared, { ...request, maxItems: FOODS_PER_GAP }, [gap]);
  const { options, closingWorth } = built.problem;
  const ranked = built.foods.flatMap((food, option) => {
    const share = options.share[option] as number;
    if (share < MIN_GAP_SHARE) return [];
    // The gap has its full weight here, however small it is: it is the one asked for.
    const value = share + (share === 1 ? (closingWorth[0] as number) : 0) + (options.worth[option] as number);
    return [{ order: option, isPick: food.isPick, value, family: options.family[option] as number }];
  });
  const families = new Set<number>();
  const best: number[] = [];
  for (const { order, family } of picksFirst(ranked)) {
    if (best.length === FOODS_PER_GAP) break;
    if (families.has(family)) continue;
    families.add(family);
    best.push(order);
  }
  return {
    items: best.map((option) => describe(prepared, request, built, gaps, option)),
    chooseOne: passesTogether(built, best),
  };
};
