import "server-only";
import { assertMayRead, assertMayWrite, type Viewer } from "../access";
import { AppError } from "../errors";
import { getFood } from "../foods";
import type { LocalDate } from "../nutrition";
import { typedRow } from "./entry-row";
import type { FoodEntry, PlanInput } from "./schemas";
import * as store from "./store";

/** More than anybody plans for a day; keeps a runaway client from filling one. */
const MAX_PLANS_A_DAY = 50;

/** A plan as its entry would be if it were eaten now. @throws AppError invalid, as an entry of it would be. */
const plannedEntry = async (
  viewer: Viewer,
  ownerId: string,
  { id, date, meal, food, amount }: store.Plan,
): Promise<FoodEntry> => {
  const row = typedRow(await getFood(viewer, ownerId, food), id, { date, meal, food, amount });
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
    grams: row.grams as number,
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
  const plan = await plannedEntry(viewer, ownerId, { id, ...input });
  const others = (await store.plansOfDay(ownerId, input.date)).filter((other) => other.id !== id);
  if (others.length >= MAX_PLANS_A_DAY) {
    throw new AppError("conflict", `At most ${MAX_PLANS_A_DAY} foods can be planned for a day.`);
  }
  return { plan, created: await store.putPlan(ownerId, { id, ...input }, new Date()) };
};

/**
 * What is planned for a day and not eaten yet, in the order it was planned. A food that was deleted since, or lost
 * the portion, is left out.
 */
export const plansOfDay = async (viewer: Viewer, ownerId: string, date: LocalDate): Promise<FoodEntry[]> => {
  assertMayRead(viewer, ownerId);
  const plans = await store.plansOfDay(ownerId, date);
  const entries = await Promise.all(
    plans.map((plan) =>
      plannedEntry(viewer, ownerId, plan).catch((error: unknown) => {
        if (error instanceof AppError && error.code === "invalid") return null;
        throw error;
      }),
    ),
  );
  return entries.filter((entry) => entry !== null);
};

/** Takes a plan back; doing it again, or for what was never planned, changes nothing. */
export const deletePlan = async (viewer: Viewer, ownerId: string, id: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await store.deletePlan(ownerId, id);
};
