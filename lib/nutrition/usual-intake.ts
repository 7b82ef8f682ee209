import energyNeeds from "@/data/reference/energy-needs.json";
import type { LocalDate } from "./dates";
import { amountOfDay, coverageOfDay, type DayIntake } from "./day-intake";
import { NUTRIENTS, type NutrientId, type UnitOf } from "./nutrients";
import type { Person } from "./person";
import { type DaySpread, daySpreadOf, type OddDay, type Spread, type WithinPersonSd } from "./within-person";

/**
 * Least plausible energy, kcal, of a complete day, for days without a mark: half the energy requirement of a sedentary
 * person of the same sex and age. Source and reason: `data/reference/energy-needs.json`. Null under 14 years.
 */
export const leastEnergyKcal = ({ sex, ageYears }: Person): number | null => {
  const row = energyNeeds.rows.find(
    (r) => r.sex === sex && ageYears >= r.fromYears && (r.untilYears === null || ageYears < r.untilYears),
  );
  return row ? row.kcal * energyNeeds.leastShare : null;
};

export type ExclusionReason =
  | "marked-incomplete"
  | "implausible-energy"
  /** The foods that state their energy make no plausible day, and how much the others hold is unknown. */
  | "unknown-energy"
  | "no-food"
  | "no-value";
export type ExcludedDay = { readonly date: LocalDate; readonly reason: ExclusionReason };

const exclusionOf = (day: DayIntake, person: Person | null): ExclusionReason | null => {
  if (day.mark === "incomplete") return "marked-incomplete";
  // A mark "complete" is accepted whatever the energy: a day of fasting counts.
  if (day.mark === "complete") return null;
  const { amount, known, entries } = day.food.energy;
  if (entries === 0) return "no-food";
  const least = person && leastEnergyKcal(person);
  if (least === null || (amount !== null && amount >= least)) return null;
  return known === entries ? "implausible-energy" : "unknown-energy";
};

export type SplitDays = { readonly usable: readonly DayIntake[]; readonly excluded: readonly ExcludedDay[] };

/**
 * Splits days into those usable for usual intake and those excluded, with the reason: marked incomplete, without food,
 * or without a mark and with too little energy ({@link leastEnergyKcal}) in the foods that state it: of a day that holds
 * no more than an entry without values, nobody can tell that it is whole. Days marked complete are usable.
 * @param person null when unknown: no day is then excluded for its energy.
 */
export const usableDays = (days: readonly DayIntake[], person: Person | null): SplitDays => {
  const usable: DayIntake[] = [];
  const excluded: ExcludedDay[] = [];
  for (const day of days) {
    const reason = exclusionOf(day, person);
    if (reason === null) usable.push(day);
    else excluded.push({ date: day.date, reason });
  }
  return { usable, excluded };
};

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Fewest days for a conclusion: 3 for the nutrients with the largest within-person variation, else 2. */
export const minimumDays = (nutrient: NutrientId): number =>
  nutrient === "zinc" || nutrient === "vitaminC" || nutrient === "iron" ? 3 : 2;

/** 95th percentile of the standard normal distribution: mean ± 1.645 SD/√n is the 90 % interval of usual intake. */
export const Z_90_PERCENT_INTERVAL = 1.6448536269514726;

/** Usual intake of a nutrient from recorded days; amounts per day in the nutrient's unit. */
export type UsualIntake<N extends NutrientId = NutrientId> = {
  readonly nutrient: N;
  readonly unit: UnitOf<N>;
  /** Days that count. */
  readonly days: number;
  /** How many of `days` the person marked complete. */
  readonly completeDays: number;
  readonly excluded: readonly ExcludedDay[];
  /** Mean of food and supplements over `days`; a lower bound where `coverageOfMean` is below 1. Null without days. */
  readonly mean: number | null;
  /** The part of `mean` from food. */
  readonly fromFood: number | null;
  /**
   * Mean coverage, 0 to 1, over all usable days; days left out because no food reports the nutrient count as 0. Null
   * without usable days.
   */
  readonly coverage: number | null;
  /** Mean coverage over `days` alone: how complete `fromFood` is. */
  readonly coverageOfMean: number | null;
  readonly sdWithin: WithinPersonSd | null;
  /** SD of the person's own days from food, where it is far above the survey's and was pooled with it; else null. */
  readonly ownSd: number | null;
  /** The single day that sets the own spread apart; null where none does. */
  readonly oddDay: OddDay | null;
  /** What the words of a verdict rest on; null without an SD. */
  readonly spread: Spread | null;
  /** 90 % interval of usual intake, at least 0; null without an SD or with fewer than {@link minimumDays} days. */
  readonly interval90: { readonly low: number; readonly high: number } | null;
};

