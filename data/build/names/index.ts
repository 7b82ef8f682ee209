import { type Casing, calm, learnCasing, recase } from "./casing";
import { expand } from "./expand";
import { OVERRIDES } from "./overrides";

export type NameSource = "override" | "sr-legacy" | "sr24" | "sr28";
export type FoodName = { readonly name: string; readonly from: NameSource };

/** Words that do not tell two foods apart. */
const FILLER = new Set(
  (
    "and or of the a in on to as for with by type style all purpose ready eat serve drink feed includes including formerly " +
    "usda commodity food foods distribution program separable only s brand product products flavored flavor mix " +
    "made approximately company corporation beverage beverages dessert desserts pack babyfood baby"
  ).split(" "),
);

const stem = (word: string): string =>
  word.replace(/(?:ies|y)$/, "i").replace(/(?<=[a-z]{2})(?:es|s|'s|ed|ing)$/, "");

const contentOf = (text: string): string[] =>
  (text.toLowerCase().match(/\d+(?:\.\d+)?%?|[a-z][a-z']*/g) ?? [])
    .filter((word) => !FILLER.has(word))
    .map(stem);

/** Words that change what a food is: a long description must have exactly those the short one has. */
const DECISIVE = new Set(
  (
    "raw cooked without salt skin boneless canned frozen dried unenriched enriched fortified sweetened unsweetened prepared " +
    "unprepared drained lean fat choice select nonfat lowfat skim whole low reduced free calorie sodium broiled braised " +
    "roasted grilled boiled fried baked stewed vitamin d a calcium protein chocolate vanilla strawberry fruit white " +
    "yellow red green no not"
  )
    .split(" ")
    .map(stem),
);

/**
 * Whether a long description can stand for a short one: it has nearly all of its words, adds no word that would
 * make it another food, and lacks none that does.
 */
export function agrees(expanded: string, long: string, least = 0.85): boolean {
  const short = contentOf(expanded);
  const full = contentOf(long);
  const has = (words: readonly string[], word: string) =>
    words.some(
      (other) =>
        other === word ||
        (word.length > 3 && other.startsWith(word)) ||
        (other.length > 3 && word.startsWith(other)),
    );
  const missing = short.filter((word) => !has(full, word));
  const extra = full.filter((word) => !has(short, word));
  if ([...missing, ...extra].some((word) => DECISIVE.has(word) || /^\d/.test(word))) return false;
  const weight = (words: readonly string[]) => words.join("").length;
  return weight(missing) <= (1 - least) * weight(short) && weight(extra) <= 0.5 * weight(full);
}

export type NameInput = {
  readonly ndb: string;
  readonly title: string;
  readonly sr24: string | undefined;
  readonly legacy: readonly string[];
};

/** Chooses and writes the name of every food. */
export function nameFoods(
  foods: readonly NameInput[],
  descriptions: Iterable<string>,
): Map<string, FoodName> {
  const casing = learnCasing(descriptions);
  const names = new Map(foods.map((food) => [food.ndb, nameOf(food, casing)]));
  return names;
}

function nameOf({ ndb, title, sr24, legacy }: NameInput, casing: Casing): FoodName {
  const override = OVERRIDES[ndb];
  if (override !== undefined) return { name: override, from: "override" };
  const expanded = expand(title);
  const official = legacy.filter((description) => agrees(expanded, description));
  if (official.length === 1) return { name: calm(official[0] as string), from: "sr-legacy" };
  if (sr24 !== undefined && agrees(expanded, sr24)) return { name: calm(sr24), from: "sr24" };
  return { name: recase(expanded, casing), from: "sr28" };
}
