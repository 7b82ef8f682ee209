import "server-only";
import type { Viewer } from "../../access";
import { type FoodDay, foodsByDay } from "../../diary";
import { getFoods, listName, listSupplements } from "../../foods";
import { parseSupplementId } from "../../foods/schemas";
import { averageIntakeOf, daysBetween, type Mineral, preparationLabel } from "../../nutrition";
import { getProfile } from "../../profile";
import { today } from "../../time";
import { countedDays, DEFAULT_DAYS, leftOutDates, leftOutDays, readDays, spanOf } from "../assessment";
import type { AdequacyQuery } from "../assessment/schemas";
import type { ExplainedMean, ExplainedPart } from "./schemas";

/** The rows of each food or supplement, one per preparation. */
const byFood = (rows: readonly FoodDay[]): FoodDay[][] => {
  const parts = new Map<string, FoodDay[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.kind, row.food, row.preparation]);
    parts.set(key, [...(parts.get(key) ?? []), row]);
  }
  return [...parts.values()];
};

/** The mean daily amount of one food over the days; null for a supplement whose label does not name the mineral. */
const toPart = (
  rows: readonly FoodDay[],
  mean: number | null,
  days: number,
): Omit<ExplainedPart, "gone"> | null => {
  const [first] = rows;
  const known = rows.flatMap(({ total }) => (total.amount === null ? [] : [total.amount]));
  if (first === undefined || (first.kind === "supplement" && known.length === 0)) return null;
  const { kind, food, name, preparation } = first;
  const amount = known.length === 0 ? null : known.reduce((sum, one) => sum + one) / days;
  return {
    kind,
    food,
    name: listName(food, name),
    preparation: preparationLabel(preparation),
    amount,
    share: amount === null || mean === null || mean === 0 ? null : amount / mean,
    days: rows.map(({ date, total }) => ({
      date,
      amount: total.amount,
      known: total.known,
      entries: total.entries,
    })),
  };
};

/** Those of the foods and supplements that have a page. */
const present = async (viewer: Viewer, ownerId: string, rows: readonly FoodDay[]): Promise<Set<string>> => {
  const foods = new Set(rows.flatMap(({ kind, food }) => (kind === "food" ? [food] : [])));
  const [found, supplements] = await Promise.all([
    getFoods(viewer, ownerId, [...foods]),
    listSupplements(viewer, ownerId),
  ]);
  const kept = new Set<string | null>(supplements.map(({ id }) => id));
  return new Set([
    ...found.keys(),
    ...rows.flatMap(({ kind, food }) =>
      kind === "supplement" && kept.has(parseSupplementId(food)) ? [food] : [],
    ),
  ]);
};

/**
 * An average day of a mineral taken apart into the foods and supplements behind it, and each into its days. A handful of
 * queries whatever the span, two of them grouped.
 * @param usual how many days are read, up to today, when no span is given.
 * @throws AppError invalid for more than 400 days.
 */
export const explainedMean = async (
  viewer: Viewer,
  ownerId: string,
  mineral: Mineral,
  query: AdequacyQuery = {},
  usual = DEFAULT_DAYS,
): Promise<ExplainedMean> => {
  const profile = await getProfile(viewer, ownerId);
  const span = spanOf(query, today(profile.timeZone), usual);
  const read = await readDays(viewer, ownerId, profile, span);
  const counted = countedDays(read);
  const { mean, fromFood, coverageOfMean, amounts, withoutValue } = averageIntakeOf(mineral, counted);
  const unknown = new Set(withoutValue);
  const days = counted.filter(({ date }) => !unknown.has(date));
  const leftOut = leftOutDays(read, mineral).toSorted((a, b) => daysBetween(b.date, a.date));
  const except = leftOutDates(read, mineral);
  const rows =
    days.length === 0 ? [] : await foodsByDay(viewer, ownerId, span.from, span.to, mineral, except);
  const here = await present(viewer, ownerId, rows);
  return {
    mineral,
    ...span,
    days: days.map(({ date, food }, i) => ({
      date,
      amount: amounts[i] as number,
      known: food[mineral].known,
      entries: food[mineral].entries,
    })),
    leftOut,
    mean,
    fromFood,
    coverageOfMean,
    parts: byFood(rows)
      .flatMap((all) => toPart(all, mean, days.length) ?? [])
      .map((part) => ({ ...part, gone: !here.has(part.food) }))
      .toSorted((a, b) => (b.amount === null ? -1 : b.amount) - (a.amount === null ? -1 : a.amount)),
  };
};
