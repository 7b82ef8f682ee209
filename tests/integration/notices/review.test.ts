import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { loadCatalogue } from "@/lib/catalogue/load";
import { db } from "@/lib/db";
import { markDay } from "@/lib/diary";
import { weeklyReview } from "@/lib/notices";
import { recordNotices } from "@/lib/notices/notices";
import type { ReviewView } from "@/lib/notices/schemas";
import { addDays, eachDay, type Mineral, type NutrientId } from "@/lib/nutrition";
import { type Api, makeApi } from "@/tests/support/api";
import { eaten, store } from "@/tests/support/eating";

/*
 * The review of a week through the whole stack, with figures worked out by hand. The clock is set to Thursday
 * 14 May 2026, UTC: the last week that is over is the 19th, from Monday 4 to Sunday 10 May.
 */

const MONDAY = "2026-05-04";
const SUNDAY = "2026-05-10";
const WEEK = "2026-W19";
const LOW = "low-usual-intake:magnesium";
const setClock = (date: string, time = "12:00") => vi.setSystemTime(new Date(`${date}T${time}:00Z`));

let api: Api;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  setClock("2026-05-14");
  // A woman of 40: 320 mg of magnesium, 8 mg of zinc, 1,000 mg of calcium, 18 mg of iron, 2,600 mg of potassium.
  api = await makeApi({ birthDate: "1985-06-15" });
});
afterEach(() => {
  vi.useRealTimers();
});

type Amounts = { readonly [N in NutrientId]?: number };
const eat = (date: string, foods: readonly (Amounts & { food?: string })[], by = api) =>
  store(
    by.userId,
    foods.map(({ food = "ndb:09040", ...amounts }) =>
      eaten(date, amounts, { foodId: food, foodName: food === "ndb:09040" ? "Bananas, raw" : "Mine" }),
    ),
  );
/** One food a day, by what the n-th day holds. */
const eatDays = async (from: string, to: string, of: (n: number) => Amounts, by = api) => {
  for (const [n, date] of eachDay(from, to).entries()) await eat(date, [{ energy: 2000, ...of(n) }], by);
};
const read = async (week?: string, by = api) => {
  const { status, body } = await by.call("GET", `/review${week === undefined ? "" : `?week=${week}`}`);
  expect(status).toBe(200);
  return body as ReviewView;
};
const itemOf = ({ minerals }: ReviewView, mineral: Mineral) =>
  minerals.find((item) => item.mineral === mineral);

