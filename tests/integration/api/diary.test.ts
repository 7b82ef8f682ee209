import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { EntryView } from "@/lib/diary/schemas";
import { type Api, makeApi } from "@/tests/support/api";

const BANANA = "ndb:09040";
const DATE = "2026-11-22";

const entry = (over: Record<string, unknown> = {}) => ({
  date: DATE,
  meal: "breakfast",
  food: BANANA,
  amount: { grams: 118 },
  ...over,
});

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

const put = (body: unknown, id: string = randomUUID(), by: Api = api) => by.call("PUT", `/diary/${id}`, body);
const itemsOf = async (date: string, by: Api = api) =>
  ((await by.call("GET", `/diary?date=${date}`)).body as { items: EntryView[] }).items;

describe("logging", () => {
  it("stores the grams and the amounts computed from the table", async () => {
    const { status, body } = await put(entry());
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: "Bananas, raw", grams: 118, meal: "breakfast", portion: null });
    // Banana, raw: 27 mg magnesium and 358 mg potassium in 100 g (USDA SR28, 09040).
    const { nutrients } = body as EntryView;
    expect(nutrients.magnesium).toBeCloseTo(27 * 1.18, 9);
    expect(nutrients.potassium).toBeCloseTo(358 * 1.18, 9);
  });

  it("weighs a household portion by the food's own table", async () => {
    const food = (await api.call("GET", `/foods/${BANANA}`)).body as {
      portions: { id: string; label: string; grams: number }[];
    };
    const medium = food.portions.find(({ label }) => label.startsWith("1 medium"));
    const { status, body } = await put(entry({ amount: { portion: medium?.id, count: 2 } }));
    expect(status).toBe(201);
    expect(body).toMatchObject({ grams: 236, portion: { id: medium?.id, label: medium?.label, count: 2 } });
  });

  it("answers 200 to the same write again and stores it once", async () => {
    const id = randomUUID();
    const first = await put(entry({ date: "2026-11-01" }), id);
    const again = await put(entry({ date: "2026-11-01" }), id.toUpperCase());
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body).toEqual(first.body);
    expect(await itemsOf("2026-11-01")).toHaveLength(1);
  });

  it("stores one entry when the same write comes many times at once", async () => {
    const id = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => put(entry({ date: "2026-11-02" }), id)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(11);
    expect(await itemsOf("2026-11-02")).toHaveLength(1);
  });

  it("replaces the entry when the amount changes, and computes anew", async () => {
    const id = randomUUID();
    await put(entry(), id);
    const { status, body } = await put(entry({ amount: { grams: 200 }, meal: "snack" }), id);
    expect(status).toBe(200);
    expect((body as EntryView).nutrients.magnesium).toBeCloseTo(54, 9);
    expect((body as EntryView).meal).toBe("snack");
  });

  it("keeps what an own food held when it was logged", async () => {
    const made = (await api.call("POST", "/foods", { name: "Bread", per100g: { iron: 2 } })).body as {
      id: string;
    };
    const id = randomUUID();
    await put(entry({ food: made.id, amount: { grams: 50 } }), id);
    await api.call("PUT", `/foods/${made.id}`, { name: "Other bread", per100g: { iron: 20 } });
    // Only the day moves: the amounts stay those of the day it was logged.
    const moved = (await put(entry({ food: made.id, amount: { grams: 50 }, date: "2026-11-03" }), id))
      .body as EntryView;
    expect(moved.nutrients.iron).toBe(1);
    expect(moved.name).toBe("Bread");
    expect(moved.nutrients.zinc).toBeNull();
    await api.call("DELETE", `/foods/${made.id}`);
    expect((await itemsOf("2026-11-03"))[0]?.nutrients.iron).toBe(1);
  });

  it("deletes, again and again, and never shows the entry after", async () => {
    const id = randomUUID();
    await put(entry({ date: "2026-11-04" }), id);
    expect((await api.call("DELETE", `/diary/${id}`)).status).toBe(204);
    expect((await api.call("DELETE", `/diary/${id}`)).status).toBe(204);
    expect((await api.call("GET", `/diary/${id}`)).status).toBe(404);
    expect(await itemsOf("2026-11-04")).toEqual([]);
    expect((await put(entry({ date: "2026-11-04" }), id)).status).toBe(201);
  });

  it("pages through a day", async () => {
    const date = "2026-11-05";
    const ids = Array.from({ length: 7 }, () => randomUUID());
    for (const id of ids) await put(entry({ date }), id);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? "" : `&cursor=${cursor}`;
      const page = (await api.call("GET", `/diary?date=${date}&limit=3${query}`)).body as {
        items: EntryView[];
        nextCursor: string | null;
      };
      expect(page.items.length).toBeLessThanOrEqual(3);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen.toSorted()).toEqual(ids.toSorted());
  });

  it("goes on after an entry that was deleted or moved since its page was read", async () => {
    const date = "2026-10-09";
    const ids = Array.from({ length: 6 }, () => randomUUID());
    for (const id of ids) await put(entry({ date }), id);
    const page = async (cursor?: string | null) =>
      (await api.call("GET", `/diary?date=${date}&limit=2${cursor ? `&cursor=${cursor}` : ""}`)).body as {
        items: EntryView[];
        nextCursor: string | null;
      };
    const first = await page();
    await api.call("DELETE", `/diary/${first.nextCursor}`);
    const second = await page(first.nextCursor);
    await put(entry({ date: "2026-10-10" }), second.nextCursor ?? "");
    const third = await page(second.nextCursor);
    const seen = [first, second, third].flatMap(({ items }) => items.map(({ id }) => id));
    expect(seen).toEqual(ids);
    expect(third.nextCursor).toBeNull();
  });
});

