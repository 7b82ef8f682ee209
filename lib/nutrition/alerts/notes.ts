import { claimsFor } from "../claims";
import { isMineral, type Mineral } from "../nutrients";
import type { ReferenceNutrient } from "../reference-types";
import { type Gates, gateTextsAbout } from "../safety/gates";
import {
  LOW_INTAKE_CAUTION,
  MAGNESIUM_LIMIT_SCOPE,
  UPPER_LIMIT_MEANING,
  UPPER_LIMIT_NOTICE,
} from "../safety/table";
import { type AlertNote, claimNote, safetyNote } from "./alert";

/*
 * Assigns claims of the evidence table to findings. Text, grades and sources are in the table.
 */

type Choice = { readonly [M in Mineral]: readonly string[] };

const GUT: Choice = {
  magnesium: ["magnesium-food-gut"],
  zinc: ["zinc-gut-lining"],
  calcium: ["calcium-microbiota"],
  iron: ["iron-adult-gut"],
  selenium: ["selenium-gpx"],
  potassium: ["potassium-gut-muscle"],
};

const EAT: Choice = {
  magnesium: [],
  zinc: ["phytate-zinc"],
  calcium: ["calcium-dose"],
  iron: ["vitamin-c-iron"],
  selenium: [],
  potassium: [],
};

const CAREFUL: Choice = {
  magnesium: [],
  zinc: ["zinc-copper"],
  calcium: ["calcium-oxalate"],
  iron: ["tea-coffee-iron"],
  selenium: ["selenium-brazil-nuts"],
  potassium: [],
};

/** Known effects of excess intake. */
const ABOVE: Choice = {
  magnesium: ["magnesium-oxide-laxative"],
  zinc: ["zinc-copper"],
  calcium: ["calcium-supplement-stones"],
  iron: [],
  selenium: ["selenium-above-need"],
  potassium: [],
};

const chosen = (choice: Choice, nutrient: ReferenceNutrient, gates: Gates): readonly AlertNote[] =>
  isMineral(nutrient) ? claimsFor(choice[nutrient], gates).map(claimNote) : [];

/** Claims on the nutrient and the gut. */
export const gutNotes = (nutrient: ReferenceNutrient, gates: Gates): readonly AlertNote[] =>
  chosen(GUT, nutrient, gates);

/** What helps when usual intake is low, besides suggested foods. */
export const eatNotes = (nutrient: ReferenceNutrient, gates: Gates): readonly AlertNote[] =>
  chosen(EAT, nutrient, gates);

/** Cautions when usual intake is low. */
export const lowCautions = (nutrient: ReferenceNutrient, gates: Gates): readonly AlertNote[] => [
  safetyNote(LOW_INTAKE_CAUTION),
  ...chosen(CAREFUL, nutrient, gates),
  ...gateTextsAbout(gates, nutrient, "advice").map(safetyNote),
];

/** Cautions when usual intake is above an upper limit. */
export const highCautions = (nutrient: ReferenceNutrient, gates: Gates): readonly AlertNote[] => [
  safetyNote(UPPER_LIMIT_NOTICE),
  ...(nutrient === "magnesium" ? [safetyNote(MAGNESIUM_LIMIT_SCOPE)] : []),
  ...chosen(ABOVE, nutrient, gates),
  ...gateTextsAbout(gates, nutrient, "advice").map(safetyNote),
];

export const limitMeaning = (): AlertNote => safetyNote(UPPER_LIMIT_MEANING);
