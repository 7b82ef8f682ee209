import { cx } from "../ui/class-names";
import { FEW_DAYS, type WeekPoint } from "./weekly-scale";

/** What the marks of weekly averages mean; only those that occur. */
export const WeeklyLegend = ({
  points,
  band = false,
  farLimit = null,
  className,
}: {
  points: readonly WeekPoint[];
  /** Whether the band from need to target is explained here and not beside it. */
  band?: boolean;
  /** An upper limit beyond the scale, as text. */
  farLimit?: string | null;
  className?: string;
}) => {
  const has = (test: (point: WeekPoint) => boolean) => points.some(test);
  return (
    <ul
      aria-label="Legend"
      className={cx(
        "flex flex-wrap items-center gap-x-4 gap-y-1.5 text-12 text-ink-2 [&>li]:flex [&>li]:items-center [&>li]:gap-1.5 [&_i]:block",
        className,
      )}
    >
      {has(({ mean }) => mean !== null) && (
        <li>
          <i aria-hidden className="h-3.5 w-2.5 rounded-t-[2px] bg-mineral" />
          Average of the days that count
        </li>
      )}
      {has(({ mean, days }) => mean !== null && days < FEW_DAYS) && (
        <li>
          <i aria-hidden className="week-few h-3.5 w-2.5 rounded-t-[2px]" />
          From one or two days
        </li>
      )}
      {has(({ supplement }) => supplement !== null) && (
        <li>
          <i aria-hidden className="chart-key-supplement h-3.5 w-2.5 rounded-[2px]" />
          Supplement
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
      {band && (
        <li>
          <i
            aria-hidden
            className="h-2.5 w-4 border-mineral border-t-[1.5px] border-b-[1.5px] bg-mineral-tint [border-bottom-style:dotted]"
          />
          Average need to target
        </li>
      )}
      {farLimit !== null && <li className="text-ink-3">Upper limit {farLimit}, far above this scale</li>}
    </ul>
  );
};
