import { describe, expect, it } from "vitest";
import { foodFamily, sourceFoods } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import {
  bestSources,
  gatesFor,
  MINERALS,
  type Mineral,
  prepareSources,
  type SourceRequest,
} from "@/lib/nutrition";
import { OPEN_GATES } from "../support/nutrition";

/* The lists that come out of the real table, against what USDA SR28 prints and what a dietitian would expect. */

const table = loadCatalogue();
const foods = sourceFoods(table);
const prepared = prepareSources(foods);
const list = (mineral: Mineral, asked: Partial<SourceRequest> = {}) =>
  bestSources(prepared, {
    mineral,
    by: "portion",
    diet: "everything",
    exclusions: [],
    excludedFoods: new Set(),
    gates: OPEN_GATES,
    limits: new Map(),
    ...asked,
  });
const names = (mineral: Mineral, asked: Partial<SourceRequest> = {}, first = 1000) =>
  list(mineral, asked)
    .items.slice(0, first)
    .map(({ food }) => food.name);
const matching = (all: readonly string[], pattern: RegExp) => all.filter((name) => pattern.test(name));

describe("the foods that are ranked", () => {
  it("hold every listed plain food, and some of the rest of the table", () => {
    const listed = table.ids.filter((_, at) => table.traitsAt(at).plain);
    const ids = new Set(foods.map(({ foodId }) => foodId));
    expect(listed.filter((id) => !ids.has(id))).toEqual([]);
    expect(foods.length).toBeGreaterThan(listed.length + 20);
  });

  it("hold nothing raw that is not eaten raw, nothing fortified, branded, for infants or dry by the cup", () => {
    const listed = new Set<string>(table.ids.filter((_, at) => table.traitsAt(at).plain));
    const added = foods.filter(({ foodId }) => !listed.has(foodId));
    expect(
      matching(
        added.map(({ name }) => name),
        /\b(fortified|infant|babyfood|powder|flour|uncooked|whale|human|brain|spices|morel|Kellogg|Lifeway)\b/i,
      ),
    ).toEqual([]);
    const animals = new Set(["beef", "pork", "poultry", "lambVealGame", "fishShellfish", "legumes"]);
    expect(
      matching(
        added.filter(({ group }) => animals.has(group)).map(({ name }) => name),
        /\braw\b/i,
      ),
    ).toEqual([]);
  });

  it("have portions that people eat, by a measure of the food or by weight", () => {
    for (const { foodId, name, portionGrams, portionId, portionLabel, count } of foods) {
      expect(portionGrams, name).toBeGreaterThan(3);
      expect(portionGrams, name).toBeLessThanOrEqual(260);
      if (portionId === null) continue;
      const measure = table.food(foodId)?.portions.find(({ id }) => id === portionId);
      expect(measure?.label, name).toBe(portionLabel);
      expect((measure?.grams ?? Number.NaN) * count, name).toBeCloseTo(portionGrams, 9);
    }
  });

  it.each([
    ["Spinach, raw", "Spinach, frozen, chopped or leaf, cooked, boiled, drained, without salt", "vegetables"],
    ["Nuts, almonds", "Nuts, almonds, dry roasted, with salt added", "nutsSeeds"],
    ["Seeds, sesame seed kernels, dried (decorticated)", "Seeds, sesame seeds, whole, dried", "nutsSeeds"],
    ["Yogurt, plain, low fat, 12 grams protein per 8 ounce", "Yogurt, plain, whole milk", "dairyEgg"],
    ["Fish, salmon, pink, canned, drained solids", "Fish, salmon, Atlantic, wild, cooked", "fishShellfish"],
    ["Beans, kidney, red, mature seeds, canned", "Beans, kidney, all types, mature seeds, cooked", "legumes"],
    ["Beef, flank, steak, cooked, broiled", "Beef, ground, patty, cooked", "beef"],
  ] as const)("%s and %s are one food", (a, b, group) => {
    expect(foodFamily(a, group)).toBe(foodFamily(b, group));
  });

  it.each([
    ["Beet greens, raw", "Beets, raw", "vegetables"],
    ["Beans, black, mature seeds, cooked", "Beans, kidney, mature seeds, cooked", "legumes"],
    ["Cheese, cheddar", "Cheese, Swiss", "dairyEgg"],
    ["Wheat bran, crude", "Wheat germ, crude", "grainsPasta"],
    ["Beef, flank, cooked", "Beef, variety meats and by-products, liver, cooked", "beef"],
    ["Potatoes, baked", "Sweet potato, baked", "vegetables"],
  ] as const)("%s and %s are two", (a, b, group) => {
    expect(foodFamily(a, group)).not.toBe(foodFamily(b, group));
  });
});

