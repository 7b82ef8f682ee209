// What the browser needs of foods beside types: nothing here leads to zod.

/** What the id of a name without values begins with. */
export const TEXT = "text:";

/** Whether an id stands for a name alone: an entry or an ingredient of which nothing is known but what it was called. */
export const isText = (food: string): boolean => food.startsWith(TEXT);

/** A name in the spelling by which two are the same: small letters, one space between words, no Latin accents. */
const foldName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/[\u0300-\u036F]/gu, "")
    .toLowerCase()
    .replace(/\s+/gu, " ")
    .trim();

/**
 * The food id of a name without values: the same for names that differ only in capitals, accents or spaces. The hash
 * is FNV-1a of 64 bits over UTF-8; it only has to tell the names of one person apart.
 */
export const textFoodId = (name: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(foldName(name)))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return `${TEXT}${hash.toString(16).padStart(16, "0")}`;
};

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
