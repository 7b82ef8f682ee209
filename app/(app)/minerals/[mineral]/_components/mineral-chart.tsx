"use client";

import Link from "next/link";
import { useSyncExternalStore } from "react";
import type { UsualMark } from "@/components/charts/chart-lines";
import { DailyChart } from "@/components/charts/daily-chart";
import type { DailyPoint, DailyRefs } from "@/components/charts/daily-scale";
import { WeeklyChart } from "@/components/charts/weekly-chart";
import { pointsOfWeeks } from "@/components/charts/weekly-scale";
import { loggedOf } from "@/lib/insights/client";
import type { DaySeries, WeekSeries } from "@/lib/insights/schemas";
import { addDays, type Mineral } from "@/lib/nutrition";

const HEIGHT = 300;

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

/**
 * The days of a period; by weeks where its days would be too narrow to be told apart: a year, a quarter on a phone.
 * The server, which does not know the screen, sends both, and style sheets choose.
 */
export const MineralChart = (props: MineralChartProps) => {
  const { series, weeks } = props;
  const phone = useSyncExternalStore<boolean | null>(onResize, isPhone, () => null);
  if (series === null) return weeks === null ? null : <Weeks {...props} weeks={weeks} days={365} />;
  const days = <Days {...props} series={series} />;
  if (weeks === null) return days;
  const byWeek = <Weeks {...props} weeks={weeks} days={series.states.length} />;
  if (phone !== null) return phone ? byWeek : days;
  return (
    <>
      <div className="phone:hidden">{days}</div>
      <div className="md:hidden">{byWeek}</div>
    </>
  );
};

const Days = ({ mineral, series, span, today, refs, usual }: MineralChartProps & { series: DaySeries }) => (
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

const Weeks = ({
  mineral,
  weeks,
  span,
  from,
  refs,
  usual,
  days,
}: MineralChartProps & {
  weeks: WeekSeries;
  /** Length of the period. */
  days: number;
}) => (
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
      <Link href={`/trends?days=${days}`} className="link inline-block py-1 phone:py-3">
        Each day, on Trends
      </Link>
    </p>
  </>
);
