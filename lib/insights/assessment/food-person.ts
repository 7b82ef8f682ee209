import "server-only";
import type { Viewer } from "../../access";
import { loadCatalogue } from "../../catalogue/load";
import { type FoodPerson, foodLimitsOf, forGrams, type Gates, ruledOut } from "../../nutrition";
import { getProfile, safetyGates, targetsOn } from "../../profile";
import type { ProfileView, TargetsView } from "../../profile/schemas";
import { today } from "../../time";
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

/** Which amounts of foods of the table may be named to the owner today. */
export const nameableFoods = async (
  viewer: Viewer,
  ownerId: string,
): Promise<(foodId: string, grams: number) => boolean> => {
  const profile = await getProfile(viewer, ownerId);
  const now = today(profile.timeZone);
  const person = foodPersonOf(profile, await targetsOn(ownerId, profile, now), safetyGates(profile, now));
  return (foodId, grams) => mayBeNamed(person, foodId, grams);
};

/** Whether something that is known of a food of the table speaks against naming it, in its usual portion if it has one. */
export const isKnownRuledOut = (person: FoodPerson, foodId: string): boolean => {
  const table = loadCatalogue();
  const at = table.indexOf(foodId);
  if (at < 0) return false;
  const { name, per100g, traits, suggestedPortion } = table.at(at);
  const portion = suggestedPortion === null ? null : forGrams(per100g, suggestedPortion.grams);
  return ruledOut({ foodId, name, ...traits }, person, portion)?.known === true;
};
