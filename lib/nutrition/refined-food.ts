import type { FoodDescriptor } from "./food-kind";

/*
 * Classifies foods as refined grains, sugars or sweets by name and group in the food table. "Refined grain" as in the
 * Dietary Guidelines for Americans 2020–2025 (Appendix 3): milled so that bran and germ are removed. Foods that may be
 * either, own foods and mixed dishes are unknown.
 */

export type RefinedKind = "refined-grain" | "sugar-or-sweet" | "sweet-drink";

const WHOLE =
  /\b(whole[ -](wheat|grain)|whole-groat|brown rice|multi-?grain|mixed-grain|graham|oat|oats|oatmeal|rye|pumpernickel|bran|germ|sprouted|quinoa|buckwheat|soba|51% whole)\b/i;

const REFINED_GRAIN =
  /^(rice, white|rice flour, white|rice noodles|semolina|couscous|cornstarch|tapioca|arrowroot|pasta|macaroni|spaghetti|noodles|wheat flours?,? (white|bread)|corn flour, .*degermed|cornmeal, .*degermed|cornmeal, degermed|sorghum flour, refined|rye flour, light)\b/i;
const WHOLE_GRAIN =
  /^(amaranth grain|barley, hulled|buckwheat|bulgur|corn grain|corn flour, whole|cornmeal, whole|corn bran|millet|oats?|oat bran|quinoa|rice, brown|rice flour, brown|rice bran|rye grain|rye flour, dark|sorghum grain|sorghum flour, whole|spelt|teff|triticale|wheat, |wheat bran|wheat germ|wheat flour, whole|wild rice|pasta, whole-wheat)/i;

/** Baked goods of white flour, sweet or not, that the table names without "whole". */
const WHITE_BAKED =
  /^(bread, (white|french|italian|pita, white|naan, plain|chapati or roti, plain|pan dulce|roll, mexican)|bread crumbs|bread, (crumbs|sticks, plain)|bagels, (plain|egg)|biscuits|cake|coffeecake|cinnamon buns|cookies?|cracker meal|crackers, (saltines|matzo, (plain|egg)|milk|cream|standard snack-type|melba toast, plain)|cream puff|croissants|croutons, plain|danish pastry|doughnuts|english muffins, plain|focaccia|ice cream cones|muffins, (blueberry|plain|corn)|pancakes|pan dulce|pastry|phyllo dough|pie|popovers|puff pastry|rolls, (dinner, (plain|egg)|french|hard|hamburger or hot ?dog, plain)|strudel|sweet rolls|tart|toaster pastries|tortillas, .*\bflour\b|waffles?, plain|wonton wrappers)\b/i;
const WHOLE_BAKED =
  /^(bread|rolls|english muffins|tortillas|crackers),? .*\b(whole[ -]wheat|whole[ -]grain)\b/i;

const PARTLY_WHOLE = /\bincludes whole-grain|with whole wheat|whole grain white|tapioca|sandwich/i;

/** Foods in the table's group of sweets without sugar: unsweetened cocoa and chocolate, pectin, gums, sugar-free. */
const UNSWEET =
  /\b(unsweetened|pectin|rennin|gelatins, dry powder, unsweetened|sugar[ -]free|low calorie|no sugar added|without added sugar|no sugar|aspartame|saccharin|sucralose)\b|^(gums|sweeteners?, (sugar substitute|herbal)|chewing gum, sugarless|gelatins?,)/i;
const SWEETENED_DRINK =
  /\b(cola|root beer|ginger ale|tonic water|cream soda|lemon-lime soda|grape soda|orange soda|lemonade|limeade|fruit punch|energy drink|sports drink|cocktail|drink, sweetened|presweetened|with sugar)\b/i;
const PLAIN_DRINK =
  /^((beverages|tea|water|alcoholic beverages?),?\b).*\b(water|tea|coffee|beer|wine|distilled)\b/i;
const DIET_DRINK =
  /\b(diet|low[ -]calorie|sugar[ -]free|unsweetened|without sugar|aspartame|sucralose|reduced sugar|zevia|light)\b/i;

