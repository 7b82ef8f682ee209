import "server-only";
import { assertMayRead, type Viewer } from "../access";
import { getFood } from "../foods";
import { addDaysWithin, type LocalDate } from "../nutrition";
import { frequentFoods, HABIT_DAYS, usualMeal } from "./habits";
import { type FoodEntry, type FrequentFood, MEALS, type Meal, type RepeatView } from "./schemas";
import * as store from "./store";

/** Fifty entries a day over the days that are read; whoever logs more is judged by their latest. */
const MOST_EATEN = 3000;
/** Foods of a meal that are worth naming. */
const FREQUENT_FOODS = 20;

const read = (ownerId: string, date: LocalDate) =>
  store.eatenBetween(ownerId, addDaysWithin(date, -HABIT_DAYS), addDaysWithin(date, -1), MOST_EATEN);

/**
 * What can be repeated on a day: the usual meals, and everything eaten the day before. Two queries over the owner's
 * index, however long the diary.
 */
export const repeatable = async (viewer: Viewer, ownerId: string, date: LocalDate): Promise<RepeatView> => {
  assertMayRead(viewer, ownerId);
  const yesterday = addDaysWithin(date, -1);
  const eaten = await read(ownerId, date);
  const usual = MEALS.map((meal) => ({ meal, eaten: usualMeal(eaten, meal, date) }));
  const ids = [
    ...usual.flatMap((each) => each.eaten.map(({ id }) => id)),
    ...eaten.filter((item) => item.date === yesterday).map(({ id }) => id),
  ];
  const kept = await store.entriesKept(ownerId, [...new Set(ids)]);
  const entryOf = (id: string): FoodEntry[] => {
    const entry = kept.get(id)?.entry;
    return entry?.kind === "food" ? [entry as FoodEntry] : [];
  };
  const names = new Set(usual.flatMap((each) => each.eaten.map(({ food }) => food)));
  const known = new Set<string>();
  for (const food of names) if (await getFood(viewer, ownerId, food)) known.add(food);
  return {
    date,
    usual: usual.flatMap(({ meal, eaten: items }) => {
      const entries = items.flatMap(({ id }) => entryOf(id));
      const there = entries.filter(({ food }) => known.has(food));
      const gone = [...new Set(entries.filter(({ food }) => !known.has(food)).map(({ name }) => name))];
      return there.length === 0 ? [] : [{ meal, entries: there, gone }];
    }),
    yesterday: eaten.filter((item) => item.date === yesterday).flatMap(({ id }) => entryOf(id)),
  };
};

/** At each meal the foods that are most usual there on a day, best first. One query over the owner's index. */
export const frequents = async (
  viewer: Viewer,
  ownerId: string,
  date: LocalDate,
): Promise<{ readonly [M in Meal]: FrequentFood[] }> => {
  assertMayRead(viewer, ownerId);
  const eaten = await read(ownerId, date);
  return Object.fromEntries(
    MEALS.map((meal) => [meal, frequentFoods(eaten, meal, date).slice(0, FREQUENT_FOODS)]),
  ) as { readonly [M in Meal]: FrequentFood[] };
};
