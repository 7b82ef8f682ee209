import { FULL_SHARE, type Problem, setValue } from "./objective";

/** Sets kept from one food to the next; see {@link search}. */
export const BEAM = 32;
/** Sets kept when one food of the best set is held and the others are looked for anew. */
export const NARROW_BEAM = 32;
/** Options that the beam looks at; the exchange looks at all. */
export const SHORTLIST = 256;
/** Sets that are improved by exchange at the end. */
const IMPROVED = 4;
/** Two values closer than this are equal, and the set found first stays. */
const TIE = 1e-9;

/** A set of options with what it has used up. */
type State = {
  /** Option numbers, ascending. */
  readonly chosen: readonly number[];
  readonly value: number;
  /** Share of each gap closed, not above 1. */
  readonly closed: Float64Array;
  readonly energyLeft: number;
  readonly limitLeft: Float64Array;
  readonly variable: boolean;
};

const emptyState = (problem: Problem): State => ({
  chosen: [],
  value: 0,
  closed: new Float64Array(problem.gapWeight.length),
  energyLeft: problem.energyKcal,
  limitLeft: problem.limitLeft,
  variable: false,
});

const extended = (problem: Problem, state: State, option: number): State => {
  const { options } = problem;
  const gaps = problem.gapWeight.length;
  const limits = problem.limitLeft.length;
  const chosen = [...state.chosen, option].sort((a, b) => a - b);
  return {
    chosen,
    // Not the parent's value and a gain: the same set is worth the same to the last digit however it was reached.
    value: setValue(problem, chosen),
    closed: state.closed.map((share, k) => Math.min(1, share + (options.share[option * gaps + k] as number))),
    energyLeft: state.energyLeft - (options.kcal[option] as number),
    limitLeft: state.limitLeft.map((left, l) => left - (options.charge[option * limits + l] as number)),
    variable: state.variable || options.variable[option] === 1,
  };
};

/** The highest numbers offered, with the place each came from; of equal numbers the first offered stays ahead. */
const topList = (size: number) => {
  const values = new Float64Array(size);
  const places = new Int32Array(size);
  let length = 0;
  return {
    places,
    length: () => length,
    offer: (value: number, place: number): void => {
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

/**
 * The options that promise most, in ascending order: by worth, and by weight and closing worth for the share
 * of each gap, as if each share of a gap earned its part of the closing.
 */
const shortlist = (problem: Problem, length: number): Int32Array => {
  const { options, gapWeight, closingWorth } = problem;
  const gaps = gapWeight.length;
  const top = topList(Math.min(length, options.count));
  for (let option = 0, at = 0; option < options.count; option++) {
    let promise = options.worth[option] as number;
    for (let k = 0; k < gaps; k++, at++) {
      promise += ((gapWeight[k] as number) + (closingWorth[k] as number)) * (options.share[at] as number);
    }
    top.offer(promise, option);
  }
  return top.places.sort();
};

/**
 * What each of `rows` would add to the value of a set; −Infinity where a rule forbids it beside the set.
 * The inner loop of the search: everything it touches is a flat array of numbers.
 */
const gains = (problem: Problem, state: State, rows: Int32Array, into: Float64Array): void => {
  const { options, gapWeight, closingWorth } = problem;
  const { share, charge, kcal, worth, family, variable } = options;
  const { closed, energyLeft, limitLeft } = state;
  const gaps = gapWeight.length;
  const limits = limitLeft.length;
  // Families of the at most four foods already chosen; −1 matches none.
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
      into[row] = Number.NEGATIVE_INFINITY;
      continue;
    }
    let gain = worth[option] as number;
    for (let k = 0, at = option * gaps; k < gaps; k++, at++) {
      const before = closed[k] as number;
      if (before >= FULL_SHARE) continue;
      const after = before + (share[at] as number);
      gain +=
        after >= FULL_SHARE
          ? (gapWeight[k] as number) * (1 - before) + (closingWorth[k] as number)
          : (gapWeight[k] as number) * (after - before);
    }
    into[row] = gain;
  }
};

/** The row with the highest gain, the first of equals; −1 when none is allowed. */
const highest = (values: Float64Array): number => {
  let best = -1;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] as number;
    if (value > (best < 0 ? Number.NEGATIVE_INFINITY : (values[best] as number) + TIE)) best = row;
  }
  return best;
};

