import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db";
import { markDay } from "@/lib/diary";
import type { AdequacyItem, AdequacyView } from "@/lib/insights/schemas";
import { addDays, eachDay, type Mineral } from "@/lib/nutrition";
import { type Api, makeApi } from "@/tests/support/api";
import { type Amounts, eaten, store } from "@/tests/support/eating";

/*
 * The book's own example and other cases worked out by hand, through the whole stack: logged over the API, summed by
 * the database, judged by the core, read from the API.
 */

const FIRST = "2024-03-04";
const LAST = "2024-03-31";
/** Numerically integrated apart from the code: see the test that uses it. */
const IRON_AT_12_MG = 0.74892;

let api: Api;
beforeEach(async () => {
  // 40 years old in March 2024: RDA 320 mg magnesium, EAR 265 mg.
  api = await makeApi({ birthDate: "1984-01-15" });
});

const eat = (date: string, amounts: Amounts, kind: "food" | "supplement" = "food", by: Api = api) =>
  store(by.userId, [eaten(date, amounts, { kind })]);

const read = async (query = `?from=${FIRST}&to=${LAST}`, by: Api = api) => {
  const { status, body } = await by.call("GET", `/adequacy${query}`);
  expect(status).toBe(200);
  return body as AdequacyView;
};
const itemOf = (view: AdequacyView, mineral: Mineral) =>
  view.items.find((item) => item.mineral === mineral) as AdequacyItem;
const day = (n: number) => addDays(FIRST, n);

describe("probability of adequacy", () => {
  it("gives the book's 0.836 for a woman of 40 with 320 mg of magnesium over three days", async () => {
    const food = (
      await api.call("POST", "/foods", { name: "Porridge", per100g: { magnesium: 80, energy: 500 } })
    ).body as { id: string };
    for (const [n, grams] of [375, 400, 425].entries()) {
      await api.call("PUT", `/diary/${randomUUID()}`, {
        date: day(n),
        meal: "lunch",
        food: food.id,
        amount: { grams },
      });
    }
    const view = await read();
    const magnesium = itemOf(view, "magnesium");
    expect(magnesium).toMatchObject({
      days: 3,
      unit: "mg",
      // The words ask for more than this probability: docs/decisions/004-adequacy.md.
      verdict: "cannot-tell",
      reason: null,
      method: "ear",
      oddDay: null,
      ownSd: null,
      openFoods: [],
      coverage: 1,
      sdWithin: { value: 85.9, basis: "published", checked: true },
      sdRequirement: { value: 26.5, basis: "published" },
      reference: { standard: "nasem", kind: "RDA", target: 320, ear: 265, year: 1997 },
    });
    expect(magnesium.mean).toBeCloseTo(320, 9);
    // D = 55, SD_D = √(26.5² + 85.9²/3) = 56.23, z = 0.978 (IOM 2000, pp. 54–56).
    expect(magnesium.z).toBeCloseTo(0.978, 3);
    expect(magnesium.probability).toBeCloseTo(0.836, 3);
    expect(magnesium.interval90?.low).toBeCloseTo(320 - (1.6448536 * 85.9) / Math.sqrt(3), 4);
    expect(view.days).toMatchObject({ span: 28, logged: 3, complete: 0, usable: 3, leftOut: [] });
    // What the label does not name is not known of the other five.
    for (const mineral of ["zinc", "calcium", "iron", "selenium", "potassium"] as const) {
      expect(itemOf(view, mineral)).toMatchObject({ days: 0, mean: null, probability: null });
      expect(itemOf(view, mineral).reason).toBe("low-coverage");
    }
  });

  it("asks for a third day before it judges iron and zinc", async () => {
    for (const n of [0, 1]) await eat(day(n), { energy: 2000, zinc: 12, iron: 12, magnesium: 320 });
    const view = await read();
    for (const mineral of ["zinc", "iron"] as const) {
      expect(itemOf(view, mineral)).toMatchObject({
        days: 2,
        mean: 12,
        probability: null,
        verdict: "not-enough-data",
        reason: "too-few-days",
        furtherDays: 1,
      });
    }
    expect(itemOf(view, "magnesium").probability).not.toBeNull();
  });

  it("takes iron from the distribution of the requirement", async () => {
    for (const n of [0, 1, 2]) await eat(day(n), { energy: 2000, iron: 12 });
    const iron = itemOf(await read(), "iron");
    // The mean of Table 14-1's distribution over N(12, 7/√3), cut off at 0, integrated numerically.
    expect(iron.probability).toBeCloseTo(IRON_AT_12_MG, 4);
    expect(iron).toMatchObject({ method: "iron-distribution", z: null });
    expect(iron.caveats).toContain("not-for-screening");
  });

  it("speaks above an adequate intake and is silent below it", async () => {
    for (const n of [0, 1, 2, 3]) await eat(day(n), { energy: 2000, potassium: 3000, magnesium: 320 });
    const above = itemOf(await read(), "potassium");
    // z = (3000 − 2600)/(851/√4) = 0.940
    expect(above).toMatchObject({ method: "ai", verdict: "cannot-tell", reference: { kind: "AI" } });
    expect(above.probability).toBeCloseTo(0.8264, 4);
    expect(above.range?.low).toBeLessThan(0.8);

    const other = await makeApi({ birthDate: "1984-01-15" });
    for (const n of [0, 1, 2, 3]) await eat(day(n), { energy: 2000, potassium: 2500 }, "food", other);
    const below = itemOf(await read(undefined, other), "potassium");
    expect(below).toMatchObject({
      mean: 2500,
      probability: null,
      verdict: "cannot-be-judged",
      reason: "below-ai",
    });
  });

  it("follows the standard of the profile", async () => {
    const european = await makeApi({ birthDate: "1984-01-15", standard: "efsa" });
    for (const n of [0, 1, 2]) await eat(day(n), { energy: 2000, magnesium: 280 }, "food", european);
    const view = await read(undefined, european);
    expect(view.standard).toBe("efsa");
    // EFSA sets an AI of 300 mg for women: nothing can be said below it.
    expect(itemOf(view, "magnesium")).toMatchObject({
      reference: { standard: "efsa", kind: "AI", target: 300, ear: null },
      reason: "below-ai",
      probability: null,
    });
  });
});

