import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compileDishes } from "@/data/build/dishes";
import { dishesManifest } from "@/data/build/manifest";
import { createFoodSearch, decodeCatalogue } from "@/lib/catalogue";
import type { ComputedDish, DishRecipe } from "@/lib/catalogue/dishes";
import { loadCatalogue } from "@/lib/catalogue/load";
import { readOfficialTable } from "@/lib/foodtables/readers";
import { NUTRIENT_IDS, type NutrientId } from "@/lib/nutrition";
import manifest from "../../data/generated/manifest.json";
import { builtInTable } from "../support/built-in-table";

const table = builtInTable();
const compiled = compileDishes(table);
const dishes = compiled.dishes.map((dish, index) => ({ dish, of: compiled.computed[index] as ComputedDish }));
const committed = brotliDecompressSync(readFileSync("data/generated/dishes.bin.br"));
const ingredientGrams = ({ ingredients }: DishRecipe): number =>
  ingredients.reduce((sum, { grams }) => sum + grams, 0);

describe("typical dishes", () => {
  it("are at least 250, each with its reasoning, a portion and a kcal value", () => {
    expect(dishes.length).toBeGreaterThanOrEqual(250);
    for (const { dish, of } of dishes) {
      expect(dish.why.length, dish.slug).toBeGreaterThan(20);
      expect(dish.portions.length, dish.slug).toBeGreaterThan(0);
      expect(of.per100g.energy, dish.slug).not.toBeNull();
      expect(dish.slug).toMatch(/^[a-z0-9-]{1,60}$/);
      expect(dish.slug).not.toMatch(/placeholder/);
    }
  });

  it("compile to the committed table, byte for byte, as the manifest says", () => {
    expect(Buffer.from(compiled.table).equals(committed)).toBe(true);
    expect(JSON.parse(JSON.stringify(dishesManifest(compiled)))).toEqual(manifest.dishes);
    expect(manifest.dishes.sha256).toBe(createHash("sha256").update(committed).digest("hex"));
  });

  it("are read from the table as they were computed, lower bounds included", () => {
    const decoded = decodeCatalogue(committed);
    for (const [index, { dish, of }] of dishes.entries()) {
      const food = decoded.at(index);
      expect(food.id).toBe(`dish:${dish.slug}`);
      for (const nutrient of NUTRIENT_IDS) {
        if (nutrient === "phytate") continue;
        const [stored, amount] = [food.per100g[nutrient], of.per100g[nutrient]];
        if (amount === null) expect(stored).toBeNull();
        else expect(Math.abs((stored as number) - amount)).toBeLessThanOrEqual(0.0501);
        expect(food.lowerBounds.includes(nutrient), `${dish.slug} ${nutrient}`).toBe(
          of.lowerBounds.includes(nutrient),
        );
      }
    }
  });

  it("are made of foods of the table with their exact names, in weights above 0", () => {
    for (const { dish } of dishes)
      for (const { food, name, grams } of dish.ingredients) {
        if (food !== null) expect(table.food(food)?.name, dish.slug).toBe(name);
        expect(grams, `${dish.slug} ${name}`).toBeGreaterThan(0);
      }
  });

  it("weigh no more than what went into them, and no less than baking and drying leave", () => {
    for (const { dish, of } of dishes) {
      const grams = ingredientGrams(dish);
      expect(of.yieldGrams, dish.slug).toBeLessThanOrEqual(grams + 1);
      // Kale dried to crisps is the driest; everything else keeps more than half of its weight.
      expect(of.yieldGrams / grams, dish.slug).toBeGreaterThan(dish.slug === "kale-chips" ? 0.3 : 0.55);
      for (const portion of dish.portions) expect(portion.grams, dish.slug).toBeLessThanOrEqual(1000);
      expect(Number.isFinite(of.yieldGrams / dish.servings)).toBe(true);
    }
  });

  it("are each called something else, and hide no food of the table by their other names", () => {
    const seen = new Map<string, string>(
      table.names.map((name, at) => [name.toLowerCase(), `${table.ids[at]}`]),
    );
    for (const { dish } of dishes)
      for (const name of [dish.name, ...dish.otherNames]) {
        expect(seen.get(name.toLowerCase()), `${dish.slug}: ${name}`).toBeUndefined();
        seen.set(name.toLowerCase(), dish.slug);
      }
    const slugs = dishes.map(({ dish }) => dish.slug);
    expect(new Set(slugs).size).toBe(slugs.length);
  });

  it("are unknown as a whole in what an unknown ingredient may hold", () => {
    for (const { dish, of } of dishes.filter(({ dish }) =>
      dish.ingredients.some(({ food }) => food === null),
    ))
      for (const nutrient of NUTRIENT_IDS)
        if (of.per100g[nutrient] !== null) expect(of.lowerBounds, `${dish.slug}`).toContain(nutrient);
  });
});

