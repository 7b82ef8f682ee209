import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import pg from "pg";
import { inject } from "vitest";
import type { Database } from "@/lib/env";
import { createScratch, dropScratch } from "@/scripts/scratch-postgresql";

/** An empty database of the project's engine and a folder of made-up migrations, for tests of migrating itself. */
export type Target = {
  readonly database: Database;
  /** Where its migrations are read from. */
  readonly folder: string;
  /** Writes a migration; again with the same name: changes it. */
  readonly write: (name: string, sql: string) => void;
  /** Asks the database directly. */
  readonly query: (sql: string) => Promise<Record<string, unknown>[]>;
  readonly remove: () => Promise<void>;
};

export async function makeTarget(): Promise<Target> {
  const template = inject("template");
  const home = mkdtempSync(join(tmpdir(), "assay-migrate-"));
  const folder = join(home, "migrations");
  mkdirSync(folder);
  const write: Target["write"] = (name, sql) => {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, "migration.sql"), sql);
  };
  if (template.engine === "sqlite") {
    const file = join(home, "deep", "er", "target.db");
    return {
      database: { engine: "sqlite", file },
      folder,
      write,
      query: async (sql) => {
        const connection = new Sqlite(file);
        try {
          const statement = connection.prepare(sql);
          if (statement.reader) return statement.all() as Record<string, unknown>[];
          statement.run();
          return [];
        } finally {
          connection.close();
        }
      },
      remove: async () => rmSync(home, { recursive: true }),
    };
  }
  const { server } = template;
  const url = await createScratch(server);
  return {
    database: { engine: "postgresql", url },
    folder,
    write,
    query: async (sql) => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query(sql)).rows;
      } finally {
        await client.end();
      }
    },
    remove: async () => {
      rmSync(home, { recursive: true });
      await dropScratch(server, url);
    },
  };
}
