import "server-only";
import { db, nullOnConflict, rows, sql, transaction } from "../../db";
import {
  type Composition,
  composition,
  type DayMark,
  type LowerBounds,
  NUTRIENT_IDS,
  NUTRIENTS,
  type NutrientId,
  type PreparationId,
  REFERENCE_NUTRIENTS,
  type ReferenceNutrient,
  type SaidMark,
  type Total,
  type Totals,
} from "../../nutrition";
import type { Eaten } from "../habits";
import { type EntryInput, type EntryView, MEALS, type Meal, type RecentFood } from "../schemas";

// The only Prisma code of the diary. Every query names the owner first.

/** An entry as it is stored: what was typed, and the amounts computed then. */
export type EntryRow = {
  id: string;
  date: string;
  time: string | null;
  meal: Meal;
  kind: "food" | "supplement";
  foodId: string;
  foodName: string;
  /** Null for a supplement, whose weight nobody says. */
  grams: number | null;
  portionId: string | null;
  portionLabel: string | null;
  portionCount: number | null;
  preparation: PreparationId | null;
  note: string | null;
  /** What of a supplement's dose a doctor prescribed. */
  prescribed?: readonly NutrientId[];
  /** What of `amounts` is only a lower bound. */
  lowerBounds?: LowerBounds;
  amounts: Composition;
};

type DatabaseRow = Omit<
  EntryRow,
  "amounts" | "meal" | "kind" | "preparation" | "prescribed" | "lowerBounds"
> & {
  [N in NutrientId]: number | null;
} & {
  meal: string;
  kind: string;
  preparation: string | null;
  prescribed: string | null;
  lowerBounds: string | null;
  createdAt: Date;
  updatedAt: Date;
};

const amountsOf = (row: { [N in NutrientId]: number | null }): Composition => composition(row);

/** The nutrients of a column that holds a JSON array of them, or null for none. */
const nutrientsOf = (column: string | null): NutrientId[] =>
  column === null ? [] : (JSON.parse(column) as NutrientId[]);

const columnOf = (nutrients: readonly NutrientId[]): string | null =>
  nutrients.length === 0 ? null : JSON.stringify(nutrients);

