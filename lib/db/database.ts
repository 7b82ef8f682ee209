import type { z } from "zod";
import { env } from "@/lib/env";
import { type Expected, fits } from "@/lib/versions";
import { type Client, type Connection, connect } from "./connect";
import { Prisma } from "./generated/sqlite/client";

export type { Client } from "./connect";
export { Prisma } from "./generated/sqlite/client";

/**
 * A piece of SQL with its values apart: sql`SELECT "grams" FROM "DiaryEntry" WHERE "ownerId" = ${ownerId}`.
 * Quote the names of tables and columns: PostgreSQL folds unquoted ones to small letters. `sql.raw` puts text
 * in as it is, so it must never come from outside; `sql.join` makes a list of pieces or values.
 */
export const sql = Object.assign(
  (strings: TemplateStringsArray, ...values: unknown[]): Prisma.Sql => Prisma.sql(strings, ...values),
  { raw: Prisma.raw, join: Prisma.join, empty: Prisma.empty },
);

// The development server loads this file again after a change; the connection outlives that.
const kept = globalThis as typeof globalThis & { assayConnection?: Connection };

function connection(): Connection {
  kept.assayConnection ??= connect(env().database);
  return kept.assayConnection;
}

/**
 * The database that DATABASE_URL names. Inside `transaction`, the transaction.
 *
 * Read one row with `findFirst`: Prisma sends a `findUnique` together with the queries of the same tick, and so, while
 * somebody's transaction runs, as if it were made inside that one.
 */
export function db(): Client {
  return connection().client();
}

/** Runs `work` as one serializable transaction; see `Connection.transaction`. */
export function transaction<T>(work: (client: Client) => Promise<T>): Promise<T> {
  return connection().transaction(work);
}

/** Whether a unique value is taken. By name and code: the connection is shared by Next's bundles, each with its own classes. */
const isTaken = (error: unknown): boolean =>
  error instanceof Error &&
  error.name === "PrismaClientKnownRequestError" &&
  "code" in error &&
  error.code === "P2002";

/** What a write gives, or null when a row with the same unique value is already there. Not inside a transaction. */
export async function nullOnConflict<T>(write: Promise<T>): Promise<T | null> {
  try {
    return await write;
  } catch (error) {
    if (isTaken(error)) return null;
    throw error;
  }
}

/** A row as it is after a write, and whether the write made it. */
type Made<Row> = { readonly row: Row; readonly created: boolean };

/** What a write that rests on a version did; nothing, where another version is there, or null for none. */
export type Put<Row> = Made<Row> | { readonly misfit: Row | null };

/** How to insert a row, find it, and update it while it is as it was found (one row or none). */
type RowWrites<Row> = {
  readonly insert: () => Promise<Row>;
  readonly find: () => Promise<Row | null>;
  readonly update: (before: Row) => Promise<Row[]>;
};

/**
 * Creates or replaces a row of an owner under an id that the client chose. Of equal writes at once exactly one makes
 * the row, and of those that rest on one version exactly one is made; where the row is deleted or changed between the
 * steps, the write begins again. Not inside a transaction.
 * @param columns what the row should hold; a row that holds it already is left alone, whatever its version.
 * @param expected the version that the write rests on.
 * @returns the row as it is now, and whether it is new.
 */
export async function putOwned<Row extends object>(
  columns: Partial<Row>,
  row: RowWrites<Row>,
): Promise<Made<Row>>;
export async function putOwned<Row extends { updatedAt: Date }>(
  columns: Partial<Row>,
  row: RowWrites<Row>,
  expected: Expected,
): Promise<Put<Row>>;
export async function putOwned<Row extends { updatedAt?: Date }>(
  columns: Partial<Row>,
  row: RowWrites<Row>,
  expected?: Expected,
): Promise<Put<Row>> {
  for (;;) {
    // Insert first: the usual case is one statement.
    if (fits(expected, null)) {
      const made = await nullOnConflict(row.insert());
      if (made) return { row: made, created: true };
    }
    const before = await row.find();
    if (before === null) {
      if (fits(expected, null)) continue;
      return { misfit: null };
    }
    const same = (Object.keys(columns) as (keyof Row)[]).every(
      (column) => before[column] === columns[column],
    );
    if (same) return { row: before, created: false };
    if (!fits(expected, before.updatedAt ?? null)) return { misfit: before };
    const [kept] = await row.update(before);
    if (kept) return { row: kept, created: false };
  }
}

/**
 * Deletes a row of an owner, if it is there.
 * @param row how to find it, and how to delete it while it is as it was found; says how many were deleted.
 * @returns the row where another version is there and stays, else null.
 */
export async function deleteOwned<Row extends { updatedAt: Date }>(
  row: {
    find: () => Promise<Row | null>;
    remove: (updatedAt: Date | undefined) => Promise<{ count: number }>;
  },
  expected?: Expected,
): Promise<Row | null> {
  if (expected === undefined) {
    await row.remove(undefined);
    return null;
  }
  for (;;) {
    const before = await row.find();
    if (before === null) return null;
    if (!fits(expected, before.updatedAt)) return before;
    if ((await row.remove(before.updatedAt)).count > 0) return null;
  }
}

/** Which database this is, for the rare query that cannot be the same on both. */
export function engine(): Connection["engine"] {
  return connection().engine;
}

/**
 * Rows of a query written in SQL that both engines understand. Whole numbers come as numbers on both (a COUNT
 * would otherwise be a bigint). Select no instants this way: SQLite keeps them as text.
 * @throws RangeError when a whole number is too large to be exact
 */
export async function rows<Row extends Record<string, unknown>>(query: Prisma.Sql): Promise<Row[]> {
  const found = await db().$queryRaw<Record<string, unknown>[]>(query);
  for (const row of found) {
    for (const [column, value] of Object.entries(row)) {
      if (typeof value === "bigint") {
        const number = Number(value);
        if (!Number.isSafeInteger(number)) throw new RangeError(`${column} is too large a number: ${value}`);
        row[column] = number;
      }
    }
  }
  return found as Row[];
}

/** A column that holds something else than its schema writes: the row was damaged, or edited by hand. */
class BadColumnError extends Error {
  override readonly name = "BadColumnError";
}

/**
 * Reads a column of JSON with the schema of what is written there.
 * @param column its name for the error, as in "Recipe.ingredients"
 * @throws BadColumnError when the text is no JSON, or of another shape. The message names paths and expectations, not
 *   the values, which are a person's own.
 */
export function readJson<S extends z.ZodType>(schema: S, text: string, column: string): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadColumnError(`${column} is not JSON.`);
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const wrong = read.error.issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`);
  throw new BadColumnError(`${column} is not as it was written. ${wrong.join("; ")}`);
}

/** Closes the connection; the next query opens it again. For scripts and tests: a server keeps it. */
export async function disconnect(): Promise<void> {
  const open = kept.assayConnection;
  delete kept.assayConnection;
  await open?.close();
}
