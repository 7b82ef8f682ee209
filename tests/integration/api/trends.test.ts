import { beforeEach, describe, expect, it } from "vitest";
import { markDay } from "@/lib/diary";
import { compareTrends, trends, trendsPage } from "@/lib/insights";
import type { ComparisonView, TrendsView } from "@/lib/insights/schemas";
import { addDays, eachDay, MINERALS, type Mineral } from "@/lib/nutrition";
import { today } from "@/lib/time";
import { type Api, makeApi } from "@/tests/support/api";
import { type Amounts, eaten, store } from "@/tests/support/eating";

/* Trends through the whole stack, with figures worked out by hand. */

/** A Monday; the span is four whole weeks. */
const FIRST = "2024-03-04";
const LAST = "2024-03-31";

let api: Api;
beforeEach(async () => {
  // A woman of 40: 320 mg of magnesium, average need 265 mg.
  api = await makeApi({ birthDate: "1984-01-15" });
});

type Item = { readonly food?: string; readonly kind?: "food" | "supplement"; readonly amounts: Amounts };

const eat = (date: string, items: readonly Item[], by: Api = api) =>
  store(
    by.userId,
    items.map(({ food = "own:x", kind = "food", amounts }) => eaten(date, amounts, { foodId: food, kind })),
  );
const day = (n: number) => addDays(FIRST, n);

const read = async (query = `?from=${FIRST}&to=${LAST}`, by: Api = api) => {
  const { status, body } = await by.call("GET", `/trends${query}`);
  expect(status).toBe(200);
  return body as TrendsView;
};
const compare = async (query: string, by: Api = api) => {
  const { status, body } = await by.call("GET", `/trends/compare${query}`);
  expect(status).toBe(200);
  return body as ComparisonView;
};
const itemOf = (view: TrendsView, mineral: Mineral) => {
  const item = view.minerals.find((candidate) => candidate.mineral === mineral);
  if (!item) throw new Error(mineral);
  return item;
};

