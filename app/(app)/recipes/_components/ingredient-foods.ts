import type { Viewer } from "@/lib/access";
import { describeFood, getFoods, listName } from "@/lib/foods";
import { composition } from "@/lib/nutrition";
import type { IngredientFood, RecipeStart } from "./recipe-draft";

/** The foods of a recipe's ingredients, in their order, as the form needs them; unknown where one is gone. */
export const ingredientFoods = async (
  viewer: Viewer,
  { ingredients }: Pick<RecipeStart, "ingredients">,
): Promise<IngredientFood[]> => {
  const foods = await getFoods(
    viewer,
    viewer.userId,
    ingredients.map(({ food }) => food),
  );
  return ingredients.map(({ food: id, name, grams, portion }) => {
    const food = foods.get(id);
    if (!food) {
      const portions =
        portion === null ? [] : [{ id: portion.id, label: portion.label, grams: grams / portion.count }];
      return { id, name, portions, per100g: composition(), found: false };
    }
    return {
      id,
      name: listName(id, food.name),
      portions: food.portions,
      per100g: food.per100g,
      lowerBounds: food.lowerBounds,
      found: true,
      described: describeFood(food),
    };
  });
};
