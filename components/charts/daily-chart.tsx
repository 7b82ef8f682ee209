"use client";

import { useId } from "react";
import {
  capitalise,
  formatAmount,
  formatBound,
  formatDate,
  formatFigure,
  formatReferenceAmount,
  NO_DATA,
  unitOf,
} from "@/lib/format";
import type { Mineral } from "@/lib/nutrition";
import { DAY_STATE_WORDS } from "../nutrition/day-state";
import { cx } from "../ui/class-names";
import { GUTTER, LineKey, MARK, UsualBar, type UsualMark, usualWords } from "./chart-lines";
import { DailyLegend } from "./daily-legend";
import { DailyPlot } from "./daily-plot";
import {
  type DailyPoint,
  type DailyRefs,
  dailyTitle,
  dayLabel,
  describeDays,
  isAtLeast,
  PLOT,
  placeLabels,
  stateWords,
  yScale,
} from "./daily-scale";
import { DailyTable } from "./daily-table";
import { SupplementLane } from "./supplement-lane";
import { isNarrow, useColumns, useWidth } from "./use-columns";

type DailyChartProps = DailyRefs & {
  mineral: Mineral;
  /** Every day of the span, oldest first, those without entries too. */
  points: readonly DailyPoint[];
  title?: string;
  /** The person's own today, to name it on the axis. */
  today?: string;
  /** Where days are taken apart: the page of a day's total is this, its date and the mineral. */
  hrefBase: string;
  /** Height of the drawing in pixels. */
  height?: number;
  /** Usual intake with its interval, drawn beside the days on the same axis. */
  usual?: UsualMark | null;
};

/**
 * A mineral's days against its target. A day that is not logged is a gap with a hollow dot, never a bar of
 * height 0. ← and → move through the days; the table below holds the same figures.
 */