describe("the search over foods and typical dishes", () => {
  const search = createFoodSearch(loadCatalogue());
  const first = (query: string): string | undefined => search.search(query, { limit: 1 })[0]?.id;

  it.each(
    "milk,rice,chicken,bread,salmon,lentils,eggs,tofu,cheese,yogurt,potato,pasta,banana,beef,tuna,avocado,coffee,tea,oats,butter,hummus,tempeh,beans,naan,tahini,salsa,mozzarella,parmesan,seaweed,spinach,granola,edamame"
      .split(",")
      .map((query) => [query] as const),
  )("finds a food of the table for a plain word: %s", (query) => {
    expect(first(query)).toMatch(/^ndb:/);
  });

  it.each([
    ["oat milk", "oat-milk"],
    ["oatmilk", "oat-milk"],
    ["tonkotsu ramen", "ramen"],
    ["latte", "latte"],
    ["cappuccino", "cappuccino"],
    ["flat white", "flat-white"],
    ["dal", "dal"],
    ["poke", "poke-bowl"],
    ["pho", "pho"],
    ["skyr", "skyr"],
    ["seitan", "seitan"],
    ["miso soup", "miso-soup"],
    ["guacamole", "guacamole"],
    ["gyoza", "dumplings-pork"],
    ["doner", "doner-kebab"],
    ["glühwein", "mulled-wine"],
    ["chana masala", "chana-masala"],
    ["peanut butter sandwich", "sandwich-peanut-butter"],
    ["green salad", "salad-green"],
    ["burrito bowl", "burrito-bowl"],
  ])("finds a dish for its own name: %s", (query, slug) => {
    expect(first(query)).toBe(`dish:${slug}`);
  });
});

/** Least and most in 100 g that any dish of a kind can hold: wide, so that only a wrong weight or ingredient breaks them. */
const BOUNDS: { readonly [N in NutrientId]?: readonly [low: number, high: number] } = {
  energy: [0, 620],
  protein: [0, 40],
  fibre: [0, 18],
  sodium: [0, 1800],
  magnesium: [0, 230],
  zinc: [0, 8],
  calcium: [0, 700],
  iron: [0, 9],
  selenium: [0, 70],
  potassium: [0, 900],
  vitaminC: [0, 130],
  vitaminD: [0, 12],
};

/** kcal in 100 g by group. */
const ENERGY: { readonly [group: string]: readonly [low: number, high: number] } = {
  beverages: [0, 210],
  breakfastCereals: [70, 400],
  bakedProducts: [120, 500],
  soupsSauces: [10, 280],
  meals: [35, 400],
  vegetables: [15, 250],
  grainsPasta: [40, 230],
  legumes: [40, 250],
  fishShellfish: [70, 250],
  poultry: [130, 320],
  beef: [200, 320],
  pork: [150, 350],
  dairyEgg: [45, 250],
  sweets: [75, 560],
  snacks: [90, 560],
  fastFoods: [120, 330],
  fatsOils: [300, 700],
};