/** 90 % interval of usual intake from the mean of `days` days. */
const interval90Of = (mean: number, sdWithin: number, days: number) => {
  const half = (Z_90_PERCENT_INTERVAL * sdWithin) / Math.sqrt(days);
  return { low: Math.max(0, mean - half), high: mean + half };
};

/** Average intake of a nutrient over days that count, before any assessment. */
export type AverageIntake = {
  /** Days on which at least one food reports the nutrient, and days of fasting. */
  readonly days: number;
  /** How many of `days` the person marked complete. */
  readonly completeDays: number;
  /** Days that count but on which no food reports the nutrient. */
  readonly withoutValue: readonly LocalDate[];
  /** Amount on each of `days`, food and supplements together; lower bounds where foods lack values. */
  readonly amounts: readonly number[];
  readonly dates: readonly LocalDate[];
  /** The part of each of `amounts` from supplements. */
  readonly doses: readonly number[];
  /** The same assuming that foods without a value contain, per kcal, what the others do. */
  readonly filled: readonly number[];
  readonly mean: number | null;
  readonly fromFood: number | null;
  /** As in {@link UsualIntake}. */
  readonly coverage: number | null;
  readonly coverageOfMean: number | null;
};

/**
 * Average of a nutrient over days that count ({@link usableDays}). A day on which no food reports it is left out; a day
 * marked complete without any food is a fast with a known intake of 0.
 */
export const averageIntakeOf = (nutrient: NutrientId, usable: readonly DayIntake[]): AverageIntake => {
  const withoutValue: LocalDate[] = [];
  const amounts: number[] = [];
  const doses: number[] = [];
  const dates: LocalDate[] = [];
  const filled: number[] = [];
  let completeDays = 0;
  let foodSum = 0;
  let coverageSum = 0;
  for (const day of usable) {
    const food = day.food[nutrient].amount;
    const amount = amountOfDay(day, nutrient);
    const fast = day.food[nutrient].entries === 0;
    if (food === null && !fast) {
      withoutValue.push(day.date);
      continue;
    }
    const all = amount === null ? 0 : amount;
    const fromFood = food === null ? 0 : food;
    const known = coverageOfDay(day, nutrient);
    const coverage = known === null ? 1 : known;
    if (day.mark === "complete") completeDays += 1;
    amounts.push(all);
    doses.push(all - fromFood);
    dates.push(day.date);
    filled.push(coverage > 0 ? all - fromFood + fromFood / coverage : all);
    foodSum += fromFood;
    coverageSum += coverage;
  }
  const days = amounts.length;
  return {
    days,
    completeDays,
    withoutValue,
    amounts,
    dates,
    doses,
    filled,
    mean: days === 0 ? null : sumOf(amounts) / days,
    fromFood: days === 0 ? null : foodSum / days,
    coverage: usable.length === 0 ? null : coverageSum / usable.length,
    coverageOfMean: days === 0 ? null : coverageSum / days,
  };
};

const spreadOf = (
  nutrient: NutrientId,
  { amounts, dates, doses }: AverageIntake,
  person: Person,
): DaySpread | null => {
  const food = dates.map((date, i) => ({ date, amount: (amounts[i] as number) - (doses[i] as number) }));
  return daySpreadOf(nutrient, person, food, doses);
};

/** Usual intake of a nutrient from recorded days. A day on which no food reports it is left out (`no-value`). */
export const usualIntakeOf = <N extends NutrientId>(
  nutrient: N,
  days: readonly DayIntake[],
  person: Person,
): UsualIntake<N> => usualIntakeFrom(nutrient, usableDays(days, person), person);

/** {@link usualIntakeOf} from days that {@link usableDays} has split. */
export const usualIntakeFrom = <N extends NutrientId>(
  nutrient: N,
  { usable, excluded }: SplitDays,
  person: Person,
): UsualIntake<N> => {
  const found = averageIntakeOf(nutrient, usable);
  const { mean, fromFood } = found;
  const spread = found.days === 0 ? null : spreadOf(nutrient, found, person);
  const sdWithin = spread === null ? null : spread.sdWithin;
  return {
    nutrient,
    unit: NUTRIENTS[nutrient].unit,
    days: found.days,
    completeDays: found.completeDays,
    excluded: [...excluded, ...found.withoutValue.map((date) => ({ date, reason: "no-value" as const }))],
    mean,
    fromFood,
    coverage: found.coverage,
    coverageOfMean: found.coverageOfMean,
    sdWithin,
    ownSd: spread === null ? null : spread.ownSd,
    oddDay: spread === null ? null : spread.oddDay,
    spread: spread === null ? null : spread.spread,
    interval90:
      mean === null || sdWithin === null || found.days < minimumDays(nutrient)
        ? null
        : interval90Of(mean, sdWithin.value, found.days),
  };
};
