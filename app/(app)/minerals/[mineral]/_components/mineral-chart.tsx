"use client";

import dynamic from "next/dynamic";
import type { UsualMark } from "@/components/charts/chart-lines";
import type { DailyPoint, DailyRefs } from "@/components/charts/daily-scale";
import { pointsOfWeeks } from "@/components/charts/weekly-scale";
import { Skeleton } from "@/components/ui/skeleton";
import type { DaySeries, WeekSeries } from "@/lib/insights/schemas";
import { addDays, type Mineral } from "@/lib/nutrition";

const HEIGHT = 300;

const loading = () => <Skeleton className="h-[380px]" />;
const DailyChart = dynamic(
  () => import("@/components/charts/daily-chart").then((module) => module.DailyChart),
  { ssr: false, loading },
);
const WeeklyChart = dynamic(
  () => import("@/components/charts/weekly-chart").then((module) => module.WeeklyChart),
  { ssr: false, loading },
);

const STATES = { c: "complete", p: "partial", n: "none" } as const;

/** The days of a series as the chart takes them. */
export const dailyPoints = (series: DaySeries): DailyPoint[] =>
  Array.from(series.states, (state, i) => ({
    date: addDays(series.from, i),
    state: STATES[state as keyof typeof STATES],
    amount: series.amounts[i] ?? null,
    supplement: series.supplements[i] ?? null,
    known: series.known[i] ?? Number.NaN,
    entries: series.entries[i] ?? Number.NaN,
  }));

type MineralChartProps = {
  mineral: Mineral;
  series: DaySeries | null;
  weeks: WeekSeries | null;
  title: string;
  today: string;
  refs: DailyRefs;
  usual: UsualMark | null;
};

/** The days of a period; a year by its weeks, so that it fits a phone. */
export const MineralChart = ({ mineral, series, weeks, title, today, refs, usual }: MineralChartProps) => (
  <>
    {series !== null && (
      <DailyChart
        mineral={mineral}
        points={dailyPoints(series)}
        title={title}
        today={today}
        height={HEIGHT}
        usual={usual}
        {...refs}
      />
    )}
    {weeks !== null && (
      <WeeklyChart mineral={mineral} points={pointsOfWeeks(weeks)} title={title} usual={usual} {...refs} />
    )}
  </>
);
