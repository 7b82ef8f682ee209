import "server-only";
import { rows, sql } from "../../db";
import {
  type Composition,
  composition,
  NUTRIENT_IDS,
  NUTRIENTS,
  type NutrientId,
  type PreparationId,
  REFERENCE_NUTRIENTS,
  type ReferenceNutrient,
  type Total,
  type Totals,
} from "../../nutrition";
import type { Meal } from "../schemas";
import { type DatabaseRow, inFull, inSpan, knownCount } from "./rows";

// Sums over a span of days: by day, food and meal. One grouped query each, over the owner's index.

// The names come from NUTRIENT_IDS, never from a request.
const SUMS = sql.raw(
  NUTRIENT_IDS.flatMap((id) => [
    `SUM("${id}") AS "${id}"`,
    `${knownCount(id)} AS "${id}Known"`,
    `SUM(CASE WHEN ${inFull(id)} THEN "energy" END) AS "${id}Energy"`,
  ]).join(", "),
);

/** The column is a JSON array of nutrients, each in its quotes. */
const PRESCRIBED_SUMS = sql.raw(
  REFERENCE_NUTRIENTS.map(
    (id) => `SUM(CASE WHEN "prescribed" LIKE '%"${id}"%' THEN "${id}" END) AS "${id}Prescribed"`,
  ).join(", "),
);

type SumRow = { date: string; kind: string; entries: number } & {
  [N in NutrientId]: number | null;
} & {
  [N in NutrientId as `${N}Known`]: number;
} & { [N in NutrientId as `${N}Energy`]: number | null };

type DayRow = SumRow & { [N in ReferenceNutrient as `${N}Prescribed`]: number | null };

export type DaySums = {
  date: string;
  food: Totals;
  supplements: Totals;
  /** Energy (kcal) of the foods that report each nutrient; null where none of them states its energy. */
  reportingEnergy: { readonly [N in NutrientId]: number | null };
  /** What of the supplements a doctor prescribed; null for nothing. */
  prescribed: { readonly [N in ReferenceNutrient]: number | null };
};

const readTotals = (row: SumRow | undefined): Totals =>
  Object.fromEntries(
    NUTRIENT_IDS.map((id) => [
      id,
      {
        amount: row ? row[id] : null,
        unit: NUTRIENTS[id].unit,
        known: row ? row[`${id}Known`] : 0,
        entries: row ? row.entries : 0,
      },
    ]),
  ) as unknown as Totals;

const readPrescribed = (row: DayRow | undefined) =>
  Object.fromEntries(
    REFERENCE_NUTRIENTS.map((id) => [id, row ? row[`${id}Prescribed`] : null]),
  ) as DaySums["prescribed"];

const readReportingEnergy = (row: SumRow | undefined) =>
  Object.fromEntries(NUTRIENT_IDS.map((id) => [id, row ? row[`${id}Energy`] : null])) as {
    [N in NutrientId]: number | null;
  };

/**
 * The totals of every day with entries between two local days, food and supplements apart: one grouped query
 * over the owner's index, whatever the span.
 */
export const sumsByDay = async (ownerId: string, from: string, to: string): Promise<DaySums[]> => {
  const sums = await rows<DayRow>(sql`
    SELECT "date", "kind", COUNT(*) AS "entries", ${SUMS}, ${PRESCRIBED_SUMS}
    FROM "DiaryEntry"
    WHERE ${inSpan(ownerId, from, to)}
    GROUP BY "date", "kind"
    ORDER BY "date"`);
  const byDate = new Map<string, { food?: DayRow; supplement?: DayRow }>();
  for (const row of sums) {
    const day = byDate.get(row.date) ?? {};
    byDate.set(row.date, { ...day, [row.kind]: row });
  }
  return [...byDate].map(([date, day]) => ({
    date,
    food: readTotals(day.food),
    supplements: readTotals(day.supplement),
    reportingEnergy: readReportingEnergy(day.food),
    prescribed: readPrescribed(day.supplement),
  }));
};

/**
 * One food, or one supplement, over a span of days, each preparation of it apart. A supplement has no weight; that of a
 * food is unknown where the amount of one of its entries was not stated.
 */
