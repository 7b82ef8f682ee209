import { MAX_DAYS } from "../../diary/schemas";
import { formatCount, formatDate } from "../../format";
import {
  addDays,
  addDaysWithin,
  daysBetween,
  FIRST_DAY,
  isLocalDate,
  LAST_DAY,
  type LocalDate,
  parseLocalDate,
} from "../../nutrition";
import type { ChosenSpans, Span, SpanChoice, SpanField, SpanPreset, TypedSpans } from "./schemas";

// The two spans that the page of trends holds against each other: read from its address, and the usual choices.

/** Search parameters as Next gives them. */
export type AskedSpans = { readonly [F in SpanField]?: string | readonly string[] | undefined };

/** Maximum length shown of typed text that is not a date; a date has 10 characters. */
const MAX_SHOWN_LENGTH = 40;

const firstText = (value: string | readonly string[] | undefined): string => {
  const text = typeof value === "string" ? value : value?.[0];
  return (text ?? "").toWellFormed().trim().slice(0, MAX_SHOWN_LENGTH);
};

/** The span of the same length that ends the day before; null where there is no such day. */
export const spanBefore = ({ from, to }: Span): Span | null =>
  from <= FIRST_DAY ? null : { from: addDaysWithin(from, -daysBetween(from, to) - 1), to: addDays(from, -1) };

/** The same day of the year before; of 29 February, the day before 1 March. */
const yearBefore = (date: LocalDate): LocalDate => {
  const { year, month, day } = parseLocalDate(date);
  const on = month === 2 && day === 29 ? "02-28" : date.slice(5);
  return `${year - 1}-${on}`;
};

/** The first day of a date's month. */
const monthStart = (date: LocalDate): LocalDate => `${date.slice(0, 8)}01`;

const monthBefore = (date: LocalDate): Span => {
  const to = addDays(monthStart(date), -1);
  return { from: monthStart(to), to };
};

/** The usual choices, beside the span that the page shows and the one right before it. */
const getPresets = (shown: Span, today: LocalDate): Omit<SpanPreset, "current">[] => {
  const thisMonth = { from: monthStart(today), to: today };
  const lastMonth = monthBefore(today);
  return [
    { id: "year-ago", before: { from: yearBefore(shown.from), to: yearBefore(shown.to) }, now: shown },
    { id: "this-month", before: lastMonth, now: thisMonth },
    { id: "last-month", before: monthBefore(lastMonth.from), now: lastMonth },
  ];
};

const NO_DAY = `is not a day between ${formatDate(FIRST_DAY, "full")} and ${formatDate(LAST_DAY, "full")}.`;
const NOT_YET = "This lies after today; such days do not count yet.";

type Problems = { [F in SpanField]?: string };

const problemOfDay = (text: string): string | null => {
  if (text === "") return "Give this day, too.";
  return isLocalDate(text) ? null : `“${text}” ${NO_DAY}`;
};

/** What is wrong with one span, by field. @param names the fields of its first and last day. */
const problemsOfSpan = (typed: TypedSpans, names: readonly [SpanField, SpanField], today: LocalDate) => {
  const [first, last] = names;
  const [from, to] = [typed[first], typed[last]];
  const problems: Problems = {};
  for (const name of names) {
    const problem = problemOfDay(typed[name]);
    if (problem !== null) problems[name] = problem;
  }
  if (Object.keys(problems).length > 0) return problems;
  const days = daysBetween(from, to) + 1;
  if (days < 1) problems[last] = "The last day is before the first.";
  else if (days > MAX_DAYS) problems[last] = `These are ${formatCount(days)} days; ${MAX_DAYS} are the most.`;
  if (from > today) problems[first] = NOT_YET;
  return problems;
};

const read = (
  typed: TypedSpans,
  today: LocalDate,
): { readonly problems: Problems; readonly spans: ChosenSpans | null } => {
  const problems: Problems = {
    ...problemsOfSpan(typed, ["from", "to"], today),
    ...problemsOfSpan(typed, ["againstFrom", "againstTo"], today),
  };
  if (Object.keys(problems).length > 0) return { problems, spans: null };
  const one: Span = { from: typed.from, to: typed.to };
  const other: Span = { from: typed.againstFrom, to: typed.againstTo };
  // Which was typed first does not matter: a change is from the earlier days to the later ones.
  const [before, now] = one.from < other.from ? [one, other] : [other, one];
  if (now.from <= before.to) {
    const againstTo = `Both spans hold ${formatDate(now.from, "full")}; they must share no day.`;
    return { problems: { againstTo }, spans: null };
  }
  return { problems, spans: { before, now } };
};

/** The days before a day, and the day itself with those after it: as many of either as the page shows, up to today. */
const readAround = (
  day: string,
  days: number,
  today: LocalDate,
): { readonly problems: Problems; readonly spans: ChosenSpans | null } => {
  const wrong = (around: string) => ({ problems: { around }, spans: null });
  const problem = problemOfDay(day);
  if (problem !== null) return wrong(problem);
  if (day > today) return wrong(NOT_YET);
  if (day === FIRST_DAY) return wrong("There is no day before this one.");
  const rest = daysBetween(day, today);
  return {
    problems: {},
    spans: {
      before: { from: addDaysWithin(day, -days), to: addDays(day, -1) },
      now: { from: day, to: addDays(day, Math.min(days - 1, rest)) },
    },
  };
};

const isSame = (a: Span, b: Span): boolean => a.from === b.from && a.to === b.to;

const toTypedSpans = ({ before, now }: ChosenSpans, around: string): TypedSpans => ({
  from: now.from,
  to: now.to,
  againstFrom: before.from,
  againstTo: before.to,
  around,
});

/**
 * Which two spans the page's address asks for. Never throws: what cannot be read is named, field by field, and kept as
 * it was typed. Nothing asked for is the span shown against the one before it.
 * @param usual what is compared when nothing is asked for: the days that the page shows, and those before them.
 */
export const readSpans = (asked: AskedSpans, usual: ChosenSpans, today: LocalDate): SpanChoice => {
  const typed: TypedSpans = {
    from: firstText(asked.from),
    to: firstText(asked.to),
    againstFrom: firstText(asked.againstFrom),
    againstTo: firstText(asked.againstTo),
    around: firstText(asked.around),
  };
  const { around, ...four } = typed;
  const days = daysBetween(usual.now.from, usual.now.to) + 1;
  const isTyped = Object.values(four).some((text) => text !== "");
  const { problems, spans } = isTyped
    ? read(typed, today)
    : around === ""
      ? { problems: {}, spans: null }
      : readAround(around, days, today);
  const wrong = Object.keys(problems).length > 0;
  const current = spans ?? usual;
  const presets: Omit<SpanPreset, "current">[] = [
    { id: "before", ...usual },
    ...getPresets(usual.now, today),
  ];
  return {
    // Of a day that cannot be read, the four fields still show something to begin from.
    typed: isTyped ? typed : toTypedSpans(current, around),
    problems,
    spans,
    presets: presets.map((preset) => ({
      ...preset,
      current: !wrong && isSame(preset.before, current.before) && isSame(preset.now, current.now),
    })),
  };
};
