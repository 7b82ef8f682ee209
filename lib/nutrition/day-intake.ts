import type { Composition } from "./composition";
import type { LocalDate } from "./dates";
import { type Total, type Totals, totalsOf } from "./intake";
import { NUTRIENT_IDS, type NutrientId } from "./nutrients";

/** Something eaten or taken, with the amounts in it; null is unknown. */
export type IntakeEntry = { readonly kind: "food" | "supplement"; readonly amounts: Composition };

/** What a person can say of a day: all of it is logged, or something is missing. */
export type SaidMark = "complete" | "incomplete";
/** Null where nothing was said. */
export type DayMark = SaidMark | null;

/** One diary day with at least one entry. Food and supplements are kept apart: some upper limits count one only. */
export type DayIntake = {
  readonly date: LocalDate;
  readonly mark: DayMark;
  readonly food: Totals;
  readonly supplements: Totals;
  /**
   * Energy (kcal) of the foods that report each nutrient, for its coverage; null where none of them states
   * its energy. Null as a whole when it was not computed: coverage then counts foods in place of energy.
   */
  readonly reportingEnergy: { readonly [N in NutrientId]: number | null } | null;
  /** What of `supplements` a doctor prescribed, which no upper limit counts; nothing where it is left out or null. */
  readonly prescribed?: { readonly [N in NutrientId]?: number | null };
};

/** A day from its entries. */
export const dayIntakeOf = (
  date: LocalDate,
  entries: readonly IntakeEntry[],
  mark: DayMark = null,
): DayIntake => {
  const foods: Composition[] = [];
  const supplements: Composition[] = [];
  for (const { kind, amounts } of entries) (kind === "food" ? foods : supplements).push(amounts);
  const reportingEnergy = {} as Record<NutrientId, number | null>;
  for (const nutrient of NUTRIENT_IDS) {
    let sum = 0;
    let known = false;
    for (const food of foods) {
      if (food[nutrient] === null || food.energy === null) continue;
      sum += food.energy;
      known = true;
    }
    reportingEnergy[nutrient] = known ? sum : null;
  }
  return { date, mark, food: totalsOf(foods), supplements: totalsOf(supplements), reportingEnergy };
};

/**
 * How much of some food reports a nutrient, 0 to 1: its share of the energy where every food states its energy; the
 * smaller of that share and the share of foods where some do not. Null without food.
 * @param total of the nutrient over the foods.
 * @param energy of all of them, kcal.
 * @param reporting energy of those that report the nutrient, kcal; null where none of them states its energy.
 */
export const coverageOfFood = (total: Total, energy: Total, reporting: number | null): number | null => {
  if (total.entries === 0) return null;
  const byCount = total.known / total.entries;
  if (energy.amount === null || energy.amount <= 0) return byCount;
  // Foods that report the nutrient but no energy weigh nothing here, which can only lower the coverage.
  if (reporting === null) return 0;
  const byEnergy = Math.min(1, reporting / energy.amount);
  return energy.known < energy.entries ? Math.min(byEnergy, byCount) : byEnergy;
};

/**
 * How much of a day's food reports a nutrient, see {@link coverageOfFood}; the share of foods where energies by
 * nutrient were not computed. Null on a day without food.
 */
export const coverageOfDay = ({ food, reportingEnergy }: DayIntake, nutrient: NutrientId): number | null => {
  const total = food[nutrient];
  if (reportingEnergy === null) return total.entries === 0 ? null : total.known / total.entries;
  return coverageOfFood(total, food.energy, reportingEnergy[nutrient]);
};

/** Food and supplements together: a lower bound, null exactly when neither reports the nutrient. */
export const amountOfDay = (day: DayIntake, nutrient: NutrientId): number | null => {
  const food = day.food[nutrient].amount;
  const supplements = day.supplements[nutrient].amount;
  if (food === null) return supplements;
  return supplements === null ? food : food + supplements;
};
