import { describe, expect, it } from "vitest";
import {
  bandAround,
  composition,
  MEASURED_RETENTIONS,
  PREPARATION_LABELS,
  PREPARATIONS,
  preparationKindOf,
  preparationsFor,
  prepare,
  type RetentionFactors,
} from "@/lib/nutrition";

const lentils = { name: "Lentils, raw", group: "legumes" };
const potatoes = { name: "Potatoes, flesh and skin, raw", group: "vegetables" };
const measured: RetentionFactors = [
  {
    kind: "vegetable",
    preparation: "boiled-drained",
    nutrient: "potassium",
    low: 0.6,
    typical: 0.7,
    high: 0.9,
    pairs: 12,
  },
  {
    kind: "vegetable",
    preparation: "boiled-drained",
    nutrient: "magnesium",
    low: 0.6,
    typical: 0.8,
    high: 1,
    pairs: 12,
  },
];

describe("which foods can be prepared", () => {
  it.each([
    ["Beans, kidney, all types, mature seeds, raw", "legumes", "pulse"],
    ["Lentils, raw", "legumes", "pulse"],
    ["Soybeans, mature seeds, raw", "legumes", "soybean"],
    ["Peanuts, all types, raw", "legumes", "nut-or-seed"],
    ["Beans, kidney, all types, mature seeds, cooked, boiled, without salt", "legumes", null],
    ["Beans, kidney, all types, mature seeds, canned", "legumes", null],
    ["Soy flour, full-fat, raw", "legumes", null],
    ["Tempeh", "legumes", null],
    ["Quinoa, uncooked", "grainsPasta", "whole-grain"],
    ["Rice, brown, long-grain, raw", "grainsPasta", "whole-grain"],
    ["Rice, brown, long-grain, cooked", "grainsPasta", null],
    ["Wheat, durum", "grainsPasta", "whole-grain"],
    ["Wheat, sprouted", "grainsPasta", null],
    ["Wheat bran, crude", "grainsPasta", null],
    ["Wheat flour, whole-grain", "grainsPasta", "whole-flour"],
    ["Rye flour, dark", "grainsPasta", "whole-flour"],
    ["Wheat flour, white, all-purpose, enriched, bleached", "grainsPasta", null],
    ["Rice, white, long-grain, regular, raw, enriched", "grainsPasta", null],
    ["Pasta, dry, enriched", "grainsPasta", "pasta"],
    ["Pasta, cooked, enriched, without added salt", "grainsPasta", null],
    ["Bread, whole-wheat, commercially prepared", "bakedProducts", "whole-bread"],
    ["Bread, white, commercially prepared", "bakedProducts", null],
    ["Nuts, almonds", "nutsSeeds", "nut-or-seed"],
    ["Nuts, almonds, dry roasted, without salt added", "nutsSeeds", null],
    ["Nuts, almond butter, plain, without salt added", "nutsSeeds", null],
    ["Potatoes, flesh and skin, raw", "vegetables", "vegetable"],
    ["Waterchestnuts, chinese, (matai), raw", "vegetables", "vegetable"],
    ["Cassava, raw", "vegetables", "starchy-root"],
    ["Taro leaves, raw", "vegetables", "vegetable"],
    ["Lettuce, cos or romaine, raw", "vegetables", null],
    ["Bread, gluten-free, whole grain, made with tapioca starch", "bakedProducts", null],
    ["Mung beans, mature seeds, sprouted, raw", "vegetables", null],
    ["Milk, whole", "dairyEgg", null],
  ])("%s: %s", (name, group, kind) => {
    expect(preparationKindOf({ name, group })).toBe(kind);
  });

  it("offers only what makes sense", () => {
    const ids = (food: { name: string; group: string }, retentions?: RetentionFactors) =>
      preparationsFor(food, retentions).map(({ id }) => id);
    expect(ids(lentils)).toContain("soaked-boiled");
    expect(ids(lentils)).not.toContain("sourdough");
    expect(ids({ name: "Wheat flour, whole-grain", group: "grainsPasta" })).toEqual([
      "fermented-batter",
      "yeast-bread",
      "sourdough",
    ]);
    expect(ids({ name: "Nuts, almonds", group: "nutsSeeds" })).toEqual(["roasted"]);
    expect(ids({ name: "Milk, whole", group: "dairyEgg" })).toEqual([]);
    expect(ids(potatoes, [])).toEqual([]);
    expect(ids(potatoes, measured)).toEqual(["boiled-drained"]);
  });
  it("offers boiling and draining where its losses are measured", () => {
    const boiled = (name: string, group: string) =>
      preparationsFor({ name, group }).some(({ id }) => id === "boiled-drained");
    expect(boiled("Spinach, raw", "vegetables")).toBe(true);
    expect(boiled("Lentils, raw", "legumes")).toBe(true);
    expect(boiled("Soybeans, mature seeds, raw", "legumes")).toBe(true);
    expect(boiled("Pasta, whole-wheat, dry", "grainsPasta")).toBe(true);
    expect(boiled("Cassava, raw", "vegetables")).toBe(false);
    expect(boiled("Rice, white, long-grain, regular, raw, enriched", "grainsPasta")).toBe(false);
    expect(boiled("Lettuce, cos or romaine, raw", "vegetables")).toBe(false);
    expect(boiled("Nuts, almonds", "nutsSeeds")).toBe(false);
  });
});

