/**
 * The reference food table: decoding, lookup and the source of each number. Runs in server and browser; the server
 * reads the file through `load.ts`.
 */
export { type Catalogue, decodeCatalogue } from "./decode";
export { foodFamily } from "./food-family";
export { FOOD_GROUP_IDS, FOOD_GROUPS, type FoodGroup } from "./groups";
export { joinCatalogues, oncePerCatalogue } from "./join";
export type { Basis, ColumnNutrient, Mark, PhytateEntry, TableAbout } from "./layout";
export { DISH_PREFIX, isDish } from "./layout";
export { phytateSources, provenanceOf } from "./provenance";
export { chooseAmount } from "./quick-add/amounts";
export type {
  Assumed,
  AssumedDensity,
  ChosenAmount,
  LastAmount,
  Problem,
  TypedAmount,
  Units,
} from "./quick-add/chosen-amount";
export type { Doubt } from "./quick-add/doubts";
export { type Line, lineOf, type Reading } from "./quick-add/line";
export type { MealItem, MealOwnFood } from "./quick-add/meal-items";
export { MAX_MEAL_ITEMS, type ParsedMeal, parseMeal } from "./quick-add/parse-meal";
export { typedWeight } from "./quick-add/typed-weight";
export { composedOf } from "./search/composed";
export {
  createFoodSearch,
  type FoodSearch,
  type FoodSearchOptions,
} from "./search/food-search";
export { type Word, wordsOf } from "./search/words";
export { shortName } from "./short-name";
export {
  type ArticlePick,
  type FoodTraits,
  PICKS,
  packTraits,
  unpackTraits,
} from "./traits";
export { editionYear, groupTwins, proposedFoods, type WithTwins } from "./twins";
export { sourceFoods } from "./usual-foods";
