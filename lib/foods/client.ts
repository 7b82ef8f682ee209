// What the browser needs of foods beside types: nothing here leads to zod.

/** What the id of an entry without values begins with. */
export const TEXT = "text:";

/** Whether an id stands for a name alone: a diary entry of which nothing is known but what it was called. */
export const isText = (food: string): boolean => food.startsWith(TEXT);

/** Whether an id names something the person made: a food of their own, a recipe, or a name that they wrote. */
export const isTheirs = (food: string): boolean =>
  food.startsWith("own:") || food.startsWith("recipe:") || isText(food);

/** Where a food comes from: a built-in table, a typical dish, an installed table, or the person's own food or recipe. */
export const FOOD_SOURCES = ["sr28", "dish", "imported", "own", "recipe"] as const;
export type FoodSource = (typeof FOOD_SOURCES)[number];

const SOURCE_BY_PREFIX: { readonly [prefix: string]: FoodSource } = {
  ndb: "sr28",
  dish: "dish",
  own: "own",
  recipe: "recipe",
};

/** Where the food with this id comes from. */
export const foodSourceOf = (food: string): FoodSource =>
  SOURCE_BY_PREFIX[food.slice(0, food.indexOf(":"))] ?? "imported";

/** The portion that one serving of a recipe is. */
export const SERVING = "serving";

/** Maximum length of the notes of a recipe, in characters. */
export const MAX_INSTRUCTIONS_LENGTH = 10_000;

/** The most times a day that a supplement's schedule can name. */
export const MAX_TIMES_A_DAY = 8;

export * from "./gtin";
