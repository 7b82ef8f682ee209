import { describe, expect, it } from "vitest";
import table from "@/data/reference/amount-ceilings.json";
import { likelyUnit, mostPer100g, NUTRIENT_IDS, type NutrientId } from "@/lib/nutrition";
import { builtInTable } from "../support/built-in-table";

const catalogue = builtInTable();

/**
 * The strongest products that are eaten as food, per 100 g in the nutrient's unit: by weight of the pure substance, or
 * what labels say, rounded.
 */
const STRONGEST: readonly (readonly [what: string, nutrient: NutrientId, amount: number])[] = [
  ["thyme, dried", "iron", 123.6],
  ["cereal with 100 % of iron in 30 g", "iron", 60],
  ["drink powder, 18 mg in 10 g", "iron", 180],
  ["a single Brazil nut from rich soil", "selenium", 25_300],
  ["cod liver oil", "vitaminD", 250],
  ["mushrooms dried in ultraviolet light", "vitaminD", 1150],
  ["yeast extract", "folate", 5881],
  ["nutritional yeast, fortified", "vitaminB12", 350],
  ["energy shot, 500 µg in 57 ml", "vitaminB12", 877],
  ["energy drink mix, 2,500 µg in 11 g", "vitaminB12", 22_728],
  ["electrolyte powder, 1,000 mg in 6 g", "sodium", 16_667],
  ["electrolyte powder, 60 mg in 6 g", "magnesium", 1000],
  ["magnesium drink powder, 325 mg in 4 g", "magnesium", 8125],
  ["salt substitute of potassium chloride", "potassium", 52_445],
  ["cream of tartar", "potassium", 20_800],
  ["table salt", "sodium", 39_340],
  ["baking powder", "calcium", 7364],
  ["acerola powder", "vitaminC", 17_000],
  ["effervescent tablets, 1,000 mg in 4.5 g", "vitaminC", 22_223],
  ["freeze-dried beef liver", "copper", 50],
  ["freeze-dried beef liver", "vitaminA", 66_000],
  ["instant tea", "manganese", 133],
  ["psyllium husk", "fibre", 88],
  ["a spoon of oil of 14 g, 130 kcal by its US label", "energy", 929],
];

describe("fault 14: ceilings by nutrient", () => {
  it("there is one of every nutrient, and it says what it leaves room for", () => {
    expect(table.ceilings.map(({ nutrient }) => nutrient).sort()).toEqual([...NUTRIENT_IDS].sort());
    for (const { strongerElsewhere } of table.ceilings) expect(strongerElsewhere).toMatch(/\S/);
  });

  it.each(table.ceilings)("fault 14: $nutrient in every food of the table stays below $ceiling", (row) => {
    const id = row.nutrient as NutrientId;
    const column = catalogue.column(id);
    const most = Math.max(...column.filter((value) => !Number.isNaN(value)));
    expect(most).toBe(row.strongest.amount);
    expect(catalogue.names[column.indexOf(most)]).toBe(row.strongest.food);
    expect(mostPer100g(id)).toBeGreaterThan(most);
  });

  it.each(STRONGEST)("fault 14: %s is allowed its %s, %d", (_, nutrient, amount) => {
    expect(amount).toBeLessThanOrEqual(mostPer100g(nutrient));
  });

  it.each<[NutrientId, number, ReturnType<typeof likelyUnit>]>([
    ["iron", 8000, "µg"],
    ["zinc", 2400, "µg"],
    ["vitaminD", 40_000_000, null],
    ["vitaminD", 40_000, "IU"],
    ["vitaminA", 250_000, "IU"],
    ["energy", 1900, "kJ"],
    ["protein", 2500, "mg"],
    ["iron", 8_000_000, null],
  ])("fault 14: of %s, %d in 100 g is refused, and %s would fit", (nutrient, amount, unit) => {
    expect(amount).toBeGreaterThan(mostPer100g(nutrient));
    expect(likelyUnit(nutrient, amount)).toBe(unit);
  });
});
