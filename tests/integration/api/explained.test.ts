import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { RecipeView } from "@/lib/foods/schemas";
import { todayPage } from "@/lib/insights";
import type { DayView, ExplainedTotal, TodayPage } from "@/lib/insights/schemas";
import { MEASURED_RETENTIONS, MINERALS, type Mineral } from "@/lib/nutrition";
import { type Api, makeApi } from "@/tests/support/api";

/** From a total to the entries behind it: the parts add up, what is unknown is listed, sources are named. */

let api: Api;
beforeEach(async () => {
  api = await makeApi();
});

const DATE = "2026-03-02";
const BANANA = "ndb:09040";
const SPINACH = "ndb:11457";

const log = async (food: string, amount: object, more: object = {}) => {
  const id = randomUUID();
  const { status } = await api.call("PUT", `/diary/${id}`, {
    date: DATE,
    meal: "lunch",
    food,
    amount,
    ...more,
  });
  expect(status).toBe(201);
  return id;
};
const ownFood = async (name: string, per100g: object) =>
  ((await api.call("POST", "/foods", { name, per100g })).body as { id: string }).id;
const explain = async (mineral: Mineral, by = api) =>
  (await by.call("GET", `/days/${DATE}/${mineral}`)).body as ExplainedTotal;
const sumOf = (values: readonly (number | null)[]) =>
  values.filter((value) => value !== null).reduce((sum, value) => sum + value, 0);

