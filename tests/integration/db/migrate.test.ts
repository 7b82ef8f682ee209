import { spawn } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { MigrationError, migrate } from "@/lib/db/migrate";
import { schemaFor } from "@/scripts/prisma-generate.mjs";
import { prismaDeploy, sqlFromMigrations } from "@/scripts/schema-engine";
import { makeTarget, type Target } from "@/tests/support/migration-target";

const root = process.cwd();
const model = readFileSync(join(root, "prisma", "schema.prisma"), "utf8");

let target: Target;
beforeEach(async () => {
  target = await makeTarget();
});
afterEach(() => target.remove());

const run = () => migrate(target.database, target.folder);
const real = () => join(root, "prisma", "migrations", target.database.engine);
const history = async () =>
  (
    await target.query(`SELECT "migration_name" AS "name" FROM "_prisma_migrations" ORDER BY "started_at", 1`)
  ).map(({ name }) => name);
const tables = async () => {
  const query =
    target.database.engine === "sqlite"
      ? "SELECT name FROM sqlite_master WHERE type = 'table'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'";
  const names = (await target.query(query)).map(({ name }) => String(name));
  return names.filter((name) => !/^(_prisma|sqlite)_/.test(name)).sort();
};

const writeTwo = () => {
  target.write("0001_start", `CREATE TABLE "a" ("id" TEXT NOT NULL PRIMARY KEY);`);
  target.write(
    "0002_more",
    `CREATE TABLE "b" ("id" TEXT NOT NULL PRIMARY KEY);\nINSERT INTO "a" ("id") VALUES ('x');`,
  );
};

