import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/access";
import { deleteEntry, putEntry, recentFoods } from "@/lib/diary";
import type { FoodEntryInput, Meal } from "@/lib/diary/schemas";
import { createFood, listOwnFoods } from "@/lib/foods";
import { makeUser } from "@/tests/support/database";

const viewerOf = (userId: string): Viewer => ({
  userId,
  sessionId: "s",
  mayWrite: true,
  sample: false,
  confirmedAt: new Date(),
});

const diaryOf = async () => {
  const viewer = viewerOf(await makeUser());
  const log = async (
    date: string,
    meal: Meal,
    food: string,
    amount: FoodEntryInput["amount"] = { grams: 100 },
  ) => {
    const id = randomUUID();
    await putEntry(viewer, viewer.userId, id, { date, meal, food, amount });
    return id;
  };
  return { viewer, log };
};

const EGG = "ndb:01129";
const BANANA = "ndb:09040";

describe("recent foods", () => {
  it("are each food once, the latest first, with the last portion and the meals counted", async () => {
    const { viewer, log } = await diaryOf();
    await log("2026-11-20", "breakfast", EGG);
    await log("2026-11-21", "breakfast", EGG);
    await log("2026-11-21", "lunch", BANANA);
    await log("2026-11-22", "dinner", EGG, { portion: "1-large", count: 2 });
    const found = await recentFoods(viewer, viewer.userId, "2026-11-01", 10);
    expect(found.map(({ food }) => food)).toEqual([EGG, BANANA]);
    expect(found[0]).toMatchObject({
      date: "2026-11-22",
      grams: 100,
      portion: { id: "1-large", label: "1 large", count: 2 },
      times: 3,
      atMeal: { breakfast: 2, lunch: 0, dinner: 1, snack: 0 },
    });
    expect(found[1]).toMatchObject({ portion: null, times: 1 });
    expect(found[1]?.nutrients.potassium).toBe(358);
    expect(typeof found[0]?.times).toBe("number");
  });

  it("leave out what was deleted, what is older, and more than was asked for", async () => {
    const { viewer, log } = await diaryOf();
    await log("2026-10-31", "lunch", BANANA);
    const id = await log("2026-11-10", "lunch", EGG);
    await log("2026-11-11", "lunch", "ndb:16070");
    await deleteEntry(viewer, viewer.userId, id);
    const found = await recentFoods(viewer, viewer.userId, "2026-11-01", 10);
    expect(found.map(({ food }) => food)).toEqual(["ndb:16070"]);
    expect(await recentFoods(viewer, viewer.userId, "2026-10-01", 1)).toHaveLength(1);
  });

  it("keep an unknown amount unknown, and are the owner's alone", async () => {
    const { viewer, log } = await diaryOf();
    const bread = await createFood(viewer, viewer.userId, {
      name: "Bread",
      per100g: { calcium: 38 },
      portions: [],
    });
    await log("2026-11-22", "lunch", bread.id);
    const [found] = await recentFoods(viewer, viewer.userId, "2026-11-01", 10);
    expect(found?.nutrients).toMatchObject({ calcium: 38, magnesium: null });
    expect((await listOwnFoods(viewer, viewer.userId)).map(({ id, name }) => ({ id, name }))).toEqual([
      { id: bread.id, name: "Bread" },
    ]);
    const stranger = viewerOf(await makeUser());
    expect(await recentFoods(stranger, stranger.userId, "2026-11-01", 10)).toEqual([]);
    expect(await listOwnFoods(stranger, stranger.userId)).toEqual([]);
    expect(() => recentFoods(stranger, viewer.userId, "2026-11-01", 10)).toThrow(/not/i);
    await expect(listOwnFoods(stranger, viewer.userId)).rejects.toThrow(/not/i);
  });
});
