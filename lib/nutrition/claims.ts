import table from "@/data/reference/claims.json";
import type { Mineral, NutrientId } from "./nutrients";
import type { Gates } from "./safety/gates";
import { maySay, type Said } from "./safety/permissions";

/*
 * Statements on minerals, the gut and absorption that the literature supports, each with its evidence grade and
 * sources. Table: data/reference/claims.json.
 */

export type EvidenceGrade = "A" | "B" | "C" | "D";
export type ClaimTopic =
  | "gut"
  | "absorption"
  | "upper-limit"
  | "general"
  | "illness"
  | "refined"
  | "preparation"
  | "pairing"
  | "testing"
  | "research";

export type ClaimSource = {
  readonly citation: string;
  /** Link to the source; null where its identifier was not checked. */
  readonly url: string | null;
  /** Whether the source was read again for this table; false where it was cited from memory. */
  readonly checked: boolean;
};

export type Claim = {
  readonly id: string;
  readonly title: string;
  readonly mineral: Mineral | null;
  readonly topic: ClaimTopic;
  readonly grade: EvidenceGrade;
  readonly statement: string;
  readonly sources: readonly ClaimSource[];
} & Said;

/** Definition of each evidence grade, from the table. */
export const evidenceGrades = (): {
  readonly [G in EvidenceGrade]: { readonly word: string; readonly meaning: string };
} => table.grades;

/** Heading of each claim. */
const TITLES: { readonly [id: string]: string } = {
  "magnesium-food-gut": "Softer stools from food",
  "magnesium-oxide-laxative": "Draws water into the bowel",
  "magnesium-citrate-oxide": "Citrate or oxide",
  "zinc-gut-lining": "Renews the gut lining",
  "zinc-copper": "Much zinc, less copper",
  "zinc-iron-tablets": "Iron tablets and zinc",
  "phytate-zinc": "Whole grains, pulses, nuts and seeds",
  "calcium-microbiota": "Shifts gut bacteria",
  "calcium-oxalate": "Spinach is not milk",
  "calcium-dose": "Several small amounts",
  "calcium-supplement-stones": "Supplements and kidney stones",
  "vitamin-d-calcium": "Vitamin D",
  "iron-infants-gut": "Iron powders for infants",
  "iron-adult-gut": "“Iron feeds bad bacteria”",
  "vitamin-c-iron": "Vitamin C in the same meal",
  "calcium-iron-meal": "Much calcium in the same meal",
  "tea-coffee-iron": "Tea and coffee an hour apart",
  "phytate-iron": "Whole grains, pulses, nuts and seeds",
  "selenium-gpx": "Works in the gut lining",
  "selenium-above-need": "“The more selenium the better”",
  "selenium-brazil-nuts": "Brazil nuts",
  "potassium-fluid": "Holds water in the cells",
  "potassium-gut-muscle": "Drives the gut muscle",
  "potassium-diet-gut": "“More potassium, faster bowel”",
  "potassium-blood-pressure": "Normal blood pressure",
  "upper-limit-meaning": "What an upper limit is",
  "illness-iron": "Anaemia points to the gut",
  "illness-zinc": "Zinc in inflammatory bowel disease",
  "illness-direction": "“Low minerals make the gut ill”",
  "illness-child-diarrhoea": "Zinc for ill children",
  "illness-acid-blockers": "Acid blockers and magnesium",
  "refined-milling": "What milling takes away",
  "refined-enriched": "What is added back",
  "refined-surveys": "Ultra-processed food in surveys",
  "phytate-avoid": "“Phytate steals your minerals”",
  "calcium-zinc": "“Calcium blocks zinc”",
  "testing-magnesium": "Magnesium in the blood",
  "testing-inflammation": "Inflammation moves the values",
  "testing-ferritin": "Ferritin",
  "testing-steady": "Calcium and potassium in the blood",
  "testing-microbiome": "“Your microbiome tells which minerals you need”",
  "iron-alternate-days": "Iron every other day",
  "iron-safe-level": "A safe level for iron",
  "selenium-limit-2023": "A lower limit for selenium",
  "vitamin-d-2024": "Vitamin D, who it is suggested for",
  "global-gaps-2024": "Two thirds of the world",
  "magnesium-microbiome-2025": "Magnesium tablets and gut bacteria",
  "salt-substitutes-2025": "Salt with potassium",
  "calcium-magnesium-ratio": "Calcium to magnesium",
  "zinc-copper-ratio": "Zinc to copper",
  "potassium-sodium-ratio": "Potassium to sodium",
  "phytate-zinc-ratio": "Phytate to zinc",
};

type Source = (typeof table.sources)[keyof typeof table.sources] & {
  readonly pmc?: string;
  /** Link for a source without DOI or PubMed id. */
  readonly url?: string;
};

const sourceOf = (id: string): ClaimSource => {
  const source = (table.sources as Record<string, Source>)[id];
  if (!source) throw new Error(`data/reference/claims.json has no source ${id}`);
  const { citation, doi, pmid, pmc, url: page, checked } = source;
  // Identifiers that were not checked may be wrong and are not printed.
  const url = !checked
    ? null
    : doi !== null
      ? `https://doi.org/${doi}`
      : pmid !== null
        ? `https://pubmed.ncbi.nlm.nih.gov/${pmid}/`
        : pmc === undefined
          ? (page ?? null)
          : `https://pmc.ncbi.nlm.nih.gov/articles/${pmc}/`;
  return { citation, url, checked };
};

type Row = (typeof table.claims)[number] & {
  readonly about?: readonly string[];
  readonly asksFor?: readonly string[];
};

const claimOf = (row: Row): Claim => {
  const title = TITLES[row.id];
  if (title === undefined) throw new Error(`The claim ${row.id} has no title`);
  return {
    id: row.id,
    title,
    mineral: row.mineral as Mineral | null,
    topic: row.topic as ClaimTopic,
    grade: row.grade as EvidenceGrade,
    statement: row.statement,
    about: (row.about ?? (row.mineral === null ? [] : [row.mineral])) as readonly NutrientId[],
    asksFor: (row.asksFor ?? []) as readonly NutrientId[],
    sources: row.sources.map(sourceOf),
  };
};

/** Every claim, in the order of the table. */
export const allClaims = (): readonly Claim[] => table.claims.map(claimOf);

/** Claims on a mineral and topic that the person's gates allow, in the order of the table. */
export const claimsAbout = (mineral: Mineral, topic: ClaimTopic, gates: Gates): readonly Claim[] =>
  table.claims
    .filter((row) => row.mineral === mineral && row.topic === topic)
    .map(claimOf)
    .filter((claim) => maySay(gates, claim));

/** The claim with this id. @throws Error when the table has none. */
export const claimById = (id: string): Claim => {
  const row = table.claims.find((candidate) => candidate.id === id);
  if (!row) throw new Error(`data/reference/claims.json has no claim ${id}`);
  return claimOf(row);
};

/** Of the claims with these ids, those that the person's gates allow. @throws Error for an unknown id. */
export const claimsFor = (ids: readonly string[], gates: Gates): readonly Claim[] =>
  ids.map(claimById).filter((claim) => maySay(gates, claim));
