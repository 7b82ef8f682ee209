import "server-only";
import type { Viewer } from "../access";
import { shortName } from "../catalogue";
import { daysByFood } from "../diary";
import {
  addDaysWithin,
  EATEN_WINDOW_DAYS,
  MINERALS,
  type NutrientId,
  type Total,
  type Totals,
} from "../nutrition";
import { targetsOn } from "../profile";
import type { ReadDays } from "./adequacy";
import { readAlerts, usableSums } from "./alerts";
import { totalsTogether } from "./mineral-day";
import type { AlertsPage } from "./schemas";
import { planFor } from "./suggestions";

/** The average of the days that count, as a day of its own; null without one. */
const usualDay = (read: ReadDays): Totals | null => {
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

/** The alerts with the foods that would help on a usual day, and the targets for their pictures. */
export const alertsPage = async (viewer: Viewer, ownerId: string): Promise<AlertsPage> => {
  const { read, items } = await readAlerts(viewer, ownerId);
  const { profile, gates } = read;
  const [targets, eaten] = await Promise.all([
    targetsOn(ownerId, profile, read.today),
    daysByFood(viewer, ownerId, addDaysWithin(read.today, -EATEN_WINDOW_DAYS), addDaysWithin(read.today, -1)),
  ]);
  const totals = usualDay(read);
  const plan = totals && planFor({ totals, targets, profile, gates, eaten });
  const asked = new Set(items.flatMap(({ eat }) => eat.suggestFor ?? []));
  return {
    today: read.today,
    items,
    foods:
      plan === null
        ? {}
        : Object.fromEntries(
            [...asked].map((mineral) => [
              mineral,
              plan.forGap(mineral).map((food) => ({ ...food, name: shortName(food.name) })),
            ]),
          ),
    targets: Object.fromEntries(
      MINERALS.map((mineral) => [
        mineral,
        targets.items.find((item) => item.mineral === mineral)?.target ?? null,
      ]),
    ),
  };
};
