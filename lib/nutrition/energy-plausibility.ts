import energyNeeds from "@/data/reference/energy-needs.json";
import type { DayIntake } from "./day-intake";
import type { Person } from "./person";

/*
 * Whether the mean energy of recorded days is plausible: days that each look whole can still lack a meal. Method:
 * Goldberg's cut-off in the form of A. E. Black, Int J Obes 2000;24:1119–1130, doi:10.1038/sj.ijo.0801376.
 */

const { plausibility } = energyNeeds;

type Row = { readonly sex: string; readonly fromYears: number; readonly untilYears: number | null };

const rowFor = <R extends Row>(rows: readonly R[], { sex, ageYears }: Person): R | undefined =>
  rows.find(
    (row) =>
      row.sex === sex && ageYears >= row.fromYears && (row.untilYears === null || ageYears < row.untilYears),
  );

/**
 * Energy that a person with a light way of life uses a day, kcal: basal metabolic rate (Schofield 1985) × 1.55, of the
 * person's weight, or of the reference weight while it is unknown. Null under 14 years. In pregnancy and lactation
 * more is used, which is left out: the cut-off then flags less.
 */
export const energyUsedKcal = (person: Person): number | null => {
  const basal = rowFor(plausibility.basal.rows, person);
  const reference = rowFor(plausibility.referenceWeight.rows, person);
  if (!basal || !reference) return null;
  const weight = person.weightKg ?? reference.kg;
  return (basal.kcalPerKg * weight + basal.kcal) * plausibility.activityLevel;
};

/** Least plausible mean energy of `days` days as a share of the energy used, 0 to 1. @param days above 0. */
export const leastEnergyShare = (days: number): number => {
  const { cvIntakePercent, cvBasalPercent, cvActivityPercent } = plausibility;
  const spread = Math.sqrt(cvIntakePercent ** 2 / days + cvBasalPercent ** 2 + cvActivityPercent ** 2);
  return Math.exp((-2 * spread) / 100);
};

/**
 * Whether the mean energy of days that count lies below the cut-off, by the days on which every food states its energy.
 * False where it cannot be said: without such a day, or under 14 years.
 */
export const isEnergyBelowPlausible = (usable: readonly DayIntake[], person: Person): boolean => {
  const used = energyUsedKcal(person);
  const stated = usable.filter(({ food: { energy } }) => energy.known === energy.entries);
  if (used === null || stated.length === 0) return false;
  const sum = stated.reduce((all, { food: { energy } }) => all + (energy.amount ?? 0), 0);
  return sum / stated.length < used * leastEnergyShare(stated.length);
};
