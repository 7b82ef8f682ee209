import judged from "./search-queries.json" with { type: "json" };

/** The word with one usual slip: a letter left out, two swapped, one doubled; which one depends on `turn`. */
function slip(text: string, turn: number): string {
  const at = 1 + ((turn * 7) % Math.max(1, text.length - 2));
  const kind = turn % 3;
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + (text[at + 1] ?? "") + text[at] + text.slice(at + 2);
  return text.slice(0, at) + text[at] + text.slice(at);
}

/** Every beginning of every text: what the search is asked, one call a keystroke. */
const keystrokes = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => Array.from(text, (_, end) => text.slice(0, end + 1)));

/**
 * What people type into the search: the judged queries, each with a slip of the finger, and each followed by another
 * word, letter by letter.
 * @param every takes only each so many-th keystroke.
 */
export function typedTexts(every = 1): string[] {
  const asked = judged.queries.map(({ q }) => q);
  const all = keystrokes([
    ...asked,
    ...asked.map(slip),
    ...asked.map((text, at) => `${text} ${asked[(at * 31 + 7) % asked.length]}`),
  ]);
  return all.filter((_, at) => at % every === 0);
}

/** Milliseconds. */
export type Latency = {
  readonly keystrokes: number;
  /** What each keystroke took, in the order of the texts. */
  readonly times: readonly number[];
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
};

const latencyFrom = (times: readonly number[]): Latency => {
  const sorted = times.toSorted((a, b) => a - b);
  const part = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] as number;
  return { keystrokes: times.length, times, median: part(0.5), p99: part(0.99), longest: part(1) };
};

/** Times each call by itself, after a warm-up over every seventh. */
export function latencyOf(texts: readonly string[], search: (text: string) => unknown): Latency {
  for (let at = 0; at < texts.length; at += 7) search(texts[at] as string);
  return latencyFrom(
    texts.map((text) => {
      const start = performance.now();
      search(text);
      return performance.now() - start;
    }),
  );
}

const line = ({ median, p99, longest }: Latency): string =>
  `median ${median.toFixed(2)} ms, 99th percentile ${p99.toFixed(2)} ms, longest ${longest.toFixed(1)} ms`;

/** All keystrokes are timed so many times. */
export const ROUNDS = 5;

/**
 * Prints the quietest and the loudest of some rounds, and the least that each keystroke took in any round: what other
 * programs take of the machine is in the first two, hardly in the last.
 * @returns the last.
 */
export const printRounds = (rounds: readonly Latency[]): Latency => {
  const byP99 = rounds.toSorted((a, b) => a.p99 - b.p99);
  const [quietest, loudest] = [byP99[0], byP99.at(-1)] as [Latency, Latency];
  const least = latencyFrom(
    quietest.times.map((_, at) => Math.min(...rounds.map(({ times }) => times[at] as number))),
  );
  const blank = " ".repeat(String(quietest.keystrokes).length);
  console.log(`  ${quietest.keystrokes} keystrokes, quietest of ${rounds.length} rounds: ${line(quietest)}`);
  console.log(`  ${blank} loudest: ${line(loudest)}`);
  console.log(`  ${blank} each keystroke's least: ${line(least)}`);
  return least;
};

/** What a keystroke may take, milliseconds. */
const WANTED = { median: 2, p99: 10 };

export const tooSlow = (what: string, { median, p99 }: Latency): string[] => [
  ...(median < WANTED.median ? [] : [`${what}: median ${median} ms`]),
  ...(p99 < WANTED.p99 ? [] : [`${what}: 99th percentile ${p99} ms`]),
];
