// npm run db:diff -- name: writes the SQL that brings both engines from the migrations there are to the models.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "@/lib/env";
import { engines, schemaFor } from "./prisma-generate.mjs";
import { sqlFromMigrations } from "./schema-engine";
import { createScratch, dropScratch } from "./scratch-postgresql";

const root = process.cwd();
const migrations = join(root, "prisma", "migrations");

/** A PostgreSQL server whose user may create databases: migrations are tried before they are written. */
const server = process.env.TEST_POSTGRES_URL || "postgresql://root@127.0.0.1:5432/test";

async function inTrialDatabase<T>(
  engine: Database["engine"],
  work: (database: Database) => Promise<T>,
): Promise<T> {
  if (engine === "sqlite") {
    const folder = mkdtempSync(join(tmpdir(), "assay-diff-"));
    try {
      return await work({ engine, file: join(folder, "trial.db") });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const url = await createScratch(server);
  try {
    return await work({ engine, url });
  } finally {
    await dropScratch(server, url);
  }
}

async function main(): Promise<void> {
  const name = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9_]{1,60}$/.test(name)) {
    throw new Error("Name the migration in small letters: npm run db:diff -- recipes");
  }
  const model = readFileSync(join(root, "prisma", "schema.prisma"), "utf8");
  const scripts: [folder: string, sql: string][] = [];
  for (const engine of engines) {
    const folder = join(migrations, engine);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "migration_lock.toml"), `provider = "${engine}"\n`);
    const sql = await inTrialDatabase(engine, (database) =>
      sqlFromMigrations(database, schemaFor(model, engine), folder),
    );
    if (sql === null) console.log(`${engine}: the migrations already lead to the models.`);
    else scripts.push([folder, sql]);
  }
  const taken = engines.flatMap((engine) => readdirSync(join(migrations, engine)));
  const last = Math.max(0, ...taken.map((entry) => Number(/^(\d{4})_/.exec(entry)?.[1] ?? 0)));
  for (const [folder, sql] of scripts) {
    const target = join(folder, `${String(last + 1).padStart(4, "0")}_${name}`);
    mkdirSync(target);
    writeFileSync(join(target, "migration.sql"), sql);
    console.log(`Wrote ${target}/migration.sql. Read it before you commit it.`);
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
