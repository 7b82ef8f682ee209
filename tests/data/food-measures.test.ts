import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { builtInTable } from "../support/built-in-table";

const catalogue = builtInTable();
const table = (file: string): string[][] =>
  gunzipSync(readFileSync(`data/sources/${file}`))
    .toString("utf8")
    .split("\n")
    .slice(1, -1)
    .map((line) => line.split("\t"));
const sr24 = table("sr24-measures.tsv.gz");
const foods = Array.from({ length: catalogue.size }, (_, index) => catalogue.at(index));
const first = (ndb: string) => {
  const portion = catalogue.food(`ndb:${ndb}`)?.defaultPortion;
  return portion && `${portion.label} = ${portion.grams} g`;
};

describe("household measures", () => {
  it("come from all 15,274 of SR24, for 8,505 foods", () => {
    expect(sr24).toHaveLength(15_274);
    expect(new Set(sr24.map(([ndb]) => ndb)).size).toBe(8505);
  });

  it("keep every weight of SR24 for a food that SR28 still has, but where SR28 weighs the same measure anew", () => {
    const lost = sr24.filter(([ndb, , measure = "", grams]) => {
      const food = catalogue.food(`ndb:${ndb}`);
      if (food === undefined || measure === "raw pr g" || !(Number(grams) > 0)) return false;
      return !food.portions.some((portion) => Math.abs(portion.grams - Number(grams)) < 1e-9);
    });
    // Measures whose name is kept with SR28's weight.
    const renewed = lost.filter(([ndb, , measure = ""]) => {
      const unit = measure.toLowerCase().match(/[a-z]+/)?.[0] ?? "";
      const short = unit
        .replace("tablespoon", "tbsp")
        .replace("teaspoon", "tsp")
        .replace("fluid", "fl")
        .replace("ounce", "oz");
      return catalogue.food(`ndb:${ndb}`)?.portions.some(({ label }) => label.toLowerCase().includes(short));
    });
    expect(lost.filter((measure) => !renewed.includes(measure))).toEqual([]);
    expect(lost).toHaveLength(158);
  });

  it("are there for almost every food", () => {
    // Two of them, plain kefir and cooked tempeh, have none in SR28 but an assumed portion.
    expect(foods.filter(({ portions }) => portions.length > 0)).toHaveLength(8500);
    expect(foods.flatMap(({ portions }) => portions).length).toBeGreaterThan(15_500);
  });

  it("weigh something, once each, under an id of their own", () => {
    for (const { id, portions } of foods) {
      for (const { grams } of portions) expect(grams, id).toBeGreaterThan(0);
      expect(new Set(portions.map(({ label }) => label.toLowerCase())).size, id).toBe(portions.length);
      expect(new Set(portions.map((portion) => portion.id)).size, id).toBe(portions.length);
    }
    const ids = new Set(foods.flatMap(({ portions }) => portions.map(({ id }) => id)));
    for (const id of ids) expect(id).toMatch(/^[a-z0-9][a-z0-9.%~-]{0,44}$/);
  });

  it("have labels a person can read", () => {
    const labels = [...new Set(foods.flatMap(({ portions }) => portions.map(({ label }) => label)))];
    expect(labels.filter((label) => !/^\d/.test(label))).toEqual([]);
    expect(
      labels.filter((label) =>
        /NLEA|NFS|\btbso\b| {2}|,,|, ,|\( | \)|\btablespoon|\bteaspoon|;$/i.test(label),
      ),
    ).toEqual([]);
    expect(labels.filter((label) => /^\d+\.\d/.test(label)).length).toBeLessThan(15);
  });

  it.each([
    ["09040", '1 medium (7" to 7-7/8" long) = 118 g'],
    ["11458", "1 cup = 180 g"],
    ["01077", "1 cup = 244 g"],
    ["01129", "1 large = 50 g"],
    ["01009", "1 oz = 28.35 g"],
    ["12014", "1 oz = 28.35 g"],
    ["20045", "1 cup = 158 g"],
    ["15237", "3 oz = 85 g"],
    ["13454", "3 oz = 85 g"],
    ["18069", "1 slice = 29 g"],
    ["19296", "1 tbsp = 21 g"],
    ["16098", "2 tbsp = 32 g"],
    ["08020", "1 cup = 28 g"],
    ["11674", "1 potato medium = 173 g"],
    ["02043", "1 tsp = 3 g"],
    ["04053", "1 tbsp = 13.5 g"],
  ])("of %s begin with %s", (ndb, portion) => {
    expect(first(ndb)).toBe(portion);
  });

  it("weigh the amount they name, not one of it", () => {
    const crackers = catalogue.food("ndb:18228")?.portions.map(({ label, grams }) => `${label} = ${grams}`);
    expect(crackers).toContain("5 crackers = 14.9");
    const brazil = catalogue.food("ndb:12078")?.portions.find(({ label }) => label === "1 kernel");
    expect(brazil?.grams).toBe(5);
  });
});
