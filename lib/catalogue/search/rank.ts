import { isAfter, isBefore } from "./as-eaten";
import type { NameIndex } from "./name-index";
import { type Having, having, type Qualifier } from "./qualifiers";
import type { Reading } from "./readings";
import type { Wanted } from "./synonyms";
import { matchWord, sameWord, type WordMatches } from "./word-matches";

/** Points of the score. A matched word in the head of a name earns WORD. */
const WORD = 10;
/** A soft word: matched, or missing from a name although the table has the word. */
const SOFT_FOUND = 3;
const SOFT_MISSING = 2;
/** Points by whether a food has a typed qualifier; and for saying nothing where that may mean having it. */
const QUALIFIED: { readonly [H in Having]: number } = { 1: 5, 0: -1, [-1]: -4 };
const UNSAID = 0;
const IN_ORDER = 0.6;
const HEAD_IS_LAST_WORD = 1.2;
/** Points subtracted from a food before cooking that has a cooked relative. */
const BEFORE_COOKING = 2;
/** Points added for such a food where ingredients are meant. */
const WEIGHED_RAW = 1.5;
/** Upper limit of the cost of words that are not in the query; each further one costs less. */
const UNASKED_LIMIT = 12;

/** The best scores of a search by name; valid until the next search. */
export type Scores = {
  /** Names that match a reading. */
  readonly found: readonly number[];
  readonly points: Float32Array;
  /** Index of the reading with the best score. */
  readonly reading: Uint8Array;
};

/** Scores the names of one index. It keeps its working arrays, so that a keystroke allocates little. */
export type Scorer = {
  readonly index: NameIndex;
  /** @param asEaten whether foods before cooking stand behind their cooked relatives. */
  score(readings: readonly Reading[], memo: Memo, asEaten: boolean): Scores;
};

/** Matches of the wanted words of readings in one index. */
export type Memo = Map<Reading, readonly WordMatches[]>;