describe("the table", () => {
  it("has ordered factors, a known kind and evidence in every row", () => {
    expect(new Set(PREPARATIONS.map(({ id }) => id)).size).toBe(PREPARATIONS.length);
    for (const { id, phytate, kinds, evidence, confidence } of PREPARATIONS) {
      expect(phytate.low, id).toBeGreaterThan(0);
      expect(phytate.low, id).toBeLessThan(phytate.typical);
      expect(phytate.typical, id).toBeLessThan(phytate.high);
      expect(phytate.high, id).toBeLessThanOrEqual(1.1);
      expect(kinds.length, id).toBeGreaterThan(0);
      expect(evidence.length, id).toBeGreaterThan(0);
      expect(["high", "medium", "low"]).toContain(confidence);
    }
  });
  it("holds the factors of its sources", () => {
    const left = (id: string) => PREPARATIONS.find((p) => p.id === id)?.phytate;
    expect(left("soaked")).toEqual({ low: 0.65, typical: 0.82, high: 0.97 });
    expect(left("soaked-boiled")).toEqual({ low: 0.55, typical: 0.72, high: 0.9 });
    expect(left("sprouted-3-days")).toEqual({ low: 0.3, typical: 0.45, high: 0.65 });
    expect(left("sourdough")).toEqual({ low: 0.03, typical: 0.25, high: 0.5 });
    expect(left("yeast-bread")).toEqual({ low: 0.3, typical: 0.6, high: 0.85 });
    expect(left("roasted")).toEqual({ low: 0.65, typical: 0.95, high: 1.1 });
  });
});

describe("prepare", () => {
  it("lowers phytate with its band, and names what it could not adjust", () => {
    const raw = {
      amounts: composition({ phytate: 500, iron: 6, magnesium: 50, vitaminC: 0, energy: 350 }),
      phytate: bandAround(500),
    };
    const prepared = prepare(raw, "soaked-boiled", lentils, []);
    expect(prepared.phytate).toEqual({ low: 250 * 0.55, typical: 500 * 0.72, high: 1000 * 0.9 });
    expect(prepared.amounts.phytate).toBeCloseTo(360, 10);
    expect(prepared.amounts).toMatchObject({
      iron: 6,
      magnesium: 50,
      energy: 350,
      zinc: null,
      calcium: null,
    });
    expect(prepared.unadjusted).toEqual(["magnesium", "iron"]);
  });
  it("lowers minerals where it is measured what is left", () => {
    const raw = { amounts: composition({ potassium: 400, magnesium: 20, iron: 1 }), phytate: null };
    const prepared = prepare(raw, "boiled-drained", potatoes, measured);
    expect(prepared.amounts.potassium).toBeCloseTo(280, 10);
    expect(prepared.amounts.magnesium).toBeCloseTo(16, 10);
    expect(prepared.amounts.iron).toBe(1);
    expect(prepared.unadjusted).toEqual(["iron"]);
    expect(prepared.phytate).toBeNull();
  });
  it("lowers them by the measured table unless told otherwise", () => {
    const raw = { amounts: composition({ potassium: 1000, vitaminC: 10, protein: 20 }), phytate: null };
    const prepared = prepare(raw, "boiled-drained", lentils);
    const left = MEASURED_RETENTIONS.find(
      (r) => r.kind === "pulse" && r.preparation === "boiled-drained" && r.nutrient === "potassium",
    );
    expect(prepared.amounts.potassium).toBe(1000 * (left?.typical as number));
    expect(prepared.amounts.potassium).toBeLessThan(800);
    expect(prepared.amounts.protein).toBe(20);
    expect(prepared.unadjusted).toEqual([]);
    const soaked = prepare(raw, "soaked", lentils);
    expect(soaked.amounts.potassium).toBe(1000);
    expect(soaked.unadjusted).toEqual(["potassium", "vitaminC"]);
  });
  it("keeps the unknown unknown, whatever the preparation", () => {
    for (const { id } of preparationsFor(lentils)) {
      const { amounts, phytate } = prepare({ amounts: composition(), phytate: null }, id, lentils);
      expect(Object.values(amounts).every((amount) => amount === null)).toBe(true);
      expect(phytate).toBeNull();
    }
  });
  it("refuses what is not offered", () => {
    const portion = { amounts: composition(), phytate: null };
    expect(() => prepare(portion, "sourdough", lentils)).toThrow(RangeError);
    expect(() => prepare(portion, "boiled-drained", potatoes, [])).toThrow(RangeError);
  });
});

describe("labels without the table", () => {
  it("are those of the table, every one", () => {
    expect(PREPARATION_LABELS).toEqual(Object.fromEntries(PREPARATIONS.map(({ id, label }) => [id, label])));
  });
});