/** Groups that are neither grain nor sweet in themselves; sweetened or breaded foods in them may be either. */
const PLAIN_GROUPS: ReadonlySet<string> = new Set([
  "dairyEgg",
  "spicesHerbs",
  "fatsOils",
  "poultry",
  "fruits",
  "pork",
  "vegetables",
  "nutsSeeds",
  "beef",
  "fishShellfish",
  "legumes",
  "lambVealGame",
]);
const MAY_HOLD_EITHER =
  /\b(sweetened|syrup|sugar(ed)?|honey|candied|chocolate|flavou?red|vanilla|fruit variety|eggnog|shake|breaded|batter|coated|fried|floured?|stuffing|pie|dressing|nuggets|patty|patties|loaf|sauce|drink|cocktail|imitation|meatless|creamed|glazed|pudding|frozen novelties|butterscotch|dulce)\b/i;

const bakedKind = (name: string): RefinedKind | "other" | null => {
  if (WHOLE_BAKED.test(name) && !PARTLY_WHOLE.test(name)) return "other";
  return WHITE_BAKED.test(name) && !WHOLE.test(name) ? "refined-grain" : null;
};

const grainKind = (name: string): RefinedKind | "other" | null => {
  if (WHOLE_GRAIN.test(name)) return "other";
  return REFINED_GRAIN.test(name) && !WHOLE.test(name) && !/\bgluten-free\b/i.test(name)
    ? "refined-grain"
    : null;
};

const drinkKind = (name: string): RefinedKind | "other" | null => {
  if (DIET_DRINK.test(name)) return "other";
  if (SWEETENED_DRINK.test(name)) return "sweet-drink";
  return PLAIN_DRINK.test(name) && !MAY_HOLD_EITHER.test(name) && !/\b(mix|powder|liqueur)\b/i.test(name)
    ? "other"
    : null;
};

/**
 * Kind of a food: refined grain, sugar or sweet, sweet drink; `other` when certainly none of them; null when name and
 * group do not decide.
 */
export const refinedKindOf = ({ name, group }: FoodDescriptor): RefinedKind | "other" | null => {
  if (PLAIN_GROUPS.has(group)) return MAY_HOLD_EITHER.test(name) ? null : "other";
  switch (group) {
    case "grainsPasta":
      return grainKind(name);
    case "bakedProducts":
      return bakedKind(name);
    case "sweets":
      return UNSWEET.test(name) ? null : "sugar-or-sweet";
    case "beverages":
      return drinkKind(name);
    case "breakfastCereals":
      return /^cereals, (oats|quaker, oatmeal)\b/i.test(name) &&
        !/\b(instant|maple|flavou?red|sugar)\b/i.test(name)
        ? "other"
        : null;
    default:
      return null;
  }
};

/** The energy of one food over a number of days. */
export type RefinedItem = {
  /** kcal; null where an entry lacks an energy value. */
  readonly energyKcal: number | null;
  readonly kind: RefinedKind | "other" | null;
};

/** Shares of the known energy, 0 to 1, with the sum 1. */
export type RefinedShare = {
  readonly energyKcal: number;
  readonly refined: number;
  readonly byKind: { readonly [K in RefinedKind]: number };
  readonly other: number;
  /** Foods of unknown kind. */
  readonly unknown: number;
  /** Number of foods with entries that lack an energy value; in none of the shares. */
  readonly withoutEnergy: number;
};

/** Shares of energy from refined grains, sugars and sweets; null when no energy is known. */
export const refinedShareOf = (items: readonly RefinedItem[]): RefinedShare | null => {
  const byKind = { "refined-grain": 0, "sugar-or-sweet": 0, "sweet-drink": 0 };
  let [energy, other, unknown, withoutEnergy] = [0, 0, 0, 0];
  for (const { energyKcal, kind } of items) {
    if (energyKcal === null) {
      withoutEnergy += 1;
      continue;
    }
    energy += energyKcal;
    if (kind === null) unknown += energyKcal;
    else if (kind === "other") other += energyKcal;
    else byKind[kind] += energyKcal;
  }
  if (energy <= 0) return null;
  const share = (part: number) => part / energy;
  const kinds = {
    "refined-grain": share(byKind["refined-grain"]),
    "sugar-or-sweet": share(byKind["sugar-or-sweet"]),
    "sweet-drink": share(byKind["sweet-drink"]),
  };
  return {
    energyKcal: energy,
    refined: kinds["refined-grain"] + kinds["sugar-or-sweet"] + kinds["sweet-drink"],
    byKind: kinds,
    other: share(other),
    unknown: share(unknown),
    withoutEnergy,
  };
};
