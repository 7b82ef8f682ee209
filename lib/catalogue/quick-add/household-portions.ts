import table from "@/data/reference/household-portions.json";
import type { FoodGroup } from "../groups";
import { type MealUnit, unitOf } from "./food-measures";

/** A number of a unit, such as two tablespoons. */
export type HouseholdPortion = { readonly count: number; readonly unit: MealUnit };

/** @throws Error for an invalid row of data/reference/household-portions.json. */
const portionOf = (count: number, id: string): HouseholdPortion => {
  const unit = unitOf(id);
  if (unit === undefined || !(count > 0)) throw new Error(`household-portions.json: ${count} ${id}`);
  return { count, unit };
};

/** Longest names first: "Salad dressing, mayonnaise" before "Salad dressing". */
const byName = table.foods
  .flatMap(({ foods, count, unit }) => foods.map((name) => ({ name, portion: portionOf(count, unit) })))
  .sort((a, b) => b.name.length - a.name.length);

const byGroup = table.groups.map(({ groups, count, units }) => ({
  groups: groups as FoodGroup[],
  portions: units.map((unit) => portionOf(count, unit)),
}));

/** Usual amount of a food by the curated table; null when it has no row. */
export const householdPortion = (name: string): HouseholdPortion | null =>
  byName.find((row) => name.startsWith(row.name) && !/^[\p{L}\p{N}]/u.test(name.slice(row.name.length)))
    ?.portion ?? null;

/** Spoons that foods of a group are usually taken in although the table's first measure is a cup. */
export const spoonsOf = (group: FoodGroup | null): readonly HouseholdPortion[] =>
  byGroup.find(({ groups }) => group !== null && groups.includes(group))?.portions ?? [];
