import type { FoodGroup } from "../groups";
import { stem } from "./words";

/**
 * How plain a food's name is. Nobody who types "tomatoes" means the canned, the breaded or a company's: every word
 * of a name that was not asked for costs something, and this page says how much. Amounts are in points of the score,
 * in which a word of the query found in the head of a name earns 10.
 */
const words = (list: string): string[] => list.trim().split(/\s+/).map(stem);

/** First segments that only name a kind of shelf: the food's own name is the segment after them. */
export const SHELVES: ReadonlySet<string> = new Set([
  "fish",
  "crustaceans",
  "mollusks",
  "nuts",
  "seeds",
  "spices",
  "beverages",
  "beverage",
  "alcoholic beverage",
  "alcoholic beverages",
  "carbonated beverage",
  "snacks",
  "snack",
  "candies",
  "candy",
  "cereals",
  "cereal",
  "cereals ready-to-eat",
  "game meat",
  "leavening agents",
  "sweeteners",
  "sweetener",
  "desserts",
  "dessert",
  "frozen novelties",
  "seaweed",
  "syrups",
  "toppings",
  "fruit",
  "vegetables",
  "sweets",
  "condiments",
  "cookies",
]);

const COSTS: readonly (readonly [cost: number, words: string])[] = [
  // Says nothing, or what is meant anyway.
  [
    0,
    `raw whole fresh plain regular all and or of in the with from as a by to for on type types variety varieties
    style average year round commercial commercially classes class includes kind ns common prepared made ripe mature
    edible portion fluid only meat`,
  ],
  // How a plain food is usually cooked, cut or grown.
  [
    0.15,
    `cooked boiled drained unsalted roasted baked broiled grilled heat dry moist skin flesh seeds enriched unenriched
    without long grain lean separable trimmed retail cuts domestic choice select grades added vitamin red white green
    yellow home recipe hard bulb solids steamed water table salad`,
  ],
  [
    0.4,
    "unheated braised stewed simmered fried pan browned scrambled poached kernels kernel halves pieces cut ready",
  ],
  // Another food made of it.
  [
    0.8,
    "juice frozen smoked cured pickled sweetened syrup light heavy extra low reduced less lowfat nonfat free diet salted",
  ],
  [
    1,
    "canned dried condensed evaporated fortified toasted instant mix frosted flavor flavored breaded battered filled",
  ],
  [
    1.6,
    `dehydrated powder powdered imitation substitute concentrate concentrated extract sprouted junior strained
    unprepared dough industrial commodity supplement formula restaurant fast school lunch native imported australian
    zealand navajo hopi apache shoshone bannock indian indians alaska leaf leaves peel stalk flour starch bran oil
    defatted glandless giblets brain`,
  ],
  [4, "infant babyfood toddler baby"],
];

const COST_OF: ReadonlyMap<string, number> = new Map(
  COSTS.flatMap(([cost, list]) => words(list).map((word) => [word, cost] as const)),
);

/** Cost of a word that no rule names, between a word that many names share and one of a single name. */
const COMMON_WORD = 0.5;
const RARE_WORD = 1.2;
/** A capital inside a name: a company, a product line, a place. */
const PROPER_NAME = 1.5;
/** An unasked word in the head of a name makes it another food ("milk shakes" for "milk"). */
export const HEAD_FACTOR = 2.2;
/** A note in brackets ("(includes boston and bibb types)") says little against a food. */
export const NOTE_FACTOR = 0.4;

/** Cost of a word by its stem, how many of `size` names have it, and whether it is a proper name there. */
export function wordCost(word: string, names: number, size: number, proper: boolean): number {
  const known = COST_OF.get(word);
  if (known !== undefined) return known;
  if (/^\d/.test(word)) return 0.2;
  if (proper) return PROPER_NAME;
  return (
    COMMON_WORD +
    (RARE_WORD - COMMON_WORD) * (1 - Math.min(1, Math.log(names) / Math.log(Math.max(2, size / 20))))
  );
}

/** How far a food group stands behind plain foods with an equally good name, in points. */
export const GROUP_COST: { readonly [G in FoodGroup]: number } = {
  dairyEgg: 0,
  spicesHerbs: 0,
  babyFoods: 8,
  fatsOils: 0.2,
  poultry: 0,
  soupsSauces: 0.8,
  sausagesLuncheonMeats: 0.5,
  breakfastCereals: 0.5,
  fruits: 0,
  pork: 0.1,
  vegetables: 0,
  nutsSeeds: 0,
  beef: 0,
  beverages: 0.4,
  fishShellfish: 0,
  legumes: 0,
  lambVealGame: 0.3,
  bakedProducts: 0.5,
  sweets: 0.7,
  grainsPasta: 0,
  fastFoods: 1,
  meals: 1.2,
  snacks: 0.8,
  nativeFoods: 2,
  restaurantFoods: 1.5,
};
