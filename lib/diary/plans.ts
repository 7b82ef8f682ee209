import "server-only";
import { assertMayRead, assertMayWrite, type Viewer } from "../access";
import { AppError } from "../errors";
import { type Food, getFoods } from "../foods";
import type { LocalDate } from "../nutrition";
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
const plannedEntry = (from: Food | undefined, { id, date, meal, food, amount }: store.Plan): FoodEntry => {
  const row = typedRow(from ?? null, id, { date, meal, food, amount });
  const now = new Date().toISOString();
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
    createdAt: now,
    updatedAt: now,
  };
};

/**
 * Plans a food for a day, or changes what is planned; sending it again changes nothing. A plan counts nowhere:
 * it is eaten by logging an entry with its id.
 * @throws AppError invalid for an unknown food or portion; conflict when too much is planned for the day.
 */
export const putPlan = async (
  viewer: Viewer,
  ownerId: string,
  id: string,
  input: PlanInput,
): Promise<{ plan: FoodEntry; created: boolean }> => {
  assertMayWrite(viewer, ownerId);
  const foods = await getFoods(viewer, ownerId, [input.food]);
  const plan = plannedEntry(foods.get(input.food), { id, ...input });
  const others = (await store.plansOfDay(ownerId, input.date)).filter((other) => other.id !== id);
  if (others.length >= MAX_PLANS_A_DAY) {
    throw new AppError("conflict", `At most ${MAX_PLANS_A_DAY} foods can be planned for a day.`);
  }
  return { plan, created: await store.putPlan(ownerId, { id, ...input }, new Date()) };
};

/**
 * What is planned for a day and not eaten yet, in the order it was planned. A food that was deleted since, or lost
 * the portion, is left out. At most six queries, however many foods.
 */
export const plansOfDay = async (viewer: Viewer, ownerId: string, date: LocalDate): Promise<FoodEntry[]> => {
  assertMayRead(viewer, ownerId);
  const plans = await store.plansOfDay(ownerId, date);
  const foods = await getFoods(
    viewer,
    ownerId,
    plans.map(({ food }) => food),
  );
  return plans.flatMap((plan) => {
    try {
      return [plannedEntry(foods.get(plan.food), plan)];
    } catch (error) {
      if (error instanceof AppError && error.code === "invalid") return [];
      throw error;
    }
  });
};

/** Takes a plan back; doing it again, or for what was never planned, changes nothing. */
export const deletePlan = async (viewer: Viewer, ownerId: string, id: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await store.deletePlan(ownerId, id);
};
