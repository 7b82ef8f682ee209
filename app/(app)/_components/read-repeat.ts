import "server-only";
import type { Viewer } from "@/lib/access";
import { repeatable } from "@/lib/diary";
import type { FoodEntry } from "@/lib/diary/schemas";
import type { TodayPage } from "@/lib/insights/schemas";
import { getProfile } from "@/lib/profile";
import { mealAt } from "./meal-words";
import { listName } from "./short-names";
import type { Repeat } from "./usual-meal-card";

const short = (entry: FoodEntry): FoodEntry => ({ ...entry, name: listName(entry.food, entry.name) });

/** The hour in a time zone, 0 to 23 and parts of it. */
const hourIn = (timeZone: string): number => {
  const parts = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone });
  const [hour = "0", minute = "0"] = parts.format(new Date()).split(":");
  return Number(hour) + Number(minute) / 60;
};

/** What can be logged again on the day that is shown. */
export const readRepeat = async (
  viewer: Viewer,
  ownerId: string,
  { date, today }: Pick<TodayPage, "date" | "today">,
): Promise<Repeat> => {
  const [{ usual, yesterday }, { timeZone }] = await Promise.all([
    repeatable(viewer, ownerId, date),
    getProfile(viewer, ownerId),
  ]);
  return {
    usual: usual.map((meal) => ({ ...meal, entries: meal.entries.map(short) })),
    yesterday: yesterday.map(short),
    mealNow: date === today ? mealAt(hourIn(timeZone)) : null,
  };
};
