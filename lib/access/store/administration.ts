import "server-only";
import { db, engine, rows, sql } from "../../db";
import { pendingMigrations } from "../../db/state";

// What whoever runs this server asks about all accounts. No page and no route does.

export type ListedAccount = {
  readonly id: string;
  readonly email: string;
  readonly createdAt: Date;
  readonly administrator: boolean;
  /** When one of its browsers was last seen; null where none is signed in. */
  readonly lastSeenAt: Date | null;
};

const columns = {
  id: true,
  email: true,
  createdAt: true,
  administrator: true,
  sessions: { select: { lastSeenAt: true }, orderBy: { lastSeenAt: "desc" }, take: 1 },
} as const;

/** Accounts with an address, oldest first. @param part of the address, lower-cased; "" for all. */
export const listAccounts = async (part: string, take: number): Promise<ListedAccount[]> => {
  const found = await db().user.findMany({
    where: { email: part === "" ? { not: null } : { contains: part } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: columns,
    take,
  });
  return found.flatMap(({ sessions, email, ...user }) =>
    email === null ? [] : [{ ...user, email, lastSeenAt: sessions[0]?.lastSeenAt ?? null }],
  );
};

/** How much there is of what an account keeps. */
export const countOwned = async (ownerId: string) => {
  const where = { ownerId };
  const [sessions, tokens, entries, ownFoods, recipes, supplements] = await Promise.all([
    db().session.count({ where }),
    db().token.count({ where }),
    db().diaryEntry.count({ where: { ownerId, deletedAt: null } }),
    db().ownFood.count({ where }),
    db().recipe.count({ where }),
    db().supplement.count({ where }),
  ]);
  return { sessions, tokens, entries, ownFoods, recipes, supplements };
};

/** Makes an account an administrator, or no longer. @returns false where it would have been the last. */
export const setAdministrator = async (id: string, administrator: boolean): Promise<boolean> => {
  if (!administrator) {
    const others = await db().user.count({ where: { administrator: true, id: { not: id } } });
    if (others === 0) return false;
  }
  await db().user.updateMany({ where: { id }, data: { administrator } });
  return true;
};

/** Ends every session of an account. @returns how many there were. */
export const deleteSessions = async (ownerId: string): Promise<number> =>
  (await db().session.deleteMany({ where: { ownerId } })).count;

/** Numbers about the whole server, without anybody's data. @param now the instant to count back from. */
export const countAll = async (now: Date) => {
  const seenSince = (days: number) =>
    db().user.count({
      where: {
        email: { not: null },
        sessions: { some: { lastSeenAt: { gte: new Date(now.getTime() - days * 86_400_000) } } },
      },
    });
  const [accounts, samples, administrators, seen7, seen30, entries] = await Promise.all([
    db().user.count({ where: { email: { not: null } } }),
    db().user.count({ where: { email: null } }),
    db().user.count({ where: { administrator: true } }),
    seenSince(7),
    seenSince(30),
    db().diaryEntry.count({ where: { deletedAt: null } }),
  ]);
  return { accounts, samples, administrators, seen7, seen30, entries };
};

/** The size of the database in bytes, without SQLite's log. */
export const databaseBytes = async (): Promise<number> => {
  const [row] = await rows<{ bytes: number }>(
    engine() === "sqlite"
      ? sql`SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()`
      : sql`SELECT pg_database_size(current_database())::float8 AS bytes`,
  );
  return row?.bytes ?? 0;
};

/** What is wrong with the database itself, a line each; empty for nothing. */
export const databaseProblems = async (): Promise<string[]> => {
  const pending = await pendingMigrations();
  const problems = pending.map((name) => `Migration ${name} is not applied.`);
  if (engine() !== "sqlite") return problems;
  const integrity = await rows<{ said: string }>(
    sql`SELECT integrity_check AS said FROM pragma_integrity_check`,
  );
  problems.push(...integrity.flatMap(({ said }) => (said === "ok" ? [] : [`SQLite: ${said}`])));
  const orphans = await rows<{ said: string }>(
    sql`SELECT "table" AS said FROM pragma_foreign_key_check GROUP BY "table"`,
  );
  problems.push(...orphans.map(({ said }) => `Rows of ${said} belong to what is not there.`));
  return problems;
};
