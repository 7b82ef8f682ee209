import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { frequents, recentFoods, repeatable, sumsByFood } from "@/lib/diary";
import { textFoodId } from "@/lib/diary/client";
import type { EntryView } from "@/lib/diary/schemas";
import type { DayView, ExplainedTotal } from "@/lib/insights/schemas";
import { NUTRIENT_IDS } from "@/lib/nutrition";
import { type Api, makeApi } from "@/tests/support/api";

/*
 * Entries without values: any text is an entry whose nutrients are all unknown, and whose weight may be. It counts among
 * the day's foods and never as nothing.
 */

const DATE = "2026-11-22";
const OATS = { food: "ndb:20038", amount: { grams: 80 } };

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

const text = (name: string, over: Record<string, unknown> = {}) => ({
  date: DATE,
  meal: "lunch",
  text: name,
  ...over,
});
const put = (body: unknown, id: string = randomUUID()) => api.call("PUT", `/diary/${id}`, body);
const day = async (date: string) => (await api.call("GET", `/days/${date}`)).body as DayView;

describe("an entry without values", () => {
  it("keeps its name, no weight, and every nutrient unknown", async () => {
    const { status, body } = await put(
      text("Grandma’s stew", { typed: "grandma’s stew", note: "two bowls" }),
    );
    expect(status).toBe(201);
    const entry = body as EntryView;
    expect(entry).toMatchObject({
      kind: "food",
      name: "Grandma’s stew",
      food: textFoodId("Grandma’s stew"),
      grams: null,
      portion: null,
      typed: "grandma’s stew",
      note: "two bowls",
    });
    for (const id of NUTRIENT_IDS) expect(entry.nutrients[id], id).toBeNull();
  });

  it("keeps a weight that was said", async () => {
    const { body } = await put(text("Ramen from the corner", { amount: { grams: 550 } }));
    expect(body).toMatchObject({ grams: 550, portion: null });
  });

  it("is made once, and can be renamed, weighed and given values in place", async () => {
    const id = randomUUID();
    const first = await put(text("stew", { date: "2026-10-01" }), id);
    const again = await put(text("stew", { date: "2026-10-01" }), id);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    const weighed = await put(text("Stew", { date: "2026-10-01", amount: { grams: 300 } }), id);
    expect(weighed.body).toMatchObject({ name: "Stew", grams: 300, food: (first.body as EntryView).food });
    const matched = await put({ date: "2026-10-01", meal: "lunch", ...OATS }, id);
    expect(matched.status).toBe(200);
    expect((matched.body as EntryView).nutrients.magnesium).toBeGreaterThan(100);
  });

  it("has one id for names that differ in capitals, spaces and accents, and another for other names", () => {
    expect(textFoodId("Crème  Brûlée ")).toBe(textFoodId("creme brulee"));
    expect(textFoodId("ผัดไทย")).not.toBe(textFoodId("ผดไทย"));
    expect(textFoodId("stew")).not.toBe(textFoodId("stews"));
    expect(textFoodId("stew")).toMatch(/^text:[0-9a-f]{16}$/);
  });

  it.each([
    ["", "text"],
    ["   ", "text"],
    ["\u200F\u202E", "text"],
    ["\u3164", "text"],
    ["…!?", "text"],
    ["x".repeat(201), "text"],
  ])("refuses the name %j", async (name, field) => {
    const { status, body } = await put(text(name));
    expect(status).toBe(422);
    expect(Object.keys((body as { error: { fields: object } }).error.fields)).toEqual([field]);
  });

  it("leaves out marks of direction and line breaks", async () => {
    const { body } = await put(text("\u202Estew\nof \u200Elamb"));
    expect(body).toMatchObject({ name: "stew of lamb" });
  });

  it.each([
    ["a food beside the text", { food: "ndb:09040" }, "food"],
    ["a portion of nothing", { amount: { portion: "1-cup", count: 1 } }, "amount"],
    ["a preparation", { preparation: "boiled" }, "preparation"],
    ["a weight of 0", { amount: { grams: 0 } }, "amount.grams"],
    ["a typed line that is too long", { typed: "x".repeat(501) }, "typed"],
  ])("refuses %s", async (_, over, field) => {
    const { status, body } = await put(text("stew", over));
    expect(status).toBe(422);
    expect(Object.keys((body as { error: { fields: object } }).error.fields)).toContain(field);
  });

  it("cannot be named as a food", async () => {
    const food = textFoodId("stew");
    expect((await put({ date: DATE, meal: "lunch", food, amount: { grams: 100 } })).status).toBe(422);
    expect((await api.call("GET", `/foods/${food}`)).status).toBe(404);
  });

  it("keeps the typed line with an entry of a food too, and drops it when it is no longer sent", async () => {
    const id = randomUUID();
    const line = { date: "2026-10-02", meal: "breakfast", ...OATS, typed: "80 g oats" };
    expect((await put(line, id)).body).toMatchObject({ typed: "80 g oats" });
    expect((await put({ ...line, typed: null }, id)).body).not.toHaveProperty("typed");
  });
});

