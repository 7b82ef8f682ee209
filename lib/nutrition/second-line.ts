import table from "@/data/reference/second-line.json";
import type { LocalDate } from "./dates";
import { type CountedEntry, overUpperLimit } from "./day-totals";
import { totalOf } from "./intake";
import { ageForReference, lifeStageOf, type Profile, type Standard } from "./life-stage";
import { NUTRIENTS, type NutrientId, type Unit } from "./nutrients";
import { chooseRow, type EfsaRow, groupOf, holdsAge } from "./reference-efsa";
import { referenceIntake } from "./reference-intakes";
import { type Citation, PUBLISHED_KINDS } from "./reference-types";

/*
 * Nutrients that stand beside the six minerals. Their amounts are shown next to a target and a limit and are never
 * judged by a probability: within-person variation and distributions of requirement are not kept for them.
 */

/** The nutrients beside the six, in the order in which pages show them: sodium first, next to potassium. */
export const SECOND_LINE = [
  "sodium",
  "phosphorus",
  "copper",
  "manganese",
  "vitaminD",
  "vitaminC",
  "vitaminB12",
  "folate",
  "vitaminA",
  "vitaminK",
  "fibre",
] as const satisfies readonly NutrientId[];
export type SecondLineNutrient = (typeof SECOND_LINE)[number];

/** What the target is: a published kind, or the safe and adequate intake of EFSA (sodium). */
export const SECOND_LINE_KINDS = [...PUBLISHED_KINDS, "safe and adequate"] as const;
/** CDRR: chronic disease risk reduction intake of NASEM (sodium). */
export const SECOND_LINE_LIMITS = ["UL", "CDRR", "safe level"] as const;
/** What is held against the limit: all intake, preformed vitamin A, or folic acid, which no table tells apart here. */
export const LIMIT_COUNTS = ["total", "retinol", "folic-acid"] as const;

export type SecondLineLimit = {
  /** A day, in the nutrient's unit; of folic acid in µg of folic acid. */
  readonly value: number;
  readonly kind: (typeof SECOND_LINE_LIMITS)[number];
  readonly counts: (typeof LIMIT_COUNTS)[number];
  readonly source: Citation;
  readonly year: number;
};

/** Reference values of one nutrient for one person on one day, a day in the nutrient's unit. */
export type SecondLineReference = {
  readonly nutrient: SecondLineNutrient;
  readonly unit: Unit;
  /** Whose values these are. */
  readonly standard: Standard;
  readonly target: number | null;
  readonly kind: (typeof SECOND_LINE_KINDS)[number] | null;
  readonly ear: number | null;
  readonly limit: SecondLineLimit | null;
  /** Null when the person has no group on that day; the reason is in `note`. */
  readonly group: string | null;
  readonly source: Citation;
  readonly year: number;
  readonly note: string | null;
};

type OwnNutrient = Exclude<SecondLineNutrient, "vitaminD" | "vitaminC">;
type Cell = number | null;
type NasemTable = {
  readonly source: string;
  readonly year: number;
  readonly limit: { readonly kind: string; readonly counts: string } | null;
  readonly note: string | null;
  /** EAR, RDA, AI, limit. */
  readonly values: { readonly [group: string]: readonly Cell[] };
};
type EfsaTable = {
  readonly source: string;
  readonly year: number;
  readonly kind: string | null;
  readonly note: string | null;
  readonly unchecked: string | null;
  readonly values: readonly EfsaRow[];
  readonly limit: {
    readonly kind: string;
    readonly source: string;
    readonly year: number;
    readonly counts: string;
    readonly lifeStages: readonly string[];
    readonly values: readonly {
      readonly fromMonths: number;
      readonly untilMonths: number | null;
      readonly value: number;
    }[];
  } | null;
};

const citation = (id: string): Citation => {
  const source = (table.sources as Record<string, Citation>)[id];
  if (!source) throw new Error(`data/reference/second-line.json has no source ${id}`);
  return source;
};

const joined = (notes: readonly (string | null)[]): string | null => {
  const said = notes.filter((note) => note !== null);
  return said.length === 0 ? null : said.join(" ");
};

const limitOf = (
  value: Cell,
  kind: string,
  counts: string,
  source: string,
  year: number,
): SecondLineLimit | null =>
  value === null
    ? null
    : {
        value,
        kind: kind as SecondLineLimit["kind"],
        counts: counts as SecondLineLimit["counts"],
        source: citation(source),
        year,
      };

const nasemSecondLine = (nutrient: OwnNutrient, profile: Profile, onDate: LocalDate): SecondLineReference => {
  const { source, year, limit, note, values }: NasemTable = table.nasem[nutrient];
  const common = {
    nutrient,
    unit: NUTRIENTS[nutrient].unit,
    standard: "nasem" as const,
    source: citation(source),
    year,
  };
  const stage = lifeStageOf(profile, onDate);
  if (!stage.ok) {
    return { ...common, target: null, kind: null, ear: null, limit: null, group: null, note: stage.message };
  }
  const row = values[stage.group.key];
  if (row?.length !== 4) throw new Error(`data/reference/second-line.json has no row ${stage.group.key}`);
  const [ear = null, rda = null, ai = null, most = null] = row;
  return {
    ...common,
    target: rda ?? ai,
    kind: rda !== null ? "RDA" : ai !== null ? "AI" : null,
    ear,
    limit: limit && limitOf(most, limit.kind, limit.counts, source, year),
    group: stage.group.label,
    note: joined([stage.note, note]),
  };
};

