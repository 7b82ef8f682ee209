import { formatAmount } from "@/lib/format";
import type { Mineral } from "@/lib/nutrition";
import { cx } from "../ui/class-names";
import { daysCounted, FEW_DAYS, type WeekPoint, weekAmount, weekName } from "./weekly-scale";

/** Height of the hatch that says "may be more", in pixels. */
const HATCH = 9;

/**
 * One week: a bar, paler where few days stand behind it, what supplements gave outlined on top, hatched where it may
 * be more; or the dot of a gap.
 */
export const Week = ({
  point,
  left,
  width,
  getY,
}: {
  point: WeekPoint;
  left: number;
  width: number;
  /** Pixels from the top of the plot. */
  getY: (value: number) => number;
}) => {
  const { start, mean, days, atLeast, supplement } = point;
  const place = { left: `${left + width * 0.18}%`, width: `${width * 0.64}%` };
  if (mean === null) {
    return (
      <span
        data-week={start}
        data-state="gap"
        className="absolute bottom-0 grid place-items-center"
        style={place}
      >
        {/* Over a year the dots stand closer than they are wide. */}
        <i className="mb-[3px] block aspect-square w-full max-w-1 rounded-full border border-control" />
      </span>
    );
  }
  const top = getY(mean);
  const given = supplement === null || mean <= 0 ? 0 : Math.min(supplement / mean, 1);
  return (
    <span
      data-week={start}
      data-state={days < FEW_DAYS ? "few" : "mean"}
      className="absolute bottom-0 grid justify-items-center"
      style={{ ...place, top }}
    >
      {atLeast && (
        <i className="week-hatch absolute w-full max-w-[22px]" style={{ top: -HATCH - 1, height: HATCH }} />
      )}
      <span className="flex h-full min-h-[1.5px] w-full max-w-[22px] flex-col gap-px">
        {given > 0 && (
          <i
            data-part="supplement"
            className="week-supplement min-h-[3px] flex-none rounded-t-[2px]"
            style={{ height: `${given * 100}%` }}
          />
        )}
        {given < 1 && (
          <i
            className={cx(
              "min-h-px flex-1",
              given === 0 && "rounded-t-[2px]",
              days < FEW_DAYS ? "week-few" : "bg-mineral",
            )}
          />
        )}
      </span>
    </span>
  );
};

/** What a week holds, for the box beside its bar. */
export const WeekTip = ({ mineral, week }: { mineral: Mineral; week: WeekPoint }) => (
  <>
    <div className="font-semibold">{weekName(week.start)}</div>
    <div className="text-ink-2">
      {week.mean === null ? (
        "no day that counts"
      ) : (
        <>
          <b className="font-medium text-ink">{weekAmount(mineral, week)}</b> a day, from{" "}
          {daysCounted(week.days)}
          {week.supplement !== null && (
            <span className="block">of it {formatAmount(mineral, week.supplement)} from supplements</span>
          )}
        </>
      )}
    </div>
  </>
);
