import type { z } from "zod";
import { env } from "@/lib/env";
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

/** What a write gives, or null when a row with the same unique value is already there. Not inside a transaction. */
export async function nullOnConflict<T>(write: Promise<T>): Promise<T | null> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return null;
    throw error;
  }
}

/**
 * Creates or replaces a row of an owner under an id that the client chose. Of equal writes at once exactly one makes
 * the row; where it is deleted between the steps, the write begins again. Not inside a transaction.
 * @param columns what the row should hold; a row that holds it already is left alone.
 * @param row how to insert the row, find it, and update it (all those there are: one or none).
 * @returns the row as it is now, and whether it is new.
 */
export async function putOwned<Row extends object>(
  columns: Partial<Row>,
  row: { insert: () => Promise<Row>; find: () => Promise<Row | null>; update: () => Promise<Row[]> },
): Promise<{ row: Row; created: boolean }> {
  for (;;) {
    // Insert first: the usual case is one statement.
    const made = await nullOnConflict(row.insert());
    if (made) return { row: made, created: true };
    const before = await row.find();
    const same =
      before !== null &&
      (Object.keys(columns) as (keyof Row)[]).every((column) => before[column] === columns[column]);
    const [kept] = same ? [before] : await row.update();
    if (kept) return { row: kept, created: false };
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
