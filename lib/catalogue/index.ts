/**
 * The reference food table: decode, look up, and tell where each number comes from. Runs in server and browser;
 * the server reads the file through `load.ts`.
 */
export { type Catalogue, decodeCatalogue, type FoodId, type FoodPhytate, type ReferenceFood } from "./decode";
export { FOOD_GROUP_IDS, FOOD_GROUPS, type FoodGroup } from "./groups";
export type { PhytateEntry } from "./layout";
export { type Provenance, provenanceOf } from "./provenance";
export {
  createFoodSearch,
  type FoodMatch,
  type FoodSearch,
  type FoodSearchOptions,
  type OwnFoodName,
} from "./search/food-search";
export { CONTENTS, type Content, type FoodTraits, PICKS, type Pick } from "./traits";
