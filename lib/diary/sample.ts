import "server-only";
import { randomUUID } from "node:crypto";
import { SAMPLE_BREAD, SAMPLE_SUPPLEMENT, sampleDays } from "@/prisma/sample-diary";
import { createSampleAccount, type Viewer } from "../access";
import { createFood, type Food, getFood, putSupplement } from "../foods";
import { supplementInput } from "../foods/schemas";
import { addDays, forGrams } from "../nutrition";
import { updateProfile } from "../profile";
import { today } from "../time";
import { doseRow } from "./doses";
import { MEALS } from "./schemas";
import * as store from "./store";

/**
 * Opens a temporary account with a profile and five weeks of entries, for a newcomer to look around in.
 * @returns the account's id; it is gone after a day.
 */
export const openSampleAccount = async (timeZone: string): Promise<string> => {
  const ownerId = await createSampleAccount(timeZone);
  const viewer: Viewer = {
    userId: ownerId,
    sessionId: null,
    mayWrite: true,
    sample: true,
    confirmedAt: null,
  };
  const now = new Date();
  const todayThere = today(timeZone);
  await updateProfile(viewer, ownerId, {
    birthDate: addDays(todayThere, -38 * 365 - 100),
    sex: "female",
    lifeStage: "none",
    standard: "nasem",
    diet: "everything",
  });
  const bread = await createFood(viewer, ownerId, { ...SAMPLE_BREAD, portions: [...SAMPLE_BREAD.portions] });

  const { supplement } = await putSupplement(viewer, ownerId, supplementInput.parse(SAMPLE_SUPPLEMENT));

  const foods = new Map<string, Food>();
  const foodOf = async (key: string): Promise<Food> => {
    const known = foods.get(key);
    if (known) return known;
    const food = await getFood(viewer, ownerId, key === "bread" ? bread.id : `ndb:${key}`);
    if (!food) throw new Error(`The sample diary names a food that is not in the table: ${key}`);
    foods.set(key, food);
    return food;
  };

  const rows: store.EntryRow[] = [];
  const days = sampleDays();
  for (const day of days) {
    const date = addDays(todayThere, -day.daysAgo);
    if (day.supplement) rows.push(doseRow(supplement, date, 1));
    for (const meal of MEALS) {
      for (const [key, unit, count] of day.meals[meal] ?? []) {
        const food = await foodOf(key);
        const portion = unit === "g" ? null : food.portions.find(({ id }) => id === unit);
        if (portion === undefined)
          throw new Error(`The sample diary names a portion that ${food.name} does not have: ${unit}`);
        const grams = portion === null ? count : portion.grams * count;
        rows.push({
          id: randomUUID(),
          date,
          time: null,
          meal,
          kind: "food",
          foodId: food.id,
          foodName: food.name,
          grams,
          portionId: portion?.id ?? null,
          portionLabel: portion?.label ?? null,
          portionCount: portion === null ? null : count,
          preparation: null,
          note: null,
          amounts: forGrams(food.per100g, grams),
        });
      }
    }
  }
  await store.insertEntries(ownerId, rows, now);
  const marks = days.flatMap(({ daysAgo, mark }) =>
    mark === null ? [] : [{ date: addDays(todayThere, -daysAgo), mark }],
  );
  await store.insertDayMarks(ownerId, marks, now);
  return ownerId;
};