describe("a span at a glance", () => {
  it("averages the days that count, and keeps the others apart", async () => {
    await eat(day(0), [{ amounts: { energy: 2000, magnesium: 330 } }]);
    await eat(day(1), [{ amounts: { energy: 2000, magnesium: 270 } }]);
    // 90 % of the energy known, and below the target in what is known.
    await eat(day(2), [{ amounts: { energy: 1800, magnesium: 300 } }, { amounts: { energy: 200 } }]);
    // Breakfast only: too little to be a day.
    await eat(day(3), [{ amounts: { energy: 300, magnesium: 60 } }]);
    await markDay(api.viewer, api.userId, day(0), "complete");
    const view = await read();
    expect(view.days).toEqual({ span: 28, logged: 4, complete: 1, counted: 3 });
    const magnesium = itemOf(view, "magnesium");
    expect(magnesium).toMatchObject({
      unit: "mg",
      target: 320,
      kind: "RDA",
      ear: 265,
      days: 3,
      mean: 300,
      standing: { reached: 1, below: 1, open: 1 },
      incomplete: { days: 1, mean: 60 },
    });
    expect(magnesium.coverage).toBeCloseTo((1 + 1 + 0.9) / 3, 12);
    // Nobody reports selenium: no mean, no share, no day below.
    expect(itemOf(view, "selenium")).toMatchObject({
      days: 0,
      mean: null,
      coverage: 0,
      coverageOfMean: null,
      standing: { reached: 0, below: 0, open: 3 },
    });
  });

  it("has the mean that the mineral's own page has", async () => {
    for (const n of [0, 1, 2, 5]) {
      await eat(day(n), [{ amounts: { energy: 1900, magnesium: 211.7 + n, iron: 7.3, potassium: 2600 } }]);
    }
    await eat(day(6), [{ amounts: { energy: 100, magnesium: 5 } }]);
    const [view, adequacy] = await Promise.all([
      read(),
      api.call("GET", `/adequacy?from=${FIRST}&to=${LAST}`).then(({ body }) => body),
    ]);
    const { items } = adequacy as { items: { mineral: string; days: number; mean: number | null }[] };
    for (const { mineral, days, mean } of view.minerals) {
      expect({ mineral, days, mean }).toEqual(
        (({ mineral, days, mean }) => ({ mineral, days, mean }))(
          items.find((item) => item.mineral === mineral) ?? { mineral, days: -1, mean: -1 },
        ),
      );
    }
  });

  it("makes weeks of days that count, and gaps of the others", async () => {
    await eat(day(0), [{ amounts: { energy: 2000, magnesium: 300 } }]);
    await eat(day(6), [{ amounts: { energy: 2000, magnesium: 200 } }]);
    // The second week is empty, the third holds a snack.
    await eat(day(15), [{ amounts: { energy: 150, magnesium: 40 } }]);
    await eat(day(21), [{ amounts: { energy: 1900, magnesium: 100 } }, { amounts: { energy: 100 } }]);
    const { weeks } = await read();
    expect(weeks.starts).toEqual(["2024-03-04", "2024-03-11", "2024-03-18", "2024-03-25"]);
    expect(weeks.minerals.magnesium).toEqual({
      days: [2, 0, 0, 1],
      means: [250, null, null, 100],
      known: "knna",
    });
    expect(weeks.minerals.zinc).toEqual({
      days: [0, 0, 0, 0],
      means: [null, null, null, null],
      known: "nnnn",
    });
  });

  it("begins its first week before the span when that begins on another day", async () => {
    const { weeks } = await read("?from=2024-03-06&to=2024-03-12");
    expect(weeks.starts).toEqual(["2024-03-04", "2024-03-11"]);
  });

  it("has a calendar in which unknown is no zero, and a fast is", async () => {
    await eat(day(0), [{ amounts: { energy: 2000, magnesium: 123.456 } }]);
    await eat(day(1), [{ amounts: { energy: 2000, magnesium: 80 } }, { amounts: { energy: 50 } }]);
    await eat(day(2), [{ amounts: { energy: 2000 } }]);
    await markDay(api.viewer, api.userId, day(0), "complete");
    await markDay(api.viewer, api.userId, day(4), "complete");
    const { calendar } = await read(`?from=${FIRST}&to=${day(4)}`);
    expect(calendar).toMatchObject({ from: FIRST, states: "cppnc" });
    expect(calendar.minerals.magnesium).toEqual({ amounts: [123.4, 80, null, null, 0], known: "kannk" });
  });

  it("says nothing of targets where none is known or one is switched off", async () => {
    const unknown = await makeApi({ birthDate: null, sex: null });
    await eat(day(0), [{ amounts: { energy: 2000, magnesium: 300 } }], unknown);
    expect(itemOf(await read(undefined, unknown), "magnesium")).toMatchObject({
      target: null,
      standing: null,
      mean: 300,
    });
    const ill = await makeApi({ conditions: JSON.stringify(["chronic-kidney-disease"]) });
    for (const n of [0, 1, 2]) {
      await eat(
        day(n),
        [{ amounts: { energy: 2000, potassium: 3000, sodium: 1500, calcium: 800, zinc: 10, copper: 1 } }],
        ill,
      );
    }
    const view = await read(undefined, ill);
    expect(itemOf(view, "potassium")).toMatchObject({
      target: null,
      standing: null,
      mean: 3000,
      state: "switched-off",
    });
    expect(itemOf(view, "calcium")).toMatchObject({ target: null, ear: null, state: "switched-off" });
    expect(view.balances.find(({ id }) => id === "potassium-sodium")).toMatchObject({
      mass: null,
      molar: null,
      reason: "switched-off",
    });
    expect(view.balances.find(({ id }) => id === "zinc-copper")).toMatchObject({
      mass: 10,
      reason: null,
    });
  });

  it("counts no targets reached for whom scores are hidden", async () => {
    const person = await makeApi({ conditions: JSON.stringify(["eating-disorder-history"]) });
    await eat(day(0), [{ amounts: { energy: 2000, magnesium: 300 } }], person);
    const view = await read(undefined, person);
    expect(view.hideScores).toBe(true);
    expect(itemOf(view, "magnesium")).toMatchObject({ target: expect.any(Number), standing: null });
  });
});

describe("balances", () => {
  it("come from the days of which both are known well enough", async () => {
    for (const n of [0, 1, 2]) {
      await eat(day(n), [
        {
          amounts: {
            energy: 2000,
            calcium: 900,
            magnesium: 300,
            zinc: 10,
            copper: 1,
            potassium: 3400,
            sodium: 2000,
          },
        },
      ]);
    }
    // Half the energy without copper: no day for it.
    await eat(day(3), [
      { amounts: { energy: 1000, zinc: 90, copper: 1 } },
      { amounts: { energy: 1000, zinc: 10 } },
    ]);
    const { balances, phytateZinc } = await read();
    const [calcium, zinc, potassium] = balances;
    expect(calcium).toMatchObject({ id: "calcium-magnesium", days: 3, mass: 3 });
    expect(zinc).toMatchObject({ id: "zinc-copper", days: 3, mass: 10 });
    expect(potassium?.mass).toBeCloseTo(1.7, 12);
    // 1.7 × 22.99/39.098
    expect(potassium?.molar).toBeCloseTo(0.99962, 4);
    expect(phytateZinc).toMatchObject({ days: 0, molar: null, reason: "too-few-days" });
  });

  it("hold phytate against zinc as a band", async () => {
    for (const n of [0, 1, 2]) {
      await eat(day(n), [{ amounts: { energy: 2000, zinc: 10, phytate: 900 } }]);
    }
    const { phytateZinc } = await read();
    // (900/660.04)/(10/65.38) = 8.915; an own food's phytate may be half or twice that.
    expect(phytateZinc.molar?.typical).toBeCloseTo(8.915, 3);
    expect(phytateZinc.molar?.low).toBeCloseTo(4.457, 3);
    expect(phytateZinc.molar?.high).toBeCloseTo(17.83, 2);
    expect(phytateZinc).toMatchObject({
      days: 3,
      coverage: 1,
      availability: { low: "high", typical: "moderate", high: "low" },
      reason: null,
    });
  });
});

