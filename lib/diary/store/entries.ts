import "server-only";
import { db } from "../../db";
import type { EntryView } from "../schemas";
import { toView } from "./rows";

// Reading entries; changes.ts writes them.

export const findEntry = async (ownerId: string, id: string): Promise<EntryView | null> => {
  const row = await db().diaryEntry.findFirst({ where: { ownerId, id, deletedAt: null } });
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
      : await db().diaryEntry.findFirst({
          where: { ownerId, id: after },
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

/** All entries between two local days, in the order of days and on each as they were logged. One query. */
export const entriesBetween = async (ownerId: string, from: string, to: string): Promise<EntryView[]> => {
  const found = await db().diaryEntry.findMany({
    where: { ownerId, date: { gte: from, lte: to }, deletedAt: null },
    orderBy: [{ date: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  return found.map(toView);
};

/** The doses taken of supplements between two local days, in the order of days. One query. */
export const dosesTaken = async (ownerId: string, from: string, to: string): Promise<EntryView[]> => {
  const found = await db().diaryEntry.findMany({
    where: { ownerId, date: { gte: from, lte: to }, kind: "supplement", deletedAt: null },
    orderBy: [{ date: "asc" }, { createdAt: "asc" }, { id: "asc" }],
  });
  return found.map(toView);
};

/** How many entries each of some days holds, 0 included. One query, none for no days. */
export const countByDay = async (
  ownerId: string,
  dates: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const [only, ...more] = dates;
  if (only === undefined) return new Map();
  // The usual case: counting is cheaper than grouping.
  if (more.length === 0) {
    return new Map([
      [only, await db().diaryEntry.count({ where: { ownerId, date: only, deletedAt: null } })],
    ]);
  }
  const found = await db().diaryEntry.groupBy({
    by: ["date"],
    where: { ownerId, date: { in: [...dates] }, deletedAt: null },
    _count: { _all: true },
  });
  const counts = new Map(found.map(({ date, _count }) => [date, _count._all]));
  return new Map(dates.map((date) => [date, counts.get(date) ?? 0]));
};
