import type { NutrientId } from "../nutrients";
import { type AlarmRow, SAFETY, type SafetyText, safetyText } from "./table";

/** Intake of one day; lower bounds in each nutrient's unit, null unknown. */
export type AlarmDay = {
  /** Food and supplements together. */
  readonly total: { readonly [N in NutrientId]?: number | null };
  readonly fromSupplements: { readonly [N in NutrientId]?: number | null };
  /** The single supplement doses of the day. */
  readonly doses: readonly { readonly [N in NutrientId]?: number | null }[];
  /** Completed years, null unknown. */
  readonly age: number | null;
  readonly weightKg: number | null;
  /** Nutrients with a prescribed dose, for which no alarm is raised. */
  readonly prescribed?: ReadonlySet<NutrientId>;
};

export type Alarm = SafetyText & {
  readonly nutrient: NutrientId;
  /** Amount per day, dose or kilogram of body weight, in the nutrient's unit. */
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
 * Alarms for single days, by the levels in `data/reference/safety.json`; other amounts above an upper limit get a
 * neutral notice. The levels are Assay's own, below reported harm. Unknown amounts, and an unknown weight of a child,
 * raise no alarm; with an unknown age the levels for children do not apply.
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
