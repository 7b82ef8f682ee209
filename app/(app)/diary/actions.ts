"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { chooseAmount, lineOf } from "@/lib/catalogue";
import { MAX_LINE_LENGTH } from "@/lib/catalogue/client";
import { loadCatalogue } from "@/lib/catalogue/load";
import {
  changeEntries as changeDiary,
  deleteEntry,
  deletePlan,
  frequents,
  markDay,
  moveEntry as moveDiaryEntry,
  putEntry as putDiaryEntry,
  putPlan,
  recentFoods,
  replacement,
  restoreEntry as restoreDiaryEntry,
} from "@/lib/diary";
import {
  batchInput,
  dayMarkInput,
  entryId,
  entryInput,
  MEALS,
  planInput,
  replacementQuery,
} from "@/lib/diary/schemas";
import { notFound } from "@/lib/errors";
import { localDate } from "@/lib/fields";
import {
  describeFood,
  getFood,
  getFoods,
  getPreparations,
  listName,
  listOwnFoods,
  listRecipeFoods,
  readMeal,
  searchFoods,
  toDishView,
} from "@/lib/foods";
import { foodId, foodSearchQuery } from "@/lib/foods/schemas";
import { action, readAction } from "@/lib/http";
import { nextDoses, todayPage } from "@/lib/insights";
import { addDays } from "@/lib/nutrition";
import { getProfile } from "@/lib/profile";
import { today } from "@/lib/time";
import { readRepeat } from "../_features/server";

/** Every page of the signed-in area may show the diary, and none of them is cached: all are read again. */
const changed = (): void => revalidatePath("/", "layout");

/** Creates or replaces an entry. Sending it again changes nothing. */
export const putEntry = action(z.strictObject({ id: entryId, entry: entryInput }), async (viewer, input) => {
  const { entry } = await putDiaryEntry(viewer, viewer.userId, input.id, input.entry);
  changed();
  return entry;
});

export const removeEntry = action(z.strictObject({ id: entryId }), async (viewer, { id }) => {
  await deleteEntry(viewer, viewer.userId, id);
  changed();
});

/** Takes a delete back. */
export const restoreEntry = action(z.strictObject({ id: entryId }), async (viewer, { id }) => {
  const entry = await restoreDiaryEntry(viewer, viewer.userId, id);
  changed();
  return entry;
});

export const moveEntry = action(
  z.strictObject({ id: entryId, date: localDate, meal: z.enum(MEALS) }),
  async (viewer, { id, date, meal }) => {
    const entry = await moveDiaryEntry(viewer, viewer.userId, id, { date, meal });
    changed();
    return entry;
  },
);

/** Copies, moves, deletes or restores several entries, all or none. Sending it again changes nothing. */
export const changeEntries = action(batchInput, async (viewer, { changes }) => {
  const entries = await changeDiary(viewer, viewer.userId, changes);
  changed();
  return entries;
});

/** Plans a food for a day. Sending it again changes nothing. */
export const planFood = action(z.strictObject({ id: entryId, plan: planInput }), async (viewer, input) => {
  const { plan } = await putPlan(viewer, viewer.userId, input.id, input.plan);
  changed();
  return plan;
});

export const unplanFood = action(z.strictObject({ id: entryId }), async (viewer, { id }) => {
  await deletePlan(viewer, viewer.userId, id);
  changed();
});

/** Says of a day that everything eaten is logged, or that something is missing, or takes either back. */
export const setDayMark = action(dayMarkInput, async (viewer, { date, mark }) => {
  await markDay(viewer, viewer.userId, date, mark);
  changed();
});

const RECENT_DAYS = 60;
const RECENT_FOODS = 60;

/** What the log palette starts with: what was eaten lately, and the person's own foods, recipes and supplements to search among. */
export const readPalette = readAction(
  z.strictObject({ date: localDate.optional() }),
  async (viewer, { date }) => {
    const { timeZone, units } = await getProfile(viewer, viewer.userId);
    const now = today(timeZone);
    const [usual, repeat, recent, foods, recipes, doses] = await Promise.all([
      frequents(viewer, viewer.userId, date ?? now),
      readRepeat(viewer, viewer.userId, date ?? now),
      recentFoods(viewer, viewer.userId, addDays(now, -RECENT_DAYS), RECENT_FOODS),
      listOwnFoods(viewer, viewer.userId),
      listRecipeFoods(viewer, viewer.userId),
      nextDoses(viewer, viewer.userId, date ?? now),
    ]);
    const known = recent.map((item) => {
      const atMeals = usual.get(item.food);
      return { ...item, name: listName(item.food, item.name), ...(atMeals && { usual: atMeals }) };
    });
    const tables = loadCatalogue().version;
    return { today: now, recent: known, own: [...recipes, ...foods], repeat, doses, units, tables };
  },
);

/** The six minerals of a day, for "today after adding" on a day whose page is not open. */
export const readDayMinerals = readAction(z.strictObject({ date: localDate }), async (viewer, { date }) => {
  const { minerals } = await todayPage(viewer, viewer.userId, date);
  return minerals;
});

/**
 * Reads a line on the server, until the browser has the food table: the foods that one food's line may mean, each in
 * the amount that was typed. Nothing is proposed of a line of several foods.
 */
export const findFoods = readAction(
  z.strictObject({ q: z.string().max(MAX_LINE_LENGTH), asEaten: z.boolean().default(true) }),
  async (viewer, { q, asEaten }) => {
    const { units } = await getProfile(viewer, viewer.userId);
    const parsed = await readMeal(viewer, viewer.userId, q, units, asEaten);
    const { words, searched, typed, doubts, meal } = lineOf(q, parsed, null, () => false);
    const candidates = meal === null ? (parsed.items[0]?.candidates ?? []) : [];
    const ids = candidates.map(({ id }) => id);
    const found = await getFoods(viewer, viewer.userId, ids);
    const foods = candidates.flatMap(({ id, onlyClose }) => {
      const food = found.get(id);
      if (!food) return [];
      const weighable = loadCatalogue().food(id) ?? { name: food.name, portions: food.portions, group: null };
      return [
        {
          food: { ...food, listName: listName(id, food.name) },
          typed,
          amount: chooseAmount(weighable, typed),
          closestTo: onlyClose ? searched : null,
        },
      ];
    });
    return { words, foods, doubts, several: meal !== null };
  },
);

/** One food with its portions and preparations, for editing an entry of it. @throws AppError not_found when it is gone. */
export const findFood = readAction(z.strictObject({ food: foodId }), async (viewer, { food }) => {
  const found = await getFood(viewer, viewer.userId, food);
  if (!found) throw notFound("The food");
  const dish = toDishView(food);
  return {
    ...found,
    described: describeFood(found),
    preparations: getPreparations(found).map(({ id, label, detail }) => ({ id, label, detail })),
    /** Of a typical dish its weight and ingredients, by their short names. */
    dish: dish && {
      grams: dish.grams,
      ingredients: dish.ingredients.map(({ food: id, name, grams }) => ({
        name: id === null ? name : listName(id, name),
        grams,
      })),
    },
  };
});

/** Foods by name, to take the place of one that was logged. */
export const searchReplacement = readAction(foodSearchQuery.pick({ q: true }), async (viewer, { q }) =>
  q.trim() === "" ? [] : searchFoods(viewer, viewer.userId, { q, limit: 8 }),
);

/** What would change if another food stood in the place of one that was logged. */
export const previewReplacement = readAction(replacementQuery, (viewer, query) =>
  replacement(viewer, viewer.userId, query),
);
