import type { NameIndex } from "./name-index";
import { type Correcting, nearWords, ONE_EDIT, SMALL_EDIT, spellingTolerance } from "./spelling";

/** Words of an index that a typed word may stand for, each with its quality (0 … 1). */
export type WordMatches = ReadonlyMap<number, number>;

const SAME_STEM = 0.99;
const PREFIX_LEAST = 0.62;
const PREFIX_SHARE = 0.3;
/** Factor on a word that the typed word begins, where the typed word is complete itself: "water" in "watermelon". */
const COMPLETE = 0.85;
const MISSPELT = 0.86;
const MISSPELT_PREFIX = 0.66;
const PER_EDIT = 0.12;
/** Least number of letters of a misspelt beginning of a word. */
const MIN_BEGUN = 6;
/** Largest number of names of a rare word. */
const RARE = 2;

/** First letters with the same sound. */
const ALIKE: Readonly<Record<string, string>> = {
  c: "ks",
  k: "cq",
  s: "cz",
  z: "s",
  f: "p",
  p: "f",
  q: "kc",
  i: "y",
  y: "i",
  e: "ai",
  a: "eo",
  o: "au",
  u: "o",
  j: "g",
  g: "j",
};

/** Index of the first entry of a sorted list at or after a text. */
function lowerBound(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The least text after all texts that begin with a letter. */
const after = (initial: string): string => String.fromCharCode(initial.charCodeAt(0) + 1);

/** Whether a word of the index begins with a text. */
export const beginsWord = ({ vocabulary }: NameIndex, text: string): boolean =>
  vocabulary[lowerBound(vocabulary, text)]?.startsWith(text) === true;

/** The words of an index that equal a word or its other number. */
export function sameWord(index: NameIndex, text: string, stem: string): WordMatches {
  const words = index.stems.get(stem) ?? [];
  return new Map(words.map((word) => [word, index.vocabulary[word] === text ? 1 : SAME_STEM]));
}

/**
 * Number of words per index whose matches are kept. A keystroke changes one word of a query; the others are asked again,
 * and so are all of them by the shortened queries of a text that no food answers.
 */
const KEPT = 96;
const memories = new WeakMap<NameIndex, Map<string, WordMatches>>();

/**
 * The words of an index that a typed word may stand for: the word itself, its other number, words it begins, and, when
 * the word is unknown or rare, words it may be a misspelling of.
 * @param correcting which misspellings are corrected.
 */
export function matchWord(index: NameIndex, text: string, stem: string, correcting: Correcting): WordMatches {
  const memory = memories.get(index) ?? new Map<string, WordMatches>();
  memories.set(index, memory);
  const key = `${correcting} ${text}`;
  const known = memory.get(key);
  if (known !== undefined) return known;
  const matches = newMatches(index, text, stem, correcting);
  if (memory.size >= KEPT) memory.delete(memory.keys().next().value as string);
  memory.set(key, matches);
  return matches;
}

function newMatches(index: NameIndex, text: string, stem: string, correcting: Correcting): WordMatches {
  const { vocabulary, wordStart } = index;
  const matches = new Map(sameWord(index, text, stem));
  const offer = (word: number, quality: number): void => {
    if ((matches.get(word) ?? 0) < quality) matches.set(word, quality);
  };
  const namesWith = (word: number): number => (wordStart[word + 1] as number) - (wordStart[word] as number);
  // A word of one or two names may itself be unusual ("Turk'y"): the usual spelling is tried as well.
  let names = 0;
  for (const word of matches.keys()) names += namesWith(word);
  const begun = names > RARE ? COMPLETE : 1;
  for (let word = lowerBound(vocabulary, text); word < vocabulary.length; word++) {
    const full = vocabulary[word] as string;
    if (!full.startsWith(text)) break;
    offer(word, begun * (PREFIX_LEAST + (PREFIX_SHARE * text.length) / full.length));
  }
  const allowed = spellingTolerance(stem.length, correcting);
  const limit = names === 0 ? allowed : Math.min(ONE_EDIT, allowed);
  if (names > RARE || limit === 0 || /\d/.test(text)) return matches;

  const first = text[0] as string;
  /** Whether the lengths are close enough for a misspelling. */
  const mayBe = ({ length }: string): boolean =>
    length >= 3 && length >= stem.length - 2 && length <= text.length + 2;
  const sure = correcting === "sure";
  const initials = new Set(sure ? [first] : [first, text[1] as string, ...(ALIKE[first] ?? "")]);
  const toleranceAt = (initial: string): number => (initial === first ? limit : Math.min(limit, ONE_EDIT));
  // Distance of the whole word, from its own letters or those of its singular.
  const whole = new Map<number, number>();
  for (const initial of initials) {
    nearWords(
      index.spelledStems,
      stem,
      lowerBound(index.spelledStems.words, initial),
      lowerBound(index.spelledStems.words, after(initial)),
      toleranceAt(initial),
      (near, distance) => {
        const meant = index.spelledStems.words[near] as string;
        // From the singular: "raspberries" has three letters more than "rasberry".
        if (distance === Number.POSITIVE_INFINITY || !mayBe(meant)) return;
        for (const word of index.stems.get(meant) ?? []) whole.set(word, distance);
      },
    );
  }
  const misspeltBeginnings = new Map<number, number>();
  for (const initial of initials) {
    const tolerance = toleranceAt(initial);
    nearWords(
      index.spelled,
      text,
      lowerBound(vocabulary, initial),
      lowerBound(vocabulary, after(initial)),
      tolerance,
      (word, distance, beginning) => {
        const meant = vocabulary[word] as string;
        if (distance < (whole.get(word) ?? Number.POSITIVE_INFINITY) && mayBe(meant))
          whole.set(word, distance);
        const { length } = meant;
        if (!sure && text.length >= MIN_BEGUN && length > text.length && beginning <= ONE_EDIT)
          misspeltBeginnings.set(word, beginning);
      },
    );
  }
  for (const [word, distance] of whole)
    if (!sure || distance <= SMALL_EDIT || namesWith(word) > RARE)
      offer(word, MISSPELT - (PER_EDIT * distance) / ONE_EDIT);
  for (const [word, distance] of misspeltBeginnings)
    if (!whole.has(word)) offer(word, MISSPELT_PREFIX - (PER_EDIT * distance) / ONE_EDIT);
  return matches;
}
