import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { textFoodId } from "@/lib/diary/client";
import type { EntryView, NameWithoutValues, ReplacementView } from "@/lib/diary/schemas";
import { type Api, makeApi } from "@/tests/support/api";

/* Another food in the place of one that was logged: entries without values that are matched, and foods logged for another. */

const BANANA = "ndb:09040";
const OATS = "ndb:20038";

let api: Api;
beforeEach(async () => {
  api = await makeApi();
});

const log = async (over: Record<string, unknown>, id: string = randomUUID()): Promise<EntryView> => {
  const answer = await api.call("PUT", `/diary/${id}`, { date: "2026-11-20", meal: "lunch", ...over });
  expect([200, 201], JSON.stringify(answer.body)).toContain(answer.status);
  return answer.body as EntryView;
};
const day = async (date: string) =>
  ((await api.call("GET", `/diary?date=${date}`)).body as { items: EntryView[] }).items;
const preview = (query: string) => api.call("GET", `/diary/replacement?${query}`);
const batch = (changes: readonly unknown[]) => api.call("POST", "/diary/batch", { changes });
const names = async () =>
  ((await api.call("GET", "/diary/without-values")).body as { items: NameWithoutValues[] }).items;

describe("names of entries without values", () => {
  it("are listed once each, the latest first, and belong to their owner", async () => {
    await log({ text: "Stew", date: "2026-11-01" });
    await log({ text: "stew", date: "2026-11-20", amount: { grams: 300 } });
    await log({ text: "Canteen curry", date: "2026-11-10" });
    await log({ food: BANANA, amount: { grams: 100 } });
    expect(await names()).toMatchObject([
      {
        food: textFoodId("stew"),
        name: "stew",
        entries: 2,
        weighed: 1,
        firstDate: "2026-11-01",
        lastDate: "2026-11-20",
      },
      { name: "Canteen curry", entries: 1, weighed: 0 },
    ]);
    const other = await makeApi();
    expect((await other.call("GET", "/diary/without-values")).body).toEqual({ items: [], nextCursor: null });
    const stranger = await other.call("GET", `/diary/replacement?of=${textFoodId("stew")}&to=${OATS}`);
    expect(stranger.status).toBe(404);
  });
});

describe("a preview", () => {
  it("says what would change on the mean day, and changes nothing", async () => {
    await log({ food: BANANA, amount: { grams: 100 } });
    const weighed = await log({ text: "porridge", amount: { grams: 50 } });
    const open = await log({ text: "Porridge", date: "2026-11-21" });
    const asked = await preview(`of=${weighed.food}&to=${OATS}`);
    expect(asked.status).toBe(200);
    const before = asked.body as ReplacementView;
    expect(before.items.map(({ id, after }) => [id, after?.grams ?? null])).toEqual([
      [open.id, null],
      [weighed.id, 50],
    ]);
    expect([before.days, before.more]).toEqual([2, 0]);
    const { minerals } = (await preview(`of=${weighed.food}&to=${OATS}&grams=60`)).body as ReplacementView;
    const magnesium = minerals.find(({ mineral }) => mineral === "magnesium");
    // Of the banana 27 mg on one of two days; 110 g of oats hold 177 mg in 100 g (USDA SR28, 09040 and 20038).
    expect(magnesium?.before).toMatchObject({ amount: expect.closeTo(13.5, 9), known: 1, entries: 3 });
    expect(magnesium?.after).toMatchObject({
      amount: expect.closeTo(13.5 + (177 * 1.1) / 2, 9),
      known: 3,
      entries: 3,
    });
    expect((await day("2026-11-20")).map(({ name }) => name)).toEqual(["Bananas, raw", "porridge"]);
  });

  it.each([
    ["nothing to replace", `to=${OATS}`, 422],
    ["a food that is not there", `of=${BANANA}&to=own:${randomUUID()}`, 422],
    ["a food that was never logged", `of=${BANANA}&to=${OATS}`, 404],
    ["an entry that is not there", `of=${randomUUID()}&to=${OATS}`, 404],
    ["half a portion", `of=${BANANA}&to=${OATS}&portion=1-cup`, 422],
    ["a weight of 0", `of=${BANANA}&to=${OATS}&grams=0`, 422],
  ])("refuses %s", async (_, query, status) => {
    expect((await preview(query)).status).toBe(status);
  });
});