describe("what typical dishes hold", () => {
  it("is within what 100 g of food can hold", () => {
    const outside = dishes.flatMap(({ dish, of }) =>
      Object.entries(BOUNDS).flatMap(([nutrient, [low, high]]) => {
        const amount = of.per100g[nutrient as NutrientId];
        return amount !== null && (amount < low || amount > high)
          ? [`${dish.slug} ${nutrient} ${amount}`]
          : [];
      }),
    );
    expect(outside).toEqual([]);
  });

  it("has the energy of its group, where no ingredient is unknown", () => {
    const outside = dishes.flatMap(({ dish, of }) => {
      const [low, high] = ENERGY[dish.group] ?? [0, 0];
      const { energy } = of.per100g;
      if (energy === null || of.lowerBounds.includes("energy")) return [];
      return energy < low || energy > high ? [`${dish.slug} (${dish.group}) ${energy.toFixed(0)} kcal`] : [];
    });
    expect(outside).toEqual([]);
  });

  it("is within what a person eats at once, in the first portion", () => {
    const outside = dishes.flatMap(({ dish, of }) => {
      const grams = dish.portions[0]?.grams ?? 0;
      const portion = (nutrient: NutrientId): number => ((of.per100g[nutrient] ?? 0) * grams) / 100;
      const limits = {
        energy: 1300,
        sodium: 3000,
        iron: 16,
        calcium: 1200,
        magnesium: 345,
        zinc: 14,
        potassium: 2300,
        selenium: 140,
      };
      return Object.entries(limits).flatMap(([nutrient, most]) =>
        portion(nutrient as NutrientId) > most
          ? [`${dish.slug} ${nutrient} ${portion(nutrient as NutrientId).toFixed(0)}`]
          : [],
      );
    });
    expect(outside).toEqual([]);
  });
});

const COMPARED = [
  ["energy", 10],
  ["protein", 1],
  ["calcium", 15],
  ["iron", 0.3],
  ["magnesium", 5],
  ["zinc", 0.2],
  ["potassium", 40],
  ["selenium", 3],
  ["sodium", 60],
  ["fibre", 0.5],
] as const;

const pairs = readFileSync("tests/data/dish-pairs.tsv", "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t") as [slug: string, code: string, name: string, why: string]);

/** Folder with the official workbooks of FNDDS, which this project does not have. */
const FNDDS = process.env.FNDDS_DIR;

describe("typical dishes beside the same dishes of FNDDS", () => {
  it("are at least 60 pairs of a dish of ours and a code of eight digits", () => {
    const slugs = new Set(dishes.map(({ dish }) => dish.slug));
    expect(pairs.length).toBeGreaterThanOrEqual(60);
    for (const [slug, code] of pairs) {
      expect(slugs.has(slug), slug).toBe(true);
      expect(code).toMatch(/^\d{8}$/);
    }
  });

  it.skipIf(FNDDS === undefined)(
    "hold about the same (skipped unless FNDDS_DIR names the folder of its workbooks)",
    { timeout: 120_000 },
    async () => {
      const folder = FNDDS as string;
      const official = await readOfficialTable(readdirSync(folder).map((file) => join(folder, file)));
      const byCode = new Map(official.foods.map((food) => [food.code, food]));
      const bySlug = new Map(dishes.map(({ dish, of }) => [dish.slug, of]));
      const ratios = new Map<string, { slug: string; ratio: number }[]>();
      for (const [slug, code] of pairs) {
        const theirs = byCode.get(code);
        expect(theirs, code).toBeDefined();
        for (const [nutrient, least] of COMPARED) {
          const value = theirs?.values[nutrient];
          const [ours, other] = [
            bySlug.get(slug)?.per100g[nutrient] ?? null,
            value?.kind === "amount" ? value.amount : null,
          ];
          if (ours === null || other === null || Math.max(ours, other) < least) continue;
          const list = ratios.get(nutrient) ?? [];
          ratios.set(nutrient, [...list, { slug, ratio: ours / Math.max(other, Number.EPSILON) }]);
        }
      }
      const unexplained: string[] = [];
      for (const [nutrient, list] of ratios) {
        list.sort((a, b) => a.ratio - b.ratio);
        const median = list[list.length >> 1]?.ratio as number;
        const [low, high] = [list[0], list.at(-1)];
        console.log(
          `${nutrient.padEnd(10)} ${list.length} pairs, median ${median.toFixed(2)}, from ${low?.ratio.toFixed(2)} (${low?.slug}) to ${high?.ratio.toFixed(2)} (${high?.slug})`,
        );
        expect(median, nutrient).toBeGreaterThan(0.75);
        expect(median, nutrient).toBeLessThan(1.25);
        const beyond = list.filter(({ ratio }) => ratio > 2 || ratio < 0.5);
        expect(beyond.length / list.length, nutrient).toBeLessThan(0.25);
        for (const { slug, ratio } of beyond)
          if ((pairs.find(([of]) => of === slug)?.[3] ?? "") === "")
            unexplained.push(`${slug} ${nutrient} ${ratio.toFixed(2)}`);
      }
      expect(unexplained).toEqual([]);
    },
  );
});
