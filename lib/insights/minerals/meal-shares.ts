import type { MealSums } from "../../diary";
import { MEALS } from "../../diary/schemas";
import { coverageOfFood } from "../../nutrition";
import type { MealShare, MealsView } from "./schemas";

/** The mineral per kilocalorie in all food that states both; null where none does. */
const getDensity = (meals: readonly MealSums[]): number | null => {
  let amount = 0;
  let energy = 0;
  for (const { inFull, reportingEnergy } of meals) {
    if (inFull === null || reportingEnergy === null) continue;
    amount += inFull;
    energy += reportingEnergy;
  }
  return energy === 0 ? null : amount / energy;
};

/** Energy of a meal's foods without a value in full, kcal; null where there is none or it is not known. */
const lackingEnergy = ({ total, energy, reportingEnergy }: MealSums): number | null => {
  if (total.known === total.entries || energy.amount === null) return null;
  const rest = reportingEnergy === null ? energy.amount : energy.amount - reportingEnergy;
  return rest > 0 ? rest : null;
};

/**
 * What an average day gets of a mineral from each meal.
 * @param sums over the `days` days behind the mean, and no others.
 */
export const getMealShares = (sums: readonly MealSums[], days: number): MealsView => {
  const foods = sums.filter(({ meal }) => meal !== "supplements");
  const density = getDensity(foods);
  const taken = sums.find(({ meal }) => meal === "supplements");
  return {
    days,
    meals: MEALS.map((meal): MealShare => {
      const found = foods.find((row) => row.meal === meal);
      if (!found || days === 0) {
        return { meal, days: 0, amount: null, unknownShare: null, possibleExtra: null };
      }
      const coverage = coverageOfFood(found.total, found.energy, found.reportingEnergy);
      const lacking = lackingEnergy(found);
      return {
        meal,
        days: found.days,
        amount: found.total.amount === null ? null : found.total.amount / days,
        unknownShare: coverage === null ? null : 1 - coverage,
        possibleExtra: density === null || lacking === null ? null : (density * lacking) / days,
      };
    }),
    supplements:
      !taken || taken.total.amount === null || days === 0
        ? null
        : { amount: taken.total.amount / days, days: taken.days },
  };
};