describe("a total taken apart", () => {
  it("adds up to the total of the day, for every mineral, food and supplements apart", async () => {
    const label = await ownFood("Bakery bread", { energy: 250, iron: 1.5 });
    const supplement = randomUUID();
    await api.call("PUT", `/supplements/${supplement}`, {
      name: "Magnesium tablet",
      doseLabel: "tablet",
      contents: [{ nutrient: "magnesium", amount: 100 }],
    });
    await log(BANANA, { grams: 118 }, { meal: "breakfast" });
    await log(SPINACH, { grams: 60 });
    await log(label, { grams: 80 }, { meal: "dinner" });
    await api.call("PUT", `/supplements/${supplement}/doses/${DATE}/1`, { count: 2 });
    const day = (await api.call("GET", `/days/${DATE}`)).body as DayView;
    const page: TodayPage = await todayPage(api.viewer, api.userId, DATE);
    for (const mineral of MINERALS) {
      const explained = await explain(mineral);
      expect(explained.total).toEqual(day.totals[mineral]);
      expect(explained.total).toEqual(page.minerals.find((item) => item.mineral === mineral)?.total);
      expect(explained.fromSupplements).toEqual(day.fromSupplements[mineral]);
      expect(sumOf(explained.entries.map(({ amount }) => amount))).toBeCloseTo(
        explained.total.amount ?? Number.NaN,
        9,
      );
      expect(sumOf(explained.entries.map(({ share }) => share))).toBeCloseTo(1, 9);
    }
    const magnesium = await explain("magnesium");
    const dose = magnesium.entries.find(({ kind }) => kind === "supplement");
    expect(dose).toMatchObject({ meal: null, grams: null, amount: 200, mightHold: null });
    expect(dose?.origin).toMatchObject({ kind: "supplement", value: 100, amountNow: 200, changed: false });
    // Of what a label does not list nothing is expected: it makes no total "at least".
    expect((await explain("zinc")).total).toMatchObject({ known: 2, entries: 3 });
  });

  it("does not count a recipe's lower bound as known, like the day", async () => {
    const label = await ownFood("Bakery bread", { energy: 250, iron: 1.5 });
    const { body } = await api.call("PUT", `/recipes/${randomUUID()}`, {
      name: "Spinach toast",
      servings: 1,
      ingredients: [
        { food: SPINACH, amount: { grams: 60 } },
        { food: label, amount: { grams: 80 } },
      ],
    });
    await log((body as RecipeView).food, { portion: "serving", count: 1 });
    await log(BANANA, { grams: 100 });
    const day = (await api.call("GET", `/days/${DATE}`)).body as DayView;
    const { total, fromFood, fromSupplements, entries } = await explain("magnesium");
    expect(total).toMatchObject({ known: 1, entries: 2 });
    expect(total).toEqual(day.totals.magnesium);
    expect(fromFood).toEqual(total);
    expect(fromSupplements).toMatchObject({ amount: null, known: 0, entries: 0 });
    // The bound is added, though: magnesium of spinach (79 mg in 100 g) and banana (27 mg).
    expect(sumOf(entries.map(({ amount }) => amount))).toBeCloseTo(0.6 * 79 + 27, 9);
    expect(total.amount).toBeCloseTo(0.6 * 79 + 27, 9);
    expect((await explain("iron")).total).toMatchObject({ known: 2, entries: 2 });
  });

  it("names the source row of each value", async () => {
    await log(BANANA, { grams: 118 });
    const [entry] = (await explain("magnesium")).entries;
    expect(entry).toMatchObject({ food: BANANA, grams: 118, share: 1 });
    expect(entry?.amount).toBeCloseTo(31.86, 9);
    expect(entry?.origin).toMatchObject({ kind: "sr28", row: "09040", value: 27, changed: false });
    expect(entry?.origin.source).toMatch(/SR ?28|Standard Reference/);
    expect(entry?.origin.column).toBeTruthy();
  });

  it("lists what is unknown, and how much it could matter, in no total", async () => {
    const bread = await ownFood("Bread", { energy: 200 });
    const broth = await ownFood("Broth", {});
    const porridge = await ownFood("Porridge", { energy: 100, selenium: 10 });
    await log(porridge, { grams: 200 });
    await log(bread, { grams: 50 });
    await log(broth, { grams: 100 });
    const explained = await explain("selenium");
    expect(explained.total).toMatchObject({ amount: 20, known: 1, entries: 3 });
    // 20 µg in 200 kcal, and 100 kcal of bread without a value: 10 µg. The broth's energy is unknown.
    const might = Object.fromEntries(explained.entries.map(({ name, mightHold }) => [name, mightHold]));
    expect(might).toEqual({ Porridge: null, Bread: 10, Broth: null });
    expect(explained.possibleExtra).toBeCloseTo(10, 9);
    const [, second] = explained.entries;
    expect(second).toMatchObject({ amount: null, share: null });
  });

  it("shows a preparation's factor with its range", async () => {
    await log(SPINACH, { grams: 200 }, { preparation: "boiled-drained" });
    const [entry] = (await explain("potassium")).entries;
    const measured = MEASURED_RETENTIONS.find(
      ({ kind, nutrient }) => kind === "vegetable" && nutrient === "potassium",
    );
    expect(entry?.origin.retained).toEqual({
      typical: measured?.typical,
      low: measured?.low,
      high: measured?.high,
      pairs: measured?.pairs,
    });
    expect(entry?.amount).toBeCloseTo(558 * 2 * (measured?.typical ?? Number.NaN), 6);
    expect(entry?.origin.changed).toBe(false);
  });

  it("keeps what was logged when the food is edited or deleted later, and says so", async () => {
    const food = await ownFood("Muesli", { energy: 350, zinc: 3 });
    await log(food, { grams: 100 });
    await api.call("PUT", `/foods/${food}`, { name: "Muesli", per100g: { energy: 350, zinc: 4 } });
    const [edited] = (await explain("zinc")).entries;
    expect(edited).toMatchObject({ amount: 3 });
    expect(edited?.origin).toMatchObject({ kind: "own", value: 4, amountNow: 4, changed: true });
    await api.call("PUT", `/foods/${food}`, { name: "Muesli", per100g: { energy: 350 } });
    const [blank] = (await explain("zinc")).entries;
    expect(blank?.origin).toMatchObject({ value: null, amountNow: null, changed: true });
    await api.call("DELETE", `/foods/${food}`);
    const [gone] = (await explain("zinc")).entries;
    expect(gone).toMatchObject({ name: "Muesli", amount: 3 });
    expect(gone?.origin).toMatchObject({ kind: "gone", source: null, value: null });
  });

  it("is empty for an empty day, and shows nobody another's day", async () => {
    await log(BANANA, { grams: 100 });
    const other = await makeApi();
    const theirs = await explain("iron", other);
    expect(theirs).toMatchObject({ entries: [], possibleExtra: null });
    expect(theirs.total).toMatchObject({ amount: null, entries: 0 });
    for (const path of [`/days/${DATE}/cheese`, "/days/2026-02-30/iron"]) {
      expect((await api.call("GET", path)).status).toBe(422);
    }
  });
});
