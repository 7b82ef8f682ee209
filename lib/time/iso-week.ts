import {
  addDays,
  addDaysWithin,
  daysBetween,
  FIRST_DAY,
  LAST_DAY,
  type LocalDate,
  parseLocalDate,
  weekStart,
} from "../nutrition";

// Weeks by ISO 8601: Monday to Sunday; the first week of a year holds its first Thursday.

/** "2026-W47" */
export type Week = string;

/** The week that a day lies in. */
export const weekOf = (date: LocalDate): Week => {
  const thursday = addDaysWithin(weekStart(date), 3);
  const { year } = parseLocalDate(thursday);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, "0")}`;
};

/** The first and the last day of a week; null for a text that names none. */
export const daysOfWeek = (week: Week): { from: LocalDate; to: LocalDate } | null => {
  const read = /^(\d{4})-W(\d{2})$/.exec(week);
  const january4 = `${read?.[1]}-01-04`;
  if (read === null || january4 < FIRST_DAY || january4 > LAST_DAY) return null;
  const from = addDaysWithin(weekStart(january4), (Number(read[2]) - 1) * 7);
  const to = addDaysWithin(from, 6);
  return weekOf(from) === week && daysBetween(from, to) === 6 ? { from, to } : null;
};

/** The week before the one that a day lies in: the last that is over. */
export const lastWeek = (date: LocalDate): Week => weekOf(addDays(date, -7));