const viewOf = (row: DatabaseRow): EntryView => ({
  id: row.id,
  date: row.date,
  time: row.time,
  meal: row.meal as Meal,
  kind: row.kind as EntryView["kind"],
  food: row.foodId,
  name: row.foodName,
  grams: row.grams,
  portion:
    row.portionId !== null && row.portionLabel !== null && row.portionCount !== null
      ? { id: row.portionId, label: row.portionLabel, count: row.portionCount }
      : null,
  preparation: row.preparation as PreparationId | null,
  note: row.note,
  ...(row.prescribed !== null && { prescribed: nutrientsOf(row.prescribed) }),
  nutrients: amountsOf(row),
  ...(row.lowerBounds !== null && { lowerBounds: nutrientsOf(row.lowerBounds) }),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

const columnsOf = ({ amounts, prescribed = [], lowerBounds = [], ...row }: EntryRow) => ({
  ...row,
  prescribed: columnOf(prescribed),
  lowerBounds: columnOf(lowerBounds),
  ...amounts,
});

/** As many of the same portion, or the same weight. A portion may have come to weigh something else since. */
const sameAmount = (before: DatabaseRow, after: EntryRow): boolean =>
  after.portionId === null
    ? before.portionId === null && before.grams === after.grams
    : before.portionId === after.portionId && before.portionCount === after.portionCount;

/** What of two entries must agree for the amounts computed then to still stand. */
const sameFood = (before: DatabaseRow, after: EntryRow): boolean =>
  before.foodId === after.foodId && sameAmount(before, after) && before.preparation === after.preparation;

/** The entry with what was computed and noted of its food when it was logged. */
const asLogged = (before: DatabaseRow, after: EntryRow): EntryRow => ({
  ...after,
  foodName: before.foodName,
  grams: before.grams,
  portionLabel: before.portionLabel,
  amounts: amountsOf(before),
  lowerBounds: nutrientsOf(before.lowerBounds),
  // What is in a supplement, and whether it is prescribed, is known by its label only.
  ...(after.kind === "supplement" && { prescribed: nutrientsOf(before.prescribed) }),
});

/**
 * Creates or replaces one entry. When only the day, the meal, the time or the note changes, the amounts stay
 * those that were computed when it was logged.
 */
export const putEntry = async (
  ownerId: string,
  entry: EntryRow,
  now: Date,
): Promise<{ entry: EntryView; created: boolean }> => {
  const key = { ownerId_id: { ownerId, id: entry.id } };
  // Insert first: the usual case is one statement, and of two equal writes at once exactly one makes the row.
  const made = await nullOnConflict(
    db().diaryEntry.create({ data: { ownerId, ...columnsOf(entry), createdAt: now, updatedAt: now } }),
  );
  if (made) return { entry: viewOf(made), created: true };
  const before = await db().diaryEntry.findUniqueOrThrow({ where: key });
  const data = changesOf(before, entry);
  const row = data ? await db().diaryEntry.update({ where: key, data: { ...data, updatedAt: now } }) : before;
  return { entry: viewOf(row), created: before.deletedAt !== null };
};

/** What replacing an entry changes in its row; null for nothing. */
const changesOf = (before: DatabaseRow & { deletedAt: Date | null }, entry: EntryRow) => {
  const kept = sameFood(before, entry) && before.deletedAt === null;
  const data = { ...columnsOf(kept ? asLogged(before, entry) : entry), deletedAt: null };
  const changed = Object.entries(data).some(
    ([column, value]) => before[column as keyof typeof before] !== value,
  );
  return changed ? data : null;
};

/**
 * Does all of `work` or none of it. It may run more than once, so it should do nothing but query; of two that make
 * the same entry at once, the second runs again and finds it.
 */
export const atomically = async <T>(work: () => Promise<T>): Promise<T> => {
  const done = await nullOnConflict(transaction(work).then((value) => ({ value })));
  return done ? done.value : transaction(work);
};

/** Entries by their ids, also those that were deleted and can still be taken back. */
export const entriesKept = async (
  ownerId: string,
  ids: readonly string[],
): Promise<Map<string, { entry: EntryView; deleted: boolean }>> => {
  const found = await db().diaryEntry.findMany({ where: { ownerId, id: { in: [...ids] } } });
  return new Map(found.map((row) => [row.id, { entry: viewOf(row), deleted: row.deletedAt !== null }]));
};

/** Creates or replaces some entries, in their order. Inside {@link atomically}. */
export const putEntries = async (ownerId: string, entries: readonly EntryRow[], now: Date): Promise<void> => {
  if (entries.length === 0) return;
  const ids = entries.map(({ id }) => id);
  const held = await db().diaryEntry.findMany({ where: { ownerId, id: { in: ids } } });
  const heldById = new Map(held.map((row) => [row.id, row]));
  await insertEntries(
    ownerId,
    entries.filter(({ id }) => !heldById.has(id)),
    now,
  );
  for (const entry of entries) {
    const before = heldById.get(entry.id);
    const data = before && changesOf(before, entry);
    if (!data) continue;
    const where = { ownerId_id: { ownerId, id: entry.id } };
    await db().diaryEntry.update({ where, data: { ...data, updatedAt: now } });
  }
};

/** Moves some entries, each to its own place. Inside {@link atomically}. */
export const moveEntries = async (
  ownerId: string,
  moves: readonly { id: string; date: string; meal: Meal }[],
  now: Date,
): Promise<void> => {
  const byPlace = new Map<string, { date: string; meal: Meal; ids: string[] }>();
  for (const { id, date, meal } of moves) {
    const place = byPlace.get(`${date} ${meal}`);
    if (place) place.ids.push(id);
    else byPlace.set(`${date} ${meal}`, { date, meal, ids: [id] });
  }
  for (const { date, meal, ids } of byPlace.values()) {
    await db().diaryEntry.updateMany({
      where: {
        ownerId,
        id: { in: ids },
        deletedAt: null,
        // What is there already keeps its mark of the last change.
        NOT: { date, meal },
      },
      data: { date, meal, updatedAt: now },
    });
  }
};

/** Marks some entries as deleted, or takes that back. Inside {@link atomically}. */
export const setDeleted = async (
  ownerId: string,
  ids: readonly string[],
  deletedAt: Date | null,
): Promise<void> => {
  if (ids.length === 0) return;
  await db().diaryEntry.updateMany({
    where: { ownerId, id: { in: [...ids] }, deletedAt: deletedAt === null ? { not: null } : null },
    data: { deletedAt },
  });
};

/** How many entries each of some days holds; days without one are 0. */
export const entriesByDay = async (
  ownerId: string,
  dates: readonly string[],
): Promise<Map<string, number>> => {
  const found = await db().diaryEntry.groupBy({
    by: ["date"],
    where: { ownerId, date: { in: [...dates] }, deletedAt: null },
    _count: { _all: true },
  });
  const counts = new Map(found.map(({ date, _count }) => [date, _count._all]));
  return new Map(dates.map((date) => [date, counts.get(date) ?? 0]));
};

export const findEntry = async (ownerId: string, id: string): Promise<EntryView | null> => {
  const row = await db().diaryEntry.findUnique({ where: { ownerId_id: { ownerId, id }, deletedAt: null } });
  return row && viewOf(row);
};

/**
 * One page of a day's entries in the order they were logged.
 * @param after the last entry of the page before; it keeps its place when it was deleted or moved since.
 */
export const listEntries = async (
  ownerId: string,
  date: string,
  limit: number,
  after: string | undefined,
): Promise<{ items: EntryView[]; nextCursor: string | null }> => {
  const last =
    after === undefined
      ? undefined
      : await db().diaryEntry.findUnique({
          where: { ownerId_id: { ownerId, id: after } },
          select: { createdAt: true, id: true },
        });
  if (last === null) return { items: [], nextCursor: null };
  const rows = await db().diaryEntry.findMany({
    where: {
      ownerId,
      date,
      deletedAt: null,
      ...(last && {
        OR: [{ createdAt: { gt: last.createdAt } }, { createdAt: last.createdAt, id: { gt: last.id } }],
      }),
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: limit + 1,
  });
  const items = rows.slice(0, limit).map(viewOf);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
};

/** All entries of one day; a day holds at most `MAX_ENTRIES_A_DAY`. */
export const entriesOfDay = async (ownerId: string, date: string): Promise<EntryView[]> => {
  const rows = await db().diaryEntry.findMany({
    where: { ownerId, date, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(viewOf);
};

/** The doses taken of supplements between two local days, in the order of days. One query. */
export const dosesTaken = async (ownerId: string, from: string, to: string): Promise<EntryView[]> => {
  const found = await db().diaryEntry.findMany({
    where: { ownerId, date: { gte: from, lte: to }, kind: "supplement", deletedAt: null },
    orderBy: [{ date: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  return found.map(viewOf);
};

export const countEntries = (ownerId: string, date: string): Promise<number> =>
  db().diaryEntry.count({ where: { ownerId, date, deletedAt: null } });

/** Marks an entry as deleted. @returns whether there was one. */
export const markDeleted = async (ownerId: string, id: string, now: Date): Promise<boolean> =>
  (await db().diaryEntry.updateMany({ where: { ownerId, id, deletedAt: null }, data: { deletedAt: now } }))
    .count > 0;

/** Takes a delete back: the entry returns with the amounts it had. @returns the entry, or null when it is gone. */
export const unmarkDeleted = async (ownerId: string, id: string): Promise<EntryView | null> => {
  await db().diaryEntry.updateMany({ where: { ownerId, id }, data: { deletedAt: null } });
  return findEntry(ownerId, id);
};

/** Moves an entry of a food; one of a supplement stays. @returns the entry, or null when there is none. */
export const moveEntry = async (
  ownerId: string,
  id: string,
  to: { date: string; meal: Meal },
  now: Date,
): Promise<EntryView | null> => {
  await db().diaryEntry.updateMany({
    where: { ownerId, id, kind: "food", deletedAt: null },
    data: { ...to, updatedAt: now },
  });
  return findEntry(ownerId, id);
};

/** Adds many entries at once, in their order. Ids must be new. */
export const insertEntries = async (
  ownerId: string,
  entries: readonly EntryRow[],
  now: Date,
): Promise<void> => {
  // A day lists its entries by the instant they were logged, so each gets its own.
  const data = entries.map((entry, i) => {
    const createdAt = new Date(now.getTime() - entries.length + i);
    return { ownerId, ...columnsOf(entry), createdAt, updatedAt: createdAt };
  });
  if (data.length > 0) await db().diaryEntry.createMany({ data });
};

export const purgeDeleted = async (before: Date): Promise<void> => {
  await db().diaryEntry.deleteMany({ where: { deletedAt: { lte: before } } });
};

/** Whether an entry has a nutrient's amount and not only a lower bound; the column is a JSON array of nutrients. */
const inFull = (id: NutrientId): string =>
  `"${id}" IS NOT NULL AND ("lowerBounds" IS NULL OR "lowerBounds" NOT LIKE '%"${id}"%')`;

const knownCount = (id: NutrientId): string => `COUNT(CASE WHEN ${inFull(id)} THEN 1 END)`;

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

const totalsOfRow = (row: SumRow | undefined): Totals =>
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

/**
 * The totals of every day with entries between two local days, food and supplements apart: one grouped query
 * over the owner's index, whatever the span.
 */
export const sumsByDay = async (ownerId: string, from: string, to: string): Promise<DaySums[]> => {
  const sums = await rows<DayRow>(sql`
    SELECT "date", "kind", COUNT(*) AS "entries", ${SUMS}, ${PRESCRIBED_SUMS}
    FROM "DiaryEntry"
    WHERE "ownerId" = ${ownerId} AND "date" >= ${from} AND "date" <= ${to} AND "deletedAt" IS NULL
    GROUP BY "date", "kind"
    ORDER BY "date"`);
  const byDate = new Map<string, { food?: DayRow; supplement?: DayRow }>();
  for (const row of sums) {
    const day = byDate.get(row.date) ?? {};
    byDate.set(row.date, { ...day, [row.kind]: row });
  }
  return [...byDate].map(([date, day]) => ({
    date,
    food: totalsOfRow(day.food),
    supplements: totalsOfRow(day.supplement),
    reportingEnergy: reportingEnergyOf(day.food),
    prescribed: prescribedSumsOf(day.supplement),
  }));
};

const prescribedSumsOf = (row: DayRow | undefined) =>
  Object.fromEntries(
    REFERENCE_NUTRIENTS.map((id) => [id, row ? row[`${id}Prescribed`] : null]),
  ) as DaySums["prescribed"];

const reportingEnergyOf = (row: SumRow | undefined) =>
  Object.fromEntries(NUTRIENT_IDS.map((id) => [id, row ? row[`${id}Energy`] : null])) as {
    [N in NutrientId]: number | null;
  };

/** One food, or one supplement, over a span of days, each preparation of it apart. A supplement has no weight. */
export type FoodSums<N extends NutrientId = NutrientId> = (
  | { kind: "food"; grams: number }
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

/** `AND "date" NOT IN (…)`; nothing for no dates. */
const butNot = (dates: readonly string[]) =>
  dates.length === 0 ? sql.empty : sql`AND "date" NOT IN (${sql.join([...dates])})`;

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
      COUNT(*) AS "entries", SUM("grams") AS "grams", ${sums}
    FROM "DiaryEntry"
    WHERE "ownerId" = ${ownerId} AND "date" >= ${from} AND "date" <= ${to} AND "deletedAt" IS NULL ${butNot(except)}
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
    WHERE "ownerId" = ${ownerId} AND "date" >= ${from} AND "date" <= ${to} AND "deletedAt" IS NULL ${butNot(except)}
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
    WHERE "ownerId" = ${ownerId} AND "date" >= ${from} AND "date" <= ${to} AND "deletedAt" IS NULL ${butNot(except)}
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
  grams: number;
  amounts: Composition;
};

const MEAL_NUTRIENTS = ["energy", "iron", "calcium", "vitaminC", "phytate"] as const;
// How much is absorbed is computed from amounts: a lower bound must not pass for one.
const MEAL_COLUMNS = sql.raw(
  MEAL_NUTRIENTS.map((id) => `CASE WHEN ${inFull(id)} THEN "${id}" END AS "${id}"`).join(", "),
);

type MealRow = Pick<DatabaseRow, "date" | "meal" | "foodId" | "foodName" | "preparation"> & {
  grams: number;
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
    WHERE "ownerId" = ${ownerId} AND "date" >= ${from} AND "date" <= ${to} AND "deletedAt" IS NULL
      AND "kind" = 'food' ${butNot(except)}
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

/** On how many of the days each food was eaten; supplements are no food. */
export const daysByFood = async (ownerId: string, from: string, to: string): Promise<Map<string, number>> => {
  const found = await rows<{ foodId: string; days: number }>(sql`
    SELECT "foodId", COUNT(DISTINCT "date") AS "days"
    FROM "DiaryEntry"
    WHERE "ownerId" = ${ownerId} AND "date" >= ${from} AND "date" <= ${to} AND "kind" = 'food'
      AND "deletedAt" IS NULL
    GROUP BY "foodId"`);
  return new Map(found.map((row) => [row.foodId, row.days]));
};

/**
 * What was eaten between two local days, in the order in which it was logged: who, when and at which meal only. One
 * query over the owner's index.
 * @param limit the most that is read; the earliest is left out.
 */
export const eatenBetween = async (
  ownerId: string,
  from: string,
  to: string,
  limit: number,
): Promise<Eaten[]> => {
  const found = await rows<{ id: string; date: string; meal: string; foodId: string }>(sql`
    SELECT "id", "date", "meal", "foodId"
    FROM "DiaryEntry"
    WHERE "ownerId" = ${ownerId} AND "date" >= ${from} AND "date" <= ${to} AND "kind" = 'food'
      AND "deletedAt" IS NULL
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
  grams: number;
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
    nutrients: amountsOf(row),
    ...(row.lowerBounds !== null && { lowerBounds: nutrientsOf(row.lowerBounds) }),
  }));
};

/** A row is what the person said of a day; without one nothing was said. */
export const setDayMark = async (ownerId: string, date: string, mark: DayMark, now: Date): Promise<void> => {
  if (mark === null) {
    await db().diaryDay.deleteMany({ where: { ownerId, date } });
    return;
  }
  const values = { complete: mark === "complete", updatedAt: now };
  await db().diaryDay.upsert({
    where: { ownerId_date: { ownerId, date } },
    create: { ownerId, date, ...values },
    update: values,
  });
};

/** Marks many days at once, for the sample diary. */
export const insertDayMarks = async (
  ownerId: string,
  marks: readonly { readonly date: string; readonly mark: SaidMark }[],
  now: Date,
): Promise<void> => {
  await db().diaryDay.createMany({
    data: marks.map(({ date, mark }) => ({ ownerId, date, complete: mark === "complete", updatedAt: now })),
  });
};

/** What the person said of the days between two local days. */
export const dayMarks = async (ownerId: string, from: string, to: string): Promise<Map<string, SaidMark>> => {
  const rows = await db().diaryDay.findMany({
    where: { ownerId, date: { gte: from, lte: to } },
    select: { date: true, complete: true },
  });
  return new Map(rows.map(({ date, complete }) => [date, complete ? "complete" : "incomplete"]));
};

/** What was planned: as it was typed. */
export type Plan = { id: string; date: string; meal: Meal; food: string; amount: EntryInput["amount"] };

/** Plans a food, or changes the plan. @returns whether it is new. */
export const putPlan = async (ownerId: string, plan: Plan, now: Date): Promise<boolean> => {
  const { id, date, meal } = plan;
  const data = { date, meal, foodId: plan.food, amount: JSON.stringify(plan.amount) };
  const made = await nullOnConflict(
    db().plannedFood.create({ data: { ownerId, id, ...data, createdAt: now } }),
  );
  if (!made) await db().plannedFood.update({ where: { ownerId_id: { ownerId, id } }, data });
  return made !== null;
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
      amount: JSON.parse(amount) as EntryInput["amount"],
    }));
};

export const deletePlan = async (ownerId: string, id: string): Promise<void> => {
  await db().plannedFood.deleteMany({ where: { ownerId, id } });
};

/** Removes what was planned for days long past. */
export const purgePlans = async (before: string): Promise<void> => {
  await db().plannedFood.deleteMany({ where: { date: { lt: before } } });
};