describe("migrate", () => {
  it("applies them in order, each once", async () => {
    writeTwo();
    expect(await run()).toEqual(["0001_start", "0002_more"]);
    expect(await run()).toEqual([]);
    target.write("0003_again", `INSERT INTO "a" ("id") VALUES ('y');`);
    expect(await run()).toEqual(["0003_again"]);
    expect(await history()).toEqual(["0001_start", "0002_more", "0003_again"]);
    expect(await target.query(`SELECT "id" FROM "a" ORDER BY "id"`)).toEqual([{ id: "x" }, { id: "y" }]);
  });

  it("keeps nothing of one that fails, and everything before it", async () => {
    writeTwo();
    target.write(
      "0003_bad",
      `CREATE TABLE "c" ("id" TEXT);\nINSERT INTO "a" ("id") VALUES ('z');\nINSERT INTO "nowhere" VALUES (1);`,
    );
    await expect(run()).rejects.toThrow(/^Migration 0003_bad failed and nothing of it was kept\. .*nowhere/);
    expect(await tables()).toEqual(["a", "b"]);
    expect(await history()).toEqual(["0001_start", "0002_more"]);
    expect(await target.query(`SELECT "id" FROM "a"`)).toEqual([{ id: "x" }]);
    target.write("0003_bad", `CREATE TABLE "c" ("id" TEXT);`);
    expect(await run()).toEqual(["0003_bad"]);
  });

  it("refuses one that was changed after it was applied, and applies nothing more", async () => {
    writeTwo();
    await run();
    target.write("0001_start", `CREATE TABLE "a" ("id" TEXT NOT NULL PRIMARY KEY, "new" TEXT);`);
    target.write("0003_more", `CREATE TABLE "c" ("id" TEXT);`);
    await expect(run()).rejects.toThrow(/^Migration 0001_start was changed/);
    expect(await tables()).toEqual(["a", "b"]);
  });

  it("looks past line ends of another system", async () => {
    writeTwo();
    await run();
    target.write("0001_start", `CREATE TABLE "a" ("id" TEXT NOT NULL PRIMARY KEY);`.replaceAll("\n", "\r\n"));
    target.write(
      "0002_more",
      `CREATE TABLE "b" ("id" TEXT NOT NULL PRIMARY KEY);\r\nINSERT INTO "a" ("id") VALUES ('x');`,
    );
    expect(await run()).toEqual([]);
  });

  it("refuses a database that has one it does not know", async () => {
    writeTwo();
    await run();
    rmSync(join(target.folder, "0002_more"), { recursive: true });
    await expect(run()).rejects.toThrow(/has migration 0002_more, which this version does not know/);
  });

  it("refuses a database left in the middle of one", async () => {
    writeTwo();
    await run();
    await target.query(
      `UPDATE "_prisma_migrations" SET "finished_at" = NULL WHERE "migration_name" = '0002_more'`,
    );
    await expect(run()).rejects.toThrow(/^Migration 0002_more was begun and not finished/);
  });

  it("applies again one that was taken back", async () => {
    writeTwo();
    await run();
    await target.query(`DROP TABLE "b"`);
    await target.query(`DELETE FROM "a"`);
    const now = target.database.engine === "sqlite" ? "CURRENT_TIMESTAMP" : "now()";
    await target.query(
      `UPDATE "_prisma_migrations" SET "rolled_back_at" = ${now} WHERE "migration_name" = '0002_more'`,
    );
    expect(await run()).toEqual(["0002_more"]);
  });

  it("refuses one that comes before one already applied", async () => {
    target.write("0002_more", `CREATE TABLE "b" ("id" TEXT);`);
    await run();
    target.write("0001_late", `CREATE TABLE "a" ("id" TEXT);`);
    await expect(run()).rejects.toThrow(/^Migration 0001_late comes before 0002_more/);
    expect(await tables()).toEqual(["b"]);
  });

  it.each(["BEGIN;", "commit;", "  ROLLBACK ;", "BEGIN IMMEDIATE;", "COMMIT WORK;"])(
    "refuses one with %s, which would end its transaction",
    async (statement) => {
      target.write(
        "0001_start",
        `CREATE TABLE "a" ("id" TEXT);\n${statement}\nCREATE TABLE "b" ("id" TEXT);`,
      );
      await expect(run()).rejects.toThrow(MigrationError);
      target.write("0001_start", `CREATE TABLE "a" ("id" TEXT);`);
      expect(await run()).toEqual(["0001_start"]);
    },
  );

  it("refuses a folder with a name out of pattern or without SQL", async () => {
    target.write("start", "SELECT 1;");
    await expect(run()).rejects.toThrow(/name it like/);
    rmSync(join(target.folder, "start"), { recursive: true });
    target.write("0001_start", "SELECT 1;");
    rmSync(join(target.folder, "0001_start", "migration.sql"));
    await expect(run()).rejects.toThrow(/missing/);
  });

  it("lets several processes start at once and applies each migration once", async () => {
    cpSync(real(), target.folder, { recursive: true });
    target.write(
      "9001_seed",
      `CREATE TABLE "once" ("n" INTEGER NOT NULL);\nINSERT INTO "once" ("n") VALUES (1);`,
    );
    const url = target.database.engine === "sqlite" ? `file:${target.database.file}` : target.database.url;
    const code = `
      import { migrate } from ${JSON.stringify(join(root, "lib/db/migrate.ts"))};
      import { parseEnv } from ${JSON.stringify(join(root, "lib/env.ts"))};
      process.stdin.once("data", () => migrate(parseEnv({ DATABASE_URL: process.env.URL_OF_TEST }, "/").database, process.env.FOLDER_OF_TEST)
        .then((done) => { console.log(JSON.stringify(done)); process.exit(0); }, (error) => { console.error(error); process.exit(1); }));
      console.log("ready");
    `;
    const runners = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
        cwd: root,
        env: { ...process.env, URL_OF_TEST: url, FOLDER_OF_TEST: target.folder },
        stdio: ["pipe", "pipe", "inherit"],
      }),
    );
    const outputs = runners.map(async (runner) => {
      let text = "";
      for await (const chunk of runner.stdout) text += chunk;
      return text.replace("ready\n", "");
    });
    // All are loaded before any begins.
    await Promise.all(runners.map((runner) => new Promise((resolve) => runner.stdout.once("data", resolve))));
    for (const runner of runners) runner.stdin.end("go\n");
    const applied = (await Promise.all(outputs)).flatMap((text) => JSON.parse(text) as string[]);
    expect(applied.toSorted()).toEqual(await history());
    expect(new Set(applied).size).toBe(applied.length);
    expect(await target.query(`SELECT COUNT(*) AS "n" FROM "once"`)).toEqual([
      { n: target.database.engine === "sqlite" ? 1 : "1" },
    ]);
  });
});

