import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stem, wordsOf } from "@/lib/catalogue/search/words";

/** What a word is, as one expression. */
const WORD = /\d+\.\d+%?|[\p{L}\p{M}\p{N}]+(?:['’´`&]+[\p{L}\p{M}\p{N}]+)*%?/gu;

describe("the words of a text", () => {
  it.each([
    ["Milk, whole, 3.25% milkfat", ["milk", "whole", "3.25%", "milkfat"]],
    ["KELLOGG'S Corn-Flakes (2%)", ["kelloggs", "corn", "flakes", "2%"]],
    ["M&M's & more", ["mms", "more"]],
    ["Crème brûlée", ["creme", "brulee"]],
    ["1.5.2 x12.5%", ["1.5", "2", "x12", "5%"]],
  ])("%s", (text, words) => {
    expect(wordsOf(text).map((word) => word.text)).toEqual(words);
  });

  it("are cut the same by the quick way for plain letters and by the rule", () => {
    const signs = fc.constantFrom(..."aB3 .%'`&,-(é’½".split(""));
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 24 }), (list) => {
        const text = list.join("");
        const places = [...text.matchAll(WORD)].map((found) => [found.index, found.index + found[0].length]);
        expect(wordsOf(text).map(({ start, end }) => [start, end])).toEqual(places);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ["berries", "berry"],
    ["tomatoes", "tomato"],
    ["radishes", "radish"],
    ["leaves", "leaf"],
  ])("%s is the plural of %s", (plural, singular) => {
    expect(stem(plural)).toBe(stem(singular));
  });
});
