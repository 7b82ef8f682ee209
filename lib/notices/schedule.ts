import type { AlertSettings } from "../insights/schemas";
import { addDays, weekday } from "../nutrition";
import { instantOf, lastWeek, localTime, type Week } from "../time";

type Hours = Pick<AlertSettings, "hour" | "reviewDay" | "reviewHour">;

/** A review that the server slept through is still sent on the two days after. */
const REVIEW_LATE_DAYS = 2;

/** The next instant at which there is something to do for a person: the day's look, or the weekly review. */
export const nextDue = (now: Date, timeZone: string, { hour, reviewDay, reviewHour }: Hours): Date => {
  const { date } = localTime(now, timeZone);
  const days = Array.from({ length: 8 }, (_, i) => addDays(date, i));
  const instants = [
    ...days.slice(0, 3).map((day) => instantOf(day, hour, timeZone)),
    ...days.filter((day) => weekday(day) === reviewDay).map((day) => instantOf(day, reviewHour, timeZone)),
  ].map((instant) => instant.getTime());
  return new Date(Math.min(...instants.filter((instant) => instant > now.getTime())));
};

/** The week whose review is ready by now; null on the other days. */
export const reviewDue = (now: Date, timeZone: string, { reviewDay, reviewHour }: Hours): Week | null => {
  const { date } = localTime(now, timeZone);
  for (let late = 0; late <= REVIEW_LATE_DAYS; late += 1) {
    const day = addDays(date, -late);
    if (weekday(day) === reviewDay && instantOf(day, reviewHour, timeZone) <= now) return lastWeek(day);
  }
  return null;
};
