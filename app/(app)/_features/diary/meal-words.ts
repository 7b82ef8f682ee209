import type { Meal } from "@/lib/diary/schemas";
import { formatDate } from "@/lib/format";
import { addDays } from "@/lib/nutrition";

/** The meal that is usual at a time of day. @param hour 0 to 23 and parts of it. */
export const mealAt = (hour: number): Meal => {
  if (hour >= 4 && hour < 10.5) return "breakfast";
  if (hour >= 10.5 && hour < 15) return "lunch";
  return hour >= 17 && hour < 22 ? "dinner" : "snack";
};

/** The meal to log to now, by the clock of the device. */
export const mealNow = (): Meal => {
  const now = new Date();
  return mealAt(now.getHours() + now.getMinutes() / 60);
};

/** The meal that comes after one on the same day: a snack after dinner. */
export const mealAfter = (meal: Meal): Meal =>
  meal === "breakfast" ? "lunch" : meal === "lunch" || meal === "snack" ? "dinner" : "snack";

/** A day wherever it may be read on another day: "Mon 30 Nov". */
export const dateWords = (date: string): string => formatDate(date, "short");

/** A day inside a sentence: "today", "yesterday", "tomorrow", "Tue 12 May", in another year "Sat 1 May 2027". */
export const dayWords = (date: string, today: string): string => {
  if (date === today) return "today";
  if (date === addDays(today, -1)) return "yesterday";
  if (date === addDays(today, 1)) return "tomorrow";
  const year = date.slice(0, 4);
  return `${formatDate(date, "short")}${year === today.slice(0, 4) ? "" : ` ${year}`}`;
};