/** Number of bits set. */
function bits(number: number): number {
  let count = 0;
  for (let rest = number; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Quality of a word's match in a name.
 * @param quality as in {@link matchesOf}.
 */
export const qualityIn = ({ soldDry }: NameIndex, name: number, quality: number): number =>
  quality >= 0 ? quality : soldDry[name] === 1 ? -quality : 0;

/** Possible matches of each wanted word of a reading; a negative quality applies only to foods that are sold dry. */
export function matchesOf(index: NameIndex, reading: Reading, memo: Memo): readonly WordMatches[] {
  const known = memo.get(reading);
  if (known !== undefined) return known;
  const matchesFor = (text: string, stem: string, typed: boolean): WordMatches =>
    typed ? matchWord(index, text, stem, reading.correcting) : sameWord(index, text, stem);
  const matches = reading.wanted.map(({ forms, typed }) => {
    const [only] = forms;
    if (forms.length === 1 && only?.quality === 1) return matchesFor(only.text, only.stem, typed);
    const merged = new Map<number, number>();
    for (const { text, stem, quality, soldDryOnly } of forms)
      for (const [word, how] of matchesFor(text, stem, typed))
        if (Math.abs(merged.get(word) ?? 0) < how * quality)
          merged.set(word, soldDryOnly ? -how * quality : how * quality);
    return merged;
  });
  memo.set(reading, matches);
  return matches;
}

/** Whether a word asks for a food before it is cooked: "raw", "dry". */
const saysBefore = ({ forms }: Wanted): boolean => isBefore(forms[0]?.text ?? "");

/** Whether a word asks for a food that is cooked or preserved already: "boiled", "canned". */
const saysAfter = ({ forms }: Wanted): boolean => isAfter(forms[0]?.text ?? "");

/** Largest number of wanted words of a reading: the bits of an integer. */
const MAX_WANTED = 31;

export function scorerOf(index: NameIndex): Scorer {
  const names = index.names.length;
  const words = index.vocabulary.length;
  const points = new Float32Array(names).fill(Number.NEGATIVE_INFINITY);
  const readingAt = new Uint8Array(names);
  let found: number[] = [];
  let beforeCooking = 0;
  /** Number of hard words of the reading in each name; 0 outside `narrow`. */
  const seen = new Uint8Array(names);
  /** The wanted words that a word matches, as bits, and the quality; 0 outside `scoreReading`. */
  const wantedBy = new Int32Array(words);
  const quality: Float64Array[] = [];
  const best = new Float64Array(MAX_WANTED);
  /** The entry of the only matched word of each name; −1 where it has several. Valid for names of `narrowToOne`. */
  const onlyEntry = new Int32Array(names);

  /** Names that contain every hard word, by intersecting their posting lists. */
  const narrow = (hard: readonly WordMatches[]): number[] => {
    let kept: number[] = [];
    const touched: number[][] = [];
    for (const [turn, matches] of hard.entries()) {
      kept = [];
      for (const word of matches.keys()) {
        const end = index.wordStart[word + 1] as number;
        for (let entry = index.wordStart[word] as number; entry < end; entry++) {
          const name = index.postings[entry] as number;
          if (seen[name] !== turn) continue;
          seen[name] = turn + 1;
          kept.push(name);
        }
      }
      touched.push(kept);
      if (kept.length === 0) break;
    }
    for (const name of touched[0] ?? []) seen[name] = 0;
    return kept;
  };

  /** Names that contain one of the words. Most contain only one, which a single letter finds in half of all names. */
  const narrowToOne = (words: WordMatches): number[] => {
    const kept: number[] = [];
    for (const word of words.keys()) {
      const end = index.wordStart[word + 1] as number;
      for (let at = index.wordStart[word] as number; at < end; at++) {
        const name = index.postings[at] as number;
        onlyEntry[name] = seen[name] === 0 ? (index.postingEntry[at] as number) : -1;
        if (seen[name] !== 0) continue;
        seen[name] = 1;
        kept.push(name);
      }
    }
    for (const name of kept) seen[name] = 0;
    return kept;
  };

  /** Points less those for words that were not asked for, for what the food is, and for not being cooked yet. */
  const lessCosts = (points: number, name: number, unasked: number): number =>
    points -
    (UNASKED_LIMIT * unasked) / (UNASKED_LIMIT + unasked) -
    (index.baseCost[name] as number) -
    beforeCooking * (index.beforeCooking[name] as number);

  /** {@link scoreName} of a name in which one entry alone matches the only wanted word. */
  const scoreEntry = (name: number, entry: number, typed: boolean, trust: number): number => {
    const place = index.weight[entry] as number;
    const how =
      qualityIn(index, name, (quality[0] as Float64Array)[index.word[entry] as number] as number) *
      (typed ? place : (1 + place) / 2);
    const unasked = (index.nameCost[name] as number) - (index.cost[entry] as number);
    const headFound = typed && index.isHead[entry] === 1 ? how : 0;
    return lessCosts(WORD * how * trust + HEAD_IS_LAST_WORD * headFound, name, unasked);
  };

  const scoreName = (
    name: number,
    wanted: readonly Wanted[],
    matches: readonly WordMatches[],
    hard: readonly number[],
    trust: number,
    qualifiers: readonly Qualifier[],
  ): number => {
    best.fill(0, 0, wanted.length);
    const lastHard = hard.at(-1) as number;
    let unasked = index.nameCost[name] as number;
    let inOrder = 0;
    let meantInOrder = 0;
    let headFound = 0;
    let before = -2;
    let beforeEntry = -2;
    const end = index.nameStart[name + 1] as number;
    for (let entry = index.nameStart[name] as number; entry < end; entry++) {
      const word = index.word[entry] as number;
      const by = wantedBy[word] as number;
      if (by === 0) continue;
      unasked -= index.cost[entry] as number;
      const place = index.weight[entry] as number;
      for (let rest = by; rest !== 0; rest &= rest - 1) {
        const at = 31 - Math.clz32(rest & -rest);
        const { soft, typed } = wanted[at] as Wanted;
        // The place of a word matters for typed words; a synonym is known to name the food.
        const weight = soft ? 1 : typed ? place : (1 + place) / 2;
        const how = qualityIn(index, name, (quality[at] as Float64Array)[word] as number) * weight;
        if (how > (best[at] as number)) best[at] = how;
        if (at === before + 1 && beforeEntry === entry - 1) {
          if (typed) inOrder |= 1 << at;
          else meantInOrder |= 1 << at;
        }
        if (at === lastHard && typed && index.isHead[entry] === 1) headFound = Math.max(headFound, how);
        before = at;
        beforeEntry = entry;
      }
    }
    let earned = 0;
    for (let at = 0; at < wanted.length; at++) {
      const how = best[at] as number;
      const { soft, filler } = wanted[at] as Wanted;
      if (!soft) earned += (WORD * how) / hard.length;
      else if (filler) earned += how > 0 ? IN_ORDER / 2 : 0;
      else if ((matches[at] as WordMatches).size > 0) earned += how > 0 ? SOFT_FOUND * how : -SOFT_MISSING;
    }
    for (const asked of qualifiers) {
      const has = having(index, name, asked);
      earned += has === 0 && asked.unsaid ? UNSAID : QUALIFIED[has];
    }
    return lessCosts(
      earned * trust + IN_ORDER * (bits(inOrder) + bits(meantInOrder) / 2) + HEAD_IS_LAST_WORD * headFound,
      name,
      unasked,
    );
  };

  const scoreReading = (reading: Reading, place: number, memo: Memo, asEaten: boolean): void => {
    beforeCooking = asEaten
      ? reading.wanted.some(saysBefore)
        ? 0
        : BEFORE_COOKING
      : reading.wanted.some(saysAfter)
        ? 0
        : -WEIGHED_RAW;
    const wanted = reading.wanted.slice(0, MAX_WANTED);
    const matches = matchesOf(index, reading, memo).slice(0, MAX_WANTED);
    const hard = wanted.flatMap(({ soft }, at) => (soft ? [] : [at]));
    if (hard.length === 0 || hard.some((at) => (matches[at] as WordMatches).size === 0)) return;
    const [first] = wanted;
    const single = first !== undefined && wanted.length === 1 && reading.qualifiers.length === 0;
    const candidates = single
      ? narrowToOne(matches[0] as WordMatches)
      : narrow(hard.map((at) => matches[at] as WordMatches));
    if (candidates.length === 0) return;
    for (const [at, found] of matches.entries()) {
      quality[at] ??= new Float64Array(words);
      const row = quality[at] as Float64Array;
      for (const [word, how] of found) {
        row[word] = how;
        wantedBy[word] = (wantedBy[word] as number) | (1 << at);
      }
    }
    for (const name of candidates) {
      const entry = onlyEntry[name] as number;
      const earned =
        single && entry >= 0
          ? scoreEntry(name, entry, first.typed, reading.trust)
          : scoreName(name, wanted, matches, hard, reading.trust, reading.qualifiers);
      if (earned <= (points[name] as number)) continue;
      if (points[name] === Number.NEGATIVE_INFINITY) found.push(name);
      points[name] = earned;
      readingAt[name] = place;
    }
    for (const found of matches) for (const word of found.keys()) wantedBy[word] = 0;
  };

  return {
    index,
    score(readings, memo, asEaten) {
      for (const name of found) points[name] = Number.NEGATIVE_INFINITY;
      found = [];
      for (const [place, reading] of readings.entries()) scoreReading(reading, place, memo, asEaten);
      return { found, points, reading: readingAt };
    },
  };
}
