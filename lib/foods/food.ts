import "server-only";
import { createFoodSearch, FOOD_GROUPS, type FoodSearch, shortName } from "../catalogue";
import { loadCatalogue } from "../catalogue/load";
import type { Composition, LowerBounds, Portion } from "../nutrition";
import { isTheirs } from "./client";
import type { FoodSource } from "./schemas";
import type { OwnFood } from "./store";

/** Any food a person can log: from the reference table, their own, or a recipe. */
export type Food = {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly source: FoodSource;
  readonly portions: readonly Portion[];
  /** Amounts in 100 g; null is unknown. */
  readonly per100g: Composition;
  /** Nutrients of `per100g` that are only lower bounds; of recipes alone. */
  readonly lowerBounds?: LowerBounds;
  /** For an own food: its label, and the food that unknown nutrients are estimated from. */
  readonly own?: Pick<OwnFood, "barcode" | "label" | "estimateFoodId">;
};

/** What the ids of own foods begin with. */
export const OWN = "own:";
const OWN_GROUP = "My foods";

/** A food of the reference table, or null. */
export const referenceFood = (id: string): Food | null => {
  const food = loadCatalogue().food(id);
  return food
    ? {
        id: food.id,
        name: food.name,
        group: FOOD_GROUPS[food.group].label,
        source: "sr28",
        portions: food.portions,
        per100g: food.per100g,
      }
    : null;
};

/** A food the person entered, as one that can be logged. */
export const ownFood = (food: OwnFood): Food => ({
  id: `${OWN}${food.id}`,
  name: food.name,
  group: OWN_GROUP,
  source: "own",
  portions: food.portions,
  per100g: food.per100g,
  own: { barcode: food.barcode, label: food.label, estimateFoodId: food.estimateFoodId },
});

/** A food's name for a list: short for foods of the reference table, as it was typed for one's own and for recipes. */
export const listName = (food: string, name: string): string => (isTheirs(food) ? name : shortName(name));

const kept = globalThis as typeof globalThis & { assaySearch?: FoodSearch };

/** The search over the reference table, built once a process. */
export const foodSearch = (): FoodSearch => {
  kept.assaySearch ??= createFoodSearch(loadCatalogue());
  return kept.assaySearch;
};
