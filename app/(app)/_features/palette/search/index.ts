export { ChosenFood } from "./chosen-food";
export { FoodList, foundWords } from "./food-list";
export { optionId, ResultList } from "./result-list";
export { FOODS, type Result, type Section } from "./results";
export { TextDetail } from "./text-detail";
export { NAMES_NONE, type Named, useFoodResults, useLine } from "./use-food-results";
export { mineralTargets, useDayMinerals, usePaletteStart } from "./use-palette-data";
