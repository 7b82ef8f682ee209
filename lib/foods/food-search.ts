import "server-only";
import { createFoodSearch, type FoodSearch } from "../catalogue";
import { loadCatalogue } from "../catalogue/load";

const kept = globalThis as typeof globalThis & { assaySearch?: FoodSearch };

/** The search over the reference table, built once a process. */
export const foodSearch = (): FoodSearch => {
  kept.assaySearch ??= createFoodSearch(loadCatalogue());
  return kept.assaySearch;
};
