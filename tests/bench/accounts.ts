import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addDays, eachDay } from "@/lib/nutrition";
import { findPostgresql } from "@/scripts/outside-tools.mjs";
import { createScratch, dropScratch } from "@/scripts/scratch-postgresql";

/*
 * The server's work for one person's pages while 1, 100 and 10,000 accounts share the tables: with the last, a
 * million entries of other people. Each engine is measured in a process of its own, as a process has one database.
 */

const SIZES = [1, 100, 10_000] as const;
const ENTRIES_OF_OTHERS = 100;
const ENTRIES_A_DAY = 15;
const RUNS = 40;
const WANTED = { ratio: 1.5, yearMs: 100, yearBytes: 30_000 };

type Engine = "sqlite" | "postgresql";

/** Measures both engines. @returns what is not as fast as it has to be. */
export const benchAccounts = async (): Promise<string[]> => {
  const server = await findPostgresql();
  if (server === null)
    console.log("Accounts: PostgreSQL is left out, as there is no server; set TEST_POSTGRES_URL to one");
  const slow: string[] = [];
  for (const engine of ["sqlite", ...(server === null ? [] : ["postgresql" as const])] as const) {
    const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
    const url =
      engine === "postgresql" && server !== null
        ? await createScratch(server)
        : `file:${join(folder, "bench.db")}`;
    try {
      const { status, signal } = spawnSync(
        process.execPath,
        [...process.execArgv, fileURLToPath(import.meta.url), engine],
        {
          stdio: "inherit",
          env: { ...process.env, DATABASE_URL: url, AUTH_SECRET: "0".repeat(32) },
        },
      );
      if (status !== 0) slow.push(`accounts on ${engine}, ${signal ?? "see above"}`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
      if (engine === "postgresql" && server !== null) await dropScratch(server, url);
    }
  }
  return slow;
};

type Timing = { readonly median: number; readonly p95: number; readonly bytes: number | null };

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;

/** Runs each of some things in turn, so that none has the quieter minute. */
const timed = async (
  things: readonly (readonly [name: string, run: () => Promise<unknown>])[],
): Promise<ReadonlyMap<string, Timing>> => {
  const times = new Map<string, number[]>(things.map(([name]) => [name, []]));
  const bytes = new Map<string, number>();
  for (let run = -3; run < RUNS; run += 1) {
    for (const [name, thing] of things) {
      const start = performance.now();
      const answer = await thing();
      const took = performance.now() - start;
      if (run >= 0) times.get(name)?.push(took);
      else if (answer !== undefined) bytes.set(name, Buffer.byteLength(JSON.stringify(answer)));
    }
  }
  return new Map(
    [...times].map(([name, all]) => {
      const sorted = all.toSorted((a, b) => a - b);
      return [name, { median: at(sorted, 0.5), p95: at(sorted, 0.95), bytes: bytes.get(name) ?? null }];
    }),
  );
};

const measure = async (engine: Engine): Promise<string[]> => {
  const { env } = await import("@/lib/env");
  const { migrate } = await import("@/lib/db/migrate");
  await migrate(env().database);
  const { db, disconnect } = await import("@/lib/db");
  const { createAccount } = await import("@/lib/access");
  const { updateProfile } = await import("@/lib/profile");
  const { daysBetween, mineralPage, todayPage, trends } = await import("@/lib/insights");
  const { putEntry } = await import("@/lib/diary");
  const { insertEntries, insertDayMarks } = await import("@/lib/diary/store");
  const { loadCatalogue } = await import("@/lib/catalogue/load");
  const { forGrams } = await import("@/lib/nutrition");

  const catalogue = loadCatalogue();
  const to = new Date().toISOString().slice(0, 10);
  const from = addDays(to, -364);
  const days = eachDay(from, to);
  const ownerId = await createAccount({
    email: "bench@example.org",
    password: "correct horse battery",
    timeZone: "UTC",
  });
  const viewer = {
    userId: ownerId,
    sessionId: "bench",
    mayWrite: true,
    sample: false,
    confirmedAt: new Date(),
  };
  await updateProfile(viewer, ownerId, {
    birthDate: "1988-03-02",
    sex: "female",
    lifeStage: "none",
    standard: "nasem",
  });
  const MEALS = ["breakfast", "lunch", "dinner", "snack"] as const;
  let n = 0;
  const rowsOf = (date: string) =>
    Array.from({ length: ENTRIES_A_DAY }, (_, i) => {
      // 150 foods in turn, as a person has, with the unknowns they have.
      const food = catalogue.at(((n++ % 150) * 37) % catalogue.size);
      return {
        id: randomUUID(),
        date,
        time: null,
        meal: MEALS[i % MEALS.length] as (typeof MEALS)[number],
        kind: "food" as const,
        foodId: food.id,
        foodName: food.name,
        grams: 80,
        portionId: null,
        portionLabel: null,
        portionCount: null,
        preparation: null,
        note: null,
        amounts: forGrams(food.per100g, 80),
      };
    });
  await insertEntries(ownerId, days.flatMap(rowsOf), new Date());
  await insertDayMarks(
    ownerId,
    days.filter((_, i) => i % 3 !== 0).map((date) => ({ date, mark: "complete" as const })),
    new Date(),
  );

  // Others are like her: their rows are copies of some of hers, spread over the year.
  const columnsOf = async (table: string): Promise<string[]> => {
    const [row] = await db().$queryRawUnsafe<Record<string, unknown>[]>(
      `SELECT * FROM "${table}" WHERE "${table === "User" ? "id" : "ownerId"}" = '${ownerId}' LIMIT 1`,
    );
    return Object.keys(row ?? {});
  };
  const [user, profile, entry] = await Promise.all([
    columnsOf("User"),
    columnsOf("Profile"),
    columnsOf("DiaryEntry"),
  ]);
  const list = (columns: readonly string[], changed: { readonly [column: string]: string }): string =>
    columns.map((column) => changed[column] ?? `source."${column}"`).join(", ");
  const names = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(", ");
  const adding = (first: number, last: number) => {
    const numbers = `WITH RECURSIVE other(i) AS (SELECT ${first} UNION ALL SELECT i + 1 FROM other WHERE i < ${last})`;
    const other = `'other-' || other.i`;
    const copy = (
      table: string,
      columns: readonly string[],
      changed: { readonly [column: string]: string },
      source: string,
    ) =>
      db().$executeRawUnsafe(
        `INSERT INTO "${table}" (${names(columns)}) ${numbers} SELECT ${list(columns, changed)} FROM other CROSS JOIN (${source}) AS source`,
      );
    return {
      accounts: () =>
        copy(
          "User",
          user,
          { id: other, email: `${other} || '@example.org'` },
          `SELECT * FROM "User" WHERE "id" = '${ownerId}'`,
        ),
      theirs: async () => {
        await copy(
          "Profile",
          profile,
          { ownerId: other },
          `SELECT * FROM "Profile" WHERE "ownerId" = '${ownerId}'`,
        );
        await copy(
          "DiaryEntry",
          entry,
          { ownerId: other },
          `SELECT * FROM "DiaryEntry" WHERE "ownerId" = '${ownerId}' ORDER BY "id" LIMIT ${ENTRIES_OF_OTHERS}`,
        );
      },
    };
  };

  const far = (() => {
    let day = 0;
    return () => addDays("2100-01-01", day++ % 30_000);
  })();
  const things = [
    ["Trends, a year", () => trends(viewer, ownerId, { from, to })],
    [
      "Mineral page, a year",
      async () => {
        const page = await mineralPage(viewer, ownerId, "magnesium", 365);
        const [days, foods, meals, pairing] = await Promise.all([
          page.days,
          page.foods,
          page.meals,
          page.pairing,
        ]);
        return { ...page, days, foods, meals, pairing };
      },
    ],
    ["GET /days, a year", () => daysBetween(viewer, ownerId, from, to)],
    ["Today", () => todayPage(viewer, ownerId)],
    [
      "Adding an entry",
      async () => {
        await putEntry(viewer, ownerId, randomUUID(), {
          date: far(),
          meal: "lunch",
          food: "ndb:09040",
          amount: { grams: 118 },
        });
      },
    ],
  ] as const;

  // Of a cold process the first size would seem slow, and what grows by half would not show beside it.
  await timed(things);
  const results: ReadonlyMap<string, Timing>[] = [];
  let accounts = 1;
  for (const size of SIZES) {
    const start = performance.now();
    if (accounts < size) {
      await adding(accounts, size - 1).accounts();
      // PostgreSQL looks every row's owner up: until it knows how many there are, by walking through all of them.
      await db().$executeRawUnsafe("ANALYZE");
    }
    // A few hundred at a time: a statement of a million rows would be one transaction of as many.
    for (; accounts < size; accounts = Math.min(size, accounts + 500))
      await adding(accounts, Math.min(size, accounts + 500) - 1).theirs();
    await db().$executeRawUnsafe("ANALYZE");
    const entries = await db().diaryEntry.count();
    results.push(await timed(things));
    console.log(
      `${engine}: ${size.toLocaleString("en")} accounts, ${entries.toLocaleString("en")} entries (made in ${((performance.now() - start) / 1000).toFixed(0)} s with the measuring; at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB so far)`,
    );
  }
  await disconnect();

  const slow: string[] = [];
  console.log(`\n${engine}, median of ${RUNS} (95th percentile), ms`);
  console.log(
    `  ${"".padEnd(22)}${SIZES.map((size) => `${size} accounts`.padStart(20)).join("")}   last/first   JSON`,
  );
  for (const [name] of things) {
    const all = results.map((result) => result.get(name) as Timing);
    const [first, last] = [all[0] as Timing, all.at(-1) as Timing];
    const ratio = last.median / first.median;
    console.log(
      `  ${name.padEnd(22)}${all.map(({ median, p95 }) => `${median.toFixed(1)} (${p95.toFixed(1)})`.padStart(20)).join("")}   ${ratio.toFixed(2).padStart(10)}   ${last.bytes === null ? "" : `${(last.bytes / 1000).toFixed(1)} kB`}`,
    );
    if (ratio >= WANTED.ratio) slow.push(`${name} grows ${ratio.toFixed(2)} times`);
    if (!/^(Trends|Mineral)/.test(name)) continue;
    if (last.median >= WANTED.yearMs) slow.push(`${name} takes ${last.median.toFixed(0)} ms`);
    if ((last.bytes ?? 0) >= WANTED.yearBytes) slow.push(`${name} has ${last.bytes} bytes`);
  }
  return slow;
};

const [script, engine] = process.argv.slice(1);
if (script === fileURLToPath(import.meta.url) && (engine === "sqlite" || engine === "postgresql")) {
  const slow = await measure(engine);
  if (slow.length > 0) console.error(`Too slow on ${engine}: ${slow.join("; ")}`);
  process.exitCode = slow.length > 0 ? 1 : 0;
}
