import "server-only";
import type { Viewer } from "../../access";
import { loadCatalogue } from "../../catalogue/load";
import {
  type FoodLimits,
  type FoodPerson,
  foodLimitsOf,
  forGrams,
  type Gates,
  type RuledOut,
  ruledOut,
  secondLineLimits,
} from "../../nutrition";
import { getProfile, referencePerson, safetyGates, targetsOn } from "../../profile";
import type { ProfileView, TargetsView } from "../../profile/schemas";
import { today } from "../../time";
import { withForms } from "./excluded-forms";

/** Today's upper limits that count food: of the minerals and vitamins with targets, and of the nutrients beside them. */
const limitsFor = (profile: ProfileView, targets: TargetsView): FoodLimits => {
  const person = referencePerson(profile, today(profile.timeZone));
  return new Map([
    ...foodLimitsOf(
      Object.fromEntries([
        ...targets.items.map((target) => [target.mineral, target] as const),
        ...targets.vitamins.map((target) => [target.nutrient, target] as const),
      ]),
    ),
    ...(person === null ? [] : secondLineLimits(person, today(profile.timeZone), profile.standard)),
  ]);
};

/** What decides for one person which foods may be named: what they leave out, their gates, their upper limits. */
export const foodPersonOf = (
  profile: ProfileView,
  targets: TargetsView,
  gates: Gates,
): FoodPerson & { readonly gates: Gates } => ({
  diet: profile.diet,
  exclusions: profile.exclusions,
  excludedFoods: withForms(profile.excludedFoods),
  gates,
  limits: limitsFor(profile, targets),
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

/**
 * What is known of a food of the table that speaks against naming it to a person; null where nothing is, or where the
 * table does not list it.
 * @param grams the amount that would be named; undefined: its usual portion if it has one.
 */
export const knownReason = (person: FoodPerson, foodId: string, grams?: number): RuledOut | null => {
  const table = loadCatalogue();
  const at = table.indexOf(foodId);
  if (at < 0) return null;
  const { name, per100g, traits, suggestedPortion } = table.at(at);
  const amount = grams ?? suggestedPortion?.grams;
  const portion = amount === undefined ? null : forGrams(per100g, amount);
  const reason = ruledOut({ foodId, name, ...traits }, person, portion);
  return reason?.known === true ? reason : null;
};

/** Whether something that is known of a food of the table speaks against naming it, in its usual portion if it has one. */
export const isKnownRuledOut = (person: FoodPerson, foodId: string): boolean =>
  knownReason(person, foodId) !== null;
