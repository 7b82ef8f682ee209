import Sqlite from "better-sqlite3";
import pg from "pg";
import { vi } from "vitest";

/**
 * The statements that `work` sends to the database, on either engine, with BEGIN and COMMIT. Nothing else should
 * query meanwhile.
 */
export const queriesOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const asked: string[] = [];
  const prepare = Sqlite.prototype.prepare;
  const sqlite = vi.spyOn(Sqlite.prototype, "prepare").mockImplementation(function (
    this: Sqlite.Database,
    text: string,
  ) {
    asked.push(text);
    return prepare.call(this, text);
  } as typeof prepare);
  const query = pg.Client.prototype.query;
  const postgresql = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
    this: pg.Client,
    ...given: unknown[]
  ) {
    const [first] = given;
    asked.push(typeof first === "string" ? first : String((first as { text?: unknown }).text));
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  } as never);
  try {
    await work();
  } finally {
    sqlite.mockRestore();
    postgresql.mockRestore();
  }
  return asked;
};
