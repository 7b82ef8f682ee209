import type { Content } from "./candidates";

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
  "sesame",
  "lupin",
  "mustard",
  "celery",
  "sulphites",
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
  sesame: ["sesame"],
  lupin: ["lupin"],
  mustard: ["mustard"],
  celery: ["celery"],
  sulphites: ["sulphites"],
};

/** Contents that a suggested food must be known not to have. Alcohol is never suggested. */
export const unwantedContents = (diet: Diet, exclusions: readonly Exclusion[]): ReadonlySet<Content> =>
  new Set([
    "alcohol",
    ...DIET_LEAVES_OUT[diet],
    ...exclusions.flatMap((exclusion) => EXCLUSION_LEAVES_OUT[exclusion]),
  ]);
