import { describe, expect, it } from "vitest";
import { looserQueries } from "@/lib/catalogue/search/looser";

const TABLE = ["almonds", "croissants", "spinach", "raw", "dinner", "rolls"];

/** A table of a few words: what it knows, what begins one of its words, and what is a letter off one. */
const lexicon = {
  knows: (stem: string) => TABLE.some((word) => word === stem || word === `${stem}s`),
  begins: (text: string) => TABLE.some((word) => word.startsWith(text)),
  resembles: ({ text }: { text: string }) => text === "doner" || lexicon.knows(text.replace(/s$/, "")),
};
const rounds = (query: string) =>
  [...looserQueries(query, lexicon)].map((round) => round.map((one) => one.query));

describe("a query that no food answers", () => {
  it("is asked again without the words that are like nothing", () => {
    expect(rounds("qwert spinach")[0]).toEqual(["spinach"]);
  });

  it("is asked without any one word, the last at a price", () => {
    expect([...looserQueries("almonds croissants", lexicon)].flat()).toEqual([
      { query: "croissants", behind: 0 },
      { query: "almonds", behind: 2.5 },
    ]);
  });

  it("keeps how the food is made", () => {
    expect(rounds("qwert raw spinach")[0]).toEqual(["raw spinach"]);
  });

  it("keeps the beginning of the word that is being typed", () => {
    expect(rounds("qwert spin")[0]).toEqual(["spin"]);
  });

  it("is given up when what is left only resembles a food, or is a single word", () => {
    expect(rounds("doner qwert").flat()).toEqual([]);
    expect(rounds("spinachh")).toEqual([]);
  });
});
