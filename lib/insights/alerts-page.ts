import "server-only";
import type { Viewer } from "../access";
import { shortName } from "../catalogue";
import { daysByFood } from "../diary";
import { addDaysWithin, EATEN_WINDOW_DAYS, MINERALS, type Mineral, type Totals } from "../nutrition";
import { targetsOn } from "../profile";
import type { TargetsView } from "../profile/schemas";
import type { ReadDays } from "./adequacy";
import type { ReadAlerts } from "./alerts";
import { totalsTogether } from "./mineral-day";
import type { AlertsPage, SuggestionView } from "./schemas";
import { planFor } from "./suggestions";
import { usualDay } from "./usual-day";

/** What would help on a usual day, and the targets that it is held against. */
export type UsualHelp = {
  readonly targets: TargetsView;
  /** The average of the days that count; null without one. */
  readonly totals: Totals | null;
  /** Foods that close what is missing of a mineral on such a day; none without a day. */
  readonly forGap: (mineral: Mineral) => readonly SuggestionView[];
};

/** What would help on an average day of those read, within the person's diet and conditions. */
const helpOnUsualDay = async (viewer: Viewer, ownerId: string, read: ReadDays): Promise<UsualHelp> => {
  const { profile, gates } = read;
  const [targets, eaten] = await Promise.all([
    targetsOn(ownerId, profile, read.today),
    daysByFood(viewer, ownerId, addDaysWithin(read.today, -EATEN_WINDOW_DAYS), addDaysWithin(read.today, -1)),
  ]);
  const totals = usualDay(read);
  const plan = totals && planFor({ totals, targets, profile, gates, eaten });
  return {
    targets,
    totals,
    forGap: (mineral) =>
      plan === null ? [] : plan.forGap(mineral).map((food) => ({ ...food, name: shortName(food.name) })),
  };
};

/** What today holds so far of each mineral; null while it is empty, or counted already. */
const todaySoFar = (read: ReadDays): AlertsPage["todaySoFar"] => {
  const sum = read.sums.find(({ date }) => date === read.today);
  if (!sum || !read.counted.leftOut.some(({ date }) => date === read.today)) return null;
  const totals = totalsTogether(sum.food, sum.supplements);
  return Object.fromEntries(MINERALS.map((mineral) => [mineral, totals[mineral]]));
};

/**
 * The alerts with the foods that would help on a usual day, and the targets for their pictures.
 * @param found what `readAlerts` gave for this viewer and owner.
 */
export const alertsPage = async (
  viewer: Viewer,
  ownerId: string,
  { read, items }: ReadAlerts,
): Promise<AlertsPage> => {
  const { targets, forGap } = await helpOnUsualDay(viewer, ownerId, read);
  const asked = new Set(items.flatMap(({ eat }) => eat.suggestFor ?? []));
  return {
    today: read.today,
    items,
    foods: Object.fromEntries([...asked].map((mineral) => [mineral, forGap(mineral)])),
    targets: Object.fromEntries(
      MINERALS.map((mineral) => [
        mineral,
        targets.items.find((item) => item.mineral === mineral)?.target ?? null,
      ]),
    ),
    todaySoFar: todaySoFar(read),
  };
};
