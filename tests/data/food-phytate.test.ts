import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { hasTheWaterOf } from "@/lib/catalogue/rules/phytate";
import { PHYTATE_RULES } from "@/lib/catalogue/rules/phytate-rules";
import reference from "../../data/reference/phytate.json";
import { builtInTable } from "../support/built-in-table";

const catalogue = builtInTable();
const entries = new Map(reference.entries.map((entry) => [entry.id, entry]));
const waters = new Map(
  gunzipSync(readFileSync("data/sources/sr28.tsv.gz"))
    .toString("utf8")
    .split("\n")
    .slice(1, -1)
    .map((line) => line.split("\t"))
    .map(([ndb, , water]) => [`ndb:${ndb}`, water === "" ? null : Number(water)]),
);
const described = catalogue.ids.flatMap((id, index) => {
  const entry = catalogue.phytateAt(index);
  return entry === null
    ? []
    : [{ id, name: catalogue.names[index] as string, group: catalogue.groupAt(index), entry }];
});
const entryOf = (ndb: string) => catalogue.food(`ndb:${ndb}`)?.phytate?.entry ?? null;

describe("the phytate table", () => {
  it("has 171 entries, each a band with its middle inside", () => {
    expect(reference.entries).toHaveLength(171);
    expect(entries.size).toBe(171);
    for (const { id, low, typical, high, confidence, waterG } of reference.entries) {
      expect(low, id).toBeLessThanOrEqual(typical);
      expect(typical, id).toBeLessThanOrEqual(high);
      expect(low, id).toBeGreaterThanOrEqual(0);
      expect(high, id).toBeLessThanOrEqual(8000);
      expect(["high", "medium", "low"]).toContain(confidence);
      if (waterG !== null) expect(waterG >= 1 && waterG <= 95, id).toBe(true);
    }
  });

  it("cites where it comes from", () => {
    expect(reference.about.source).toMatch(
      /10\.1002\/mnfr\.200900099.*10\.1007\/s13197-013-0978-y.*10\.3390\/ph12030119/,
    );
  });

  it.each([
    ["wheat_bran", 2000, 3000, 5500],
    ["chickpea_cooked", 130, 220, 400],
    ["pumpkin_seed", 1000, 2000, 4300],
    ["spinach", 3, 12, 25],
    ["soy_milk", 60, 130, 200],
    ["egg", 0, 0, 0],
  ])("has %s at %d, %d, %d mg", (id, low, typical, high) => {
    expect(entries.get(id)).toMatchObject({ low, typical, high });
  });

  it("is used by rules that name entries it has", () => {
    for (const { entry } of PHYTATE_RULES) expect(entries.has(entry), entry).toBe(true);
  });

  it("leaves unused only what SR28 has no food for", () => {
    const used = new Set(described.map(({ entry }) => entry.id));
    expect([...entries.keys()].filter((id) => !used.has(id))).toEqual([
      "bread_whole_sourdough",
      "bread_rye_sourdough",
      "sorghum_cooked",
      "injera_teff_fermented",
      "injera_teff_unfermented",
      "tvp_dry",
      "cassava_boiled",
    ]);
  });
});

describe("phytate of foods", () => {
  it("is the typical value in the column and unknown where no entry fits", () => {
    const column = catalogue.column("phytate");
    for (let index = 0; index < catalogue.size; index++) {
      expect(Object.is(column[index], catalogue.phytateAt(index)?.typical ?? Number.NaN)).toBe(true);
    }
    expect(described.length).toBeGreaterThan(3200);
    expect(described.length).toBeLessThan(3400);
  });

  it("rests on the same water as its entry: nothing dry stands for something cooked", () => {
    const wrong = described.filter(({ id, entry }) => {
      const entryWater = entries.get(entry.id)?.waterG ?? null;
      return !hasTheWaterOf(entryWater, waters.get(id) ?? null);
    });
    expect(wrong).toEqual([]);
    expect(hasTheWaterOf(60, 60)).toBe(true);
    expect(hasTheWaterOf(9, 60)).toBe(false);
    expect(hasTheWaterOf(60, 9)).toBe(false);
    expect(hasTheWaterOf(60, null)).toBe(false);
  });

  it.each([
    ["16056", "chickpea_dry"],
    ["16057", "chickpea_cooked"],
    ["16358", "chickpea_canned"],
    ["16069", "lentil_dry"],
    ["16070", "lentil_cooked"],
    ["20036", "rice_brown_dry"],
    ["20037", "rice_brown_cooked"],
    ["20044", "rice_white_dry"],
    ["20045", "rice_white_cooked"],
    ["08120", "oats_rolled"],
    ["08121", "oat_porridge"],
    ["20035", "quinoa_dry"],
    ["20137", "quinoa_cooked"],
    ["16108", "soybean_dry"],
    ["16109", "soybean_cooked"],
    ["18075", "bread_whole_wheat"],
    ["18069", "bread_white"],
    ["12014", "pumpkin_seed"],
    ["12061", "almond"],
    ["11457", "spinach"],
    ["16126", "tofu_firm"],
    ["16114", "tempeh"],
    ["09040", "banana"],
    ["01009", "cheese"],
    ["15086", "fish_seafood"],
    ["23563", "meat_poultry"],
    ["14209", "coffee_tea_brewed"],
    ["04053", "fats_oils"],
  ])("of %s is that of %s", (ndb, entry) => {
    expect(entryOf(ndb)).toBe(entry);
  });

  it.each([
    ["21138", "French fries"],
    ["22905", "a canned stew"],
    ["05058", "chicken fried in batter"],
    ["15027", "fish sticks"],
    ["11233", "raw kale, when only boiled kale is described"],
    ["01103", "chocolate milk"],
    ["14429", "tap water, which the table does not list"],
    ["16536", "a branded bean burger"],
    ["18239", "a croissant"],
    ["03005", "baby food"],
  ])("of %s, %s, is unknown", (ndb) => {
    expect(entryOf(ndb)).toBeNull();
  });

  it("is a sure zero only for animal foods, fats, sugars, and brewed coffee and tea", () => {
    const zero = new Set([
      "meat_poultry",
      "fish_seafood",
      "egg",
      "milk_yogurt",
      "cheese",
      "fats_oils",
      "sugar_honey",
      "coffee_tea_brewed",
    ]);
    const groups = new Set(
      described
        .filter(({ entry }) => entry.typical === 0)
        .map(({ entry, group }) => (zero.has(entry.id) ? group : `${group}!`)),
    );
    expect([...groups].sort()).toEqual(
      [
        "beef",
        "beverages",
        "dairyEgg",
        "fatsOils",
        "fishShellfish",
        "lambVealGame",
        "nativeFoods",
        "pork",
        "poultry",
        "sausagesLuncheonMeats",
        "sweets",
      ].filter((group) => groups.has(group)),
    );
    const plants = described.filter(
      ({ entry, name }) =>
        ["meat_poultry", "fish_seafood", "egg", "milk_yogurt", "cheese"].includes(entry.id) &&
        /bread(?:ed|ing)|batter|flour|stuff|berr|seaweed|bean|rice|potato|soy|vpp|chocolate|fruit|sauce|gravy|nugget|stick/i.test(
          name.replace(/drumsticks?/gi, ""),
        ),
    );
    expect(plants.map(({ name }) => name)).toEqual([]);
  });
});
