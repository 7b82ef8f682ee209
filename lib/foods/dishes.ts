import "server-only";
import { isDish } from "../catalogue";
import type { DishRecipe } from "../catalogue/dishes";
import { loadCatalogue, loadDishes } from "../catalogue/load";
import { NUTRIENT_IDS, type NutrientId } from "../nutrition";
import type { DishView } from "./schemas";

const SHORTEST = "dish:".length;

const recipeBehind = (id: string): DishRecipe | undefined =>
  isDish(id) ? loadDishes().get(id.slice(SHORTEST)) : undefined;

const weightOf = ({ yieldGrams, ingredients }: DishRecipe): number =>
  yieldGrams ?? ingredients.reduce((sum, { grams }) => sum + grams, 0);

const unknownIn = (food: string | null): NutrientId[] => {
  const found = food === null ? undefined : loadCatalogue().food(food);
  return NUTRIENT_IDS.filter((nutrient) => (found?.per100g[nutrient] ?? null) === null);
};

/** The recipe of a typical dish; null for every other food. */
export const toDishView = (id: string): DishView | null => {
  const dish = recipeBehind(id);
  return dish === undefined
    ? null
    : {
        grams: weightOf(dish),
        servings: dish.servings,
        why: dish.why,
        ingredients: dish.ingredients.map(({ food, name, grams, preparation, standsFor }) => ({
          food,
          name,
          grams,
          preparation: preparation ?? null,
          standsFor: standsFor ?? null,
          unknown: unknownIn(food),
        })),
        added: { ...dish.added },
      };
};

/** Where a number of a typical dish is from: how many ingredients were added up, and which of them say nothing of it. */
export const dishNote = ({ ingredients, added }: DishView, nutrient: NutrientId): string => {
  const silent = ingredients.filter(({ unknown }) => unknown.includes(nutrient)).map(({ name }) => name);
  const counted = `Computed from ${ingredients.length} ${ingredients.length === 1 ? "ingredient" : "ingredients"}`;
  const more = added[nutrient] === undefined ? "" : ", and what makers add";
  return silent.length === 0
    ? `${counted}${more}.`
    : `${counted}${more}: a lower bound, since nothing is known of it in ${silent.join("; ")}.`;
};
