// What the browser needs of foods beside types: nothing here leads to zod.

/** Whether an id names something the person made: a food of their own or a recipe. */
export const isTheirs = (food: string): boolean => food.startsWith("own:") || food.startsWith("recipe:");

/** The portion that one serving of a recipe is. */
export const SERVING = "serving";

/** Maximum length of the notes of a recipe, in characters. */
export const MAX_INSTRUCTIONS_LENGTH = 10_000;

/** The most times a day that a supplement's schedule can name. */
export const MAX_TIMES_A_DAY = 8;

export * from "./gtin";
