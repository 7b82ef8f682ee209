import type { LocalDate } from "./dates";
import { ageForReference, type Profile } from "./life-stage";
import type { PublishedReference, ReferenceNutrient, UpperLimitScope } from "./reference-types";

/*
 * Reader of the reference tables of one shape (`data/reference/anz.json` and its like; their `reading` says what a row
 * holds). The tables of NASEM and EFSA have readers of their own.
 */

type Cell = number | null;
/** from, until, average, recommended, adequate, upper: ages in completed months, amounts a day in the nutrient's unit. */
type Row = readonly Cell[];
type NutrientTable = {
  readonly source: string;
  readonly year: number;
  readonly note: string | null;
  readonly upperLimit: {
    readonly kind: string;
    readonly scope: string;
    readonly source: string | null;
    readonly year: number | null;
    readonly note: string | null;
  };
  /** from, until, CV of the requirement as the authority states it. */
  readonly requirementCv?: readonly Row[];
  /** Ages that the table takes to menstruate, and the row of those of whom the profile says otherwise. */
  readonly menstruation?: {
    readonly fromMonths: number;
    readonly untilMonths: number;
    readonly rowAt: readonly {
      readonly menstruating: boolean;
      readonly fromMonths: number;
      readonly untilMonths: number | null;
      readonly atMonths: number;
    }[];
    readonly note: string;
  };
  /** By who they hold for: everyone, male, female, pregnant, lactating. */
  readonly rows: { readonly [who: string]: readonly Row[] | undefined };
};
export type ReferenceTable = {
  readonly kind: string;
  readonly year: number;
  readonly noValue: string;
  readonly sources: {
    readonly [id: string]: { readonly citation: string; readonly url: string } | undefined;
  };
  readonly nutrients: { readonly [N in ReferenceNutrient]?: NutrientTable };
};

type Found = { readonly who: string; readonly row: Row };

const ADULT_MONTHS = 18 * 12;

const holdsAge = ([from = null, until = null]: Row, months: number): boolean =>
  from !== null && months >= from && (until === null || months < until);

const targetOf = ([, , , recommended = null, adequate = null]: Row): Cell => recommended ?? adequate;

/** The row of the largest target: of values by trimester, which the profile does not know, none is taken too low. */
const largest = (found: readonly Found[]): Found | null =>
  found.reduce<Found | null>((best, next) => {
    const target = targetOf(next.row);
    const before = best && targetOf(best.row);
    return best === null || (target !== null && (before === null || target > before)) ? next : best;
  }, null);

const at = (table: NutrientTable, who: readonly string[], months: number): Found | null =>
  largest(
    who.flatMap((name) =>
      (table.rows[name] ?? []).filter((row) => holdsAge(row, months)).map((row) => ({ who: name, row })),
    ),
  );

/** The age at which the row is looked up: another one where iron follows what the profile says of menstruation. */
const ageOfRow = ({ menstruation }: NutrientTable, profile: Profile, months: number): number => {
  if (menstruation === undefined || profile.sex !== "female" || profile.lifeStage !== "none") return months;
  const assumed = months >= menstruation.fromMonths && months < menstruation.untilMonths;
  const menstruating = profile.menstruating ?? assumed;
  if (menstruating === assumed) return months;
  const other = menstruation.rowAt.find(
    (entry) =>
      entry.menstruating === menstruating &&
      months >= entry.fromMonths &&
      (entry.untilMonths === null || months < entry.untilMonths),
  );
  return other ? other.atMonths : months;
};

const NEAREST = "No values are published for this age; those of the nearest group are shown.";
const YOUNG =
  "No age is published for these values; the larger of them and of those for this age is shown below 18 years.";

/**
 * The row of a person, and a note where it is not the one of their age. Pregnancy and lactation outside the published
 * ages get the nearest row, and below 18 years a row without an age never a target below that of the age.
 */