describe("the lists", () => {
  // Values per 100 g as printed in SR28.
  it.each<[Mineral, string, number, number]>([
    ["magnesium", "ndb:11458", 87, 180],
    ["calcium", "ndb:15088", 382, 92],
    ["calcium", "ndb:16426", 683, 126],
    ["selenium", "ndb:12078", 1917, 5],
    ["iron", "ndb:11458", 3.57, 180],
    ["potassium", "ndb:11087", 909, 144],
  ])(
    "of %s: %s holds %f per 100 g, and its portion of that weight as much",
    (mineral, id, per100g, grams) => {
      const found = list(mineral).items.find(({ food }) => food.foodId === id);
      expect(found?.food.per100g[mineral]).toBe(per100g);
      expect(found?.food.portionGrams).toBe(grams);
      expect(found?.amount).toBe((per100g * grams) / 100);
      expect(found?.per100Kcal).toBeCloseTo((per100g / (found?.food.per100g.energy ?? Number.NaN)) * 100, 9);
    },
  );

  it.each<[Mineral, RegExp[]]>([
    ["magnesium", [/^Spinach/, /^Seeds, pumpkin/, /^Seeds, chia/, /^Chard/]],
    ["zinc", [/oyster/, /^Beef/, /^Seeds, pumpkin/, /crab/]],
    ["calcium", [/^Yogurt/, /^Kefir/, /^Tofu/, /sardine/, /^Collards/, /^Milk/, /^Cheese/]],
    ["iron", [/^Spinach/, /liver/, /oyster/, /^Tofu/, /mussel/]],
    ["selenium", [/brazilnuts/, /tuna/, /sunflower/, /oyster/]],
    ["potassium", [/^Beet greens/, /^Potatoes/, /^Spinach/, /^Chard/, /^Squash, winter/, /^Lima beans/]],
  ])("%s has what everybody knows among its first twelve", (mineral, wanted) => {
    const first = names(mineral, {}, 12);
    for (const pattern of wanted) expect(first.join("\n")).toMatch(new RegExp(pattern.source, "m"));
  });

  it("name each food once", () => {
    for (const mineral of MINERALS) {
      const families = list(mineral).items.map(({ food }) => food.family);
      expect(new Set(families).size).toBe(families.length);
      expect(matching(names(mineral), /^Spinach/)).toHaveLength(1);
      expect(matching(names(mineral), /\bliver\b/).length).toBeLessThanOrEqual(1);
    }
  });

  it("hold no animal for a vegan, no flesh for a vegetarian", () => {
    for (const mineral of MINERALS) {
      const vegan = list(mineral, { diet: "vegan" }).items;
      expect(vegan.length).toBeGreaterThan(10);
      for (const { food } of vegan) {
        expect(
          ["beef", "pork", "poultry", "lambVealGame", "fishShellfish", "dairyEgg"],
          food.name,
        ).not.toContain(food.group);
      }
      const vegetarian = list(mineral, { diet: "vegetarian" }).items;
      for (const { food } of vegetarian)
        expect(["beef", "pork", "poultry", "lambVealGame", "fishShellfish"]).not.toContain(food.group);
    }
  });

  it("hold no nut for somebody who leaves out nuts, no soy for who leaves out soy", () => {
    expect(names("magnesium").join("\n")).toMatch(/almonds|cashew/);
    for (const mineral of MINERALS) {
      expect(matching(names(mineral, { exclusions: ["nuts"] }), /^Nuts|^Peanut/)).toEqual([]);
      expect(matching(names(mineral, { exclusions: ["soy"] }), /^Soy|^Tofu|^Tempeh|Natto|Edamame/)).toEqual(
        [],
      );
    }
  });

  it("leave out liver, fish high in mercury and raw animal food in pregnancy", () => {
    const gates = gatesFor({ conditions: [], age: 30, lifeStage: "pregnant" });
    expect(names("iron").join("\n")).toMatch(/liver/);
    for (const mineral of MINERALS)
      expect(matching(names(mineral, { gates }), /liver|swordfish|king mackerel|smoked/i)).toEqual([]);
  });

  it("mark spinach for calcium, and never put it first", () => {
    const spinach = list("calcium").items.find(({ food }) => /^Spinach/.test(food.name));
    expect(spinach?.notes).toEqual(["calcium-bound"]);
    expect(spinach?.first).toBe(false);
    expect(list("magnesium").items.find(({ food }) => /^Spinach/.test(food.name))?.notes).toEqual([]);
  });

  it("mark Brazil nuts and no other nut for selenium; 11.6 oysters above the limit of zinc are not offered", () => {
    const varies = list("selenium").items.filter(({ notes }) => notes.includes("selenium-varies"));
    expect(varies.map(({ food }) => food.foodId)).toEqual(["ndb:12078"]);
    const oysters = (ul: number) =>
      list("zinc", { limits: new Map([["zinc", ul]]) }).items.filter(({ food }) => food.family === "oyster");
    // 77.3 mg in 3 oz of canned oysters; the limit of an adult is 40, that of a child of 2 years 7.
    expect(oysters(100)[0]?.amount).toBeGreaterThan(60);
    for (const { amount } of oysters(40)) expect(amount).toBeLessThanOrEqual(40);
    for (const { amount } of list("zinc", { limits: new Map([["zinc", 7]]) }).items)
      expect(amount).toBeLessThanOrEqual(7);
  });

  it("mark pulses and seeds rich in phytate for zinc and iron, and no meat", () => {
    for (const mineral of ["zinc", "iron"] as const) {
      const marked = list(mineral).items.filter(({ notes }) => notes.includes("phytate"));
      expect(marked.length).toBeGreaterThan(5);
      for (const { food } of marked)
        expect([
          "nutsSeeds",
          "legumes",
          "grainsPasta",
          "vegetables",
          "breakfastCereals",
          "bakedProducts",
        ]).toContain(food.group);
    }
  });

  it("count what has no value instead of ranking it as 0", () => {
    const { items, permitted, unknown } = list("selenium", { diet: "vegan" });
    const missing = foods.filter(
      ({ per100g, contains }) =>
        per100g.selenium === null &&
        ["meat", "pork", "fish", "shellfish", "dairy", "egg", "alcohol"].every(
          (content) => contains[content as "meat"] === false,
        ),
    );
    expect(unknown).toBe(missing.length);
    expect(unknown).toBeGreaterThan(0);
    expect(permitted).toBeGreaterThan(unknown);
    expect(items.some(({ food }) => food.per100g.selenium === null)).toBe(false);
  });
});
