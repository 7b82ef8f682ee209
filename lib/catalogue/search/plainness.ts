import type { FoodGroup } from "../groups";
import { stem } from "./words";

/**
 * Plainness of food names. "tomatoes" does not mean canned, breaded or branded ones, so each word of a name that is not
 * in the query has a cost, defined here in points of the score. A matched word in the head of a name earns 10.
 */
const words = (list: string): string[] => list.trim().split(/\s+/).map(stem);

/**
 * First segments that only state a category ("shelf"); the food's own name is the segment after them. The number is the
 * cost of the shelf: 0 for fish and nuts, more for sweets and snacks, which are products.
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

/** Manufacturers that are a segment of their own before the food ("Cereals ready-to-eat, Quaker, …"). */
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

/** Endings of names of generic entries. */
export const GENERAL_ENTRY =
  /\b(?:all (?:commercial )?(?:varieties|types|classes)|year round average|mixed species|NFS|not further specified)\b/i;
export const GENERAL_ENTRY_BONUS = 0.4;

/** Segments of one word that name a part of the food ("Potatoes, raw, skin"). */
export const PARTS: ReadonlySet<string> = new Set(
  words("skin leaf stalk peel stem giblets fat gizzard neck feet ear tail bone backfat"),
);
export const PART_COST = 1.2;

/** Factor for words after "without" and "in", and in alternatives ("a or b"), which do not change the food. */
export const ABSENT_FACTOR = 0.2;
export const AROUND_FACTOR = 0.5;
export const EITHER_FACTOR = 0.5;

/** Cost from which a word names another food made of the one in the head: flour, bran, sprouts. */
const ANOTHER_FOOD = 1.6;

/** Cost of an organ, which is not meant by the animal's name. */
export const ORGAN_COST = 2.5;

const COSTS: readonly (readonly [cost: number, words: string])[] = [
  // No meaning, or meant anyway.
  [
    0,
    `raw whole fresh plain regular all and or of in the with from as a by to for on type no not types variety varieties
    style average year round commercial commercially classes class includes kind ns nfs common prepared made ripe mature
    edible portion fluid only meat can be from gram ounce oz per milkfat`,
  ],
  // Usual ways of cooking, cutting or growing a plain food.
  [
    0.15,
    `cooked boiled drained unsalted roasted baked broiled grilled heat dry moist skin flesh seeds enriched unenriched sliced pre
    without long grain lean separable trimmed retail cuts skinless boneless domestic choice select grades added red white green
    yellow home recipe hard bulb solids steamed water vitamin packed protein calcium sulfate magnesium chloride nigari propionate
    groats shelf stable`,
  ],
  [
    0.4,
    "unheated heated braised stewed simmered fried pan browned scrambled poached kernels kernel halves pieces cut ready",
  ],
  // Another food made of it.
  [
    0.8,
    "juice frozen smoked cured pickled unsweetened sweetened syrup light heavy extra low reduced less lowfat nonfat free diet salted salt",
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
  // Flavours: "almond milk" and "yogurt" mean the plain ones.
  [ANOTHER_FOOD, "chocolate vanilla strawberry cinnamon maple caramel honey mocha"],
  // Parts not meant by the animal's name, and imitations.
  [
    ORGAN_COST,
    "liver heart kidney kidneys tongue lung spleen pancreas thymus tripe suet rendered by products",
  ],
  [4, "infant babyfood toddler baby meatless"],
];

const COST_OF: ReadonlyMap<string, number> = new Map(
  COSTS.flatMap(([cost, list]) => words(list).map((word) => [word, cost] as const)),
);

/** Whether a word, by its stem, only describes how a food is cooked, cut, packed or coloured. */
export const saysOnlyForm = (word: string): boolean => {
  const cost = COST_OF.get(word);
  return /^\d/.test(word) || (cost !== undefined && cost < ANOTHER_FOOD);
};

/** Costs of a word without a rule: between a word of many names and a word of a single name. */
const COMMON_WORD = 0.5;
export const RARE_WORD = 1.2;
/** Cost of a capital inside a name: a company or its product. The first counts once per name, see BRAND_COST. */
const PROPER_NAME = 0.5;
/** A name of a company's product. */
export const BRAND_COST = 2;
/** Capitalised words that are not brands. */
const PLACES: ReadonlySet<string> = new Set(
  words(`alaska alaskan african american asian atlantic bengal brazil british brussels california canadian chinese cuban
  danish dutch english european florida french german granny greek hawaii hungarian indian irish italian japanese korean
  latino mediterranean mexican monterey moroccan new england northern oriental pacific persian polish russian savoy
  scotch south southern spanish swiss thai turkish valencia vienna vietnamese virginia west western i ii a b c d e k
  usda`),
);

/** Whether a capitalised word inside a name marks a company's product. */
export const isBrand = (word: string): boolean => !PLACES.has(word) && !/^\d/.test(word);
/** Factor for words in the head of a name, where they make another food ("milk shakes" for "milk"). */
export const HEAD_FACTOR = 2.2;
/** Factor for notes in brackets ("(includes boston and bibb types)"). */
export const NOTE_FACTOR = 0.4;

/** Cost of a word by its stem, the number of the `size` names that contain it, and whether it is capitalised there. */
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

/** Words without cost in a group where they are usual: most soups of the table are canned. */
export const USUAL_IN_GROUP: { readonly [G in FoodGroup]?: ReadonlySet<string> } = {
  soupsSauces: new Set(words("canned condensed ready serve prepared equal volume water")),
  breakfastCereals: new Set(words("ready eat")),
  beverages: new Set(words("canned bottled brewed")),
  fatsOils: new Set(words("salad cooking")),
  fastFoods: new Set(words("fast food")),
};

/** Cost of a food group, in points: how far its foods rank behind plain foods with an equally good name. */
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

/** Groups whose raw foods are sold dry and named so. */
export const SOLD_DRY: ReadonlySet<FoodGroup> = new Set<FoodGroup>(["legumes", "grainsPasta"]);

/** Points for foods on the list of plain foods. */
export const PLAIN_FOOD_BONUS = 0.6;
/** Points by which the last name of the table ranks behind the first: everyday foods have the lower numbers. */
export const LATER_ENTRY_COST = 0.4;

/** Points by which typical dishes rank behind foods of a table with an equally good name. */
export const DISH_COST = 0.3;
/** The same where a dish is found by another name, and the factor on words of that name that nobody asked for. */
export const DISH_NAME_COST = 1;
export const DISH_UNASKED = 3;
