import { notFound } from "next/navigation";
import { orNotFound } from "@/app/(app)/_features/food";
import type { Viewer } from "@/lib/access";
import { readFood } from "@/lib/foods";
import { textFoodId } from "@/lib/foods/client";
import type { DishView } from "@/lib/foods/schemas";
import { formatAmount } from "@/lib/format";
import { NUTRIENT_IDS } from "@/lib/nutrition";
import type { RecipeStart } from "./recipe-draft";

/** What a recipe of one's own cannot hold: what makers add. */
const leftOut = ({ added }: DishView): string[] =>
  NUTRIENT_IDS.flatMap((nutrient) => {
    const amount = added[nutrient];
    return amount === undefined ? [] : [`${formatAmount(nutrient, amount)} that makers add`];
  });

/** A typical dish as the beginning of a recipe of one's own; the not-found page for any other food. */
export const dishStart = async (viewer: Viewer, id: string): Promise<RecipeStart> => {
  const { name, dish } = await orNotFound(readFood(viewer, viewer.userId, id));
  if (dish === null) return notFound();
  const missing = leftOut(dish);
  const together = dish.ingredients.reduce((sum, { grams }) => sum + grams, 0);
  const without =
    missing.length === 0
      ? []
      : [`Without ${missing.join(", ")}: not in the food table. Add a food of your own for it.`];
  return {
    name,
    servings: dish.servings,
    // Where the dish weighs what its ingredients do, it still does once some are left out.
    yieldGrams: Math.abs(dish.grams - together) < 0.05 ? null : Math.round(dish.grams * 10) / 10,
    instructions: [dish.why, ...without].join("\n\n"),
    // What the table lacks stays in, without values: the recipe then says "at least", as the dish does.
    ingredients: dish.ingredients.map(({ food, name: called, grams, preparation }) => ({
      food: food ?? textFoodId(called),
      name: called,
      grams,
      portion: null,
      preparation,
    })),
  };
};
