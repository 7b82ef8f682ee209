import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { addDays, eachDay, NUTRIENT_IDS } from "@/lib/nutrition";
import { compare } from "./measure";

/*
 * The diary on SQLite, each figure beside the bare thing under it: a prepared statement of better-sqlite3 on the
 * same file, or the API's emptiest route.
 */

const TO = "2026-11-22";
const FROM = addDays(TO, -364);
const ENTRIES_A_DAY = 15;

export const benchDiary = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "assay-bench-"));
  const file = join(folder, "bench.db");
  process.env.DATABASE_URL = `file:${file}`;
  process.env.AUTH_SECRET = "0".repeat(32);
  const { migrate } = await import("@/lib/db/migrate");
  await migrate({ engine: "sqlite", file });

  const { createAccount, createToken } = await import("@/lib/access");
  const { sumsByDay, putEntry } = await import("@/lib/diary");
  const { insertEntries } = await import("@/lib/diary/store");
  const { loadCatalogue } = await import("@/lib/catalogue/load");
  const { forGrams } = await import("@/lib/nutrition");
  const { disconnect } = await import("@/lib/db");

  const ownerId = await createAccount({ email: "bench@example.org", password: "correct horse battery" });
  const viewer = {
    userId: ownerId,
    sessionId: "bench",
    mayWrite: true,
    sample: false,
    confirmedAt: new Date(),
  };
  const catalogue = loadCatalogue();
  let n = 0;
  const row = (date: string) => {
    // Every 37th food: a walk over the whole table, with the unknowns it has.
    const food = catalogue.at((n++ * 37) % catalogue.size);
    return {
      id: randomUUID(),
      date,
      time: null,
      meal: "lunch" as const,
      kind: "food" as const,
      foodId: food.id,
      foodName: food.name,
      grams: 100,
      portionId: null,
      portionLabel: null,
      portionCount: null,
      preparation: null,
      note: null,
      amounts: forGrams(food.per100g, 100),
    };
  };
  const days = eachDay(FROM, TO);
  await insertEntries(
    ownerId,
    days.flatMap((date) => Array.from({ length: ENTRIES_A_DAY }, () => row(date))),
    new Date(),
  );

  const bare = new Sqlite(file);
  bare.pragma("synchronous = FULL");
  const sums = NUTRIENT_IDS.map(
    (id) => `SUM("${id}"), COUNT("${id}"), SUM(CASE WHEN "${id}" IS NOT NULL THEN "energy" END)`,
  ).join(", ");
  const select = bare.prepare(
    `SELECT "date", "kind", COUNT(*), ${sums} FROM "DiaryEntry"
     WHERE "ownerId" = ? AND "date" >= ? AND "date" <= ? AND "deletedAt" IS NULL GROUP BY "date", "kind" ORDER BY "date"`,
  );
  await compare(
    "Totals of one day",
    ["sumsByDay, 1 day", () => sumsByDay(viewer, ownerId, TO, TO)],
    ["the same SQL, prepared", () => select.all(ownerId, TO, TO)],
  );
  await compare(
    `Totals of 365 days of ${ENTRIES_A_DAY} entries`,
    ["sumsByDay, 365 days", () => sumsByDay(viewer, ownerId, FROM, TO)],
    ["the same SQL, prepared", () => select.all(ownerId, FROM, TO)],
  );

  const columns = bare
    .prepare(`SELECT * FROM "DiaryEntry" LIMIT 1`)
    .columns()
    .map(({ name }) => name);
  const sample = bare.prepare(`SELECT * FROM "DiaryEntry" LIMIT 1`).get() as Record<string, unknown>;
  const insert = bare.prepare(
    `INSERT INTO "DiaryEntry" (${columns.map((name) => `"${name}"`).join(", ")}) VALUES (${columns.map((name) => `@${name}`).join(", ")})`,
  );
  // Entries go to far days, so that the day they are counted on stays small.
  let day = 0;
  const far = () => addDays("2100-01-01", day++ % 30_000);
  await compare(
    "Adding an entry",
    [
      "putEntry",
      () =>
        putEntry(viewer, ownerId, randomUUID(), {
          date: far(),
          meal: "lunch",
          food: "ndb:09040",
          amount: { grams: 118 },
        }),
    ],
    ["one prepared INSERT, synchronous=FULL", () => insert.run({ ...sample, id: randomUUID(), date: far() })],
  );

  const { token } = await createToken(viewer, ownerId, { name: "bench", scopes: ["read", "write"] });
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const health = (await import("@/app/api/v1/health/route")).GET;
  const dayRoute = (await import("@/app/api/v1/days/[date]/route")).GET;
  const entryRoute = (await import("@/app/api/v1/diary/[id]/route")).PUT;
  const empty = () => health(new Request("http://localhost/api/v1/health"), { params: Promise.resolve({}) });
  await compare(
    "GET /days/{date}",
    [
      "totals, targets, gaps and suggestions",
      () =>
        dayRoute(new Request(`http://localhost/api/v1/days/${TO}`, { headers }), {
          params: Promise.resolve({ date: TO }),
        }),
    ],
    ["GET /health, an empty route", empty],
  );
  await compare(
    "PUT /diary/{id}",
    [
      "a new entry",
      () => {
        const id = randomUUID();
        const body = JSON.stringify({
          date: far(),
          meal: "lunch",
          food: "ndb:09040",
          amount: { grams: 118 },
        });
        const request = new Request(`http://localhost/api/v1/diary/${id}`, { method: "PUT", headers, body });
        return entryRoute(request, { params: Promise.resolve({ id }) });
      },
    ],
    ["GET /health, an empty route", empty],
  );

  bare.close();
  await disconnect();
  rmSync(folder, { recursive: true, force: true });
};
