import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { changeEntries, plansOfDay, putEntry, putPlan, repeatable } from "@/lib/diary";
import type { FoodEntry } from "@/lib/diary/schemas";
import { createFood, putFavourite } from "@/lib/foods";
import { addDays } from "@/lib/nutrition";
import { type Api, makeApi } from "@/tests/support/api";
import { queriesOf } from "@/tests/support/queries";

/* Queries do not grow with the number of things: foods, entries and plans are read together. */

const MANY = 12;
const DATE = "2026-06-15";

let api: Api;
let foods: string[];
beforeAll(async () => {
  api = await makeApi();
  foods = [];
  for (let i = 0; i < MANY; i += 1) {
    const input = { name: `Food ${i}`, per100g: { iron: i }, portions: [] };
    foods.push((await createFood(api.viewer, api.userId, input)).id);
  }
});

describe("no query for each item", () => {
  it("of the plans of a day", async () => {
    const { viewer, userId } = api;
    const plan = (date: string, food: string) =>
      putPlan(viewer, userId, randomUUID(), { date, meal: "lunch", food, amount: { grams: 50 } });
    await plan("2026-06-01", foods[0] ?? "");
    for (const food of foods) await plan("2026-06-02", food);
    const one = await queriesOf(() => plansOfDay(viewer, userId, "2026-06-01"));
    const many = await queriesOf(() => plansOfDay(viewer, userId, "2026-06-02"));
    expect(one.length).toBeGreaterThan(0);
    expect(many).toHaveLength(one.length);
  });

  it("of a batch that copies or puts own foods", async () => {
    const { viewer, userId } = api;
    const entries = (some: readonly string[], date: string) =>
      some.map((food) => ({
        op: "put" as const,
        id: randomUUID(),
        entry: { date, meal: "lunch" as const, food, amount: { grams: 50 } },
      }));
    // Two and many: one change alone needs no transaction.
    const put = (some: readonly string[]) =>
      queriesOf(() => changeEntries(viewer, userId, entries(some, DATE)));
    const [two, many] = [await put(foods.slice(0, 2)), await put(foods)];
    expect(two.length).toBeGreaterThan(0);
    expect(many).toHaveLength(two.length);
    const made = (await changeEntries(viewer, userId, entries(foods, "2026-06-16"))) as FoodEntry[];
    const copy = (some: readonly FoodEntry[]) =>
      queriesOf(() =>
        changeEntries(
          viewer,
          userId,
          some.map(({ id }) => ({ op: "copy", id: randomUUID(), from: id, date: DATE, meal: "lunch" })),
        ),
      );
    const [twoCopies, manyCopies] = [await copy(made.slice(0, 2)), await copy(made)];
    expect(manyCopies).toHaveLength(twoCopies.length);
    const move = (some: readonly FoodEntry[], date: string) =>
      queriesOf(() =>
        changeEntries(
          viewer,
          userId,
          some.map(({ id }) => ({ op: "move", id, date, meal: "lunch" })),
        ),
      );
    const [twoMoves, manyMoves] = [
      await move(made.slice(0, 2), "2026-06-17"),
      await move(made, "2026-06-18"),
    ];
    expect(manyMoves).toHaveLength(twoMoves.length);
  });

  it("of what can be repeated", async () => {
    const usual = async (some: readonly string[]) => {
      const { viewer, userId } = await makeApi();
      const own: string[] = [];
      for (const food of some) {
        const input = { name: food, per100g: {}, portions: [] };
        own.push((await createFood(viewer, userId, input)).id);
      }
      for (const back of [1, 2, 3, 4])
        for (const food of own)
          await putEntry(viewer, userId, randomUUID(), {
            date: addDays(DATE, -back),
            meal: "lunch",
            food,
            amount: { grams: 50 },
          });
      return queriesOf(() => repeatable(viewer, userId, DATE));
    };
    const [one, many] = [await usual(foods.slice(0, 1)), await usual(foods)];
    expect(one.length).toBeGreaterThan(0);
    expect(many).toHaveLength(one.length);
  });

  it("of a favourite, nor are all of them read for the date of one", async () => {
    const { viewer, userId } = api;
    for (const food of foods) await putFavourite(viewer, userId, food, {});
    const asked = await queriesOf(() =>
      putFavourite(viewer, userId, foods[0] ?? "", { amount: { grams: 3 } }),
    );
    const reads = asked.filter((text) => /^SELECT/i.test(text) && text.includes("Favourite"));
    expect(reads.length).toBeGreaterThan(0);
    expect(reads.filter((text) => !/"?foodId"?`? = |COUNT/i.test(text))).toEqual([]);
  });
});
