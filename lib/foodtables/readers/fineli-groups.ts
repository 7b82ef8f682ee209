import type { FoodGroup } from "@/lib/catalogue";
import { refuse } from "./refusal";

/** Classes of ingredients that decide where the class of use is wider than our groups. */
const BY_INGREDIENT: { readonly [code: string]: FoodGroup } = {
  BEEF: "beef",
  PORK: "pork",
  POULTRY: "poultry",
  LAMM: "lambVealGame",
  GAME: "lambVealGame",
  FRUITTOT: "fruits",
  NUTSEED: "nutsSeeds",
  OATLIQ: "beverages",
  CEROTLIQ: "beverages",
  LEGULIQ: "beverages",
  BABYFOOD: "babyFoods",
  MMILK: "babyFoods",
  PEABEAN: "legumes",
  LEGUPROD: "legumes",
  SOYAPROD: "legumes",
  SUGARSYR: "sweets",
  SWEAGE: "sweets",
  SALT: "spicesHerbs",
  HERB: "spicesHerbs",
  FLAVSEED: "spicesHerbs",
  STARCH: "grainsPasta",
};

/** Classes of use, and above them their upper classes. */
const BY_USE: { readonly [code: string]: FoodGroup } = {
  FRUFRESH: "fruits",
  FRUDITOT: "fruits",
  BERFRESH: "fruits",
  LEGUTOT: "legumes",
  VEGDITOT: "vegetables",
  VEGSOUP: "soupsSauces",
  VEGSAUC: "soupsSauces",
  SALADTOT: "vegetables",
  POTATOT: "vegetables",
  CEBAKTOT: "bakedProducts",
  RICEADD: "grainsPasta",
  PASTAADD: "grainsPasta",
  FLOUR: "grainsPasta",
  PORR: "breakfastCereals",
  CERBRKF: "breakfastCereals",
  CERBAR: "snacks",
  PIZZA: "fastFoods",
  SANDWICH: "fastFoods",
  MILKDTOT: "dairyEgg",
  ICECREAM: "sweets",
  MILKPUDD: "sweets",
  FATTOT: "fatsOils",
  EGGDISH: "dairyEgg",
  FISHDTOT: "fishShellfish",
  MEATDTOT: "meals",
  MSTEAK: "beef",
  MEATSOUP: "soupsSauces",
  POULTRY: "poultry",
  MEATPROD: "sausagesLuncheonMeats",
  SAUSCUTS: "sausagesLuncheonMeats",
  MEATCUTS: "sausagesLuncheonMeats",
  SAUSAGE: "sausagesLuncheonMeats",
  OFFALDI: "beef",
  BEVTOT: "beverages",
  ALCTOT: "beverages",
  SUGARTOT: "sweets",
  SPICES: "spicesHerbs",
  MISCTOT: "soupsSauces",
  INGRMISC: "spicesHerbs",
  SNACKTOT: "snacks",
  SNACKVEG: "nutsSeeds",
  SNACKSAV: "snacks",
  BABYFTOT: "babyFoods",
  MMILK: "babyFoods",
  SPECTOT: "beverages",
};

/** Uses that name one of our groups whatever the ingredient is: a fruit juice is a fruit, a sausage of game a sausage. */
const USE_DECIDES = new Set([
  "SAUSCUTS",
  "MEATCUTS",
  "SAUSAGE",
  "MEATPROD",
  "SNACKSAV",
  "CERBAR",
  "FLOUR",
  "PASTAADD",
]);

/**
 * Our food group of Fineli's classes.
 * @throws AppError invalid when the upper class of use is not known
 */
export function groupOfFineli(
  classes: {
    readonly use: string;
    readonly useTop: string;
    readonly ingredient: string;
    readonly ingredientTop: string;
  },
  where: string,
): FoodGroup {
  const { use, useTop, ingredient, ingredientTop } = classes;
  const byUse = BY_USE[use] ?? BY_USE[useTop];
  if (byUse === undefined) return refuse(where, `“${use}” (${useTop}) is no class of use that is known`);
  if (USE_DECIDES.has(use)) return byUse;
  const byIngredient = BY_INGREDIENT[ingredient] ?? BY_INGREDIENT[ingredientTop];
  return byIngredient ?? byUse;
}
