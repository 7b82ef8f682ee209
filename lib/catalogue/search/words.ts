/** A word of a text: folded for comparison, with its position (UTF-16 indices, end exclusive). */
export type Word = {
  /** Lower case, without accents and apostrophes. */
  readonly text: string;
  /** The singular, see {@link stem}; words with the same stem are the same word. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
};

/**
 * Letters and digits in any script; "3.25%", "2%", "Kellogg's" and "M&M's" are one word each. Invisible signs (soft
 * hyphen, direction marks) do not end a word.
 */
const WORD =
  /\d+\.\d+%?|[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*(?:['’´`&]+[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}\p{Cf}]*)*%?/gu;
/**
 * What folding removes: accents, vowel points and signs; not the vowels of Indic scripts and of South East Asia, and not
 * the voicing marks of kana, which are marks to Unicode and letters to readers.
 */
const MARKS =
  /(?:(?![\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff\u3099\u309a])[^\p{L}\p{N}.%]|[\u093c\u09bc\u0a3c\u0640])+/gu;
/** Full-width and half-width forms, and forms of letters by place: ligatures, Hebrew and Arabic. */
const FORMS = /[\ufb00-\ufdff\ufe70-\ufefc\uff01-\uffdc]+/gu;
/** Letters that do not decompose, as people type them who lack the key. */
const LETTERS: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  ø: "o",
  ł: "l",
  ŀ: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ı: "i",
  ȷ: "j",
  ĳ: "ij",
  ĸ: "k",
  ŋ: "n",
  ə: "e",
  ɛ: "e",
  ɔ: "o",
  ɓ: "b",
  ɖ: "d",
  ɗ: "d",
  ƙ: "k",
  ƴ: "y",
  ƒ: "f",
  ɣ: "g",
  ʋ: "v",
  // Okinas and other apostrophes that count as letters.
  ʻ: "",
  ʼ: "",
  ʾ: "",
  ʿ: "",
  ς: "σ",
  ى: "ي",
  ی: "ي",
  ک: "ك",
  ة: "ه",
};
const UNDIVIDED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

/** Text that folding only lower-cases: nearly every word. */
const PLAIN = /^[A-Za-z0-9]+$/;

/**
 * Lower case, without accents ("Crème" → "creme"), letters that do not decompose as people type them ("kiełbasa" →
 * "kielbasa"), full-width forms as plain ones. NFD keeps "½" from becoming "12".
 */
export const fold = (raw: string): string => (PLAIN.test(raw) ? raw.toLowerCase() : foldMarks(raw));

const foldMarks = (raw: string): string =>
  raw
    .replace(FORMS, (forms) => forms.normalize("NFKC"))
    .normalize("NFD")
    .toLowerCase()
    .replace(UNDIVIDED, (letter) => LETTERS[letter] as string)
    .replace(MARKS, "");

/** Scripts that write words without spaces between them, and Korean, whose words take endings and join freely. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A sign at which a part of such a word may begin: no mark, and no sign of another script. */
const PART = new RegExp(`${UNSPACED.source}\\p{M}*`, "gu");

/** Whether a text may hold words of such scripts; quick for others. */
export const mayBeUnspaced = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) >= 0x0e00) return UNSPACED.test(text);
  return false;
};

/** Where the parts of a word in such a script begin, but for its own beginning: every sign may begin a word. */
export const partStarts = (word: string): number[] =>
  mayBeUnspaced(word) ? [...word.matchAll(PART)].flatMap(({ index }) => (index > 0 ? [index] : [])) : [];

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** A text with spaces between the words of scripts that have none, as far as a dictionary tells them. */
export const spaced = (text: string): string =>
  [...segmenter.segment(text)].map(({ segment }) => segment).join(" ");

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
