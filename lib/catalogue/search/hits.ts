import { matchesOf, qualityIn } from "./rank";
import type { FoundName } from "./usage";

/** A found food, by one of its names. */
export type Hit = FoundName & {
  readonly id: string;
  /** Place among all names, by which equals are ordered. */
  readonly order: number;
  /** Whether it was found by another name than the one that is shown. */
  readonly byOtherName: boolean;
};

/** Order by points, then by length of the name, then by index. */
export const byRank = (a: Hit, b: Hit): number =>
  b.points - a.points ||
  (a.index.names[a.name] as string).length - (b.index.names[b.name] as string).length ||
  a.order - b.order;

/** The best `most` foods that the person does not use, and all that they use. */
export type Found = { readonly best: Hit[]; readonly used: Hit[]; readonly most: number };

/** Inserts a hit into a sorted list of at most `limit`. */
export function offer(best: Hit[], hit: Hit, limit: number): void {
  let at = best.length;
  while (at > 0 && byRank(hit, best[at - 1] as Hit) < 0) at--;
  if (at >= limit) return;
  best.splice(at, 0, hit);
  if (best.length > limit) best.pop();
}

/** The ranges of a name that match a reading. */
export function rangesOf({ index, name, reading, memo }: Hit): [number, number][] {
  const matches = matchesOf(index, reading, memo);
  const ranges: [number, number][] = [];
  const last = index.nameStart[name + 1] as number;
  for (let entry = index.nameStart[name] as number; entry < last; entry++) {
    const word = index.word[entry] as number;
    const at = matches.findIndex((found) => qualityIn(index, name, found.get(word) ?? 0) > 0);
    if (at < 0) continue;
    const [start, end] = [index.wordFrom[entry] as number, index.wordTo[entry] as number];
    const text = index.vocabulary[word] as string;
    const typed = reading.wanted[at]?.forms[0]?.text ?? "";
    // For a word typed in part, the typed part; folding may change the length.
    const whole = !text.startsWith(typed) || text.length !== end - start;
    ranges.push([start, whole ? end : start + typed.length]);
  }
  return ranges;
}