describe("refined food", () => {
  it("is a share of the energy, with what nobody can tell beside it", async () => {
    await eat(day(0), [
      { food: "ndb:20045", amounts: { energy: 500 } }, // white rice
      { food: "ndb:19335", amounts: { energy: 100 } }, // sugar
      { food: "ndb:20037", amounts: { energy: 900 } }, // brown rice
      { food: "own:x", amounts: { energy: 500 } },
    ]);
    const { refined } = await read();
    expect(refined).toMatchObject({
      days: 1,
      refined: 0.3,
      byKind: { "refined-grain": 0.25, "sugar-or-sweet": 0.05, "sweet-drink": 0 },
      other: 0.45,
      unknown: 0.25,
      unknownNames: ["x"],
    });
    const nothing = await makeApi();
    expect((await read(undefined, nothing)).refined).toBeNull();
  });
});

describe("two spans", () => {
  const fill = async (from: number, amounts: readonly number[]) => {
    for (const [i, magnesium] of amounts.entries()) {
      await eat(day(from + i), [{ amounts: { energy: 2000, magnesium } }]);
    }
  };

  it("are compared by the difference of means with Welch's interval", async () => {
    await fill(0, [100, 200, 300, 400, 500]);
    await fill(7, [200, 400, 600, 800, 1000]);
    const view = await compare(`?from=${day(7)}&to=${day(13)}`);
    expect(view).toMatchObject({
      before: { from: FIRST, to: day(6), counted: 5 },
      now: { from: day(7), to: day(13), counted: 5 },
      confidence: 0.95,
    });
    const [magnesium, zinc] = view.items;
    expect(magnesium).toMatchObject({
      mineral: "magnesium",
      target: 320,
      before: { days: 5, mean: 300, coverageOfMean: 1 },
      now: { days: 5, mean: 600 },
      verdict: "cannot-tell",
      reason: "interval-spans-zero",
    });
    // 300 ± 2.4588 × √(5000 + 20000)
    expect(magnesium?.change?.low).toBeCloseTo(300 - 388.774, 2);
    expect(magnesium?.change?.high).toBeCloseTo(300 + 388.774, 2);
    expect(zinc).toMatchObject({ change: null, verdict: "cannot-tell", reason: "too-few-days" });
    expect(zinc?.before).toEqual({ days: 0, mean: null, coverageOfMean: null });
  });

  it("can be any two that do not overlap", async () => {
    await fill(0, [200, 210, 190, 205, 195]);
    await fill(20, [300, 310, 290, 305, 295]);
    const view = await compare(`?from=${day(20)}&to=${day(24)}&againstFrom=${day(0)}&againstTo=${day(4)}`);
    expect(view.items[0]).toMatchObject({ verdict: "more", reason: null });
    for (const query of [
      `?from=${day(3)}&to=${day(9)}&againstFrom=${day(0)}&againstTo=${day(3)}`,
      `?from=${day(3)}&to=${day(9)}&againstFrom=${day(0)}`,
      `?from=${day(3)}&to=${day(1)}`,
      "?from=1900-01-01&to=1900-01-05",
      "?from=2020-01-01&to=2024-01-01",
    ]) {
      const { status } = await api.call("GET", `/trends/compare${query}`);
      expect([query, status]).toEqual([query, 422]);
    }
  });
});

