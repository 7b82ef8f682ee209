import { agreement, CORRECTED, likeness, mayBegin, type TypedWord, typedWords } from "./phrases";
import { type Asked, type Qualifier, qualifiersIn } from "./qualifiers";
import type { Correcting } from "./spelling";
import { inWords, preparations, type Synonym, tableWord, usualKinds, type Wanted } from "./synonyms";
import { stem, type Word, wordsOf } from "./words";

/** A query in the words of the table: one of its possible interpretations. */
export type Reading = {
  readonly wanted: readonly Wanted[];
  /** Probability of the reading, 0 … 1. */
  readonly trust: number;
  /** Typed words that the reading replaces, by place, with the quality of the replacement. */
  readonly covered: ReadonlyMap<number, number>;
  /** Which misspellings of its words are corrected. */
  readonly correcting: Correcting;
  /** What is asked of the food beside its name: fat free, unsweetened, in water. */
  readonly qualifiers: readonly Qualifier[];
};

/** Number of characters of a query that are read; longer than any food name, it bounds the work. */
const MAX_QUERY_LENGTH = 160;
const MAX_WORDS = 10;
const MAX_READINGS = 8;

/** Factor on the trust of each further meaning of a word. */
const NEXT_MEANING = 0.94;
/** Factor on the trust of the typed word beside its usual kind. */
const BESIDE_USUAL = 0.8;
const JOINED = 0.97;
const SPLIT = 0.95;

const FILLERS: ReadonlySet<string> = new Set(
  "a an the of and or with in on some my for to from style type size n organic homemade home made".split(" "),
);

/** Adverbs and nouns before a preparation: "pan fried", "hard boiled". */
const MANNERS: ReadonlySet<string> = new Set(
  "pan stir deep oven hard soft slow air flame char pressure lightly".split(" "),
);

/** Whether a word names a food or its kind, not only a preparation or a connection. */
export const saysFood = ({ text, stem: of }: Word): boolean =>
  !preparations.has(of) && !FILLERS.has(text) && !MANNERS.has(text);

/** The words of a query that are read. */
export const queryWords = (query: string): Word[] =>
  wordsOf(inWords(query.slice(0, MAX_QUERY_LENGTH))).slice(0, MAX_WORDS);

/** For each word, whether it is part of a phrase of the synonyms, alone or with its neighbours. */
export const inSynonyms = (words: readonly Word[]): boolean[] => {
  const known = words.map(() => false);
  const typed = typedWords(
    words,
    () => true,
    () => true,
    "sure",
  );
  for (const [from, word] of typed.entries())
    for (const row of mayBegin(word))
      if (agreement(typed, from, row) === 1) known.fill(true, from, from + row.phrase.length);
  return known;
};

/** @param only whether the query has no other word; @param next the word after it, if any. */
const wantedOf = (word: Word, next: Word | undefined, only: boolean): Wanted => {
  const forms = preparations.get(word.stem);
  if (forms !== undefined) return { forms, soft: true, filler: false, typed: false };
  // A single letter at the end is an incomplete word: "pumpkin s".
  const begun = next === undefined && !only && word.text.length === 1;
  const filler =
    (FILLERS.has(word.text) && !begun) ||
    (MANNERS.has(word.text) && next !== undefined && preparations.has(next.stem));
  return { ...tableWord(word.text, word.stem), soft: filler, filler, typed: !filler };
};

type Span = {
  readonly from: number;
  readonly to: number;
  readonly trust: number;
  /** Quality of the typed words as the phrase, see {@link likeness}. */
  readonly alike: number;
  readonly row: Synonym;
};

/** A reading under construction: what is wanted at the place of each typed word. */
type Draft = {
  readonly places: readonly (readonly Wanted[])[];
  readonly trust: number;
  readonly covered: ReadonlyMap<number, number>;
};

/** The draft with the places from … to replaced. */
const put = (
  { places, trust, covered }: Draft,
  from: number,
  to: number,
  wanted: readonly Wanted[],
  sure: number,
  answers: (place: number) => number = () => 1,
): Draft => ({
  places: places.map((own, at) => (at === from ? wanted : at > from && at < to ? [] : own)),
  trust: trust * sure,
  covered: new Map([
    ...covered,
    ...places.flatMap((_, at) => (at >= from && at < to ? [[at, answers(at - from)] as const] : [])),
  ]),
});

const says = (target: readonly Wanted[], word: Word): boolean => {
  const stems = preparations.get(word.stem)?.map((form) => form.stem) ?? [word.stem];
  return target.some(({ forms }) => forms.some((form) => stems.includes(form.stem)));
};

/** Whether this meaning of a phrase omits a word that another has: "lentils" for "red lentils". */
const letsGo = ({ phrase, targets }: Synonym, target: readonly Wanted[], place: number): boolean => {
  const word = phrase[place] as Word;
  return phrase.length > 1 && !says(target, word) && targets.some((other) => says(other, word));
};

const meanings = (draft: Draft, { from, to, trust, alike, row }: Span): Draft[] =>
  row.targets.map((target, place) =>
    put(draft, from, to, target, trust * NEXT_MEANING ** place, (at) =>
      place >= row.sure ? Math.min(alike, CORRECTED) : letsGo(row, target, at) ? 0 : alike,
    ),
  );

const readingOf = (
  { places, trust, covered }: Draft,
  correcting: Correcting,
  asked: readonly Qualifier[],
): Reading => {
  const wanted = places.flat();
  // With only soft words ("raw", "dried", "the"), these are required.
  const onlySoft = wanted.every(({ soft }) => soft);
  return {
    qualifiers: onlySoft ? [] : asked,
    wanted: onlySoft
      ? wanted.map(({ forms, ...one }) => ({
          ...one,
          forms: forms.filter(({ soldDryOnly }) => !soldDryOnly),
          soft: false,
          typed: true,
        }))
      : wanted,
    trust,
    covered,
    correcting,
  };
};

