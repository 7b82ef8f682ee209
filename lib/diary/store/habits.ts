import "server-only";
import { rows, sql } from "../../db";
import { composition, NUTRIENT_IDS, type NutrientId } from "../../nutrition";
import type { LoggedFood } from "../habits";
import { MEALS, type Meal, type RecentFood } from "../schemas";
import { inSpan, readNutrients } from "./rows";

// What a person logs again and again: the foods of late, and when and at which meal.

/** On how many of the days each food was eaten; supplements are no food. */
export const daysByFood = async (ownerId: string, from: string, to: string): Promise<Map<string, number>> => {
  const found = await rows<{ foodId: string; days: number }>(sql`
    SELECT "foodId", COUNT(DISTINCT "date") AS "days"
    FROM "DiaryEntry"
    WHERE ${inSpan(ownerId, from, to)} AND "kind" = 'food'
    GROUP BY "foodId"`);
  return new Map(found.map((row) => [row.foodId, row.days]));
};

/**
 * The foods logged between two local days, in the order in which it was logged: who, when and at which meal only. One
 * query over the owner's index.
 * @param limit the most that is read; the earliest is left out.
 */
export const loggedFoods = async (
  ownerId: string,
  from: string,
  to: string,
  limit: number,
): Promise<LoggedFood[]> => {
  const found = await rows<{ id: string; date: string; meal: string; foodId: string }>(sql`
    SELECT "id", "date", "meal", "foodId"
    FROM "DiaryEntry"
    WHERE ${inSpan(ownerId, from, to)} AND "kind" = 'food'
    ORDER BY "date" DESC, "createdAt" DESC, "id" DESC
    LIMIT ${limit}`);
  return found
    .map(({ id, date, meal, foodId }) => ({ id, date, meal: meal as Meal, food: foodId }))
    .reverse();
};

type RecentRow = {
  foodId: string;
  foodName: string;
  date: string;
  grams: number | null;
  portionId: string | null;
  portionLabel: string | null;
  portionCount: number | null;
  times: number;
  lowerBounds: string | null;
} & { [M in Meal]: number } & { [N in NutrientId]: number | null };

// Names of columns and meals come from the schemas, never from a request.
const NUTRIENT_COLUMNS = sql.raw(NUTRIENT_IDS.map((id) => `"${id}"`).join(", "));

const MEAL_COUNTS = sql.raw(
  MEALS.map(
    (meal) => `SUM(CASE WHEN "meal" = '${meal}' THEN 1 ELSE 0 END) OVER (PARTITION BY "foodId") AS "${meal}"`,
  ).join(", "),
);

/**
 * The foods logged since a day, each once: its last portion, how often at which meal, the latest first. One query
 * over the owner's index.
 */
export const recentFoods = async (ownerId: string, from: string, limit: number): Promise<RecentFood[]> => {
  const found = await rows<RecentRow>(sql`
    SELECT "foodId", "foodName", "date", "grams", "portionId", "portionLabel", "portionCount", "times", "lowerBounds",
      ${sql.raw(MEALS.map((meal) => `"${meal}"`).join(", "))}, ${NUTRIENT_COLUMNS}
    FROM (
      SELECT "foodId", "foodName", "date", "grams", "portionId", "portionLabel", "portionCount", "createdAt", "id",
        "lowerBounds", ${NUTRIENT_COLUMNS},
        COUNT(*) OVER (PARTITION BY "foodId") AS "times",
        ${MEAL_COUNTS},
        ROW_NUMBER() OVER (PARTITION BY "foodId" ORDER BY "date" DESC, "createdAt" DESC, "id" DESC) AS "place"
      FROM "DiaryEntry"
      WHERE "ownerId" = ${ownerId} AND "date" >= ${from} AND "kind" = 'food' AND "deletedAt" IS NULL
    ) AS "logged"
    WHERE "place" = 1
    ORDER BY "date" DESC, "createdAt" DESC, "id" DESC
    LIMIT ${limit}`);
  return found.map((row) => ({
    food: row.foodId,
    name: row.foodName,
    date: row.date,
    grams: row.grams,
    portion:
      row.portionId !== null && row.portionLabel !== null && row.portionCount !== null
        ? { id: row.portionId, label: row.portionLabel, count: row.portionCount }
        : null,
    times: row.times,
    atMeal: Object.fromEntries(MEALS.map((meal) => [meal, row[meal]])) as RecentFood["atMeal"],
    nutrients: composition(row),
    ...(row.lowerBounds !== null && { lowerBounds: readNutrients("lowerBounds", row.lowerBounds) }),
  }));
};
