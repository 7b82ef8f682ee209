import "server-only";
import type { NutrientId, Total, Totals } from "../../nutrition";
import type { ReadDays } from "../assessment";
import { totalsTogether } from "../assessment";
import { usableSums } from "./alerts";

/** The average of the days that count, as a day of its own; null without one. */
export const usualDay = (read: ReadDays): Totals | null => {
  const days = usableSums(read).map(({ food, supplements }) => totalsTogether(food, supplements));
  const [first, ...others] = days;
  if (first === undefined) return null;
  const meanOf = (total: Total, id: NutrientId): Total => {
    const all = [total, ...others.map((day) => day[id])];
    const amounts = all.flatMap(({ amount }) => amount ?? []);
    return {
      unit: total.unit,
      amount:
        amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount) / read.counted.usable,
      known: all.reduce((sum, { known }) => sum + known, 0),
      entries: all.reduce((sum, { entries }) => sum + entries, 0),
    };
  };
  return Object.fromEntries(
    Object.entries(first).map(([id, total]) => [id, meanOf(total, id as NutrientId)]),
  ) as unknown as Totals;
};
