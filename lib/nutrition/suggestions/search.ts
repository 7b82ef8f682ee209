import { FULL_SHARE, type Problem, setValue } from "./objective";

/** Beam width: sets kept after each added food; see {@link search}. */
const BEAM = 96;
/** Number of options in the beam search, those of highest promise alone; the exchange considers all options. */
const SHORTLIST = 250;
/** Number of final sets improved by exchange. */
const IMPROVED = 8;
/** Values closer than this are ties; the set with the lower option numbers is kept. */
const TIE = 1e-9;

/** A set of options with what it uses of the constraints. */
type State = {
  /** Option numbers, ascending. */
  readonly chosen: readonly number[];
  readonly value: number;
  /** Upper estimate of the value: each share of a gap earns its part of the value of closing it. */
  readonly promise: number;
  /** Share of each gap closed, not above 1. */
  readonly closed: Float64Array;
  readonly energyLeft: number;
  readonly limitLeft: Float64Array;
  readonly variable: boolean;
};

/** State of a set of options. Computed in ascending order, so that it does not depend on how the set was built. */
const stateOf = (problem: Problem, options: readonly number[]): State => {
  const { gapWeight, closingWorth, limitLeft } = problem;
  const { share, charge, kcal, variable } = problem.options;
  const gaps = gapWeight.length;
  const limits = limitLeft.length;
  const chosen = [...options].sort((a, b) => a - b);
  const sum = (values: Float64Array, width: number, column: number): number =>
    chosen.reduce((total, option) => total + (values[option * width + column] as number), 0);
  const closed = Float64Array.from(gapWeight, (_, k) => Math.min(1, sum(share, gaps, k)));
  const value = setValue(problem, chosen);
  const unearned = closed.reduce(
    (total, part, k) => total + (part >= FULL_SHARE ? 0 : part * (closingWorth[k] as number)),
    0,
  );
  return {
    chosen,
    value,
    promise: value + unearned,
    closed,
    energyLeft: problem.energyKcal - sum(kcal, 1, 0),
    limitLeft: limitLeft.map((left, l) => left - sum(charge, limits, l)),
    variable: chosen.some((option) => variable[option] === 1),
  };
};

/**
 * Gain in value and in promise from adding each option to a set; −Infinity where a constraint forbids it. The inner
 * loop of the search, on flat arrays of numbers.
 */
const gains = (
  problem: Problem,
  state: State,
  rows: Int32Array,
  toValue: Float64Array,
  toPromise: Float64Array,
): void => {
  const { options, gapWeight, closingWorth } = problem;
  const { share, charge, kcal, worth, family, variable } = options;
  const { closed, energyLeft, limitLeft } = state;
  const gaps = gapWeight.length;
  const limits = limitLeft.length;
  // Families of the chosen foods, at most four; −1 matches none.
  const [a = -1, b = -1, c = -1, d = -1] = state.chosen.map((option) => family[option] as number);
  for (let row = 0; row < rows.length; row++) {
    const option = rows[row] as number;
    const own = family[option] as number;
    let allowed =
      (kcal[option] as number) <= energyLeft &&
      !(state.variable && variable[option] === 1) &&
      own !== a &&
      own !== b &&
      own !== c &&
      own !== d;
    for (let l = 0, at = option * limits; allowed && l < limits; l++, at++) {
      allowed = (charge[at] as number) <= (limitLeft[l] as number);
    }
    if (!allowed) {
      toValue[row] = Number.NEGATIVE_INFINITY;
      toPromise[row] = Number.NEGATIVE_INFINITY;
      continue;
    }
    let value = worth[option] as number;
    let promise = value;
    for (let k = 0, at = option * gaps; k < gaps; k++, at++) {
      const before = closed[k] as number;
      if (before >= FULL_SHARE) continue;
      const weight = gapWeight[k] as number;
      const closing = closingWorth[k] as number;
      const after = before + (share[at] as number);
      if (after >= FULL_SHARE) {
        value += weight * (1 - before) + closing;
        promise += (weight + closing) * (1 - before);
      } else {
        value += weight * (after - before);
        promise += (weight + closing) * (after - before);
      }
    }
    toValue[row] = value;
    toPromise[row] = promise;
  }
};

/** Keeps the `size` largest numbers offered with their origin; of equal numbers the earlier one comes first. */
const topList = (size: number) => {
  const values = new Float64Array(size);
  const places = new Int32Array(size);
  let length = 0;
  return {
    places: () => places.subarray(0, length),
    offer: (value: number, place: number): void => {
      if (value === Number.NEGATIVE_INFINITY) return;
      if (length === size && !(value > (values[size - 1] as number))) return;
      let at = length < size ? length++ : size - 1;
      for (; at > 0 && value > (values[at - 1] as number); at--) {
        values[at] = values[at - 1] as number;
        places[at] = places[at - 1] as number;
      }
      values[at] = value;
      places[at] = place;
    },
  };
};