/** Better first; among equals the one with the lower option numbers, so that the order is total. */
const byValue = (a: State, b: State): number => {
  if (Math.abs(a.value - b.value) > TIE) return b.value - a.value;
  for (let i = 0; i < Math.min(a.chosen.length, b.chosen.length); i++) {
    const difference = (a.chosen[i] as number) - (b.chosen[i] as number);
    if (difference !== 0) return difference;
  }
  return a.chosen.length - b.chosen.length;
};

/** The `width` best sets of one food more than `states`, each once. */
const nextBeam = (problem: Problem, states: readonly State[], rows: Int32Array, width: number): State[] => {
  const values = new Float64Array(rows.length);
  // A set of n foods can be reached from up to n states, hence the longer list.
  const top = topList(width * problem.maxItems);
  for (const [number, state] of states.entries()) {
    gains(problem, state, rows, values);
    for (let row = 0; row < rows.length; row++) {
      const gain = values[row] as number;
      if (gain > Number.NEGATIVE_INFINITY) top.offer(state.value + gain, number * rows.length + row);
    }
  }
  const beam = new Map<string, State>();
  for (let i = 0; i < top.length() && beam.size < width; i++) {
    const place = top.places[i] as number;
    const state = states[Math.floor(place / rows.length)] as State;
    const next = extended(problem, state, rows[place % rows.length] as number);
    const key = next.chosen.join();
    if (!beam.has(key)) beam.set(key, next);
  }
  return [...beam.values()].sort(byValue);
};

const without = (problem: Problem, state: State, option: number): State =>
  state.chosen
    .filter((other) => other !== option)
    .reduce((rest, other) => extended(problem, rest, other), emptyState(problem));

/** Exchanges one food for a better one, leaves one out or adds one, until nothing of that helps. */
const improved = (problem: Problem, start: State, rows: Int32Array): State => {
  const values = new Float64Array(rows.length);
  let best = start;
  for (;;) {
    const before = best;
    const rests = [...before.chosen.map((option) => without(problem, before, option)), before];
    for (const rest of rests) {
      if (rest.value > best.value + TIE) best = rest;
      if (rest.chosen.length >= problem.maxItems) continue;
      gains(problem, rest, rows, values);
      const row = highest(values);
      if (row >= 0 && rest.value + (values[row] as number) > best.value + TIE) {
        best = extended(problem, rest, rows[row] as number);
      }
    }
    if (best === before) return best;
  }
};

/**
 * A set of options of high value that keeps every rule; empty when no set is worth more than nothing.
 *
 * Beam search with exchange: of all sets of one promising food the best {@link BEAM} are kept, of all sets of
 * one food more the best again, up to the most foods allowed; then the best few are improved by exchanging
 * single foods among all options. No clock and no chance: the same problem has the same answer everywhere.
 * How far it stays below the optimum is measured against an exact solver (docs/decisions/006-suggestions.md).
 */
export const search = (problem: Problem): readonly number[] => {
  const promising = shortlist(problem, SHORTLIST);
  const all = Int32Array.from({ length: problem.options.count }, (_, option) => option);
  const from = (start: State, width: number): State[] => {
    const found = [start];
    let beam = [start];
    for (let size = start.chosen.length; size < problem.maxItems && beam.length > 0; size++) {
      beam = nextBeam(problem, beam, promising, width);
      found.push(...beam);
    }
    return found.sort(byValue);
  };
  const empty = emptyState(problem);
  const finalists = from(empty, BEAM).slice(0, IMPROVED);
  let best = finalists.map((state) => improved(problem, state, all)).sort(byValue)[0] as State;
  // Two foods at once may be worth exchanging where neither is alone: keep each one and look again.
  for (const option of best.chosen) {
    const again = from(extended(problem, empty, option), NARROW_BEAM)[0] as State;
    best = [best, improved(problem, again, all)].sort(byValue)[0] as State;
  }
  return best.chosen;
};