describe("other people", () => {
  it("cannot see, change or delete an entry", async () => {
    const other = await makeApi();
    const id = randomUUID();
    await put(entry({ date: "2026-11-06" }), id);
    expect((await other.call("GET", `/diary/${id}`)).status).toBe(404);
    expect((await other.call("DELETE", `/diary/${id}`)).status).toBe(204);
    // The same id is a new entry of theirs and leaves ours alone.
    expect((await put(entry({ date: "2026-11-06", amount: { grams: 1 } }), id, other)).status).toBe(201);
    expect((await itemsOf("2026-11-06")).map(({ grams }) => grams)).toEqual([118]);
  });

  it("cannot log somebody else's own food", async () => {
    const other = await makeApi();
    const made = (await other.call("POST", "/foods", { name: "Secret", per100g: {} })).body as { id: string };
    expect((await put(entry({ food: made.id }))).status).toBe(422);
    expect((await api.call("GET", `/foods/${made.id}`)).status).toBe(404);
    // The same id is a new food of ours and leaves theirs alone.
    expect((await api.call("PUT", `/foods/${made.id}`, { name: "Mine", per100g: {} })).status).toBe(201);
    expect((await api.call("DELETE", `/foods/${made.id}`)).status).toBe(204);
    expect((await other.call("GET", `/foods/${made.id}`)).body).toMatchObject({ name: "Secret" });
  });

  it("cannot page from somebody else's entry", async () => {
    const other = await makeApi();
    const id = randomUUID();
    await put(entry({ date: "2026-11-07" }), id, other);
    const { status, body } = await api.call("GET", `/diary?date=2026-11-07&cursor=${id}`);
    expect(status).toBe(200);
    expect((body as { items: unknown[] }).items).toEqual([]);
  });
});

