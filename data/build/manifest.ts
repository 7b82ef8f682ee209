import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeCatalogue } from "@/lib/catalogue";
import { NUTRIENT_IDS } from "@/lib/nutrition";
import type { Compiled } from "./compile";
import type { CompiledDishes } from "./dishes";
import { PACKAGES, ROOT } from "./pins";

const SOURCE_FILES = [
  "sr28.tsv.gz",
  "sr24-names.tsv.gz",
  "sr24-measures.tsv.gz",
  "sr-legacy-names.tsv.gz",
] as const;

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const fileSum = (...path: string[]): string => sha256(readFileSync(join(ROOT, ...path)));

/** What the compiled table is made of and holds, for people and for the tests. */
export function manifestOf({ foods, phytate }: Compiled, table: Uint8Array) {
  const catalogue = decodeCatalogue(table);
  const count = (test: (food: Compiled["foods"][number]) => boolean): number => foods.filter(test).length;
  return {
    version: catalogue.version,
    sha256: sha256(table),
    bytes: table.length,
    foods: catalogue.size,
    known: Object.fromEntries(
      NUTRIENT_IDS.map((nutrient) => [
        nutrient,
        catalogue.column(nutrient).filter((value) => !Number.isNaN(value)).length,
      ]),
    ),
    measures: foods.reduce((sum, food) => sum + food.measures.length, 0),
    foodsWithMeasures: count((food) => food.measures.length > 0),
    namesFrom: Object.fromEntries(
      (["override", "sr-legacy", "sr24", "sr28"] as const).map((from) => [
        from,
        count((food) => food.nameFrom === from),
      ]),
    ),
    plain: count((food) => food.traits.plain),
    picks: count((food) => food.traits.pick !== null),
    phytateEntries: phytate.entries.length,
    oxalateKnown: count((food) => food.traits.oxalate !== null),
    sources: Object.values(PACKAGES).map(({ from, name, version, sha256 }) => ({
      from,
      name,
      version,
      sha256,
    })),
    extracts: Object.fromEntries(SOURCE_FILES.map((file) => [file, fileSum("data", "sources", file)])),
    reference: {
      "phytate.json": fileSum("data", "reference", "phytate.json"),
      "oxalate.json": fileSum("data", "reference", "oxalate.json"),
    },
    licences: {
      values: "USDA National Nutrient Database for Standard Reference 28: public domain (CC0)",
      namesAndMeasures: "USDA SR24, SR28 and SR Legacy: public domain (CC0)",
      phytate: "compiled for this project from the published reviews it cites; MIT like the project",
    },
  };
}

/** What the table of typical dishes holds. */
export function dishesManifest({ dishes, computed, table }: CompiledDishes) {
  const ingredients = dishes.flatMap((dish) => dish.ingredients);
  return {
    version: decodeCatalogue(table).version,
    sha256: sha256(table),
    bytes: table.length,
    dishes: dishes.length,
    otherNames: dishes.reduce((sum, { otherNames }) => sum + otherNames.length, 0),
    measures: dishes.reduce((sum, { portions }) => sum + portions.length, 0),
    ingredients: ingredients.length,
    foodsUsed: new Set(ingredients.flatMap(({ food }) => food ?? [])).size,
    standIns: ingredients.filter(({ standsFor }) => standsFor !== undefined).length,
    withUnknownIngredient: dishes.filter((dish) => dish.ingredients.some(({ food }) => food === null)).length,
    lowerBounds: Object.fromEntries(
      NUTRIENT_IDS.map((nutrient) => [
        nutrient,
        computed.filter(({ lowerBounds }) => lowerBounds.includes(nutrient)).length,
      ]),
    ),
    reference: { "dishes.json": fileSum("data", "reference", "dishes.json") },
    licence: "written for this project: MIT like the project",
  };
}
