import { type Correcting, nearWords, ONE_EDIT, spelledWords, spellingTolerance } from "./spelling";
import { type Synonym, synonyms, usualKinds } from "./synonyms";
import type { Word } from "./words";

/** A typed word, with the words of the synonym table that it may be a misspelling of. */
export type TypedWord = Word & {
  /** Stem → how far it is, in tenths of a wrong letter. */
  readonly near: ReadonlyMap<string, number>;
  /** The food table has it as it stands, so that it need not be on its way to another. */
  readonly complete: boolean;
};

/** A shorter word is not read as a misspelt synonym. */
const MIN_MISSPELT = 4;
const MISSPELT = 0.86;
const PER_EDIT = 0.12;
/** A phrase that is being typed counts from this many letters on. */
const MIN_BEGUN = 3;
const BEGUN_LEAST = 0.62;
/** … and so much when at least a word of it is there: "pumpkin se". */
const BEGUN_AFTER_WORD = 0.72;
const BEGUN_SHARE = 0.3;

const phraseStems = spelledWords(
  [...new Set([...synonyms, ...usualKinds].flatMap(({ phrase }) => phrase.map(({ stem }) => stem)))].sort(),
);

const NONE: ReadonlyMap<string, number> = new Map();

/**
 * Typed words made ready to be held against the synonyms.
 * @param knows whether the food table has a word with this stem: then it is not misspelt.
 * @param begins whether it has a word that begins so: nor is the last word then, "spag" is on its way.
 * @param correcting what counts as a misspelling.
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

/** The synonyms whose phrase this word may begin: the same first letter, or one it is near to. */
export const mayBegin = ({ text, near }: TypedWord): readonly Synonym[] => {
  const initial = text[0] as string;
  const rows = byInitial.get(initial) ?? NO_ROWS;
  const others = [...near.keys()].filter((stem) => !stem.startsWith(initial));
  return others.length === 0 ? rows : [...rows, ...others.flatMap((stem) => byFirstStem.get(stem) ?? [])];
};

/** How well typed words from a place on answer the phrase of a synonym, 0 (not at all) … 1 (word for word). */
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
      // "mango" is no "mangold".
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

/** How a word answers another: as it stands or in its other number, begun, or only nearly. */
export const AS_TYPED = 1;
export const BEGUN = 0.8;
/** By a corrected spelling, or by the nearest food that the table has. */
export const CORRECTED = 0.6;

/** How typed words that agree with a phrase answer it, the least of them: AS_TYPED, BEGUN or CORRECTED. */
export const likeness = (typed: readonly TypedWord[], from: number, { phrase, nearest }: Synonym): number =>
  Math.min(
    nearest ? CORRECTED : AS_TYPED,
    ...phrase.map(({ text, stem }, offset) => {
      const word = typed[from + offset] as TypedWord;
      return word.stem === stem ? AS_TYPED : text.startsWith(word.text) ? BEGUN : CORRECTED;
    }),
  );
