import absorption from "@/data/reference/absorption.json";
import dri from "@/data/reference/dri.json";
import efsa from "@/data/reference/efsa.json";
import energyNeeds from "@/data/reference/energy-needs.json";
import ironRequirement from "@/data/reference/iron-requirement.json";
import preparation from "@/data/reference/preparation.json";
import withinPersonSd from "@/data/reference/within-person-sd.json";
import type { Mineral } from "./nutrients";
import type { Citation } from "./reference-types";

/*
 * The tables behind the figures, for the page that explains the methods: the same files that the code computes
 * with, so that the page cannot say another number than the one in use.
 */

/** A reference; `url` is null where none is known, `checked` false where the number was not read in it again. */
export type MethodSource = { readonly citation: string; readonly url: string | null };

/** What an ordinary diet lets through of a mineral; for explanation only. */
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

/** The share of a mineral absorbed from ordinary diets; null for those explained by a model of their own. */
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

/** The day-to-day SDs with their source, as in `data/reference/within-person-sd.json`. */
export const withinPersonTable = () => withinPersonSd;
/** The energy below which a day without a mark does not count, as in `data/reference/energy-needs.json`. */
export const energyNeedsTable = () => energyNeeds;
/** The distributions of the iron requirement, as in `data/reference/iron-requirement.json`. */
export const ironRequirementTable = () => ironRequirement;
/** The constants of the absorption models, as in `data/reference/absorption.json`. */
export const absorptionTable = () => absorption;
/** A source of the absorption models. @throws Error for an id that the table does not list. */
export const absorptionCitation = (id: string): MethodSource => absorptionSource(id);
/** What the preparations were judged from. */
export const preparationSources = (): readonly MethodSource[] => Object.values(preparation.sources);
/** EFSA's zinc of adults by the phytate of the diet: [AR, PRI] in mg a day. */
export const efsaZincByPhytate = () => efsa.zincByPhytate;

/** The reports behind the reference values of a standard. */
export const referenceSources = (standard: "nasem" | "efsa"): readonly Citation[] =>
  Object.values((standard === "nasem" ? dri : efsa).sources);
