import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { DayView, SecondLineDay, SecondLineFigures, TrendsView } from "@/lib/insights/schemas";
import { SECOND_LINE, type SecondLineNutrient } from "@/lib/nutrition";
import { type Api, makeApi } from "@/tests/support/api";
import { eaten, store } from "@/tests/support/eating";

/* Issue 11, points 8 and 20: nutrients beside the six, on the day and in trends. */

const DATE = "2026-03-02";
type Profile = NonNullable<Parameters<typeof makeApi>[0]>;

const dayOf = async (api: Api, date = DATE): Promise<DayView> => {
  const { status, body } = await api.call("GET", `/days/${date}`);
  expect(status).toBe(200);
  return body as DayView;
};
const itemOf = (view: DayView, nutrient: SecondLineNutrient): SecondLineDay => {
  const item = view.secondLine.find((candidate) => candidate.nutrient === nutrient);
  if (!item) throw new Error(nutrient);
  return item;
};
/** A woman of 40 with a profile. */
const woman = (profile: Profile = {}): Promise<Api> => makeApi({ birthDate: "1986-01-15", ...profile });
const log = (api: Api, food: string, grams: number) =>
  api.call("PUT", `/diary/${randomUUID()}`, { date: DATE, meal: "lunch", food, amount: { grams } });

describe("a day", () => {
  it("11.8 has sodium next to its adequate intake and the intake above which to reduce it", async () => {
    const api = await woman();
    // Alaska king crab, cooked: 1,072 mg of sodium in 100 g of SR28.
    await log(api, "ndb:15137", 250);
    const sodium = itemOf(await dayOf(api), "sodium");
    expect(sodium).toMatchObject({
      unit: "mg",
      standard: "nasem",
      target: 1500,
      kind: "AI",
      limit: { value: 2300, kind: "CDRR", counts: "total", year: 2019 },
      state: "usual",
      total: { known: 1, entries: 1 },
    });
    expect(sodium.total.amount).toBeCloseTo(2680, 6);
    expect(sodium.aboveLimit).toBeCloseTo(380, 6);
  });

  it("11.8 has EFSA's safe and adequate intake of sodium, which sets no limit beside it", async () => {
    const sodium = itemOf(await dayOf(await woman({ standard: "efsa" })), "sodium");
    expect(sodium).toMatchObject({
      standard: "efsa",
      target: 2000,
      kind: "safe and adequate",
      limit: null,
      aboveLimit: null,
    });
  });

  it("11.20 has all of them in one order, unknown where no food has a value", async () => {
    const api = await woman();
    await store(api.userId, [eaten(DATE, { energy: 500, vitaminB12: 1.2 }), eaten(DATE, { energy: 300 })]);
    const view = await dayOf(api);
    expect(view.secondLine.map(({ nutrient }) => nutrient)).toEqual([...SECOND_LINE]);
    expect(itemOf(view, "vitaminB12")).toMatchObject({
      target: 2.4,
      kind: "RDA",
      limit: null,
      total: { amount: 1.2, known: 1, entries: 2 },
    });
    expect(itemOf(view, "vitaminK").total).toEqual({ amount: null, unit: "µg", known: 0, entries: 2 });
  });

  it("11.20 holds only retinol against the limit of vitamin A, and nothing against that of folic acid", async () => {
    const api = await woman();
    await store(api.userId, [
      eaten(DATE, { energy: 500, vitaminA: 5000, retinol: 100, folate: 3000 }),
      eaten(DATE, { energy: 500, vitaminA: 3100, retinol: 3100 }),
    ]);
    const view = await dayOf(api);
    expect(itemOf(view, "vitaminA")).toMatchObject({
      limit: { value: 3000, counts: "retinol" },
      aboveLimit: 200,
    });
    expect(itemOf(view, "folate")).toMatchObject({ limit: { counts: "folic-acid" }, aboveLimit: null });
  });

  it("11.20 counts a supplement's vitamin A as retinol unless its label names a carotene", async () => {
    const api = await woman();
    const taken = async (form: string | null) => {
      const id = randomUUID();
      const contents = [
        form ? { nutrient: "vitaminA", form, compound: 20_000 } : { nutrient: "vitaminA", amount: 6000 },
      ];
      expect(
        (await api.call("PUT", `/supplements/${id}`, { name: "A", doseLabel: "drop", contents })).status,
      ).toBe(201);
      expect((await api.call("PUT", `/supplements/${id}/doses/${DATE}/1`, {})).status).toBeLessThan(300);
      const view = await dayOf(api);
      await api.call("DELETE", `/supplements/${id}/doses/${DATE}/1`);
      return itemOf(view, "vitaminA");
    };
    expect((await taken(null)).aboveLimit).toBe(3000);
    expect((await taken("retinol-iu")).aboveLimit).toBe(3000);
    const carotene = await taken("beta-carotene-iu");
    expect(carotene).toMatchObject({ aboveLimit: null, fromSupplements: 6000 });
  });

  it("11.20 respects what a condition switches off", async () => {
    const kidneys = await dayOf(await woman({ conditions: JSON.stringify(["chronic-kidney-disease"]) }));
    expect(itemOf(kidneys, "phosphorus")).toMatchObject({ state: "switched-off", target: null, kind: null });
    // An upper limit asks for no more, so it stands.
    expect(itemOf(kidneys, "phosphorus").limit).toMatchObject({ value: 4000 });
    const wilson = await dayOf(await woman({ conditions: JSON.stringify(["wilsons-disease"]) }));
    expect(itemOf(wilson, "copper")).toMatchObject({ state: "switched-off", target: null, limit: null });
  });

  it("11.20 has no values of a person it does not know", async () => {
    const view = await dayOf(await makeApi({ birthDate: null }));
    for (const item of view.secondLine) {
      expect(item).toMatchObject({ state: "no-profile", target: null, limit: null });
    }
  });
});

describe("trends", () => {
  it("11.20 has the mean of the days that count, with its coverage", async () => {
    const api = await woman();
    await store(api.userId, [
      eaten("2026-03-02", { energy: 2000, sodium: 3000, vitaminB12: 4 }),
      eaten("2026-03-03", { energy: 1500, sodium: 2000 }),
      eaten("2026-03-03", { energy: 500 }),
    ]);
    const { body } = await api.call("GET", "/trends?from=2026-03-02&to=2026-03-08");
    const means = (body as TrendsView).secondLine;
    const of = (nutrient: SecondLineNutrient) =>
      means.find((candidate) => candidate.nutrient === nutrient) as SecondLineFigures;
    expect(of("sodium")).toMatchObject({ days: 2, mean: 2500, countedMean: 2500, target: 1500 });
    expect(of("sodium").coverage).toBeCloseTo((1 + 0.75) / 2, 12);
    // The second day says nothing of vitamin B12, so it is left out and not taken for 0.
    expect(of("vitaminB12")).toMatchObject({ days: 1, mean: 4, coverage: 0.5, coverageOfMean: 1 });
    expect(of("vitaminK")).toMatchObject({ days: 0, mean: null, coverage: 0 });
  });
});
