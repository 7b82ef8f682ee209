import type { FoodGroup } from "@/lib/catalogue";
import { refuse } from "./refusal";

/**
 * The categories of What We Eat in America (four digits, from … to) by our food groups. Dishes that are bought ready to
 * eat (pizza, burgers, tacos, sandwiches) are fast foods, as in USDA's own groups.
 */
const RANGES: readonly (readonly [from: number, to: number, group: FoodGroup])[] = [
  [1000, 1399, "dairyEgg"],
  [1400, 1499, "dairyEgg"],
  [1600, 1899, "dairyEgg"],
  [1900, 1999, "beverages"],
  [2002, 2005, "beef"],
  [2006, 2007, "pork"],
  [2008, 2009, "lambVealGame"],
  [2010, 2011, "beef"],
  [2200, 2299, "poultry"],
  [2400, 2499, "fishShellfish"],
  [2500, 2599, "dairyEgg"],
  [2602, 2603, "sausagesLuncheonMeats"],
  [2604, 2605, "pork"],
  [2606, 2699, "sausagesLuncheonMeats"],
  [2802, 2803, "legumes"],
  [2804, 2805, "nutsSeeds"],
  [2806, 2899, "legumes"],
  [3000, 3399, "meals"],
  [3400, 3499, "meals"],
  [3500, 3799, "fastFoods"],
  [3800, 3899, "soupsSauces"],
  [4000, 4099, "grainsPasta"],
  [4200, 4499, "bakedProducts"],
  [4600, 4899, "breakfastCereals"],
  [5000, 5099, "snacks"],
  [5200, 5299, "bakedProducts"],
  [5400, 5499, "snacks"],
  [5500, 5599, "bakedProducts"],
  [5700, 5899, "sweets"],
  [6000, 6099, "fruits"],
  [6400, 6899, "vegetables"],
  [7000, 7007, "fruits"],
  [7008, 7009, "vegetables"],
  [7100, 7899, "beverages"],
  [8002, 8005, "fatsOils"],
  [8006, 8009, "dairyEgg"],
  [8010, 8099, "fatsOils"],
  [8400, 8405, "soupsSauces"],
  [8406, 8407, "spicesHerbs"],
  [8408, 8409, "vegetables"],
  [8410, 8499, "soupsSauces"],
  [8800, 8899, "sweets"],
  [9000, 9499, "babyFoods"],
  [9602, 9603, "dairyEgg"],
  [9800, 9899, "beverages"],
];

/** "Not included in a food category": ingredients and parts of dishes, placed by what their names say. */
const BY_NAME: readonly (readonly [RegExp, FoodGroup])[] = [
  [/\b(?:oil|shortening|fat|lard|dressing)\b/i, "fatsOils"],
  [/\b(?:sauce|gravy|soup|dip|salsa)\b/i, "soupsSauces"],
  [/\b(?:cheese|milk|egg|cream|yogurt)\b/i, "dairyEgg"],
  [/\b(?:sugar|syrup|honey|candy|topping|icing)\b/i, "sweets"],
  [/\b(?:bread|crust|roll|bun|tortilla|breading|batter)\b/i, "bakedProducts"],
  [/\b(?:flour|rice|pasta|noodles?|oats?|bran|cornstarch)\b/i, "grainsPasta"],
  [/\b(?:salt|spices?|seasoning|vinegar|herbs?|mustard)\b/i, "spicesHerbs"],
  [/\b(?:chicken|turkey)\b/i, "poultry"],
  [/\bbeef\b/i, "beef"],
  [/\bpork\b/i, "pork"],
  [/\b(?:fish|shrimp|tuna|seafood)\b/i, "fishShellfish"],
  [/\b(?:beans?|peas|soy|tofu)\b/i, "legumes"],
  [/\b(?:nuts?|seeds?|peanuts?)\b/i, "nutsSeeds"],
  [/\b(?:vegetables?|tomato\w*|potato\w*|onions?|lettuce)\b/i, "vegetables"],
  [/\b(?:fruits?|berries|juice)\b/i, "fruits"],
];

/**
 * Our food group of a category of What We Eat in America.
 * @param name of the food, which decides where the category is 9999, "not included"
 * @throws AppError invalid when there is no such category
 */
export function groupOfWweia(category: string, where: string, name = ""): FoodGroup {
  const number = Number(category);
  if (number === 9999) return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? "meals";
  const group = RANGES.find(([from, to]) => number >= from && number <= to)?.[2];
  return group ?? refuse(where, `“${category}” is no category of What We Eat in America`);
}