describe("what bad input gets", () => {
  const refused: readonly (readonly [string, unknown, number, string])[] = [
    ["negative grams", entry({ amount: { grams: -1 } }), 422, "amount.grams"],
    ["zero grams", entry({ amount: { grams: 0 } }), 422, "amount.grams"],
    ["a text for grams", entry({ amount: { grams: "118" } }), 422, "amount.grams"],
    ["null grams, as NaN becomes in JSON", entry({ amount: { grams: null } }), 422, "amount.grams"],
    ["1e308 g", entry({ amount: { grams: 1e308 } }), 422, "amount.grams"],
    ["10001 g", entry({ amount: { grams: 10_001 } }), 422, "amount.grams"],
    ["no amount", entry({ amount: undefined }), 422, "amount"],
    ["an empty amount", entry({ amount: {} }), 422, "amount.grams"],
    ["grams and a portion", entry({ amount: { grams: 1, portion: "x", count: 1 } }), 422, "amount.grams"],
    ["an unknown portion", entry({ amount: { portion: "no such", count: 1 } }), 422, "amount.portion"],
    ["half of nothing", entry({ amount: { portion: "1-cup", count: 0 } }), 422, "amount.count"],
    ["31 February", entry({ date: "2026-02-31" }), 422, "date"],
    ["the year 0001", entry({ date: "0001-01-01" }), 422, "date"],
    ["29 February of a common year", entry({ date: "2026-02-29" }), 422, "date"],
    ["a time stamp for a day", entry({ date: "2026-11-22T00:00:00Z" }), 422, "date"],
    ["25:00", entry({ time: "25:00" }), 422, "time"],
    ["an unknown meal", entry({ meal: "brunch" }), 422, "meal"],
    ["an unknown food", entry({ food: "ndb:99999" }), 422, "food"],
    ["no food id", entry({ food: "banana" }), 422, "food"],
    ["somebody's own food that is not", entry({ food: `own:${randomUUID()}` }), 422, "food"],
    ["an unknown key", entry({ calories: 3 }), 422, "calories"],
    ["an unknown key inside", entry({ amount: { grams: 1, oz: 2 } }), 422, "amount.oz"],
    ["a lone surrogate in the note", entry({ note: "a\ud800b" }), 422, "note"],
    ["a NUL in the note", entry({ note: "a\u0000b" }), 422, "note"],
    ["a note of 501 characters", entry({ note: "x".repeat(501) }), 422, "note"],
    ["a list", [], 422, ""],
    ["null", null, 422, ""],
    ["a number", 5, 422, ""],
  ];
  it.each(refused)("%s", async (_, body, status, field) => {
    const answer = await put(body);
    expect(answer.status).toBe(status);
    const { error } = answer.body as {
      error: { code: string; message: string; fields: Record<string, string> };
    };
    expect(error.code).toBe("invalid");
    expect(Object.keys(error.fields)).toContain(field);
  });

  it("broken JSON is 400, another type is 415, too much is 413", async () => {
    expect((await put('{"date": ')).status).toBe(400);
    expect((await put("")).status).toBe(400);
    const id = randomUUID();
    expect(
      (await api.call("PUT", `/diary/${id}`, JSON.stringify(entry()), { "content-type": "text/plain" }))
        .status,
    ).toBe(415);
    expect((await put(JSON.stringify(entry({ note: "x".repeat(10_000_000) })))).status).toBe(413);
    expect((await api.call("GET", `/diary/${id}`)).status).toBe(404);
  });

  it("an id that is no UUID is 422 to write and 404 to read", async () => {
    expect((await put(entry(), "1")).status).toBe(422);
    expect((await api.call("GET", "/diary/1")).status).toBe(404);
    expect((await api.call("DELETE", "/diary/%00")).status).toBe(204);
  });

  it("HTML in a note is kept as text", async () => {
    const note = '<img src=x onerror="alert(1)">';
    expect(((await put(entry({ note }))).body as EntryView).note).toBe(note);
  });

  it("a refused write leaves the entry as it was", async () => {
    const id = randomUUID();
    const before = (await put(entry({ date: "2026-11-08" }), id)).body;
    await put(entry({ date: "2026-11-08", amount: { grams: -5 } }), id);
    expect((await api.call("GET", `/diary/${id}`)).body).toEqual(before);
  });

  it("whatever JSON is sent, the answer is 4xx or the entry is good", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          {
            date: fc.oneof(fc.constant(DATE), fc.string(), fc.integer(), fc.constant(null)),
            time: fc.oneof(fc.string(), fc.constant(null)),
            meal: fc.oneof(fc.constantFrom("lunch", "dinner"), fc.string({ unit: "binary" })),
            food: fc.oneof(fc.constant(BANANA), fc.string({ unit: "binary" })),
            amount: fc.oneof(
              fc.record({ grams: fc.oneof(fc.double(), fc.integer()) }),
              fc.record({ portion: fc.string(), count: fc.double() }),
              fc.jsonValue(),
            ),
            note: fc.string({ unit: "binary" }),
            [Math.random().toString(36).slice(2)]: fc.jsonValue(),
          },
          { requiredKeys: [] },
        ),
        async (body) => {
          const answer = await put(body);
          expect([200, 201, 422]).toContain(answer.status);
          if (answer.status !== 422) expect((answer.body as EntryView).grams).toBeGreaterThan(0);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("whatever bytes are sent, the answer is 4xx", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
        const { status } = await put(text);
        expect([400, 422]).toContain(status);
      }),
      { numRuns: 100 },
    );
  });
});
