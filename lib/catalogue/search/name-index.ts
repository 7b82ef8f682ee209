import { HEAD_FACTOR, NOTE_FACTOR, SHELVES, wordCost } from "./plainness";
import { stem, wordsOf } from "./words";

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
  /** Stem → words that have it. */
  readonly stems: ReadonlyMap<string, readonly number[]>;
  readonly nameStart: Int32Array;
  readonly word: Int32Array;
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

/** A name's words with their place. Rank 0 is the head: the first segment that names the food itself. */
function analyse(
  name: string,
): { text: string; stem: string; rank: number; head: boolean; note: boolean; proper: boolean }[] {
  const segments = segmentsOf(name);
  const first = segments[0];
  const shelf =
    first !== undefined &&
    segments.some((segment, at) => at > 0 && !segment.note) &&
    SHELVES.has(name.slice(first.from, first.to).trim().toLowerCase());
  const result: ReturnType<typeof analyse> = [];
  let rank = shelf ? -1 : 0;
  for (const [at, segment] of segments.entries()) {
    if (at > 0 && !segment.note) rank++;
    const text = name.slice(segment.from, segment.to);
    const words = wordsOf(text);
    for (const [place, word] of words.entries()) {
      const initial = text[word.start] as string;
      result.push({
        text: word.text,
        stem: word.stem,
        rank,
        head: rank === 0 && !segment.note && place === words.length - 1,
        note: segment.note,
        proper: (at > 0 || place > 0) && initial !== initial.toLowerCase(),
      });
    }
  }
  return result;
}

/**
 * Takes names apart for search.
 * @param baseCost points each name loses whatever is asked (0 for none).
 */
export function indexNames(names: readonly string[], baseCost: (index: number) => number): NameIndex {
  const analysed = names.map(analyse);
  const spellings = [...new Set(analysed.flatMap((list) => list.map(({ text }) => text)))].sort();
  const wordId = new Map(spellings.map((text, id) => [text, id]));
  const stems = new Map<string, number[]>();
  for (const [id, text] of spellings.entries()) {
    const of = stem(text);
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
  const weight = new Float32Array(total);
  const cost = new Float32Array(total);
  const isHead = new Uint8Array(total);
  const nameCost = new Float32Array(names.length);
  const posted: number[][] = spellings.map(() => []);
  let entry = 0;
  for (const [index, list] of analysed.entries()) {
    nameStart[index] = entry;
    let sum = 0;
    for (const { text, stem: of, rank, head, note, proper } of list) {
      const id = wordId.get(text) as number;
      word[entry] = id;
      weight[entry] = note
        ? rank <= 0
          ? HEAD
          : NOTE
        : rank === 0
          ? head
            ? HEAD_NOUN
            : HEAD
          : rank < 0
            ? NOTE
            : (SEGMENTS[Math.min(rank, SEGMENTS.length) - 1] as number);
      const plain = wordCost(of, namesWith.get(of) as number, names.length, proper);
      cost[entry] =
        rank < 0 ? 0 : note ? plain * NOTE_FACTOR : rank === 0 ? (plain + 0.5) * HEAD_FACTOR : plain;
      sum += cost[entry] as number;
      isHead[entry] = Number(head);
      const list_ = posted[id] as number[];
      if (list_.at(-1) !== index) list_.push(index);
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
    nameStart,
    word,
    weight,
    cost,
    isHead,
    nameCost,
    baseCost: Float32Array.from(names, (_, index) => baseCost(index)),
    wordStart,
    postings,
  };
}
