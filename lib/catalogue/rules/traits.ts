import { CONTENTS, type Content } from "@/lib/nutrition";
import type { FoodGroup } from "../groups";
import type { ArticlePick, FoodTraits } from "../traits";
import { isBranded, isSimple, names } from "./contents";
import { oxalateOf } from "./oxalate";

type Known = boolean | null;
type Food = { readonly name: string; readonly group: FoodGroup };

const MEAT_GROUPS: ReadonlySet<FoodGroup> = new Set([
  "beef",
  "pork",
  "lambVealGame",
  "poultry",
  "sausagesLuncheonMeats",
]);
/** Groups whose foods are one thing each, so that what the description does not name is not in them. */
const SIMPLE_GROUPS: ReadonlySet<FoodGroup> = new Set([
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
  "grainsPasta",
]);
const PLANT_GROUPS: ReadonlySet<FoodGroup> = new Set(["fruits", "vegetables", "nutsSeeds", "bakedProducts"]);
const isFlesh = (content: Content): boolean => ["meat", "pork", "fish", "shellfish"].includes(content);
const MILK_FIRST =
  /^(?:milk|yogurts?|kefir|cheese|cream|sour cream|butter|whey|ice creams?|light ice cream|fat free ice cream|frozen yogurts?|dulce de leche)\b(?!.*(?:substitute|imitation|replacement|human))/;
/** Groups in which meat or fish, where there is any, is always named. */
const NAMES_MEAT: ReadonlySet<FoodGroup> = new Set([
  ...SIMPLE_GROUPS,
  "beverages",
  "breakfastCereals",
  "bakedProducts",
  "sweets",
]);

/** Simple foods of the mixed groups. */
const SIMPLE_ELSEWHERE: readonly (readonly [FoodGroup, RegExp])[] = [
  [
    "breakfastCereals",
    /^cereals, (?:oats, (?:regular|instant, fortified, plain)|corn grits|farina|whole wheat hot|cream of wheat, regular)|wheat germ, toasted, plain/,
  ],
  [
    "beverages",
    /^(?:beverages, (?:coffee, (?:brewed|instant, regular)|tea, [a-z]+, (?:brewed|instant)|water|carbonated, (?:club soda|cola|ginger|grape|lemon|orange|root beer|tonic)|coconut water|almond milk, (?:unsweetened|sweetened)|[a-z, ]*(?:mineral|spring) water)|water|(?:beverages, )?alcoholic beverages?, (?:wine|distilled|beer|rice|vodka|gin|rum|whiskey))/,
  ],
  [
    "sweets",
    /^(?:sugars?|honey|molasses|syrups, (?:maple|corn|sorghum|grenadine|cane)|syrup, cane|jams|jellies|jelly|marmalade|gelatin desserts? nothing|pectin)/,
  ],
  ["bakedProducts", /^leavening agents/],
  [
    "nativeFoods",
    /\b(?:raw|dried|smoked|cooked|frozen|boiled|roasted|kippered|fresh|flesh|meat|skin|blubber|oil)\b/,
  ],
  [
    "babyFoods",
    /^babyfood, (?:juice|fruit|vegetables?|apples|peaches|pears|prunes|peas|green beans|squash|carrots|sweet potatoes|beets|corn)\b(?!.*(?:with|and)\b)/,
  ],
  ["snacks", /^(?:snacks, )?popcorn, air-popped/],
];

/**
 * Foods in which 10 mg of sulphite per kg or more have been measured, or to which it is often added, without a word of it
 * in the description. The groups follow Taylor SL, Higley NA, Bush RK. Sulfites in foods. Adv Food Res 1986;30:1-76, cited
 * from memory and not read again. EU Regulation 1169/2011, annex II, requires a label from 10 mg/kg.
 */
