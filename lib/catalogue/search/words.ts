/** A word of a text: folded for comparison, with its position (UTF-16 indices, end exclusive). */
export type Word = {
  /** Lower case, without accents and apostrophes. */
  readonly text: string;
  /** The singular, see {@link stem}; words with the same stem are the same word. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
};

/** Letters and digits in any script; "3.25%", "2%", "Kellogg's" and "M&M's" are one word each. */
const WORD = /\d+\.\d+%?|[\p{L}\p{M}\p{N}]+(?:['’´`&]+[\p{L}\p{M}\p{N}]+)*%?/gu;
const MARKS = /[^\p{L}\p{N}.%]+/gu;

/** Text that folding only lower-cases: nearly every word. */
const PLAIN = /^[A-Za-z0-9]+$/;

/** Lower case, without accents ("Crème" → "creme"); NFD keeps "½" from becoming "12". */
export const fold = (raw: string): string => (PLAIN.test(raw) ? raw.toLowerCase() : foldMarks(raw));

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
 * Singular of an English word by rule: "berries" → "berry", "tomatoes" → "tomato", "radishes" → "radish". Not a
 * dictionary; it need only give both numbers of a word the same stem.
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

/** Classes of ASCII characters: letter or digit, sign that joins two parts of a word, other. */
const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
const JOINER = 3;
const KIND = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const sign = String.fromCharCode(code);
  KIND[code] = /[A-Za-z]/.test(sign) ? LETTER : /\d/.test(sign) ? DIGIT : /['`&]/.test(sign) ? JOINER : OTHER;
}

const kindAt = (text: string, at: number, to: number): number =>
  at < to ? (KIND[text.charCodeAt(at)] as number) : OTHER;

/** End of the word that begins at `start` in an ASCII text, by the rules of {@link WORD}. */
function wordEnd(text: string, start: number, to: number): number {
  let end = start;
  while (kindAt(text, end, to) === DIGIT) end++;
  if (end > start && end < to && text[end] === "." && kindAt(text, end + 1, to) === DIGIT) {
    do end++;
    while (kindAt(text, end, to) === DIGIT);
  } else {
    for (let next = end; ; ) {
      let kind = kindAt(text, next, to);
      while (kind === LETTER || kind === DIGIT) kind = kindAt(text, ++next, to);
      end = next;
      while (kind === JOINER) kind = kindAt(text, ++next, to);
      if (next === end || kind === OTHER) break;
    }
  }
  return end < to && text[end] === "%" ? end + 1 : end;
}

/** Calls `visit` with the position of each word of text.slice(from, to). Fast for ASCII, which most names are. */
export function eachWord(
  text: string,
  from: number,
  to: number,
  visit: (start: number, end: number) => void,
): void {
  for (let at = from; at < to; at++) {
    if (text.charCodeAt(at) < 128) continue;
    for (const { 0: word, index } of text.slice(from, to).matchAll(WORD))
      visit(from + index, from + index + word.length);
    return;
  }
  for (let at = from; at < to; ) {
    const kind = KIND[text.charCodeAt(at)] as number;
    if (kind !== LETTER && kind !== DIGIT) {
      at++;
      continue;
    }
    const end = wordEnd(text, at, to);
    visit(at, end);
    at = end;
  }
}

/** The words of a text in order. Never throws; lone surrogates and punctuation are not words. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  eachWord(text, 0, text.length, (start, end) => {
    const folded = fold(text.slice(start, end));
    if (folded !== "") words.push({ text: folded, stem: stem(folded), start, end });
  });
  return words;
}
