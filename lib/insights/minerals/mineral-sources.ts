import "server-only";
import { listName } from "../../foods";
import { type AverageIntake, type Mineral, preparationLabel } from "../../nutrition";
import type { SourceSums } from "../assessment";
import type { FoodShare, SourcesView } from "./schemas";

const TOP_FOODS = 6;
const UNKNOWN_NAMES = 3;

/**
 * Where the mean of the days that count comes from.
 * @param foods what each food gave on them.
 * @param usable how many they are, with those on which nothing is known of the mineral.
 */
export const getSources = (
  mineral: Mineral,
  foods: readonly SourceSums[],
  average: AverageIntake,
  usable: number,
): SourcesView => {
  const { mean, fromFood, coverage } = average;
  const days = average.days > 0 ? average.days : usable;
  const giving: FoodShare[] = [];
  let supplements: number | null = null;
  const unknown: { name: string; energy: number }[] = [];
  for (const row of foods) {
    const { amount, known, entries } = row.totals[mineral];
    if (row.kind === "supplement") {
      if (amount !== null) supplements = supplements === null ? amount / days : supplements + amount / days;
      continue;
    }
    if (known < entries) {
      const { energy } = row.totals;
      unknown.push({
        name: listName(row.food, row.name),
        energy: energy.amount === null ? Number.POSITIVE_INFINITY : energy.amount,
      });
    }
    if (amount === null) continue;
    giving.push({
      food: row.food,
      name: listName(row.food, row.name),
      preparation: preparationLabel(row.preparation),
      days: row.days,
      amount: amount / days,
    });
  }
  giving.sort((a, b) => b.amount - a.amount);
  unknown.sort((a, b) => b.energy - a.energy);
  const others = giving.slice(TOP_FOODS);
  return {
    foods: giving.slice(0, TOP_FOODS),
    others:
      others.length === 0
        ? null
        : { count: others.length, amount: others.reduce((sum, { amount }) => sum + amount, 0) },
    // Supplements of a day whose food does not report the mineral are not in the mean.
    supplements: supplements === null || mean === null || fromFood === null ? supplements : mean - fromFood,
    unknown: {
      count: unknown.length,
      names: [...new Set(unknown.map(({ name }) => name))].slice(0, UNKNOWN_NAMES),
      share: coverage === null ? null : 1 - coverage,
    },
  };
};
