import table from "@/data/reference/household-portions.json";
import type { FoodGroup } from "../groups";
import { type MealUnit, unitOf } from "./food-measures";

/** A number of a unit, such as two tablespoons. */
export type HouseholdPortion = { readonly count: number; readonly unit: MealUnit };

/** @throws Error for a row of data/reference/household-portions.json that cannot be meant. */
const portionOf = (count: number, id: string): HouseholdPortion => {
  const unit = unitOf(id);
  if (unit === undefined || !(count > 0)) throw new Error(`household-portions.json: ${count} ${id}`);
  return { count, unit };
};

/** Longest names first, so that "Salad dressing, mayonnaise" is not read as any dressing. */
const byName = table.foods
  .flatMap(({ foods, count, unit }) => foods.map((name) => ({ name, portion: portionOf(count, unit) })))
  .sort((a, b) => b.name.length - a.name.length);

const byGroup = table.groups.map(({ groups, count, units }) => ({
  groups: groups as FoodGroup[],
  portions: units.map((unit) => portionOf(count, unit)),
}));

/** What is usually taken of a food with this name, by the curated table; null when it has no row. */
export const householdPortion = (name: string): HouseholdPortion | null =>
  byName.find((row) => name.startsWith(row.name) && !/^[\p{L}\p{N}]/u.test(name.slice(row.name.length)))
    ?.portion ?? null;

/** Spoons in which foods of a group are taken that the table measures by the cup first. */
export const spoonsOf = (group: FoodGroup | null): readonly HouseholdPortion[] =>
  byGroup.find(({ groups }) => group !== null && groups.includes(group))?.portions ?? [];
