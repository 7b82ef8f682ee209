import { describe, expect, it } from "vitest";
import type { Favourite } from "@/app/(app)/_features/diary/favourite-change";
import { createFoodTable } from "@/app/(app)/_features/food/food-reading";
import { openSearch } from "@/app/(app)/_features/food/food-search";
import type { LoggableFood } from "@/app/(app)/_features/food/food-table";
import { recentSections, searchTable, timesUsed } from "@/app/(app)/_features/palette/search/results";
import { loadCatalogue } from "@/lib/catalogue/load";
import { lineOf } from "@/lib/catalogue/quick-add/line";
import { textFoodId } from "@/lib/diary/client";
import type { RecentFood } from "@/lib/diary/schemas";
import { composition } from "@/lib/nutrition";
import { TODAY } from "../day-fixtures";

const table = createFoodTable(openSearch([loadCatalogue()]));

const foodOf = (id: string): LoggableFood => {
  const food = table.find(id);
  if (!food) throw new Error(`The table has no ${id}`);
  return food;
};

const eaten = (food: string, times: number, portion: RecentFood["portion"] = null): RecentFood => ({
  food,
  name: foodOf(food).name,
  date: TODAY,
  grams: 100,
  portion,
  times,
  atMeal: { breakfast: times, lunch: 0, dinner: 0, snack: 0 },
  nutrients: composition({}),
});

const ownFood = (id: string, name: string): LoggableFood => ({
  id,
  name,
  listName: name,
  source: "own",
  table: null,
  portions: [],
  per100g: composition({}),
  highOxalate: null,
});

type Person = { recent?: RecentFood[]; favourites?: Favourite[]; own?: LoggableFood[] };

const sections = (typed: string, { recent = [], favourites = [], own = [] }: Person = {}) => {
  const boost = timesUsed(recent, favourites, "breakfast");
  const line = lineOf(typed, table.readMeal(typed, { own, boost, last: new Map() }), null, () => false);
  return searchTable(
    { table, own: new Map(own.map((food) => [food.id, food])), recent, favourites },
    "breakfast",
    own,
    line,
    typed,
  );
};
const ids = (typed: string, person?: Person): string[] =>
  sections(typed, person).flatMap(({ results }) => results.map(({ food }) => food.id));

const RYE = "ndb:18060";
const WHOLE_MILK = "ndb:01077";
const BANANA = "ndb:09040";

describe("what the palette finds", () => {
  it("has a food that is eaten often before those that answer as well", () => {
    expect(ids("bread")[0]).not.toBe(RYE);
    expect(ids("bread", { recent: [eaten(RYE, 8)] })[0]).toBe(RYE);
  });

  it("lifts a favourite that was never eaten", () => {
    expect(ids("bread", { favourites: [{ food: RYE, amount: null }] }).indexOf(RYE)).toBeLessThan(
      ids("bread").indexOf(RYE),
    );
  });

  it("lifts more what is eaten more", () => {
    const [, second, third] = ids("rice") as [string, string, string];
    expect(ids("rice", { recent: [eaten(second, 2), eaten(third, 30)] })[0]).toBe(third);
  });

  it.each([
    ["milk", WHOLE_MILK, "ndb:19120", "milk chocolate"],
    ["banana", BANANA, "ndb:18019", "banana bread"],
    ["apple", "ndb:09003", "ndb:18301", "apple pie"],
  ])("keeps the plain food in sight: %s", (typed, plain, often) => {
    const found = ids(typed, { recent: [eaten(often, 400)] });
    expect(found.indexOf(plain)).toBeGreaterThanOrEqual(0);
    expect(found.indexOf(plain)).toBeLessThan(2);
  });

  it("has a food of the person's own by its name", () => {
    const stew = ownFood("own:7", "Nan's lentil stew");
    expect(ids("nans lentil", { own: [stew] })[0]).toBe("own:7");
    expect(ids("lentil stew", { own: [stew] })[0]).toBe("own:7");
    expect(ids("stew le", { own: [stew] })[0]).toBe("own:7");
    expect(ids("lentils", { own: [stew] }).slice(0, 6)).toContain("own:7");
  });

  it("does not put an own food before a plain one that answers better", () => {
    const cake = ownFood("own:8", "Cake with banana and three kinds of nuts");
    expect(ids("banana", { own: [cake] })[0]).toBe(BANANA);
  });

  it("offers the portion of last time", () => {
    const [portion] = foodOf(BANANA).portions;
    if (!portion) throw new Error("A banana has a measure");
    const before = eaten(BANANA, 3, { id: portion.id, label: portion.label, count: 2 });
    expect(sections("banana", { recent: [before] })[0]?.results[0]).toMatchObject({
      choice: { portion: { id: portion.id }, count: 2 },
      eatenBefore: true,
    });
  });

  it("says so when no food has all the words", () => {
    expect(sections("bananas")[0]?.title).toBe("Foods");
    const [closest] = sections("2 heirloomish bananas");
    expect(closest?.title).toBe("Closest foods. Not understood: “heirloomish”");
    expect(closest?.results[0]).toMatchObject({ food: { id: BANANA }, choice: { count: 2 } });
    expect(sections("qwxzy vbnmq")).toEqual([]);
  });

  it("says so when a food is found by another spelling only, and finds nothing for a word that is no food", () => {
    expect(sections("brocoli")[0]).toMatchObject({ title: "Closest foods to “brocoli”" });
    expect(sections("halloumi")[0]).toMatchObject({ title: "Closest foods to “halloumi”" });
    expect(sections("courgette")[0]).toMatchObject({ title: "Foods" });
    expect(sections("xqzzv")).toEqual([]);
  });

  it("has what was typed before what is eaten often", () => {
    const eggs = { recent: [eaten("ndb:01129", 12)] };
    expect(ids("scrambled eggs", eggs)[0]).toBe("ndb:01132");
    expect(ids("2 eggs", eggs)[0]).toBe("ndb:01129");
    expect(ids("6 oz grilled chicken breast", { recent: [eaten("ndb:05064", 12)] })[0]).toBe("ndb:05747");
    expect(ids("200 g dry lentils", { recent: [eaten("ndb:16070", 12)] })[0]).toBe("ndb:16069");
  });
});

describe("before anything is typed", () => {
  it("a name that was logged without values is offered again, by its name and weight alone", () => {
    const named = (name: string, grams: number | null): RecentFood => ({
      ...eaten(BANANA, 1),
      food: textFoodId(name),
      name,
      grams,
    });
    const known = {
      table,
      own: new Map(),
      favourites: [],
      recent: [named("Stew", null), named("Ramen", 550)],
    };
    const offered = recentSections(known, "lunch", TODAY).flatMap(({ results }) => results);
    expect(offered.map(({ food, withoutValues }) => [food.name, withoutValues])).toEqual([
      ["Stew", { grams: null }],
      ["Ramen", { grams: 550 }],
    ]);
    for (const { food } of offered)
      expect(Object.values(food.per100g).every((value) => value === null)).toBe(true);
  });
});
