import "server-only";
import type { Viewer } from "../../access";
import { shortName } from "../../catalogue";
import { daysByFood } from "../../diary";
import {
  addDaysWithin,
  addSupplementTotals,
  EATEN_WINDOW_DAYS,
  MINERALS,
  NUTRIENTS,
  passSetCaps,
} from "../../nutrition";
import { targetsOn } from "../../profile";
import type { TargetsView } from "../../profile/schemas";
import type { ReadDays } from "../assessment";
import { foodPersonOf, planFor, usualDay } from "../assessment";
import { vitaminCFoods } from "../minerals";
import type { ReadAlerts } from "./alerts";
import type { AlertsPage, AlertView, HelpingFoods } from "./schemas";

const NAMED = 3;

const NONE: HelpingFoods = { items: [], chooseOne: false };

/** Foods with vitamin C for the meals that bring iron. */
const vitaminCHelp = (
  eaten: ReadonlyMap<string, number>,
  { profile, gates }: ReadDays,
  targets: TargetsView,
): HelpingFoods => {
  const found = vitaminCFoods(eaten, foodPersonOf(profile, targets, gates)).slice(0, NAMED);
  return {
    items: found.map(({ food, found: { name }, portion, grams, amounts, vitaminC }) => ({
      food,
      name: shortName(name),
      portion: { id: portion.id, label: portion.label, count: 1 },
      grams,
      adds: MINERALS.flatMap((mineral) => {
        const amount = amounts[mineral];
        const { unit } = NUTRIENTS[mineral];
        return amount === null ? [] : [{ mineral, amount, unit, share: null }];
      }),
      caution: null,
      vitaminC,
    })),
    chooseOne: passSetCaps(
      found.map(({ amounts }) => amounts),
      gates,
    ),
  };
};

/** The foods that answer an alert on an average day of those read, within the person's diet and conditions. */
type FoodsFor = (eat: AlertView["eat"]) => HelpingFoods;

const foodsOnUsualDay = async (
  viewer: Viewer,
  ownerId: string,
  read: ReadDays,
  targets: TargetsView,
): Promise<FoodsFor> => {
  const { profile, gates } = read;
  const eaten = await daysByFood(
    viewer,
    ownerId,
    addDaysWithin(read.today, -EATEN_WINDOW_DAYS),
    addDaysWithin(read.today, -1),
  );
  const totals = usualDay(read);
  const plan = totals && planFor({ totals, targets, profile, gates, eaten });
  return ({ suggestFor, by }) => {
    if (suggestFor === null || plan === null) return NONE;
    if (by === "vitamin-c") return vitaminCHelp(eaten, read, targets);
    const found = by === "low-phytate" ? plan.zincWithoutPhytate() : plan.forGap(suggestFor);
    return { ...found, items: found.items.map((food) => ({ ...food, name: shortName(food.name) })) };
  };
};

/** Today's amount of each mineral; null while the day is empty or already counted. */
const todaySoFar = (read: ReadDays): AlertsPage["todaySoFar"] => {
  const sum = read.sums.find(({ date }) => date === read.today);
  if (!sum || !read.counted.leftOut.some(({ date }) => date === read.today)) return null;
  const totals = addSupplementTotals(sum.food, sum.supplements);
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
  const targets = await targetsOn(ownerId, read.profile, read.today);
  const foodsFor = await foodsOnUsualDay(viewer, ownerId, read, targets);
  return {
    today: read.today,
    items,
    leftOut: read.gates.foodTexts.map(({ text }) => text),
    foods: Object.fromEntries(items.map(({ id, eat }) => [id, foodsFor(eat)])),
    targets: Object.fromEntries(
      MINERALS.map((mineral) => [
        mineral,
        targets.items.find((item) => item.mineral === mineral)?.target ?? null,
      ]),
    ),
    todaySoFar: todaySoFar(read),
  };
};