if (inject("template").engine === "sqlite") {
  describe("a new SQLite file", () => {
    it("is for its owner only", async () => {
      writeTwo();
      await run();
      const { database } = target;
      const file = database.engine === "sqlite" ? database.file : "";
      const connection = new Sqlite(file);
      connection.exec(`INSERT INTO "a" VALUES ('open')`);
      const modes = ["", "-wal", "-shm"].map((end) => statSync(`${file}${end}`).mode & 0o777);
      connection.close();
      expect(modes).toEqual([0o600, 0o600, 0o600]);
      expect(statSync(dirname(file)).mode & 0o777).toBe(0o700);
    });
  });

  // Only SQLite rebuilds tables.
  describe("rebuilding a table", () => {
    const rebuild = (keep: string) => `
    PRAGMA foreign_keys=OFF;
    CREATE TABLE "new_a" ("id" TEXT NOT NULL PRIMARY KEY, "note" TEXT);
    INSERT INTO "new_a" ("id") SELECT "id" FROM "a" ${keep};
    DROP TABLE "a";
    ALTER TABLE "new_a" RENAME TO "a";
    PRAGMA foreign_keys=ON;`;
    const writeReferences = () => {
      target.write(
        "0001_start",
        `CREATE TABLE "a" ("id" TEXT NOT NULL PRIMARY KEY);
       CREATE TABLE "b" ("a" TEXT NOT NULL REFERENCES "a" ("id") ON DELETE CASCADE);
       INSERT INTO "a" VALUES ('x'), ('y'); INSERT INTO "b" VALUES ('x'), ('y');`,
      );
    };

    it("loses nothing that refers to it", async () => {
      writeReferences();
      target.write("0002_rebuild", rebuild(""));
      await run();
      expect(await target.query(`SELECT "a" FROM "b" ORDER BY "a"`)).toEqual([{ a: "x" }, { a: "y" }]);
    });

    it("refuses to leave a reference to nothing", async () => {
      writeReferences();
      target.write("0002_rebuild", rebuild(`WHERE "id" = 'x'`));
      await expect(run()).rejects.toThrow(/rows of b that refer to none of a/);
      expect(await target.query(`SELECT "id" FROM "a" ORDER BY "id"`)).toEqual([{ id: "x" }, { id: "y" }]);
    });
  });
}

