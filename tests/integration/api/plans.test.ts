import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { FoodEntry } from "@/lib/diary/schemas";
import { todayPage } from "@/lib/insights";
import type { SuggestionsView } from "@/lib/insights/schemas";
import { today } from "@/lib/time";
import { type Api, makeApi } from "@/tests/support/api";

const SPINACH = "ndb:11458";
const DATE = "2026-11-20";

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

const plan = (over: Record<string, unknown> = {}) => ({
  date: DATE,
  meal: "dinner",
  food: SPINACH,
  amount: { grams: 180 },
  ...over,
});
const put = (body: unknown, id: string = randomUUID(), by: Api = api) => by.call("PUT", `/plans/${id}`, body);
const plansOf = async (date: string, by: Api = api) =>
  ((await by.call("GET", `/plans?date=${date}`)).body as { items: FoodEntry[] }).items;

describe("a food that was planned before a condition was told", () => {
  it("11.5 says on the day what speaks against it, by the amount that is planned", async () => {
    const ours = await makeApi({ birthDate: "1985-06-15", sex: "female" });
    const date = today("UTC");
    const id = randomUUID();
    await put(plan({ date }), id, ours);
    const notes = async () => (await todayPage(ours.viewer, ours.userId, date)).planNotes;
    const tell = (body: object) =>
      ours.call("PUT", "/profile", { birthDate: "1985-06-15", sex: "female", ...body });
    expect(await notes()).toEqual({});
    await tell({ conditions: ["kidney-stones"] });
    expect((await notes())[id]).toBe("Not suggested any more: your profile rules out foods high in oxalate.");
    await tell({ conditions: [], medicines: ["warfarin"] });
    expect((await notes())[id]).toMatch(/^Not suggested any more: .*vitamin K/);
    await tell({ medicines: [], excludedFoods: [SPINACH] });
    expect((await notes())[id]).toBe("You keep this food from suggestions.");
    await tell({ excludedFoods: [] });
    expect(await notes()).toEqual({});
  });
});

describe("a planned food", () => {
  it("is kept once, shown as its entry would be, and counts nowhere", async () => {
    const id = randomUUID();
    const [first, again] = [await put(plan(), id), await put(plan(), id)];
    expect([first.status, again.status]).toEqual([201, 200]);
    const [found] = await plansOf(DATE);
    // Spinach, boiled: 87 mg magnesium in 100 g (USDA SR28, 11458).
    expect(found?.nutrients.magnesium).toBeCloseTo(87 * 1.8, 9);
    expect(found).toMatchObject({ id, meal: "dinner", grams: 180 });
    const day = (await api.call("GET", `/days/${DATE}`)).body as {
      totals: { magnesium: { amount: number | null; entries: number } };
    };
    expect(day.totals.magnesium).toMatchObject({ amount: null, entries: 0 });
  });

  it("is eaten by an entry with its id, comes back when that is deleted, and goes when taken back", async () => {
    const date = "2026-11-19";
    const id = randomUUID();
    await put(plan({ date }), id);
    await api.call("PUT", `/diary/${id}`, plan({ date }));
    expect(await plansOf(date)).toEqual([]);
    await api.call("DELETE", `/diary/${id}`);
    expect((await plansOf(date)).map((found) => found.id)).toEqual([id]);
    expect((await api.call("DELETE", `/plans/${id}`)).status).toBe(204);
    expect((await api.call("DELETE", `/plans/${id}`)).status).toBe(204);
    expect(await plansOf(date)).toEqual([]);
  });

  it("changes what is suggested for the rest of the day", async () => {
    await api.call("PUT", "/profile", {
      birthDate: "1988-05-04",
      sex: "female",
      lifeStage: "none",
      standard: "nasem",
    });
    const date = "2026-11-18";
    const suggested = async () =>
      ((await api.call("GET", `/suggestions?date=${date}`)).body as SuggestionsView).together;
    const before = await suggested();
    // 900 g of boiled spinach: more than a day's magnesium, iron and potassium.
    await put(plan({ date, amount: { grams: 900 } }));
    const after = await suggested();
    expect(after.atTarget).toBeGreaterThan(before.atTarget);
  });

  it("of a food that was deleted since is left out", async () => {
    const date = "2026-11-17";
    const { id: food } = (await api.call("POST", "/foods", { name: "Soup", per100g: { iron: 1 } })).body as {
      id: string;
    };
    await put(plan({ date, food }));
    expect(await plansOf(date)).toHaveLength(1);
    await api.call("DELETE", `/foods/${food}`);
    expect(await plansOf(date)).toEqual([]);
  });

  it("is nobody else's: another account neither sees nor removes it, and may use the same id", async () => {
    const date = "2026-11-16";
    const id = randomUUID();
    await put(plan({ date }), id);
    const other = await makeApi();
    expect(await plansOf(date, other)).toEqual([]);
    expect((await other.call("DELETE", `/plans/${id}`)).status).toBe(204);
    expect((await put(plan({ date, amount: { grams: 5 } }), id, other)).status).toBe(201);
    expect((await plansOf(date)).map(({ grams }) => grams)).toEqual([180]);
  });

  it.each([
    ["an unknown food", plan({ food: "ndb:99999" }), "food"],
    ["no portion of the food", plan({ amount: { portion: "bucket", count: 1 } }), "amount.portion"],
    ["a day that is none", plan({ date: "2026-02-30" }), "date"],
    ["nothing", plan({ amount: { grams: 0 } }), "amount.grams"],
    ["a key nobody knows", plan({ note: "x" }), "note"],
  ])("of %s is refused", async (_, body, field) => {
    const { status, body: answer } = await put(body);
    expect(status).toBe(422);
    expect(Object.keys((answer as { error: { fields: object } }).error.fields)).toContain(field);
  });

  it("is one of at most 50 on a day", async () => {
    const date = "2026-11-15";
    for (let made = 0; made < 50; made += 1) await put(plan({ date, amount: { grams: made + 1 } }));
    expect((await put(plan({ date }))).status).toBe(409);
    expect(await plansOf(date)).toHaveLength(50);
  });
});
