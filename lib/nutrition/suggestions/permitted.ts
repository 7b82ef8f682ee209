import type { Composition } from "../composition";
import type { Gates } from "../safety/gates";
import type { AvoidedFood } from "../safety/table";
import type { Candidate, Content } from "./candidates";

/** What a person eats. */
export const DIETS = ["everything", "vegetarian", "vegan"] as const;
export type Diet = (typeof DIETS)[number];

/** What a person leaves out on top of the diet. */
export const EXCLUSIONS = [
  "dairy",
  "egg",
  "gluten",
  "nuts",
  "peanut",
  "soy",
  "fish",
  "shellfish",
  "pork",
  "meat",
] as const;
export type Exclusion = (typeof EXCLUSIONS)[number];

const NOT_VEGETARIAN: readonly Content[] = ["meat", "pork", "fish", "shellfish"];
const DIET_LEAVES_OUT: { readonly [D in Diet]: readonly Content[] } = {
  everything: [],
  vegetarian: NOT_VEGETARIAN,
  vegan: [...NOT_VEGETARIAN, "dairy", "egg"],
};
/** "No nuts" and "no fish" are taken in the wider sense that an allergy needs. */
const EXCLUSION_LEAVES_OUT: { readonly [E in Exclusion]: readonly Content[] } = {
  dairy: ["dairy"],
  egg: ["egg"],
  gluten: ["gluten"],
  nuts: ["treeNuts", "peanut"],
  peanut: ["peanut"],
  soy: ["soy"],
  fish: ["fish", "shellfish"],
  shellfish: ["shellfish"],
  pork: ["pork"],
  meat: ["meat", "pork"],
};

/** What must be known not to be in a suggested food. Alcohol is never suggested to anybody. */
export const unwantedContents = (diet: Diet, exclusions: readonly Exclusion[]): ReadonlySet<Content> =>
  new Set([
    "alcohol",
    ...DIET_LEAVES_OUT[diet],
    ...exclusions.flatMap((exclusion) => EXCLUSION_LEAVES_OUT[exclusion]),
  ]);

/**
 * Fish high in mercury, of the NHS list for pregnancy (shark, swordfish, marlin) and the FDA/EPA list of
 * choices to avoid (king mackerel, orange roughy, tilefish, bigeye tuna).
 */
const HIGH_MERCURY =
  /shark|swordfish|marlin|king mackerel|mackerel, king|orange roughy|roughy|tilefish|bigeye/i;
const LIVER = /liver|giblet|pâté|pate\b|braunschweiger/i;
const RAW = /\braw\b|smoked|lox|cured|tartare|sushi/i;
/** Nuts in a form that no longer can be breathed in whole. */
const NOT_WHOLE = /butter|ground|meal|flour|paste|milk/i;

export const isHighInMercury = ({ name, contains }: Candidate): boolean =>
  contains.fish !== false && HIGH_MERCURY.test(name);

const AVOIDED: { readonly [A in AvoidedFood]: (candidate: Candidate) => boolean } = {
  liver: ({ name }) => LIVER.test(name),
  "high-mercury-fish": isHighInMercury,
  "raw-shellfish": ({ name, contains }) => contains.shellfish !== false && RAW.test(name),
  "raw-fish-meat-egg": ({ name, contains }) =>
    [contains.fish, contains.shellfish, contains.meat, contains.egg].some((known) => known !== false) &&
    RAW.test(name),
  "high-oxalate": ({ highOxalate }) => highOxalate,
  "whole-nuts": ({ name, contains, pick }) =>
    (pick === "nut" || contains.treeNuts !== false || contains.peanut !== false) && !NOT_WHOLE.test(name),
};

/** Foods that a person's conditions or life stage keep out, by name and contents. */
export const isAvoided = (candidate: Candidate, gates: Gates): boolean =>
  [...gates.avoid].some((kind) => AVOIDED[kind](candidate));

/**
 * Whether `count` of a portion keeps the most that a person's conditions allow of some nutrients. What is unknown
 * may be too much.
 */
export const withinCaps = (portion: Composition, { caps }: Pick<Gates, "caps">, count = 1): boolean => {
  for (const [nutrient, cap] of caps) {
    const amount = portion[nutrient];
    if (amount === null || amount * count > cap) return false;
  }
  return true;
};
