import { randomUUID } from "node:crypto";
import Sqlite from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { engine, rows, sql } from "@/lib/db";
import { putEntry } from "@/lib/diary";
import { env } from "@/lib/env";
import { daysBetween, explainedMean, mineralPage, todayPage, trendsPage } from "@/lib/insights";
import { addDays } from "@/lib/nutrition";
import { today } from "@/lib/time";
import { type Api, makeApi } from "@/tests/support/api";

/*
 * What a person's pages ask of the diary must not grow with other people's rows: each query finds its rows by the
 * owner, in an index. No times are measured; SQLite says how it would do what the pages really sent to it.
 */

const PERSONAL = [
  "DiaryEntry",
  "DiaryDay",
  "PlannedFood",
  "Profile",
  "Supplement",
  "TargetOverride",
  "OwnFood",
];

let api: Api;
let asked: Set<string>;
beforeEach(async () => {
  api = await makeApi();
  asked = new Set();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Notes the SQL of every query from here on. */
const listen = () => {
  const prepare = Sqlite.prototype.prepare;
  vi.spyOn(Sqlite.prototype, "prepare").mockImplementation(function (this: Sqlite.Database, text: string) {
    asked.add(text);
    return prepare.call(this, text);
  } as typeof prepare);
};

/** How SQLite reads the tables of personal data for a query: "SEARCH DiaryEntry USING INDEX … (ownerId=? …)". */
const plansOf = (text: string): string[] => {
  const { database } = env();
  if (database.engine !== "sqlite") throw new Error("Only SQLite is asked");
  const bare = new Sqlite(database.file, { readonly: true });
  try {
    const parameters = Array.from(text.matchAll(/\?/g), () => null);
    const steps = bare.prepare(`EXPLAIN QUERY PLAN ${text}`).all(parameters) as { detail: string }[];
    const table = new RegExp(`^(SCAN|SEARCH) (\\S+\\.)?(${PERSONAL.join("|")})\\b`);
    return steps.map(({ detail }) => detail).filter((detail) => table.test(detail));
  } finally {
    bare.close();
  }
};

const BY_OWNER = /^SEARCH .* USING (COVERING )?INDEX \S+ \(ownerId=\?/;
const others = (texts: Iterable<string>): string[] =>
  [...texts].flatMap((text) => plansOf(text).filter((plan) => !BY_OWNER.test(plan)));

describe.runIf(env().database.engine === "sqlite")("the queries behind a person's pages", () => {
  it("find their rows by the owner, never by walking through everybody's", async () => {
    const to = today("UTC");
    for (const date of [to, addDays(to, -1)]) {
      await putEntry(api.viewer, api.userId, randomUUID(), {
        date,
        meal: "lunch",
        food: "ndb:09040",
        amount: { grams: 2500 },
      });
    }
    listen();
    const page = await trendsPage(api.viewer, api.userId, 365);
    await Promise.all([page.days, page.foods, page.comparison]);
    await mineralPage(api.viewer, api.userId, "iron", 365);
    await explainedMean(api.viewer, api.userId, "iron");
    await todayPage(api.viewer, api.userId);
    await daysBetween(api.viewer, api.userId, addDays(to, -364), to);
    await putEntry(api.viewer, api.userId, randomUUID(), {
      date: to,
      meal: "lunch",
      food: "ndb:09040",
      amount: { grams: 118 },
    });
    const plans = [...asked].filter((text) => /^(SELECT|WITH|\s)/i.test(text)).flatMap(plansOf);
    // By day, by food, by meal, complete days, plans, entries of a day and how many there are.
    expect(plans.filter((plan) => /DiaryEntry/.test(plan)).length).toBeGreaterThanOrEqual(5);
    expect(plans.filter((plan) => /DiaryDay/.test(plan)).length).toBeGreaterThanOrEqual(1);
    expect(plans.filter((plan) => !BY_OWNER.test(plan))).toEqual([]);
  });

  it("would be caught if they did", () => {
    expect(others([`SELECT SUM("iron") FROM "DiaryEntry" WHERE "date" >= ?`])).toEqual(["SCAN DiaryEntry"]);
    expect(others([`SELECT "date" FROM "DiaryEntry" WHERE "deletedAt" < ?`])).toHaveLength(1);
    expect(others([`SELECT "date" FROM "DiaryDay" WHERE "date" = ?`])).toHaveLength(1);
    expect(others([`SELECT "date" FROM "DiaryDay" WHERE "ownerId" = ? AND "date" = ?`])).toEqual([]);
  });
});

it("The diary's days have an index by owner on either engine", async () => {
  const indexes = await rows<{ made: string }>(
    engine() === "sqlite"
      ? sql`SELECT "sql" AS "made" FROM "sqlite_master" WHERE "tbl_name" = 'DiaryEntry' AND "type" = 'index' AND "sql" IS NOT NULL`
      : sql`SELECT "indexdef" AS "made" FROM "pg_indexes" WHERE "tablename" = 'DiaryEntry'`,
  );
  expect(indexes.filter(({ made }) => /\("ownerId", "?date"?\)/.test(made))).toHaveLength(1);
});
