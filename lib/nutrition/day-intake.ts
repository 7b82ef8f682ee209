import type { Composition } from "./composition";
import type { LocalDate } from "./dates";
import { type Total, type Totals, totalsOf } from "./intake";
import { NUTRIENT_IDS, type NutrientId } from "./nutrients";

/** A food or a supplement of a day with its amounts; null is unknown. */
export type IntakeEntry = { readonly kind: "food" | "supplement"; readonly amounts: Composition };

/** A mark that the person set on a day: everything is logged, or something is missing. */
export type SaidMark = "complete" | "incomplete";
/** Null for a day without a mark. */
export type DayMark = SaidMark | null;

/** Totals of a day with at least one entry. Food and supplements are separate: some upper limits count only one. */
export type DayIntake = {
  readonly date: LocalDate;
  readonly mark: DayMark;
  readonly food: Totals;
  readonly supplements: Totals;
  /**
   * Energy, kcal, of the foods that report each nutrient, for coverage; null where none of them states its energy. Null
   * as a whole when it was not computed: coverage is then the share of foods instead of energy.
   */
  readonly reportingEnergy: { readonly [N in NutrientId]: number | null } | null;
  /**
   * Energy, kcal, that the person uses on a usual day: as much as the foods of a day may hold together that state no
   * energy. Absent or null where it is not known.
   */
  readonly usedKcal?: number | null;
  /** The prescribed part of `supplements`, which no upper limit counts; absent or null means none. */
  readonly prescribed?: { readonly [N in NutrientId]?: number | null };
};

/** Totals of a day from its entries. */
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
 * Coverage of a nutrient, 0 to 1: the share of food energy from foods that report it. Where some foods lack an energy
 * value, the smaller of that share and the share of foods; these foods are then taken to hold all that the others leave
 * of the energy that the person uses, as an entry without values may be a whole meal. Null without food.
 * @param total of the nutrient over the foods.
 * @param energy total energy of the foods, kcal.
 * @param reporting energy of the foods that report the nutrient, kcal; null where none of them states its energy.
 * @param usedKcal energy that the person uses in the time of these foods; null where it is not known.
 */
export const coverageOfFood = (
  total: Total,
  energy: Total,
  reporting: number | null,
  usedKcal: number | null = null,
): number | null => {
  if (total.entries === 0) return null;
  const byCount = total.known / total.entries;
  const open = energy.known < energy.entries;
  // No food lacks the nutrient, whatever energy is unknown.
  if (open && byCount === 1) return 1;
  const stated = energy.amount === null ? 0 : energy.amount;
  const all = open && usedKcal !== null ? Math.max(stated, usedKcal) : stated;
  if (all <= 0) return byCount;
  // Foods that report the nutrient but no energy add nothing here, which can only lower the coverage.
  const byEnergy = reporting === null ? 0 : Math.min(1, reporting / all);
  return open ? Math.min(byEnergy, byCount) : byEnergy;
};

/**
 * Coverage of a nutrient on a day, see {@link coverageOfFood}; the share of foods where `reportingEnergy` was not
 * computed. Null on a day without food.
 */
export const coverageOfDay = (
  { food, reportingEnergy, usedKcal = null }: DayIntake,
  nutrient: NutrientId,
): number | null => {
  const total = food[nutrient];
  if (reportingEnergy === null) return total.entries === 0 ? null : total.known / total.entries;
  return coverageOfFood(total, food.energy, reportingEnergy[nutrient], usedKcal);
};

/** Food and supplements together, a lower bound; null when neither reports the nutrient. */
export const amountOfDay = (day: DayIntake, nutrient: NutrientId): number | null => {
  const food = day.food[nutrient].amount;
  const supplements = day.supplements[nutrient].amount;
  if (food === null) return supplements;
  return supplements === null ? food : food + supplements;
};