const SULPHITES_UNSURE =
  /(?<![a-z])(?:(?<!^(?:nuts|seeds|spices|egg|whey|milk|cheese|fish|beef|leavening)\b.*)dried(?! beef)|dehydrated|freeze-dried|candied|crystallized|glace|molasses|sauerkraut|pickle|pickled|relish|(?:lemon|lime) juice|grape juice|grape (?:and|blend)|fruit blend \(grapefruit|juice blend|cider|beer|sake|vinegar|corn syrup|syrups?|starch|hominy|pectin|jams|jellies|jelly|marmalade|mushrooms?, (?:white|brown|portabella)|shrimps?|crustaceans|lobster|crayfish|scallop|abalone|potatoes, (?:frozen|mashed|hash|canned|scalloped|au gratin|o.brien)|potatoes, french fried|french fried|fruit salad|fruit cocktail|coconut (?:meat|cream|milk)|gelatin|horseradish|tomato (?:paste|puree|products)|peppers, (?:hot chili|jalapeno), canned|onions, canned|olives|capers|guacamole|instant tea|sausage|garlic|ginger root)/;

/**
 * Descriptions that leave a content open. Among them: oats are free of gluten only when kept apart from wheat;
 * gelatin may be of pork or beef; chocolate may or may not hold milk; oil is often, not always, of soy.
 */
const UNSURE: { readonly [C in Content]?: RegExp } = {
  meat: /(?<![a-z])(?:(?:bacon|ham|ham .n. cheese|beef|chicken|pork|turkey|meat)[- ]flavor|gelatin|marshmallow|gumm|gum drops|jelly ?beans|taffy|nougat|starburst|skittles|fruit leather|tortillas|refried beans(?!.*(?:vegetarian|fat-free))|pie crust|beans, baked, home|chili(?! powder|es| pepper)|gravy|broth|bouillon|consomme|tamales|shortening|animal fat)/,
  pork: /(?<![a-z])(?:(?:bacon|ham|ham .n. cheese|beef|chicken|pork|turkey|meat)[- ]flavor|gelatin|marshmallow|gumm|gum drops|jelly ?beans|taffy|nougat|starburst|skittles|fruit leather|tortillas|refried beans|pie crust|beans, baked, home|gravy|broth|bouillon|sausage|frankfurter|hot dog|luncheon|bologna|shortening|animal fat)/,
  fish: /(?<![a-z])(?:jellyfish|kimchi|caesar|surimi|agutuk)/,
  shellfish: /(?<![a-z])(?:jellyfish|kimchi|surimi|snail)/,
  dairy:
    /(?<![a-z])(?:scrambled|omelet|milk, human|margarine|dark chocolate|chocolate|creamy|cream substitute|cheese substitute|imitation|potatoes, mashed|whipped topping|dessert topping)/,
  egg: /(?<![a-z])(?:fresh-refrigerated|pasta, homemade(?!.*without egg)|ice cream|noodles, chinese|surimi|egg substitute)/,
  gluten:
    /(?<![a-z])(?:\boats?\b|oatmeal|oat bran|granola|corn flakes|rice crisp|krispies|self-rising|miso|tamari\b|soy sauce|hydrolyzed|brewer|surimi|falafel|wheat germ oil|french fried|potato puffs|breakfast)/,
  treeNuts: /(?<![a-z])(?:coconut)/,
  peanut: /(?<![a-z])(?:mixed nuts(?!.*without peanuts))/,
  soy: /(?<![a-z])(?:canned in oil|peanut butter|peanut spread|margarine|shortening|vegetable oil|mayonnaise|processed? cheese|cheese (?:food|spread|product)|pasteurized process|protein-fortified|chocolate|surimi|oil-roasted|oil roasted)/,
  alcohol: /(?<![a-z])(?:non-?alcoholic|malt beverage|cooking wine)/,
  sesame: /includes[^)]*sesame/,
  mustard:
    /(?<![a-z])(?:mustard spinach|pickle|pickled|relish|curry|spice blend|seasoning|chili powder|cured|deviled)/,
  celery:
    /(?<![a-z])(?:vegetables?, mixed|mixed vegetables|vegetable juice|vegetables and|tomato and vegetable|clam and tomato|curry|spice blend|seasoning|chili powder|pickling|cured)/,
  sulphites: SULPHITES_UNSURE,
};

function contains(content: Content, { name, group }: Food, text: string): Known {
  const meatless =
    /meatless|vegetarian|morningstar|worthington|loma linda|gardenburger|vege-|tofu/.test(text) &&
    group !== "meals";
  if (isFlesh(content) && meatless) return false;
  if (/gluten[- ]free/.test(text) && content === "gluten") return false;
  if (content === "gluten" && group === "grainsPasta") return grainGluten(text);
  if (content === "gluten" && group === "bakedProducts") {
    if (
      /^leavening agents|^tortillas, ready-to-bake or -fry, corn|^tortillas,.*\bcorn\b|rice cake/.test(text)
    )
      return false;
    return true;
  }
  if (isFlesh(content) && (group === "dairyEgg" || group === "fruits" || group === "nutsSeeds")) return false;
  if ((content === "meat" || content === "pork") && group === "fishShellfish")
    return content === "meat" && /frog|turtle/.test(text);
  if (content === "pork" && MEAT_GROUPS.has(group) && group !== "sausagesLuncheonMeats")
    return group === "pork" || names("pork", text);
  if (content === "gluten" && MEAT_GROUPS.has(group))
    return /breaded|breading|batter|flour/.test(text) ? true : isSimple(text) ? false : null;
  if (group === "fatsOils" && /^(?:oil|shortening|margarine|fat,|fish oil|vegetable oil)/.test(text)) {
    if (content === "gluten") return /wheat germ/.test(text) ? null : false;
    if (content === "dairy" && /^(?:oil|fat|fish oil)/.test(text)) return false;
  }
  if ((content === "fish" || content === "shellfish") && PLANT_GROUPS.has(group))
    return UNSURE[content]?.test(text) ? null : false;
  if ((content === "meat" || content === "pork") && /^(?:fish|crustaceans|mollusks),/.test(text))
    return false;
  if (content === "meat" && MEAT_GROUPS.has(group)) return true;
  if (content === "pork" && group === "pork") return true;
  if (content === "fish" && group === "fishShellfish" && /^fish|salmon|mackerel/.test(text)) return true;
  if (content === "treeNuts" && group === "nutsSeeds") {
    if (/^seeds,/.test(text)) return false;
    if (/coconut/.test(text)) return null;
    return /formulated/.test(text) ? null : true;
  }
  if (content === "dairy" && MILK_FIRST.test(text)) return true;
  if (content === "soy" && /soybean oil|oil, [^,]*soy/.test(text)) return true;
  // A coffee creamer, a cheese substitute: the word is there, the thing may not be.
  if (UNSURE[content]?.test(text) && !certain(content, text)) return null;
  if (names(content, text)) return true;
  const simple = isSimpleFood(group, text, name);
  if (simple) return false;
  if ((content === "fish" || content === "shellfish" || content === "alcohol") && NAMES_MEAT.has(group))
    return false;
  if ((content === "meat" || content === "pork") && NAMES_MEAT.has(group) && !MEAT_GROUPS.has(group))
    return false;
  if (content === "alcohol" && group !== "sweets") return false;
  if ((content === "fish" || content === "shellfish") && MEAT_GROUPS.has(group)) return false;
  if (content === "peanut" && (MEAT_GROUPS.has(group) || group === "soupsSauces")) return false;
  return null;
}

