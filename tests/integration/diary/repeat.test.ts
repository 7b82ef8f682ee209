import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/access";
import { frequents, putEntry, repeatable } from "@/lib/diary";
import type { FoodEntryInput, Meal } from "@/lib/diary/schemas";
import { createFood, deleteFood } from "@/lib/foods";
import { addDays } from "@/lib/nutrition";
import { makeUser } from "@/tests/support/database";

const viewerOf = (userId: string): Viewer => ({
  userId,
  sessionId: "s",
  mayWrite: true,
  sample: false,
  confirmedAt: new Date(),
});

/** A Tuesday. */
const DATE = "2026-11-24";
const KEFIR = "ndb:01289";
const OATS = "ndb:08120";
const EGG = "ndb:01129";

const diaryOf = async () => {
  const viewer = viewerOf(await makeUser());
  const log = async (
    daysAgo: number,
    meal: Meal,
    food: string,
    amount: FoodEntryInput["amount"] = { grams: 100 },
  ) => {
    const id = randomUUID();
    const input = { date: addDays(DATE, -daysAgo), meal, food, amount };
    return (await putEntry(viewer, viewer.userId, id, input)).entry;
  };
  return { viewer, log };
};

describe("what can be repeated", () => {
  it("is the usual meal in the portions of last time, and the day before", async () => {
    const { viewer, log } = await diaryOf();
    for (const daysAgo of [6, 5, 4, 1]) {
      await log(daysAgo, "breakfast", KEFIR, { grams: 200 + daysAgo });
      await log(daysAgo, "breakfast", OATS);
    }
    const egg = await log(1, "dinner", EGG, { portion: "1-large", count: 2 });
    const found = await repeatable(viewer, viewer.userId, DATE);
    expect(found.usual.map(({ meal }) => meal)).toEqual(["breakfast"]);
    expect(found.usual[0]?.entries.map(({ food, grams }) => [food, grams])).toEqual([
      [KEFIR, 201],
      [OATS, 100],
    ]);
    expect(found.usual[0]?.gone).toEqual([]);
    expect(found.yesterday).toHaveLength(3);
    expect(found.yesterday[2]).toEqual(egg);
  });

  it("leaves out a food that was deleted since, and says so", async () => {
    const { viewer, log } = await diaryOf();
    const bread = await createFood(viewer, viewer.userId, {
      name: "Bread",
      per100g: { iron: 2 },
      portions: [],
    });
    for (const daysAgo of [5, 4, 1]) {
      await log(daysAgo, "breakfast", bread.id);
      await log(daysAgo, "breakfast", EGG);
      await log(daysAgo, "lunch", bread.id);
    }
    await deleteFood(viewer, viewer.userId, bread.id);
    const { usual, yesterday } = await repeatable(viewer, viewer.userId, DATE);
    expect(usual).toHaveLength(1);
    expect(usual[0]).toMatchObject({ meal: "breakfast", entries: [{ food: EGG }], gone: ["Bread"] });
    // What was eaten yesterday can still be copied: as it was logged.
    expect(yesterday).toHaveLength(3);
  });

  it("is nothing on the first day, and the owner's alone", async () => {
    const { viewer, log } = await diaryOf();
    const nothing = { date: DATE, usual: [], yesterday: [], past: [], begun: [] };
    expect(await repeatable(viewer, viewer.userId, DATE)).toEqual(nothing);
    for (const daysAgo of [5, 4, 1]) await log(daysAgo, "breakfast", EGG);
    const stranger = viewerOf(await makeUser());
    expect(await repeatable(stranger, stranger.userId, DATE)).toEqual(nothing);
    await expect(repeatable(stranger, viewer.userId, DATE)).rejects.toThrow(/not/i);
    await expect(frequents(stranger, viewer.userId, DATE)).rejects.toThrow(/not/i);
  });

  it("is also a past meal of several foods that is not offered anyway", async () => {
    const { viewer, log } = await diaryOf();
    for (const daysAgo of [2, 3, 20]) {
      await log(daysAgo, "dinner", EGG);
      await log(daysAgo, "dinner", OATS);
    }
    await log(4, "dinner", EGG);
    await log(0, "lunch", EGG);
    const { past, begun } = await repeatable(viewer, viewer.userId, DATE);
    expect(past.map(({ meal, date, entries }) => [meal, date, entries.map(({ food }) => food)])).toEqual([
      ["dinner", addDays(DATE, -2), [EGG, OATS]],
    ]);
    expect(begun).toEqual(["lunch"]);
  });

  it("says how usual a food is at each meal", async () => {
    const { viewer, log } = await diaryOf();
    for (const daysAgo of [5, 4, 1]) await log(daysAgo, "breakfast", OATS);
    await log(1, "breakfast", EGG);
    await log(2, "lunch", EGG);
    const found = await frequents(viewer, viewer.userId, DATE);
    expect(Object.keys(found.get(OATS) ?? {})).toEqual(["breakfast"]);
    expect(Object.keys(found.get(EGG) ?? {})).toEqual(["breakfast", "lunch"]);
    expect(found.get(OATS)?.breakfast).toBeGreaterThan(found.get(EGG)?.breakfast as number);
    expect(found.has(KEFIR)).toBe(false);
  });
});
