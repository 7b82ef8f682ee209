import "server-only";
import {
  averageIntakeOf,
  coverageOfDay,
  type DayIntake,
  eachDay,
  type LocalDate,
  type Mineral,
  weekStart,
} from "../../nutrition";
import { countedDays, type ReadDays } from "./read-days";
import type { WeekSeries } from "./schemas";

/** Whether foods without a value may have added to what is known of a day. */
export const isLowerBound = (day: DayIntake, mineral: Mineral): boolean => {
  const coverage = coverageOfDay(day, mineral);
  return coverage !== null && (coverage < 1 || day.food[mineral].known < day.food[mineral].entries);
};

/** The days that count of each ISO week of a span, by its Monday; weeks without one are empty. */
export const byWeek = (
  from: LocalDate,
  to: LocalDate,
  days: readonly DayIntake[],
): [LocalDate, DayIntake[]][] => {
  const weeks = new Map<LocalDate, DayIntake[]>(eachDay(from, to).map((date) => [weekStart(date), []]));
  for (const day of days) weeks.get(weekStart(day.date))?.push(day);
  return [...weeks];
};

/** A mineral week by week: days that count, their mean and its part from supplements, and how much of it is known. */
export const weekMeans = (mineral: Mineral, weeks: readonly (readonly DayIntake[])[]) => {
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
    ...weekMeans(
      mineral,
      weeks.map(([, days]) => days),
    ),
  };
};
