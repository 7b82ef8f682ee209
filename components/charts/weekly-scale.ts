import {
  countNoun,
  formatAmount,
  formatBound,
  formatDate,
  formatReferenceAmount,
  NO_DATA,
} from "@/lib/format";
import type { TrendWeeks, WeekSeries } from "@/lib/insights/schemas";
import { addDays, type Mineral, NUTRIENTS } from "@/lib/nutrition";
import type { DailyRefs } from "./daily-scale";

/** The mean of one ISO week. */
export type WeekPoint = {
  /** Its Monday. */
  readonly start: string;
  /** Days behind the mean. */
  readonly days: number;
  /** Null in a week without a day that counts: a gap, never a zero. */
  readonly mean: number | null;
  /** The part of `mean` from supplements; null without any, and where it is not told apart. */
  readonly supplement: number | null;
  readonly atLeast: boolean;
};

/** Means of fewer days are drawn paler: two days are not a week. */
export const FEW_DAYS = 3;

/** The weeks of a mineral, oldest first. */
export const pointsOfWeeks = ({ starts, days, means, supplements, known }: WeekSeries): WeekPoint[] =>
  starts.map((start, i) => ({
    start,
    days: days[i] ?? Number.NaN,
    mean: means[i] ?? null,
    supplement: supplements[i] ?? null,
    atLeast: known[i] === "a",
  }));

/** The weeks of one of six minerals, where supplements are not told apart. */
export const weekPoints = ({ starts, minerals }: TrendWeeks, mineral: Mineral): WeekPoint[] =>
  pointsOfWeeks({ starts, ...minerals[mineral], supplements: [] });

/** The mean in words: "at least 241 mg", "no data". */
export const weekAmount = (mineral: Mineral, { mean, atLeast }: WeekPoint): string =>
  mean === null ? NO_DATA : formatBound(mineral, mean, atLeast);

/** "4 May – 10 May". */
export const weekName = (start: string): string =>
  `${formatDate(start, "tick")} – ${formatDate(addDays(start, 6), "tick")}`;

export const daysCounted = (count: number): string =>
  count === 0 ? "no day counts" : countNoun(count, "day");

/** A week as a sentence. */
export const weekSentence = (mineral: Mineral, week: WeekPoint): string =>
  week.mean === null
    ? `Week of ${formatDate(week.start, "tick")}: no day that counts`
    : `Week of ${formatDate(week.start, "tick")}: ${weekAmount(mineral, week)} a day, from ${daysCounted(week.days)}${
        week.supplement === null ? "" : `, of it ${formatAmount(mineral, week.supplement)} from supplements`
      }`;

/** Which weeks get a label below them: so many at most, the first among them; three fit on paper and phone. */
export const labelledWeeks = (points: readonly WeekPoint[], most = 3): readonly number[] => {
  const every = Math.max(1, Math.ceil(points.length / most));
  return points.flatMap((_, i) => (i % every === 0 ? [i] : []));
};

/** The chart as text, for screen readers. */
export const describeWeeks = (
  mineral: Mineral,
  points: readonly WeekPoint[],
  { target, ear, ul, ulScope }: DailyRefs,
): string => {
  const known = points
    .flatMap((point) => (point.mean === null ? [] : [{ point, mean: point.mean }]))
    .toSorted((a, b) => a.mean - b.mean);
  const [lowest, highest] = [known[0], known.at(-1)];
  const gaps = points.length - known.length;
  return [
    lowest === undefined || highest === undefined
      ? `No week has a day that counts for ${NUTRIENTS[mineral].label.toLowerCase()}.`
      : `Weekly averages between ${weekAmount(mineral, lowest.point)} and ${weekAmount(mineral, highest.point)} a day.`,
    gaps > 0 && `${gaps} of ${points.length} weeks ${gaps === 1 ? "is a gap" : "are gaps"}.`,
    target !== null && `Target ${formatReferenceAmount(mineral, target)}.`,
    ear !== null && `Average need ${formatReferenceAmount(mineral, ear)}.`,
    ul !== null && ulScope === "total" && `Upper limit ${formatReferenceAmount(mineral, ul)}.`,
    ul !== null &&
      ulScope === "supplements" &&
      points.some(({ supplement }) => supplement !== null) &&
      `Upper limit for supplements ${formatReferenceAmount(mineral, ul)}.`,
  ]
    .filter(Boolean)
    .join(" ");
};
