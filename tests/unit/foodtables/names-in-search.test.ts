import { describe, expect, it } from "vitest";
import { createFoodSearch, decodeCatalogue, type FoodGroup, joinCatalogues } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { compileTable } from "@/lib/foodtables/compile";
import type { RawFood, RawTable } from "@/lib/foodtables/raw-table";

/** Names as FNDDS gives them, beside the built-in table: plain words find plain entries. */

const NAMES: readonly (readonly [name: string, group: FoodGroup])[] = [
  ["Milk, NFS", "dairyEgg"],
  ["Milk, whole", "dairyEgg"],
  ["Milk, malted", "dairyEgg"],
  ["Coffee, brewed", "beverages"],
  ["Coffee, instant, not reconstituted", "beverages"],
  ["Sandwich, NFS", "fastFoods"],
  ["Pork sandwich", "fastFoods"],
  ["Fish sandwich, grilled", "fastFoods"],
  ["Pad Thai, NFS", "meals"],
  ["Pad Thai with meat", "meals"],
];

const food = ([name, group]: readonly [string, FoodGroup], index: number): RawFood => ({
  code: String(11_000_000 + index),
  name,
  otherNames: [],
  category: "A category",
  group,
  values: {
    energy: { kind: "amount", amount: 100, basis: "imputed" },
    protein: { kind: "amount", amount: 4, basis: "imputed" },
    magnesium: { kind: "amount", amount: 12, basis: "imputed" },
  },
  portions: [{ label: "1 cup", grams: 240 }],
  ndb: null,
  refusePercent: null,
});

const table: RawTable = {
  prefix: "fndds",
  title: "USDA Food and Nutrient Database for Dietary Studies (FNDDS)",
  edition: "2021-2023",
  publisher: "USDA",
  licence: "Public domain",
  citation: "USDA. FNDDS.",
  url: "https://www.ars.usda.gov",
  columns: { energy: "Energy (kcal)", protein: "Protein (g)", magnesium: "Magnesium (mg)" },
  foods: NAMES.map(food),
  remarks: [],
};

const builtIn = loadCatalogue();
const joined = joinCatalogues([builtIn, decodeCatalogue(compileTable(table, builtIn))]);
const search = createFoodSearch(joined);
const nameOf = (query: string): string | undefined => {
  const [first] = search.search(query, { limit: 1 });
  return first === undefined ? undefined : joined.food(first.id)?.name;
};

describe("names of FNDDS in the search", () => {
  it.each([
    ["milk", /^Milk, (?:whole|NFS)/],
    ["coffee", /coffee, brewed/i],
    ["sandwich", /^Sandwich, NFS$/],
    ["pad thai", /^Pad Thai, NFS$/],
  ])("“%s” finds the plain entry", (query, name) => {
    expect(nameOf(query)).toMatch(name);
  });
});
