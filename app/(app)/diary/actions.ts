"use server";

import { z } from "zod";
import { chooseAmount, lineOf } from "@/lib/catalogue";
import { MAX_LINE_LENGTH } from "@/lib/catalogue/client";
import { loadCatalogue } from "@/lib/catalogue/load";
import { frequents, recentFoods, replacement } from "@/lib/diary";
import { replacementQuery } from "@/lib/diary/schemas";
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
import { readAction } from "@/lib/http";
import { nextDoses, todayPage } from "@/lib/insights";
import { addDays } from "@/lib/nutrition";
import { getProfile } from "@/lib/profile";
import { today } from "@/lib/time";
import { readRepeat } from "../_features/server";

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
