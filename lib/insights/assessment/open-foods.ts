import "server-only";
import type { FoodSums } from "../../diary";
import { listName } from "../../foods";
import type { Mineral } from "../../nutrition";
import type { AdequacyItem } from "./schemas";

const NAMED_FOODS = 3;

/** Whether foods without a value leave a verdict open. */
export const isLeftOpen = ({ reason }: Pick<AdequacyItem, "reason">): boolean =>
  reason === "low-coverage" || reason === "coverage-could-change-it";

/**
 * A verdict with the foods that leave it open, those with the most energy first; food of unknown energy could hold most.
 * @param eaten what each food gave on the days that count.
 */
export const withOpenFoods = (
  item: AdequacyItem,
  eaten: readonly FoodSums<Mineral | "energy">[],
): AdequacyItem => {
  if (!isLeftOpen(item)) return item;
  const energyOf = ({ totals }: (typeof eaten)[number]): number =>
    totals.energy.amount === null ? Number.POSITIVE_INFINITY : totals.energy.amount;
  const names = new Map<string, string>();
  const lacking = eaten
    .filter(
      ({ kind, totals }) => kind === "food" && totals[item.mineral].known < totals[item.mineral].entries,
    )
    .toSorted((a, b) => energyOf(b) - energyOf(a) || (a.food < b.food ? -1 : 1));
  // The preparations of a food are one food here.
  for (const { food, name } of lacking) if (!names.has(food)) names.set(food, listName(food, name));
  return { ...item, openFoods: [...names].slice(0, NAMED_FOODS).map(([food, name]) => ({ food, name })) };
};
