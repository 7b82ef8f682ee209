import { daysBetween, parseLocalDate, weekday } from "../nutrition";
import { NBSP } from "./amounts";

/** The days of a week, Monday first. */
export const WEEKDAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const partsOf = (date: string) => {
  const { year, month, day } = parseLocalDate(date);
  return { year, day, month: MONTHS[month - 1] ?? "", weekday: WEEKDAY_NAMES[weekday(date) - 1] ?? "" };
};

/**
 * How a date is written:
 * `long` "Thursday 14 May", `short` "Thu 14 May", `day` "14 May", `full` "14 May 2026", `tick` "14 May" with a
 * three-letter month, `letter` "T".
 */
export type DateStyle = "long" | "short" | "day" | "full" | "tick" | "letter";

/** A diary date in words. @param date YYYY-MM-DD. @throws RangeError when it is not a date. */
export const formatDate = (date: string, style: DateStyle = "long"): string => {
  const { year, month, day, weekday: name } = partsOf(date);
  switch (style) {
    case "long":
      return `${name} ${day}${NBSP}${month}`;
    case "short":
      return `${name.slice(0, 3)} ${day}${NBSP}${month.slice(0, 3)}`;
    case "day":
      return `${day}${NBSP}${month}`;
    case "full":
      return `${day}${NBSP}${month} ${year}`;
    case "tick":
      return `${day}${NBSP}${month.slice(0, 3)}`;
    case "letter":
      return name.slice(0, 1);
  }
};

/** The day of the month of a date: 14. @throws RangeError when it is not a date. */
export const dayOfMonth = (date: string): number => partsOf(date).day;

/** The month of a date: "May 2026". */
export const formatMonth = (date: string): string => {
  const { month, year } = partsOf(date);
  return `${month} ${year}`;
};

/** A span of days: "15 April – 14 May", "1 – 14 May"; the years are named when they differ. */
export const formatPeriod = (from: string, to: string): string => {
  const start = partsOf(from);
  const end = partsOf(to);
  if (start.year !== end.year) return `${formatDate(from, "full")} – ${formatDate(to, "full")}`;
  if (start.month === end.month) return `${start.day}${NBSP}– ${formatDate(to, "day")}`;
  return `${formatDate(from, "day")} – ${formatDate(to, "day")}`;
};

/** A span of days with its year: "15 April – 14 May 2026", "1 – 14 May 2026"; of one day, "14 May 2026". */
export const formatFullPeriod = (from: string, to: string): string => {
  if (from === to) return formatDate(from, "full");
  const { year } = partsOf(to);
  return partsOf(from).year === year ? `${formatPeriod(from, to)} ${year}` : formatPeriod(from, to);
};

/** The name of a day as seen from today: "Today", "Yesterday", "Tomorrow", otherwise its weekday. */
export const formatDayName = (date: string, today: string): string => {
  const days = daysBetween(today, date);
  if (days === 0) return "Today";
  if (days === -1) return "Yesterday";
  return days === 1 ? "Tomorrow" : partsOf(date).weekday;
};
