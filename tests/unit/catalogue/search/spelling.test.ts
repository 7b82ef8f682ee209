import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearWords, spelledWords } from "@/lib/catalogue/search/spelling";

/** The distance as its definition says it, one word at a time and without any end to the walk. */
function plainly(typed: string, word: string): { whole: number; beginning: number } {
  const vowel = (letter: string): boolean => "aeiouy".includes(letter);
  const gap = (letter: string, before: string | undefined): number =>
    letter === before ? 4 : vowel(letter) ? 7 : 10;
  const rows: number[][] = [];
  for (let d = 0; d <= word.length; d++) {
    const row: number[] = [];
    for (let j = 0; j <= typed.length; j++) {
      const [a, b] = [typed[j - 1] ?? "", word[d - 1] ?? ""];
      const ways: number[] = d === 0 && j === 0 ? [0] : [];
      if (j > 0) ways.push((row[j - 1] as number) + gap(a, typed[j - 2]));
      if (d > 0) ways.push((rows[d - 1]?.[j] as number) + gap(b, word[d - 2]));
      if (d > 0 && j > 0)
        ways.push((rows[d - 1]?.[j - 1] as number) + (a === b ? 0 : vowel(a) && vowel(b) ? 6 : 10));
      if (d > 1 && j > 1 && a !== b && a === word[d - 2] && b === typed[j - 2])
        ways.push((rows[d - 2]?.[j - 2] as number) + 8);
      row.push(Math.min(...ways));
    }
    rows.push(row);
  }
  const ends = rows.slice(1).map((row) => row[typed.length] as number);
  return { whole: ends.at(-1) as number, beginning: Math.min(...ends) };
}

const found = (words: string[], typed: string, limit: number) => {
  const near: [string, number, number][] = [];
  const spelled = spelledWords([...new Set(words)].sort());
  nearWords(spelled, typed, 0, spelled.words.length, limit, (at, whole, beginning) =>
    near.push([spelled.words[at] as string, whole, beginning]),
  );
  return near;
};

describe("spelling", () => {
  it.each([
    ["brocoli", "broccoli", 4, "a doubled letter left out"],
    ["zuchini", "zucchini", 4, "another"],
    ["quiona", "quinoa", 8, "two more"],
    ["chikcen", "chicken", 8, "two neighbours swapped"],
    ["avacado", "avocado", 6, "a wrong vowel"],
    ["cucmber", "cucumber", 7, "a vowel left out"],
    ["shrips", "shrimp", 20, "two wrong consonants"],
  ])("%s for %s is %i tenths: %s", (typed, word, distance) => {
    expect(found([word], typed, 22)[0]?.[1]).toBe(distance);
  });

  it("sees the beginning of a word that is still being typed", () => {
    expect(found(["cauliflower"], "caulf", 10)).toEqual([["cauliflower", Number.POSITIVE_INFINITY, 7]]);
  });

  it("finds what a comparison with each word finds, whatever is typed", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "e", "b", "c", "d"), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 30 }),
        word,
        fc.constantFrom(10, 17, 22),
        (words, typed, limit) => {
          const expected = [...new Set(words)].sort().flatMap((one) => {
            const { whole, beginning } = plainly(typed, one);
            if (whole > limit && beginning > limit) return [];
            const within = (distance: number): number =>
              distance > limit ? Number.POSITIVE_INFINITY : distance;
            return [[one, within(whole), within(beginning)]];
          });
          expect(found(words, typed, limit)).toEqual(expected);
        },
      ),
    );
  });

  it("takes words of any length and script", () => {
    expect(found(["a".repeat(40), "ß", "日本"], "a".repeat(60), 22)).toHaveLength(1);
  });
});
