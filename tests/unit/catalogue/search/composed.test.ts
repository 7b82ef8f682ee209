import { describe, expect, it } from "vitest";
import { composedOf, createFoodSearch } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";

/** The dish and its parts as texts. */
const taken = (name: string) => {
  const composed = composedOf(name);
  return (
    composed && {
      dish: composed.dish?.word ?? null,
      base: composed.dish?.base ?? null,
      parts: composed.parts.map((part) => part.map(({ text }) => text).join(" ")),
    }
  );
};

describe("fault 9: names of composed dishes", () => {
  it.each([
    ["peanut butter sandwich", { dish: "sandwich", base: "bread", parts: ["peanut butter"] }],
    ["ham and cheese sandwiches", { dish: "sandwich", base: "bread", parts: ["ham", "cheese"] }],
    ["Avocado on toast", { dish: "toast", base: "toast", parts: ["avocado"] }],
    ["tofu stir fry", { dish: "stir fry", base: null, parts: ["tofu"] }],
    ["green salad", { dish: "salad", base: null, parts: ["green"] }],
    ["salad with tuna and egg", { dish: "salad", base: null, parts: ["tuna", "egg"] }],
    ["yogurt with honey", { dish: null, base: null, parts: ["yogurt", "honey"] }],
    ["hummus wrap", { dish: "wrap", base: "flour tortilla", parts: ["hummus"] }],
    ["salad", { dish: "salad", base: null, parts: [] }],
  ])("takes %s apart", (name, parts) => {
    expect(taken(name)).toEqual(parts);
  });

  it.each(["peanut butter", "salad cream", "macaroni and cheese", "", "with", "with milk", "bread with"])(
    "leaves %j whole",
    (name) => {
      expect(composedOf(name)).toBeNull();
    },
  );
});

const catalogue = loadCatalogue();
const engine = createFoodSearch(catalogue);
const first = (query: string, strict: boolean) => {
  const [hit] = engine.search(query, { limit: 1, strict });
  return hit && { name: catalogue.food(hit.id)?.name, close: hit.onlyClose };
};

describe("fault 9: a composed dish is found as itself, or not at all", () => {
  it.each([
    "peanut butter sandwich",
    "caesar salad",
    "tomato salad",
    "rice with beans",
    "toast with butter",
    "peanut butter toast",
    "hummus sandwich",
    "spinach wrap",
    "chipotle bowl",
    "mango bowl",
  ])("%s is no other food that shares a word", (query) => {
    expect(first(query, true)).toBeUndefined();
  });

  it.each([
    ["tuna salad", /^Fish, tuna salad/],
    ["potato salad", /^Potato salad/],
    ["lentil soup", /lentil.*soup|soup.*lentil/i],
    ["fish sandwich", /fish sandwich/],
    ["french toast", /^French toast|French toast/],
    ["macaroni and cheese", /^Macaroni and cheese/],
    ["bean burrito", /burrito.*bean|bean burrito/i],
    ["beef stew", /beef stew/i],
  ])("%s is", (query, name) => {
    expect(first(query, true)).toEqual({ name: expect.stringMatching(name), close: false });
  });

  it("shows what is in it as the closest food", () => {
    expect(first("peanut butter sandwich", false)).toEqual({
      name: expect.stringMatching(/^Peanut butter/),
      close: true,
    });
    expect(first("hummus wrap", false)).toEqual({ name: expect.stringMatching(/^Hummus/), close: true });
  });
});

describe("fault 3: a substitute is marked as one", () => {
  it.each([
    ["skyr", /^Yogurt, Greek/],
    ["oat milk", /almond milk|rice milk|Soymilk/],
    ["seitan", /gluten/],
    ["poke", /tuna/],
    ["poke bowl", /tuna/],
    ["miso soup", /^Miso/],
    ["latte", /coffee/],
    ["cappuccino", /coffee/],
    ["cold brew", /coffee/],
    ["overnight oats", /^Oats/],
    ["green salad", /Side Salad/],
    ["beyond burger", /burger/i],
  ])("%s", (query, name) => {
    expect(first(query, true)).toEqual({ name: expect.stringMatching(name), close: true });
  });

  it("steps aside where a table has the food by this name", () => {
    const names = ["Oat milk", "Coffee, Latte", "Soup, miso or tofu"];
    const ids = names.map((_, at) => `fndds:1000000${at}` as const);
    const joined = {
      names: [...catalogue.names, ...names],
      ids: [...catalogue.ids, ...ids],
      groupAt: (at: number) => (at < catalogue.size ? catalogue.groupAt(at) : "beverages"),
      traitsAt: (at: number) => catalogue.traitsAt(Math.min(at, catalogue.size - 1)),
    } as const;
    const search = createFoodSearch(joined);
    for (const [at, query] of ["oat milk", "latte", "miso soup"].entries())
      expect(search.search(query, { limit: 1, strict: true })[0]).toMatchObject({
        id: ids[at],
        onlyClose: false,
      });
  });
});