const INFANT_MONTHS = 12;

/** Sodium has a kind of its own from 1 year; the infants' value is an AI. */
const efsaKind = (row: EfsaRow, kind: string | null): SecondLineReference["kind"] =>
  row.pri !== null
    ? "PRI"
    : row.ai === null
      ? null
      : kind !== null && row.fromMonths >= INFANT_MONTHS
        ? (kind as SecondLineReference["kind"])
        : "AI";

const efsaSecondLine = (nutrient: OwnNutrient, profile: Profile, onDate: LocalDate): SecondLineReference => {
  const found: EfsaTable = table.efsa[nutrient];
  const { source, year, limit } = found;
  const common = {
    nutrient,
    unit: NUTRIENTS[nutrient].unit,
    standard: "efsa" as const,
    source: citation(source),
    year,
  };
  const checked = ageForReference(profile, onDate);
  if (!checked.ok) {
    return {
      ...common,
      target: null,
      kind: null,
      ear: null,
      limit: null,
      group: null,
      note: checked.message,
    };
  }
  const { months } = checked.age;
  const { row, note } = chooseRow(found, profile, months);
  const most = limit?.lifeStages.includes(profile.lifeStage)
    ? limit.values.find((range) => holdsAge(range, months))
    : undefined;
  return {
    ...common,
    target: row === null ? null : (row.pri ?? row.ai),
    kind: row === null ? null : efsaKind(row, found.kind),
    ear: row === null ? null : row.ar,
    limit: limit && most ? limitOf(most.value, limit.kind, limit.counts, limit.source, limit.year) : null,
    group: row === null ? null : groupOf(row.sex, row.lifeStage, row.fromMonths, row.untilMonths).label,
    note: joined([found.note, found.unchecked && `Not checked in print: ${found.unchecked}`, note]),
  };
};

/** Vitamins D and C have full reference values, as the minerals do. */
const fullReference = (
  nutrient: "vitaminD" | "vitaminC",
  profile: Profile,
  onDate: LocalDate,
  standard: Standard,
): SecondLineReference => {
  const found = referenceIntake(nutrient, profile, onDate, standard);
  const { ul, ulKind, ulSource, ulYear } = found;
  return {
    nutrient,
    unit: found.unit,
    standard,
    target: found.target,
    kind: found.published.kind,
    ear: found.ear,
    limit:
      ul === null || ulSource === null || ulYear === null
        ? null
        : { value: ul, kind: ulKind, counts: "total", source: ulSource, year: ulYear },
    group: found.group?.label ?? null,
    source: found.source,
    year: found.year,
    note: found.note,
  };
};

/**
 * Reference values of a nutrient beside the six for a person on a day. Where the standard has no table of the nutrient,
 * the values of NASEM stand in, and `standard` says so.
 *
 * Sources: `data/reference/second-line.json`; of vitamins D and C those of {@link referenceIntake}.
 * @throws RangeError when a date is no calendar day.
 */
export const secondLineReference = (
  nutrient: SecondLineNutrient,
  profile: Profile,
  onDate: LocalDate,
  standard: Standard,
): SecondLineReference => {
  if (nutrient === "vitaminD" || nutrient === "vitaminC") {
    return fullReference(nutrient, profile, onDate, standard);
  }
  return standard === "efsa"
    ? efsaSecondLine(nutrient, profile, onDate)
    : nasemSecondLine(nutrient, profile, onDate);
};

/** The nutrient whose amount is held against a limit; null where nothing here tells it apart. */
export const countedByLimit = (
  nutrient: SecondLineNutrient,
  { counts }: Pick<SecondLineLimit, "counts">,
): NutrientId | null => (counts === "total" ? nutrient : counts === "retinol" ? "retinol" : null);

/**
 * How far the known amount of a day lies above a limit, in the nutrient's unit; null where it does not or cannot be
 * told. Prescribed doses do not count. A single day above a limit is no concern by itself.
 */
export const aboveLimit = (
  nutrient: SecondLineNutrient,
  limit: Pick<SecondLineLimit, "value" | "counts"> | null,
  entries: readonly CountedEntry[],
): number | null => {
  const counted = limit && countedByLimit(nutrient, limit);
  if (!limit || !counted) return null;
  const amountIn = (some: readonly CountedEntry[]) =>
    totalOf(
      counted,
      some.map(({ nutrients }) => nutrients),
    ).amount;
  const prescribed = entries.filter((entry) => entry.prescribed?.includes(nutrient));
  return overUpperLimit({ ul: limit.value, ulScope: "total" }, amountIn(entries), null, amountIn(prescribed));
};
