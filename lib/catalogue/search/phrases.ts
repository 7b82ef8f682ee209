import { type Correcting, nearWords, ONE_EDIT, spelledWords, spellingTolerance } from "./spelling";
import { type Synonym, synonyms, usualKinds } from "./synonyms";
import type { Word } from "./words";

/** A typed word, with the words of the synonym table that it may be a misspelling of. */
export type TypedWord = Word & {
  /** Edit distance by stem, in tenths of a wrong letter. */
  readonly near: ReadonlyMap<string, number>;
  /** Whether the food table contains it, so that it need not be the beginning of another word. */
  readonly complete: boolean;
};

/** Least length of a word that is read as a misspelt synonym. */
const MIN_MISSPELT = 4;
const MISSPELT = 0.86;
const PER_EDIT = 0.12;
/** Least number of letters from which an incomplete phrase counts. */
const MIN_BEGUN = 3;
const BEGUN_LEAST = 0.62;
/** Agreement of an incomplete phrase of which at least one word is complete: "pumpkin se". */
const BEGUN_AFTER_WORD = 0.72;
const BEGUN_SHARE = 0.3;

const phraseStems = spelledWords(
  [...new Set([...synonyms, ...usualKinds].flatMap(({ phrase }) => phrase.map(({ stem }) => stem)))].sort(),
);

const NONE: ReadonlyMap<string, number> = new Map();

/**
 * Prepares typed words for comparison with the synonyms.
 * @param knows whether the food table has a word with this stem, which is then not misspelt.
 * @param begins whether it has a word that begins with this text; the last word is then not misspelt either.
 * @param correcting which misspellings are corrected.
 */
export const typedWords = (
  words: readonly Word[],
  knows: (stem: string) => boolean,
  begins: (text: string) => boolean,
  correcting: Correcting,
): TypedWord[] =>
  words.map((word, at) => {
    const complete = knows(word.stem);
    const limit = spellingTolerance(word.stem.length, correcting);
    if (word.text.length < MIN_MISSPELT || limit === 0 || complete) return { ...word, near: NONE, complete };
    if (at === words.length - 1 && begins(word.text)) return { ...word, near: NONE, complete };
    const near = new Map<string, number>();
    nearWords(phraseStems, word.stem, 0, phraseStems.words.length, limit, (at, distance) => {
      if (distance <= limit) near.set(phraseStems.words[at] as string, distance);
    });
    return { ...word, near, complete };
  });

const NO_ROWS: readonly Synonym[] = [];
const byInitial = new Map<string, Synonym[]>();
const byFirstStem = new Map<string, Synonym[]>();
for (const row of synonyms) {
  const [{ text, stem }] = row.phrase as [Word];
  const initial = text[0] as string;
  byInitial.set(initial, [...(byInitial.get(initial) ?? []), row]);
  byFirstStem.set(stem, [...(byFirstStem.get(stem) ?? []), row]);
}

/** The synonyms whose phrase the word may begin: those with the same first letter, or with one close to it. */
export const mayBegin = ({ text, near }: TypedWord): readonly Synonym[] => {
  const initial = text[0] as string;
  const rows = byInitial.get(initial) ?? NO_ROWS;
  const others = [...near.keys()].filter((stem) => !stem.startsWith(initial));
  return others.length === 0 ? rows : [...rows, ...others.flatMap((stem) => byFirstStem.get(stem) ?? [])];
};

/** Agreement of the typed words from a place on with the phrase of a synonym, 0 (none) … 1 (word for word). */
export function agreement(typed: readonly TypedWord[], from: number, { phrase }: Synonym): number {
  if (from + phrase.length > typed.length) return 0;
  let trust = 1;
  let typedLength = 0;
  for (let offset = 0; offset < phrase.length; offset++) {
    const { text, stem } = phrase[offset] as Word;
    const word = typed[from + offset] as TypedWord;
    typedLength += word.text.length;
    if (word.text === text || word.stem === stem) continue;
    const last = from + offset === typed.length - 1;
    if (last && text.startsWith(word.text) && typedLength >= MIN_BEGUN) {
      // "mango" does not begin "mangold".
      if (word.complete && phrase.length === 1) return 0;
      const whole = phrase.reduce((sum, one) => sum + one.text.length, 0);
      const begun = (offset > 0 ? BEGUN_AFTER_WORD : BEGUN_LEAST) + (BEGUN_SHARE * typedLength) / whole;
      trust *= Math.min(0.98, begun);
      continue;
    }
    const distance = word.near.get(stem);
    if (distance === undefined) return 0;
    trust *= MISSPELT - (PER_EDIT * distance) / ONE_EDIT;
  }
  return trust;
}

/** Quality of a match: as typed or in the other number, begun, or only near. */
export const AS_TYPED = 1;
export const BEGUN = 0.8;
/** A corrected spelling, or the nearest food of the table. */
export const CORRECTED = 0.6;

/** The lowest quality among the typed words that agree with a phrase: AS_TYPED, BEGUN or CORRECTED. */
export const likeness = (typed: readonly TypedWord[], from: number, { phrase }: Synonym): number =>
  Math.min(
    ...phrase.map(({ text, stem }, offset) => {
      const word = typed[from + offset] as TypedWord;
      return word.stem === stem ? AS_TYPED : text.startsWith(word.text) ? BEGUN : CORRECTED;
    }),
  );
