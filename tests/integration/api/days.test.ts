import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { DaysView, DayView, SuggestionsView } from "@/lib/insights/schemas";
import { addDays, composition, NUTRIENT_IDS, totalOf } from "@/lib/nutrition";
import { type Api, makeApi } from "@/tests/support/api";
import { eaten, store } from "@/tests/support/eating";

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

const log = (date: string, food: string, grams: number, by: Api = api) =>
  by.call("PUT", `/diary/${randomUUID()}`, { date, meal: "lunch", food, amount: { grams } });
const dayOf = async (date: string, by: Api = api) => (await by.call("GET", `/days/${date}`)).body as DayView;

describe("a day", () => {
  it("without entries knows nothing, and says so", async () => {
    const day = await dayOf("2026-01-05");
    for (const id of NUTRIENT_IDS)
      expect(day.totals[id]).toMatchObject({ amount: null, known: 0, entries: 0 });
    expect(day.gaps.map(({ mineral, percent }) => [mineral, percent])).toHaveLength(6);
    expect(day.gaps.every(({ percent }) => percent === null)).toBe(true);
  });

  it("keeps what the person says of it, and refuses what is no mark", async () => {
    const date = "2026-02-07";
    await log(date, "ndb:09040", 118);
    expect(await dayOf(date)).toMatchObject({ complete: false, mark: null });
    await api.call("PUT", `/days/${date}`, { mark: "incomplete" });
    expect(await dayOf(date)).toMatchObject({ complete: false, mark: "incomplete" });
    await api.call("PUT", `/days/${date}`, { mark: "complete" });
    expect(await dayOf(date)).toMatchObject({ complete: true, mark: "complete" });
    for (const body of [{}, { mark: "half" }, { mark: null, note: "x" }])
      expect((await api.call("PUT", `/days/${date}`, body)).status).toBe(422);
    expect(await dayOf(date)).toMatchObject({ mark: "complete" });
    const other = await makeApi();
    expect(await dayOf(date, other)).toMatchObject({ mark: null });
  });

  it("sums what is known and counts what is not", async () => {
    const date = "2026-01-06";
    const own = (await api.call("POST", "/foods", { name: "Label only", per100g: { iron: 3, energy: 200 } }))
      .body as {
      id: string;
    };
    await log(date, "ndb:09040", 118);
    await log(date, own.id, 50);
    const day = await dayOf(date);
    expect(day.totals.magnesium.amount).toBeCloseTo(31.86, 9);
    expect(day.totals.magnesium).toMatchObject({ unit: "mg", known: 1, entries: 2 });
    expect(day.totals.iron.amount).toBeCloseTo(0.26 * 1.18 + 1.5, 9);
    expect(day.totals.iron).toMatchObject({ known: 2, entries: 2 });
    expect(day.fromSupplements.iron).toMatchObject({ amount: null, known: 0, entries: 0 });
    const gap = day.gaps.find(({ mineral }) => mineral === "magnesium");
    // Woman, 31–50: the RDA is 320 mg.
    expect(gap?.short).toBeCloseTo(320 - 31.86, 9);
    expect(gap?.percent).toBeCloseTo((31.86 / 320) * 100, 9);
  });

  it("11.17: says of a gap that it is at most that, wherever the known part is incomplete", async () => {
    const date = "2026-01-08";
    const own = (await api.call("POST", "/foods", { name: "Iron label", per100g: { iron: 3, energy: 200 } }))
      .body as { id: string };
    await log(date, own.id, 50);
    const gapOf = (day: DayView, id: string) => day.gaps.find(({ mineral }) => mineral === id);
    const day = await dayOf(date);
    // Nobody reports zinc: the RDA of a woman of 31–50, 8 mg, is the most that can be missing.
    expect(gapOf(day, "zinc")).toMatchObject({ short: 8, atMost: true });
    expect(gapOf(day, "iron")).toMatchObject({ atMost: false });
    await log(date, "ndb:09040", 118);
    const both = await dayOf(date);
    expect(gapOf(both, "zinc")).toMatchObject({ atMost: true });
    expect(gapOf(both, "iron")).toMatchObject({ atMost: false });
    await api.call("PUT", `/days/${date}`, { mark: "incomplete" });
    expect((await dayOf(date)).gaps.every(({ atMost }) => atMost)).toBe(true);
  });

  it("agrees with the core's own sum, whatever was logged", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(fc.option(fc.double({ min: 0, max: 500, noNaN: true })), { minLength: 15, maxLength: 15 }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        fc.integer({ min: 0, max: 300 }),
        async (rows, offset) => {
          const by = await makeApi();
          const date = addDays("2026-01-01", offset);
          const amounts = rows.map((row) =>
            composition(Object.fromEntries(NUTRIENT_IDS.map((id, i) => [id, row[i] ?? null]))),
          );
          await store(
            by.userId,
            amounts.map((each) => eaten(date, each)),
          );
          const day = await dayOf(date, by);
          const span = (await by.call("GET", `/days?from=${date}&to=${date}`)).body as DaysView;
          for (const id of NUTRIENT_IDS) {
            const expected = totalOf(id, amounts);
            for (const total of [day.totals[id], span.items[0]?.totals[id]]) {
              expect(total?.known).toBe(expected.known);
              expect(total?.entries).toBe(expected.entries);
              if (expected.amount === null) expect(total?.amount).toBeNull();
              else expect(total?.amount).toBeCloseTo(expected.amount, 6);
            }
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it("forgets a deleted entry", async () => {
    const date = "2026-01-07";
    const id = randomUUID();
    await api.call("PUT", `/diary/${id}`, { date, meal: "lunch", food: "ndb:09040", amount: { grams: 100 } });
    await api.call("DELETE", `/diary/${id}`);
    expect((await dayOf(date)).totals.magnesium).toMatchObject({ amount: null, entries: 0 });
    expect(((await api.call("GET", `/days?from=${date}&to=${date}`)).body as DaysView).items).toEqual([]);
  });

  it.each(["1900-01-01", "1900-01-03", "2200-12-31"])(
    "%s, at the end of the calendar, is a day",
    async (date) => {
      expect((await api.call("GET", `/days/${date}`)).status).toBe(200);
      expect((await api.call("GET", `/suggestions?date=${date}`)).status).toBe(200);
    },
  );

  it.each(["2026-02-30", "0001-01-01", "today", "2026-1-5", "99999-01-01"])("%s is 422", async (date) => {
    expect((await api.call("GET", `/days/${date}`)).status).toBe(422);
  });
});

describe("a span of days", () => {
  it("leaves out days without entries and keeps to its ends", async () => {
    for (const date of ["2026-03-01", "2026-03-03", "2026-03-10"]) await log(date, "ndb:09040", 100);
    const { items } = (await api.call("GET", "/days?from=2026-03-01&to=2026-03-09")).body as DaysView;
    expect(items.map(({ date }) => date)).toEqual(["2026-03-01", "2026-03-03"]);
  });

  it("is at most 400 days and not backwards", async () => {
    const to = (days: number) => addDays("2026-01-01", days - 1);
    expect((await api.call("GET", `/days?from=2026-01-01&to=${to(400)}`)).status).toBe(200);
    expect((await api.call("GET", `/days?from=2026-01-01&to=${to(401)}`)).status).toBe(422);
    expect((await api.call("GET", "/days?from=2026-01-02&to=2026-01-01")).status).toBe(422);
    expect((await api.call("GET", "/days?from=2026-01-02")).status).toBe(422);
  });

  it("shows nobody else's", async () => {
    const other = await makeApi();
    await log("2026-04-01", "ndb:09040", 100, other);
    expect(((await api.call("GET", "/days?from=2026-04-01&to=2026-04-01")).body as DaysView).items).toEqual(
      [],
    );
  });
});

describe("suggestions", () => {
  const suggestionsOf = async (by: Api, date: string) =>
    (await by.call("GET", `/suggestions?date=${date}`)).body as SuggestionsView;

  it("are realistic portions of foods in the table that add to a gap", async () => {
    const date = "2026-05-05";
    await log(date, "ndb:20037", 200);
    const { items, together } = await suggestionsOf(api, date);
    expect(items.length).toBeGreaterThanOrEqual(1);
    expect(items.length).toBeLessThanOrEqual(3);
    expect(together.of).toBe(6);
    for (const item of items) {
      expect(item.grams).toBeGreaterThan(0);
      expect(item.adds.length).toBeGreaterThan(0);
      expect(item.why).not.toBe("");
      const logged = await api.call("PUT", `/diary/${randomUUID()}`, {
        date: "2026-05-06",
        meal: "dinner",
        food: item.food,
        amount: { grams: item.grams },
      });
      expect(logged.status).toBe(201);
      const { nutrients } = logged.body as { nutrients: Record<string, number | null> };
      for (const { mineral, amount } of item.adds) expect(nutrients[mineral]).toBeCloseTo(amount, 6);
    }
  });

  it("are three for each gap of the day, none of which passes an upper limit", async () => {
    const date = "2026-05-07";
    await log(date, "ndb:20037", 200);
    const day = await dayOf(date);
    expect(day.gaps.length).toBeGreaterThan(3);
    for (const gap of day.gaps) {
      expect(gap.suggestions).toHaveLength(3);
      for (const { adds } of gap.suggestions) {
        expect(adds.some(({ mineral }) => mineral === gap.mineral)).toBe(true);
        for (const { mineral, amount } of adds) {
          const { ul, ulScope } = day.targets[mineral];
          const so = day.totals[mineral].amount;
          if (ul !== null && ulScope === "total" && so !== null) expect(so + amount).toBeLessThanOrEqual(ul);
        }
      }
    }
  });

  it("keep to a vegan's diet and to what kidney disease rules out", async () => {
    const by = await makeApi({ diet: "vegan", conditions: '["chronic-kidney-disease"]' });
    const day = await dayOf("2026-05-08", by);
    expect(day.targets.potassium.target).toBeNull();
    expect(day.gaps.map(({ mineral }) => mineral)).not.toContain("potassium");
    const names = day.gaps.flatMap(({ suggestions }) => suggestions.map(({ name }) => name));
    expect(names.length).toBeGreaterThan(0);
    expect(names.join("; ")).not.toMatch(/milk, |yogurt|kefir|cheese|beef|pork|chicken|fish|egg,|oyster/i);
  });

  it("are the same for the same day", async () => {
    const date = "2026-05-09";
    await log(date, "ndb:20037", 200);
    expect(await suggestionsOf(api, date)).toEqual(await suggestionsOf(api, date));
  });
});
