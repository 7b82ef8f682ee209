import type { FoodGroup } from "../groups";
import { stem } from "./words";

/**
 * How plain a food's name is. Nobody who types "tomatoes" means the canned, the breaded or a company's: every word
 * of a name that was not asked for costs something, and this page says how much. Amounts are in points of the score,
 * in which a word of the query found in the head of a name earns 10.
 */
const words = (list: string): string[] => list.trim().split(/\s+/).map(stem);

/**
 * First segments that only name a kind of shelf: the food's own name is the segment after them. The number is what
 * the shelf says about the food: nothing for fish and nuts, something for sweets and snacks, which are products.
 */
export const SHELVES: ReadonlyMap<string, number> = new Map([
  ...[
    "fish",
    "crustaceans",
    "mollusks",
    "nuts",
    "seeds",
    "spices",
    "game meat",
    "leavening agents",
    "seaweed",
    "fungi",
    "beverages",
    "beverage",
    "alcoholic beverage",
    "alcoholic beverages",
    "carbonated beverage",
    "cereals",
  ].map((name) => [name, 0] as const),
  ...[
    "snacks",
    "snack",
    "candies",
    "cereals ready-to-eat",
    "sweeteners",
    "sweetener",
    "desserts",
    "frozen novelties",
    "syrups",
    "toppings",
  ].map((name) => [name, 1.2] as const),
]);

/** Companies that stand as a segment of their own before the food ("Cereals ready-to-eat, Quaker, …"). */
export const MAKERS: ReadonlySet<string> = new Set([
  "abbott",
  "cascadian farm",
  "coca-cola company",
  "the coca-cola company",
  "fritolay",
  "general mills",
  "hershey",
  "hershey's",
  "kashi organic promise",
  "kellogg",
  "kellogg's",
  "klondike",
  "kraft",
  "m&m's mars",
  "malt-o-meal",
  "mars",
  "mars snackfood us",
  "mom's best",
  "nature's path",
  "nestle",
  "ocean spray",
  "pepsico quaker",
  "post",
  "quaker",
  "sun country",
  "unilever",
]);

/** Ends of names that mark the entry for the food in general. */
export const GENERAL_ENTRY =
  /\b(?:all (?:commercial )?(?:varieties|types|classes)|year round average|mixed species)\b/i;
export const GENERAL_ENTRY_BONUS = 0.4;

/** A segment of this one word is a part of the food, not the food ("Potatoes, raw, skin"). */
export const PARTS: ReadonlySet<string> = new Set(
  words("skin leaf stalk peel stem giblets fat gizzard neck feet ear tail bone backfat"),
);
export const PART_COST = 1.2;

/** What follows "without" is not there, what follows "in" is around the food, and "a or b" are two names of it. */
export const ABSENT_FACTOR = 0.2;
export const AROUND_FACTOR = 0.5;
export const EITHER_FACTOR = 0.5;

/** From this cost on a word names another food that is made of the one in the head: flour, bran, sprouts. */
const ANOTHER_FOOD = 1.6;

/** What a name costs for an organ that nobody means by the animal's name. */
export const ORGAN_COST = 2.5;

const COSTS: readonly (readonly [cost: number, words: string])[] = [
  // Says nothing, or what is meant anyway.
  [
    0,
    `raw whole fresh plain regular all and or of in the with from as a by to for on type no not types variety varieties
    style average year round commercial commercially classes class includes kind ns common prepared made ripe mature
    edible portion fluid only meat can be from gram ounce oz per milkfat`,
  ],
  // How a plain food is usually cooked, cut or grown.
  [
    0.15,
    `cooked boiled drained unsalted roasted baked broiled grilled heat dry moist skin flesh seeds enriched unenriched sliced pre
    without long grain lean separable trimmed retail cuts skinless boneless domestic choice select grades added red white green
    yellow home recipe hard bulb solids steamed water vitamin packed protein calcium sulfate magnesium chloride nigari propionate`,
  ],
  [
    0.4,
    "unheated heated braised stewed simmered fried pan browned scrambled poached kernels kernel halves pieces cut ready",
  ],
  // Another food made of it.
  [
    0.8,
    "juice frozen smoked cured pickled sweetened syrup light heavy extra low reduced less lowfat nonfat free diet salted salt",
  ],
  [
    1,
    "canned dried condensed evaporated fortified toasted instant frosted flavor flavored breaded battered filled",
  ],
  [
    ANOTHER_FOOD,
    `dehydrated mix powder powdered imitation substitute concentrate concentrated extract sprouted junior strained
    unprepared purchased dough industrial commodity supplement formula restaurant fast school lunch native imported australian
    zealand navajo hopi apache shoshone bannock indian indians alaska leaf leaves peel stalk flour starch bran oil
    defatted glandless giblets brain`,
  ],
  // A part that nobody means by the animal's name, or what is made in place of the food.
  [
    ORGAN_COST,
    "liver heart kidney kidneys tongue lung spleen pancreas thymus tripe suet rendered by products",
  ],
  [4, "infant babyfood toddler baby meatless"],
];

