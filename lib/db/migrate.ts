import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { appendFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import pg from "pg";
import type { Database } from "@/lib/env";

/**
 * Brings a database to the newest form, without Prisma's native engine and so without a download. What has
 * been applied is written down where Prisma does and as it does (table _prisma_migrations), so that `prisma
 * migrate deploy` agrees on it. See docs/decisions/002-migrations-without-downloads.md.
 */

/** A database that cannot be migrated as it is. The message says what was found and what to do. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

/** One row of _prisma_migrations that was not taken back. */
type Applied = { readonly name: string; readonly checksum: string; readonly finished: boolean };

/** What the two engines do differently. Everything between `begin` and `commit` happens or none of it. */
type Session = {
  /** Opens a transaction that only one migrating process at a time can hold. */
  readonly begin: () => Promise<void>;
  readonly applied: () => Promise<Applied[]>;
  readonly run: (sql: string) => Promise<void>;
  readonly record: (migration: Migration, startedAt: Date) => Promise<void>;
  readonly commit: () => Promise<void>;
  readonly rollback: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** How long to wait for another process that is migrating the same database. */
const lockWaitMs = 60_000;

/** The number Prisma locks while it migrates PostgreSQL. */
const prismaLock = 72_707_369;

const table = {
  sqlite: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`,
  postgresql: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum"              VARCHAR(64) NOT NULL,
    "finished_at"           TIMESTAMPTZ,
    "migration_name"        VARCHAR(255) NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        TIMESTAMPTZ,
    "started_at"            TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count"   INTEGER NOT NULL DEFAULT 0
)`,
} as const;

const selectApplied = `SELECT "migration_name" AS "name", "checksum", "finished_at" IS NOT NULL AS "finished"
  FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL ORDER BY "migration_name"`;

const insertApplied = `INSERT INTO "_prisma_migrations"
  ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count")`;

/**
 * The migrations of a folder, in the order of their names.
 * @throws MigrationError when one has a name out of pattern, no SQL, or ends the transaction it would run in
 */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const file = join(folder, name, "migration.sql");
      if (!/^\d{4}_[a-z0-9_]+$/.test(name)) throw new MigrationError(`${file}: name it like 0002_recipes`);
      if (!existsSync(file)) throw new MigrationError(`${file} is missing`);
      // A checkout on Windows may have turned the line ends around; Prisma looks past that, too.
      const sql = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
      if (/^[ \t]*(BEGIN|COMMIT|ROLLBACK)([ \t]+\w+)*[ \t]*;/im.test(sql)) {
        throw new MigrationError(`${file} begins or ends a transaction; each migration already runs in one`);
      }
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

/** The next migration to apply; null when all are. Refuses a database whose history is not this one's beginning. */
function nextOf(migrations: readonly Migration[], applied: readonly Applied[]): Migration | null {
  for (const { name, checksum, finished } of applied) {
    if (!finished) {
      throw new MigrationError(
        `Migration ${name} was begun and not finished. Restore the database from a copy, or mend it by hand and set finished_at in _prisma_migrations.`,
      );
    }
    const known = migrations.find((migration) => migration.name === name);
    if (known === undefined) {
      throw new MigrationError(
        `The database has migration ${name}, which this version does not know. It was used with a newer version: start that one.`,
      );
    }
    if (known.checksum !== checksum) {
      throw new MigrationError(
        `Migration ${name} was changed after it was applied to this database. Restore its file and make a new migration.`,
      );
    }
  }
  const names = new Set(applied.map(({ name }) => name));
  const next = migrations.find(({ name }) => !names.has(name));
  const last = applied.at(-1)?.name;
  if (next !== undefined && last !== undefined && next.name < last) {
    throw new MigrationError(
      `Migration ${next.name} comes before ${last}, which is already applied. Renumber it.`,
    );
  }
  return next ?? null;
}

/**
 * Makes a folder, for its owner only, and those above it. Not mkdir's `recursive`, which in Node 20 never returns where the system
 * says "no such folder" to making one, as /proc does.
 */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return;
    if (code !== "ENOENT" || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder, { mode: 0o700 }).catch((again: NodeJS.ErrnoException) => {
      if (again.code !== "EEXIST") throw again;
    });
  }
}