export type FoodSums<N extends NutrientId = NutrientId> = (
  | { kind: "food"; grams: number | null }
  | { kind: "supplement"; grams: null }
) & {
  food: string;
  name: string;
  preparation: PreparationId | null;
  /** Days on which it was eaten. */
  days: number;
  entries: number;
  totals: Pick<Totals, N>;
};

type FoodRow = { kind: string; entries: number } & { [N in NutrientId]: number | null } & {
  [N in NutrientId as `${N}Known`]: number;
} & {
  foodId: string;
  foodName: string;
  preparation: string | null;
  days: number;
  grams: number | null;
};

/** What each food gave between two local days, without some of them: one grouped query over the owner's index. */
export const sumsByFood = async <N extends NutrientId>(
  ownerId: string,
  from: string,
  to: string,
  nutrients: readonly N[],
  except: readonly string[],
): Promise<FoodSums<N>[]> => {
  // The names come from the core's list of nutrients, never from a request.
  const sums = sql.raw(
    nutrients.map((id) => `SUM("${id}") AS "${id}", ${knownCount(id)} AS "${id}Known"`).join(", "),
  );
  const found = await rows<FoodRow>(sql`
    SELECT "foodId", "kind", "preparation", MAX("foodName") AS "foodName", COUNT(DISTINCT "date") AS "days",
      COUNT(*) AS "entries", CASE WHEN COUNT("grams") = COUNT(*) THEN SUM("grams") END AS "grams", ${sums}
    FROM "DiaryEntry"
    WHERE ${inSpan(ownerId, from, to, except)}
    GROUP BY "foodId", "kind", "preparation"
    ORDER BY "foodId", "kind", "preparation"`);
  return found.map((row) => ({
    food: row.foodId,
    name: row.foodName,
    kind: row.kind,
    grams: row.grams,
    preparation: row.preparation as PreparationId | null,
    days: row.days,
    entries: row.entries,
    totals: Object.fromEntries(
      nutrients.map((id) => [
        id,
        { amount: row[id], unit: NUTRIENTS[id].unit, known: row[`${id}Known`], entries: row.entries },
      ]),
    ),
  })) as FoodSums<N>[];
};

/** What one food, or one supplement, gave of a nutrient on one day, each preparation of it apart. */
export type FoodDay = {
  date: string;
  kind: "food" | "supplement";
  food: string;
  name: string;
  preparation: PreparationId | null;
  total: Total;
};

type FoodDayRow = Pick<DatabaseRow, "date" | "foodId" | "foodName" | "preparation"> & {
  kind: string;
  entries: number;
  amount: number | null;
  known: number;
};

/**
 * What each food gave of a nutrient day by day between two local days, without some of them: one grouped query over
 * the owner's index.
 */
export const foodsByDay = async (
  ownerId: string,
  from: string,
  to: string,
  nutrient: NutrientId,
  except: readonly string[],
): Promise<FoodDay[]> => {
  // The name comes from the core's list of nutrients, never from a request.
  const sums = sql.raw(`SUM("${nutrient}") AS "amount", ${knownCount(nutrient)} AS "known"`);
  const found = await rows<FoodDayRow>(sql`
    SELECT "date", "foodId", "kind", "preparation", MAX("foodName") AS "foodName", COUNT(*) AS "entries", ${sums}
    FROM "DiaryEntry"
    WHERE ${inSpan(ownerId, from, to, except)}
    GROUP BY "date", "foodId", "kind", "preparation"
    ORDER BY "date", "foodId", "kind", "preparation"`);
  return found.map(({ date, foodId, foodName, kind, preparation, amount, known, entries }) => ({
    date,
    kind: kind as FoodDay["kind"],
    food: foodId,
    name: foodName,
    preparation: preparation as PreparationId | null,
    total: { amount, unit: NUTRIENTS[nutrient].unit, known, entries },
  }));
};

