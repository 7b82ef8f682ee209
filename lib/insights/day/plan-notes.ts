import "server-only";
import type { FoodEntry } from "../../diary/schemas";
import { avoidedKindWords, type FoodPerson, NUTRIENTS, type RuledOut } from "../../nutrition";
import { knownReason } from "../assessment";

const wordsOf = (reason: RuledOut): string => {
  switch (reason.by) {
    case "excluded-food":
      return "You keep this food from suggestions.";
    case "content":
      return "Your profile leaves out something that this food contains.";
    case "kind":
      return `Not suggested any more. Your profile rules out: ${avoidedKindWords(reason.kind)}.`;
    case "cap":
      return `Not suggested any more: it holds more ${NUTRIENTS[reason.nutrient].label.toLowerCase()} than a condition or medicine in your profile allows.`;
    case "upper-limit":
      return `This much alone holds more ${NUTRIENTS[reason.nutrient].label.toLowerCase()} than the upper limit of a day.`;
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
      const reason = knownReason(person, food, grams);
      return reason === null ? [] : [[id, wordsOf(reason)]];
    }),
  );
