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

describe("a food that is eaten often", () => {
  const use = (id: string) => new Map([[id, 1000]]);
  const found = (query: string, often: string): string[] =>
    engine.search(query, { limit: 10, boost: use(often) }).map(({ id }) => id);
  const [HARD_BOILED, SCRAMBLED, BOILED_LENTILS, RED_LENTILS, LENTILS] = [
    "ndb:01129",
    "ndb:01132",
    "ndb:16070",
    "ndb:16144",
    "ndb:16069",
  ];

  it.each([
    ["scrambled eggs", HARD_BOILED, SCRAMBLED, "another preparation"],
    ["dry red lentils", BOILED_LENTILS, RED_LENTILS, "a word that another meaning of the phrase lets go"],
    ["dry lentils", BOILED_LENTILS, LENTILS, "raw pulses are the dry ones"],
    ["milk", "ndb:19120", "ndb:01077", "a food that is only made with it"],
    ["water", "ndb:14209", "ndb:14411", "coffee is prepared with it"],
    ["chips", "ndb:18159", "ndb:11841", "chips of another kind in its name"],
  ])("does not pass one that answers %s better", (query, often, meant) => {
    const ids = found(query, often);
    expect(ids[0]).toBe(meant);
  });

  it("passes those that answer the words as well, also with a kind of it", () => {
    expect(found("egg", HARD_BOILED)[0]).toBe(HARD_BOILED);
    expect(found("eggs boiled", HARD_BOILED)[0]).toBe(HARD_BOILED);
    expect(found("rice", "ndb:20037")[0]).toBe("ndb:20037");
    // An American's chips.
    expect(found("chips", "ndb:19056")[0]).toBe("ndb:19056");
    // Begun words are no reason: chia is no better answer to "chi".
    expect(found("chi", "ndb:05064")[0]).toBe("ndb:05064");
  });

  it("does not pass a food that has the typed preparation when it has not", () => {
    const foods = [
      "egg",
      "potato",
      "salmon",
      "chicken breast",
      "spinach",
      "lentils",
      "rice",
      "carrots",
      "tomatoes",
    ];
    const ways = ["boiled", "fried", "canned", "baked", "cooked"];
    fc.assert(
      fc.property(fc.constantFrom(...foods), fc.constantFrom(...ways), fc.nat(19), (food, way, at) => {
        const query = `${way} ${food}`;
        const plain = engine.search(query, { limit: 20 }).map(({ id }) => id);
        const often = plain[at % plain.length] as string;
        const lifted = found(query, often);
        const says = (id: string) => new RegExp(`\\b${way}\\b`, "i").test(catalogue.food(id)?.name ?? "");
        if (says(often)) return;
        for (const id of plain.slice(0, plain.indexOf(often)).filter(says))
          if (lifted.includes(often) && lifted.includes(id))
            expect(lifted.indexOf(id)).toBeLessThan(lifted.indexOf(often));
      }),
    );
  });
});

describe("what only comes close", () => {
  it.each([
    ["brocoli", "a misspelling"],
    ["candyfloss", "a food that the table does not have"],
    ["halloumi", "another"],
  ])("says so: %s, %s", (query) => {
    expect(engine.search(query, { limit: 1 })[0]?.onlyClose).toBe(true);
  });

  it.each([
    "broccoli",
    "brocc",
    "courgette",
    "boiled eggs",
    "chips",
    "french fries",
    "kinoa",
    "mashed potato",
  ])("is not what answers %s", (query) => {
    expect(engine.search(query, { limit: 1 })[0]?.onlyClose).toBe(false);
  });

  it.each(["zinc", "zinc lozenge", "folate", "aspirin", "chair"])(
    "is no certain answer where every word is asked for: %s",
    (query) => {
      expect(engine.search(query, { limit: 3, strict: true })).toEqual([]);
    },
  );

  it("is not made of words that are near by chance", () => {
    expect(engine.search("zinc", { limit: 3 })).toEqual([]);
  });

  it("leaves a word that the table has: no chard for a mango, no watercress among waters", () => {
    expect(names("mango", 3).every((name) => /mango/i.test(name))).toBe(true);
    expect(names("water", 4).every((name) => /\bwater\b/i.test(name))).toBe(true);
  });

  it("takes an unmistakable misspelling for the word, also where every word is asked for", () => {
    expect(engine.search("brocoli", { limit: 1, strict: true })[0]?.id).toBe("ndb:11090");
    expect(engine.search("zuchini", { limit: 1, strict: true })).toHaveLength(1);
  });
});

describe("other ways to write a food", () => {
  it.each([
    ["kinoa", /^Quinoa/],
    ["pb", /^Peanut butter/],
    ["pb&j", /^Peanut butter/],
    ["🥚", /^Egg/],
    ["2 🌶️", /^Peppers, hot chili/],
  ])("%s", (query, name) => {
    expect(names(query, 1)[0]).toMatch(name);
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
