import { join } from "node:path";
import { env } from "@/lib/env";
import { rows, sql } from "./database";
import { readMigrations } from "./migrate";

/** What has been applied, by the names of its migrations; see migrate.ts for the table. */
const appliedNames = async (): Promise<ReadonlySet<string>> => {
  const applied = await rows<{ name: string }>(
    sql`SELECT "migration_name" AS "name" FROM "_prisma_migrations"
      WHERE "rolled_back_at" IS NULL AND "finished_at" IS NOT NULL`,
  );
  return new Set(applied.map(({ name }) => name));
};

let names: readonly string[] | undefined;

/** The migrations that the database lacks. @throws the database's own error when it cannot be asked. */
export async function pendingMigrations(): Promise<string[]> {
  // The folder does not change under a running server.
  names ??= readMigrations(join(process.cwd(), "prisma", "migrations", env().database.engine)).map(
    ({ name }) => name,
  );
  const applied = await appliedNames();
  return names.filter((name) => !applied.has(name));
}
