import { describe, expect, it } from "vitest";
import oxalate from "@/data/reference/oxalate.json";
import { sourceFoods } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { oxalateClass, oxalateEntry } from "@/lib/catalogue/rules/oxalate";
import { OXALATE_CLASSES, type OxalateClass } from "@/lib/nutrition";

const table = loadCatalogue();
const foods = Array.from({ length: table.size }, (_, index) => table.at(index));
const plain = foods.filter(({ traits }) => traits.plain);
const classOf = (ndb: string) => table.food(`ndb:${ndb}`)?.traits.oxalate;

describe("11.5 the table of oxalate", () => {
  it("has an amount with its serving, or a class, a source that it lists, and no source in vain", () => {
    const used = new Set<string>(["massey2007"]);
    for (const food of oxalate.foods) {
      expect(Object.keys(oxalate.sources), food.id).toContain(food.source);
      used.add(food.source);
      const { mg, servingG } = food;
      if (mg === null || servingG === null) {
        expect(OXALATE_CLASSES, food.id).toContain(food.class);
        continue;
      }
      expect(mg, food.id).toBeGreaterThanOrEqual(0);
      expect(servingG, food.id).toBeGreaterThan(0);
      // Spinach, the richest, holds about 1 g in 100 g.
      expect((mg / servingG) * 100, food.id).toBeLessThan(1100);
      expect(food.serving, food.id).toEqual(expect.any(String));
    }
    expect(Object.keys(oxalate.sources).filter((id) => !used.has(id))).toEqual([]);
    expect(new Set(oxalate.foods.map(({ id }) => id)).size).toBe(oxalate.foods.length);
  });

  it("names no source without an address, and says which were not read", () => {
    for (const source of Object.values(oxalate.sources)) {
      expect(source.url).toMatch(/^https?:\/\//);
      if (!source.checked) expect(source.note.length).toBeGreaterThan(20);
    }
  });

  it("has no entry that no food of the table takes", () => {
    const taken = new Set(foods.map((food) => oxalateEntry(food)?.id));
    expect(oxalate.foods.filter(({ id }) => !taken.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it("begins its classes at 0, 5, 10 and 50 mg a serving", () => {
    expect([0, 4.9, 5, 9.9, 10, 49.9, 50, 600].map(oxalateClass)).toEqual([
      "low",
      "low",
      "moderate",
      "moderate",
      "high",
      "high",
      "very-high",
      "very-high",
    ]);
  });
});

describe("11.5 the oxalate of a food", () => {
  it.each<[string, string, OxalateClass | null]>([
    ["11457", "raw spinach", "very-high"],
    ["11458", "boiled spinach", "very-high"],
    ["11087", "beet greens", "very-high"],
    ["11080", "beets", "very-high"],
    ["09307", "rhubarb", "very-high"],
    ["12061", "almonds", "very-high"],
    ["12086", "cashews", "very-high"],
    ["11674", "potato with its skin", "very-high"],
    ["11508", "sweet potato", "very-high"],
    ["20010", "buckwheat", "very-high"],
    ["20137", "quinoa", "very-high"],
    ["19165", "cocoa", "very-high"],
    ["12023", "sesame", "high"],
    ["16090", "peanuts", "high"],
    ["16098", "peanut butter", "high"],
    ["16126", "tofu", "high"],
    ["20077", "wheat bran", "high"],
    ["16015", "black beans", "high"],
    ["09200", "orange", "high"],
    ["14355", "black tea", "moderate"],
    ["16120", "soymilk", "moderate"],
    ["12014", "pumpkin seeds", "moderate"],
    ["11162", "two half cups of collards", "moderate"],
    ["20078", "wheat germ", "low"],
    ["11234", "boiled kale", "low"],
    ["09003", "apple", "low"],
    ["20045", "white rice", "low"],
    ["16070", "lentils", "low"],
    ["01077", "milk", "low"],
    ["13454", "steak", "low"],
    ["12006", "chia", null],
    ["16057", "chickpeas", null],
    ["22905", "a canned stew", null],
  ])("%s, %s, is %s", (ndb, _what, expected) => {
    expect(classOf(ndb)).toBe(expected);
  });

  it("counts the food's own portion where that is larger than the source's serving", () => {
    // 6 mg in half a cup of broccoli, 78 g; the portion of the frozen one is a cup of 184 g: 14 mg.
    expect(classOf("11091")).toBe("moderate");
    expect(classOf("11093")).toBe("high");
  });

  it("is known for most plain foods, and of every kind that is said to be rich in it", () => {
    const known = plain.filter(({ traits }) => traits.oxalate !== null).length;
    expect(known / plain.length).toBeGreaterThan(0.84);
    for (const kind of [
      /^spinach/i,
      /^beets?\b/i,
      /^nuts, /i,
      /^peanut/i,
      /^potatoes/i,
      /^tofu/i,
      /rhubarb/i,
    ]) {
      for (const { name, traits } of plain) if (kind.test(name)) expect(traits.oxalate, name).not.toBeNull();
    }
    const sources = sourceFoods(table);
    expect(sources.filter((food) => food.oxalate !== null).length / sources.length).toBeGreaterThan(0.84);
  });

  it("is very high, or not known, where it binds the calcium", () => {
    for (const { name, traits } of foods)
      if (traits.highOxalate) expect([null, "very-high"], name).toContain(traits.oxalate);
    for (const { name, traits } of plain)
      if (traits.highOxalate) expect(traits.oxalate, name).toBe("very-high");
  });
});
