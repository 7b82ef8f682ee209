import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createFoodSearch } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";

const catalogue = loadCatalogue();
const engine = createFoodSearch(catalogue);
const names = (query: string, limit = 5): string[] =>
  engine.search(query, { limit }).map(({ id }) => catalogue.food(id)?.name ?? id);

describe("what is found", () => {
  it("lifts a food that is used, and an own food above the table's", () => {
    const [first, second] = engine.search("bread", { limit: 2 });
    const id = second?.id as string;
    expect(id).not.toBe(first?.id);
    expect(engine.search("bread", { limit: 1, boost: new Map([[id, 20]]) })[0]?.id).toBe(id);
    const own = [{ id: "own:1", name: "Bread, from the corner" }];
    expect(engine.search("bread", { limit: 1, own })[0]?.id).toBe("own:1");
  });

  it("is the same for capitals, accents and the order of words", () => {
    expect(names("GRUYÈRE")).toEqual(names("gruyere"));
    expect(names("rice brown", 1)).toEqual(names("brown rice", 1));
  });

  it("gives at most as many as wanted, and fewer are the first of more", () => {
    const many = engine.search("ch", { limit: 50 }).map(({ id }) => id);
    expect(many).toHaveLength(50);
    expect(engine.search("ch", { limit: 7 }).map(({ id }) => id)).toEqual(many.slice(0, 7));
    expect(engine.search("ch", { limit: 0 })).toEqual([]);
  });

  it("is what answers most of the words where no food has all, and nothing when that is not wanted", () => {
    expect(engine.search("heirloomish spinach", { limit: 3, strict: true })).toEqual([]);
    expect(names("heirloomish spinach", 1)).toEqual(names("spinach", 1));
    // The last word says what the food is: no almonds for a croissant.
    expect(names("marzipanish croissant", 1)[0]).toMatch(/^Croissants/);
    expect(names("qwxzy vbnmq")).toEqual([]);
  });

  it("knows the person's own words, also those that the table has others for", () => {
    const own = [{ id: "own:2", name: "Wholemeal loaf from the market" }];
    expect(engine.search("wholemeal", { limit: 3, own }).map(({ id }) => id)).toContain("own:2");
  });

  it("tells where the words stand in the name", () => {
    const [found] = engine.search("brocc raw", { limit: 1 });
    const name = catalogue.food(found?.id ?? "")?.name ?? "";
    expect(found?.matches.map(([from, to]) => name.slice(from, to))).toEqual(["Brocc", "raw"]);
  });
});

describe("any text", () => {
  it("is answered without an error, in order, by ranges within the name, and the same each time", () => {
    const letters = fc.string({ unit: "grapheme", maxLength: 40 });
    const foods = fc.constantFrom("chick pea", "crème", "beef 95%", "swe pot", "o", "M&M's", "%", "ıİß");
    fc.assert(
      fc.property(
        fc.oneof(
          letters,
          fc.tuple(foods, letters).map(([a, b]) => `${a}${b}`),
        ),
        (query) => {
          const found = engine.search(query, { limit: 12 });
          const points = found.map(({ score }) => score);
          expect(points).toEqual([...points].sort((a, b) => b - a));
          expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
          for (const { id, matches } of found) {
            const { length } = catalogue.food(id)?.name ?? "";
            let before = 0;
            for (const [from, to] of matches) {
              expect(from).toBeGreaterThanOrEqual(before);
              expect(to).toBeGreaterThan(from);
              expect(to).toBeLessThanOrEqual(length);
              before = to;
            }
          }
          expect(engine.search(query, { limit: 12 })).toEqual(found);
        },
      ),
      { numRuns: 300 },
    );
  });
});
