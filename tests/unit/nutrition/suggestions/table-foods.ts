import { loadCatalogue } from "@/lib/catalogue/load";
import {
  type Candidate,
  type PreparedCandidates,
  prepareCandidates,
} from "@/lib/nutrition/suggestions/candidates";

/** The plain foods of the food table in their suggested portions. */
const plainFoods = (): readonly Candidate[] => {
  const table = loadCatalogue();
  return table.ids.flatMap((foodId, index): Candidate[] => {
    if (!table.traitsAt(index).plain) return [];
    const { name, group, suggestedPortion, per100g, traits } = table.at(index);
    if (suggestedPortion === null) return [];
    const { label: portionLabel, grams: portionGrams } = suggestedPortion;
    return [{ ...traits, foodId, name, group, portionLabel, portionId: null, portionGrams, per100g }];
  });
};

export const preparedTable = (): PreparedCandidates => prepareCandidates(plainFoods());
