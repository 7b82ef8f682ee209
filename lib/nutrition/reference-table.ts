import type { LocalDate } from "./dates";
import { ageForReference, type Profile } from "./life-stage";
import {
  type DietAllowance,
  NO_VALUES,
  type PublishedReference,
  type ReferenceNutrient,
} from "./reference-types";

/*
 * Reader of the reference tables of one shape (`data/reference/anz.json` and its like; their `reading` says what a row
 * holds). The tables of NASEM and EFSA have readers of their own.
 */

type Cell = number | null;
/** from, until, average, recommended, adequate, upper: ages in completed months, amounts a day in the nutrient's unit. */
type Row = readonly Cell[];
/** By who they hold for: everyone, male, female, menstruating, notMenstruating, pregnant, lactating. */
type Rows = { readonly [who: string]: readonly Row[] | undefined };

/** Ages that the table takes to menstruate, and the row of those of whom the profile says otherwise. */
type Menstruation = {
  readonly fromMonths: number;
  readonly untilMonths: number;
  readonly rowAt?: readonly {
    readonly menstruating: boolean;
    readonly fromMonths: number;
    readonly untilMonths: number | null;
    readonly atMonths: number;
  }[];
  readonly note?: string;
};

type NutrientTable = {
  readonly source: string;
  readonly year: number;
  readonly note: string | null;
  readonly upperLimit: {
    readonly scope: string;
    readonly source: string | null;
    readonly year: number | null;
    readonly note: string | null;
  };
  /** from, until, CV of the requirement as the authority states it. */
  readonly requirementCv?: readonly Row[];
  readonly menstruation?: Menstruation;
  /** Factor on the requirement of vegetarian diets from an age on; 1 where the authority makes no allowance. */
  readonly vegetarian?: { readonly factor: number; readonly fromMonths: number; readonly note: string };
  /** Values that depend on the phytate of the diet, in addition to `rows`: the class at or above it holds. */
  readonly phytate?: {
    readonly assumedMg: number;
    readonly assumedNote: string;
    readonly levels: readonly { readonly phytateMg: number; readonly rows: Rows }[];
  };
  readonly rows: Rows;
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

const ADULT_MONTHS = 18 * 12;

// --- The row of a person ------------------------------------------------------------------------------------

type Found = { readonly who: string; readonly row: Row };

const within = (from: Cell | undefined, until: Cell | undefined, months: number): boolean =>
  typeof from === "number" && months >= from && (typeof until !== "number" || months < until);

const holdsAge = ([from, until]: Row, months: number): boolean => within(from, until, months);

const targetOf = ([, , , recommended = null, adequate = null]: Row): Cell => recommended ?? adequate;

/** The row of the largest target: of values by trimester, which the profile does not know, none is taken too low. */
const largest = (found: readonly Found[]): Found | null =>
  found.reduce<Found | null>((best, next) => {
    const target = targetOf(next.row);
    const before = best && targetOf(best.row);
    return best === null || (target !== null && (before === null || target > before)) ? next : best;
  }, null);

const at = (rows: Rows, who: readonly string[], months: number): Found | null =>
  largest(
    who.flatMap((name) =>
      (rows[name] ?? []).filter((row) => holdsAge(row, months)).map((row) => ({ who: name, row })),
    ),
  );

/** The rows for a diet with that much phytate, mg a day; null when unknown. */
const rowsOf = ({ rows, phytate }: NutrientTable, phytateMg: number | null): Rows => {
  if (phytate === undefined) return rows;
  const asked = phytateMg ?? phytate.assumedMg;
  const level = phytate.levels.find((entry) => entry.phytateMg >= asked) ?? phytate.levels.at(-1);
  if (!level) throw new Error("A reference table has no phytate levels");
  const who = new Set([...Object.keys(rows), ...Object.keys(level.rows)]);
  return Object.fromEntries(
    [...who].map((name) => [name, [...(rows[name] ?? []), ...(level.rows[name] ?? [])]]),
  );
};

type LookUp = { readonly who: readonly string[]; readonly months: number };

/** Where the row of a person of that age stands, life stage apart; iron follows what the profile says of menstruation. */
const lookUpOf = (menstruation: Menstruation | undefined, profile: Profile, months: number): LookUp => {
  const who = [profile.sex, "everyone"];
  if (menstruation === undefined || profile.sex !== "female") return { who, months };
  const assumed = months >= menstruation.fromMonths && months < menstruation.untilMonths;
  const menstruating = profile.menstruating ?? assumed;
  who.push(menstruating ? "menstruating" : "notMenstruating");
  if (menstruating === assumed || profile.lifeStage !== "none") return { who, months };
  const other = menstruation.rowAt?.find(
    (entry) => entry.menstruating === menstruating && within(entry.fromMonths, entry.untilMonths, months),
  );
  return { who, months: other ? other.atMonths : months };
};

const NEAREST = "No values are published for this age; those of the nearest group are shown.";
const YOUNG =
  "No age is published for these values; the larger of them and of those for this age is shown below 18 years.";

/**
 * The row of a person, and a note where it is not the one of their age. Pregnancy and lactation outside the published
 * ages get the nearest row, and below 18 years a row without an age never a target below that of the age.
 */
const rowOf = (rows: Rows, { lifeStage }: Profile, months: number, lookUp: LookUp) => {
  const ofAge = at(rows, lookUp.who, lookUp.months);
  if (lifeStage === "none") return { found: ofAge, note: null };
  const own = at(rows, [lifeStage], months);
  if (own === null) {
    const published = rows[lifeStage] ?? [];
    const [first] = published;
    const from = first?.[0];
    const row = typeof from === "number" && months < from ? first : published.at(-1);
    return row ? { found: { who: lifeStage, row }, note: NEAREST } : { found: null, note: null };
  }
  if (own.row[0] !== 0 || months >= ADULT_MONTHS || ofAge === null) return { found: own, note: null };
  return { found: largest([own, ofAge]), note: YOUNG };
};

// --- Its name -----------------------------------------------------------------------------------------------

const agesOf = (from: number, until: Cell): string => {
  if (until === null) return from === 0 ? "" : ` ${from / 12} years and over`;
  if (until <= 12) return ` ${from}–${until - 1} months`;
  return from === 0 ? ` under ${until / 12} years` : ` ${from / 12}–${until / 12 - 1} years`;
};

const NAMES: { readonly [who: string]: readonly [young: string, adult: string, said?: string] | undefined } =
  {
    everyone: ["Children", "Adults"],
    male: ["Boys", "Men"],
    female: ["Girls", "Women"],
    menstruating: ["Girls", "Women", " who menstruate"],
    notMenstruating: ["Girls", "Women", " who do not menstruate"],
    pregnant: ["Pregnancy", "Pregnancy"],
    lactating: ["Lactation", "Lactation"],
  };

const groupOf = ({ who, row }: Found) => {
  const [from, until = null] = row;
  const start = typeof from === "number" ? from : Number.NaN;
  const [young, adult, said = ""] = NAMES[who] ?? [who, who];
  const name = until !== null && until <= 12 ? "Infants" : start >= ADULT_MONTHS ? adult : young;
  return {
    key: `${who}-${start}-${until === null ? "plus" : until - 1}-months`,
    label: `${name}${agesOf(start, until)}${said}`,
  };
};

// --- The reference ------------------------------------------------------------------------------------------

const citation = (table: ReferenceTable, id: string) => {
  const source = table.sources[id];
  if (!source) throw new Error(`A reference table has no source ${id}`);
  return { citation: source.citation, url: source.url };
};

/**
 * Reference of one nutrient in a table of this shape: the recommended intake where set, else the adequate intake; the
 * average requirement as `ear`. A nutrient that the table does not hold has no value, with a note.
 * @param phytateMg phytate of the diet, mg a day, for values that depend on it; null when unknown.
 * @param allowance `vegetarian` multiplies average and target by the factor that the authority states.
 */
export const tableReference = (
  table: ReferenceTable,
  nutrient: ReferenceNutrient,
  profile: Profile,
  onDate: LocalDate,
  phytateMg: number | null,
  allowance: DietAllowance,
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
  };
  const without = (note: string): PublishedReference => ({
    ...common,
    ...NO_VALUES,
    notes: [note],
  });
  if (values === undefined) return without("Assay’s copy of this table does not hold this nutrient.");
  const checked = ageForReference(profile, onDate);
  if (!checked.ok) return without(checked.message);
  const { months } = checked.age;
  const rows = rowsOf(values, phytateMg);
  const lookUp = lookUpOf(values.menstruation, profile, months);
  const { found, note } = rowOf(rows, profile, months, lookUp);
  if (found === null) return without(table.noValue);
  const [, , average = null, recommended = null, adequate = null] = found.row;
  // The upper limit follows age, also where the iron requirement follows menstruation.
  const limited = profile.lifeStage === "none" ? at(rows, lookUp.who, months) : found;
  const upper = limited?.row[5] ?? null;
  const group = groupOf(found);
  const cv = values.requirementCv?.find((entry) => holdsAge(entry, months))?.[2];
  const { vegetarian } = values;
  const allowed =
    allowance === "vegetarian" && vegetarian && months >= vegetarian.fromMonths ? vegetarian : null;
  const times = (value: Cell): Cell => (value === null || allowed === null ? value : value * allowed.factor);
  const notes = [
    values.note,
    allowed?.note ?? null,
    values.phytate && phytateMg === null ? values.phytate.assumedNote : null,
    values.upperLimit.note,
    note,
    lookUp.months === months ? null : (values.menstruation?.note ?? null),
  ];
  return {
    ...common,
    target: times(recommended ?? adequate),
    requirementFactor: allowed === null ? 1 : allowed.factor,
    kind: recommended !== null ? (table.kind as PublishedReference["kind"]) : adequate !== null ? "AI" : null,
    ear: times(average),
    ul: upper,
    ulScope: upper === null ? null : values.upperLimit.scope === "supplements" ? "supplements" : "total",
    group,
    row: group.key,
    ...(typeof cv === "number" ? { requirementCv: cv } : {}),
    notes: notes.filter((text) => text !== null),
  };
};
