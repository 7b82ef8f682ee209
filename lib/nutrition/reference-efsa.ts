import efsa from "@/data/reference/efsa.json";
import type { LocalDate } from "./dates";
import { ageForReference, type LifeStage, type Profile, type Sex } from "./life-stage";
import {
  type DietAllowance,
  NO_VALUES,
  type PublishedReference,
  type ReferenceNutrient,
} from "./reference-types";

type Cell = number | null;
export type EfsaRow = {
  readonly sex: string | null;
  readonly lifeStage: string;
  readonly fromMonths: number;
  readonly untilMonths: number | null;
  readonly ar: Cell;
  readonly pri: Cell;
  readonly ai: Cell;
  readonly menstruating?: boolean;
};
type LimitRow = {
  readonly fromMonths: number;
  readonly untilMonths: number | null;
  readonly value: number;
  readonly scope: string;
};
type NutrientTable = {
  readonly source: string;
  readonly year: number;
  readonly note: string | null;
  readonly values: readonly EfsaRow[];
  readonly upperLimit: {
    readonly kind: string;
    readonly source: string | null;
    readonly year: number | null;
    readonly note: string | null;
    readonly values: readonly LimitRow[];
  };
};

const citation = (id: string) => {
  const source = (efsa.sources as Record<string, { citation: string; url: string }>)[id];
  if (!source) throw new Error(`data/reference/efsa.json has no source ${id}`);
  return { citation: source.citation, url: source.url };
};

/** Whether a row holds at an age in completed months. */
export const holdsAge = (row: { fromMonths: number; untilMonths: number | null }, months: number): boolean =>
  months >= row.fromMonths && (row.untilMonths === null || months < row.untilMonths);

/** EFSA's iron values depend on menopause. Where that is unknown it is assumed at 51 years, as in the DRIs. */
const ASSUMED_MENOPAUSE_MONTHS = 51 * 12;
const ADULT_MONTHS = 18 * 12;

const ageLabel = (fromMonths: number, untilMonths: number | null): string => {
  if (untilMonths === null)
    return fromMonths === 12 ? "1 year and over" : `${fromMonths / 12} years and over`;
  if (untilMonths <= 12) return `${fromMonths}–${untilMonths - 1} months`;
  return `${fromMonths / 12}–${untilMonths / 12 - 1} years`;
};

/** The group that a row of EFSA's tables is of. */
export const groupOf = (
  sex: string | null,
  lifeStage: string,
  fromMonths: number,
  untilMonths: number | null,
) => {
  const adult = fromMonths >= ADULT_MONTHS;
  const who =
    lifeStage === "pregnant"
      ? "Pregnancy"
      : lifeStage === "lactating"
        ? "Lactation"
        : untilMonths !== null && untilMonths <= 12
          ? "Infants"
          : sex === null
            ? adult
              ? "Adults"
              : untilMonths === null
                ? "Everyone"
                : "Children"
            : sex === "female"
              ? adult
                ? "Women"
                : "Girls"
              : adult
                ? "Men"
                : "Boys";
  const key = [who.toLowerCase(), fromMonths, untilMonths === null ? "plus" : untilMonths - 1].join("-");
  return { key: `${key}-months`, label: `${who} ${ageLabel(fromMonths, untilMonths)}` };
};

const interpolate = (x: number, x0: number, y0: number, x1: number, y1: number): number =>
  x1 === x0 ? y0 : y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);

/**
 * Zinc of adults (EFSA 2014): AR and PRI by phytate intake, mg a day. Between the four published phytate levels the
 * requirement is interpolated linearly, as the underlying model is linear in phytate; outside them the nearest level is
 * used, with a note.
 */
const adultZinc = (sex: Sex, lifeStage: LifeStage, phytateMg: number | null) => {
  const { levels, assumedPhytateMg, assumedNote, pregnancyAdds, lactationAdds } = efsa.zincByPhytate;
  const first = levels[0];
  const last = levels.at(-1);
  if (!first || !last) throw new Error("data/reference/efsa.json has no zinc levels");
  const asked = phytateMg ?? assumedPhytateMg;
  const level = Math.min(Math.max(asked, first.phytateMg), last.phytateMg);
  const upper = levels.find((l) => l.phytateMg >= level) ?? last;
  const lower = levels.findLast((l) => l.phytateMg <= level) ?? first;
  const adds = lifeStage === "pregnant" ? pregnancyAdds : lifeStage === "lactating" ? lactationAdds : [0, 0];
  const at = (column: 0 | 1): number => {
    const low = lower[sex][column];
    const high = upper[sex][column];
    const plus = adds[column];
    if (low === undefined || high === undefined || plus === undefined) {
      throw new Error("data/reference/efsa.json has a zinc level without AR and PRI");
    }
    return interpolate(level, lower.phytateMg, low, upper.phytateMg, high) + plus;
  };
  const notes = [`For a diet with ${Math.round(level)} mg of phytate a day.`];
  if (phytateMg === null) notes.push(assumedNote);
  else if (asked !== level) {
    notes.push(`EFSA publishes levels from ${first.phytateMg} to ${last.phytateMg} mg; the nearest is used.`);
  }
  return { ar: at(0), pri: at(1), notes };
};