describe("fault 10: a replacement", () => {
  it("keeps amount, meal, time, note, typed line and place; deleting it and restoring takes it back", async () => {
    const first = await log({
      food: BANANA,
      amount: { grams: 130 },
      time: "12:10",
      note: "at work",
      typed: "130 g plantain",
    });
    await log({ food: OATS, amount: { grams: 40 } });
    const id = randomUUID();
    const change = { op: "replace", id, of: first.id, food: OATS };
    const { status, body } = await batch([change]);
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({
      items: [
        {
          id,
          food: OATS,
          grams: 130,
          meal: "lunch",
          time: "12:10",
          note: "at work",
          typed: "130 g plantain",
        },
      ],
    });
    const after = await day("2026-11-20");
    expect(after.map((entry) => entry.id)[0]).toBe(id);
    expect(after).toHaveLength(2);
    // Sent again it changes nothing.
    expect((await batch([change])).body).toEqual(body);
    expect(await day("2026-11-20")).toEqual(after);

    expect(
      (
        await batch([
          { op: "delete", id },
          { op: "restore", id: first.id },
        ])
      ).status,
    ).toBe(200);
    // Both come back as they were, as another version.
    const { updatedAt: _, version: __, ...logged } = first as EntryView;
    expect((await day("2026-11-20"))[0]).toMatchObject(logged);
    const [made] = (body as { items: EntryView[] }).items;
    const { updatedAt: ___, version: ____, ...instead } = made as EntryView;
    expect((await batch([change])).body).toMatchObject({ items: [instead] });
  });

  it("keeps the portion where the new food has one of the same measure", async () => {
    const own = async (name: string, grams: number) =>
      (
        (
          await api.call("POST", "/foods", {
            name,
            per100g: { magnesium: 10 },
            portions: [{ label: "1 bowl", grams }],
          })
        ).body as { id: string }
      ).id;
    const [soup, stew] = [await own("Soup", 250), await own("Stew", 400)];
    const entry = await log({ food: soup, amount: { portion: "p1", count: 2 } });
    const { body } = await batch([{ op: "replace", id: randomUUID(), of: entry.id, food: stew }]);
    expect(body).toMatchObject({ items: [{ grams: 800, portion: { label: "1 bowl", count: 2 } }] });
  });

  it("replaces a food that is gone, and comes back to it as it was logged", async () => {
    const food = (
      (await api.call("POST", "/foods", { name: "Bar", per100g: { magnesium: 90 } })).body as { id: string }
    ).id;
    const entry = await log({ food, amount: { grams: 40 } });
    await api.call("DELETE", `/foods/${food}`);
    const id = randomUUID();
    expect((await batch([{ op: "replace", id, of: entry.id, food: OATS }])).status).toBe(200);
    expect(
      (
        await batch([
          { op: "delete", id },
          { op: "restore", id: entry.id },
        ])
      ).status,
    ).toBe(200);
    const { updatedAt: _, version: __, ...logged } = entry;
    expect(await day("2026-11-20")).toMatchObject([logged]);
  });

  it("replaces all of a name at once or nothing", async () => {
    const dates = ["2026-11-01", "2026-11-02", "2026-11-03"];
    const entries = [];
    for (const date of dates) entries.push(await log({ text: "porridge", date }));
    const changes = entries.map((entry, at) => ({
      op: "replace",
      id: randomUUID(),
      of: entry.id,
      food: OATS,
      ...(at > 0 && { amount: { grams: 60 } }),
    }));
    const refused = await batch(changes);
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      error: { fields: { amount: expect.stringContaining("is needed") } },
    });
    expect((await names())[0]?.entries).toBe(3);
    const all = await batch(changes.map((change) => ({ ...change, amount: { grams: 60 } })));
    expect(all.status).toBe(200);
    expect(await names()).toEqual([]);
  });

  it("changes each entry once", async () => {
    const entry = await log({ text: "porridge" });
    const change = { op: "replace", id: randomUUID(), of: entry.id, food: OATS, amount: { grams: 60 } };
    expect((await batch([change, { ...change, id: randomUUID() }])).status).toBe(422);
    expect((await batch([change, { op: "delete", id: entry.id }])).status).toBe(422);
    const foreign = await makeApi();
    expect((await foreign.call("POST", "/diary/batch", { changes: [change] })).status).toBe(404);
  });
});
