import "server-only";
import { loadCatalogue } from "../../catalogue/load";
import { type FoodPerson, foodLimitsOf, forGrams, type Gates, ruledOut } from "../../nutrition";
import type { ProfileView, TargetsView } from "../../profile/schemas";
import { withForms } from "./excluded-forms";

/** What decides for one person which foods may be named: what they leave out, their gates, their upper limits. */
export const foodPersonOf = (
  { diet, exclusions, excludedFoods }: Pick<ProfileView, "diet" | "exclusions" | "excludedFoods">,
  targets: TargetsView,
  gates: Gates,
): FoodPerson & { readonly gates: Gates } => ({
  diet,
  exclusions,
  excludedFoods: withForms(excludedFoods),
  gates,
  limits: foodLimitsOf(
    Object.fromEntries([
      ...targets.items.map((target) => [target.mineral, target] as const),
      ...targets.vitamins.map((target) => [target.nutrient, target] as const),
    ]),
  ),
});

/** Whether this much of a food of the table may be named to a person; never one that the table does not list. */
export const mayBeNamed = (person: FoodPerson, foodId: string, grams: number): boolean => {
  const table = loadCatalogue();
  const at = table.indexOf(foodId);
  if (at < 0) return false;
  const { name, per100g, traits } = table.at(at);
  return ruledOut({ foodId, name, ...traits }, person, forGrams(per100g, grams)) === null;
};