/**
 * Pregnancy and lactation are published from 18 years. Younger women get the larger of that row and the row of their
 * own age, so that no target is lower because of youth.
 */
export const chooseRow = (
  table: { readonly values: readonly EfsaRow[] },
  profile: Profile,
  months: number,
): { row: EfsaRow | null; note: string | null } => {
  const fits = (row: EfsaRow, lifeStage: string, at: number): boolean => {
    if (row.lifeStage !== lifeStage || (row.sex !== null && row.sex !== profile.sex)) return false;
    if (row.menstruating !== undefined) {
      const menstruating = profile.menstruating ?? at < ASSUMED_MENOPAUSE_MONTHS;
      if (row.menstruating !== menstruating) return false;
    }
    return holdsAge(row, at);
  };
  const own = table.values.find((row) => fits(row, profile.lifeStage, months));
  if (own) return { row: own, note: null };
  if (profile.lifeStage === "none") return { row: null, note: "EFSA sets no value for this age." };
  const adult = table.values.find((row) => fits(row, profile.lifeStage, ADULT_MONTHS));
  const ofAge = table.values.find((row) => fits(row, "none", months));
  const target = (row: EfsaRow | undefined): number => row?.pri ?? row?.ai ?? Number.NEGATIVE_INFINITY;
  const row = target(ofAge) > target(adult) ? ofAge : adult;
  return {
    row: row ?? null,
    note: "EFSA publishes pregnancy and lactation from 18 years; the larger of that value and the one for this age is shown.",
  };
};

/**
 * EFSA reference of one nutrient: the PRI where set, else the AI; the AR as `ear`. No value is set before 7 months.
 * @param phytateMg phytate intake, mg a day, for adult zinc; null when unknown.
 * @param allowance EFSA makes none for vegetarian diets: iron is the same and a note says so.
 */
export const efsaReference = (
  nutrient: ReferenceNutrient,
  profile: Profile,
  onDate: LocalDate,
  phytateMg: number | null,
  allowance: DietAllowance,
): PublishedReference => {
  const table: NutrientTable = efsa.nutrients[nutrient];
  const limit = table.upperLimit;
  const common = {
    source: citation(table.source),
    year: table.year,
    upperLimit: {
      kind: limit.kind === "safe level" ? ("safe level" as const) : ("UL" as const),
      source: limit.source === null ? null : citation(limit.source),
      year: limit.year,
    },
  };
  const checked = ageForReference(profile, onDate);
  if (!checked.ok) {
    return {
      ...common,
      ...NO_VALUES,
      notes: [checked.message],
    };
  }
  const { months } = checked.age;
  const limitRow = limit.values.find((row) => holdsAge(row, months));
  const upper = {
    ul: limitRow?.value ?? null,
    ulScope: limitRow
      ? limitRow.scope === "supplements"
        ? ("supplements" as const)
        : ("total" as const)
      : null,
  };
  const notes = [table.note, limit.note];
  if (nutrient === "iron" && (profile.hormonalContraception === true || profile.growthSpurt === true)) {
    notes.push(efsa.ironBySituation.note);
  }
  if (allowance === "vegetarian" && nutrient === "iron") notes.push(efsa.vegetarianIron.note);

  const adultZincApplies =
    nutrient === "zinc" && (months >= efsa.zincByPhytate.fromMonths || profile.lifeStage !== "none");
  if (adultZincApplies) {
    const zincGroup = groupOf(profile.sex, profile.lifeStage, ADULT_MONTHS, null);
    const zinc = adultZinc(profile.sex, profile.lifeStage, phytateMg);
    if (months < efsa.zincByPhytate.fromMonths) {
      notes.push("EFSA publishes pregnancy and lactation from 18 years; the values of an adult are shown.");
    }
    return {
      ...common,
      ...upper,
      target: zinc.pri,
      kind: "PRI",
      ear: zinc.ar,
      group: zincGroup,
      row: zincGroup.key,
      requirementFactor: 1,
      notes: [...notes, ...zinc.notes].filter((note) => note !== null),
    };
  }

  const { row, note } = chooseRow(table, profile, months);
  notes.push(note);
  if (row?.menstruating !== undefined) {
    notes.push(row.menstruating ? "Value before menopause." : "Value after menopause.");
  }
  const group = row ? groupOf(row.sex, row.lifeStage, row.fromMonths, row.untilMonths) : null;
  // Two rows apply to the same women; lactation has the values of menstruating women.
  const suffix =
    row?.menstruating === false
      ? "-postmenopausal"
      : row?.menstruating === true || (nutrient === "iron" && row?.lifeStage === "lactating")
        ? "-menstruating"
        : "";
  return {
    ...common,
    ...upper,
    target: row ? (row.pri ?? row.ai) : null,
    kind: row === null ? null : row.pri !== null ? "PRI" : row.ai !== null ? "AI" : null,
    ear: row?.ar ?? null,
    group,
    row: row === null || group === null ? null : `${group.key}${suffix}`,
    requirementFactor: 1,
    notes: notes.filter((text) => text !== null),
  };
};
