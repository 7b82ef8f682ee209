import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Catalogue,
  type ColumnNutrient,
  DISH_PREFIX,
  type Mark,
  type PhytateEntry,
  type TableAbout,
} from "@/lib/catalogue";
import { type ComputedDish, computeDish, type DishRecipe } from "@/lib/catalogue/dishes";
import { encodeTable, type TableFood } from "@/lib/catalogue/encode";
import { NUTRIENT_IDS, type NutrientId } from "@/lib/nutrition";
import { ROOT } from "./pins";

/** Decimals with which amounts are stored: one more than those of the ingredients' values. */
const DECIMALS: { readonly [N in ColumnNutrient]: number } = {
  magnesium: 2,
  zinc: 3,
  calcium: 2,
  iron: 3,
  selenium: 2,
  potassium: 1,
  vitaminD: 3,
  vitaminC: 2,
  fibre: 2,
  energy: 1,
  protein: 2,
  sodium: 1,
  phosphorus: 1,
  copper: 3,
  vitaminB12: 3,
  folate: 1,
  vitaminA: 1,
  retinol: 1,
  vitaminK: 2,
  manganese: 3,
};

const COLUMNS = Object.keys(DECIMALS) as ColumnNutrient[];

const ABOUT: TableAbout = {
  prefix: DISH_PREFIX,
  name: "Typical recipe",
  title: "Typical recipes (Assay)",
  edition: "2026",
  publisher: "Assay",
  licence: "MIT, like the project; values of the ingredients: public domain (CC0)",
  citation:
    "Typical recipes written for Assay, computed from the foods of the USDA National Nutrient Database for Standard Reference, Release 28.",
  url: "https://www.ars.usda.gov/nea/bhnrc/mafcl",
  columns: Object.fromEntries(COLUMNS.map((nutrient) => [nutrient, "sum of the ingredients"])),
};

const readDishes = (): readonly DishRecipe[] =>
  (
    JSON.parse(readFileSync(join(ROOT, "data", "reference", "dishes.json"), "utf8")) as {
      readonly dishes: readonly DishRecipe[];
    }
  ).dishes;

const written = (nutrient: ColumnNutrient, amount: number | null): string =>
  amount === null ? "" : String(Number(amount.toFixed(DECIMALS[nutrient])));

const AMOUNT: Mark = { basis: "calculated", bound: null, limit: null };
const PARTIAL: Mark = { basis: "calculated", bound: "partial", limit: null };

const marksOf = ({ per100g, lowerBounds, phytate }: ComputedDish): NonNullable<TableFood["marks"]> =>
  Object.fromEntries(
    NUTRIENT_IDS.flatMap((nutrient: NutrientId) => {
      const known = nutrient === "phytate" ? phytate !== null : per100g[nutrient] !== null;
      return known ? [[nutrient, lowerBounds.includes(nutrient) ? PARTIAL : AMOUNT]] : [];
    }),
  );

/** An entry for phytate in mg, shared by the dishes that have the same. */
const phytateEntry = ({ low, typical, high }: NonNullable<ComputedDish["phytate"]>): PhytateEntry => ({
  id: `dish-${Math.round(low)}-${Math.round(typical)}-${Math.round(high)}`,
  name: "Sum of the ingredients",
  state: "as eaten",
  low: Math.round(low),
  typical: Math.round(typical),
  high: Math.round(high),
  confidence: "low",
  note: null,
});

export type CompiledDishes = {
  readonly dishes: readonly DishRecipe[];
  readonly computed: readonly ComputedDish[];
  readonly table: Uint8Array;
};

/** The typical dishes, computed from the built-in table, as a food table of their own. */
export function compileDishes(catalogue: Catalogue): CompiledDishes {
  const dishes = readDishes();
  const entries = new Map<string, PhytateEntry>();
  const computed = dishes.map((dish) => computeDish(dish, (id) => catalogue.food(id)));
  const foods = dishes.map((dish, index): TableFood => {
    const of = computed[index] as ComputedDish;
    const entry = of.phytate === null ? null : phytateEntry(of.phytate);
    if (entry !== null) entries.set(entry.id, entry);
    return {
      code: dish.slug,
      name: dish.name,
      otherNames: dish.otherNames,
      group: dish.group,
      values: Object.fromEntries(
        COLUMNS.map((nutrient) => [nutrient, written(nutrient, of.per100g[nutrient])]),
      ),
      marks: marksOf(of),
      refuse: "",
      measures: dish.portions,
      phytate: entry?.id ?? null,
      traits: { contains: of.contains, pick: null, oxalate: null, highOxalate: false, plain: false },
      suggested: null,
    };
  });
  const table = encodeTable({
    about: ABOUT,
    foods,
    phytate: {
      source: "Summed over the ingredients by data/reference/phytate.json.",
      entries: [...entries.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    },
  });
  return { dishes, computed, table };
}
