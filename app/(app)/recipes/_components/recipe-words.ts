import type { RecipeSummary } from "@/lib/foods/schemas";
import { countNoun, formatGrams, formatMeasure } from "@/lib/format";

/** "4 servings of 230 g · 7 ingredients". */
export const recipeWords = ({ servings, gramsPerServing, ingredientCount }: RecipeSummary): string =>
  `${formatMeasure(servings, "serving")} of ${formatGrams(gramsPerServing)} · ${countNoun(ingredientCount, "ingredient")}`;
