import { describe, expect, it } from "vitest";
import table from "@/data/reference/household-portions.json";
import { FOOD_GROUP_IDS } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { chooseAmount } from "@/lib/catalogue/quick-add/amounts";
import { householdPortion, spoonsOf } from "@/lib/catalogue/quick-add/household-portions";

const catalogue = loadCatalogue();
const foods = catalogue.ids.map((_, index) => catalogue.at(index));
const sources = Object.keys(table.sources);
const NOTHING = { quantity: null, unit: null, size: null, words: "", weight: null };

describe("household portions", () => {
  it.each(table.foods)("$foods: $count $unit is of foods of the table, has a source and a reason", (row) => {
    expect(sources).toContain(row.source);
    expect(row.why).toMatch(/\S/);
    for (const name of row.foods) {
      const named = foods.filter((food) => food.name.startsWith(name));
      expect(named, name).not.toEqual([]);
      // A row that no food can be weighed by would never be used.
      const weighed = named.filter(
        (food) => householdPortion(food.name) !== null && food.portions.length > 0,
      );
      expect(weighed, name).not.toEqual([]);
    }
  });
  it.each(table.groups)("$groups are groups of the table", ({ groups, source }) => {
    expect(sources).toContain(source);
    expect(groups.filter((group) => !FOOD_GROUP_IDS.includes(group as never))).toEqual([]);
  });
  it("names one food, not those whose name only begins the same", () => {
    expect(householdPortion("Butter, salted")?.unit.id).toBe("tbsp");
    expect(householdPortion("Butterbur, (fuki), raw")).toBeNull();
    expect(householdPortion("Salad dressing, mayonnaise, regular")?.count).toBe(1);
    expect(householdPortion("Salad dressing, ranch dressing, regular")?.count).toBe(2);
    expect(spoonsOf(null)).toEqual([]);
  });
  it("keep what is assumed of spreads, sauces and seasonings below a quarter of a cup's weight", () => {
    const large = foods.flatMap((food) => {
      const portion = householdPortion(food.name);
      if (portion === null || (portion.unit.id !== "tbsp" && portion.unit.id !== "tsp")) return [];
      const spooned = food.portions.some(({ label }) => /\b(tbsp|tsp)\b/.test(label));
      const { choice } = chooseAmount(food, NOTHING);
      return spooned && choice && choice.grams > 60 ? [`${food.name}: ${choice.grams} g`] : [];
    });
    expect(large).toEqual([]);
  });
});
