import { createHash } from "node:crypto";
import { db, engine } from "@/lib/db";

type Row = Readonly<Record<string, unknown>>;

/** Columns that a read may change: when a key was last used. Everything else is a write that somebody did not ask for. */
const TOUCHED: { readonly [table: string]: readonly string[] } = {
  Token: ["lastUsedAt"],
  Session: ["lastSeenAt", "expiresAt"],
};

const tablesOf = async (): Promise<string[]> => {
  const found = await db().$queryRawUnsafe<{ name: string }[]>(
    engine() === "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()",
  );
  return found.map(({ name }) => name).toSorted();
};

const digestRows = (table: string, rows: readonly Row[]): string => {
  const texts = rows.map((row) => {
    const kept = Object.entries(row).filter(([column]) => !TOUCHED[table]?.includes(column));
    return JSON.stringify(kept, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
  });
  return `${rows.length} rows, ${createHash("sha256").update(texts.toSorted().join("\n")).digest("hex")}`;
};

/** How many rows each table has, and a digest of them, but for {@link TOUCHED}: equal where nothing was written. */
export const digestDatabase = async (): Promise<{ readonly [table: string]: string }> => {
  const digests: [string, string][] = [];
  for (const table of await tablesOf()) {
    const rows = await db().$queryRawUnsafe<Row[]>(`SELECT * FROM "${table}"`);
    digests.push([table, digestRows(table, rows)]);
  }
  return Object.fromEntries(digests);
};

/** A digest of every row of one person, by table: equal where nobody wrote to what is theirs. */
export const digestOwner = async (ownerId: string): Promise<{ readonly [table: string]: string }> => {
  const digests: [string, string][] = [];
  for (const table of await tablesOf()) {
    const rows = await db().$queryRawUnsafe<Row[]>(`SELECT * FROM "${table}"`);
    const theirs = rows.filter((row) => row.ownerId === ownerId || (table === "User" && row.id === ownerId));
    digests.push([table, digestRows(table, theirs)]);
  }
  return Object.fromEntries(digests);
};
