import type { NameIndex } from "./name-index";
import type { Synonym } from "./synonyms";
import { wordsOf } from "./words";

const memories = new WeakMap<NameIndex, Map<Synonym, boolean>>();

/** Stems of the first two segments of a name, without notes in brackets. */
const segmentsOf = (name: string): Set<string>[] =>
  name
    .replaceAll(/\([^()]*\)/g, "")
    .split(",", 2)
    .map((segment) => new Set(wordsOf(segment).map(({ stem }) => stem)));

/**
 * Whether a food is named just as the phrase of a synonym: "Dal". Of a substitute's row it is enough that the name
 * begins so, on a shelf or not: "Oat milk", "Coffee, Latte", "Soup, miso or tofu". Remembered by index.
 * @param counts whether a name counts; always the same for one index and row.
 */
export function isNamedSo(index: NameIndex, row: Synonym, counts: (name: number) => boolean): boolean {
  let memory = memories.get(index);
  if (memory === undefined) {
    memory = new Map();
    memories.set(index, memory);
  }
  const known = memory.get(row);
  if (known !== undefined) return known;
  const stems = row.phrase.map(({ stem }) => stem);
  const namesOf = (stem: string): number[] =>
    (index.stems.get(stem) ?? []).flatMap((word) => [
      ...index.postings.subarray(index.wordStart[word] as number, index.wordStart[word + 1] as number),
    ]);
  const [rarest = [], ...others] = stems.map(namesOf).sort((a, b) => a.length - b.length);
  /** Whether the whole name says the phrase and nothing else. */
  const isAll = (name: string): boolean => {
    const all = new Set(wordsOf(name.replaceAll(/\([^()]*\)|\bNFS\b/g, "")).map(({ stem }) => stem));
    return all.size === stems.length && stems.every((stem) => all.has(stem));
  };
  const named = rarest.some((name) => {
    if (!counts(name)) return false;
    if (!others.every((names) => names.includes(name))) return false;
    if (!row.nearest) return isAll(index.names[name] as string);
    const [first = new Set(), second = new Set()] = segmentsOf(index.names[name] as string);
    const is = (segment: ReadonlySet<string>): boolean =>
      segment.size === stems.length && stems.every((stem) => segment.has(stem));
    return (
      is(first) ||
      is(second) ||
      (first.size > 0 &&
        [...first].every((stem) => stems.includes(stem)) &&
        stems.every((stem) => first.has(stem) || second.has(stem)))
    );
  });
  memory.set(row, named);
  return named;
}
