import type { FoodGroup } from "@/lib/catalogue";

export type Measure = { readonly label: string; readonly grams: number };

const FRACTIONS: readonly (readonly [number, string])[] = [
  [1 / 2, "1/2"],
  [1 / 4, "1/4"],
  [3 / 4, "3/4"],
  [1 / 3, "1/3"],
  [2 / 3, "2/3"],
  [1 / 8, "1/8"],
  [1 / 6, "1/6"],
  [1 / 12, "1/12"],
  [1 / 5, "1/5"],
  [1 / 10, "1/10"],
];

/** 0.5 → "1/2", 1.25 → "1 1/4", 10 → "10", 3.527 → "3.527". */
export function writeAmount(amount: number): string {
  const whole = Math.floor(amount + 1e-9);
  const rest = amount - whole;
  if (rest < 1e-9) return String(whole);
  const fraction = FRACTIONS.find(([value]) => Math.abs(value - rest) < 0.004)?.[1];
  if (fraction === undefined) return String(amount);
  return whole === 0 ? fraction : `${whole} ${fraction}`;
}

/** The words of a measure, tidied: spaces, unit names, shouting. The source's content is not changed. */
export function tidyUnit(unit: string): string {
  return unit
    .replace(/\s+/g, " ")
    .replace(/\( /g, "(")
    .replace(/ \)/g, ")")
    .replace(/ ,/g, ",")
    .replace(/,(?=[^\s\d])/g, ", ")
    .replace(/,(?:\s*,)+/g, ",")
    .replace(/, \(/g, " (")
    .replace(/\btbso\b/g, "tbsp")
    .replace(/,? NFS\b/g, "")
    .replace(/, NS as to [^,)]*/g, "")
    .replace(/\(NLEA serving(?: size)? = ([^)]*)\)/gi, "($1)")
    .replace(/^(?:1 )?NLEA serving\b/i, "serving")
    .replace(/\bContainer\b/g, "container")
    .replace(/\bBiscuits\b/g, "biscuits")
    .replace(/\bCups\b/g, "cup")
    .replace(/\btablespoons?\b/gi, "tbsp")
    .replace(/\bTbsp\b/g, "tbsp")
    .replace(/\bteaspoons?\b/gi, "tsp")
    .replace(/\bfluid ounces?\b/gi, "fl oz")
    .replace(/\bfl\. ?oz\.?/gi, "fl oz")
    .replace(/\bounces?\b/gi, "oz")
    .replace(/^Cup\b/, "cup")
    .replace(/\bNLEA Serving\b/gi, "NLEA serving")
    .replace(/^(serving|item|package|can|bottle|container|bar|packet|slice|patty)s?,? (\d[^()]*)$/, "$1 ($2)")
    .replace(/^cup ([a-z])/, "cup, $1")
    .replace(/^(tbsp|tsp) (chopped|sliced|ground|whole|shredded)/, "$1, $2")
    .trim()
    .replace(/[,;]$/, "");
}

/** "10 crackers" and grams → a measure; undefined for a blank, a weight of 0 or words that say nothing. */
function measure(amount: number, unit: string, grams: number): Measure | undefined {
  const tidy = tidyUnit(unit);
  if (!(amount > 0 && grams > 0) || tidy === "" || /^raw pr g$/i.test(tidy)) return undefined;
  return { label: `${writeAmount(amount)} ${tidy}`, grams };
}

/** An SR24 measure: amount, unit and the weight of that amount. */
export const fromSr24 = (amount: string, unit: string, grams: string): Measure | undefined =>
  measure(Number(amount), unit, Number(grams));

/** One of SR28's two portions: "1 cup, mashed", and its weight. */
export function fromSr28(description: string, grams: string): Measure | undefined {
  const parts = /^([\d.]+)\s*(\D.*)$/.exec(description.trim());
  if (grams === "" || parts === null) return undefined;
  return measure(Number(parts[1]), parts[2] as string, Number(grams));
}

/** Two labels that say the same in other words have the same key. */
const sameness = (label: string): string =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9"/.%]+/g, " ")
    .replace(/s\b/g, "")
    .trim();

/** NLEA: the serving of the nutrition label in US law. */
const LABEL_SERVING = /,? ?\(?(?:1 )?NLEA serving(?: for adults)?\)?/i;

