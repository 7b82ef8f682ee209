import "server-only";
import { db, engine, type Prisma, rows, sql } from "../db";

// The only Prisma code of limits. The key is a digest, so the table names nobody.

/** Milliseconds since 1970: of PostgreSQL's own clock, which all processes share; SQLite's is this machine's. */
const now = (): Prisma.Sql =>
  engine() === "postgresql"
    ? sql`CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS DOUBLE PRECISION)`
    : sql`CAST(${Date.now()} AS DOUBLE PRECISION)`;

/** How far two readings of one clock may differ that is being put right, in milliseconds. */
const TOLERANCE_MS = 10_000;

/** Whether the window of a row is no longer in force: it has ended, or was begun by a clock that was ahead. */
const isOver = (longest: number): Prisma.Sql =>
  sql`("LimitUse"."endsAt" <= ${now()} OR "LimitUse"."endsAt" > ${now()} + CAST(${longest + TOLERANCE_MS} AS DOUBLE PRECISION))`;

type Use = { readonly used: number; readonly left: number };

/**
 * Counts one use where the limit allows one more; one statement, so that of any number at once no more are allowed.
 * @param window how long the window lasts that begins where none is in force, in milliseconds
 * @param longest no window of this key lasts longer, in milliseconds
 * @returns how many uses the window has now; null where it is full and nothing was counted
 */
export const take = async (
  key: string,
  points: number,
  window: number,
  longest: number,
): Promise<number | null> => {
  const ends = sql`${now()} + CAST(${window} AS DOUBLE PRECISION)`;
  const [row] = await rows<{ used: number }>(sql`
    INSERT INTO "LimitUse" ("key", "used", "endsAt") VALUES (${key}, 1, ${ends})
    ON CONFLICT ("key") DO UPDATE SET
      "used" = CASE WHEN ${isOver(longest)} THEN 1 ELSE "LimitUse"."used" + 1 END,
      "endsAt" = CASE WHEN ${isOver(longest)} THEN ${ends} ELSE "LimitUse"."endsAt" END
    WHERE ${isOver(longest)} OR "LimitUse"."used" < CAST(${points} AS INTEGER)
    RETURNING "used"`);
  return row?.used ?? null;
};

/** The window in force: its uses, and how many milliseconds are left of it; null for none. */
export const find = async (key: string, longest: number): Promise<Use | null> => {
  const [row] = await rows<Use>(sql`
    SELECT "used", "endsAt" - ${now()} AS "left" FROM "LimitUse" WHERE "key" = ${key} AND NOT ${isOver(longest)}`);
  return row ?? null;
};

/** Takes one use back that was counted. */
export const giveBack = async (key: string): Promise<void> => {
  await db().limitUse.updateMany({ where: { key, used: { gt: 0 } }, data: { used: { decrement: 1 } } });
};

export const remove = async (key: string): Promise<void> => {
  await db().limitUse.deleteMany({ where: { key } });
};

/** Removes windows that are over. @param longest no window lasts longer, in milliseconds */
export const sweep = async (longest: number): Promise<void> => {
  await rows(sql`DELETE FROM "LimitUse" WHERE ${isOver(longest)} RETURNING "used"`);
};