/** Where a plain word outweighs a doubt: milk chocolate holds milk whatever chocolate may. */
const certain = (content: Content, text: string): boolean =>
  (content === "dairy" &&
    /\bmilk chocolate|\bwith (?:whole )?milk|\bcheese\b(?! substitute)|ice cream/.test(text) &&
    names("dairy", text)) ||
  (content === "gluten" && /\bwheat\b|\bbarley\b|\brye\b/.test(text)) ||
  (content === "soy" && /\bsoy(?:bean|milk|beans)?\b/.test(text)) ||
  (content === "pork" && /\bpork\b/.test(text) && !/broth|bouillon|flavor|gravy/.test(text)) ||
  (content === "meat" &&
    /\b(?:beef|pork|chicken|turkey|ham)\b/.test(text) &&
    !/broth|bouillon|flavor|gravy/.test(text)) ||
  (content === "sulphites" && names("sulphites", text)) ||
  (content === "alcohol" && /^alcoholic/.test(text));

function grainGluten(text: string): Known {
  if (
    /\bwheat|barley|rye\b|triticale|bulgur|couscous|semolina|spelt|kamut|bread crumbs|gluten|malt|somen|soba|udon|chow mein|spaghetti|macaroni|lasagna|farina|noodles, (?:egg|chinese)/.test(
      text,
    )
  )
    return true;
  if (/\boats?\b|oat bran|self-rising/.test(text)) return null;
  if (/^pasta|^noodles(?!.*(?:rice|mung|cellophane))/.test(text)) return !/(?:corn|rice|quinoa)/.test(text);
  return false;
}

function isSimpleFood(group: FoodGroup, text: string, name: string): boolean {
  if (isBranded(text)) return false;
  if (SIMPLE_ELSEWHERE.some(([where, pattern]) => where === group && pattern.test(text))) return true;
  if (group === "fatsOils")
    return /^(?:oil,|fat,|lard|fish oil|animal fat|vegetable oil, (?:palm|coconut))/.test(text);
  if (group === "dairyEgg")
    return (
      /^(?:milk,|cheese,|egg,|yogurt, (?:plain|greek, plain)|kefir, lowfat, plain|butter|cream,|whey|sour cream)/.test(
        text,
      ) && !/pasteurized process|substitute|imitation|with fruit|chocolate|filled|lauric|flavor/.test(text)
    );
  return SIMPLE_GROUPS.has(group) && isSimple(text) && name !== "";
}

/** High in oxalate: less than about a tenth of the calcium is absorbed (Weaver & Plawecki 1994: spinach 5 %, rhubarb 9 %). */
const OXALATE =
  /^(?:spinach|chard, swiss|beet greens|rhubarb|amaranth leaves|purslane|new zealand spinach|dock,|lambsquarters|sorrel)/;

/**
 * The traits of a food; `plain` is its row in the curated list of plain foods, if it has one.
 * @param portionGrams weight of its suggested portion, g; null without one.
 */
export function traitsOf(
  food: Food,
  plain: { readonly pick: ArticlePick | null } | undefined,
  portionGrams: number | null,
): FoodTraits {
  const text = food.name.toLowerCase();
  return {
    contains: Object.fromEntries(
      CONTENTS.map((content) => [content, contains(content, food, text)]),
    ) as FoodTraits["contains"],
    pick: plain?.pick ?? null,
    oxalate: oxalateOf(food, portionGrams),
    highOxalate: OXALATE.test(text) && !/souffle/.test(text),
    plain: plain !== undefined,
  };
}
