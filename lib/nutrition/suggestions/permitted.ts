import type { Composition } from "../composition";
import type { Gates } from "../safety/gates";
import type { AvoidedFood } from "../safety/table";
import type { Candidate, Content } from "./candidates";

/** Diets a person can choose. */
export const DIETS = ["everything", "vegetarian", "vegan"] as const;
export type Diet = (typeof DIETS)[number];

/** Further exclusions a person can choose. */
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
/** Contents that each exclusion rules out, in the wider sense that an allergy requires for nuts and fish. */
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

/** Contents that a suggested food must be known not to have. Alcohol is never suggested. */
export const unwantedContents = (diet: Diet, exclusions: readonly Exclusion[]): ReadonlySet<Content> =>
  new Set([
    "alcohol",
    ...DIET_LEAVES_OUT[diet],
    ...exclusions.flatMap((exclusion) => EXCLUSION_LEAVES_OUT[exclusion]),
  ]);

/**
 * Fish high in mercury: the NHS list for pregnancy (shark, swordfish, marlin) and the FDA/EPA list of choices to avoid
 * (king mackerel, orange roughy, tilefish, bigeye tuna).
 */
const HIGH_MERCURY =
  /shark|swordfish|marlin|king mackerel|mackerel, king|orange roughy|roughy|tilefish|bigeye/i;
const LIVER = /liver|giblet|pâté|pate\b|braunschweiger/i;
const RAW = /\braw\b|smoked|lox|cured|tartare|sushi/i;
/** Forms of nuts that are no choking hazard. */
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

/** Whether a person's conditions or life stage rule a food out, by its name and contents. */
export const isAvoided = (candidate: Candidate, gates: Gates): boolean =>
  [...gates.avoid].some((kind) => AVOIDED[kind](candidate));

/**
 * Whether `count` portions stay within the person's caps on nutrients. An unknown amount of a capped nutrient does not.
 */
export const withinCaps = (portion: Composition, { caps }: Pick<Gates, "caps">, count = 1): boolean => {
  for (const [nutrient, cap] of caps) {
    const amount = portion[nutrient];
    if (amount === null || amount * count > cap) return false;
  }
  return true;
};
