// What the browser needs of the diary beside types: nothing here leads to zod.

export { isText, TEXT, textFoodId } from "../foods/client";
export { frequentFoods, HABIT_DAYS, type LoggedFood, pastMeals, usualMeal } from "./habits";
export * from "./meals";

/** Maximum number of entries on one day: a limit against runaway clients, above what a person logs. */
export const MAX_ENTRIES_A_DAY = 500;

/** Maximum length of an entry's note, in characters. */
export const MAX_NOTE_LENGTH = 500;

/** Maximum length of the name of an entry without values, in characters. */
export const MAX_TEXT_LENGTH = 200;

/** Maximum length of the line that an entry keeps as it was typed, in characters. */
export const MAX_TYPED_LENGTH = 500;
