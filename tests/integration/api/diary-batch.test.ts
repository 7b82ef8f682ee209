import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { moveEntry, restoreEntry, takeDose } from "@/lib/diary";
import type { EntryView } from "@/lib/diary/schemas";
import { type Api, makeApi } from "@/tests/support/api";

const BANANA = "ndb:09040";
const EGG = "ndb:01129";
const OATS = "ndb:08120";

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

const put = async (date: string, over: Record<string, unknown> = {}, by: Api = api) => {
  const { body } = await by.call("PUT", `/diary/${randomUUID()}`, {
    date,
    meal: "breakfast",
    food: BANANA,
    amount: { grams: 118 },
    ...over,
  });
  return body as EntryView;
};
const batch = (changes: readonly unknown[], by: Api = api) => by.call("POST", "/diary/batch", { changes });
const itemsOf = async (date: string, by: Api = api) =>
  ((await by.call("GET", `/diary?date=${date}`)).body as { items: EntryView[] }).items;
const copyTo = (from: EntryView, date: string, meal: string = from.meal, id = randomUUID()) => ({
  op: "copy",
  id,
  from: from.id,
  date,
  meal,
});

describe("copying", () => {
  it("makes new entries in the order given, without time and note, and again nothing", async () => {
    const first = await put("2026-01-01", { time: "07:40", note: "at home" });
    const second = await put("2026-01-01", { food: EGG, amount: { portion: "1-large", count: 2 } });
    const changes = [copyTo(first, "2026-01-02"), copyTo(second, "2026-01-02", "lunch")];
    const answer = await batch(changes);
    expect(answer.status).toBe(200);
    const made = await itemsOf("2026-01-02");
    expect(made.map(({ food, meal }) => [food, meal])).toEqual([
      [BANANA, "breakfast"],
      [EGG, "lunch"],
    ]);
    expect(made[0]).toMatchObject({ grams: 118, time: null, note: null });
    expect(made[1]?.portion).toEqual(second.portion);
    expect(made[1]?.nutrients).toEqual(second.nutrients);
    expect((answer.body as { items: EntryView[] }).items).toEqual(made);
    expect((await batch(changes)).status).toBe(200);
    expect(await itemsOf("2026-01-02")).toEqual(made);
    expect(await itemsOf("2026-01-01")).toHaveLength(2);
  });

  it("is made once by many equal batches at once", async () => {
    const source = await put("2026-01-03");
    const changes = [copyTo(source, "2026-01-04"), copyTo(source, "2026-01-04", "snack")];
    const answers = await Promise.all(Array.from({ length: 8 }, () => batch(changes)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(await itemsOf("2026-01-04")).toHaveLength(2);
  });

  it("computes an own food as it is now, and keeps what was logged when it is gone", async () => {
    const body = { name: "Bread", per100g: { iron: 2 }, portions: [{ label: "slice", grams: 40 }] };
    const { id: food } = (await api.call("POST", "/foods", body)).body as { id: string };
    const source = await put("2026-01-05", { food, amount: { portion: "p1", count: 2 } });
    expect(source.nutrients.iron).toBeCloseTo(1.6, 9);
    await api.call("PUT", `/foods/${food}`, {
      ...body,
      name: "Rye bread",
      per100g: { iron: 3 },
      portions: [{ label: "slice", grams: 50 }],
    });
    await batch([copyTo(source, "2026-01-06")]);
    const [now] = await itemsOf("2026-01-06");
    expect(now).toMatchObject({ name: "Rye bread", grams: 100 });
    expect(now?.nutrients.iron).toBeCloseTo(3, 9);
    expect(now?.nutrients.magnesium).toBeNull();

    await api.call("PUT", `/foods/${food}`, { ...body, per100g: { iron: 3 }, portions: [] });
    await batch([copyTo(source, "2026-01-07")]);
    const [weighed] = await itemsOf("2026-01-07");
    expect(weighed).toMatchObject({ grams: 80, portion: { label: "slice", count: 2 } });
    expect(weighed?.nutrients.iron).toBeCloseTo(2.4, 9);

    await api.call("DELETE", `/foods/${food}`);
    expect((await batch([copyTo(source, "2026-01-08")])).status).toBe(200);
    const [kept] = await itemsOf("2026-01-08");
    expect(kept).toMatchObject({ name: "Bread", grams: 80, food });
    expect(kept?.nutrients.iron).toBeCloseTo(1.6, 9);
    expect(kept?.nutrients.magnesium).toBeNull();
  });

  it("does not depend on what became of the original, and undone comes back as it was", async () => {
    const source = await put("2026-01-09");
    const change = copyTo(source, "2026-01-10");
    await api.call("DELETE", `/diary/${source.id}`);
    expect((await batch([change])).status).toBe(200);
    const [made] = await itemsOf("2026-01-10");
    expect((await batch([{ op: "delete", id: change.id }])).status).toBe(200);
    expect(await itemsOf("2026-01-10")).toEqual([]);
    await batch([change]);
    const { updatedAt: _, version: __, ...logged } = made as EntryView;
    expect(await itemsOf("2026-01-10")).toMatchObject([logged]);
  });
});

describe("several changes", () => {
  it("are moved, deleted, put and restored together", async () => {
    const [a, b, c] = [await put("2026-02-01"), await put("2026-02-01"), await put("2026-02-01")];
    const id = randomUUID();
    const { body } = await batch([
      { op: "move", id: a.id, date: "2026-02-02", meal: "dinner" },
      { op: "delete", id: b.id },
      { op: "put", id, entry: { date: "2026-02-02", meal: "lunch", food: OATS, amount: { grams: 40 } } },
    ]);
    expect((body as { items: EntryView[] }).items.map((item) => item.id)).toEqual([a.id, id]);
    expect((await itemsOf("2026-02-01")).map((item) => item.id)).toEqual([c.id]);
    const [moved] = (await itemsOf("2026-02-02")).filter((item) => item.id === a.id);
    expect(moved).toMatchObject({ meal: "dinner", nutrients: a.nutrients });
    await batch([
      { op: "restore", id: b.id },
      { op: "move", id: a.id, date: a.date, meal: a.meal },
      { op: "delete", id },
    ]);
    const back = await itemsOf("2026-02-01");
    expect(back.map((item) => item.id)).toEqual([a.id, b.id, c.id]);
    const { updatedAt: _, version: __, ...logged } = b;
    expect(back[1]).toMatchObject(logged);
    expect(await itemsOf("2026-02-02")).toEqual([]);
  });

  it("happen all or not at all", async () => {
    const entry = await put("2026-02-03");
    const { status } = await batch([
      copyTo(entry, "2026-02-04"),
      { op: "delete", id: entry.id },
      { op: "move", id: randomUUID(), date: "2026-02-04", meal: "lunch" },
    ]);
    expect(status).toBe(404);
    expect(await itemsOf("2026-02-03")).toHaveLength(1);
    expect(await itemsOf("2026-02-04")).toEqual([]);
    const wrong = await batch([
      { op: "delete", id: entry.id },
      {
        op: "put",
        id: randomUUID(),
        entry: { date: "2026-02-04", meal: "lunch", food: "ndb:99999", amount: { grams: 1 } },
      },
    ]);
    expect(wrong.status).toBe(422);
    expect(await itemsOf("2026-02-03")).toHaveLength(1);
  });

  it("of somebody else's entries are not found, and change nothing", async () => {
    const other = await makeApi();
    const theirs = await put("2026-02-05", {}, other);
    const to = { date: "2026-02-06", meal: "lunch" };
    for (const change of [
      { op: "move", id: theirs.id, ...to },
      { op: "copy", id: randomUUID(), from: theirs.id, ...to },
      { op: "restore", id: theirs.id },
    ]) {
      const { status, body } = await batch([change]);
      expect([change.op, status]).toEqual([change.op, 404]);
      expect(body).toEqual((await batch([{ op: "restore", id: randomUUID() }])).body);
    }
    expect((await batch([{ op: "delete", id: theirs.id }])).status).toBe(200);
    expect(await itemsOf("2026-02-05", other)).toEqual([theirs]);
    expect(await itemsOf("2026-02-06")).toEqual([]);
  });

  it("do not fill a day beyond its limit", async () => {
    const entry = await put("2026-02-07");
    const full = Array.from({ length: 500 }, () => copyTo(entry, "2026-02-08"));
    expect((await batch(full)).status).toBe(200);
    const more = copyTo(entry, "2026-02-08");
    expect((await batch([more])).status).toBe(409);
    expect((await batch([{ op: "move", id: entry.id, date: "2026-02-08", meal: "lunch" }])).status).toBe(409);
    expect((await batch(full)).status).toBe(200);
    const swapped = await batch([{ op: "delete", id: full[0]?.id }, more]);
    expect(swapped.status).toBe(200);
  });

  it("do not fill a day beyond its limit, one at a time either", async () => {
    const source = await put("2026-02-11");
    const full = Array.from({ length: 500 }, () => copyTo(source, "2026-02-12"));
    await batch(full);
    const to = { date: "2026-02-12", meal: "lunch" as const };
    const refused = await batch([{ op: "move", id: source.id, ...to }]);
    expect(refused.status).toBe(409);
    const { message } = (refused.body as { error: { message: string } }).error;
    const refusal = { code: "conflict", message };
    const { viewer, userId } = api;

    // A move, …
    await expect(moveEntry(viewer, userId, source.id, to)).rejects.toMatchObject(refusal);
    // … a put that moves, …
    const body = { meal: "breakfast", food: BANANA, amount: { grams: 118 } };
    const put501 = await api.call("PUT", `/diary/${source.id}`, { ...body, date: to.date });
    expect([put501.status, put501.body]).toEqual([409, refused.body]);
    // … a new entry, …
    const new501 = await api.call("PUT", `/diary/${randomUUID()}`, { ...body, date: to.date });
    expect([new501.status, new501.body]).toEqual([409, refused.body]);
    // … and one that comes back to a day that was filled since.
    const [first] = full;
    await api.call("DELETE", `/diary/${first?.id}`);
    await moveEntry(viewer, userId, source.id, to);
    await expect(restoreEntry(viewer, userId, first?.id ?? "")).rejects.toMatchObject(refusal);
    expect((await api.call("GET", `/diary/${first?.id}`)).status).toBe(404);

    // What is on the day already is changed and moved there as ever.
    expect(await moveEntry(viewer, userId, source.id, { ...to, meal: "dinner" })).toMatchObject({
      meal: "dinner",
    });
    expect((await api.call("PUT", `/diary/${source.id}`, { ...body, date: to.date })).status).toBe(200);
  });

  it("leave a dose of a supplement on its day", async () => {
    const { body } = await api.call("POST", "/supplements", {
      name: "Zinc",
      doseLabel: "capsule",
      contents: [{ nutrient: "zinc", amount: 10, form: null }],
      schedule: { times: [{ time: "08:00" }] },
    });
    const { entry } = await takeDose(api.viewer, api.userId, {
      supplement: (body as { id: string }).id,
      date: "2026-02-09",
      slot: 1,
    });
    const to = { date: "2026-02-10", meal: "lunch" };
    expect((await batch([{ op: "move", id: entry.id, ...to }])).status).toBe(422);
    expect((await batch([{ op: "copy", id: randomUUID(), from: entry.id, ...to }])).status).toBe(422);
    expect(await itemsOf("2026-02-10")).toEqual([]);
  });

  it.each([
    ["nothing", { changes: [] }],
    ["too many", { changes: Array.from({ length: 501 }, () => ({ op: "delete", id: randomUUID() })) }],
    ["an unknown kind", { changes: [{ op: "eat", id: randomUUID() }] }],
    [
      "a day that is none",
      { changes: [{ op: "move", id: randomUUID(), date: "2026-02-30", meal: "lunch" }] },
    ],
    ["a stranger key", { changes: [{ op: "delete", id: randomUUID(), force: true }] }],
    ["no list", { changes: "all" }],
  ])("with %s are refused", async (_, body) => {
    expect((await api.call("POST", "/diary/batch", body)).status).toBe(422);
  });

  it("change each entry once", async () => {
    const id = randomUUID();
    const { status } = await batch([
      { op: "delete", id },
      { op: "restore", id: id.toUpperCase() },
    ]);
    expect(status).toBe(422);
  });
});
