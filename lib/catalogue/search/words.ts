/** One word of a text: folded for comparison, and where it stands in the text (UTF-16 indices, end exclusive). */
export type Word = {
  /** Lower case, without accents and apostrophes. */
  readonly text: string;
  /** The singular, see {@link stem}: two words are the same when their stems are. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
};

/** Letters and digits in any script; "3.25%", "2%", "Kellogg's" and "M&M's" are one word each. */
const WORD = /\d+\.\d+%?|[\p{L}\p{M}\p{N}]+(?:['’´`&]+[\p{L}\p{M}\p{N}]+)*%?/gu;
const MARKS = /[^\p{L}\p{N}.%]+/gu;

/** Nothing to take off but capitals: nearly every word. */
const PLAIN = /^[A-Za-z0-9]+$/;

/** Lower case, compatibility forms and accents taken off: "Crème" → "creme", "½" → "12" is avoided by NFD first. */
const fold = (raw: string): string => (PLAIN.test(raw) ? raw.toLowerCase() : foldMarks(raw));

const foldMarks = (raw: string): string =>
  raw
    .normalize("NFD")
    .toLowerCase()
    .replace(MARKS, "")
    .replaceAll("œ", "oe")
    .replaceAll("æ", "ae")
    .replaceAll("ß", "ss");

const IRREGULAR: Readonly<Record<string, string>> = {
  leaves: "leaf",
  loaves: "loaf",
  halves: "half",
  calves: "calf",
  molasses: "molasses",
  tomatoe: "tomato",
  potatoe: "potato",
};

/**
 * The singular of an English word by rule: "berries" → "berry", "tomatoes" → "tomato", "radishes" → "radish".
 * Not a dictionary: it only has to give both forms of a word the same stem.
 */
export function stem(word: string): string {
  const known = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
  if (known !== undefined) return known;
  if (word.length <= 3) return word;
  if (word.endsWith("ies")) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1);
  if (word.endsWith("ie")) return word.length > 4 ? `${word.slice(0, -2)}y` : word;
  if (word.endsWith("oes")) return word.slice(0, -2);
  if (/(?:sh|ch|x|ss|zz)es$/.test(word)) return word.slice(0, -2);
  if (word.endsWith("s") && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}

/** The words of a text in order. Never throws: lone surrogates and punctuation are no words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const folded = fold(match[0]);
    if (folded === "") continue;
    words.push({ text: folded, stem: stem(folded), start: match.index, end: match.index + match[0].length });
  }
  return words;
}
