import { CLOSED, isAllowed, type Options, type Problem, valueOf } from "./objective";

export type SearchResult = {
  /** Option numbers, ascending; empty when nothing is worth its place. */
  readonly chosen: readonly number[];
  readonly value: number;
  /** Whether the search saw to the end that no other set is better. */
  readonly proven: boolean;
  /** Options looked at, a measure of work that does not depend on the machine. */
  readonly work: number;
};

/**
 * Options looked at before the search stops with the best set it has. A count and not a clock, so that the
 * answer is the same on every machine.
 */
export const WORK_LIMIT = 400_000;

/** Two values closer than this are equal, and the set found first stays. */
const TIE = 1e-9;

/** Whether `a` is nowhere worse than `b` and may stand in for it in any set. Same family is the caller's. */
const dominates = (problem: Problem, a: number, b: number): boolean => {
  const { options, gapWeight, limitLeft } = problem;
  const gaps = gapWeight.length;
  const limits = limitLeft.length;
  if ((options.worth[a] as number) < (options.worth[b] as number)) return false;
  if ((options.kcal[a] as number) > (options.kcal[b] as number)) return false;
  if ((options.variable[a] as number) > (options.variable[b] as number)) return false;
  for (let k = 0; k < gaps; k++) {
    if ((options.share[a * gaps + k] as number) < (options.share[b * gaps + k] as number)) return false;
  }
  for (let l = 0; l < limits; l++) {
    if ((options.charge[a * limits + l] as number) > (options.charge[b * limits + l] as number)) return false;
  }
  return true;
};

/** What an option can gain at most beside shares already `closed`, whatever joins it. */
const potential = (problem: Problem, option: number, closed: Float64Array): number => {
  const { gapWeight, closingWorth, options } = problem;
  const gaps = gapWeight.length;
  let sum = options.worth[option] as number;
  for (let k = 0; k < gaps; k++) {
    const open = 1 - (closed[k] as number);
    const share = options.share[option * gaps + k] as number;
    if (open <= 1 - CLOSED || share === 0) continue;
    // A set closes a gap only if its shares add up to what is open: each earns its part of the closing.
    sum +=
      share >= open
        ? (gapWeight[k] as number) * open + (closingWorth[k] as number)
        : (gapWeight[k] as number) * share + ((closingWorth[k] as number) * share) / open;
  }
  return sum;
};

/** Options that no other of their family dominates, the most promising first. */
const shortlist = (problem: Problem): { order: Int32Array; bound: Float64Array } => {
  const { options } = problem;
  const none = new Float64Array(problem.gapWeight.length);
  const bounds = new Float64Array(options.count);
  const families = new Map<number, number[]>();
  for (let option = 0; option < options.count; option++) {
    bounds[option] = potential(problem, option, none);
    const family = options.family[option] as number;
    const members = families.get(family);
    if (members) members.push(option);
    else families.set(family, [option]);
  }
  const kept: number[] = [];
  for (const members of families.values()) {
    members.sort((a, b) => (bounds[b] as number) - (bounds[a] as number) || a - b);
    const front: number[] = [];
    for (const option of members) {
      if (!front.some((other) => dominates(problem, other, option))) front.push(option);
    }
    kept.push(...front);
  }
  kept.sort((a, b) => (bounds[b] as number) - (bounds[a] as number) || a - b);
  return { order: Int32Array.from(kept), bound: Float64Array.from(kept, (o) => bounds[o] as number) };
};

/** A good set to begin with: the best next option, again and again. */
const greedy = (problem: Problem, order: Int32Array): number[] => {
  let chosen: number[] = [];
  let value = 0;
  for (;;) {
    let best: number[] | null = null;
    for (const option of order) {
      if (chosen.length === problem.maxItems) break;
      const next = [...chosen, option];
      if (!isAllowed(problem, next)) continue;
      const nextValue = valueOf(problem, next);
      if (nextValue > value + TIE) {
        best = next;
        value = nextValue;
      }
    }
    if (best === null) return chosen;
    chosen = best;
  }
};

