import { formatReference, formatReferenceAmount } from "@/lib/format";
import type { Mineral } from "@/lib/nutrition";
import { type DailyPoint, PLOT } from "./daily-scale";

const HEIGHT = 34;

type SupplementLaneProps = {
  mineral: Mineral;
  points: readonly DailyPoint[];
  /** The limit on supplements, in the mineral's unit. */
  limit: number;
  /** Room at the right of the plot, in pixels: the same as the chart above. */
  right: number;
  /** Whether that room holds labels. */
  named: boolean;
};

/**
 * What supplements gave each day against a limit that counts them alone, on an axis of its own below the days. The
 * chart's sentence and table hold the same figures.
 */
export const SupplementLane = ({ mineral, points, limit, right, named }: SupplementLaneProps) => {
  const top = Math.max(
    limit,
    ...points.flatMap(({ supplement }) => (supplement === null ? [] : [supplement])),
  );
  const getHeight = (value: number) => (value / top) * HEIGHT;
  const width = 100 / points.length;
  const what = (
    <>
      <span className="text-ink-2">Upper limit </span>
      <span className="font-medium">{formatReferenceAmount(mineral, limit)}</span>
    </>
  );
  return (
    <div aria-hidden className="mt-3 tabular-nums">
      {!named && (
        <p className="mb-1 text-12" style={{ marginLeft: PLOT.left }}>
          {what}
          <span className="text-ink-3">, supplements only</span>
        </p>
      )}
      <div className="relative" style={{ height: HEIGHT + 10 }}>
        <span
          className="absolute text-right text-12 text-ink-3 leading-none"
          style={{ width: PLOT.left - 8, bottom: getHeight(limit) + 2 }}
        >
          {formatReference(limit)}
        </span>
        <span
          className="absolute bottom-0 text-right text-12 text-ink-3 leading-none"
          style={{ width: PLOT.left - 8 }}
        >
          0
        </span>
        <div
          className="absolute bottom-0 border-line-2 border-b"
          style={{ left: PLOT.left, right, height: HEIGHT }}
        >
          <i
            className="absolute inset-x-0 h-1.5 border-ink-3 border-x-[1.5px] border-t-[1.5px]"
            style={{ bottom: getHeight(limit) - 6 }}
          />
          {points.map(
            ({ date, supplement }, index) =>
              supplement !== null &&
              supplement > 0 && (
                <i
                  key={date}
                  data-date={date}
                  className="chart-key-supplement absolute bottom-0 rounded-t-[2px]"
                  style={{
                    left: `${(index + 0.18) * width}%`,
                    width: `${width * 0.64}%`,
                    maxWidth: 20,
                    height: Math.max(getHeight(supplement), 3),
                  }}
                />
              ),
          )}
        </div>
        {named && (
          <span
            className="absolute bottom-0 whitespace-nowrap text-12 leading-4"
            style={{ left: `calc(100% - ${right - 8}px)` }}
          >
            {what}
            <span className="block text-ink-3">supplements only</span>
          </span>
        )}
      </div>
    </div>
  );
};
