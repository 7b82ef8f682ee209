import "server-only";
import { assertMayRead, assertMayWrite, type Viewer } from "../access";
import { AppError, changed, isAppError } from "../errors";
import { type Food, getFoods } from "../foods";
import type { LocalDate } from "../nutrition";
import { type Expected, versionOf } from "../versions";
import { typedRow } from "./batch";
import type { FoodEntry, PlanInput } from "./schemas";
import * as store from "./store";

/** A limit against runaway clients, above what a person plans. */
const MAX_PLANS_A_DAY = 50;

/**
 * A plan as its entry would be if it were eaten now.
 * @param from the food it names, undefined when there is none.
 * @throws AppError invalid, as an entry of it would be.
 */
const plannedEntry = (from: Food | undefined, plan: store.StoredPlan): FoodEntry => {
  const { id, date, meal, food, amount, createdAt, updatedAt } = plan;
  const row = typedRow(from ?? null, id, { date, meal, food, amount });
  const { portionId, portionLabel, portionCount } = row;
  return {
    id,
    date,
    time: null,
    meal,
    kind: "food",
    food,
    name: row.foodName,
    grams: row.grams,
    portion:
      portionId === null || portionLabel === null || portionCount === null
        ? null
        : { id: portionId, label: portionLabel, count: portionCount },
    preparation: null,
    note: null,
    nutrients: row.amounts,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    version: versionOf(updatedAt),
  };
};

/** A plan that another version holds; null where it is none, or its food or portion is gone. */
const planView = async (
  viewer: Viewer,
  ownerId: string,
  plan: store.StoredPlan | null,
): Promise<FoodEntry | null> => {
  if (plan === null) return null;
  const foods = await getFoods(viewer, ownerId, [plan.food]);
  return entriesOf(foods, [plan])[0] ?? null;
};

/** Plans as their entries would be; those whose food or portion is gone are left out. */
const entriesOf = (foods: ReadonlyMap<string, Food>, plans: readonly store.StoredPlan[]): FoodEntry[] =>
  plans.flatMap((plan) => {
    try {
      return [plannedEntry(foods.get(plan.food), plan)];
    } catch (error) {
      if (isAppError(error) && error.code === "invalid") return [];
      throw error;
    }
  });

/**
 * Plans a food for a day, or changes what is planned; sending it again changes nothing. A plan counts nowhere:
 * it is eaten by logging an entry with its id.
 * @throws AppError invalid for an unknown food or portion; conflict when too much is planned for the day; changed when
 *   it rests on another version.
 */
export const putPlan = async (
  viewer: Viewer,
  ownerId: string,
  id: string,
  input: PlanInput,
  expected?: Expected,
): Promise<{ plan: FoodEntry; created: boolean }> => {
  assertMayWrite(viewer, ownerId);
  const foods = await getFoods(viewer, ownerId, [input.food]);
  const now = new Date();
  // A food or portion that is not there is refused before anything is written.
  plannedEntry(foods.get(input.food), { id, ...input, createdAt: now, updatedAt: now });
  // In turn and in one transaction, so that plans made at once do not each find the last place free.
  const put = await store.putPlan(ownerId, { id, ...input }, now, expected, async () => {
    const others = (await store.plansOfDay(ownerId, input.date)).filter((other) => other.id !== id);
    if (others.length >= MAX_PLANS_A_DAY)
      throw new AppError("conflict", `At most ${MAX_PLANS_A_DAY} foods can be planned for a day.`);
  });
  if ("misfit" in put) throw changed(await planView(viewer, ownerId, put.misfit));
  return { plan: plannedEntry(foods.get(input.food), put.plan), created: put.created };
};

/**
 * What is planned for a day and not eaten yet, in the order it was planned. A food that was deleted since, or lost
 * the portion, is left out. At most six queries, however many foods.
 */
export const plansOfDay = (viewer: Viewer, ownerId: string, date: LocalDate): Promise<FoodEntry[]> =>
  plansBetween(viewer, ownerId, date, date);

/** {@link plansOfDay} for the days of a span, with as few queries. */
export const plansBetween = async (
  viewer: Viewer,
  ownerId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<FoodEntry[]> => {
  assertMayRead(viewer, ownerId);
  const plans = await store.plansBetween(ownerId, from, to);
  const foods = await getFoods(
    viewer,
    ownerId,
    plans.map(({ food }) => food),
  );
  return entriesOf(foods, plans);
};

/**
 * Takes a plan back; doing it again, or for what was never planned, changes nothing.
 * @throws AppError changed when it rests on another version.
 */
export const deletePlan = async (
  viewer: Viewer,
  ownerId: string,
  id: string,
  expected?: Expected,
): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  const misfit = await store.deletePlan(ownerId, id, expected);
  if (misfit) throw changed(await planView(viewer, ownerId, misfit));
};
