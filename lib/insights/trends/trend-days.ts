import "server-only";
import { trimAmount } from "../../format";
import {
  type AverageIntake,
  addSupplements,
  amountOfDay,
  averageIntakeOf,
  type DayIntake,
  eachDay,
  type LocalDate,
  MINERALS,
  type Mineral,
  NUTRIENTS,
} from "../../nutrition";
import type { TargetView } from "../../profile/schemas";
import {
  byWeek,
  countedDays,
  isLowerBound,
  type ReadDays,
  secondLineFigures,
  weekMeans,
} from "../assessment";
import { LOGGED_LETTERS } from "../client";
import type { TrendCalendar, TrendDaysView, TrendMineral, TrendWeeks } from "./schemas";

const eachMineral = <T>(make: (mineral: Mineral) => T): { readonly [M in Mineral]: T } =>
  Object.fromEntries(MINERALS.map((mineral) => [mineral, make(mineral)])) as { [M in Mineral]: T };

const countDaysByTarget = (mineral: Mineral, days: readonly DayIntake[], target: number) => {
  const standing = { reached: 0, below: 0, open: 0 };
  for (const day of days) {
    const amount = amountOfDay(day, mineral);
    if (amount !== null && amount >= target) standing.reached += 1;
    else if (isLowerBound(day, mineral)) standing.open += 1;
    else standing.below += 1;
  }
  return standing;
};

const pickMean = ({ mean, coverageOfMean }: AverageIntake) => ({ mean, coverageOfMean });

const toTrendMineral = (
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
    ...pickMean(found),
    fromFood: found.fromFood,
    coverage: found.coverage,
    standing: target === null || !scores ? null : countDaysByTarget(mineral, days, target),
    incomplete: { days: others.length, mean: apart.mean },
  };
};

const getTrendWeeks = (from: LocalDate, to: LocalDate, days: readonly DayIntake[]): TrendWeeks => {
  const weeks = byWeek(from, to, days);
  return {
    starts: weeks.map(([start]) => start),
    minerals: eachMineral((mineral) => {
      const {
        days: counted,
        means,
        known,
      } = weekMeans(
        mineral,
        weeks.map(([, week]) => week),
      );
      return { days: counted, means, known };
    }),
  };
};

const getTrendCalendar = ({ from, to, sums, logged }: ReadDays): TrendCalendar => {
  const byDate = new Map(sums.map((sum) => [sum.date, sum]));
  const dates = eachDay(from, to);
  const amountOn = (date: LocalDate, mineral: Mineral): { amount: number | null; known: "k" | "a" | "n" } => {
    const sum = byDate.get(date);
    // Complete without an entry is a fast, whose zero is known.
    if (!sum) return logged.has(date) ? { amount: 0, known: "k" } : { amount: null, known: "n" };
    const { amount, known, entries } = addSupplements(sum.food[mineral], sum.supplements[mineral]);
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
export const getTrendDays = (read: ReadDays, targets: readonly TargetView[]): TrendDaysView => {
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
      return target ? [toTrendMineral(target, counting, others, !gates.hideScores)] : [];
    }),
    secondLine: secondLineFigures(profile, to, counting),
    weeks: getTrendWeeks(from, to, counting),
    calendar: getTrendCalendar(read),
  };
};