/** How usual a measure is as the first choice; lower comes first. */
function rank({ label, grams }: Measure, group: FoodGroup): number {
  const has = (pattern: RegExp): boolean => pattern.test(label);
  const meat = ["poultry", "pork", "beef", "lambVealGame", "fishShellfish"].includes(group);
  let score = 50;
  if (has(/^1 medium\b/)) score = 0;
  else if (has(/^1 (fruit|potato|carrot|tomato|egg|ear|banana|avocado|date|fig|kiwi)\b/)) score = 8;
  else if (has(/^1 (large)\b/)) score = 10;
  else if (has(/^1 small\b/)) score = 14;
  else if (
    has(
      /^(1|2) (slices?|piece|cookies?|muffin|bagel|roll|pancake|waffle|pastry|doughnut|biscuit|tortilla|bun|sandwich|burger|item|taco|burrito|bar|link|patty|frankfurter|fillet|breast|thigh|drumstick|wing|chop|packet|pouch|can or bottle|can|bottle|container|candy|stick|pop|cake|cupcake)\b/,
    )
  )
    score = 18;
  else if (has(/^\d+ (crackers|pieces|chips|cookies|slices|nuggets|biscuits)\b/)) score = 18;
  else if (has(/^(1|1\/2) cup\b/)) score = 12;
  else if (has(/cup\b/)) score = 17;
  else if (has(/serving/)) score = 20;
  else if (has(/^1 (tbsp)\b/)) score = 24;
  else if (has(/^1 (tsp)\b/)) score = 28;
  else if (has(/^3 oz\b/)) score = 22;
  else if (has(/^1 oz\b/)) score = 25;
  else if (has(/fl oz/)) score = 30;
  else if (has(/^1 [a-z]+/)) score = 26;
  // Among these, only pastes, syrups, sugar and the like are measured by the spoon. A spoon of cooked pulses weighs
  // less than one of a paste, and pulses are eaten by the cup.
  const paste = group !== "legumes" || grams / Number.parseFloat(label) >= 14.5;
  if (["sweets", "legumes", "nutsSeeds"].includes(group) && paste && has(/^[12] tbsp\b/)) score = 6;
  if (score > 2 && has(/\bmedium\b/)) score = 2;
  if (has(/^1 potato.*large/)) score = 12;
  if (group === "bakedProducts" || group === "sausagesLuncheonMeats") {
    if (has(/^(?:1|2) (?:regular )?slices?\b|^1 (?:roll|bagel|muffin|medium)/))
      score = has(/thin|crust not|large|very|small/) ? 9 : has(/medium/) ? 3 : 4;
    else if (has(/cup\b/)) score = 30;
  }
  if (meat && has(/^3 oz\b/)) score = 5;
  if (meat && has(/^1 (fillet|breast|thigh|drumstick|chop|steak|patty)\b/)) score = 10;
  if (["nutsSeeds"].includes(group) && has(/^1 oz\b/)) score = 2;
  if (group === "dairyEgg" && has(/^1 (oz|slice)\b/) && !has(/fl oz/)) score = 11;
  if (group === "dairyEgg" && has(/^1 container\b/)) score = 13;
  if (group === "spicesHerbs" || group === "fatsOils") {
    if (has(/^1 tsp/)) score = group === "spicesHerbs" ? 2 : 6;
    if (has(/^1 tbsp/)) score = 4;
  }
  if (
    has(
      /cubic inch|yield|recipe|^1 lb|^1 quart|gallon|family|refuse|unit \(|bone removed|with refuse|^1\/2 lb/,
    )
  )
    score += 60;
  if (has(/extra (small|large)|mini|miniature/)) score += 6;
  if (has(/package|loaf|whole (cake|pie)|^1 (pie|cake|pizza|head|bunch|jar|roast|chicken|turkey|duck)\b/))
    score += 25;
  if (grams > 600) score += 40;
  else if (grams > 450) score += 15;
  if (grams < 2) score += 12;
  return score;
}

/**
 * All household measures of a food: SR28's own two (newer, so they win over an SR24 measure of the same name),
 * then SR24's, each once, the most usual first.
 */
export function mergeMeasures(
  sr28: readonly (Measure | undefined)[],
  sr24: readonly (Measure | undefined)[],
  group: FoodGroup,
): Measure[] {
  const byKey = new Map<string, Measure>();
  const all = [...sr28, ...sr24].filter((found) => found !== undefined);
  const isLabelServing = ({ label }: Measure): boolean => LABEL_SERVING.test(label);
  for (const found of [...all.filter((one) => !isLabelServing(one)), ...all.filter(isLabelServing)]) {
    const plain = { label: found.label.replace(LABEL_SERVING, "").trim(), grams: found.grams };
    const known = byKey.get(sameness(plain.label));
    if (known === undefined) byKey.set(sameness(plain.label), plain);
    else if (isLabelServing(found) && Math.abs(known.grams - found.grams) > 0.02 * known.grams) {
      // The cup of the package's label weighs something else than the cup that USDA weighed: keep both.
      const other = { label: `${plain.label} (by the label)`, grams: found.grams };
      if (!byKey.has(sameness(other.label))) byKey.set(sameness(other.label), other);
    }
  }
  return [...byKey.values()]
    .map((found, place) => ({ found, place, rank: rank(found, group) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ found }) => found);
}
