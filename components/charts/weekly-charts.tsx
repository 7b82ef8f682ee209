import type { TrendMineral, TrendWeeks } from "@/lib/insights/schemas";
import { WeeklyChart } from "./weekly-chart";
import { FEW_DAYS, weekPoints } from "./weekly-scale";

/** Six small charts, one a mineral, each on its own scale. */
export const WeeklyCharts = ({
  weeks,
  minerals,
}: {
  weeks: TrendWeeks;
  minerals: readonly TrendMineral[];
}) => {
  const all = minerals.map((item) => ({ ...item, points: weekPoints(weeks, item.mineral) }));
  const has = (test: (point: (typeof all)[number]["points"][number]) => boolean) =>
    all.some(({ points }) => points.some(test));
  return (
    <>
      <div className="grid gap-x-9 gap-y-6 md:grid-cols-2">
        {all.map(({ mineral, points, target, ear }) => (
          <WeeklyChart key={mineral} mineral={mineral} points={points} target={target} ear={ear} />
        ))}
      </div>
      <ul
        aria-label="Legend"
        data-mineral="magnesium"
        className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-12 text-ink-2 [&>li]:flex [&>li]:items-center [&>li]:gap-1.5 [&_i]:block"
      >
        <li>
          <i aria-hidden className="h-3.5 w-2.5 rounded-t-[2px] bg-mineral" />
          Average of the days that count
        </li>
        {has(({ mean, days }) => mean !== null && days < FEW_DAYS) && (
          <li>
            <i aria-hidden className="week-few h-3.5 w-2.5 rounded-t-[2px]" />
            From one or two days
          </li>
        )}
        {has(({ atLeast }) => atLeast) && (
          <li>
            <i aria-hidden className="chart-key-hatch h-3.5 w-2.5" />
            Some foods without data, at least
          </li>
        )}
        {has(({ mean }) => mean === null) && (
          <li>
            <i aria-hidden className="size-1 rounded-full border border-control" />
            No day that counts
          </li>
        )}
        <li>
          <i
            aria-hidden
            className="h-2.5 w-4 border-mineral border-t-[1.5px] border-b-[1.5px] bg-mineral-tint [border-bottom-style:dotted]"
          />
          Average need to target
        </li>
      </ul>
    </>
  );
};
