"use client";

import { useState } from "react";
import { LogFoodCard } from "@/app/(app)/_features/diary";
import { pickerValue } from "@/app/(app)/_features/food";
import { SERVING } from "@/lib/foods/client";
import type { RecipeView } from "@/lib/foods/schemas";
import { composition, type Portion } from "@/lib/nutrition";

/** Logs a recipe today; one serving by default. */
export const LogRecipe = ({
  recipe,
}: {
  recipe: Pick<RecipeView, "food" | "name" | "gramsPerServing" | "per100g" | "lowerBounds">;
}) => {
  const serving: Portion = { id: SERVING, label: "serving", grams: recipe.gramsPerServing };
  const [picked, setPicked] = useState(() => pickerValue({ portion: serving, count: 1 }));
  return (
    <LogFoodCard
      food={{
        id: recipe.food,
        name: recipe.name,
        portions: [serving],
        per100g: composition(recipe.per100g),
        lowerBounds: recipe.lowerBounds,
      }}
      picked={picked}
      onPick={setPicked}
    />
  );
};