describe("the project's own migrations", () => {
  const schema = () => schemaFor(model, target.database.engine);
  beforeEach(() => {
    if (target.database.engine === "sqlite") mkdirSync(dirname(target.database.file), { recursive: true });
  });

  /** Applies every migration before one. @returns what applies that one. */
  const migratedUntil = async (name: string) => {
    const folder = join(target.folder, "own");
    const take = (wanted: (other: string) => boolean) => {
      for (const other of readdirSync(real()).filter((entry) => /^\d{4}_/.test(entry) && wanted(entry)))
        cpSync(join(real(), other), join(folder, other), { recursive: true });
      return migrate(target.database, folder);
    };
    await take((other) => other < name);
    return () => take((other) => other === name);
  };

  it("lead to the models", async () => {
    expect(await sqlFromMigrations(target.database, schema(), real())).toBeNull();
  });

  it.each([
    ["a column", "model Profile {", "model Profile {\n  planted Float?"],
    ["a type", /weightKg( +)Float\?/, "weightKg$1Int?"],
    ["an index", "@@index([ownerId, date])", ""],
    ["what may be unknown", /iron( +)Float\?/, "iron$1Float"],
  ])("would be found out if the models changed by %s", async (_, from, to) => {
    const changed = schema().replace(from, to);
    expect(changed).not.toBe(schema());
    expect(await sqlFromMigrations(target.database, changed, real())).toMatch(
      /ALTER TABLE|CREATE TABLE|DROP INDEX/,
    );
  });

  it("keep the days marked complete, and take a mark that was taken back for none", async () => {
    const apply = await migratedUntil("0009_day_mark");
    const moment = target.database.engine === "sqlite" ? "1" : "now()";
    const [yes, no] = target.database.engine === "sqlite" ? ["1", "0"] : ["true", "false"];
    await target.query(`INSERT INTO "User" ("id", "createdAt") VALUES ('a', ${moment})`);
    await target.query(
      `INSERT INTO "DiaryDay" ("ownerId", "date", "complete", "updatedAt") VALUES ('a', '2026-05-01', ${yes}, ${moment}), ('a', '2026-05-02', ${no}, ${moment})`,
    );
    expect(await apply()).toEqual(["0009_day_mark"]);
    expect(await target.query(`SELECT "date" FROM "DiaryDay"`)).toEqual([{ date: "2026-05-01" }]);
  });

  it("11.20 leave the second-line nutrients of entries from before unknown", async () => {
    const apply = await migratedUntil("0011_second_line_nutrients");
    const moment = target.database.engine === "sqlite" ? "1" : "now()";
    await target.query(`INSERT INTO "User" ("id", "createdAt") VALUES ('a', ${moment})`);
    await target.query(
      `INSERT INTO "DiaryEntry" ("ownerId", "id", "date", "meal", "kind", "foodId", "foodName", "grams", "copper", "createdAt", "updatedAt")
       VALUES ('a', 'e', '2026-05-01', 'lunch', 'food', 'ndb:11457', 'Spinach, raw', 100, 0.13, ${moment}, ${moment})`,
    );
    expect(await apply()).toEqual(["0011_second_line_nutrients"]);
    expect(
      await target.query(
        `SELECT "copper", "vitaminB12", "folate", "vitaminA", "retinol", "vitaminK", "manganese" FROM "DiaryEntry"`,
      ),
    ).toEqual([
      {
        copper: 0.13,
        vitaminB12: null,
        folate: null,
        vitaminA: null,
        retinol: null,
        vitaminK: null,
        manganese: null,
      },
    ]);
  });

  it("11.16 make what a profile said the state of every day until now", async () => {
    const apply = await migratedUntil("0012_life_periods");
    const moment = target.database.engine === "sqlite" ? "1" : "now()";
    const people = [
      ["a", "'pregnant'", "61.5"],
      ["b", "'none'", "NULL"],
      ["c", "'lactating'", "NULL"],
    ];
    for (const [id, stage, weight] of people) {
      await target.query(`INSERT INTO "User" ("id", "createdAt") VALUES ('${id}', ${moment})`);
      await target.query(
        `INSERT INTO "Profile" ("ownerId", "lifeStage", "weightKg", "standard", "timeZone", "diet", "exclusions", "conditions", "medicines", "units", "updatedAt") VALUES ('${id}', ${stage}, ${weight}, 'nasem', 'UTC', 'vegan', '[]', '[]', '[]', 'metric', ${moment})`,
      );
    }
    expect(await apply()).toEqual(["0012_life_periods"]);
    const found = await target.query(
      `SELECT "ownerId", "kind", "weightKg", "fromDate", "toDate" FROM "LifePeriod" ORDER BY "ownerId", "kind"`,
    );
    expect(found.map(Object.values)).toEqual([
      ["a", "pregnant", null, null, null],
      ["a", "weight", 61.5, null, null],
      ["c", "lactating", null, null, null],
    ]);
    expect(await target.query(`SELECT "diet" FROM "Profile"`)).toHaveLength(3);
  });

  it("12 make the oldest account that is no sample the administrator's, and no other", async () => {
    const apply = await migratedUntil("0013_administrator");
    const moments =
      target.database.engine === "sqlite"
        ? ["1000", "2000", "3000"]
        : ["2026-01-01", "2026-01-02", "2026-01-03"].map((date) => `timestamp '${date}'`);
    const people = [
      ["sample", "NULL", moments[0]],
      ["later", "'later@example.org'", moments[2]],
      ["first", "'first@example.org'", moments[1]],
    ];
    for (const [id, email, moment] of people)
      await target.query(
        `INSERT INTO "User" ("id", "email", "createdAt") VALUES ('${id}', ${email}, ${moment})`,
      );
    expect(await apply()).toEqual(["0013_administrator"]);
    const found = await target.query(`SELECT "id" FROM "User" WHERE "administrator" ORDER BY "id"`);
    expect(found).toEqual([{ id: "first" }]);
  });

  it("12 make nobody the administrator of a server with sample accounts only", async () => {
    const apply = await migratedUntil("0013_administrator");
    const moment = target.database.engine === "sqlite" ? "1" : "now()";
    await target.query(`INSERT INTO "User" ("id", "createdAt") VALUES ('sample', ${moment})`);
    await apply();
    expect(await target.query(`SELECT "id" FROM "User" WHERE "administrator"`)).toEqual([]);
  });

  it("leave a history that Prisma agrees with, and agree with one that Prisma left", async () => {
    const ours = await migrate(target.database, real());
    expect(ours.length).toBeGreaterThan(0);
    expect(await prismaDeploy(target.database, schema(), real())).toEqual({
      applied: [],
      edited: [],
      failed: [],
    });

    const other = await makeTarget();
    try {
      if (other.database.engine === "sqlite") mkdirSync(dirname(other.database.file), { recursive: true });
      expect((await prismaDeploy(other.database, schema(), real())).applied).toEqual(ours);
      expect(await migrate(other.database, real())).toEqual([]);
    } finally {
      await other.remove();
    }
  });
});
