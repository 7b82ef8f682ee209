import type { NameIndex } from "./name-index";
import type { Reading } from "./readings";
import type { Wanted } from "./synonyms";
import { matchWord, sameWord, type WordMatches } from "./word-matches";

/** Points of the score. A wanted word found in the head of a name earns WORD. */
const WORD = 10;
/** A soft word: found, or missing in a name although the table knows it. */
const SOFT_FOUND = 3;
const SOFT_MISSING = 2;
const IN_ORDER = 0.6;
const HEAD_IS_LAST_WORD = 1.2;
/** What unasked words can cost at most; up to there each further one costs a little less. */
const UNASKED_LIMIT = 12;

/** The best scores so far: by name its points, and which reading earned them. */
export type Scores = {
  readonly points: Float32Array;
  readonly reading: Uint8Array;
  readonly found: number[];
};

export const emptyScores = (index: NameIndex): Scores => ({
  points: new Float32Array(index.names.length).fill(Number.NEGATIVE_INFINITY),
  reading: new Uint8Array(index.names.length),
  found: [],
});

/** How many bits of a number are set. */
function bits(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** What each wanted word of a reading may be in the index. */
export function matchesOf(index: NameIndex, reading: Reading, memo: Map<string, WordMatches>): WordMatches[] {
  return reading.wanted.map(({ forms, typed }) => {
    const merged = new Map<number, number>();
    for (const { text, stem, quality } of forms) {
      const key = typed ? `${text}…` : text;
      let matches = memo.get(key);
      if (matches === undefined) {
        matches = typed ? matchWord(index, text, stem) : sameWord(index, text, stem);
        memo.set(key, matches);
      }
      for (const [word, how] of matches)
        if ((merged.get(word) ?? 0) < how * quality) merged.set(word, how * quality);
    }
    return merged;
  });
}

/** Adds the names that answer a reading to the scores. */
export function scoreReading(
  index: NameIndex,
  reading: Reading,
  place: number,
  memo: Map<string, WordMatches>,
  scores: Scores,
): void {
  const { wanted, trust } = reading;
  const matches = matchesOf(index, reading, memo);
  const hard = wanted.flatMap(({ soft }, at) => (soft ? [] : [at]));
  if (hard.length === 0 || hard.some((at) => (matches[at] as WordMatches).size === 0)) return;

  // Names that have every hard word: walk the postings of each word, keep those seen by all before it.
  const seen = new Uint8Array(index.names.length);
  let candidates: number[] = [];
  for (const [turn, at] of hard.entries()) {
    const next: number[] = [];
    for (const word of (matches[at] as WordMatches).keys())
      for (
        let entry = index.wordStart[word] as number;
        entry < (index.wordStart[word + 1] as number);
        entry++
      ) {
        const name = index.postings[entry] as number;
        if (seen[name] !== turn) continue;
        seen[name] = turn + 1;
        next.push(name);
      }
    candidates = next;
  }

  const count = wanted.length;
  const wantedBy = new Map<number, number[]>();
  for (const [at, found] of matches.entries())
    for (const word of found.keys()) {
      const list = wantedBy.get(word);
      if (list) list.push(at);
      else wantedBy.set(word, [at]);
    }
  const best = new Float64Array(count);
  const lastHard = hard.at(-1) as number;
  for (const name of candidates) {
    best.fill(0);
    let unasked = index.nameCost[name] as number;
    let inOrder = 0;
    let meantInOrder = 0;
    let headFound = false;
    let before = -2;
    let beforeEntry = -2;
    const end = index.nameStart[name + 1] as number;
    for (let entry = index.nameStart[name] as number; entry < end; entry++) {
      const word = index.word[entry] as number;
      const by = wantedBy.get(word);
      if (by === undefined) continue;
      unasked -= index.cost[entry] as number;
      for (const at of by) {
        const { soft, typed } = wanted[at] as Wanted;
        const place = index.weight[entry] as number;
        // Where a word stands matters for what was typed; a synonym is known to name the food.
        const weight = soft ? 1 : typed ? place : (1 + place) / 2;
        const how = ((matches[at] as WordMatches).get(word) as number) * weight;
        if (how > (best[at] as number)) best[at] = how;
        const bit = 1 << at;
        if (at === before + 1 && beforeEntry === entry - 1) {
          if (typed) inOrder |= bit;
          else meantInOrder |= bit;
        }
        if (at === lastHard && typed && index.isHead[entry] === 1) headFound = true;
        before = at;
        beforeEntry = entry;
      }
    }
    const bonus = IN_ORDER * (bits(inOrder) + bits(meantInOrder) / 2) + (headFound ? HEAD_IS_LAST_WORD : 0);
    let points = 0;
    for (let at = 0; at < count; at++) {
      const how = best[at] as number;
      const { soft, filler } = wanted[at] as Wanted;
      if (!soft) points += (WORD * how) / hard.length;
      else if (filler) points += how > 0 ? IN_ORDER / 2 : 0;
      else if ((matches[at] as WordMatches).size > 0) points += how > 0 ? SOFT_FOUND * how : -SOFT_MISSING;
    }
    points =
      points * trust +
      bonus -
      (UNASKED_LIMIT * unasked) / (UNASKED_LIMIT + unasked) -
      (index.baseCost[name] as number);
    if (points > (scores.points[name] as number)) {
      if (scores.points[name] === Number.NEGATIVE_INFINITY) scores.found.push(name);
      scores.points[name] = points;
      scores.reading[name] = place;
    }
  }
}
