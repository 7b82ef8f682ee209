import "server-only";
import type { FoodEntry } from "../../diary/schemas";
import { uncapitalise } from "../../format";
import { type FoodPerson, NUTRIENTS, type NutrientId, type RuledOut } from "../../nutrition";
import { knownReason } from "../assessment";

type AvoidedKind = Extract<RuledOut, { by: "kind" }>["kind"];

const KINDS: { readonly [K in AvoidedKind]: string } = {
  liver: "liver",
  pate: "pâté",
  "high-mercury-fish": "fish high in mercury",
  "raw-shellfish": "raw, smoked or cured shellfish",
  "raw-fish-meat-egg": "raw, smoked or cured fish, meat and egg",
  "cured-meat": "cured meat and cold cuts",
  "soft-cheese": "mould-ripened and soft cheese",
  "raw-sprouts": "raw sprouts",
  "choking-hazard": "what a small child can choke on",
  "reduced-fat-dairy": "milk products with reduced fat",
  "high-oxalate": "foods high in oxalate",
  "high-purine": "the foods with most purines",
  "juice-or-sweetened": "juices and sweetened foods",
  grapefruit: "grapefruit",
  "vitamin-k-rich": "foods rich in vitamin K",
};

const nameOf = (nutrient: NutrientId): string => uncapitalise(NUTRIENTS[nutrient].label);

const wordsOf = (reason: RuledOut): string => {
  switch (reason.by) {
    case "excluded-food":
      return "You keep this food from suggestions.";
    case "content":
      return "Your profile leaves out something that this food contains.";
    case "kind":
      return `Not suggested any more: your profile rules out ${KINDS[reason.kind]}.`;
    case "cap":
      return `Not suggested any more: it holds more ${nameOf(reason.nutrient)} than a condition or medicine in your profile allows.`;
    case "upper-limit":
      return `This much alone holds more ${nameOf(reason.nutrient)} than the upper limit of a day.`;
  }
};

/**
 * What speaks against planned foods by the profile as it is now: plans may have been made before a condition was told.
 * Only what is known; foods that the table does not list are not judged.
 * @returns a sentence by the id of each such plan.
 */
export const planNotes = (plans: readonly FoodEntry[], person: FoodPerson): Record<string, string> =>
  Object.fromEntries(
    plans.flatMap(({ id, food, grams }) => {
      const reason = knownReason(person, food, grams ?? undefined);
      return reason === null ? [] : [[id, wordsOf(reason)]];
    }),
  );
