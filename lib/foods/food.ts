import "server-only";
import { createFoodSearch, FOOD_GROUPS, type FoodSearch, oncePerCatalogue, shortName } from "../catalogue";
import { loadCatalogue } from "../catalogue/load";
import type { Composition, LowerBounds, Portion } from "../nutrition";
import { versionOf } from "../versions";
import { type FoodSource, foodSourceOf, isTheirs } from "./client";
import type { StoredOwnFood } from "./store";

/** Any food a person can log: from the reference table, their own, or a recipe. */
export type Food = {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly source: FoodSource;
  readonly portions: readonly Portion[];
  /** Amounts in 100 g; null is unknown. */
  readonly per100g: Composition;
  /** Short name of the table that it is of; null for one's own. */
  readonly table: string | null;
  /** Nutrients of `per100g` that are only lower bounds: of recipes, and of tables with traces or limits. */
  readonly lowerBounds?: LowerBounds;
  /** For an own food: its label, and the food that unknown nutrients are estimated from. */
  readonly own?: Pick<StoredOwnFood, "barcode" | "label" | "estimateFoodId"> & { readonly version: string };
};

/** What the ids of own foods begin with. */
export const OWN = "own:";
const OWN_GROUP = "My foods";

/** A food of the reference table, or null. */
export const referenceFood = (id: string): Food | null => {
  const catalogue = loadCatalogue();
  const food = catalogue.food(id);
  return food
    ? {
        id: food.id,
        name: food.name,
        group: FOOD_GROUPS[food.group].label,
        source: foodSourceOf(food.id),
        table: catalogue.tableAt(catalogue.indexOf(id)).name,
        portions: food.portions,
        per100g: food.per100g,
        ...(food.lowerBounds.length > 0 && { lowerBounds: food.lowerBounds }),
      }
    : null;
};

/** A food the person entered, as one that can be logged. */
export const ownFood = (food: StoredOwnFood): Food => ({
  id: `${OWN}${food.id}`,
  name: food.name,
  group: OWN_GROUP,
  source: "own",
  table: null,
  portions: food.portions,
  per100g: food.per100g,
  own: {
    barcode: food.barcode,
    label: food.label,
    estimateFoodId: food.estimateFoodId,
    version: versionOf(food.updatedAt),
  },
});

/** A food's name for a list: short for foods of the reference table, as it was typed for one's own and for recipes. */
export const listName = (food: string, name: string): string => (isTheirs(food) ? name : shortName(name));

const searchOver = oncePerCatalogue(createFoodSearch);

/** The search over the food tables, built once for each set of them. */
export const foodSearch = (): FoodSearch => searchOver(loadCatalogue());
