import { TZDate, tz } from "@date-fns/tz";
import { format } from "date-fns";
import type { AlertSettings } from "../insights/schemas";
import { addDays, type LocalDate, parseLocalDate, weekday } from "../nutrition";
import { lastWeek, type Week } from "./week";

type Hours = Pick<AlertSettings, "hour" | "reviewDay" | "reviewHour">;

/** A review that the server slept through is still sent on the two days after. */
const REVIEW_LATE_DAYS = 2;

/** The local day and hour of an instant. */
export const localTime = (now: Date, timeZone: string): { date: LocalDate; hour: number } => ({
  date: format(now, "yyyy-MM-dd", { in: tz(timeZone) }),
  hour: Number(format(now, "H", { in: tz(timeZone) })),
});

/** When an hour of a local day begins; an hour that the clock skips begins when the clock is put on. */
export const instantOf = (date: LocalDate, hour: number, timeZone: string): Date => {
  const { year, month, day } = parseLocalDate(date);
  return new Date(new TZDate(year, month - 1, day, hour, 0, 0, timeZone).getTime());
};

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
