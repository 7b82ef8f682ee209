import "server-only";
import { type FoodPerson, foodLimitsOf, type Gates } from "../../nutrition";
import type { ProfileView, TargetsView } from "../../profile/schemas";

/** What decides for one person which foods may be named: what they leave out, their gates, their upper limits. */
export const foodPersonOf = (
  { diet, exclusions, excludedFoods }: Pick<ProfileView, "diet" | "exclusions" | "excludedFoods">,
  targets: TargetsView,
  gates: Gates,
): FoodPerson & { readonly gates: Gates } => ({
  diet,
  exclusions,
  excludedFoods: new Set(excludedFoods),
  gates,
  limits: foodLimitsOf(
    Object.fromEntries([
      ...targets.items.map((target) => [target.mineral, target] as const),
      ...targets.vitamins.map((target) => [target.nutrient, target] as const),
    ]),
  ),
});
