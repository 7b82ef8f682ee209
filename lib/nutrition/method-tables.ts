import absorption from "@/data/reference/absorption.json";
import anz from "@/data/reference/anz.json";
import dach from "@/data/reference/dach.json";
import dri from "@/data/reference/dri.json";
import efsa from "@/data/reference/efsa.json";
import energyNeeds from "@/data/reference/energy-needs.json";
import ironRequirement from "@/data/reference/iron-requirement.json";
import preparation from "@/data/reference/preparation.json";
import withinPersonSd from "@/data/reference/within-person-sd.json";
import type { Standard } from "./life-stage";
import type { Mineral } from "./nutrients";
import type { Citation } from "./reference-types";

/*
 * The reference tables for the page on methods: the same files that the calculations use, so that the page shows the
 * numbers in use.
 */

/** A reference; `url` is null where none is known, `checked` false where the number was not read in it again. */
export type MethodSource = { readonly citation: string; readonly url: string | null };

/** Share of a mineral absorbed from ordinary diets; for explanation, not used in calculations. */
export type AbsorbedShare = {
  readonly share: string;
  readonly of: string;
  readonly text: string;
  readonly sources: readonly (MethodSource & { readonly checked: boolean })[];
};

const absorptionSource = (id: string): MethodSource => {
  const source = (absorption.sources as Record<string, MethodSource>)[id];
  if (!source) throw new Error(`data/reference/absorption.json has no source ${id}`);
  return source;
};

/** Share of a mineral absorbed from ordinary diets; null for minerals with an absorption model. */
export const absorbedShareOf = (mineral: Mineral): AbsorbedShare | null => {
  const row = absorption.absorbedShare.rows.find((candidate) => candidate.mineral === mineral);
  if (!row) return null;
  const { share, of, text, sources } = row;
  const checked: readonly string[] = row.checked;
  return {
    share,
    of,
    text,
    sources: sources.map((id) => ({ ...absorptionSource(id), checked: checked.includes(id) })),
  };
};

/** Within-person SDs with their source, from `data/reference/within-person-sd.json`. */
export const withinPersonTable = () => withinPersonSd;
/** Least plausible energy of a day without a mark, from `data/reference/energy-needs.json`. */
export const energyNeedsTable = () => energyNeeds;
/** Distributions of the iron requirement, from `data/reference/iron-requirement.json`. */
export const ironRequirementTable = () => ironRequirement;
/** Constants of the absorption models, from `data/reference/absorption.json`. */
export const absorptionTable = () => absorption;
/** A source of the absorption models. @throws Error for an id that the table does not list. */
export const absorptionCitation = (id: string): MethodSource => absorptionSource(id);
/** Sources of the table of preparations. */
export const preparationSources = (): readonly MethodSource[] => Object.values(preparation.sources);
/** EFSA's zinc requirement of adults by phytate intake: [AR, PRI] in mg a day. */
export const efsaZincByPhytate = () => efsa.zincByPhytate;

const REFERENCE_TABLES = { nasem: dri, efsa, anz, dach } as const;

/** The reports behind the reference values of a standard. */
export const referenceSources = (standard: Standard): readonly (Citation & { readonly read?: string })[] =>
  Object.values(REFERENCE_TABLES[standard].sources);