/** What a meal gave of one nutrient over a span of days; supplements belong to no meal and stand apart. */
export type MealSums = {
  meal: Meal | "supplements";
  /** Days on which something was logged at it. */
  days: number;
  total: Total;
  /** What of `total` the foods that state it in full gave; a lower bound tells nothing of its food's energy. */
  inFull: number | null;
  energy: Total;
  /** Energy (kcal) of the foods that state the nutrient in full; null where none of them states its energy. */
  reportingEnergy: number | null;
};

type MealSumRow = {
  place: string;
  days: number;
  entries: number;
  amount: number | null;
  known: number;
  inFull: number | null;
  energy: number | null;
  energyKnown: number;
  reportingEnergy: number | null;
};

const PLACE = sql.raw(`CASE WHEN "kind" = 'supplement' THEN 'supplements' ELSE "meal" END`);

/**
 * What each meal gave of a nutrient between two local days, without some of them: one grouped query over the owner's
 * index. Meals at which nothing was logged are absent.
 */
export const sumsByMeal = async (
  ownerId: string,
  from: string,
  to: string,
  nutrient: NutrientId,
  except: readonly string[],
): Promise<MealSums[]> => {
  // The name comes from the core's list of nutrients, never from a request.
  const sums = sql.raw(
    [
      `SUM("${nutrient}") AS "amount"`,
      `${knownCount(nutrient)} AS "known"`,
      `SUM(CASE WHEN ${inFull(nutrient)} THEN "${nutrient}" END) AS "inFull"`,
      `SUM("energy") AS "energy"`,
      `${knownCount("energy")} AS "energyKnown"`,
      `SUM(CASE WHEN ${inFull(nutrient)} THEN "energy" END) AS "reportingEnergy"`,
    ].join(", "),
  );
  const found = await rows<MealSumRow>(sql`
    SELECT ${PLACE} AS "place", COUNT(DISTINCT "date") AS "days", COUNT(*) AS "entries", ${sums}
    FROM "DiaryEntry"
    WHERE ${inSpan(ownerId, from, to, except)}
    GROUP BY ${PLACE}`);
  return found.map(({ place, days, entries, amount, known, inFull: full, ...row }) => ({
    meal: place as MealSums["meal"],
    days,
    total: { amount, unit: NUTRIENTS[nutrient].unit, known, entries },
    inFull: full,
    energy: { amount: row.energy, unit: NUTRIENTS.energy.unit, known: row.energyKnown, entries },
    reportingEnergy: row.reportingEnergy,
  }));
};

/** One food of a meal, with the amounts that decide how the iron and calcium of the meal are absorbed. */
export type MealFood = {
  date: string;
  meal: Meal;
  food: string;
  name: string;
  preparation: PreparationId | null;
  /** Null where the amount was not stated. */
  grams: number | null;
  amounts: Composition;
};

const MEAL_NUTRIENTS = ["energy", "iron", "calcium", "vitaminC", "phytate"] as const;

// How much is absorbed is computed from amounts: a lower bound must not pass for one.
const MEAL_COLUMNS = sql.raw(
  MEAL_NUTRIENTS.map((id) => `CASE WHEN ${inFull(id)} THEN "${id}" END AS "${id}"`).join(", "),
);

type MealRow = Pick<DatabaseRow, "date" | "meal" | "foodId" | "foodName" | "preparation"> & {
  grams: number | null;
} & {
  [N in (typeof MEAL_NUTRIENTS)[number]]: number | null;
};

/** The foods of every meal between two local days, without some of them, meal by meal. One query. */
export const foodsByMeal = async (
  ownerId: string,
  from: string,
  to: string,
  except: readonly string[],
): Promise<MealFood[]> => {
  const found = await rows<MealRow>(sql`
    SELECT "date", "meal", "foodId", "foodName", "preparation", "grams", ${MEAL_COLUMNS}
    FROM "DiaryEntry"
    WHERE ${inSpan(ownerId, from, to, except)} AND "kind" = 'food'
    ORDER BY "date", "meal"`);
  return found.map((row) => ({
    date: row.date,
    meal: row.meal as Meal,
    food: row.foodId,
    name: row.foodName,
    preparation: row.preparation as PreparationId | null,
    grams: row.grams,
    amounts: composition(row),
  }));
};
