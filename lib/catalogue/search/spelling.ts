/**
 * Costs of edits, in tenths of a wrong letter: common typing and hearing errors cost less than a wrong consonant.
 * Integers, so that sums do not depend on their order.
 */
const VOWEL_SWAP = 6;
const VOWEL_GAP = 7;
const DOUBLED = 4;
const SWAPPED = 8;
const PLAIN = 10;
/** One wrong letter. */
export const ONE_EDIT = PLAIN;
/** One vowel wrong or missing, or a letter doubled, with all consonants right. */
export const SMALL_EDIT = VOWEL_GAP;

const isVowel = new Uint8Array(128);
for (const letter of "aeiouy") isVowel[letter.charCodeAt(0)] = 1;
const vowel = (code: number): boolean => code < 128 && isVowel[code] === 1;

/** Number of letters that are compared; longer words are compared by their beginning. */
const LONGEST = 24;
const STRIDE = LONGEST + 1;
const FAR = 1 << 20;

/** Which corrections are allowed: any likely one, or only unmistakable ones. */
export type Correcting = "likely" | "sure";

/** Largest distance by the length of the word, in tenths of a wrong letter. Short words have many neighbours. */
const TOLERANCE: { readonly [C in Correcting]: (length: number) => number } = {
  likely: (length) => (length < 4 ? 0 : length < 5 ? 8 : length < 6 ? 10 : length < 8 ? 14 : 20),
  sure: (length) => (length < 5 ? 0 : length < 6 ? 8 : length < 8 ? 10 : 14),
};

/** Largest distance of a word of this length from the intended word, in tenths of a wrong letter. */
export const spellingTolerance = (length: number, correcting: Correcting): number =>
  TOLERANCE[correcting](length);

/** Cost of a letter too many or too few, depending on the letter before it. */
const gap = (letter: number, before: number): number =>
  letter === before ? DOUBLED : vowel(letter) ? VOWEL_GAP : PLAIN;

/** A sorted list of distinct words, prepared for comparison with a typed word. */
export type SpelledWords = {
  readonly words: readonly string[];
  /** The letters of all words in sequence: those of word w are start[w] … start[w + 1]. */
  readonly letters: Uint16Array;
  readonly start: Int32Array;
  /** Length of the prefix that each word shares with the one before it. */
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

// The working table: row d belongs to the first d letters of a word, column j to the first j typed letters. Words with
// the same prefix share its rows, and a prefix that is too far off rules out all words with it.
const table = new Int32Array(STRIDE * STRIDE);
const least = new Int32Array(STRIDE);
/** Least distance of the whole typed word from any prefix of at most d letters. */
const begun = new Int32Array(STRIDE);
const typedCodes = new Uint16Array(LONGEST);
const typedGaps = new Int32Array(LONGEST);

/** Fills row `depth` for a word whose last two letters up to there are these. */
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
 * Weighted Damerau–Levenshtein distance (letters missing, extra, wrong, swapped with a neighbour) of a typed word from
 * the words from … to − 1, in tenths of a wrong letter.
 * @param limit largest distance reported, 0 … 22.
 * @param visit called for each word that is near or has a near prefix, with the distance of the whole word and of its
 *   best prefix (the word may be incomplete); a distance above the limit is Infinity.
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
  /** The depth at which the last words were ruled out, or 0. */
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
        // A swap refers to the row before the last.
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
