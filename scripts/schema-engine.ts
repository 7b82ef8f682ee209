import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { MigrationList, SchemaEngine, SchemaFilter } from "@prisma/schema-engine-wasm";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import type { Database } from "@/lib/env";

/** Prisma's schema engine as WebAssembly from the package registry: nothing is downloaded, nothing is run natively. */

const noFilter: SchemaFilter = { externalTables: [], externalEnums: [] };

/** The parts of the generated glue that its types leave out. */
const glue = bindings as typeof bindings & { __wbg_set_wasm: (exports: WebAssembly.Exports) => void };

let loaded: Promise<typeof SchemaEngine> | undefined;

function load(): Promise<typeof SchemaEngine> {
  loaded ??= (async () => {
    const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
    const code = await WebAssembly.compile(readFileSync(join(folder, "schema_engine_bg.wasm")));
    const instance = await WebAssembly.instantiate(code, {
      "./schema_engine_bg.js": bindings as unknown as WebAssembly.ModuleImports,
    });
    glue.__wbg_set_wasm(instance.exports);
    (instance.exports as { __wbindgen_start: () => void }).__wbindgen_start();
    return glue.SchemaEngine;
  })();
  return loaded;
}

/** A folder of migrations as the engine takes it. */
export function migrationList(folder: string): MigrationList {
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(join(folder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: { tag: "ok", value: readFileSync(join(folder, name, "migration.sql"), "utf8") },
        },
      })),
  };
}

// The adapter refuses PostgreSQL's one-letter "char", which the system tables are full of and the engine has to
// read (https://github.com/prisma/orm/issues/27403). No column here is XML, so its place among the texts is free.
pg.types.builtins.XML = 18 as typeof pg.types.builtins.XML;

/** The engine sends a migration to be tried as if it were one statement, which better-sqlite3 refuses (7.10.0). */
class TrialSqlite extends PrismaBetterSqlite3 {
  override async connectToShadowDb() {
    const adapter = await super.connectToShadowDb();
    const one = adapter.executeRaw.bind(adapter);
    adapter.executeRaw = async (query) => {
      if (query.args.length > 0) return one(query);
      await adapter.executeScript(query.sql);
      return 0;
    };
    return adapter;
  }
}

/** Runs `work` with an engine connected to a database, and closes both. */
async function withEngine<T>(
  database: Database,
  schema: string,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const Engine = await load();
  const bound = bindMigrationAwareSqlAdapterFactory(
    database.engine === "sqlite"
      ? new TrialSqlite({ url: database.file })
      : new PrismaPg({ connectionString: database.url, max: 2 }),
  );
  // The engine leaves open what it opened.
  const opened: { dispose: () => Promise<unknown> }[] = [];
  const keep = (connectTo: typeof bound.connect) => async () => {
    const result = await connectTo();
    if (result.ok) opened.push(result.value);
    return result;
  };
  const watched = {
    ...bound,
    connect: keep(bound.connect),
    // The place to try migrations in. For PostgreSQL the adapter would make a database and then, given a URL,
    // connect to the one of the URL all the same (7.10.0); so callers bring an empty database and it is that.
    connectToShadowDb: keep(database.engine === "sqlite" ? bound.connectToShadowDb : bound.connect),
  };
  let engine: SchemaEngine | undefined;
  try {
    engine = await Engine.new({ datamodels: [["schema.prisma", schema]] }, () => undefined, watched);
    return await work(engine);
  } catch (error) {
    // What the database itself said stays in JavaScript; the engine only knows its number.
    const number = /External error id#(\d+)/.exec(String(error))?.[1];
    const cause = number === undefined ? undefined : bound.errorRegistry.consumeError(Number(number))?.error;
    throw cause ?? error;
  } finally {
    engine?.free();
    await Promise.all(opened.map((adapter) => adapter.dispose()));
  }
}

/**
 * The SQL that leads from a folder of migrations to a schema; null when they already agree.
 * @param database an empty database, where the migrations are tried
 */
export function sqlFromMigrations(
  database: Database,
  schema: string,
  folder: string,
): Promise<string | null> {
  return withEngine(database, schema, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: "migrations", ...migrationList(folder) },
      to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
      script: true,
      exitCode: null,
      filters: noFilter,
    });
    const text = stdout ?? "";
    return text.trim() === "" || text.includes("This is an empty migration") ? null : text;
  });
}

/** What `prisma migrate deploy` would do to a database: the names it applied, and what it finds changed or failed. */
export function prismaDeploy(database: Database, schema: string, folder: string) {
  return withEngine(database, schema, async (engine) => {
    const migrationsList = migrationList(folder);
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter });
    const found = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: noFilter,
    });
    return {
      applied: appliedMigrationNames,
      edited: found.editedMigrationNames,
      failed: found.failedMigrationNames,
    };
  });
}
