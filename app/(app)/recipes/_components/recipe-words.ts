import type { RecipeSummary } from "@/lib/foods/schemas";
import { formatGrams, formatMeasure } from "@/lib/format";

/** "4 servings of 230 g · 7 ingredients". */
export const recipeWords = ({ servings, gramsPerServing, ingredientCount }: RecipeSummary): string =>
  `${formatMeasure(servings, "serving")} of ${formatGrams(gramsPerServing)} · ${
    ingredientCount === 1 ? "1 ingredient" : `${ingredientCount} ingredients`
  }`;
