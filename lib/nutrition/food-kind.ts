/**
 * The properties of a food that the rules for preparation and absorption use: its name as in the food table ("Beans,
 * kidney, all types, mature seeds, raw") and its group.
 */
export type FoodDescriptor = {
  readonly name: string;
  /** Group id of the food table (`legumes`, `grainsPasta` …), or any other text for own foods. */
  readonly group: string;
  /** As recorded in the food table; when absent it is inferred from the name. */
  readonly highOxalate?: boolean;
};

/** Kinds of raw or dry foods that preparations apply to. */
export type PreparationKind =
  | "pulse"
  | "soybean"
  | "whole-grain"
  | "pasta"
  | "whole-flour"
  | "whole-bread"
  | "nut-or-seed"
  | "starchy-root"
  | "vegetable";

const has = (name: string, pattern: RegExp): boolean => pattern.test(name);

const DONE =
  /\b(cooked|boiled|baked|canned|fried|roasted|toasted|prepared|sprouted|steamed|microwaved|pickled|dehydrated|paste|butter|meal|cream|milk|water|protein|isolate|glazed|sweetened|frozen)\b/i;
const PROCESSED_GRAIN =
  /\b(noodles|bran|germ|malt|starch|hominy|gluten|tapioca|couscous|semolina|bulgur|pearl(ed)?|popcorn)\b/i;
const WHOLE_GRAIN =
  /^(amaranth grain|barley, hulled|buckwheat|corn grain|millet|oats|quinoa|rice, brown|rye grain|sorghum grain|spelt|teff|triticale|wheat,|wild rice)/i;
const WHOLE_FLOUR =
  /\bflour\b.*\b(whole-grain|whole-groat|dark|brown)\b|^(barley flour or meal|millet flour|triticale flour, whole-grain)/i;
const PASTA = /^(pasta|macaroni|spaghetti|noodles, (egg|japanese)|rice noodles)\b/i;
const WHOLE_BREAD = /^(bread|rolls)\b.*\b(whole-wheat|whole-grain|whole grain|rye|pumpernickel)\b/i;
const ROOT = /^(cassava|taro|yam|malanga|tannier|yautia)\b/i;
/** Names that match a root but are leaf vegetables. */
const NOT_A_ROOT = /\b(leaves|shoots)\b/i;
/** Eaten raw, or not vegetables that are boiled and drained. */
const NEVER_BOILED = /^(arugula|cornsalad|cucumber|lettuce|radicchio|seaweed|wasabi)\b/i;
const NUT_PRODUCT = /\b(flour|formulated|mixed nuts|coconut|oil)\b/i;

/**
 * Kind of a raw or dry food, which decides its preparations. Null for ready-to-eat, mixed or cooked foods: their table
 * values already include the preparation.
 */
export const preparationKindOf = ({ name, group }: FoodDescriptor): PreparationKind | null => {
  const uncooked = has(name, /\b(uncooked|unprepared)\b/i);
  const done = !uncooked && has(name, DONE);
  switch (group) {
    case "legumes":
      if (!has(name, /\braw\b/i) || done || has(name, /\bflour\b/i)) return null;
      if (has(name, /^peanuts/i)) return "nut-or-seed";
      return has(name, /^soybeans/i) ? "soybean" : "pulse";
    case "grainsPasta":
      if (has(name, WHOLE_FLOUR)) return "whole-flour";
      if (done || has(name, /\bflours?\b|\bcornmeal\b/i)) return null;
      if (has(name, PASTA)) return has(name, /\b(dry|uncooked)\b/i) ? "pasta" : null;
      return has(name, WHOLE_GRAIN) && !has(name, PROCESSED_GRAIN) ? "whole-grain" : null;
    case "bakedProducts":
      return has(name, WHOLE_BREAD) && !has(name, /\b(sourdough|gluten-free)\b/i) ? "whole-bread" : null;
    case "nutsSeeds":
      return done || has(name, NUT_PRODUCT) ? null : "nut-or-seed";
    case "vegetables":
      if (!has(name, /\braw\b/i) || done) return null;
      if (has(name, ROOT) && !has(name, NOT_A_ROOT)) return "starchy-root";
      return has(name, NEVER_BOILED) ? null : "vegetable";
    default:
      return null;
  }
};
