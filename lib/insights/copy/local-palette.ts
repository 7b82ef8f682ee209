import {
  frequentFoods,
  HABIT_DAYS,
  isText,
  type LoggedFood,
  MEALS,
  type Meal,
  pastMeals,
  usualMeal,
} from "../../diary/client";
import type { EntryView, FoodEntry, RecentFood, RepeatView } from "../../diary/schemas";
import { isTheirs } from "../../foods/client";
import type { FoodSource } from "../../foods/schemas";
import {
  addDaysWithin,
  type Composition,
  type LocalDate,
  type LowerBounds,
  type Portion,
} from "../../nutrition";
import type { NextDose } from "../assessment/schemas";
import { isFood, readAmounts, readDose, readEntry } from "./copied";
import type { CopyView } from "./schemas";

/** As many foods of late as the palette begins with. */
const MAX_RECENT = 60;

/** One of the person's own foods or recipes. */
export type LocalOwnFood = {
  readonly id: string;
  readonly name: string;
  readonly source: FoodSource;
  readonly portions: readonly Portion[];
  readonly per100g: Composition;
  readonly lowerBounds?: LowerBounds;
  readonly own: { readonly barcode: string | null };
};

/** What the log palette starts with, from the copy. */
export type LocalPalette = {
  readonly today: LocalDate;
  readonly units: "metric" | "us";
  readonly recent: readonly RecentFood[];
  readonly own: readonly LocalOwnFood[];
  readonly doses: readonly NextDose[];
  readonly repeat: RepeatView;
};

/** The person's own foods and recipes. */
export const localOwn = (copy: CopyView): readonly LocalOwnFood[] =>
  copy.own.map(({ amounts, barcode, lowerBounds, ...food }) => ({
    ...food,
    per100g: readAmounts(copy, amounts),
    ...(lowerBounds && { lowerBounds }),
    own: { barcode },
  }));

/** The foods eaten lately, each once with its last portion, the latest first; see `recentFoods` of the server. */
const recentOf = (
  eaten: readonly FoodEntry[],
  usual: ReadonlyMap<string, RecentFood["usual"]>,
): RecentFood[] => {
  const byFood = new Map<string, FoodEntry[]>();
  for (const entry of eaten) {
    const others = byFood.get(entry.food) ?? [];
    others.push(entry);
    // Set anew, so that the order is that of the last entry.
    byFood.delete(entry.food);
    byFood.set(entry.food, others);
  }
  return [...byFood]
    .reverse()
    .slice(0, MAX_RECENT)
    .flatMap(([food, entries]) => {
      const last = entries.at(-1);
      if (!last) return [];
      const { name, date, grams, portion, nutrients, lowerBounds } = last;
      const atMeals = usual.get(food);
      return [
        {
          food,
          name,
          date,
          grams,
          portion,
          times: entries.length,
          atMeal: Object.fromEntries(
            MEALS.map((meal) => [meal, entries.filter((entry) => entry.meal === meal).length]),
          ) as RecentFood["atMeal"],
          nutrients,
          ...(lowerBounds && { lowerBounds }),
          ...(atMeals && { usual: atMeals }),
        },
      ];
    });
};

/** What can be repeated on a day; see `repeatable` of the server. */
const repeatOf = (
  eaten: readonly FoodEntry[],
  logged: readonly LoggedFood[],
  date: LocalDate,
  isThere: (entry: FoodEntry) => boolean,
): RepeatView => {
  const byId = new Map(eaten.map((entry) => [entry.id, entry]));
  const entriesOf = (items: readonly LoggedFood[]): FoodEntry[] =>
    items.flatMap(({ id }) => byId.get(id) ?? []);
  const dayBefore = addDaysWithin(date, -1);
  return {
    date,
    usual: MEALS.flatMap((meal) => {
      const entries = entriesOf(usualMeal(logged, meal, date));
      const there = entries.filter(isThere);
      const gone = [...new Set(entries.filter((entry) => !isThere(entry)).map(({ name }) => name))];
      return there.length === 0 ? [] : [{ meal, entries: there, gone }];
    }),
    yesterday: dayBefore === date ? [] : eaten.filter((entry) => entry.date === dayBefore),
    past: MEALS.flatMap((meal) =>
      pastMeals(logged, meal, date).map((items) => ({
        meal,
        date: items[0]?.date ?? date,
        entries: entriesOf(items),
      })),
    ),
    begun: MEALS.filter((meal) => eaten.some((entry) => entry.date === date && entry.meal === meal)),
  };
};

/** What the log palette starts with on a day, from the copy alone. */
export const localPalette = (copy: CopyView, date: LocalDate, today: LocalDate): LocalPalette => {
  const entries: EntryView[] = copy.entries.map((entry) => readEntry(copy, entry));
  const eaten = entries.filter(isFood);
  const from = addDaysWithin(date, -HABIT_DAYS);
  const logged = eaten
    .filter((entry) => entry.date >= from && entry.date <= date)
    .map(({ id, date: on, meal, food }) => ({ id, date: on, meal, food }));
  const usual = new Map<string, { [M in Meal]?: number }>();
  for (const meal of MEALS)
    for (const { food, score } of frequentFoods(logged, meal, date))
      usual.set(food, { ...usual.get(food), [meal]: score });
  const own = localOwn(copy);
  const theirs = new Set(own.map(({ id }) => id));
  const isThere = ({ food }: FoodEntry): boolean => isText(food) || !isTheirs(food) || theirs.has(food);
  const ofDay = entries.filter((entry) => entry.date === date);
  return {
    today,
    units: copy.units,
    recent: recentOf(eaten, usual),
    own,
    doses: (copy.nextDoses.find((each) => each.date === date)?.items ?? []).flatMap((copied) => {
      const dose = readDose(copy, copied, ofDay);
      return dose ? [{ dose, contents: copy.contents[dose.supplement] ?? [] }] : [];
    }),
    repeat: repeatOf(eaten, logged, date, isThere),
  };
};
