import "server-only";
import { db, deleteOwned, insertWithin, putOwned, readJson } from "../../db";
import { changedAfter, type Expected } from "../../versions";
import { type Meal, type PlanInput, planInput } from "../schemas";

/** What was planned: as it was typed. */
export type Plan = { id: string; date: string; meal: Meal; food: string; amount: PlanInput["amount"] };
export type StoredPlan = Plan & { createdAt: Date; updatedAt: Date };

type PlanRow = Omit<StoredPlan, "food" | "meal" | "amount"> & {
  foodId: string;
  meal: string;
  amount: string;
};

const toPlan = ({ id, date, meal, foodId, amount, createdAt, updatedAt }: PlanRow): StoredPlan => ({
  id,
  date,
  meal: meal as Meal,
  food: foodId,
  amount: readJson(planInput.shape.amount, amount, "PlannedFood.amount"),
  createdAt,
  updatedAt,
});

/**
 * Plans a food, or changes the plan.
 * @returns the plan as it is kept, and whether it is new; or what another version holds, null for none.
 */
export const putPlan = async (
  ownerId: string,
  plan: Plan,
  now: Date,
  expected: Expected,
  assertRoom: () => Promise<void>,
): Promise<{ plan: StoredPlan; created: boolean } | { misfit: StoredPlan | null }> => {
  const { id, date, meal } = plan;
  const columns = { date, meal, foodId: plan.food, amount: JSON.stringify(plan.amount) };
  const put = await putOwned<PlanRow>(
    columns,
    {
      insert: () =>
        insertWithin(ownerId, assertRoom, () =>
          db().plannedFood.create({ data: { ownerId, id, ...columns, createdAt: now, updatedAt: now } }),
        ),
      find: () => db().plannedFood.findFirst({ where: { ownerId, id } }),
      update: ({ updatedAt }) =>
        insertWithin(ownerId, assertRoom, () =>
          db().plannedFood.updateManyAndReturn({
            where: { ownerId, id, updatedAt },
            data: { ...columns, updatedAt: changedAfter(updatedAt, now) },
          }),
        ),
    },
    expected,
  );
  if ("misfit" in put) return { misfit: put.misfit && toPlan(put.misfit) };
  return { plan: toPlan(put.row), created: put.created };
};

/** What is planned for a day, in the order it was planned, without what an entry of the diary has come of. */
export const plansOfDay = (ownerId: string, date: string): Promise<StoredPlan[]> =>
  plansBetween(ownerId, date, date);

/** The same for the days of a span. Two queries at most. */
export const plansBetween = async (ownerId: string, from: string, to: string): Promise<StoredPlan[]> => {
  const plans = await db().plannedFood.findMany({
    where: { ownerId, date: from === to ? from : { gte: from, lte: to } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (plans.length === 0) return [];
  const eaten = await db().diaryEntry.findMany({
    where: { ownerId, id: { in: plans.map(({ id }) => id) }, deletedAt: null },
    select: { id: true },
  });
  const gone = new Set(eaten.map(({ id }) => id));
  return plans.filter(({ id }) => !gone.has(id)).map(toPlan);
};

/** Deletes a plan. @returns it where another version is there and stays, else null. */
export const deletePlan = async (
  ownerId: string,
  id: string,
  expected: Expected,
): Promise<StoredPlan | null> => {
  const where = { ownerId, id };
  const misfit = await deleteOwned<PlanRow>(
    {
      find: () => db().plannedFood.findFirst({ where }),
      remove: (updatedAt) =>
        db().plannedFood.deleteMany({ where: { ...where, ...(updatedAt && { updatedAt }) } }),
    },
    expected,
  );
  return misfit && toPlan(misfit);
};

/** Removes what was planned for days long past. */
export const purgePlans = async (before: string): Promise<void> => {
  await db().plannedFood.deleteMany({ where: { date: { lt: before } } });
};
