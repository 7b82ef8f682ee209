import "server-only";
import { db, nullOnConflict, transaction } from "../../db";
import { composition } from "../../nutrition";
import type { EntryView, Meal } from "../schemas";
import { type DatabaseRow, type EntryRow, readNutrients, toColumns, toView } from "./rows";

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
  amounts: composition(before),
  lowerBounds: readNutrients("lowerBounds", before.lowerBounds),
  // What is in a supplement, and whether it is prescribed, is known by its label only.
  ...(after.kind === "supplement" && { prescribed: readNutrients("prescribed", before.prescribed) }),
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
    db().diaryEntry.create({ data: { ownerId, ...toColumns(entry), createdAt: now, updatedAt: now } }),
  );
  if (made) return { entry: toView(made), created: true };
  const before = await db().diaryEntry.findUniqueOrThrow({ where: key });
  const data = changesOf(before, entry);
  const row = data ? await db().diaryEntry.update({ where: key, data: { ...data, updatedAt: now } }) : before;
  return { entry: toView(row), created: before.deletedAt !== null };
};

/** What replacing an entry changes in its row; null for nothing. */
const changesOf = (before: DatabaseRow & { deletedAt: Date | null }, entry: EntryRow) => {
  const kept = sameFood(before, entry) && before.deletedAt === null;
  const data = { ...toColumns(kept ? asLogged(before, entry) : entry), deletedAt: null };
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
  return new Map(found.map((row) => [row.id, { entry: toView(row), deleted: row.deletedAt !== null }]));
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
  return row && toView(row);
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
  const items = rows.slice(0, limit).map(toView);
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
};

/** All entries of one day; a day holds at most `MAX_ENTRIES_A_DAY`. */
export const entriesOfDay = async (ownerId: string, date: string): Promise<EntryView[]> => {
  const rows = await db().diaryEntry.findMany({
    where: { ownerId, date, deletedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(toView);
};

/** The doses taken of supplements between two local days, in the order of days. One query. */
export const dosesTaken = async (ownerId: string, from: string, to: string): Promise<EntryView[]> => {
  const found = await db().diaryEntry.findMany({
    where: { ownerId, date: { gte: from, lte: to }, kind: "supplement", deletedAt: null },
    orderBy: [{ date: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  return found.map(toView);
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
    return { ownerId, ...toColumns(entry), createdAt, updatedAt: createdAt };
  });
  if (data.length > 0) await db().diaryEntry.createMany({ data });
};

export const purgeDeleted = async (before: Date): Promise<void> => {
  await db().diaryEntry.deleteMany({ where: { deletedAt: { lte: before } } });
};
