import { capitalise, formatDate, joinList } from "@/lib/format";
import type { BatchStep, DayChange } from "./day-change";
import { dayWords } from "./meal-words";

// What is said of a change that was made on a page whose day is over. Fetched when that happens.

/** The local day it is now. @param timeZone IANA name. */
export const localDay = (timeZone: string): string =>
  // Sweden writes dates as ISO 8601 does.
  new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(new Date());

const datesOf = (change: DayChange | BatchStep): readonly string[] => {
  switch (change.kind) {
    case "batch":
      return change.steps.flatMap(datesOf);
    case "put":
    case "copy":
      return [change.after.date];
    case "remove":
    case "restore":
      return [change.entry.date];
    case "move":
      return [change.to.date];
    case "take":
    case "untake":
      return [change.dose.entry.date];
    case "plan":
    case "unplan":
      return [change.plan.date];
    case "mark":
      return [change.date];
    default:
      // A food in the place of another: the days stay as they are.
      return [];
  }
};

const isLogged = ({ kind }: DayChange | BatchStep): boolean =>
  kind === "put" || kind === "copy" || kind === "take";

/** "yesterday, Mon 30 Nov" */
const nameDay = (date: string, today: string): string => {
  const words = dayWords(date, today);
  const full = formatDate(date, "short");
  return words.startsWith(full) ? words : `${words}, ${full}`;
};

/**
 * Which days a change went to, by the day that it really is: "Logged to yesterday, Mon 30 Nov".
 * @param today the person's day now, not that of the page. @returns null where it is about no day.
 */
export const overMidnightWords = (change: DayChange, today: string): string | null => {
  const dates = [...new Set(datesOf(change))].toSorted();
  if (dates.length === 0) return null;
  const days = joinList(dates.map((date) => nameDay(date, today)));
  const steps = change.kind === "batch" ? change.steps : [change];
  return steps.every(isLogged) ? `Logged to ${days}` : capitalise(days);
};

/** What else is said of a change, with the days it went to before it. @param timeZone IANA name. */
export const withDay = (
  change: DayChange,
  description: string | undefined,
  timeZone: string,
): string | undefined => {
  const day = overMidnightWords(change, localDay(timeZone));
  return day === null ? description : description === undefined ? day : `${day} · ${description}`;
};