describe("which week", () => {
  it("is the last that is over where the person lives", async () => {
    setClock(SUNDAY, "12:30");
    const auckland = await makeApi({ birthDate: "1985-06-15", timeZone: "Pacific/Auckland" });
    expect(await read(undefined, auckland)).toMatchObject({
      week: WEEK,
      from: MONDAY,
      to: SUNDAY,
      previous: "2026-W18",
      next: null,
    });
    expect(await read()).toMatchObject({ week: "2026-W18" });
    expect((await api.call("GET", `/review?week=${WEEK}`)).status).toBe(404);
  });

  it("may be named; its neighbours are, over the turn of a year too", async () => {
    setClock("2021-01-13");
    await eatDays("2020-12-30", "2021-01-02", () => ({ magnesium: 300 }));
    const view = await read("2020-W53");
    expect(view).toMatchObject({
      from: "2020-12-28",
      to: "2021-01-03",
      previous: "2020-W52",
      next: "2021-W01",
      before: { from: "2020-11-30", to: "2020-12-27", counted: 0 },
    });
    expect(view.days.items.map(({ counts }) => counts)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(itemOf(view, "magnesium")).toMatchObject({ now: { days: 4, mean: 300 } });
    expect(await read()).toMatchObject({ week: "2021-W01", previous: "2020-W53", next: null });
  });

  it("must exist and be over", async () => {
    const statusOf = async (week: string) => (await api.call("GET", `/review?week=${week}`)).status;
    for (const week of ["2026-W54", "2026-W00", "2026-19", "yesterday", "9999-W01", ""])
      expect([week, await statusOf(week)]).toEqual([week, 422]);
    // This week, next year, and the week before which there is no day.
    for (const week of ["2026-W20", "2027-W10", "1900-W01"])
      expect([week, await statusOf(week)]).toEqual([week, 404]);
    expect(await statusOf("1900-W02")).toBe(200);
  });
});

describe("averages against the four weeks before", () => {
  it("say more, less or cannot tell, and why", async () => {
    await eatDays("2026-04-06", "2026-05-03", (n) => ({
      magnesium: n % 2 === 0 ? 200 : 220,
      potassium: n % 2 === 0 ? 3000 : 3100,
      calcium: n % 2 === 0 ? 500 : 1100,
      zinc: 9,
    }));
    await eatDays(MONDAY, SUNDAY, (n) => ({
      magnesium: [290, 300, 310, 290, 300, 310, 300][n] ?? Number.NaN,
      potassium: n % 2 === 0 ? 2000 : 2100,
      calcium: n % 2 === 0 ? 600 : 1100,
    }));
    const view = await read();
    expect(view.before).toEqual({ from: "2026-04-06", to: "2026-05-03", counted: 28 });
    expect(itemOf(view, "magnesium")).toMatchObject({
      target: 320,
      before: { days: 28, mean: 210 },
      now: { days: 7, mean: 300 },
      change: { difference: 90 },
      verdict: "more",
      reason: null,
    });
    expect(itemOf(view, "potassium")).toMatchObject({ verdict: "less", before: { mean: 3050 } });
    expect(itemOf(view, "calcium")).toMatchObject({
      verdict: "cannot-tell",
      reason: "interval-spans-zero",
      before: { mean: 800 },
    });
    // No food of the week reports zinc, and none of all reports selenium.
    expect(itemOf(view, "zinc")).toMatchObject({
      verdict: "cannot-tell",
      reason: "too-few-days",
      before: { days: 28, mean: 9 },
      now: { days: 0, mean: null },
    });
    expect(itemOf(view, "selenium")).toMatchObject({ before: { mean: null }, now: { mean: null } });
    // Of potassium there was enough before.
    expect(view.improved.more).toEqual(["magnesium"]);
  });

  it("do not compare a week of which three days count", async () => {
    await eatDays("2026-04-06", "2026-05-03", () => ({ magnesium: 200 }));
    await eatDays(MONDAY, "2026-05-06", () => ({ magnesium: 300 }));
    await eat("2026-05-08", [{ energy: 200, magnesium: 40 }]);
    const view = await read();
    expect(view.days).toMatchObject({ logged: 4, complete: 0, counted: 3 });
    expect(view.days.items[4]).toEqual({
      date: "2026-05-08",
      state: "partial",
      counts: false,
      reason: "implausible-energy",
    });
    expect(itemOf(view, "magnesium")).toMatchObject({
      now: { days: 3, mean: 300 },
      change: null,
      verdict: "cannot-tell",
      reason: "too-few-days",
    });
    expect(view.improved.more).toEqual([]);
  });

  it("are lower bounds where foods lack values, and tell no change that these could make", async () => {
    await eatDays("2026-04-06", "2026-05-03", (n) => ({ magnesium: n % 2 === 0 ? 199 : 201 }));
    // 85 % of the energy is known: 180 mg of it, 211.8 if the rest held as much.
    for (const date of eachDay(MONDAY, SUNDAY))
      await eat(date, [{ energy: 1700, magnesium: 180 }, { energy: 300 }]);
    const magnesium = itemOf(await read(), "magnesium");
    expect(magnesium).toMatchObject({
      now: { mean: 180 },
      verdict: "cannot-tell",
      reason: "coverage-could-change-it",
    });
    expect(magnesium?.now.coverageOfMean).toBeCloseTo(0.85, 12);
  });

  it("are of nobody else", async () => {
    const other = await makeApi({ birthDate: "1985-06-15" });
    await eatDays("2026-04-06", SUNDAY, () => ({ magnesium: 250, iron: 9 }), other);
    const view = await read();
    expect(view.days).toMatchObject({ logged: 0, counted: 0 });
    expect(view.before.counted).toBe(0);
    expect([view.foods, view.gaps, view.open, view.improved.resolved]).toEqual([[], [], [], []]);
    await expect(weeklyReview(api.viewer, other.userId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("what gave most", () => {
  it("are foods, by what they gave of what is short, an average a day", async () => {
    for (const date of eachDay(MONDAY, SUNDAY))
      await eat(date, [
        { energy: 1000, magnesium: 90, iron: 9 },
        { food: "own:a", energy: 600, magnesium: 30, iron: 4 },
        { food: "own:b", energy: 300, magnesium: 16 },
        { food: "own:c", energy: 100, magnesium: 15.9, iron: 0.75 },
      ]);
    const { foods, gaps } = await read();
    // Of zinc, calcium, selenium and potassium nobody knows anything, so they are short, and not surely.
    expect(gaps.map(({ mineral, mean, sure }) => [mineral, mean, sure])).toEqual([
      ["magnesium", 151.9, true],
      ["zinc", null, false],
      ["calcium", null, false],
      ["iron", 13.75, true],
      ["selenium", null, false],
      ["potassium", null, false],
    ]);
    // 9/18 and 90/320; 4/18 and 30/320; 16/320 is 5 %, and 15.9/320 and 0.75/18 are less.
    expect(
      foods.map(({ food, gives }) => [food, gives.map(({ mineral, amount }) => [mineral, amount])]),
    ).toEqual([
      [
        "ndb:09040",
        [
          ["iron", 9],
          ["magnesium", 90],
        ],
      ],
      [
        "own:a",
        [
          ["iron", 4],
          ["magnesium", 30],
        ],
      ],
      ["own:b", [["magnesium", 16]]],
    ]);
  });
});

describe("one thing to try", () => {
  const enough = { zinc: 12, calcium: 1200, iron: 20, selenium: 80, potassium: 3000 };
  const week = (amounts: Amounts, by = api) => eatDays(MONDAY, SUNDAY, () => amounts, by);

  it("is a food that closes the largest sure gap, or part of it", async () => {
    await week({ ...enough, magnesium: 240, iron: 15 });
    const { oneThing } = await read();
    // 25 % of the magnesium is short, 17 % of the iron.
    expect(oneThing).toMatchObject({ kind: "food", gap: { mineral: "magnesium", mean: 240, sure: true } });
    if (oneThing.kind !== "food") throw new Error(oneThing.kind);
    const added = oneThing.food.adds.find(({ mineral }) => mineral === "magnesium");
    expect(added?.amount).toBeGreaterThan(8);
    expect(oneThing.food).not.toHaveProperty("why");
  });

  it("is one that the person eats, where that does half as well", async () => {
    await week({ ...enough, magnesium: 240 });
    const first = (await read()).oneThing;
    if (first.kind !== "food") throw new Error(first.kind);
    expect([first.because, first.food.eatenDays]).toEqual(["closes-most", 0]);
    // Two days in the fortnight, of the very food.
    for (const date of ["2026-05-01", "2026-05-06"])
      await eat(date, [{ food: first.food.food, energy: 100, magnesium: 10, ...enough }]);
    const again = (await read()).oneThing;
    expect(again).toMatchObject({ because: "eaten", food: { food: first.food.food, eatenDays: 2 } });
  });

  it("keeps to the diet, and to what conditions leave open", async () => {
    const vegan = await makeApi({ birthDate: "1985-06-15", diet: "vegan" });
    await week({ ...enough, magnesium: 400, calcium: 400 }, vegan);
    const { oneThing } = await read(undefined, vegan);
    if (oneThing.kind !== "food") throw new Error(oneThing.kind);
    expect(oneThing.gap.mineral).toBe("calcium");
    expect(loadCatalogue().food(oneThing.food.food)?.traits.contains.dairy).toBe(false);

    const ill = await makeApi({
      birthDate: "1985-06-15",
      conditions: JSON.stringify(["chronic-kidney-disease"]),
    });
    await eatDays("2026-04-06", "2026-05-03", () => ({ potassium: 1000, calcium: 300 }), ill);
    await week({ ...enough, magnesium: 310, potassium: 1500, calcium: 500 }, ill);
    const view = await read(undefined, ill);
    expect(view.minerals.map(({ mineral }) => mineral)).toEqual(["magnesium", "zinc", "iron", "selenium"]);
    expect(view.switchedOff).toEqual(["calcium", "potassium"]);
    expect(view.improved.more).toEqual([]);
    expect(view.gaps.map(({ mineral }) => mineral)).toEqual(["magnesium"]);
    expect(JSON.stringify({ ...view, switchedOff: [] })).not.toMatch(/"(potassium|calcium)"/);
    if (view.oneThing.kind !== "food") throw new Error(view.oneThing.kind);
    // One portion may hold no more potassium than the condition allows.
    const potassium = loadCatalogue().food(view.oneThing.food.food)?.per100g.potassium ?? Number.NaN;
    expect((potassium * view.oneThing.food.grams) / 100).toBeLessThanOrEqual(200);
  });

  it("is nothing for an infant, and targets for who has none", async () => {
    const infant = await makeApi({ birthDate: "2025-12-01" });
    await week({ magnesium: 10 }, infant);
    const view = await read(undefined, infant);
    expect(view.oneThing).toEqual({ kind: "nothing", reason: "reference-only" });
    expect([view.gaps, view.open]).toEqual([[], []]);
    const unknown = await makeApi({ birthDate: null, sex: null });
    await week({ magnesium: 100 }, unknown);
    expect((await read(undefined, unknown)).oneThing).toEqual({ kind: "set-targets" });
  });

  it("gives a child foods, and says nothing of likelihood", async () => {
    const child = await makeApi({ birthDate: "2016-03-01" });
    await eatDays("2026-04-06", "2026-05-03", () => ({ ...enough, magnesium: 120 }), child);
    await week({ ...enough, magnesium: 120 }, child);
    const view = await read(undefined, child);
    expect(view.oneThing).toMatchObject({ kind: "food", gap: { mineral: "magnesium" } });
    expect(view.open).toEqual([]);
  });

  it("is about days where too few count", async () => {
    expect((await read()).oneThing).toEqual({ kind: "log-days", counted: 0, needed: 3 });
    await eat("2026-05-05", [{ energy: 100, magnesium: 20 }]);
    expect((await read()).oneThing).toEqual({ kind: "complete-day", date: "2026-05-05" });
    await markDay(api.viewer, api.userId, "2026-05-05", "complete");
    expect((await read()).oneThing).toEqual({ kind: "log-days", counted: 1, needed: 3 });
    const quiet = await makeApi({
      birthDate: "1985-06-15",
      conditions: JSON.stringify(["eating-disorder-history"]),
    });
    expect(await read(undefined, quiet)).toMatchObject({
      hideScores: true,
      oneThing: { kind: "nothing", reason: "too-few-days" },
    });
  });

  it("is an own food's missing value where that leaves a gap open, until it is filled in", async () => {
    const food = { name: "Corner bread", per100g: { energy: 250 }, portions: [] };
    const { body } = await api.call("POST", "/foods", food);
    const { id } = body as { id: string };
    for (const date of eachDay(MONDAY, SUNDAY))
      await eat(date, [
        { energy: 1200, ...enough, magnesium: 240 },
        { food: id, energy: 800, ...enough },
      ]);
    const view = await read();
    expect(view.gaps).toEqual([
      {
        mineral: "magnesium",
        mean: 240,
        lower: true,
        target: 320,
        sure: false,
        withoutValue: { food: id, name: "Corner bread" },
      },
    ]);
    expect(view.oneThing).toEqual({
      kind: "missing-value",
      mineral: "magnesium",
      food: { food: id, name: "Corner bread" },
    });
    await api.call("PUT", `/foods/${id}`, { ...food, per100g: { energy: 250, magnesium: 60 } });
    expect((await read()).oneThing).toEqual({ kind: "nothing", reason: "not-sure" });
  });

  it("is nothing where nothing is short", async () => {
    await week({ ...enough, magnesium: 400 });
    expect((await read()).oneThing).toEqual({ kind: "nothing", reason: "nothing-missing" });
  });

  it("is about pairing where the most pressing finding is", async () => {
    const medicated = await makeApi({
      birthDate: "1985-06-15",
      medicines: JSON.stringify(["levothyroxine"]),
    });
    await week({ ...enough, magnesium: 240 }, medicated);
    expect((await read(undefined, medicated)).oneThing.kind).toBe("food");
    await medicated.call("POST", "/supplements", {
      name: "Iron",
      doseLabel: "capsule",
      contents: [{ nutrient: "iron", amount: 14 }],
    });
    const view = await read(undefined, medicated);
    expect(view.open.map(({ id }) => id)).toContain("poor-pairing:medicine-levothyroxine");
    expect(view.oneThing).toMatchObject({ kind: "alert", alert: { rule: "poor-pairing" } });
    // Of an older week nobody knows what was pressing.
    expect((await read("2026-W18", medicated)).oneThing.kind).toBe("log-days");
  });
});

describe("findings", () => {
  /** Told on 20 April from nine days of 160 mg; no longer so on 6 May, after sixteen of 800 mg. */
  const story = async (
    by = api,
    { low, high }: { low: Amounts; high: Amounts } = { low: { magnesium: 160 }, high: { magnesium: 800 } },
  ) => {
    await eatDays("2026-04-11", "2026-04-19", () => low, by);
    setClock("2026-04-20");
    await recordNotices(by.viewer, by.userId);
    await eatDays("2026-04-20", SUNDAY, () => high, by);
    setClock("2026-05-06");
    await recordNotices(by.viewer, by.userId);
    setClock("2026-05-11");
  };
  const idsOf = (found: readonly { id: string }[]) => found.map(({ id }) => id);

  it("that ended for the better are what improved; an older week has what was open then", async () => {
    await story();
    const view = await read();
    expect(view.improved.resolved).toMatchObject([
      { id: LOW, resolvedOn: "2026-05-06", by: "changed", now: { words: "very probably meets" } },
    ]);
    expect(view.ended).toEqual([]);
    expect(idsOf(view.open)).not.toContain(LOW);
    const then = await read("2026-W17");
    expect(then).toMatchObject({ openOn: "then", open: [{ id: LOW, rule: "low-usual-intake" }] });
    // It was told on the Monday after this one.
    expect((await read("2026-W16")).open).toEqual([]);
    // And the week after the one in which it ended has nothing of it.
    setClock("2026-05-18");
    expect(await read()).toMatchObject({ week: "2026-W20", improved: { resolved: [] }, ended: [] });
  });

  it("that ended because too little is known by now improved nothing", async () => {
    await eatDays("2026-04-04", "2026-04-12", () => ({ magnesium: 160 }));
    setClock("2026-04-13");
    await recordNotices(api.viewer, api.userId);
    // By 10 May two of those days and three of the week are left.
    await eatDays(MONDAY, "2026-05-06", () => ({ magnesium: 160 }));
    setClock(SUNDAY);
    await recordNotices(api.viewer, api.userId);
    setClock("2026-05-11");
    const view = await read();
    expect(view.improved).toEqual({ more: [], resolved: [] });
    expect(view.ended).toMatchObject([{ id: LOW, by: "changed", now: { words: "cannot tell yet" } }]);
    expect(idsOf(view.open)).not.toContain(LOW);
  });

  it("that are handled, snoozed or switched off are not open", async () => {
    await eatDays("2026-05-05", "2026-05-13", () => ({ magnesium: 160 }));
    expect(idsOf((await read()).open)).toContain(LOW);
    await api.call("PATCH", `/alerts/${LOW}`, { mutedDays: 7 });
    expect(idsOf((await read()).open)).not.toContain(LOW);
  });

  it("of what is switched off, or hidden by a condition by now, are not told", async () => {
    await story();
    const {
      mailReach: _,
      version: __,
      ...settings
    } = (await api.call("GET", "/settings/alerts")).body as {
      mailReach: string;
      version: string;
    };
    await api.call("PUT", "/settings/alerts", { ...settings, offMinerals: ["magnesium"] });
    expect((await read()).improved.resolved).toEqual([]);
    expect((await read("2026-W17")).open).toEqual([]);

    const ill = await makeApi({ birthDate: "1985-06-15" });
    await story(ill, { low: { zinc: 1.5 }, high: { zinc: 30 } });
    expect(idsOf((await read("2026-W17", ill)).open)).toEqual(["low-usual-intake:zinc"]);
    expect(idsOf((await read(undefined, ill)).improved.resolved)).toEqual(["low-usual-intake:zinc"]);
    const conditions = JSON.stringify(["wilsons-disease"]);
    await db().profile.update({ where: { ownerId: ill.userId }, data: { conditions } });
    const view = await read(undefined, ill);
    expect([view.improved.resolved, view.ended]).toEqual([[], []]);
    expect(itemOf(view, "zinc")).toBeUndefined();
    expect((await read("2026-W17", ill)).open).toEqual([]);
  });
});

it("has an average day whose suggestions see the week's own means", async () => {
  // A day without a value for iron is in no mean of it: 9 mg, not 6.
  for (const [n, date] of eachDay(MONDAY, addDays(MONDAY, 2)).entries())
    await eat(date, [{ energy: 2000, magnesium: 330, ...(n < 2 && { iron: 9 }) }]);
  const view = await read();
  expect(itemOf(view, "iron")).toMatchObject({ now: { days: 2, mean: 9 } });
  expect(view.gaps.find(({ mineral }) => mineral === "iron")).toMatchObject({ mean: 9, sure: false });
});
