import { FOOD_GROUP_IDS, FOOD_GROUPS, type FoodGroup } from "@/lib/catalogue";

const BY_CODE: ReadonlyMap<string, FoodGroup> = new Map([
  ...FOOD_GROUP_IDS.map((id) => [FOOD_GROUPS[id].code, id] as const),
  // Ranges that USDA opened when the first ones were full; all foods in them belong to one group.
  ["23", "beef"],
  ["27", "soupsSauces"],
  ["28", "bakedProducts"],
  ["31", "vegetables"],
  ["32", "meals"],
  ["33", "babyFoods"],
]);

/** SR Legacy's names of the groups. */
const BY_CATEGORY: ReadonlyMap<string, FoodGroup> = new Map([
  ["American Indian/Alaska Native Foods", "nativeFoods"],
  ["Baby Foods", "babyFoods"],
  ["Baked Products", "bakedProducts"],
  ["Beef Products", "beef"],
  ["Beverages", "beverages"],
  ["Breakfast Cereals", "breakfastCereals"],
  ["Cereal Grains and Pasta", "grainsPasta"],
  ["Dairy and Egg Products", "dairyEgg"],
  ["Fast Foods", "fastFoods"],
  ["Fats and Oils", "fatsOils"],
  ["Finfish and Shellfish Products", "fishShellfish"],
  ["Fruits and Fruit Juices", "fruits"],
  ["Lamb, Veal, and Game Products", "lambVealGame"],
  ["Legumes and Legume Products", "legumes"],
  ["Meals, Entrees, and Side Dishes", "meals"],
  ["Nut and Seed Products", "nutsSeeds"],
  ["Pork Products", "pork"],
  ["Poultry Products", "poultry"],
  ["Restaurant Foods", "restaurantFoods"],
  ["Sausages and Luncheon Meats", "sausagesLuncheonMeats"],
  ["Snacks", "snacks"],
  ["Soups, Sauces, and Gravies", "soupsSauces"],
  ["Spices and Herbs", "spicesHerbs"],
  ["Sweets", "sweets"],
  ["Vegetables and Vegetable Products", "vegetables"],
]);

/** Snacks with numbers in the range of sweets. */
const SNACKS_AMONG_SWEETS =
  /^(SNACKS|SCHIFF|BEEF JERKY|CORN-BASED|CORNNUTS|CRISPED RICE|FRUIT LEATHER|GRANOLA|ORIENTAL MIX|POPCORN|PORK SKINS|POTATO CHIPS|PRETZELS|RICE CAKES|TORTILLA CHIPS|TRAIL MIX|BANANA CHIPS|SESAME STKS|CORN CAKES|CHEESE PUFFS|TARO CHIPS)/i;

/** For the mixed ranges (42…, 43…, 44… and single numbers), by the beginning of the short description. */
const BY_TITLE: readonly (readonly [RegExp, FoodGroup])[] = [
  [/^BABYFOOD|^INF FORM/, "babyFoods"],
  [/^(MARGARINE|MAYONNAISE|SALAD DR|CREAMY DR|CRMY DR|OIL,|VEGETABLE OIL|BUTTER REPL)/, "fatsOils"],
  [
    /^(TURKEY HAM|BOLOGNA|FRANKFURTER, (BF|MEAT|LO NA)|TURKEY AND PORK SAUSAGE|PORK SAUSAGE|BEEF, BOLOGNA)/,
    "sausagesLuncheonMeats",
  ],
  [
    /^(MILK DSSRT|FROZEN YOG|YOGURT, FRZ|FROZ NOV|FROZEN NOV|ICE CR|CAND|SYRUP|PECTIN|JELLIES|JAM|PIE FILL|PUDD|CHEWING|SWEETENERS|GUMS)/,
    "sweets",
  ],
  [
    /^(TOFU|BEANS,|SOYBEAN|VERMICELLI, MADE FROM SOY|PEANUT BUTTER|CHICKEN, MEATLESS|FRANKFURTER, MEATLESS|LUNCHEON SLICES, MEATLESS|MEATBALLS, MEATLESS|VEGETARIAN|SANDWICH SPREAD, MEATLESS|BACON BITS|PAPAD)/,
    "legumes",
  ],
  [/^(CHEESE|MILK|YOGURT|EGGS|CREAM SUB|WHIPPED|IMITATION CHS)/, "dairyEgg"],
  [/^(BEV|ALCOHOL|FLUID REPL|CRANBERRY JUC, UNSW)/, "beverages"],
  [/^(CEREALS RTE|MILLET, PUFFED)/, "breakfastCereals"],
  [/^(RICE CAKE|SNACKS|POTATO CHIPS|GRANOLA|BREAKFAST BAR|PRETZELS|POPCORN)/, "snacks"],
  [/^(TURKEY|QUAIL|PHEASANT|DOVE)/, "poultry"],
  [/^PORK/, "pork"],
  [/^(RADISH|CABBAGE|EGGPLANT|POTATOES|VEGETABLES|TURNIP|HEARTS OF PALM|TOMATO AND VEG)/, "vegetables"],
  [/^TOMATO SAU/, "vegetables"],
  [/^ROLLS/, "bakedProducts"],
  [/^(YEAST EXTRACT)/, "soupsSauces"],
  [/^CELERY FLAKES/, "spicesHerbs"],
  [/^VITAL WHEAT/, "grainsPasta"],
  [/^(FROG|MACKEREL|SCALLOP|SNAIL|TURTLE|JELLYFISH)/, "fishShellfish"],
];

/**
 * The food group of a food: SR Legacy's own where its description was recognised, else the range of its number.
 * @throws Error when no rule places it.
 */
export function groupOf(ndb: string, title: string, category: string | undefined): FoodGroup {
  const official = category === undefined ? undefined : BY_CATEGORY.get(category);
  if (category !== undefined && official === undefined)
    throw new Error(`Unknown SR Legacy category ${category}`);
  if (official !== undefined) return official;
  const code = ndb.slice(0, 2);
  if (code === "19" && SNACKS_AMONG_SWEETS.test(title)) return "snacks";
  const group = BY_CODE.get(code) ?? BY_TITLE.find(([pattern]) => pattern.test(title))?.[1];
  if (group === undefined) throw new Error(`No food group for ${ndb} ${title}`);
  return group;
}