describe("what a day says of it", () => {
  it("counts it among the foods and never as an amount", async () => {
    const date = "2026-10-05";
    await put({ date, meal: "breakfast", ...OATS });
    const before = await day(date);
    await put(text("stew", { date }));
    const after = await day(date);
    for (const id of NUTRIENT_IDS) {
      expect(after.totals[id].amount, id).toBe(before.totals[id].amount);
      expect(after.totals[id].known, id).toBe(before.totals[id].known);
      expect(after.totals[id].entries, id).toBe(before.totals[id].entries + 1);
    }
  });

  it("is in the lists of the diary with its weight unknown", async () => {
    const { viewer, userId } = api;
    const date = "2026-09-10";
    await put(text("soup", { date }));
    await put(text("SOUP", { date, amount: { grams: 300 } }));
    const sums = await sumsByFood(viewer, userId, date, date, ["magnesium"]);
    expect(sums).toMatchObject([
      {
        food: textFoodId("soup"),
        entries: 2,
        grams: null,
        totals: { magnesium: { amount: null, known: 0 } },
      },
    ]);
  });
});

describe("what repeats", () => {
  it("carries it: recent foods, habits, usual meals and copies", async () => {
    const { viewer, userId } = await makeApi().then((mine) => {
      api = mine;
      return mine;
    });
    const days = ["2026-11-10", "2026-11-11", "2026-11-12", "2026-11-13"];
    const ids: string[] = [];
    for (const date of days) {
      const id = randomUUID();
      ids.push(id);
      await put(text("Staff canteen curry", { date, typed: "curry", time: "12:30" }), id);
    }
    const food = textFoodId("staff canteen curry");
    const recent = await recentFoods(viewer, userId, "2026-11-01", 10);
    expect(recent).toMatchObject([{ food, name: "Staff canteen curry", grams: null, times: 4 }]);
    expect([...(await frequents(viewer, userId, "2026-11-14")).keys()]).toEqual([food]);
    const repeat = await repeatable(viewer, userId, "2026-11-14");
    expect(repeat.usual).toMatchObject([{ meal: "lunch", gone: [], entries: [{ food, grams: null }] }]);

    const { status, body } = await api.call("POST", "/diary/batch", {
      changes: [{ op: "copy", id: randomUUID(), from: ids[0], date: "2026-11-14", meal: "dinner" }],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      items: [{ food, name: "Staff canteen curry", grams: null, meal: "dinner", typed: "curry", time: null }],
    });
  });
});

it("what was typed is told where a total is explained", async () => {
  const on = "2026-11-19";
  await put(text("stew", { date: on, typed: "big bowl of stew" }));
  await put({ date: on, meal: "lunch", ...OATS });
  const { status, body } = await api.call("GET", `/days/${on}/iron`);
  expect(status).toBe(200);
  const { entries } = body as ExplainedTotal;
  expect(entries.map(({ name, typed }) => [name.slice(0, 4), typed])).toEqual([
    ["stew", "big bowl of stew"],
    [expect.any(String), undefined],
  ]);
});