const rowOf = (
  table: NutrientTable,
  profile: Profile,
  months: number,
): { found: Found | null; note: string | null } => {
  const ofAge = at(table, [profile.sex, "everyone"], ageOfRow(table, profile, months));
  if (profile.lifeStage === "none") return { found: ofAge, note: null };
  const who = profile.lifeStage;
  const rows = table.rows[who] ?? [];
  const own = at(table, [who], months);
  if (own === null) {
    const [first] = rows;
    const nearest = first?.[0] !== undefined && first[0] !== null && months < first[0] ? first : rows.at(-1);
    return nearest ? { found: { who, row: nearest }, note: NEAREST } : { found: null, note: null };
  }
  if (own.row[0] !== 0 || months >= ADULT_MONTHS || ofAge === null) return { found: own, note: null };
  return { found: largest([own, ofAge]), note: YOUNG };
};

const agesOf = (from: number, until: Cell): string => {
  if (until === null) return from === 0 ? "" : ` ${from / 12} years and over`;
  if (until <= 12) return ` ${from}–${until - 1} months`;
  return from === 0 ? ` under ${until / 12} years` : ` ${from / 12}–${until / 12 - 1} years`;
};

const NAMES: { readonly [who: string]: readonly [young: string, adult: string] | undefined } = {
  everyone: ["Children", "Adults"],
  male: ["Boys", "Men"],
  female: ["Girls", "Women"],
  pregnant: ["Pregnancy", "Pregnancy"],
  lactating: ["Lactation", "Lactation"],
};

const groupOf = ({ who, row }: Found) => {
  const [from = 0, until = null] = row;
  const start = from ?? 0;
  const [young, adult] = NAMES[who] ?? [who, who];
  const name = until !== null && until <= 12 ? "Infants" : start >= ADULT_MONTHS ? adult : young;
  return {
    key: `${who}-${start}-${until === null ? "plus" : until - 1}-months`,
    label: `${name}${agesOf(start, until)}`,
  };
};

const citation = (table: ReferenceTable, id: string) => {
  const source = table.sources[id];
  if (!source) throw new Error(`A reference table has no source ${id}`);
  return { citation: source.citation, url: source.url };
};

const scopeOf = (upper: Cell, scope: string): UpperLimitScope | null =>
  upper === null ? null : scope === "supplements" ? "supplements" : "total";

/**
 * Reference of one nutrient in a table of this shape: the recommended intake where set, else the adequate intake; the
 * average requirement as `ear`. A nutrient that the table does not hold has no value, with a note.
 */
export const tableReference = (
  table: ReferenceTable,
  nutrient: ReferenceNutrient,
  profile: Profile,
  onDate: LocalDate,
): PublishedReference => {
  const values = table.nutrients[nutrient];
  const [firstSource = ""] = Object.keys(table.sources);
  const limit = values?.upperLimit;
  const common = {
    source: citation(table, values?.source ?? firstSource),
    year: values?.year ?? table.year,
    upperLimit: {
      kind: "UL" as const,
      source: limit?.source ? citation(table, limit.source) : null,
      year: limit?.year ?? null,
    },
    requirementFactor: 1,
  };
  const without = (note: string): PublishedReference => ({
    ...common,
    target: null,
    kind: null,
    ear: null,
    ul: null,
    ulScope: null,
    group: null,
    row: null,
    notes: [note],
  });
  if (values === undefined) return without("Assay’s copy of this table does not hold this nutrient.");
  const checked = ageForReference(profile, onDate);
  if (!checked.ok) return without(checked.message);
  const { months } = checked.age;
  const { found, note } = rowOf(values, profile, months);
  if (found === null) return without(table.noValue);
  const { row } = found;
  const [, , average = null, recommended = null, adequate = null] = row;
  // The upper limit follows age, also where the iron requirement follows menstruation.
  const upper =
    (profile.lifeStage === "none" ? at(values, [profile.sex, "everyone"], months) : found)?.row[5] ?? null;
  const group = groupOf(found);
  const cv = values.requirementCv?.find((entry) => holdsAge(entry, months))?.[2] ?? null;
  const moved = ageOfRow(values, profile, months) !== months;
  return {
    ...common,
    target: recommended ?? adequate,
    kind: recommended !== null ? (table.kind as PublishedReference["kind"]) : adequate !== null ? "AI" : null,
    ear: average,
    ul: upper,
    ulScope: scopeOf(upper, values.upperLimit.scope),
    group,
    row: group.key,
    ...(cv === null ? {} : { requirementCv: cv }),
    notes: [
      values.note,
      values.upperLimit.note,
      note,
      moved ? (values.menstruation?.note ?? null) : null,
    ].filter((text) => text !== null),
  };
};