describe("what widens a range or leaves a verdict open", () => {
  it("11.12: names the one day that sets the days apart", async () => {
    for (const [n, selenium] of [20, 25, 18, 22, 300, 19, 24].entries())
      await eat(day(n), { energy: 2000, selenium });
    const selenium = itemOf(await read(), "selenium");
    expect(selenium).toMatchObject({ verdict: "cannot-tell", oddDay: { date: day(4), share: 300 / 428 } });
    expect(selenium.caveats).toContain("own-spread-pooled");
    expect(selenium.ownSd).toBeCloseTo(105.36, 2);
  });

  it("11.13: names up to three foods that leave it open, those with the most energy first", async () => {
    for (let n = 0; n < 28; n += 1) {
      await eat(day(n), { energy: 1600, selenium: 20 });
      await store(api.userId, [
        eaten(day(n), { energy: 100 }, { foodId: "own:soup", foodName: "Soup" }),
        eaten(day(n), { energy: 150 }, { foodId: "own:fish", foodName: "Fish pie" }),
        eaten(day(n), { energy: 50 }, { foodId: "own:tea", foodName: "Tea" }),
        eaten(day(n), { energy: 60 }, { foodId: "own:cake", foodName: "Cake" }),
      ]);
    }
    const selenium = itemOf(await read(), "selenium");
    expect(selenium).toMatchObject({ verdict: "cannot-tell", reason: "coverage-could-change-it" });
    expect(selenium.openFoods).toEqual([
      { food: "own:fish", name: "Fish pie" },
      { food: "own:soup", name: "Soup" },
      { food: "own:cake", name: "Cake" },
    ]);
  });

  it("11.14: says that meals may be missing, and not to somebody whom scores would weigh on", async () => {
    for (let n = 0; n < 7; n += 1) await eat(day(n), { energy: 1250, magnesium: 150 });
    expect(itemOf(await read(), "magnesium").caveats).toContain("energy-below-plausible");
    await db().profile.updateMany({
      where: { ownerId: api.userId },
      data: { conditions: JSON.stringify(["eating-disorder-history"]) },
    });
    expect(itemOf(await read(), "magnesium").caveats).not.toContain("energy-below-plausible");
  });
});

