import "server-only";
import type { Viewer } from "../../access";
import { type FoodSums, sumsByFood } from "../../diary";
import { isAppError } from "../../errors";
import { listName, readFood } from "../../foods";
import { isTheirs } from "../../foods/schemas";
import { type FoodPerson, MINERALS, type Mineral } from "../../nutrition";
import { isKnownRuledOut, leftOutDates, type ReadDays } from "../assessment";
import type { ReviewFood, ReviewGap } from "./schemas";

const NUTRIENTS_ASKED = [...MINERALS, "energy"] as const;
type ReviewFoodSums = FoodSums<(typeof NUTRIENTS_ASKED)[number]>;

/** Foods named as those that gave most, and minerals named beside each. */
const TOP_FOODS = 3;
const NAMED_MINERALS = 2;
/** Minimum share of a daily target for a food to be named as a source. Our choice. */
const MIN_SHARE = 0.05;
/** Own foods without a value that are looked at: those with the most energy. */
const OWN_FOODS = 5;

/** A gap before it is known which food leaves it open. */
type Gap = Omit<ReviewGap, "withoutValue"> & { readonly days: number };

/** Up to three foods that gave most toward the gaps, each gap by its share of the target; none for a trace of it. */
const givingMost = (foods: readonly ReviewFoodSums[], gaps: readonly Gap[]): ReviewFood[] => {
  const byFood = new Map<string, { name: string; sums: Map<Mineral, number> }>();
  for (const row of foods) {
    const found = byFood.get(row.food) ?? { name: listName(row.food, row.name), sums: new Map() };
    for (const { mineral } of gaps) {
      const { amount } = row.totals[mineral];
      const before = found.sums.get(mineral);
      if (amount !== null) found.sums.set(mineral, before === undefined ? amount : before + amount);
    }
    byFood.set(row.food, found);
  }
  const ranked = [...byFood].map(([food, { name, sums }]) => {
    const gives = gaps
      .flatMap(({ mineral, days, target }) => {
        const sum = sums.get(mineral);
        if (sum === undefined || days === 0) return [];
        const share = sum / days / target;
        return share < MIN_SHARE ? [] : [{ mineral, amount: sum / days, share }];
      })
      .toSorted((a, b) => b.share - a.share);
    return { food, name, gives, worth: gives.reduce((sum, { share }) => sum + share, 0) };
  });
  return ranked
    .filter(({ worth }) => worth > 0)
    .toSorted((a, b) => b.worth - a.worth || (a.food < b.food ? -1 : 1))
    .slice(0, TOP_FOODS)
    .map(({ food, name, gives }) => ({
      food,
      name,
      gives: gives.slice(0, NAMED_MINERALS).map(({ mineral, amount }) => ({ mineral, amount })),
    }));
};

/** More energy first; a food that does not even state its energy before all others. */
const getEnergy = ({ totals }: ReviewFoodSums): number =>
  totals.energy.amount === null ? Number.POSITIVE_INFINITY : totals.energy.amount;

/** Own foods without a value for a mineral in a gap, read as they are now: a value may have been added since. */
const ownWithoutValue = async (
  viewer: Viewer,
  ownerId: string,
  foods: readonly ReviewFoodSums[],
  gaps: readonly Gap[],
): Promise<(mineral: Mineral) => ReviewGap["withoutValue"]> => {
  const open = gaps.filter(({ sure }) => !sure).map(({ mineral }) => mineral);
  const lacking = foods
    .filter(
      ({ kind, food, totals }) =>
        kind === "food" &&
        isTheirs(food) &&
        open.some((mineral) => totals[mineral].known < totals[mineral].entries),
    )
    .toSorted((a, b) => getEnergy(b) - getEnergy(a) || (a.food < b.food ? -1 : 1))
    .slice(0, OWN_FOODS);
  const now = await Promise.all(
    lacking.map(async (row) => {
      try {
        const { id, name, per100g } = await readFood(viewer, ownerId, row.food);
        return [{ food: id, name, per100g }];
      } catch (error) {
        // Deleted since: nothing can be filled in.
        if (isAppError(error) && error.code === "not_found") return [];
        throw error;
      }
    }),
  );
  return (mineral) => {
    const found = now.flat().find(({ per100g }) => per100g[mineral] === null);
    return found && open.includes(mineral) ? { food: found.food, name: found.name } : null;
  };
};

/**
 * What of the food eaten gave most toward some gaps, and the gaps with the own food that leaves them open: one grouped
 * query, and one more for each own food in question; none without a gap.
 */
export const reviewFoods = async (
  viewer: Viewer,
  ownerId: string,
  read: ReadDays,
  gaps: readonly Gap[],
  person: FoodPerson,
): Promise<{ foods: ReviewFood[]; gaps: ReviewGap[] }> => {
  const { from, to, counted } = read;
  if (gaps.length === 0 || counted.usable === 0) return { foods: [], gaps: [] };
  const except = leftOutDates(read);
  const eaten = (await sumsByFood(viewer, ownerId, from, to, NUTRIENTS_ASKED, except)).filter(
    ({ kind }) => kind === "food",
  );
  const withoutValue = await ownWithoutValue(viewer, ownerId, eaten, gaps);
  return {
    // What a condition or an exclusion speaks against is not held up, though it was eaten.
    foods: givingMost(
      eaten.filter(({ food }) => !isKnownRuledOut(person, food)),
      gaps,
    ),
    gaps: gaps.map(({ days: _, ...gap }) => ({ ...gap, withoutValue: withoutValue(gap.mineral) })),
  };
};
