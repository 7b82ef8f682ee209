import {
  ABSENT_FACTOR,
  AROUND_FACTOR,
  BRAND_COST,
  EITHER_FACTOR,
  HEAD_FACTOR,
  isBrand,
  MAKERS,
  NOTE_FACTOR,
  PART_COST,
  PARTS,
  SHELVES,
  wordCost,
} from "./plainness";
import { type SpelledWords, spelledWords } from "./spelling";
import { stem, type Word, wordsOf } from "./words";

/** What a word of a query earns by where it stands in a name. */
const HEAD_NOUN = 1;
const HEAD = 0.85;
const SEGMENTS = [0.9, 0.78, 0.7, 0.65];
const NOTE = 0.6;

/** Names taken apart for search, in flat arrays: the words of name i are entries nameStart[i] … nameStart[i + 1]. */
export type NameIndex = {
  readonly names: readonly string[];
  /** The different words as written (folded), sorted. */
  readonly vocabulary: readonly string[];
  /** The vocabulary and the stems, for finding what was misspelt. */
  readonly spelled: SpelledWords;
  readonly spelledStems: SpelledWords;
  /** Stem → words that have it. */
  readonly stems: ReadonlyMap<string, readonly number[]>;
  readonly nameStart: Int32Array;
  readonly word: Int32Array;
  /** Where the word stands in its name: [from, to) in UTF-16 units. */
  readonly wordFrom: Uint16Array;
  readonly wordTo: Uint16Array;
  /** Share of the points that a match of this word earns, 0 … 1. */
  readonly weight: Float32Array;
  /** Points that the name loses when this word was not asked for. */
  readonly cost: Float32Array;
  /** 1 where the word is the head noun of its name. */
  readonly isHead: Uint8Array;
  /** Sum of `cost` over a name. */
  readonly nameCost: Float32Array;
  /** Points a name loses whatever is asked. */
  readonly baseCost: Float32Array;
  /** Names that have a word: entries wordStart[w] … wordStart[w + 1], each name once. */
  readonly wordStart: Int32Array;
  readonly postings: Int32Array;
};

type Segment = { readonly from: number; readonly to: number; readonly note: boolean };

/** Cuts a name at commas and brackets. */
function segmentsOf(name: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let depth = 0;
  const cut = (to: number): void => {
    if (to > from) segments.push({ from, to, note: depth > 0 });
    from = to + 1;
  };
  for (let at = 0; at < name.length; at++) {
    const sign = name[at];
    if (sign === "(") {
      cut(at);
      depth++;
    } else if (sign === ")" && depth > 0) {
      cut(at);
      depth--;
    } else if (sign === "," && depth === 0) cut(at);
  }
  cut(name.length);
  return segments;
}

type Place = {
  readonly text: string;
  readonly stem: string;
  /** 0 is the head: the first segment that names the food itself; a shelf before it is −1. */
  readonly rank: number;
  readonly note: boolean;
  /** The last word of the head, or of one of its alternatives ("hazelnuts or filberts"). */
  readonly headNoun: boolean;
  /** Capitalised inside the name. */
  readonly proper: boolean;
  /** What the place takes off the cost of an unasked word. */
  readonly factor: number;
  /** A cost that does not depend on the word; null where it does. */
  readonly fixed: number | null;
  /** Where it stands in the name. */
  readonly from: number;
  readonly to: number;
};

/** The words of one segment. */
function placesOf(
  name: string,
  { from, to, note }: Segment,
  first: boolean,
  rank: number,
  shelf: number | null,
): Place[] {
  const text = name.slice(from, to);
  const words = wordsOf(text);
  const either = words.some((word) => word.text === "or");
  const onlyWord = words.length === 1 ? (words[0] as Word) : undefined;
  let around = 1;
  return words.map((word, place) => {
    const initial = text[word.start] as string;
    const factor = around * (either ? EITHER_FACTOR : 1) * (note ? NOTE_FACTOR : 1);
    if (word.text === "without" || word.text === "no" || word.text === "not") around = ABSENT_FACTOR;
    else if (word.text === "in") around = Math.min(around, AROUND_FACTOR);
    return {
      text: word.text,
      stem: word.stem,
      rank,
      note,
      headNoun: rank === 0 && !note && (place === words.length - 1 || words[place + 1]?.text === "or"),
      proper: !(first && place === 0) && initial !== initial.toLowerCase(),
      factor,
      from: from + word.start,
      to: from + word.end,
      fixed:
        shelf !== null
          ? shelf
          : onlyWord !== undefined && rank > 0 && PARTS.has(onlyWord.stem)
            ? PART_COST
            : null,
    };
  });
}

const textOf = (name: string, { from, to }: Segment): string => name.slice(from, to).trim().toLowerCase();

