import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { loadCatalogue } from "@/lib/catalogue/load";
import { db } from "@/lib/db";
import type { EntryView } from "@/lib/diary/schemas";
import { env } from "@/lib/env";
import { compileTable } from "@/lib/foodtables/compile";
import { installTable, uninstallTable } from "@/lib/foodtables/folder";
import { type Api, makeApi } from "@/tests/support/api";
import { rawFood, rawTable } from "@/tests/support/raw-table";

/*
 * An entry outlives its food (records 009 and 012): whatever became of the food, its portion or its preparation, the same
 * PUT again answers 200 with the amounts as they were logged, and what belongs to the occasion can be changed.
 */

const DATE = "2026-11-22";

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

type Logged = { id: string; body: Record<string, unknown>; entry: EntryView };

const created = async (path: string, body: unknown): Promise<string> => {
  const answer = await api.call("POST", path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return (answer.body as { id: string }).id;
};

const log = async (over: Record<string, unknown>): Promise<Logged> => {
  const id = randomUUID();
  const body = { date: DATE, meal: "breakfast", ...over };
  const answer = await api.call("PUT", `/diary/${id}`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return { id, body, entry: answer.body as EntryView };
};

const BREAD = {
  name: "Rye bread",
  per100g: { magnesium: 60, energy: 230 },
  portions: [
    { label: "1 slice", grams: 40 },
    { label: "1 crust", grams: 25 },
  ],
};

/** An own food is a food that a test can take away: each case logs something and then takes its food from it. */
const cases: { what: string; outlive: () => Promise<Logged> }[] = [
  {
    what: "its own food was deleted",
    outlive: async () => {
      const food = await created("/foods", BREAD);
      const logged = await log({ food, amount: { grams: 80 } });
      expect((await api.call("DELETE", `/foods/${food}`)).status).toBe(204);
      return logged;
    },
  },
  {
    what: "its portion was removed",
    outlive: async () => {
      const food = await created("/foods", BREAD);
      const logged = await log({ food, amount: { portion: "p2", count: 3 } });
      const without = { ...BREAD, portions: BREAD.portions.slice(0, 1) };
      expect((await api.call("PUT", `/foods/${food}`, without)).status).toBe(200);
      return logged;
    },
  },
  {
    what: "its recipe was deleted",
    outlive: async () => {
      const recipe = await created("/recipes", {
        name: "Porridge",
        servings: 2,
        ingredients: [{ food: "ndb:20038", amount: { grams: 100 } }],
      });
      const logged = await log({ food: `recipe:${recipe}`, amount: { portion: "serving", count: 1 } });
      expect((await api.call("DELETE", `/recipes/${recipe}`)).status).toBe(204);
      return logged;
    },
  },
  {
    what: "an ingredient of its recipe was deleted",
    outlive: async () => {
      const food = await created("/foods", BREAD);
      const recipe = await created("/recipes", {
        name: "Toast",
        servings: 1,
        ingredients: [
          { food, amount: { grams: 80 } },
          { food: "ndb:01001", amount: { grams: 10 } },
        ],
      });
      const logged = await log({ food: `recipe:${recipe}`, amount: { portion: "serving", count: 1 } });
      expect((await api.call("DELETE", `/foods/${food}`)).status).toBe(204);
      return logged;
    },
  },
  {
    what: "its preparation is no longer offered",
    outlive: async () => {
      // As an earlier edition of the food table offered it, whose groups were others.
      const { id, body } = await log({ food: "ndb:09040", amount: { grams: 90 } });
      await db().diaryEntry.updateMany({ where: { id }, data: { preparation: "boiled-drained" } });
      const { body: entry } = await api.call("GET", `/diary/${id}`);
      expect(entry).toMatchObject({ preparation: "boiled-drained" });
      return { id, body: { ...body, preparation: "boiled-drained" }, entry: entry as EntryView };
    },
  },
  {
    what: "its food table was removed",
    outlive: async () => {
      const builtIn = loadCatalogue().parts[0];
      if (builtIn === undefined) throw new Error("There is no built-in table");
      const folder = env().foodTablesDir;
      const bytes = compileTable(rawTable([rawFood("1"), rawFood("2")]), builtIn);
      const { table } = installTable(folder, bytes, { replace: false, remarks: [], now: new Date() });
      const logged = await log({ food: "nevo:1", amount: { grams: 200 } });
      expect(logged.entry.nutrients.iron).toBe(3);
      uninstallTable(folder, table.version);
      expect((await api.call("GET", "/foods/nevo%3A1")).status).toBe(404);
      return logged;
    },
  },
];

describe.each(cases)("fault 11: an entry of which $what", ({ outlive }) => {
  it("answers 200 to the same PUT again, with the amounts kept", async () => {
    const { id, body, entry } = await outlive();
    const again = await api.call("PUT", `/diary/${id}`, body);
    expect(again.status, JSON.stringify(again.body)).toBe(200);
    expect(again.body).toEqual(entry);
  });

  it("can be given another note, time, meal and date, by PUT, batch and move", async () => {
    const { id, body, entry } = await outlive();
    const changed = { ...body, note: "with butter", time: "07:40", meal: "snack", date: "2026-11-21" };
    const { status, body: after } = await api.call("PUT", `/diary/${id}`, changed);
    expect(status, JSON.stringify(after)).toBe(200);
    expect(after).toMatchObject({
      note: "with butter",
      time: "07:40",
      meal: "snack",
      date: "2026-11-21",
      name: entry.name,
      grams: entry.grams,
      portion: entry.portion,
      nutrients: entry.nutrients,
    });
    const batch = await api.call("POST", "/diary/batch", {
      changes: [{ op: "put", id, entry: { ...changed, note: "without" } }],
    });
    expect(batch.status).toBe(200);
    expect(batch.body).toMatchObject({ items: [{ note: "without", nutrients: entry.nutrients }] });
    const moved = await api.call("POST", "/diary/batch", {
      changes: [{ op: "move", id, date: DATE, meal: "lunch" }],
    });
    expect(moved.body).toMatchObject({ items: [{ meal: "lunch", date: DATE, nutrients: entry.nutrients }] });
  });

  it("can be copied, deleted and restored", async () => {
    const { id, entry } = await outlive();
    const copy = await api.call("POST", "/diary/batch", {
      changes: [{ op: "copy", id: randomUUID(), from: id, date: DATE, meal: "dinner" }],
    });
    expect(copy.status, JSON.stringify(copy.body)).toBe(200);
    expect(copy.body).toMatchObject({ items: [{ name: entry.name, grams: entry.grams }] });
    for (const change of [
      { op: "delete", id },
      { op: "restore", id },
    ])
      expect((await api.call("POST", "/diary/batch", { changes: [change] })).status).toBe(200);
    expect((await api.call("GET", `/diary/${id}`)).body).toMatchObject({ nutrients: entry.nutrients });
  });
});

describe("fault 11: what cannot be kept", () => {
  it("still refuses another amount of a food that is gone", async () => {
    const { id, body } = await (cases[0] as (typeof cases)[number]).outlive();
    const { status, body: answer } = await api.call("PUT", `/diary/${id}`, {
      ...body,
      amount: { grams: 90 },
    });
    expect(status).toBe(422);
    expect(answer).toMatchObject({ error: { fields: { food: "is not a food Assay knows" } } });
  });
});
