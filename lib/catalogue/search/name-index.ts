import { type Kin, Relatives } from "./as-eaten";
import { NameReader, type Place } from "./name-places";
import { BRAND_COST, HEAD_FACTOR, wordCost } from "./plainness";
import { type SpelledWords, spelledWords } from "./spelling";
import { mayBeUnspaced } from "./words";

/** Share of the points for a matched word by its place in the name. */
const HEAD_NOUN = 1;
const HEAD = 0.85;
const SEGMENTS = [0.9, 0.78, 0.7, 0.65];
const NOTE = 0.6;

/** Index of names in flat arrays: the words of name i are entries nameStart[i] … nameStart[i + 1]. */
export type NameIndex = {
  readonly names: readonly string[];
  /** The distinct words (folded), sorted. */
  readonly vocabulary: readonly string[];
  /** The vocabulary and the stems, for correcting misspellings. */
  readonly spelled: SpelledWords;
  readonly spelledStems: SpelledWords;
  /** Words by stem. */
  readonly stems: ReadonlyMap<string, readonly number[]>;
  readonly nameStart: Int32Array;
  readonly word: Int32Array;
  /** Position of the word in its name: [from, to) in UTF-16 units. */
  readonly wordFrom: Uint16Array;
  readonly wordTo: Uint16Array;
  /** Share of the points for a match of this word, 0 … 1. */
  readonly weight: Float32Array;
  /** Points subtracted when this word is not in the query. */
  readonly cost: Float32Array;
  /** 1 where the word is the head noun of its name. */
  readonly isHead: Uint8Array;
  /** Sum of `cost` over a name. */
  readonly nameCost: Float32Array;
  /** Points subtracted for any query. */
  readonly baseCost: Float32Array;
  /** 1 or 2 for a food that is eaten only after cooking, mixing or diluting, and has a relative that is ready to eat. */
  readonly beforeCooking: Uint8Array;
  /** 1 for a food that is sold dry. */
  readonly soldDry: Uint8Array;
  /** Names that contain a word: entries wordStart[w] … wordStart[w + 1], each name once. */
  readonly wordStart: Int32Array;
  readonly postings: Int32Array;
  /** The entry of the word in each of these names; −1 where the name has it more than once. */
  readonly postingEntry: Int32Array;
};

/** Share of the points for a word at a place. */
function weightAt({ rank, note, headNoun }: Place): number {
  if (note) return rank <= 0 ? HEAD : NOTE;
  if (rank < 0) return NOTE;
  if (rank === 0) return headNoun ? HEAD_NOUN : HEAD;
  return SEGMENTS[Math.min(rank, SEGMENTS.length) - 1] as number;
}

/** Properties of a name beside its words. */
export type NameTraits = {
  /** Points subtracted for any query; may be negative. */
  readonly cost: number;
  /** Stems without cost in this name. */
  readonly usual: ReadonlySet<string>;
  /** Factor on the cost of words that are not in the query. */
  readonly unasked: number;
  /** What relates it to other foods of the table; null for names that have no relatives. */
  readonly kin: Kin | null;
};

const NO_TRAITS: NameTraits = { cost: 0, usual: new Set(), unasked: 1, kin: null };

/** Upper bound of the number of words: every second character begins one, in scripts without spaces every one. */
const mostWords = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + (mayBeUnspaced(name) ? name.length : (name.length + 1) >> 1), 0);

/** Cumulative sums with a leading 0. */
function starts(counts: Int32Array): Int32Array {
  const sums = new Int32Array(counts.length + 1);
  for (let at = 0; at < counts.length; at++) sums[at + 1] = (sums[at] as number) + (counts[at] as number);
  return sums;
}

/** Posting lists: for each word the names that contain it, each once, with its entry there. */
function postingsOf(nameStart: Int32Array, word: Int32Array, words: number) {
  const counts = new Int32Array(words);
  const last = new Int32Array(words);
  const each = (found: (of: number, name: number, entry: number, again: boolean) => void): void => {
    last.fill(-1);
    for (let name = 0; name + 1 < nameStart.length; name++)
      for (let entry = nameStart[name] as number; entry < (nameStart[name + 1] as number); entry++) {
        const of = word[entry] as number;
        const again = last[of] === name;
        last[of] = name;
        found(of, name, entry, again);
      }
  };
  each((of, _name, _entry, again) => {
    if (!again) counts[of] = (counts[of] as number) + 1;
  });
  const wordStart = starts(counts);
  const postings = new Int32Array(wordStart[words] as number);
  const postingEntry = new Int32Array(postings.length);
  const next = wordStart.slice(0, words);
  each((of, name, entry, again) => {
    const to = next[of] as number;
    if (again) {
      postingEntry[to - 1] = -1;
      return;
    }
    postings[to] = name;
    postingEntry[to] = entry;
    next[of] = to + 1;
  });
  return { wordStart, postings, postingEntry };
}

