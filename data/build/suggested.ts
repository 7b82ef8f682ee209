import type { FoodGroup, FoodTraits } from "@/lib/catalogue";
import type { Measure } from "./measures";

export function suggestedPortion(
  _food: { ndb: string; name: string; group: FoodGroup },
  _traits: FoodTraits,
  measures: readonly Measure[],
): Measure | null {
  return measures[0] ?? null;
}