export const DailyChart = ({
  mineral,
  points,
  title,
  today,
  hrefBase,
  height = 260,
  usual = null,
  target,
  ear,
  ul,
  ulScope,
}: DailyChartProps) => {
  const id = useId();
  const [box, width] = useWidth();
  const narrow = isNarrow(width);
  const refs = { target, ear, ul, ulScope };
  const scale = yScale(points, refs, usual?.high);
  const gutter = usual === null ? 0 : GUTTER;
  // On a phone the lines are named below, where the usual intake needs the room beside the days.
  const named = !(narrow && usual !== null);
  const right = (named ? (narrow ? 90 : 150) : 0) + gutter;
  const yOf = (value: number) => PLOT.top + (1 - value / scale.top) * (height - PLOT.top - PLOT.bottom);
  const labels = placeLabels(
    [
      { key: "ul", name: "Upper limit", value: scale.limit },
      { key: "target", name: "Target", value: target },
      { key: "ear", name: "Average need", value: ear },
    ]
      .flatMap(({ key, name, value }) =>
        value === null ? [] : [{ key, name, value: formatReferenceAmount(mineral, value), y: yOf(value) }],
      )
      .concat(
        usual === null
          ? []
          : [
              {
                key: "usual",
                name: "Usual",
                value: formatAmount(mineral, usual.mean, usual.lowerBound ? "down" : "nearest"),
                y: yOf(Math.min(usual.mean, scale.top)),
              },
            ],
      ),
    narrow ? 32 : 17,
    height - PLOT.bottom,
  );
  const { active, handlers } = useColumns(points.length, { left: PLOT.left, right });
  const point = active === null ? undefined : points[active];
  const last = points.length - 1;
  const heading = title ?? dailyTitle(mineral);
  const nothing = target === null && usual === null && points.every(({ amount }) => amount === null);
  if (nothing) {
    return (
      <figure data-mineral={mineral} className="min-w-0">
        <figcaption className="font-semibold text-15 tracking-[-0.006em]">{heading}</figcaption>
        <p className="mt-2 text-13 text-ink-2">
          There is nothing to draw yet: no target, and no day with a value for it.
        </p>
      </figure>
    );
  }

  return (
    <figure data-mineral={mineral} className="min-w-0">
      <figcaption id={`${id}-title`} className="font-semibold text-15 tracking-[-0.006em]">
        {heading} <span className="font-normal text-13 text-ink-3">{unitOf(mineral)}</span>
      </figcaption>
      <div className="relative mt-2 tabular-nums">
        {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: the picture takes the focus so that arrow keys can read it day by day */}
        <div
          ref={box}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-description`}
          tabIndex={0}
          className="relative touch-pan-y"
          style={{ height }}
          {...handlers}
        >
          {width > 0 && (
            <DailyPlot
              points={points}
              refs={refs}
              scale={scale}
              today={today}
              width={width}
              height={height}
              right={right}
            />
          )}
          {(named ? labels : []).map(({ key, name, value, y }) => (
            <div
              key={key}
              aria-hidden
              className={cx(
                "pointer-events-none absolute whitespace-nowrap text-12",
                narrow ? "leading-[15px]" : "leading-4",
              )}
              style={{
                left: `calc(100% - ${right - 8 - gutter}px)`,
                top: y,
                transform: `translateY(-${narrow ? 15 : 8}px)`,
              }}
            >
              <span className={cx("text-ink-2", narrow && "block")}>{name}</span>{" "}
              <span className="font-medium">{value}</span>
            </div>
          ))}
          {usual !== null && (
            <UsualBar
              left={`calc(100% - ${right - MARK}px)`}
              top={yOf(Math.min(usual.high, scale.top))}
              middle={yOf(Math.min(usual.mean, scale.top))}
              bottom={yOf(usual.low)}
            />
          )}
          {active !== null && (
            <span
              aria-hidden
              className="pointer-events-none absolute border-ink-3 border-l border-dashed"
              style={{ left: columnAt(active, points.length, right), top: PLOT.top, bottom: PLOT.bottom }}
            />
          )}
        </div>
        {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above */}
        {point && active !== null && (
          <Tip
            mineral={mineral}
            point={point}
            today={today}
            left={columnAt(active, points.length, right)}
            flip={active > last / 2}
          />
        )}
        <p aria-live="polite" className="sr-only">
          {point && dayInWords(mineral, point)}
        </p>
      </div>
      {ulScope === "supplements" &&
        ul !== null &&
        points.some(({ supplement }) => supplement !== null && supplement > 0) && (
          <SupplementLane mineral={mineral} points={points} limit={ul} right={right} named={right > 120} />
        )}
      <p id={`${id}-description`} className="sr-only">
        {describeDays(mineral, points, refs)}
        {usual !== null && ` ${usualWords(mineral, usual)}`} A table follows.
      </p>
      {!named && <LineKey labels={labels} />}
      <DailyLegend
        points={points}
        farLimit={
          ulScope === "total" && ul !== null && scale.limit === null
            ? formatReferenceAmount(mineral, ul)
            : null
        }
      />
      <DailyTable caption={heading} mineral={mineral} points={points} hrefBase={hrefBase} />
    </figure>
  );
};

/** The middle of a day's column, as a CSS length. */
const columnAt = (index: number, count: number, right: number): string =>
  `calc(${PLOT.left}px + (100% - ${PLOT.left + right}px) * ${(index + 0.5) / count})`;

const dayInWords = (mineral: Mineral, point: DailyPoint): string => {
  const day = formatDate(point.date, "short");
  if (point.amount === null) return `${day}: ${stateWords(point)}.`;
  const supplement =
    point.supplement === null ? "" : `, of which ${formatAmount(mineral, point.supplement)} from supplements`;
  return `${day}: ${amountInWords(mineral, point)}${supplement}. ${capitalise(DAY_STATE_WORDS[point.state])}.`;
};

const amountInWords = (mineral: Mineral, point: DailyPoint): string =>
  point.amount === null ? NO_DATA : formatBound(mineral, point.amount, isAtLeast(point));

const Tip = ({
  mineral,
  point,
  today,
  left,
  flip,
}: {
  mineral: Mineral;
  point: DailyPoint;
  today: string | undefined;
  left: string;
  flip: boolean;
}) => (
  <div
    aria-hidden
    className="pointer-events-none absolute top-0 z-10 grid w-[186px] gap-[3px] rounded-md bg-raised px-3 py-2.5 text-12 shadow-pop"
    style={{ left, transform: flip ? "translateX(calc(-100% - 12px))" : "translateX(12px)" }}
  >
    <div className="flex justify-between gap-3 pb-0.5 font-semibold">
      {point.date === today ? dayLabel(point.date, today) : formatDate(point.date, "short")}
      <span className="font-normal text-ink-2">{DAY_STATE_WORDS[point.state]}</span>
    </div>
    {point.amount === null ? (
      point.state !== "none" && <div className="text-ink-2">no data for this mineral</div>
    ) : (
      <>
        <TipLine name="Total" value={amountInWords(mineral, point)} />
        {point.supplement !== null && (
          <>
            <TipLine
              name="Food"
              value={`${formatFigure(mineral, Math.max(point.amount - point.supplement, 0))} ${unitOf(mineral)}`}
            />
            <TipLine name="Supplements" value={formatAmount(mineral, point.supplement)} />
          </>
        )}
      </>
    )}
  </div>
);

const TipLine = ({ name, value }: { name: string; value: string }) => (
  <div className="flex justify-between gap-3 text-ink-2">
    {name}
    <b className="whitespace-nowrap font-medium text-ink">{value}</b>
  </div>
);
