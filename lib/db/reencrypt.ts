import { env } from "@/lib/env";
import { db, rows, sql } from "./database";
import { opened, SEALED_COLUMNS, sealed, sealedPrefix, sealProblem } from "./sealed";

const BATCH = 200;

type Row = { ownerId: string; id: string; value: string };

const condition = (column: string) => {
  const { encryptionKey: current } = env();
  const name = sql.raw(`"${column}"`);
  // Ids of keys have no character that means something to LIKE.
  return current === null
    ? sql`${name} LIKE 'enc:v1:%'`
    : sql`${name} NOT LIKE ${`${sealedPrefix(current)}%`} AND ${name} IS NOT NULL`;
};

const tables = Object.entries(SEALED_COLUMNS).flatMap(([table, { id, columns }]) =>
  columns.map((column) => ({ table, id: id === null ? `CAST('' AS TEXT)` : `"${id}"`, column })),
);

/** One batch of a column's rows that are not as they should be, after a row. */
const nextRows = ({ table, id, column }: (typeof tables)[number], after: Row | null): Promise<Row[]> =>
  rows<Row>(sql`SELECT "ownerId", ${sql.raw(id)} AS "id", ${sql.raw(`"${column}"`)} AS "value"
    FROM ${sql.raw(`"${table}"`)} WHERE ${condition(column)}
    ${after ? sql`AND ("ownerId" > ${after.ownerId} OR ("ownerId" = ${after.ownerId} AND ${sql.raw(id)} > ${after.id}))` : sql.empty}
    ORDER BY "ownerId", ${sql.raw(id)} LIMIT ${BATCH}`);

/**
 * Encrypts everything that is to be encrypted with ENCRYPTION_KEY: what is plain yet, or encrypted with a key of
 * ENCRYPTION_OLD_KEYS; without ENCRYPTION_KEY everything becomes plain again. Row by row, each only while it is as it was
 * read, so it can run beside a server that has the same keys, be stopped, and run again; doing it again changes nothing.
 * No version of a row changes.
 * @param tell is told of each value that does not open: where it is, and why.
 * @returns how many values were changed, and how many do not open and stay as they are.
 */
export async function reencryptAll(
  tell: (problem: string) => void = console.error,
): Promise<{ changed: number; unreadable: number }> {
  let changed = 0;
  let unreadable = 0;
  for (const place of tables) {
    const { table, id, column } = place;
    let after: Row | null = null;
    for (;;) {
      const batch: Row[] = await nextRows(place, after);
      for (const row of batch) {
        const problem = sealProblem(row.value, table, column, row.ownerId);
        if (problem !== null) {
          unreadable += 1;
          tell(problem);
          continue;
        }
        const value = sealed(opened(row.value, table, column, row.ownerId), table, column, row.ownerId);
        changed += await db().$executeRaw(sql`UPDATE ${sql.raw(`"${table}"`)}
          SET ${sql.raw(`"${column}"`)} = ${value}
          WHERE "ownerId" = ${row.ownerId} AND ${sql.raw(id)} = ${row.id} AND ${sql.raw(`"${column}"`)} = ${row.value}`);
      }
      after = batch.at(-1) ?? null;
      if (batch.length < BATCH) break;
    }
  }
  return { changed, unreadable };
}

/** Why what is encrypted cannot be read with the keys there are, by the first value of each key; null when it can. */
export async function encryptionProblem(): Promise<string | null> {
  const { encryptionKey, encryptionOldKeys } = env();
  const known = [encryptionKey, ...encryptionOldKeys].flatMap((key) => key ?? []);
  for (const { table, id, column } of tables) {
    const name = sql.raw(`"${column}"`);
    const others = known.map((key) => sql`AND ${name} NOT LIKE ${`${sealedPrefix(key)}%`}`);
    const kinds = [
      sql`${name} LIKE 'enc:v1:%' ${others.length > 0 ? sql.join(others, " ") : sql.empty}`,
      ...known.map((key) => sql`${name} LIKE ${`${sealedPrefix(key)}%`}`),
    ];
    for (const kind of kinds) {
      const [row] = await rows<Row>(sql`SELECT "ownerId", ${sql.raw(id)} AS "id", ${name} AS "value"
        FROM ${sql.raw(`"${table}"`)} WHERE ${kind} LIMIT 1`);
      const problem = row ? sealProblem(row.value, table, column, row.ownerId) : null;
      if (problem !== null) return problem;
    }
  }
  return null;
}
