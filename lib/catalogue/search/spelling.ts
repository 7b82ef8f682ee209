/**
 * How much an edit counts, in tenths of a wrong letter: what people mistype or mishear cheaply costs less than a
 * wrong consonant. Whole numbers, so that sums do not depend on their order.
 */
const VOWEL_SWAP = 6;
const VOWEL_GAP = 7;
const DOUBLED = 4;
const SWAPPED = 8;
const PLAIN = 10;
/** One wrong letter. */
export const ONE_EDIT = PLAIN;
/** One vowel wrong or left out, or a letter doubled: all consonants are right. */
export const SMALL_EDIT = VOWEL_GAP;

const isVowel = new Uint8Array(128);
for (const letter of "aeiouy") isVowel[letter.charCodeAt(0)] = 1;
const vowel = (code: number): boolean => code < 128 && isVowel[code] === 1;

/** Longest word the comparison looks at; longer ones are compared by their beginning. */
const LONGEST = 24;
const STRIDE = LONGEST + 1;
const FAR = 1 << 20;

/** What is corrected: whatever may be meant, or only what can hardly be anything else. */
export type Correcting = "likely" | "sure";

/** Most that a word may be off, by its length, in tenths of a wrong letter. Short words have too many neighbours. */
const TOLERANCE: { readonly [C in Correcting]: (length: number) => number } = {
  likely: (length) => (length < 4 ? 0 : length < 5 ? 8 : length < 6 ? 10 : length < 8 ? 14 : 20),
  sure: (length) => (length < 5 ? 0 : length < 6 ? 8 : length < 8 ? 10 : 14),
};

/** How far a word of this length may be from what was meant, in tenths of a wrong letter. */
export const spellingTolerance = (length: number, correcting: Correcting): number =>
  TOLERANCE[correcting](length);

/** Cost of typing one letter too many or too few, next to the letter before it. */
const gap = (letter: number, before: number): number =>
  letter === before ? DOUBLED : vowel(letter) ? VOWEL_GAP : PLAIN;

/** A sorted list of different words, ready to be compared with a typed one. */
export type SpelledWords = {
  readonly words: readonly string[];
  /** The letters of all words one after another: word w has start[w] … start[w + 1]. */
  readonly letters: Uint16Array;
  readonly start: Int32Array;
  /** How many letters a word has in common with the one before it. */
  readonly shared: Uint8Array;
};

/** @param words sorted, each once. */
export function spelledWords(words: readonly string[]): SpelledWords {
  const start = new Int32Array(words.length + 1);
  const shared = new Uint8Array(words.length);
  for (const [at, word] of words.entries()) {
    const cut = Math.min(word.length, LONGEST);
    start[at + 1] = (start[at] as number) + cut;
    const before = words[at - 1] ?? "";
    let same = 0;
    while (same < cut && same < before.length && word[same] === before[same]) same++;
    shared[at] = same;
  }
  const letters = new Uint16Array(start[words.length] as number);
  for (const [at, word] of words.entries())
    for (let place = 0, to = start[at] as number; place < word.length && place < LONGEST; place++, to++)
      letters[to] = word.charCodeAt(place);
  return { words, letters, start, shared };
}

// The working table: row d belongs to the first d letters of a word, column j to the first j typed letters. Words
// that begin alike share their first rows, and a beginning that is too far off ends all words that have it.
const table = new Int32Array(STRIDE * STRIDE);
const least = new Int32Array(STRIDE);
/** Least distance of the whole typed word from any beginning of at most d letters. */
const begun = new Int32Array(STRIDE);
const typedCodes = new Uint16Array(LONGEST);
const typedGaps = new Int32Array(LONGEST);

/** Fills row `depth` for a word whose letters up to there end in these two. */
function fillRow(depth: number, m: number, letter: number, before: number): void {
  const row = depth * STRIDE;
  const above = row - STRIDE;
  const letterGap = gap(letter, before);
  const letterIsVowel = vowel(letter);
  let left = (table[above] as number) + letterGap;
  table[row] = left;
  let best = left;
  for (let j = 1; j <= m; j++) {
    const typed = typedCodes[j - 1] as number;
    let cost = table[above + j - 1] as number;
    if (typed !== letter) {
      cost += letterIsVowel && vowel(typed) ? VOWEL_SWAP : PLAIN;
      if (j > 1 && depth > 1 && typed === before && typedCodes[j - 2] === letter) {
        const swap = (table[above - STRIDE + j - 2] as number) + SWAPPED;
        if (swap < cost) cost = swap;
      }
    }
    const missing = (table[above + j] as number) + letterGap;
    if (missing < cost) cost = missing;
    const extra = left + (typedGaps[j - 1] as number);
    if (extra < cost) cost = extra;
    table[row + j] = cost;
    left = cost;
    if (cost < best) best = cost;
  }
  least[depth] = best;
  begun[depth] = Math.min(left, depth > 1 ? (begun[depth - 1] as number) : FAR);
}

/**
 * Weighted edit distance (letters missing, extra, wrong, swapped with a neighbour) of a typed word from the words
 * from … to − 1, in tenths of a wrong letter.
 * @param limit words and beginnings farther than this are not told, 0 … 22.
 * @param visit is told each word that is near, or of which a beginning is near: the distance of the whole word, and
 *   of its best-fitting beginning (the word may still be being typed). One that is over the limit is Infinity.
 */
export function nearWords(
  { letters, start, shared }: SpelledWords,
  typed: string,
  from: number,
  to: number,
  limit: number,
  visit: (word: number, distance: number, beginning: number) => void,
): void {
  const m = Math.min(typed.length, LONGEST);
  table[0] = 0;
  least[0] = 0;
  for (let j = 0; j < m; j++) {
    const code = typed.charCodeAt(j);
    typedCodes[j] = code;
    const cost = gap(code, j > 0 ? (typedCodes[j - 1] as number) : -1);
    typedGaps[j] = cost;
    table[j + 1] = (table[j] as number) + cost;
  }
  let filled = 0;
  /** The depth at which the last words were given up, or 0. */
  let ended = 0;
  for (let word = from; word < to; word++) {
    const first = start[word] as number;
    const length = (start[word + 1] as number) - first;
    const common = word === from ? 0 : (shared[word] as number);
    if (ended === 0 || common < ended) {
      ended = 0;
      let depth = Math.min(common, filled);
      while (depth < length) {
        depth++;
        const at = first + depth - 1;
        fillRow(depth, m, letters[at] as number, depth > 1 ? (letters[at - 1] as number) : -1);
        // A swap reaches back two rows.
        if ((least[depth] as number) > limit && (least[depth - 1] as number) > limit - SWAPPED) {
          ended = depth;
          break;
        }
      }
      filled = depth;
    }
    const beginning = begun[ended === 0 ? length : ended] as number;
    const distance = ended === 0 ? (table[length * STRIDE + m] as number) : FAR;
    if (beginning > limit && distance > limit) continue;
    visit(
      word,
      distance > limit ? Number.POSITIVE_INFINITY : distance,
      beginning > limit ? Number.POSITIVE_INFINITY : beginning,
    );
  }
}