/** Order by value, descending; ties by option numbers, so that the order is total. */
const byValue = (a: State, b: State): number => {
  if (Math.abs(a.value - b.value) > TIE) return b.value - a.value;
  for (let i = 0; i < Math.min(a.chosen.length, b.chosen.length); i++) {
    const difference = (a.chosen[i] as number) - (b.chosen[i] as number);
    if (difference !== 0) return difference;
  }
  return a.chosen.length - b.chosen.length;
};

/**
 * All sets with one food more than those of `states`, each once: those of highest promise, to continue from, and those
 * of highest value.
 */
const grow = (
  problem: Problem,
  states: readonly State[],
  rows: Int32Array,
): { readonly promising: State[]; readonly best: State[] } => {
  const count = rows.length;
  const toValue = new Float64Array(count);
  const toPromise = new Float64Array(count);
  const isLast = states[0]?.chosen.length === problem.maxItems - 1;
  // A set of n foods is reached from up to n states, so the lists are longer than the beam.
  const byPromise = topList(BEAM * problem.maxItems);
  const byWorth = topList(IMPROVED * problem.maxItems);
  for (const [number, state] of states.entries()) {
    gains(problem, state, rows, toValue, toPromise);
    for (let row = 0; row < count; row++) {
      if (!isLast) byPromise.offer(state.promise + (toPromise[row] as number), number * count + row);
      byWorth.offer(state.value + (toValue[row] as number), number * count + row);
    }
  }
  const distinct = (places: Int32Array, width: number): State[] => {
    const sets = new Map<string, State>();
    for (const place of places) {
      if (sets.size === width) break;
      const { chosen } = states[Math.floor(place / count)] as State;
      const next = stateOf(problem, [...chosen, rows[place % count] as number]);
      sets.set(next.chosen.join(), next);
    }
    return [...sets.values()];
  };
  return {
    promising: isLast ? [] : distinct(byPromise.places(), BEAM),
    best: distinct(byWorth.places(), IMPROVED),
  };
};

/** The options of highest promise alone, in ascending order. */
const shortlist = (problem: Problem, empty: State, all: Int32Array): Int32Array => {
  if (all.length <= SHORTLIST) return all;
  const toValue = new Float64Array(all.length);
  const toPromise = new Float64Array(all.length);
  gains(problem, empty, all, toValue, toPromise);
  const top = topList(SHORTLIST);
  for (const option of all) top.offer(toPromise[option] as number, option);
  return top.places().slice().sort();
};

/** Improves a set by exchanging, removing or adding one food at a time until nothing helps. */
const improved = (problem: Problem, start: State, rows: Int32Array): State => {
  const toValue = new Float64Array(rows.length);
  const toPromise = new Float64Array(rows.length);
  let best = start;
  for (;;) {
    const before = best;
    const rests = before.chosen.map((option) =>
      stateOf(
        problem,
        before.chosen.filter((other) => other !== option),
      ),
    );
    for (const rest of [...rests, before]) {
      if (rest.value > best.value + TIE) best = rest;
      if (rest.chosen.length === problem.maxItems) continue;
      gains(problem, rest, rows, toValue, toPromise);
      for (let row = 0; row < rows.length; row++) {
        if (rest.value + (toValue[row] as number) > best.value + TIE) {
          best = stateOf(problem, [...rest.chosen, rows[row] as number]);
        }
      }
    }
    if (best === before) return best;
  }
};

/**
 * A set of options of high value within all constraints; empty when no set has a value above 0.
 *
 * Beam search with exchange: from the {@link BEAM} sets of highest promise with one food, sets with one food more are
 * built, up to the largest number allowed; the best sets found are improved by exchanging single foods. Deterministic.
 * The distance from the optimum is measured with an exact solver (docs/decisions/006-suggestions.md).
 */
export const search = (problem: Problem): readonly number[] => {
  const empty = stateOf(problem, []);
  const all = Int32Array.from({ length: problem.options.count }, (_, option) => option);
  const rows = shortlist(problem, empty, all);
  const found: State[] = [empty];
  let states: readonly State[] = [empty];
  for (let size = 1; size <= problem.maxItems && states.length > 0; size++) {
    const { promising, best } = grow(problem, states, rows);
    found.push(...best);
    states = promising;
  }
  const finalists = found.sort(byValue).slice(0, IMPROVED);
  const best = finalists.map((state) => improved(problem, state, all)).sort(byValue)[0];
  return best === undefined ? [] : best.chosen;
};
