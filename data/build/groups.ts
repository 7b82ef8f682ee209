import { FOOD_GROUP_IDS, FOOD_GROUPS, type FoodGroup } from "@/lib/catalogue";

const BY_CODE: ReadonlyMap<string, FoodGroup> = new Map([
  ...FOOD_GROUP_IDS.map((id) => [FOOD_GROUPS[id].code, id] as const),
  // Ranges USDA opened when the first ones were full; every food in them is of the one group.
  ["23", "beef"],
  ["27", "soupsSauces"],
  ["28", "bakedProducts"],
  ["31", "vegetables"],
  ["32", "meals"],
  ["33", "babyFoods"],
]);

/** For the mixed ranges (42…, 43…, 44… and single numbers), by the beginning of the short description. */
const BY_TITLE: readonly (readonly [RegExp, FoodGroup])[] = [
  [/^BABYFOOD|^INF FORM/, "babyFoods"],
  [/^(MARGARINE|MAYONNAISE|SALAD DR|CREAMY DR|CRMY DR|OIL,|VEGETABLE OIL|BUTTER REPL)/, "fatsOils"],
  [
    /^(TURKEY HAM|BOLOGNA|FRANKFURTER, (BF|MEAT|LO NA)|TURKEY AND PORK SAUSAGE|PORK SAUSAGE|BEEF, BOLOGNA)/,
    "sausagesLuncheonMeats",
  ],
  [
    /^(MILK DSSRT|FROZEN YOG|YOGURT, FRZ|FROZ NOV|FROZEN NOV|ICE CR|CAND|SYRUP|PECTIN|JELL|JAM|PIE FILL|PUDD|CHEWING|SWEETENERS)/,
    "sweets",
  ],
  [
    /^(TOFU|BEANS,|SOYBEAN|VERMICELLI, MADE FROM SOY|PEANUT BUTTER|CHICKEN, MEATLESS|FRANKFURTER, MEATLESS|LUNCHEON SLICES, MEATLESS|MEATBALLS, MEATLESS|VEGETARIAN|SANDWICH SPREAD, MEATLESS|BACON BITS|PAPAD|GUMS)/,
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

/** The food group of a food. @throws Error when no rule places it. */
export function groupOf(ndb: string, title: string): FoodGroup {
  const group = BY_CODE.get(ndb.slice(0, 2)) ?? BY_TITLE.find(([pattern]) => pattern.test(title))?.[1];
  if (group === undefined) throw new Error(`No food group for ${ndb} ${title}`);
  return group;
}
