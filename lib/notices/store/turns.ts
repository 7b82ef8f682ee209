import "server-only";
import { db } from "../../db";
import type { LocalDate } from "../../nutrition";

// When the daily job processes which account. The passes over all accounts use an index, one batch at a time.

/** An account that is due for the daily job. */
export type Due = {
  readonly ownerId: string;
  readonly timeZone: string;
  readonly dailyDay: LocalDate | null;
  readonly dailyDueAt: Date | null;
};

const dueColumns = { ownerId: true, timeZone: true, dailyDay: true, dailyDueAt: true } as const;

/**
 * Every due time lies at most a day and some hours ahead. What is due later was set by a clock that was wrong, and is
 * due now.
 */
const MAX_AHEAD_MS = 3 * 24 * 60 * 60_000;

/** The instants that are due: those that have come, and those that cannot be meant. */
export const dueBetween = (now: Date): readonly [{ lte: Date }, { gt: Date }] => [
  { lte: now },
  { gt: new Date(now.getTime() + MAX_AHEAD_MS) },
];

/** The next accounts that are due, those never processed first. */
export const dueAccounts = async (now: Date, limit: number): Promise<Due[]> => {
  const fresh = await db().profile.findMany({
    where: { dailyDueAt: null },
    orderBy: { ownerId: "asc" },
    take: limit,
    select: dueColumns,
  });
  if (fresh.length === limit) return fresh;
  const due = await db().profile.findMany({
    where: { OR: dueBetween(now).map((dailyDueAt) => ({ dailyDueAt })) },
    orderBy: [{ dailyDueAt: "asc" }, { ownerId: "asc" }],
    take: limit - fresh.length,
    select: dueColumns,
  });
  return [...fresh, ...due];
};

/** Reserves an account for this process until an instant. @returns false when another process has it. */
export const takeAccount = async ({ ownerId, dailyDueAt }: Due, until: Date): Promise<boolean> => {
  const { count } = await db().profile.updateMany({
    where: { ownerId, dailyDueAt },
    data: { dailyDueAt: until },
  });
  return count > 0;
};

/** Sets when an account is due next. */
export const setDue = async (ownerId: string, dailyDueAt: Date | null): Promise<void> => {
  await db().profile.updateMany({ where: { ownerId }, data: { dailyDueAt } });
};

/**
 * Releases an account after the daily job. An earlier due time that a change set meanwhile is kept.
 * @param taken the instant until which `takeAccount` reserved the account.
 * @param day the local day that was processed; unchanged when left out.
 */
export const endTurn = async (
  ownerId: string,
  taken: Date,
  dailyDueAt: Date,
  day?: LocalDate,
): Promise<void> => {
  const looked = day === undefined ? {} : { dailyDay: day };
  const { count } = await db().profile.updateMany({
    where: { ownerId, dailyDueAt: taken },
    data: { dailyDueAt, ...looked },
  });
  if (count === 0 && day !== undefined) await db().profile.updateMany({ where: { ownerId }, data: looked });
};

/** Which of some accounts logged anything on a local day or after. */
export const activeSince = async (ownerIds: readonly string[], date: LocalDate): Promise<Set<string>> => {
  const found = await db().diaryEntry.groupBy({
    by: ["ownerId"],
    where: { ownerId: { in: [...ownerIds] }, date: { gte: date }, deletedAt: null },
  });
  return new Set(found.map(({ ownerId }) => ownerId));
};
