/** How much an edit counts: what people mistype or mishear cheaply costs less than a wrong consonant. */
const VOWEL_SWAP = 0.6;
const VOWEL_GAP = 0.7;
const DOUBLED = 0.4;
const SWAPPED = 0.8;
const PLAIN = 1;

const VOWELS = new Set("aeiouy");

/** Longest word the comparison looks at; longer ones are compared by their beginning. */
const LONGEST = 24;

/** How far a word of this length may be from what was meant. Short words have too many neighbours. */
export const spellingTolerance = (length: number): number =>
  length < 4 ? 0 : length < 6 ? 1 : length < 8 ? 1.7 : 2.2;

const row = (): Float64Array => new Float64Array(LONGEST + 1);
const rows = [row(), row(), row()];

/** Cost of typing one letter too many or too few, next to the letter before it. */
const gap = (letter: string, before: string): number =>
  letter === before ? DOUBLED : VOWELS.has(letter) ? VOWEL_GAP : PLAIN;

/**
 * Weighted edit distance (insertion, deletion, substitution, swapped neighbours) between what was typed and a
 * word, or Infinity once it cannot be at or below `limit`.
 * @param asPrefix compare with the best-fitting beginning of the word, for a word that is still being typed.
 */
export function misspelling(typed: string, word: string, limit: number, asPrefix = false): number {
  const m = Math.min(typed.length, LONGEST);
  const n = Math.min(word.length, LONGEST);
  let [older, previous, current] = rows as [Float64Array, Float64Array, Float64Array];
  previous[0] = 0;
  for (let j = 1; j <= n; j++)
    previous[j] = (previous[j - 1] as number) + gap(word[j - 1] as string, word[j - 2] ?? "");
  for (let i = 1; i <= m; i++) {
    const a = typed[i - 1] as string;
    const beforeA = typed[i - 2] ?? "";
    current[0] = (previous[0] as number) + gap(a, beforeA);
    let best = current[0] as number;
    for (let j = 1; j <= n; j++) {
      const b = word[j - 1] as string;
      const beforeB = word[j - 2] ?? "";
      let cost = previous[j - 1] as number;
      if (a !== b) cost += VOWELS.has(a) && VOWELS.has(b) ? VOWEL_SWAP : PLAIN;
      const deletion = (previous[j] as number) + gap(a, beforeA);
      if (deletion < cost) cost = deletion;
      const insertion = (current[j - 1] as number) + gap(b, beforeB);
      if (insertion < cost) cost = insertion;
      if (i > 1 && j > 1 && a === beforeB && beforeA === b) {
        const swap = (older[j - 2] as number) + SWAPPED;
        if (swap < cost) cost = swap;
      }
      current[j] = cost;
      if (cost < best) best = cost;
    }
    // A swap reaches back two rows, so one row over the limit is not yet the end.
    if (best > limit + SWAPPED) return Number.POSITIVE_INFINITY;
    [older, previous, current] = [previous, current, older];
  }
  let distance = previous[n] as number;
  if (asPrefix) for (let j = 1; j < n; j++) distance = Math.min(distance, previous[j] as number);
  return distance <= limit ? distance : Number.POSITIVE_INFINITY;
}
