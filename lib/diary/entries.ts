import "server-only";
import { assertMayRead, type Viewer } from "../access";
import { AppError, notFound } from "../errors";
import { daysBetween, type LocalDate, type NutrientId } from "../nutrition";
import { type EntryView, MAX_DAYS, type RecentFood } from "./schemas";
import * as store from "./store";

// Reads of entries and of sums over them; batch.ts writes them.

/** @throws AppError not_found when the owner has no such entry. */
export const getEntry = async (viewer: Viewer, ownerId: string, id: string): Promise<EntryView> => {
  assertMayRead(viewer, ownerId);
  const entry = await store.findEntry(ownerId, id);
  if (!entry) throw notFound("The entry");
  return entry;
};

/** One page of the entries of a day, in the order they were logged. */
export const listEntries = (
  viewer: Viewer,
  ownerId: string,
  date: LocalDate,
  limit: number,
  cursor?: string,
) => {
  assertMayRead(viewer, ownerId);
  return store.listEntries(ownerId, date, limit, cursor);
};

/** All entries of a day, in the order they were logged. */
export const entriesOfDay = (viewer: Viewer, ownerId: string, date: LocalDate): Promise<EntryView[]> => {
  assertMayRead(viewer, ownerId);
  return store.entriesOfDay(ownerId, date);
};

/**
 * All entries from `from` to `to`, in the order of days and on each as they were logged. One query.
 * @throws AppError invalid for more than 400 days.
 */
export const entriesBetween = (
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<EntryView[]> => {
  assertMayRead(viewer, ownerId);
  assertSpan(from, to);
  return store.entriesBetween(ownerId, from, to);
};

/**
 * The totals of each day with entries from `from` to `to`, food and supplements apart; days without entries
 * are absent. One grouped query.
 * @throws AppError invalid for more than 400 days.
 */
export const sumsByDay = (
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<store.DaySums[]> => {
  assertMayRead(viewer, ownerId);
  assertSpan(from, to);
  return store.sumsByDay(ownerId, from, to);
};

/**
 * The doses taken of supplements from `from` to `to`, in the order of days. One query.
 * @throws AppError invalid for more than 400 days.
 */
export const dosesTaken = (
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<EntryView[]> => {
  assertMayRead(viewer, ownerId);
  assertSpan(from, to);
  return store.dosesTaken(ownerId, from, to);
};

const assertSpan = (from: LocalDate, to: LocalDate): void => {
  if (daysBetween(from, to) >= MAX_DAYS) {
    throw new AppError("invalid", `At most ${MAX_DAYS} days at once.`, {
      fields: { to: `must be within ${MAX_DAYS} days of from` },
    });
  }
};

/**
 * What each food gave from `from` to `to`, its preparations apart. One grouped query.
 * @param nutrients what is asked for; every one more costs.
 * @param except days of the span that do not count.
 * @throws AppError invalid for more than 400 days.
 */
export const sumsByFood = <N extends NutrientId>(
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
  nutrients: readonly N[],
  except: readonly LocalDate[] = [],
): Promise<store.FoodSums<N>[]> => {
  assertMayRead(viewer, ownerId);
  assertSpan(from, to);
  return store.sumsByFood(ownerId, from, to, nutrients, except);
};

/**
 * What each food gave of a nutrient on each day from `from` to `to`, its preparations apart. One grouped query.
 * @param except days of the span that do not count.
 * @throws AppError invalid for more than 400 days.
 */
export const foodsByDay = (
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
  nutrient: NutrientId,
  except: readonly LocalDate[] = [],
): Promise<store.FoodDay[]> => {
  assertMayRead(viewer, ownerId);
  assertSpan(from, to);
  return store.foodsByDay(ownerId, from, to, nutrient, except);
};

/**
 * What each meal gave of a nutrient from `from` to `to`, supplements apart; meals at which nothing was logged are
 * absent. One grouped query.
 * @param except days of the span that do not count.
 * @throws AppError invalid for more than 400 days.
 */
export const sumsByMeal = (
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
  nutrient: NutrientId,
  except: readonly LocalDate[] = [],
): Promise<store.MealSums[]> => {
  assertMayRead(viewer, ownerId);
  assertSpan(from, to);
  return store.sumsByMeal(ownerId, from, to, nutrient, except);
};

/**
 * The foods of every meal from `from` to `to`, in the order of days and meals. One query.
 * @param except days of the span that do not count.
 * @throws AppError invalid for more than 400 days.
 */
export const foodsByMeal = (
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
  except: readonly LocalDate[] = [],
): Promise<store.MealFood[]> => {
  assertMayRead(viewer, ownerId);
  assertSpan(from, to);
  return store.foodsByMeal(ownerId, from, to, except);
};

/** On how many days of a span each food was eaten, by food id. */
export const daysByFood = (
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<Map<string, number>> => {
  assertMayRead(viewer, ownerId);
  return store.daysByFood(ownerId, from, to);
};

/**
 * The foods a person ate lately, each once with its last portion, the latest first.
 * @param from the first local day that counts.
 * @param limit most foods wanted.
 */
export const recentFoods = (
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  limit: number,
): Promise<RecentFood[]> => {
  assertMayRead(viewer, ownerId);
  return store.recentFoods(ownerId, from, limit);
};
