import dri from "@/data/reference/dri.json";
import type { LocalDate } from "./dates";
import { ironSituationOf } from "./iron-situation";
import { lifeStageOf, type Profile } from "./life-stage";
import {
  type DietAllowance,
  NO_VALUES,
  type PublishedReference,
  type ReferenceNutrient,
} from "./reference-types";

type Cell = number | null;
type NutrientTable = {
  readonly source: string;
  readonly year: number;
  readonly upperLimitScope: string | null;
  readonly note: string | null;
  readonly groupNotes?: { readonly [group: string]: string };
  /** EAR, RDA, AI, UL. */
  readonly values: { readonly [group: string]: readonly Cell[] };
};

const citation = (id: string) => {
  const source = (dri.sources as Record<string, { citation: string; url: string }>)[id];
  if (!source) throw new Error(`data/reference/dri.json has no source ${id}`);
  return source;
};

/** DRI of one nutrient: the RDA where set, else the AI. Values that are not set are null. */
export const nasemReference = <A extends DietAllowance>(
  nutrient: ReferenceNutrient,
  profile: Profile,
  onDate: LocalDate,
  allowance: A,
): PublishedReference => {
  const table: NutrientTable = dri.nutrients[nutrient];
  const { citation: text, url } = citation(table.source);
  const common = {
    source: { citation: text, url },
    year: table.year,
    upperLimit: { kind: "UL" as const, source: { citation: text, url }, year: table.year },
  };
  const stage = lifeStageOf(profile, onDate);
  if (!stage.ok) {
    return {
      ...common,
      ...NO_VALUES,
      notes: [stage.message],
    };
  }
  const { group } = stage;
  const iron = nutrient === "iron" ? ironSituationOf(group.key, profile) : null;
  const key = iron?.group ?? group.key;
  const row = iron?.values ? [...iron.values, null, null] : table.values[key];
  if (row?.length !== 4) throw new Error(`data/reference/dri.json has no row ${key} for ${nutrient}`);
  const [ear = null, rda = null, ai = null] = row;
  // The upper limit follows age, also where the iron requirement follows menstruation.
  const ul = table.values[group.key]?.[3] ?? null;

  const notes = [stage.note, table.note, table.groupNotes?.[key] ?? null];
  if (key !== group.key) {
    notes.push("Iron values follow what the profile says about menstruation instead of the age group.");
  }
  notes.push(...(iron?.notes ?? []));
  let factor = 1;
  if (allowance === "vegetarian" && nutrient === "iron") {
    if (dri.vegetarianIron.groups.includes(group.key)) {
      factor = dri.vegetarianIron.factor;
      notes.push(`EAR and RDA times ${factor} for a vegetarian diet. ${dri.vegetarianIron.note}`);
    } else {
      notes.push("No vegetarian allowance is published for this group, so none is made.");
    }
  }
  const adds = iron === null ? 0 : iron.addsMg;
  const times = (value: Cell): Cell => (value === null ? null : (value + adds) * factor);
  return {
    ...common,
    target: times(rda ?? ai),
    kind: rda !== null ? "RDA" : ai !== null ? "AI" : null,
    ear: times(ear),
    ul,
    ulScope: ul === null ? null : table.upperLimitScope === "supplements" ? "supplements" : "total",
    group: { key: group.key, label: group.label },
    row: iron?.row ?? key,
    requirementFactor: factor,
    requirementAdds: adds,
    notes: notes.filter((note) => note !== null),
  };
};
