import { formatBound, formatDate, formatPercent, NO_DATA } from "@/lib/format";
import { LOGGED_WORDS, type Logged, loggedOf } from "@/lib/insights/client";
import type { TrendCalendar } from "@/lib/insights/schemas";
import { addDays, type Mineral, parseLocalDate, weekday } from "@/lib/nutrition";

/** One day of the calendar. */
export type CalendarDay = {
  readonly date: string;
  readonly state: Logged;
  /** Null where nothing is known; a lower bound where `atLeast`. */
  readonly amount: number | null;
  readonly atLeast: boolean;
};

/** The days of one mineral, oldest first. */
export const calendarDays = (calendar: TrendCalendar, mineral: Mineral): CalendarDay[] => {
  const { amounts, known } = calendar.minerals[mineral];
  return Array.from(calendar.states, (letter, i) => {
    const state = loggedOf(letter);
    const amount = amounts[i] ?? null;
    return {
      date: addDays(calendar.from, i),
      state,
      amount,
      atLeast: amount !== null && (state === "incomplete" || known[i] === "a"),
    };
  });
};

/** Steps of a day by its share of the target: under a quarter, to a half, to three quarters, to the target, reached. */
export const STEP_LABELS = ["Under 25 %", "25–49 %", "50–74 %", "75–99 %", "Target reached"] as const;

/** The step of a day, 0 to 4; null where nothing is known of it or there is no target. */
const getShareStep = (amount: number | null, target: number | null): 0 | 1 | 2 | 3 | 4 | null =>
  amount === null || target === null || target <= 0
    ? null
    : amount >= target
      ? 4
      : (Math.min(3, Math.floor((amount / target) * 4)) as 0 | 1 | 2 | 3);

/** How a day is drawn. `plain` is a day with an amount where no target gives it a size. */
export type CalendarMark = "none" | "unknown" | "plain" | 0 | 1 | 2 | 3 | 4;

export const chooseMark = ({ state, amount }: CalendarDay, target: number | null): CalendarMark => {
  if (amount === null) return state === "none" ? "none" : "unknown";
  return getShareStep(amount, target) ?? "plain";
};

/** The amount of a day in words: "at least 241 mg", "no data", "–" where nothing is logged. */
export const dayAmount = (mineral: Mineral, { amount, atLeast, state }: CalendarDay): string => {
  if (amount === null) return state === "none" ? "–" : NO_DATA;
  return formatBound(mineral, amount, atLeast);
};

/** The share of the target: "75 %"; null without amount or target. */
export const dayShare = ({ amount, atLeast }: CalendarDay, target: number | null): string | null =>
  amount === null || target === null || target <= 0 ? null : formatPercent(amount, target, atLeast);

/** A day as a sentence: "Thu 14 May: at least 241 mg, 75 % of target, not marked complete". */
export const daySentence = (mineral: Mineral, day: CalendarDay, target: number | null): string => {
  const date = formatDate(day.date, "short");
  if (day.state === "none") return `${date}: ${LOGGED_WORDS.none}`;
  const share = dayShare(day, target);
  return `${date}: ${dayAmount(mineral, day)}${share === null ? "" : `, ${share} of target`}, ${LOGGED_WORDS[day.state]}`;
};

/** A month of the calendar: its weeks, Monday first; null stands for a day of another month or out of the span. */
export type CalendarMonth = {
  readonly key: string;
  readonly first: string;
  readonly weeks: readonly (readonly (number | null)[])[];
};

/** The days by month and week, as indexes into `days`. */
const groupByMonth = (days: readonly CalendarDay[]): CalendarMonth[] => {
  const months = new Map<string, { first: string; cells: (number | null)[] }>();
  for (const [index, { date }] of days.entries()) {
    const key = date.slice(0, 7);
    const month = months.get(key) ?? {
      first: date,
      cells: Array.from({ length: weekday(`${key}-01`) - 1 }, () => null),
    };
    if (!months.has(key)) {
      // Days of the month before the span begins keep their places.
      for (let day = 1; day < parseLocalDate(date).day; day += 1) month.cells.push(null);
      months.set(key, month);
    }
    month.cells.push(index);
  }
  return [...months].map(([key, { first, cells }]) => {
    const full = [...cells, ...Array.from({ length: (7 - (cells.length % 7)) % 7 }, () => null)];
    const weeks = Array.from({ length: full.length / 7 }, (_, week) => full.slice(week * 7, week * 7 + 7));
    // Weeks wholly before the span say nothing.
    return { key, first, weeks: weeks.filter((week) => week.some((cell) => cell !== null)) };
  });
};

/**
 * The months worth drawing: those from the first with a logged day on. What lies before it is one sentence, not a
 * page of empty days.
 */
export const monthsFromFirstLogged = (
  days: readonly CalendarDay[],
): { readonly months: readonly CalendarMonth[]; readonly skippedTo: string | null } => {
  const months = groupByMonth(days);
  const isLogged = ({ weeks }: CalendarMonth) =>
    weeks.some((week) => week.some((index) => index !== null && days[index]?.state !== "none"));
  const from = months.findIndex(isLogged);
  if (from <= 0) return { months, skippedTo: null };
  const shown = months.slice(from);
  const firstShown = shown[0]?.first;
  return { months: shown, skippedTo: firstShown === undefined ? null : addDays(firstShown, -1) };
};

/** Where an arrow key leads from a day, between the first and the last that are drawn; null for other keys. */
export const moveBy = (key: string, index: number, first: number, last: number): number | null => {
  const steps: { readonly [key: string]: number } = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index - 7,
    ArrowDown: index + 7,
    PageUp: index - 28,
    PageDown: index + 28,
    Home: first,
    End: last,
  };
  const to = steps[key];
  return to === undefined ? null : Math.max(first, Math.min(last, to));
};

/** The calendar as text, for screen readers. */
export const describeCalendar = (days: readonly CalendarDay[], target: number | null): string => {
  const count = (test: (day: CalendarDay) => boolean) => days.filter(test).length;
  const logged = count(({ state }) => state !== "none");
  const reached = count(({ amount }) => getShareStep(amount, target) === 4);
  const unknown = count(({ state, amount }) => state !== "none" && amount === null);
  return [
    `${logged} of ${days.length} days are logged.`,
    target !== null && `On ${reached} of them what is known reaches the target.`,
    unknown > 0 && `On ${unknown} nothing is known.`,
    "Arrow keys move from day to day. A table follows.",
  ]
    .filter(Boolean)
    .join(" ");
};