const FREE = 1;
const PROPER = 2;
const ANOTHER = 4;

/** Builds the index of some names. */
export function indexNames(
  names: readonly string[],
  traitsOf: (index: number) => NameTraits = () => NO_TRAITS,
): NameIndex {
  const reader = new NameReader();
  const most = mostWords(names);
  const nameStart = new Int32Array(names.length + 1);
  const met = new Int32Array(most);
  const wordFrom = new Uint16Array(most);
  const wordTo = new Uint16Array(most);
  const weight = new Float32Array(most);
  const cost = new Float32Array(most);
  const isHead = new Uint8Array(most);
  /** Place-dependent part of each word's cost. */
  const kind = new Uint8Array(most);
  const factor = new Float64Array(most);
  const fixed = new Float64Array(most).fill(Number.NaN);
  const nameCost = new Float32Array(names.length);
  const baseCost = new Float32Array(names.length);
  const soldDry = new Uint8Array(names.length);
  const relatives = new Relatives();
  /** By stem: number of names with it, and the last of these. */
  const namesWith: number[] = [];
  const lastWith: number[] = [];
  let total = 0;
  for (let name = 0; name < names.length; name++) {
    const text = names[name] as string;
    nameStart[name] = total;
    const { cost: base, usual, unasked, kin } = traitsOf(name);
    soldDry[name] = Number(kin?.soldDry === true);
    relatives.begin();
    let brand = false;
    reader.read(text, (place) => {
      const { word, proper, rank, note } = place;
      met[total] = word.id;
      wordFrom[total] = place.from;
      wordTo[total] = place.to;
      weight[total] = weightAt(place);
      isHead[total] = Number(place.headNoun);
      factor[total] = place.factor * unasked;
      if (place.fixed !== null) fixed[total] = place.fixed;
      if (kin !== null) relatives.read(place, kin.byHead, lastWith[word.stemId] === name);
      // A repeated word ("Kellogg, Kellogg's Corn Flakes") costs nothing more.
      const free = lastWith[word.stemId] === name || usual.has(word.stem);
      // A brand in the head does not make it another food.
      const another = rank === 0 && !note && !(proper && word.brand);
      kind[total] = (free ? FREE : 0) | (proper ? PROPER : 0) | (another ? ANOTHER : 0);
      if (proper && word.brand) brand = true;
      if (lastWith[word.stemId] !== name) namesWith[word.stemId] = (namesWith[word.stemId] ?? 0) + 1;
      lastWith[word.stemId] = name;
      total++;
    });
    baseCost[name] = base + (brand ? BRAND_COST : 0);
    if (kin !== null) relatives.end(name, kin);
  }
  nameStart[names.length] = total;

  const sorted = reader.words.toSorted((a, b) => (a.text < b.text ? -1 : 1));
  const idOf = new Int32Array(sorted.length);
  for (const [id, word] of sorted.entries()) idOf[word.id] = id;
  const costOf = (proper: boolean) =>
    reader.words.map((word) => wordCost(word.stem, namesWith[word.stemId] as number, names.length, proper));
  const [plainCost, properCost] = [costOf(false), costOf(true)];
  for (let name = 0; name < names.length; name++) {
    let sum = 0;
    for (let entry = nameStart[name] as number; entry < (nameStart[name + 1] as number); entry++) {
      const how = kind[entry] as number;
      const of = met[entry] as number;
      const plain = how & FREE ? 0 : ((how & PROPER ? properCost : plainCost)[of] as number);
      const set = fixed[entry] as number;
      cost[entry] = Number.isNaN(set)
        ? (factor[entry] as number) * (how & ANOTHER ? (plain + 0.5) * HEAD_FACTOR : plain)
        : set;
      sum += cost[entry] as number;
      met[entry] = idOf[of] as number;
    }
    nameCost[name] = sum;
  }

  const beforeCooking = new Uint8Array(names.length);
  for (const { name, weight } of relatives.beforeCooking()) beforeCooking[name] = weight;
  const vocabulary = sorted.map(({ text }) => text);
  const stems = new Map<string, number[]>();
  for (const [id, { stem }] of sorted.entries()) {
    const same = stems.get(stem);
    if (same) same.push(id);
    else stems.set(stem, [id]);
  }
  const word = met.slice(0, total);
  return {
    names,
    vocabulary,
    stems,
    spelled: spelledWords(vocabulary),
    spelledStems: spelledWords(reader.stems.toSorted()),
    nameStart,
    word,
    wordFrom: wordFrom.slice(0, total),
    wordTo: wordTo.slice(0, total),
    weight: weight.slice(0, total),
    cost: cost.slice(0, total),
    isHead: isHead.slice(0, total),
    nameCost,
    baseCost,
    beforeCooking,
    soldDry,
    ...postingsOf(nameStart, word, sorted.length),
  };
}
