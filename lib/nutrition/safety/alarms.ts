import type { NutrientId } from "../nutrients";
import { type AlarmRow, SAFETY, type SafetyText, safetyText } from "./table";

/** One day as the alarms see it: lower bounds in each nutrient's unit, null unknown. */
export type AlarmDay = {
  /** Food and supplements together. */
  readonly total: { readonly [N in NutrientId]?: number | null };
  readonly fromSupplements: { readonly [N in NutrientId]?: number | null };
  /** The single supplement doses of the day. */
  readonly doses: readonly { readonly [N in NutrientId]?: number | null }[];
  /** Completed years, null unknown. */
  readonly age: number | null;
  readonly weightKg: number | null;
  /** Nutrients of which a doctor prescribed the dose: the person said so, and the alarm stays silent. */
  readonly prescribed?: ReadonlySet<NutrientId>;
};

export type Alarm = SafetyText & {
  readonly nutrient: NutrientId;
  /** What the day, the dose or the kilogram held, in the nutrient's unit. */
  readonly amount: number;
  readonly level: number;
  readonly per: AlarmRow["per"];
};

const largest = (values: readonly (number | null | undefined)[]): number | null => {
  const known = values.filter((value) => value !== null && value !== undefined);
  return known.length === 0 ? null : Math.max(...known);
};

const measured = (row: AlarmRow, day: AlarmDay): number | null => {
  if (row.per === "dose") return largest(day.doses.map((dose) => dose[row.nutrient]));
  const amounts = row.counts === "supplements" ? day.fromSupplements : day.total;
  const amount = amounts[row.nutrient];
  if (amount === null || amount === undefined) return null;
  if (row.per === "day") return amount;
  return day.weightKg !== null && day.weightKg > 0 ? amount / day.weightKg : null;
};

/**
 * The few single-day amounts that are worth an alarm, of `data/reference/safety.json`; everything else above
 * an upper limit gets the neutral notice. The levels are Assay's own, set below reported harm. An unknown
 * amount, or a child's unknown weight, raises no alarm; a child without a known age is not taken for one.
 */
export const singleDayAlarms = (day: AlarmDay): readonly Alarm[] =>
  SAFETY.alarms.flatMap((row) => {
    if (day.prescribed?.has(row.nutrient)) return [];
    if (row.underAgeYears !== null && !(day.age !== null && day.age < row.underAgeYears)) return [];
    const amount = measured(row, day);
    if (amount === null || amount < row.level) return [];
    const { nutrient, level, per } = row;
    return [{ ...safetyText(row.code, row), nutrient, amount, level, per }];
  });
