"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useSyncExternalStore } from "react";
import type { UsualMark } from "@/components/charts/chart-lines";
import type { DailyPoint, DailyRefs } from "@/components/charts/daily-scale";
import { pointsOfWeeks } from "@/components/charts/weekly-scale";
import { Skeleton } from "@/components/ui/skeleton";
import { loggedOf } from "@/lib/insights/client";
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

/** The days of a series as the chart takes them. */
export const dailyPoints = (series: DaySeries): DailyPoint[] =>
  Array.from(series.states, (state, i) => ({
    date: addDays(series.from, i),
    state: loggedOf(state),
    amount: series.amounts[i] ?? null,
    supplement: series.supplements[i] ?? null,
    known: series.known[i] ?? Number.NaN,
    entries: series.entries[i] ?? Number.NaN,
  }));

const PHONE = "(width < 768px)";
const onResize = (changed: () => void) => {
  const media = window.matchMedia(PHONE);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
};
const isPhone = () => window.matchMedia(PHONE).matches;

type MineralChartProps = {
  mineral: Mineral;
  series: DaySeries | null;
  weeks: WeekSeries | null;
  /** The period in words. */
  span: string;
  from: string;
  today: string;
  refs: DailyRefs;
  usual: UsualMark | null;
};

/** The days of a period; by weeks where its days would be too narrow to be told apart: a year, a quarter on a phone. */
export const MineralChart = ({
  mineral,
  series,
  weeks,
  span,
  from,
  today,
  refs,
  usual,
}: MineralChartProps) => {
  const phone = useSyncExternalStore(onResize, isPhone, () => false);
  if (weeks !== null && (series === null || phone)) {
    return (
      <>
        <WeeklyChart
          mineral={mineral}
          points={pointsOfWeeks(weeks)}
          averages={{ base: "/minerals", from }}
          title={`Week by week, ${span}`}
          usual={usual}
          {...refs}
        />
        <p className="mt-1 text-12 text-ink-3 md:pl-[46px]">
          Weeks begin on Monday.{" "}
          <Link
            href={`/trends?days=${series === null ? 365 : series.states.length}`}
            className="link inline-block py-1 phone:py-3"
          >
            Each day, on Trends
          </Link>
        </p>
      </>
    );
  }
  return series === null ? null : (
    <DailyChart
      mineral={mineral}
      points={dailyPoints(series)}
      title={`Each day, ${span}`}
      today={today}
      hrefBase="/diary"
      height={HEIGHT}
      usual={usual}
      {...refs}
    />
  );
};