const COST_OF: ReadonlyMap<string, number> = new Map(
  COSTS.flatMap(([cost, list]) => words(list).map((word) => [word, cost] as const)),
);

/** Whether a word only says how a food is cooked, cut, packed or coloured, by its stem. */
export const saysOnlyForm = (word: string): boolean => {
  const cost = COST_OF.get(word);
  return /^\d/.test(word) || (cost !== undefined && cost < ANOTHER_FOOD);
};

/** Cost of a word that no rule names, between a word that many names share and one of a single name. */
const COMMON_WORD = 0.5;
export const RARE_WORD = 1.2;
/** A capital inside a name: a company or its product. The first counts for the whole name, see BRAND_COST. */
const PROPER_NAME = 0.5;
/** A name of a company's product. */
export const BRAND_COST = 2;
/** Capitals that are no brands. */
const PLACES: ReadonlySet<string> = new Set(
  words(`alaska alaskan african american asian atlantic bengal brazil british brussels california canadian chinese cuban
  danish dutch english european florida french german granny greek hawaii hungarian indian irish italian japanese korean
  latino mediterranean mexican monterey moroccan new england northern oriental pacific persian polish russian savoy
  scotch south southern spanish swiss thai turkish valencia vienna vietnamese virginia west western i ii a b c d e k
  usda`),
);

/** Whether a capitalised word inside a name marks a company's product. */
export const isBrand = (word: string): boolean => !PLACES.has(word) && !/^\d/.test(word);
/** An unasked word in the head of a name makes it another food ("milk shakes" for "milk"). */
export const HEAD_FACTOR = 2.2;
/** A note in brackets ("(includes boston and bibb types)") says little against a food. */
export const NOTE_FACTOR = 0.4;

/** Cost of a word by its stem, how many of `size` names have it, and whether it is a proper name there. */
export function wordCost(word: string, names: number, size: number, proper: boolean): number {
  const known = COST_OF.get(word);
  if (known !== undefined) return known;
  if (/^\d/.test(word)) return 0.2;
  if (word.length === 1) return 0.1;
  if (proper && isBrand(word)) return PROPER_NAME;
  return (
    COMMON_WORD +
    (RARE_WORD - COMMON_WORD) * (1 - Math.min(1, Math.log(names) / Math.log(Math.max(2, size / 20))))
  );
}

/** What is usual in a group says nothing against a food of it: most soups of the table are canned. */
export const USUAL_IN_GROUP: { readonly [G in FoodGroup]?: ReadonlySet<string> } = {
  soupsSauces: new Set(words("canned condensed ready serve prepared equal volume water")),
  breakfastCereals: new Set(words("ready eat")),
  beverages: new Set(words("canned bottled brewed")),
  fatsOils: new Set(words("salad cooking")),
  fastFoods: new Set(words("fast food")),
};

/** How far a food group stands behind plain foods with an equally good name, in points. */
export const GROUP_COST: { readonly [G in FoodGroup]: number } = {
  dairyEgg: 0,
  spicesHerbs: 0,
  babyFoods: 6,
  fatsOils: 0.2,
  poultry: 0,
  soupsSauces: 0.8,
  sausagesLuncheonMeats: 1.2,
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
  sweets: 0.9,
  grainsPasta: 0,
  fastFoods: 1,
  meals: 1.2,
  snacks: 0.8,
  nativeFoods: 2.5,
  restaurantFoods: 1.5,
};

/** Groups whose raw foods are sold dry, and are called so. */
export const SOLD_DRY: ReadonlySet<FoodGroup> = new Set<FoodGroup>(["legumes", "grainsPasta"]);

/** A food on the list of plain foods that the table marks as such. */
export const PLAIN_FOOD_BONUS = 0.6;
/** The table began with the everyday foods and grew by variants: the last name stands this far behind the first. */
export const LATER_ENTRY_COST = 0.4;
