export { FoodList } from "./food-results";
export { optionId, PaletteList } from "./result-list";
export { foundWords, Hints } from "./result-parts";
export { FOODS, type Result, reportedMinerals, type Section, timesUsed } from "./results";
export { targetsOf, useDayMinerals, usePaletteStart } from "./search-data";
export { useFoodPick } from "./use-food-pick";
export { usePaletteSections } from "./use-result-sections";