describe("which days count", () => {
  it("leaves out days that nobody could live on, unless they are marked complete", async () => {
    for (const n of [0, 1, 2]) await eat(day(n), { energy: 2000, magnesium: 300 });
    await eat(day(3), { energy: 300, magnesium: 30 });
    const before = await read();
    expect(before.days).toMatchObject({ logged: 4, usable: 3 });
    expect(before.days.leftOut).toEqual([{ date: day(3), reason: "implausible-energy" }]);
    expect(itemOf(before, "magnesium")).toMatchObject({ days: 3, mean: 300 });

    await markDay(api.viewer, api.userId, day(3), "complete");
    const after = await read();
    expect(after.days).toMatchObject({ logged: 4, complete: 1, usable: 4, leftOut: [] });
    expect(itemOf(after, "magnesium")).toMatchObject({ days: 4, mean: 232.5 });
  });

  it("leaves out a day of which not everything is logged, whatever it holds, until that is taken back", async () => {
    for (const n of [0, 1, 2]) await eat(day(n), { energy: 2000, magnesium: 300 });
    const put = (mark: string | null) => api.call("PUT", `/days/${day(1)}`, { mark });
    expect(await put("incomplete")).toMatchObject({
      status: 200,
      body: { date: day(1), mark: "incomplete" },
    });
    const left = await read();
    expect(left.days).toMatchObject({ logged: 3, complete: 0, usable: 2 });
    expect(left.days.leftOut).toEqual([{ date: day(1), reason: "marked-incomplete" }]);
    expect(itemOf(left, "magnesium")).toMatchObject({ days: 2, completeDays: 0 });

    await put("complete");
    expect(itemOf(await read(), "magnesium")).toMatchObject({ days: 3, completeDays: 1 });
    await put(null);
    await put(null);
    expect((await read()).days).toMatchObject({ usable: 3, complete: 0, leftOut: [] });
  });

  it("counts a fast that is marked complete as a day of nothing", async () => {
    for (const n of [0, 1]) await eat(day(n), { energy: 2000, magnesium: 300 });
    await markDay(api.viewer, api.userId, day(2), "complete");
    expect(itemOf(await read(), "magnesium")).toMatchObject({ days: 3, mean: 200 });
  });

  it("leaves out the running day and those to come", async () => {
    const today = new Date().toISOString().slice(0, 10);
    for (const n of [-2, -1, 0, 1]) await eat(addDays(today, n), { energy: 2000, magnesium: 300 });
    const view = await read("");
    expect(view.to).toBe(today);
    expect(eachDay(view.from, view.to)).toHaveLength(30);
    expect(view.days.leftOut).toEqual([{ date: today, reason: "still-running" }]);
    const ahead = await read(`?from=${addDays(today, -2)}&to=${addDays(today, 3)}`);
    expect(ahead.days.leftOut).toEqual([
      { date: today, reason: "still-running" },
      { date: addDays(today, 1), reason: "not-yet" },
    ]);
    await markDay(api.viewer, api.userId, today, "complete");
    expect(itemOf(await read(""), "magnesium").days).toBe(3);
  });

  it("weighs what is unknown by energy, not by the number of foods", async () => {
    for (const n of [0, 1, 2]) {
      await eat(day(n), { energy: 1900, magnesium: 320 });
      await eat(day(n), { energy: 100 });
    }
    const mostly = itemOf(await read(), "magnesium");
    expect(mostly.coverage).toBeCloseTo(0.95, 9);
    expect(mostly.probability).toBeCloseTo(0.836, 3);
    // 320/0.95 mg when the rest held as much: z = (336.842 − 265)/56.23
    expect(mostly.probabilityIfFilled).toBeCloseTo(0.8993, 3);
    expect(mostly.caveats).toContain("lower-bound");

    for (const n of [0, 1, 2]) await eat(day(n), { energy: 600 });
    const partly = itemOf(await read(), "magnesium");
    // 1900 of 2600 kcal
    expect(partly.coverage).toBeCloseTo(1900 / 2600, 9);
    expect(partly).toMatchObject({ probability: null, verdict: "not-enough-data", reason: "low-coverage" });
  });

  it("forgets deleted entries and knows nobody else's", async () => {
    const id = randomUUID();
    await api.call("PUT", `/diary/${id}`, {
      date: FIRST,
      meal: "lunch",
      food: "ndb:09040",
      amount: { grams: 900 },
    });
    await api.call("DELETE", `/diary/${id}`);
    await eat(FIRST, { energy: 2000, magnesium: 300 }, "food", await makeApi());
    const view = await read();
    expect(view.days.logged).toBe(0);
    expect(view.items.map(({ reason, mean }) => [reason, mean])).toEqual(
      view.items.map(() => ["no-days", null]),
    );
  });
});

