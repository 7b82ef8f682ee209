import { loadCatalogue } from "../catalogue/load";
import { type Composition, labelPer100g, NUTRIENT_IDS, type NutrientId } from "../nutrition";
import type { FoodLabel } from "./label-schemas";

/** What a similar food says of what is unknown in another, per 100 g. Kept apart from amounts: nothing adds it up. */
export type Estimate = {
  food: { id: string; name: string };
  per100g: { [N in NutrientId]?: number };
};

/**
 * What the chosen reference food holds of the nutrients that are unknown in a food. Where the label gives a bound the
 * estimate keeps to it. Null when no food is chosen, the table has it no more, or it adds nothing.
 */
export const estimateOf = (
  per100g: Composition,
  { label, estimateFoodId }: { label: FoodLabel | null; estimateFoodId: string | null },
): Estimate | null => {
  const food = estimateFoodId === null ? undefined : loadCatalogue().food(estimateFoodId);
  if (!food) return null;
  const estimated: Estimate["per100g"] = {};
  for (const nutrient of NUTRIENT_IDS) {
    const value = food.per100g[nutrient];
    if (per100g[nutrient] !== null || value === null) continue;
    const bound = label && labelPer100g(label, nutrient);
    estimated[nutrient] = bound ? Math.min(value, bound.high) : value;
  }
  return Object.keys(estimated).length === 0
    ? null
    : { food: { id: food.id, name: food.name }, per100g: estimated };
};