/** The draft with the words of qualifiers soft: a food is found without them, and the points for having them are added. */
const softened = (draft: Draft, asked: readonly Asked[]): Draft => ({
  ...draft,
  places: draft.places.map((wanted, at) =>
    asked.some(({ from, to }) => at >= from && at < to)
      ? wanted.map((one) => (one.soft ? one : { ...one, soft: true, filler: true, typed: false }))
      : wanted,
  ),
});

/** Readings with two neighbours joined ("butter milk") or an unknown word split into two known ones ("brazilnut"). */
function respelled(
  typed: readonly TypedWord[],
  base: Draft,
  taken: ReadonlySet<number>,
  knows: (stem: string) => boolean,
): Draft[] {
  const drafts: Draft[] = [];
  for (const [at, { text, stem: of }] of typed.entries()) {
    if (taken.has(at)) continue;
    const next = typed[at + 1];
    if (next !== undefined && next.text.length > 1 && !taken.has(at + 1) && knows(stem(text + next.text)))
      drafts.push(put(base, at, at + 2, [tableWord(text + next.text)], JOINED));
    if (text.length < 6 || knows(of)) continue;
    for (let cut = 3; cut <= text.length - 3; cut++) {
      const [left, right] = [text.slice(0, cut), text.slice(cut)];
      if (knows(stem(left)) && knows(stem(right)))
        drafts.push(put(base, at, at + 1, [tableWord(left), tableWord(right)], SPLIT));
    }
  }
  return drafts;
}

/**
 * The readings of a query, most probable first: with synonyms replaced by words of the table, as the usual kind of a
 * bare word, as typed, and with words joined or split.
 * @param knows whether the table has a word with this stem.
 * @param begins whether it has a word that begins with this text.
 * @param correcting which misspellings are corrected.
 * @param isNamed whether a food has just this name, so that it is not read as another's.
 * @returns the readings, and the query as typed for when they have no match; null when the query has no words.
 */
export function readingsOf(
  query: string,
  knows: (stem: string) => boolean,
  begins: (text: string) => boolean,
  correcting: Correcting,
  isNamed: (row: Synonym) => boolean,
): { readonly readings: readonly Reading[]; readonly asTyped: Reading } | null {
  const typed = typedWords(queryWords(query), knows, begins, correcting);
  if (typed.length === 0) return null;
  const named: Draft = {
    places: typed.map((word, at) => [wantedOf(word, typed[at + 1], typed.length === 1)]),
    trust: 1,
    covered: new Map(),
  };

  const spans: Span[] = [];
  for (let from = 0; from < typed.length; from++)
    for (const row of mayBegin(typed[from] as TypedWord)) {
      const trust = agreement(typed, from, row);
      // The nearest food of a table is not wanted where another table has the food.
      if (trust > 0 && !(row.nearest && isNamed(row)))
        spans.push({ from, to: from + row.phrase.length, trust, alike: likeness(typed, from, row), row });
    }
  const taken = new Set<number>();
  const free = ({ from, to }: Span): boolean => {
    for (let at = from; at < to; at++) if (taken.has(at)) return false;
    return true;
  };
  // Exact synonyms, the longest first, replace what was typed.
  const sure = spans.filter(({ trust }) => trust === 1).sort((a, b) => b.to - b.from - (a.to - a.from));
  // A qualifier within a longer synonym ("plain flour") belongs to its meaning.
  const asked = qualifiersIn(typed).filter(
    ({ from, to }) =>
      !sure.some((span) => span.from <= from && span.to >= to && span.to - span.from > to - from),
  );
  const qualifiers = asked.map(({ qualifier }) => qualifier);
  const asTyped = softened(named, asked);
  let drafts: Draft[] = [asTyped];
  for (const span of sure) {
    if (!free(span)) continue;
    for (let at = span.from; at < span.to; at++) taken.add(at);
    drafts = drafts.flatMap((draft) => [
      ...(isNamed(span.row) ? [draft] : []),
      ...(span.row.also ? [{ ...draft, trust: draft.trust * NEXT_MEANING }] : []),
      ...meanings(draft, span),
    ]);
  }
  drafts = drafts.slice(0, MAX_READINGS);
  const base = drafts[0] as Draft;

  const hardPlaces = typed.flatMap((_, at) => (asTyped.places[at]?.[0]?.soft ? [] : [at]));
  const from = hardPlaces[0] ?? 0;
  const to = from + hardPlaces.length;
  if (taken.size === 0 && hardPlaces.at(-1) === to - 1)
    for (const row of usualKinds) {
      const trust = row.phrase.length === to - from ? agreement(typed, from, row) : 0;
      if (trust === 0) continue;
      if (trust === 1) drafts = drafts.map((draft) => ({ ...draft, trust: draft.trust * BESIDE_USUAL }));
      drafts.push(...meanings(asTyped, { from, to, trust, alike: likeness(typed, from, row), row }));
    }
  for (const span of spans.filter(({ trust }) => trust < 1).sort((a, b) => b.trust - a.trust))
    if (free(span)) drafts.push(...meanings(base, span));
  drafts.push(...respelled(typed, base, taken, knows));
  return {
    readings: drafts.slice(0, MAX_READINGS).map((draft) => readingOf(draft, correcting, qualifiers)),
    asTyped: readingOf(asTyped, correcting, qualifiers),
  };
}