describe("the page with two spans of its own", () => {
  const chosen = {
    from: day(20),
    to: day(24),
    againstFrom: day(0),
    againstTo: day(4),
  };

  it("compares them as the API does, and shows the days of its own span", async () => {
    for (const [i, magnesium] of [200, 210, 190, 205, 195].entries()) {
      await eat(day(i), [{ amounts: { energy: 2000, magnesium } }]);
      await eat(day(20 + i), [{ amounts: { energy: 2000, magnesium: magnesium + 100 } }]);
    }
    const query = new URLSearchParams(chosen).toString();
    const view = await compare(`?${query}`);
    const page = await trendsPage(api.viewer, api.userId, 30, chosen);
    expect(page.choice).toMatchObject({ problems: {}, typed: chosen });
    expect(await page.comparison).toEqual(view);
    expect(view.items[0]).toMatchObject({ verdict: "more", before: { mean: 200 }, now: { mean: 300 } });
    const usual = await trendsPage(api.viewer, api.userId, 30);
    expect([page.from, page.to, await page.days]).toEqual([usual.from, usual.to, await usual.days]);
    // Typed the other way round it is the same change.
    const swapped = await trendsPage(api.viewer, api.userId, 30, {
      from: day(0),
      to: day(4),
      againstFrom: day(20),
      againstTo: day(24),
    });
    expect(await swapped.comparison).toEqual(view);
    const around = await trendsPage(api.viewer, api.userId, 30, { around: day(20) });
    expect(await around.comparison).toMatchObject({
      before: { from: day(-10), to: day(19), counted: 5 },
      now: { from: day(20), to: day(49), counted: 5 },
    });
  });

  it("keeps its other parts where the spans cannot be compared, and never throws", async () => {
    const usual = await trendsPage(api.viewer, api.userId, 90);
    for (const wrong of [
      { ...chosen, to: day(19) },
      { ...chosen, againstTo: day(20) },
      { ...chosen, againstFrom: "", againstTo: undefined },
      { ...chosen, from: "1900-01-01", againstFrom: "0000-00-00" },
      { from: "2200-12-31", to: "2200-12-31", againstFrom: "1900-01-01", againstTo: "1900-01-01" },
      { from: ["'; --", "\u0000"] },
      { around: "\ud800" },
      { around: "1900-01-01" },
    ]) {
      const page = await trendsPage(api.viewer, api.userId, 90, wrong);
      expect(Object.keys(page.choice.problems)).not.toEqual([]);
      expect(page.comparison).toBeNull();
      expect(await page.days).toEqual(await usual.days);
      expect(await page.foods).toEqual(await usual.foods);
    }
    // The oldest days there are: nothing is logged, and nothing breaks.
    const oldest = await trendsPage(api.viewer, api.userId, 90, { around: "1900-01-02" });
    expect(await oldest.comparison).toMatchObject({ before: { counted: 0 }, now: { counted: 0 } });
  });
});

describe("who may see it", () => {
  it("is the owner alone", async () => {
    const other = await makeApi();
    await eat(day(0), [{ amounts: { energy: 2000, magnesium: 300 } }]);
    expect((await read(undefined, other)).days.logged).toBe(0);
    for (const call of [
      () => trends(other.viewer, api.userId),
      () => compareTrends(other.viewer, api.userId),
      () => trendsPage(other.viewer, api.userId, 90),
      () => trendsPage(other.viewer, api.userId, 90, { around: day(3) }),
    ]) {
      await expect(call()).rejects.toMatchObject({ code: "not_found" });
    }
  });

  it("answers what it cannot read with 422, never 500", async () => {
    for (const query of [
      "?from=2024-02-30",
      "?from=2024-03-02&to=2024-03-01",
      "?from=2000-01-01&to=2024-01-01",
      "?from=yesterday",
    ]) {
      const { status } = await api.call("GET", `/trends${query}`);
      expect([query, status]).toEqual([query, 422]);
    }
  });
});

describe("a year", () => {
  it("is below 30 kB, and the page's parts are what the API says", async () => {
    const to = today("UTC");
    const dates = eachDay(addDays(to, -364), to);
    await store(
      api.userId,
      dates.flatMap((date, i) =>
        ["own:a", "own:b"].map((foodId, k) =>
          eaten(
            date,
            Object.fromEntries([
              ["energy", 1000 + i / 7],
              ...MINERALS.map((mineral, m) => [mineral, 100 * m + 40 / 3 + i / 3 + k]),
            ]),
            { meal: "dinner", foodId, foodName: foodId },
          ),
        ),
      ),
    );
    const view = await read(`?from=${dates[0]}&to=${to}`);
    expect(view.calendar.states).toHaveLength(365);
    expect(JSON.stringify(view).length).toBeLessThan(30_000);
    const page = await trendsPage(api.viewer, api.userId, 365);
    expect({ ...(await page.days), ...(await page.foods) }).toEqual(view);
    expect(await page.comparison).toEqual(await compare(`?from=${dates[0]}&to=${to}`));
  });
});