async function openSqlite(file: string): Promise<Session> {
  await makeFolder(dirname(file));
  // What people eat is for the server's account alone; SQLite gives its other files the mode of this one.
  if (!existsSync(file)) await appendFile(file, "", { mode: 0o600 });
  const database = new Sqlite(file, { timeout: lockWaitMs });
  try {
    // The file remembers it, for whoever opens it afterwards. The change wants the file for itself and does
    // not wait for it, so it is asked for again while another process has it.
    for (const start = Date.now(); ; await sleep(20)) {
      try {
        database.pragma("journal_mode = WAL");
        break;
      } catch (error) {
        const busy =
          error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
        if (!busy || Date.now() - start > lockWaitMs) throw error;
      }
    }
    database.pragma("synchronous = FULL");
    // Redefining a table drops it for a moment, which would delete what refers to it. SQLite ignores this
    // inside a transaction, so it stands here; `commit` checks the references instead.
    database.pragma("foreign_keys = OFF");
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    begin: async () => {
      database.exec("BEGIN IMMEDIATE");
      database.exec(table.sqlite);
    },
    applied: async () =>
      (database.prepare(selectApplied).all() as { name: string; checksum: string; finished: number }[]).map(
        (row) => ({ ...row, finished: row.finished === 1 }),
      ),
    run: async (sql) => {
      database.exec(sql);
    },
    record: async ({ name, checksum }, startedAt) => {
      const times = [startedAt, new Date()].map((time) => time.toISOString().replace("Z", "+00:00"));
      database
        .prepare(`${insertApplied} VALUES (?, ?, ?, ?, ?, 1)`)
        .run(randomUUID(), checksum, name, ...times);
    },
    commit: async () => {
      const broken = database.pragma("foreign_key_check") as { table: string; parent: string }[];
      const first = broken[0];
      if (first !== undefined) {
        throw new MigrationError(
          `It would leave rows of ${first.table} that refer to none of ${first.parent}.`,
        );
      }
      database.exec("COMMIT");
    },
    rollback: async () => {
      if (database.inTransaction) database.exec("ROLLBACK");
    },
    close: async () => {
      database.close();
    },
  };
}

async function openPostgresql(url: string): Promise<Session> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: "assay-migrate",
  });
  // A connection lost between two queries is reported by the next one.
  client.on("error", () => undefined);
  await client.connect();
  const query = async (text: string, values?: unknown[]) => client.query(text, values);
  await query(`SET lock_timeout = ${lockWaitMs}`);
  return {
    begin: async () => {
      await query("BEGIN");
      await query("SELECT pg_advisory_xact_lock($1)", [prismaLock]);
      await query("SET LOCAL client_min_messages = warning");
      await query(table.postgresql);
    },
    applied: async () => (await client.query<Applied>(selectApplied)).rows,
    run: async (sql) => {
      await query(sql);
    },
    record: async ({ name, checksum }, startedAt) => {
      const values = [randomUUID(), checksum, name, startedAt, new Date()];
      await query(`${insertApplied} VALUES ($1, $2, $3, $4, $5, 1)`, values);
    },
    commit: async () => {
      await query("COMMIT");
    },
    rollback: async () => {
      await query("ROLLBACK");
    },
    close: () => client.end(),
  };
}

/**
 * Applies the migrations a database lacks: in order, each once and wholly or not at all, one process at a time.
 * @param database as `env().database` has it; a missing SQLite file is made with its folder
 * @param folder the migrations of that engine
 * @returns the names of those applied now
 * @throws MigrationError for a history that is not this one's, or SQL that fails; the database's own errors otherwise
 */
export async function migrate(
  database: Database,
  folder = join(process.cwd(), "prisma", "migrations", database.engine),
): Promise<string[]> {
  const migrations = readMigrations(folder);
  const session =
    database.engine === "sqlite" ? await openSqlite(database.file) : await openPostgresql(database.url);
  const done: string[] = [];
  try {
    for (;;) {
      await session.begin();
      // Read anew each time: whoever held the lock before may have applied some.
      const next = nextOf(migrations, await session.applied());
      if (next === null) {
        await session.commit();
        return done;
      }
      const startedAt = new Date();
      try {
        await session.run(next.sql);
        await session.record(next, startedAt);
        await session.commit();
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new MigrationError(`Migration ${next.name} failed and nothing of it was kept. ${reason}`, {
          cause: error,
        });
      }
      done.push(next.name);
    }
  } catch (error) {
    await session.rollback().catch(() => undefined);
    throw error;
  } finally {
    await session.close();
  }
}