/**
 * The best allowed set: branch and bound over the shortlist, from a greedy set onwards.
 *
 * A branch is left when even its bound does not beat the best set so far. The bound adds up the potentials
 * of the most promising options that are left; the true gain of any of them together is never higher, since
 * shares are capped at what is open and a gap is closed only by shares that reach it.
 * With at most 5 foods the search is finite; it stops early after {@link WORK_LIMIT} and then says so.
 */
export const search = (problem: Problem, workLimit: number = WORK_LIMIT): SearchResult => {
  const { order } = shortlist(problem);
  const { options, gapWeight, closingWorth, limitLeft, maxItems } = problem;
  const gaps = gapWeight.length;
  const limits = limitLeft.length;
  const count = order.length;

  let best: readonly number[] = greedy(problem, order);
  let bestValue = valueOf(problem, best);
  let work = 0;
  let exhausted = false;

  const path: number[] = [];
  const gainOf = (o: Options, option: number, closed: Float64Array): number => {
    let gain = o.worth[option] as number;
    for (let k = 0; k < gaps; k++) {
      const before = closed[k] as number;
      if (before >= CLOSED) continue;
      const after = before + (o.share[option * gaps + k] as number);
      if (after >= CLOSED) gain += (gapWeight[k] as number) * (1 - before) + (closingWorth[k] as number);
      else gain += (gapWeight[k] as number) * (after - before);
    }
    return gain;
  };

  const extend = (
    candidates: Int32Array,
    value: number,
    closed: Float64Array,
    energy: number,
    left: Float64Array,
    variable: number,
  ): void => {
    const places = maxItems - path.length;
    if (places === 0 || exhausted) return;
    const usable = new Int32Array(candidates.length);
    const bound = new Float64Array(candidates.length);
    let n = 0;
    for (const option of candidates) {
      work++;
      if ((options.kcal[option] as number) > energy) continue;
      if (variable + (options.variable[option] as number) > 1) continue;
      if (path.some((other) => options.family[other] === options.family[option])) continue;
      let fits = true;
      for (let l = 0; l < limits && fits; l++) {
        fits = (options.charge[option * limits + l] as number) <= (left[l] as number);
      }
      if (!fits) continue;
      if (places === 1) {
        const total = value + gainOf(options, option, closed);
        if (total > bestValue + TIE) {
          bestValue = total;
          best = [...path, option];
        }
        continue;
      }
      usable[n] = option;
      bound[n] = potential(problem, option, closed);
      n++;
    }
    if (work > workLimit) exhausted = true;
    if (places === 1 || n === 0) return;

    const ranked = Array.from({ length: n }, (_, i) => i).sort(
      (a, b) => (bound[b] as number) - (bound[a] as number) || (usable[a] as number) - (usable[b] as number),
    );
    for (let i = 0; i < n && !exhausted; i++) {
      const at = ranked[i] as number;
      // The best that this option and the next ones in rank could still reach together.
      let reach = value + (bound[at] as number);
      for (let j = 1; j < places && i + j < n; j++) {
        reach += Math.max(0, bound[ranked[i + j] as number] as number);
      }
      if (reach <= bestValue + TIE) break;
      const option = usable[at] as number;
      const total = value + gainOf(options, option, closed);
      path.push(option);
      if (total > bestValue + TIE) {
        bestValue = total;
        best = [...path];
      }
      const nextClosed = Float64Array.from(closed, (before, k) =>
        Math.min(1, before + (options.share[option * gaps + k] as number)),
      );
      const nextLeft = Float64Array.from(
        left,
        (before, l) => before - (options.charge[option * limits + l] as number),
      );
      const rest = Int32Array.from(ranked.slice(i + 1), (r) => usable[r] as number);
      extend(
        rest,
        total,
        nextClosed,
        energy - (options.kcal[option] as number),
        nextLeft,
        variable + (options.variable[option] as number),
      );
      path.pop();
    }
  };

  extend(order, 0, new Float64Array(gaps), problem.energyKcal, limitLeft, 0);
  return { chosen: [...best].sort((a, b) => a - b), value: bestValue, proven: !exhausted && count >= 0, work };
};
