import type { TrendMineral, TrendWeeks } from "@/lib/insights/schemas";
import { WeeklyChart } from "./weekly-chart";
import { WeeklyLegend } from "./weekly-legend";
import { weekPoints } from "./weekly-scale";
import type { AveragePages } from "./weekly-table";

/** Six small charts, one a mineral, each on its own scale. */
export const WeeklyCharts = ({
  weeks,
  minerals,
  averages,
}: {
  weeks: TrendWeeks;
  minerals: readonly TrendMineral[];
  averages: AveragePages;
}) => {
  const all = minerals.map((item) => ({ ...item, points: weekPoints(weeks, item.mineral) }));
  return (
    <>
      <div className="grid gap-x-9 gap-y-6 md:grid-cols-2">
        {all.map(({ mineral, points, target, ear }) => (
          <WeeklyChart
            key={mineral}
            mineral={mineral}
            points={points}
            averages={averages}
            target={target}
            ear={ear}
          />
        ))}
      </div>
      <div data-mineral="magnesium">
        <WeeklyLegend points={all.flatMap(({ points }) => points)} band className="mt-4" />
      </div>
    </>
  );
};