describe("upper limits", () => {
  it("gives the probability that everything eaten passes it", async () => {
    for (const n of [0, 1, 2]) await eat(day(n), { energy: 2000, zinc: 45 });
    const { upperLimit } = itemOf(await read(), "zinc");
    // z = (45 − 40)/(6/√3) = 1.443
    expect(upperLimit).toMatchObject({ limit: 40, scope: "total", mean: 45, daysAbove: 3 });
    expect(upperLimit?.probability).toBeCloseTo(0.9255, 4);
  });

  it("counts supplements only for magnesium, as logged", async () => {
    for (const n of [0, 1, 2]) {
      await eat(day(n), { energy: 2000, magnesium: 1000 });
      await eat(day(n), { magnesium: 100 }, "supplement");
    }
    const within = itemOf(await read(), "magnesium");
    expect(within).toMatchObject({ mean: 1100, fromFood: 1000 });
    expect(within.upperLimit).toMatchObject({
      limit: 350,
      scope: "supplements",
      mean: 100,
      daysAbove: 0,
      probability: null,
      verdict: "within-as-logged",
      reason: "no-probability",
    });
    for (const n of [0, 1, 2]) await eat(day(n), { magnesium: 300 }, "supplement");
    expect(itemOf(await read(), "magnesium").upperLimit).toMatchObject({
      mean: 400,
      daysAbove: 3,
      verdict: "above-as-logged",
    });
  });
});

describe("who is not judged", () => {
  const eatWell = async (by: Api) => {
    for (const n of [0, 1, 2, 3]) {
      await eat(
        day(n),
        { energy: 2000, magnesium: 400, zinc: 12, calcium: 1200, iron: 20, selenium: 80, potassium: 4000 },
        "food",
        by,
      );
    }
    return read(undefined, by);
  };

  it("no one under 14", async () => {
    const view = await eatWell(await makeApi({ birthDate: "2011-01-15" }));
    for (const item of view.items) {
      expect(item).toMatchObject({
        probability: null,
        verdict: "cannot-be-judged",
        reason: "under-14",
        days: 4,
      });
      expect(item.reference?.target).toBeGreaterThan(0);
    }
  });

  it("iron in pregnancy", async () => {
    const view = await eatWell(await makeApi({ birthDate: "1994-01-15", lifeStage: "pregnant" }));
    expect(itemOf(view, "iron")).toMatchObject({
      probability: null,
      reason: "pregnancy-target-only",
      reference: { target: 27 },
    });
    expect(itemOf(view, "calcium").probability).not.toBeNull();
  });

  it("potassium in kidney disease: not even its reference value", async () => {
    const view = await eatWell(
      await makeApi({ birthDate: "1984-01-15", conditions: JSON.stringify(["chronic-kidney-disease"]) }),
    );
    expect(itemOf(view, "potassium")).toMatchObject({
      mean: 4000,
      probability: null,
      verdict: "cannot-be-judged",
      reason: "switched-off",
      reference: null,
    });
    expect(itemOf(view, "zinc").reference?.target).toBe(8);
  });

  it("nobody without birth date and sex", async () => {
    const view = await eatWell(await makeApi({ birthDate: null, sex: null }));
    for (const item of view.items) {
      expect(item).toMatchObject({ probability: null, reason: "no-profile", reference: null, mean: null });
    }
    expect(view.days).toMatchObject({ logged: 4, usable: 4 });
  });
});

describe("what cannot be asked", () => {
  it.each([
    ["?from=2024-02-30", "from"],
    ["?from=2024-03-02&to=2024-03-01", "to"],
    ["?from=2023-01-01&to=2024-03-01", "to"],
    ["?from=2199-01-01", "from"],
  ])("%s is 422", async (query, field) => {
    const { status, body } = await api.call("GET", `/adequacy${query}`);
    expect(status).toBe(422);
    expect((body as { error: { fields: object } }).error.fields).toHaveProperty([field]);
  });

  it("the first days of the calendar are a span like any other", async () => {
    expect((await read("?to=1900-01-05")).from).toBe("1900-01-01");
  });
});
