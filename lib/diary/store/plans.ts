import "server-only";
import { db, putOwned, readJson } from "../../db";
import { type Meal, type PlanInput, planInput } from "../schemas";

/** What was planned: as it was typed. */
export type Plan = { id: string; date: string; meal: Meal; food: string; amount: PlanInput["amount"] };

/** Plans a food, or changes the plan. @returns whether it is new. */
export const putPlan = async (ownerId: string, plan: Plan, now: Date): Promise<boolean> => {
  const { id, date, meal } = plan;
  const data = { date, meal, foodId: plan.food, amount: JSON.stringify(plan.amount) };
  const { created } = await putOwned(data, {
    insert: () => db().plannedFood.create({ data: { ownerId, id, ...data, createdAt: now } }),
    find: () => db().plannedFood.findFirst({ where: { ownerId, id } }),
    update: () => db().plannedFood.updateManyAndReturn({ where: { ownerId, id }, data }),
  });
  return created;
};

/** What is planned for a day, in the order it was planned, without what an entry of the diary has come of. */
export const plansOfDay = async (ownerId: string, date: string): Promise<Plan[]> => {
  const plans = await db().plannedFood.findMany({
    where: { ownerId, date },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (plans.length === 0) return [];
  const eaten = await db().diaryEntry.findMany({
    where: { ownerId, id: { in: plans.map(({ id }) => id) }, deletedAt: null },
    select: { id: true },
  });
  const gone = new Set(eaten.map(({ id }) => id));
  return plans
    .filter(({ id }) => !gone.has(id))
    .map(({ id, meal, foodId, amount }) => ({
      id,
      date,
      meal: meal as Meal,
      food: foodId,
      amount: readJson(planInput.shape.amount, amount, "PlannedFood.amount"),
    }));
};

export const deletePlan = async (ownerId: string, id: string): Promise<void> => {
  await db().plannedFood.deleteMany({ where: { ownerId, id } });
};

/** Removes what was planned for days long past. */
export const purgePlans = async (before: string): Promise<void> => {
  await db().plannedFood.deleteMany({ where: { date: { lt: before } } });
};
