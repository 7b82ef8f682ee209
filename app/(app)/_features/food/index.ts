export { FoodsNav, foodPath, recipePath } from "./food-links";
export { findInTables, type LoggableFood, useFoodTable } from "./food-table";
export type { FoodTable } from "./loggable-food";
export { foodIdParam, orNotFound } from "./page-params";
export { type Choice, choiceAmount, choiceError, choiceGrams, firstChoice } from "./portion-choice";
export { type PickedPortion, PortionPicker, pickedChoice, pickerValue } from "./portion-picker";
export { type OfferedPreparation, PreparationChoice } from "./preparation-choice";
export { contentWords, nutrientWord, scheduleWords, shareWords, WEEKDAYS } from "./supplement-words";
export { lastAmount, NO_AMOUNT, saysAmount, typedChoice } from "./typed-choice";
