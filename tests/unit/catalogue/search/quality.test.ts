import { describe, expect, it } from "vitest";
import { createFoodSearch } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { answersOf, HABITS, JUDGED, sampleUse, scoreOf, unanswerableWell } from "@/tests/bench/search-score";

const search = createFoodSearch(loadCatalogue());
const find = (query: string): string[] => search.search(query, { limit: 10 }).map(({ id }) => id);

/** The least that a part of the judged queries reaches; of fresh queries less can be expected. */
const LEAST = [
  { half: "tuned", size: 100, mrr: 0.95, firstFive: 0.97, unanswered: 0.75 },
  { half: "held out", size: 100, mrr: 0.95, firstFive: 0.97, unanswered: 0.75 },
  { half: "fresh", size: 80, mrr: 0.87, firstFive: 0.89, unanswered: 0.6 },
];

describe.each(LEAST)("the judged queries, $half", ({ half, size, ...least }) => {
  const queries = JUDGED.filter((query) => query.half === half);

  it("are many, each judged by foods of the table", () => {
    expect(queries.length).toBeGreaterThan(size);
    const catalogue = loadCatalogue();
    for (const { q, best, ok, class: of } of queries) {
      expect(best.length > 0 || of === "unanswerable", q).toBe(true);
      for (const id of [...best, ...ok]) expect(catalogue.food(id), `${q}: ${id}`).toBeDefined();
    }
  });

  it("find the right food first, or nearly", () => {
    const { mrr, firstFive } = scoreOf(answersOf(queries, find));
    expect(mrr).toBeGreaterThanOrEqual(least.mrr);
    expect(firstFive).toBeGreaterThanOrEqual(least.firstFive);
  });

  it("find nothing wrong where no food answers", () => {
    const { queries: asked, well } = unanswerableWell(queries, find);
    expect(well / asked).toBeGreaterThanOrEqual(least.unanswered);
  });
});

describe("the judged queries of somebody with habits", () => {
  it("find what was typed before what is eaten often, and what is eaten often among equals", () => {
    const boost = sampleUse();
    const queries = JUDGED.filter(({ half }) => half === HABITS);
    const withHabits = (query: string) => search.search(query, { limit: 10, boost }).map(({ id }) => id);
    expect(queries.length).toBeGreaterThan(50);
    const [lifted, plain] = [withHabits, find].map((asked) => scoreOf(answersOf(queries, asked)));
    expect(lifted?.first).toBeGreaterThanOrEqual(0.96);
    // Without the lift the usual foods are not first.
    expect(plain?.first).toBeLessThan(0.92);
  });
});

describe("the score", () => {
  const ask = { q: "pear", class: "generic", half: "tuned", best: ["b"], ok: [] };

  it("falls with the place of the right food, and is nothing without it", () => {
    expect(scoreOf(answersOf([ask], () => ["b", "a"]))).toEqual({
      queries: 1,
      mrr: 1,
      first: 1,
      firstFive: 1,
    });
    expect(scoreOf(answersOf([ask], () => ["a", "b"]))).toEqual({
      queries: 1,
      mrr: 0.5,
      first: 0,
      firstFive: 1,
    });
    expect(scoreOf(answersOf([ask], () => ["a"])).mrr).toBe(0);
  });
});
