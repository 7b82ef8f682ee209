import "server-only";
import { assertMayRead, type Viewer } from "../access";
import { getFoods } from "../foods";
import { addDaysWithin, type LocalDate } from "../nutrition";
import { frequentFoods, HABIT_DAYS, type LoggedFood, pastMeals, usualMeal } from "./habits";
import { type FoodEntry, isText, MEALS, type Meal, type RecentFood, type RepeatView } from "./schemas";
import * as store from "./store";

/** Fifty entries a day over the days that are read; beyond that the latest entries count. */
const MAX_EATEN = 3000;

const read = (ownerId: string, date: LocalDate): Promise<LoggedFood[]> =>
  store.loggedFoods(ownerId, addDaysWithin(date, -HABIT_DAYS), date, MAX_EATEN);

/**
 * What can be repeated on a day: the usual meals, everything eaten the day before, and other meals of late. Two
 * queries over the owner's index and those of the foods, however long the diary.
 */
export const repeatable = async (viewer: Viewer, ownerId: string, date: LocalDate): Promise<RepeatView> => {
  assertMayRead(viewer, ownerId);
  const eaten = await read(ownerId, date);
  const dayBefore = addDaysWithin(date, -1);
  const yesterday = eaten.filter((item) => item.date === dayBefore && dayBefore !== date);
  const usual = MEALS.map((meal) => ({ meal, eaten: usualMeal(eaten, meal, date) }));
  const past = MEALS.flatMap((meal) => pastMeals(eaten, meal, date).map((items) => ({ meal, items })));
  const wanted = [usual.map((each) => each.eaten), past.map(({ items }) => items), [yesterday]].flat(2);
  const kept = await store.keptEntries(ownerId, [...new Set(wanted.map(({ id }) => id))]);
  const entriesOf = (items: readonly LoggedFood[]): FoodEntry[] =>
    items.flatMap(({ id }) => {
      const entry = kept.get(id)?.entry;
      return entry?.kind === "food" ? [entry as FoodEntry] : [];
    });
  const known = await getFoods(viewer, ownerId, [
    ...new Set(usual.flatMap((each) => each.eaten.map((item) => item.food))),
  ]);
  return {
    date,
    usual: usual.flatMap(({ meal, eaten: items }) => {
      const entries = entriesOf(items);
      // What never was a food cannot have been deleted.
      const isThere = ({ food }: FoodEntry): boolean => isText(food) || known.has(food);
      const there = entries.filter(isThere);
      const gone = [...new Set(entries.filter((entry) => !isThere(entry)).map(({ name }) => name))];
      return there.length === 0 ? [] : [{ meal, entries: there, gone }];
    }),
    yesterday: entriesOf(yesterday),
    past: past.map(({ meal, items }) => ({
      meal,
      date: items[0]?.date ?? date,
      entries: entriesOf(items),
    })),
    begun: MEALS.filter((meal) => eaten.some((item) => item.date === date && item.meal === meal)),
  };
};

/** How usual each food is at each meal of a day. One query over the owner's index. */
export const frequents = async (
  viewer: Viewer,
  ownerId: string,
  date: LocalDate,
): Promise<ReadonlyMap<string, NonNullable<RecentFood["usual"]>>> => {
  assertMayRead(viewer, ownerId);
  const eaten = await read(ownerId, date);
  const byFood = new Map<string, { [M in Meal]?: number }>();
  for (const meal of MEALS) {
    for (const { food, score } of frequentFoods(eaten, meal, date)) {
      byFood.set(food, { ...byFood.get(food), [meal]: score });
    }
  }
  return byFood;
};
