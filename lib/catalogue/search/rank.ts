import type { NameIndex } from "./name-index";
import type { Reading } from "./readings";
import { matchWord, type WordMatches } from "./word-matches";

/** Points of the score. A wanted word found in the head of a name earns WORD. */
const WORD = 10;
const SOFT_FOUND = 2.5;
const SOFT_MISSING = 0.6;
const IN_ORDER = 0.6;
const HEAD_IS_LAST_WORD = 1.2;
const UNASKED_LIMIT = 7;

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

/** What each wanted word of a reading may be in the index. */
export function matchesOf(index: NameIndex, reading: Reading, memo: Map<string, WordMatches>): WordMatches[] {
  return reading.wanted.map(({ forms, soft }) => {
    const merged = new Map<number, number>();
    for (const { text, stem, quality } of forms) {
      let matches = memo.get(text);
      if (matches === undefined) {
        matches = matchWord(index, text, stem);
        memo.set(text, matches);
      }
      for (const [word, how] of matches) {
        // A preparation is a whole known word; its beginnings and misspellings are other words.
        if (soft && how < 0.98) continue;
        if ((merged.get(word) ?? 0) < how * quality) merged.set(word, how * quality);
      }
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
    let bonus = 0;
    let before = -2;
    let beforeEntry = -2;
    const end = index.nameStart[name + 1] as number;
    for (let entry = index.nameStart[name] as number; entry < end; entry++) {
      const word = index.word[entry] as number;
      const by = wantedBy.get(word);
      if (by === undefined) continue;
      unasked -= index.cost[entry] as number;
      for (const at of by) {
        const how = ((matches[at] as WordMatches).get(word) as number) * (index.weight[entry] as number);
        if (how > (best[at] as number)) best[at] = how;
        if (at === before + 1 && beforeEntry === entry - 1) bonus += IN_ORDER;
        if (at === lastHard && index.isHead[entry] === 1) bonus += HEAD_IS_LAST_WORD;
        before = at;
        beforeEntry = entry;
      }
    }
    let points = 0;
    for (let at = 0; at < count; at++) {
      const how = best[at] as number;
      if (!(wanted[at] as Reading["wanted"][number]).soft) points += (WORD * how) / hard.length;
      else if ((matches[at] as WordMatches).size > 0) points += how > 0 ? SOFT_FOUND * how : -SOFT_MISSING;
    }
    points = points * trust + bonus - Math.min(UNASKED_LIMIT, unasked) - (index.baseCost[name] as number);
    if (points > (scores.points[name] as number)) {
      if (scores.points[name] === Number.NEGATIVE_INFINITY) scores.found.push(name);
      scores.points[name] = points;
      scores.reading[name] = place;
    }
  }
}
