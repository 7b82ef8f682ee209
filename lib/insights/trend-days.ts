import "server-only";
import { trimAmount } from "../format";
import {
  type AverageIntake,
  amountOfDay,
  averageIntakeOf,
  coverageOfDay,
  type DayIntake,
  eachDay,
  type LocalDate,
  MINERALS,
  type Mineral,
  NUTRIENTS,
  weekStart,
} from "../nutrition";
import type { TargetView } from "../profile/schemas";
import type { ReadDays } from "./adequacy";
import { together } from "./mineral-day";
import type { WeekSeries } from "./mineral-schemas";
import { LOGGED_LETTERS } from "./plain";
import type { TrendCalendar, TrendDaysView, TrendMineral, TrendWeeks } from "./trends-schemas";

/** The days of a span that count: a believable amount of food, or marked complete; not those still running. */
export const countedDays = ({ days, counted }: ReadDays): readonly DayIntake[] => {
  const leftOut = new Set(counted.leftOut.map(({ date }) => date));
  return days.filter(({ date }) => !leftOut.has(date));
};

const eachMineral = <T>(make: (mineral: Mineral) => T): { readonly [M in Mineral]: T } =>
  Object.fromEntries(MINERALS.map((mineral) => [mineral, make(mineral)])) as { [M in Mineral]: T };

/** Whether foods without a value may have added to what is known of a day. */
const isLowerBound = (day: DayIntake, mineral: Mineral): boolean => {
  const coverage = coverageOfDay(day, mineral);
  return coverage !== null && (coverage < 1 || day.food[mineral].known < day.food[mineral].entries);
};

const standingOf = (mineral: Mineral, days: readonly DayIntake[], target: number) => {
  const standing = { reached: 0, below: 0, open: 0 };
  for (const day of days) {
    const amount = amountOfDay(day, mineral);
    if (amount !== null && amount >= target) standing.reached += 1;
    else if (isLowerBound(day, mineral)) standing.open += 1;
    else standing.below += 1;
  }
  return standing;
};

const meanOf = ({ mean, coverageOfMean }: AverageIntake) => ({ mean, coverageOfMean });

const mineralOf = (
  { mineral, target, kind, ear, state }: TargetView,
  days: readonly DayIntake[],
  others: readonly DayIntake[],
  scores: boolean,
): TrendMineral => {
  const found = averageIntakeOf(mineral, days);
  // A day with supplements only says nothing of what was eaten.
  const apart = averageIntakeOf(
    mineral,
    others.filter(({ food }) => food[mineral].entries > 0),
  );
  return {
    mineral,
    unit: NUTRIENTS[mineral].unit,
    target,
    kind,
    ear,
    state,
    days: found.days,
    ...meanOf(found),
    fromFood: found.fromFood,
    coverage: found.coverage,
    standing: target === null || !scores ? null : standingOf(mineral, days, target),
    incomplete: { days: others.length, mean: apart.mean },
  };
};

/** The days that count of each ISO week of a span, by its Monday; weeks without one are empty. */
const byWeek = (from: LocalDate, to: LocalDate, days: readonly DayIntake[]): [LocalDate, DayIntake[]][] => {
  const weeks = new Map<LocalDate, DayIntake[]>(eachDay(from, to).map((date) => [weekStart(date), []]));
  for (const day of days) weeks.get(weekStart(day.date))?.push(day);
  return [...weeks];
};

const meansOf = (mineral: Mineral, weeks: readonly (readonly DayIntake[])[]) => {
  const found = weeks.map((week) => ({ week, average: averageIntakeOf(mineral, week) }));
  return {
    days: found.map(({ average }) => average.days),
    means: found.map(({ average }) => average.mean),
    supplements: found.map(({ week, average: { mean, fromFood } }) =>
      mean === null || fromFood === null || week.every((day) => day.supplements[mineral].amount === null)
        ? null
        : Math.max(mean - fromFood, 0),
    ),
    known: found
      .map(({ week, average }) =>
        average.mean === null ? "n" : week.some((day) => isLowerBound(day, mineral)) ? "a" : "k",
      )
      .join(""),
  };
};

/** One mineral week by week, over the days that count. */
export const weekSeriesOf = (mineral: Mineral, read: ReadDays): WeekSeries => {
  const weeks = byWeek(read.from, read.to, countedDays(read));
  return {
    starts: weeks.map(([start]) => start),
    ...meansOf(
      mineral,
      weeks.map(([, days]) => days),
    ),
  };
};

const weeksOf = (from: LocalDate, to: LocalDate, days: readonly DayIntake[]): TrendWeeks => {
  const weeks = byWeek(from, to, days);
  return {
    starts: weeks.map(([start]) => start),
    minerals: eachMineral((mineral) => {
      const {
        days: counted,
        means,
        known,
      } = meansOf(
        mineral,
        weeks.map(([, week]) => week),
      );
      return { days: counted, means, known };
    }),
  };
};

const calendarOf = ({ from, to, sums, logged }: ReadDays): TrendCalendar => {
  const byDate = new Map(sums.map((sum) => [sum.date, sum]));
  const dates = eachDay(from, to);
  const amountOn = (date: LocalDate, mineral: Mineral): { amount: number | null; known: "k" | "a" | "n" } => {
    const sum = byDate.get(date);
    // Complete without an entry is a fast, whose zero is known.
    if (!sum) return logged.has(date) ? { amount: 0, known: "k" } : { amount: null, known: "n" };
    const { amount, known, entries } = together(sum.food[mineral], sum.supplements[mineral]);
    if (amount === null) return { amount, known: "n" };
    return { amount: trimAmount(mineral, amount), known: known < entries ? "a" : "k" };
  };
  return {
    from,
    states: dates.map((date) => LOGGED_LETTERS[logged.get(date) ?? "none"]).join(""),
    minerals: eachMineral((mineral) => {
      const days = dates.map((date) => amountOn(date, mineral));
      return {
        amounts: days.map(({ amount }) => amount),
        known: days.map(({ known }) => known).join(""),
      };
    }),
  };
};

/** A span of days already read, as averages, weeks and a calendar. */
export const trendDaysOf = (read: ReadDays, targets: readonly TargetView[]): TrendDaysView => {
  const { from, to, profile, gates, sums, days, counted } = read;
  const counting = countedDays(read);
  const dates = new Set(counting.map(({ date }) => date));
  const others = days.filter(({ date }) => !dates.has(date));
  return {
    from,
    to,
    standard: profile.standard,
    hideScores: gates.hideScores,
    days: {
      span: counted.span,
      logged: sums.length,
      complete: counted.complete,
      counted: counting.length,
    },
    minerals: MINERALS.flatMap((mineral) => {
      const target = targets.find((candidate) => candidate.mineral === mineral);
      return target ? [mineralOf(target, counting, others, !gates.hideScores)] : [];
    }),
    weeks: weeksOf(from, to, counting),
    calendar: calendarOf(read),
  };
};
