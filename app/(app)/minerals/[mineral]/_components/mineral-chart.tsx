"use client";

import dynamic from "next/dynamic";
import type { UsualMark } from "@/components/charts/daily-chart";
import type { DailyPoint, DailyRefs } from "@/components/charts/daily-scale";
import { Skeleton } from "@/components/ui/skeleton";
import type { DaySeries } from "@/lib/insights/schemas";
import { addDays, type Mineral } from "@/lib/nutrition";

const HEIGHT = 300;

const DailyChart = dynamic(
  () => import("@/components/charts/daily-chart").then((module) => module.DailyChart),
  { ssr: false, loading: () => <Skeleton className="h-[380px]" /> },
);

const STATES = { c: "complete", p: "partial", n: "none" } as const;

const pointsOf = (series: DaySeries): DailyPoint[] =>
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
  series: DaySeries;
  title: string;
  today: string;
  refs: DailyRefs;
  usual: UsualMark | null;
};

/** The days of a period. A long one is as wide as its days need and scrolls inside its card on a phone. */
export const MineralChart = ({ mineral, series, title, today, refs, usual }: MineralChartProps) => {
  const points = pointsOf(series);
  return (
    <div className="-mx-1 overflow-x-auto px-1">
      <div className={points.length > 100 ? "phone:min-w-[720px]" : undefined}>
        <DailyChart
          mineral={mineral}
          points={points}
          title={title}
          today={today}
          height={HEIGHT}
          usual={usual}
          {...refs}
        />
      </div>
    </div>
  );
};