/** A name's words with their places. */
function analyse(name: string): Place[] {
  const segments = segmentsOf(name);
  const [first, ...rest] = segments;
  if (first === undefined) return [];
  const shelf = rest.some(({ note }) => !note) ? (SHELVES.get(textOf(name, first)) ?? null) : null;
  let rank = shelf === null ? 0 : -1;
  return segments.flatMap((segment, at) => {
    // On a shelf the maker comes before the food: "Cereals ready-to-eat, Kellogg, Kellogg's Rice Krispies".
    const maker = at > 0 && rank === 0 && MAKERS.has(textOf(name, segments[at - 1] as Segment));
    if (at > 0 && !segment.note && !maker) rank++;
    return placesOf(name, segment, at === 0, rank, rank < 0 ? shelf : null);
  });
}

/** Share of the points for a word found at a place. */
function weightAt({ rank, note, headNoun }: Place): number {
  if (note) return rank <= 0 ? HEAD : NOTE;
  if (rank < 0) return NOTE;
  if (rank === 0) return headNoun ? HEAD_NOUN : HEAD;
  return SEGMENTS[Math.min(rank, SEGMENTS.length) - 1] as number;
}

/** What an index is told of each name besides its words. */
export type NameTraits = {
  /** Points the name loses whatever is asked; may be negative. */
  readonly cost: number;
  /** Stems that cost nothing in this name. */
  readonly usual: ReadonlySet<string>;
};

const NO_TRAITS: NameTraits = { cost: 0, usual: new Set() };

/** Takes names apart for search. */
export function indexNames(
  names: readonly string[],
  traitsOf: (index: number) => NameTraits = () => NO_TRAITS,
): NameIndex {
  const analysed = names.map(analyse);
  const texts = new Set<string>();
  for (const list of analysed) for (const { text } of list) texts.add(text);
  const spellings = [...texts].sort();
  const wordId = new Map(spellings.map((text, id) => [text, id]));
  const stems = new Map<string, number[]>();
  const stemOf = spellings.map(stem);
  for (const [id, of] of stemOf.entries()) {
    const same = stems.get(of);
    if (same) same.push(id);
    else stems.set(of, [id]);
  }
  const namesWith = new Map<string, number>();
  for (const list of analysed)
    for (const one of new Set(list.map(({ stem: of }) => of)))
      namesWith.set(one, (namesWith.get(one) ?? 0) + 1);

  const total = analysed.reduce((sum, list) => sum + list.length, 0);
  const nameStart = new Int32Array(names.length + 1);
  const word = new Int32Array(total);
  const wordFrom = new Uint16Array(total);
  const wordTo = new Uint16Array(total);
  const weight = new Float32Array(total);
  const cost = new Float32Array(total);
  const isHead = new Uint8Array(total);
  const nameCost = new Float32Array(names.length);
  const baseCost = new Float32Array(names.length);
  const posted: number[][] = spellings.map(() => []);
  let entry = 0;
  for (const [index, list] of analysed.entries()) {
    nameStart[index] = entry;
    const traits = traitsOf(index);
    baseCost[index] =
      traits.cost + (list.some(({ proper, stem: of }) => proper && isBrand(of)) ? BRAND_COST : 0);
    let sum = 0;
    const said = new Set<string>();
    for (const place of list) {
      const id = wordId.get(place.text) as number;
      word[entry] = id;
      wordFrom[entry] = place.from;
      wordTo[entry] = place.to;
      weight[entry] = weightAt(place);
      // What is said twice ("Kellogg, Kellogg's Corn Flakes") says no more against the food.
      const plain =
        traits.usual.has(place.stem) || said.has(place.stem)
          ? 0
          : wordCost(place.stem, namesWith.get(place.stem) as number, names.length, place.proper);
      // A company in the head does not make another food of it.
      const another = place.rank === 0 && !place.note && !(place.proper && isBrand(place.stem));
      cost[entry] = place.fixed ?? place.factor * (another ? (plain + 0.5) * HEAD_FACTOR : plain);
      said.add(place.stem);
      sum += cost[entry] as number;
      isHead[entry] = Number(place.headNoun);
      const having = posted[id] as number[];
      if (having.at(-1) !== index) having.push(index);
      entry++;
    }
    nameCost[index] = sum;
  }
  nameStart[names.length] = entry;

  const wordStart = new Int32Array(spellings.length + 1);
  for (const [id, list] of posted.entries()) wordStart[id + 1] = (wordStart[id] as number) + list.length;
  const postings = Int32Array.from(posted.flat());
  return {
    names,
    vocabulary: spellings,
    stems,
    spelled: spelledWords(spellings),
    spelledStems: spelledWords([...stems.keys()].sort()),
    nameStart,
    word,
    wordFrom,
    wordTo,
    weight,
    cost,
    isHead,
    nameCost,
    baseCost,
    wordStart,
    postings,
  };
}
