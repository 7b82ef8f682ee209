import { addDaysWithin, daysBetween, type LocalDate, weekday } from "../nutrition";
import type { Meal } from "./meals";

// What a person usually eats at a meal, from what they ate lately. Pure: no clock, no database.

/** One entry of a food: what was logged at which meal of which day. */
export type LoggedFood = {
  /** The entry. */
  readonly id: string;
  readonly date: LocalDate;
  readonly meal: Meal;
  readonly food: string;
};

/** How far back habits are read, in days. */
export const HABIT_DAYS = 60;

/** After this many days a day weighs half: habits change. */
const HALF_LIFE_DAYS = 14;
/** A Tuesday tells most of a Tuesday, a working day something of another, a weekend little of a working day. */
const SAME_WEEKDAY = 2;
const SAME_KIND = 1;
const OTHER_KIND = 0.25;

/** A food is part of a usual meal when it was eaten on this share of the days that count, by weight, … */
const USUAL_SHARE = 0.5;
/** … and on at least this many days. */
const USUAL_DAYS = 3;

const isWeekend = (date: LocalDate): boolean => weekday(date) >= 6;

/**
 * How much a past day tells about another: 2^(−days between ÷ 14), times 2 on the same weekday, 1 for another day of
 * the same kind (Monday to Friday, or weekend) and ¼ otherwise.
 * @param on the past day.
 * @param date the day that is asked about.
 */
export const dayWeight = (on: LocalDate, date: LocalDate): number => {
  const kind =
    weekday(on) === weekday(date) ? SAME_WEEKDAY : isWeekend(on) === isWeekend(date) ? SAME_KIND : OTHER_KIND;
  return kind * 2 ** (-daysBetween(on, date) / HALF_LIFE_DAYS);
};

export type Frequent = {
  readonly food: string;
  /** Sum of {@link dayWeight} over the days on which it was eaten at the meal. */
  readonly score: number;
  /** On how many days that was. */
  readonly days: number;
};

/** What was eaten at a meal on the days before a date, as far as habits are read. */
const before = (eaten: readonly LoggedFood[], meal: Meal, date: LocalDate): LoggedFood[] => {
  const from = addDaysWithin(date, -HABIT_DAYS);
  return eaten.filter((item) => item.meal === meal && item.date < date && item.date >= from);
};

/**
 * The foods of a meal, the most usual on that day first. A food counts once a day, however often it was eaten.
 * @param eaten in any order; what lies on `date`, after it, or more than 60 days before it does not count.
 */
export const frequentFoods = (eaten: readonly LoggedFood[], meal: Meal, date: LocalDate): Frequent[] => {
  const daysOf = new Map<string, Set<LocalDate>>();
  for (const { food, date: on } of before(eaten, meal, date)) {
    const days = daysOf.get(food) ?? new Set();
    daysOf.set(food, days.add(on));
  }
  return [...daysOf]
    .map(([food, days]) => ({
      food,
      days: days.size,
      score: [...days].reduce((sum, on) => sum + dayWeight(on, date), 0),
    }))
    .sort((a, b) => b.score - a.score || (a.food < b.food ? -1 : 1));
};

/**
 * The entries to repeat for the usual meal: of each food that was eaten at this meal on at least three days and on at
 * least half of the days with such a meal, both weighed by {@link dayWeight}, the last entry. A food that was logged
 * twice at that last meal (two slices, then one more) is repeated twice. Empty when nothing is usual.
 * @param eaten in the order in which it was logged, the earliest first.
 */
export const usualMeal = (eaten: readonly LoggedFood[], meal: Meal, date: LocalDate): LoggedFood[] => {
  const held = before(eaten, meal, date);
  const meals = [...new Set(held.map(({ date: on }) => on))];
  const whole = meals.reduce((sum, on) => sum + dayWeight(on, date), 0);
  const usual = new Set(
    frequentFoods(held, meal, date)
      .filter(({ score, days }) => days >= USUAL_DAYS && score >= USUAL_SHARE * whole)
      .map(({ food }) => food),
  );
  const last = new Map<string, LocalDate>();
  for (const { food, date: on } of held) if (on > (last.get(food) ?? "")) last.set(food, on);
  return held.filter(({ food, date: on }) => usual.has(food) && last.get(food) === on);
};

/** So far back a meal is remembered as one of its own, in days, … */
const MEAL_DAYS = 14;
/** … so many of them for each meal, … */
const PAST_MEALS = 2;
/** … and with so many foods: one food is found in the list of foods. */
const MEAL_FOODS = 2;

const foodSet = (eaten: readonly LoggedFood[]): string =>
  [...new Set(eaten.map(({ food }) => food))].sort().join(" ");

/**
 * The last meals of a kind that were something of their own, the latest first: at least two foods, and another set of
 * foods than those that are offered anyway (the usual meal, the day before) or came later.
 * @param eaten in the order in which it was logged.
 */
export const pastMeals = (eaten: readonly LoggedFood[], meal: Meal, date: LocalDate): LoggedFood[][] => {
  const from = addDaysWithin(date, -MEAL_DAYS);
  const yesterday = addDaysWithin(date, -1);
  const held = before(eaten, meal, date);
  const on = (day: LocalDate) => held.filter((item) => item.date === day);
  const seen = new Set([foodSet(usualMeal(eaten, meal, date)), foodSet(on(yesterday))]);
  const found: LoggedFood[][] = [];
  const days = [...new Set(held.map((item) => item.date))].filter((day) => day >= from && day < yesterday);
  for (const day of days.sort().reverse()) {
    const foods = on(day);
    const set = foodSet(foods);
    if (seen.has(set) || set.split(" ").length < MEAL_FOODS) continue;
    seen.add(set);
    found.push(foods);
    if (found.length === PAST_MEALS) break;
  }
  return found;
};
