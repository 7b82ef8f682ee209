import {
  ABSENT_FACTOR,
  AROUND_FACTOR,
  EITHER_FACTOR,
  isBrand,
  MAKERS,
  NOTE_FACTOR,
  PART_COST,
  PARTS,
  SHELVES,
} from "./plainness";
import { eachWord, fold, partStarts, stem } from "./words";

/** A distinct word, numbered in the order of first occurrence; one object for all its occurrences. */
export type NameWord = {
  readonly text: string;
  readonly stem: string;
  readonly id: number;
  readonly stemId: number;
  /** Whether it marks a brand where it is capitalised. */
  readonly brand: boolean;
};

/** Position of a word in a name. A single object is reused for all words: read it in the callback. */
export type Place = {
  word: NameWord;
  /** 0 is the head: the first segment that names the food itself; a shelf before it is −1. */
  rank: number;
  note: boolean;
  /** Whether it is the last word of the head, or of an alternative in it ("hazelnuts or filberts"). */
  headNoun: boolean;
  /** Whether it is capitalised inside the name. */
  proper: boolean;
  /** Factor on the cost of the word when it is not in the query. */
  factor: number;
  /** A cost independent of the word; null where it depends on the word. */
  fixed: number | null;
  /** Whether its segment says what the food is with, in or prepared from. */
  aside: boolean;
  /** The word after it in its segment. */
  next: NameWord | null;
  /** Position of its first character. */
  from: number;
  to: number;
};

type Segment = { readonly from: number; readonly to: number; readonly note: boolean };

/** First words of segments that do not describe the food itself. */
const ASIDE: ReadonlySet<string> = new Set(["with", "without", "no", "not", "packed", "prepared", "in"]);

const [OPEN, CLOSE, COMMA] = [40, 41, 44];

/** Splits a name at commas and brackets. */
function segmentsOf(name: string): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let depth = 0;
  const cut = (to: number): void => {
    if (to > from) segments.push({ from, to, note: depth > 0 });
    from = to + 1;
  };
  for (let at = 0; at < name.length; at++) {
    const sign = name.charCodeAt(at);
    if (sign === OPEN) {
      cut(at);
      depth++;
    } else if (sign === CLOSE && depth > 0) {
      cut(at);
      depth--;
    } else if (sign === COMMA && depth === 0) cut(at);
  }
  cut(name.length);
  return segments;
}

const textOf = (name: string, { from, to }: Segment): string => name.slice(from, to).trim().toLowerCase();

/** Splits names into words with their places. Reused for some hundred thousand words, it allocates only new ones. */
export class NameReader {
  /** The distinct words (folded), in the order of first occurrence. */
  readonly words: NameWord[] = [];
  readonly stems: string[] = [];
  private readonly byRaw = new Map<string, NameWord>();
  private readonly byText = new Map<string, NameWord>();
  private readonly stemIds = new Map<string, number>();
  // The words of the current segment.
  private readonly found: NameWord[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly place: Place = {
    word: { text: "", stem: "", id: 0, stemId: 0, brand: false },
    rank: 0,
    note: false,
    headNoun: false,
    proper: false,
    factor: 1,
    fixed: null,
    aside: false,
    next: null,
    from: 0,
    to: 0,
  };

  private wordOf(raw: string): NameWord | null {
    const known = this.byRaw.get(raw);
    if (known) return known;
    const text = fold(raw);
    if (text === "") return null;
    let word = this.byText.get(text);
    if (!word) {
      const of = stem(text);
      let stemId = this.stemIds.get(of);
      if (stemId === undefined) {
        stemId = this.stems.push(of) - 1;
        this.stemIds.set(of, stemId);
      }
      word = { text, stem: of, id: this.words.length, stemId, brand: isBrand(of) };
      this.words.push(word);
      this.byText.set(text, word);
    }
    this.byRaw.set(raw, word);
    return word;
  }

  /**
   * Calls `visit` for each word of a name, in order, and after a word of a script without spaces for each of its ends:
   * "牛肉面" is found by "面" as well.
   */
  read(name: string, visit: (place: Place) => void): void {
    const segments = segmentsOf(name);
    const [first] = segments;
    if (first === undefined) return;
    const shelf = segments.some(({ note }, at) => at > 0 && !note)
      ? (SHELVES.get(textOf(name, first)) ?? null)
      : null;
    let rank = shelf === null ? 0 : -1;
    for (let at = 0; at < segments.length; at++) {
      const segment = segments[at] as Segment;
      // On a shelf the manufacturer precedes the food: "Cereals ready-to-eat, Kellogg, Kellogg's Rice Krispies".
      const maker = at > 0 && rank === 0 && MAKERS.has(textOf(name, segments[at - 1] as Segment));
      if (at > 0 && !segment.note && !maker) rank++;
      this.readSegment(name, segment, at === 0, rank, rank < 0 ? shelf : null, visit);
    }
  }

  private readSegment(
    name: string,
    { from, to, note }: Segment,
    first: boolean,
    rank: number,
    shelf: number | null,
    visit: (place: Place) => void,
  ): void {
    const { found, starts, ends, place } = this;
    found.length = 0;
    let either = false;
    eachWord(name, from, to, (start, end) => {
      const word = this.wordOf(name.slice(start, end));
      if (word === null) return;
      starts[found.length] = start;
      ends[found.length] = end;
      found.push(word);
      if (word.text === "or" || word.text === "original") either = true;
    });
    const partCost =
      found.length === 1 && rank > 0 && PARTS.has((found[0] as NameWord).stem) ? PART_COST : null;
    let around = 1;
    place.aside = ASIDE.has(found[0]?.text ?? "");
    for (let at = 0; at < found.length; at++) {
      const word = found[at] as NameWord;
      const start = starts[at] as number;
      const initial = name[start] as string;
      place.word = word;
      place.rank = rank;
      place.note = note;
      place.headNoun = rank === 0 && !note && (at === found.length - 1 || found[at + 1]?.text === "or");
      place.proper = !(first && at === 0) && initial !== initial.toLowerCase();
      place.factor = around * (either ? EITHER_FACTOR : 1) * (note ? NOTE_FACTOR : 1);
      place.fixed = shelf ?? partCost;
      place.next = found[at + 1] ?? null;
      place.from = start;
      place.to = ends[at] as number;
      visit(place);
      for (const part of partStarts(name.slice(start, place.to))) {
        const rest = this.wordOf(name.slice(start + part, place.to));
        if (rest === null) continue;
        place.word = rest;
        place.from = start + part;
        place.fixed = 0;
        visit(place);
      }
      if (word.text === "without" || word.text === "no" || word.text === "not") around = ABSENT_FACTOR;
      else if (word.text === "in") around = Math.min(around, AROUND_FACTOR);
    }
  }
}
