import { groupBy } from "../tables";
import { type Casing, calm, learnCasing, recase } from "./casing";
import { expand } from "./expand";
import { OVERRIDES, TRUST_SR24 } from "./overrides";

export type NameSource = "override" | "sr-legacy" | "sr24" | "sr28";
export type FoodName = {
  readonly name: string;
  readonly from: NameSource;
  /** The SR Legacy description that was recognised, as it stands there. */
  readonly official?: string;
};

/** Words that do not distinguish foods. */
const FILLER = new Set(
  (
    "and or of the a in on to as for with by type style all purpose ready eat serve drink feed includes including formerly " +
    "usda commodity food foods distribution program separable only s brand product products flavored flavor mix " +
    "made approximately company corporation beverage beverages dessert desserts pack babyfood baby"
  ).split(" "),
);

const stem = (word: string): string =>
  word.replace(/(?:ies|y)$/, "i").replace(/(?<=[a-z]{2})(?:es|s|'s|ed|ing)$/, "");

/** Replaces spelling variants by one spelling. */
const alike = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\blow[- ]fat\b/g, "lowfat")
    .replace(/\bnon[- ]fat\b/g, "nonfat")
    .replace(/\bascorbic acid\b/g, "vitamin c")
    .replace(/\bounces?\b/g, "oz")
    .replace(/\bdomestic(?:ated)?\b/g, "")
    .replace(/\bpan[- ]broil(?:ed)?\b/g, "panbroiled")
    .replace(/\bpre-packaged\b/g, "prepackaged")
    .replace(/\bready[- ]to[- ](\w+)/g, "ready to $1");

const contentOf = (text: string): string[] =>
  (alike(text).match(/\d+(?:\.\d+)?%?|[a-z][a-z']*/g) ?? []).filter((word) => !FILLER.has(word)).map(stem);

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

const METHODS = new Set(
  "broiled braised roasted grilled boiled fried baked stewed simmered steamed panbroiled"
    .split(" ")
    .map(stem),
);

const weight = (words: readonly string[]): number => words.join("").length;

/** How far a long description is from a short one written out; undefined when it is of another food. */
export function distance(
  expanded: string,
  long: string,
  vocabulary: ReadonlySet<string>,
): number | undefined {
  const short = contentOf(expanded);
  const full = contentOf(long);
  const has = (words: readonly string[], word: string) =>
    words.some(
      (other) =>
        other === word ||
        (word.length > 3 && other.startsWith(word)) ||
        (other.length > 3 && word.startsWith(other)),
    );
  // "Roasted" says "cooked" as well.
  const beside = (words: readonly string[]) => words.some((word) => METHODS.has(word));
  const implied = (word: string) => word === stem("cooked") && beside(short) && beside(full);
  const missing = short.filter((word) => !has(full, word) && !implied(word));
  const extra = full.filter((word) => !has(short, word) && !implied(word));
  if ([...missing, ...extra].some((word) => DECISIVE.has(word) || /^\d/.test(word))) return undefined;
  // A word that long descriptions use and this one lacks says that the food is another ("back", not "thigh").
  if (missing.some((word) => vocabulary.has(word))) return undefined;
  if (weight(missing) > 0.15 * weight(short) || weight(extra) > 0.5 * weight(full)) return undefined;
  return weight(missing) + weight(extra);
}

const isWithin = (short: string, long: string): boolean => {
  if (short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
};

/**
 * Whether a short description is the long one with letters left out, word for word and in order ("INF FORMU, ME
 * JOHNS" of "Infant formula, MEAD JOHNSON"). For the few whose cuts no dictionary could undo.
 */
export function isShortened(title: string, long: string): boolean {
  const tokens = (text: string) => alike(text).match(/[a-z0-9%']+/g) ?? [];
  const short = tokens(title).filter((word) => !["with", "and"].includes(word));
  const full = tokens(long);
  let at = 0;
  let skipped: string[] = [];
  for (const word of short) {
    let next = at;
    while (next < full.length && !(full[next] === word || isWithin(word, full[next] as string))) next += 1;
    if (next === full.length) return false;
    skipped = [...skipped, ...full.slice(at, next)];
    at = next + 1;
  }
  skipped = [...skipped, ...full.slice(at)];
  return (
    !skipped.some((word) => DECISIVE.has(stem(word)) && !FILLER.has(word)) &&
    weight(skipped) <= 0.35 * weight(full)
  );
}

export type NameInput = {
  readonly ndb: string;
  readonly title: string;
  /** SR24's long name of the food with this number; the number may have been given to another food since. */
  readonly sr24: string | undefined;
  /** SR Legacy descriptions of foods with exactly this composition. */
  readonly legacy: readonly string[];
};

/** Chooses and writes the name of every food. */
export function nameFoods(
  foods: readonly NameInput[],
  descriptions: Iterable<string>,
): Map<string, FoodName> {
  const known = [...descriptions];
  const learned = { casing: learnCasing(known), vocabulary: new Set(known.flatMap(contentOf)) };
  const names = new Map(foods.map((food) => [food.ndb, nameOf(food, learned)]));
  const sharing = groupBy([...names.keys()], (ndb) => (names.get(ndb) as FoodName).name.toLowerCase());
  for (const alikes of sharing.values()) {
    if (alikes.length === 1) continue;
    // The source itself does not tell them apart, so only its numbers can.
    for (const ndb of alikes) {
      const found = names.get(ndb) as FoodName;
      names.set(ndb, { ...found, name: `${found.name} (USDA ${ndb})` });
    }
  }
  return names;
}

type Learned = { readonly casing: Casing; readonly vocabulary: ReadonlySet<string> };

/** The nearest of several long descriptions, when there is exactly one nearest. */
function nearest(
  title: string,
  expanded: string,
  descriptions: readonly string[],
  vocabulary: ReadonlySet<string>,
): string | undefined {
  const ranked = descriptions
    .map((description) => ({
      description,
      far:
        distance(expanded, description, vocabulary) ?? (isShortened(title, description) ? 1000 : undefined),
    }))
    .filter((candidate): candidate is { description: string; far: number } => candidate.far !== undefined)
    .sort((a, b) => a.far - b.far);
  const [first, second] = ranked;
  return first === undefined || first.far === second?.far ? undefined : first.description;
}

function nameOf({ ndb, title, sr24, legacy }: NameInput, { casing, vocabulary }: Learned): FoodName {
  const override = OVERRIDES[ndb];
  if (override !== undefined) return { name: override, from: "override" };
  if (sr24 !== undefined && TRUST_SR24.has(ndb)) return { name: calm(sr24), from: "sr24" };
  const expanded = expand(title);
  // The description of this number in SR24 and of this composition in SR Legacy: the same text cannot be chance.
  if (sr24 !== undefined && legacy.includes(sr24))
    return { name: calm(sr24), from: "sr-legacy", official: sr24 };
  const official = nearest(title, expanded, legacy, vocabulary);
  if (official !== undefined) return { name: calm(official), from: "sr-legacy", official };
  const earlier = sr24 === undefined ? undefined : nearest(title, expanded, [sr24], vocabulary);
  if (earlier !== undefined) return { name: calm(earlier), from: "sr24" };
  return { name: recase(expanded, casing), from: "sr28" };
}
