import "server-only";
import type { Viewer } from "../../access";
import { type FoodSums, sumsByFood } from "../../diary";
import { describeFood, listName } from "../../foods";
import {
  BALANCES,
  balanceOf,
  type DayIntake,
  daysThatTell,
  type Gates,
  MIN_DAYS_FOR_RATIO,
  type NutrientId,
  refinedKindOf,
  refinedShareOf,
  zincRatioOf,
} from "../../nutrition";
import type { ReadDays } from "../assessment";
import { countedDays, phytateOf } from "../assessment";
import type { BalanceView, PhytateZincView, RefinedView, TrendFoodsView } from "./schemas";

const FOOD_NUTRIENTS = ["energy", "phytate"] as const;
type TrendFoodSums = FoodSums<(typeof FOOD_NUTRIENTS)[number]>;

const UNKNOWN_NAMES = 3;

/** Whether a condition in the profile makes a ratio with this nutrient no business of Assay's. */
const isOff = ({ noTips }: Gates, nutrient: NutrientId): boolean => noTips.has(nutrient);

const getBalances = (read: ReadDays, days: readonly DayIntake[]): BalanceView[] =>
  BALANCES.map(({ id, over, under }) =>
    isOff(read.gates, over) || isOff(read.gates, under)
      ? { id, days: 0, mass: null, molar: null, coverage: null, reason: "switched-off" }
      : { id, ...balanceOf(id, days) },
  );

const getMeanZinc = (days: readonly DayIntake[]): number | null =>
  days.reduce<number | null>((sum, { food }) => {
    const { amount } = food.zinc;
    return amount === null ? sum : sum === null ? amount : sum + amount;
  }, null);

const getPhytateZinc = (days: readonly DayIntake[], foods: readonly TrendFoodSums[]): PhytateZincView => {
  const none = (reason: PhytateZincView["reason"], coverage: number | null = null): PhytateZincView => ({
    days: days.length,
    molar: null,
    availability: null,
    coverage,
    reason,
  });
  if (days.length < MIN_DAYS_FOR_RATIO) return none("too-few-days");
  const phytate = phytateOf(foods);
  const found = zincRatioOf(phytate, getMeanZinc(days));
  if (!found.ok) {
    return none(found.reason === "mineral-unknown" ? "none-of-it" : "low-coverage", phytate.coverage);
  }
  return {
    days: days.length,
    molar: found.ratio,
    availability: {
      low: found.availabilityAtLow,
      typical: found.availability,
      high: found.availabilityAtHigh,
    },
    coverage: phytate.coverage,
    reason: null,
  };
};

const getRefined = (days: number, foods: readonly TrendFoodSums[]): RefinedView | null => {
  const items = foods
    .filter(({ kind }) => kind === "food")
    .map((row) => {
      const { amount, known, entries } = row.totals.energy;
      return {
        name: listName(row.food, row.name),
        energyKcal: known < entries ? null : amount,
        kind: refinedKindOf(describeFood({ id: row.food, name: row.name })),
      };
    });
  const share = refinedShareOf(items);
  if (share === null) return null;
  const open = items
    .flatMap(({ name, energyKcal, kind }) =>
      kind === null && energyKcal !== null ? [{ name, energyKcal }] : [],
    )
    .toSorted((a, b) => b.energyKcal - a.energyKcal);
  const { refined, byKind, other, unknown, withoutEnergy } = share;
  return {
    days,
    refined,
    byKind,
    other,
    unknown,
    withoutEnergy,
    unknownNames: [...new Set(open.map(({ name }) => name))].slice(0, UNKNOWN_NAMES),
  };
};

/** What the foods of a span already read say: balances, and how much of the energy is refined. */
export const readTrendFoods = async (
  viewer: Viewer,
  ownerId: string,
  read: ReadDays,
): Promise<TrendFoodsView> => {
  const days = countedDays(read);
  const telling = daysThatTell(days, ["phytate", "zinc"]);
  const but = (kept: readonly DayIntake[]): string[] => {
    const dates = new Set(kept.map(({ date }) => date));
    return read.sums.flatMap(({ date }) => (dates.has(date) ? [] : [date]));
  };
  const readFoods = (kept: readonly DayIntake[]): Promise<TrendFoodSums[]> =>
    sumsByFood(viewer, ownerId, read.from, read.to, FOOD_NUTRIENTS, but(kept));
  const all = days.length === 0 ? Promise.resolve([]) : readFoods(days);
  const [foods, phytateFoods] = await Promise.all([
    all,
    telling.length < MIN_DAYS_FOR_RATIO ? [] : telling.length === days.length ? all : readFoods(telling),
  ]);
  return {
    balances: getBalances(read, days),
    phytateZinc: isOff(read.gates, "zinc")
      ? { days: 0, molar: null, availability: null, coverage: null, reason: "switched-off" }
      : getPhytateZinc(telling, phytateFoods),
    refined: getRefined(days.length, foods),
  };
};
