"use client";

import {
  capitalise,
  formatAmount,
  formatBound,
  formatDate,
  formatFigure,
  NO_DATA,
  unitOf,
} from "@/lib/format";
import { LOGGED_WORDS } from "@/lib/insights/client";
import type { Mineral } from "@/lib/nutrition";
import { ChartFrame } from "./chart-frame";
import type { UsualMark } from "./chart-lines";
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
  stateWords,
  yScale,
} from "./daily-scale";
import { DailyTable } from "./daily-table";

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
  const refs = { target, ear, ul, ulScope };
  const scale = yScale(points, refs, usual?.high);
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
    <ChartFrame
      mineral={mineral}
      caption={
        <>
          {heading} <span className="font-normal text-13 text-ink-3">{unitOf(mineral)}</span>
        </>
      }
      columns={points.length}
      refs={refs}
      scale={scale}
      usual={usual}
      edges={(narrow) => ({ ...PLOT, height, right: narrow ? 90 : 150 })}
      draw={({ width, right }) =>
        width > 0 && (
          <DailyPlot
            points={points}
            refs={refs}
            scale={scale}
            today={today}
            width={width}
            height={height}
            right={right}
          />
        )
      }
      tip={(column) => {
        const point = points[column];
        return point && <DayTip mineral={mineral} point={point} today={today} />;
      }}
      sentence={(column) => {
        const point = points[column];
        return point ? daySentence(mineral, point) : "";
      }}
      description={describeDays(mineral, points, refs)}
      supplements={points}
      legend={(farLimit) => <DailyLegend points={points} farLimit={farLimit} />}
      tableName={heading}
      table={() => <DailyTable caption={heading} mineral={mineral} points={points} hrefBase={hrefBase} />}
    />
  );
};

/** A day read aloud: "Sat 2 May: at least 148 mg. Not everything logged." */
const daySentence = (mineral: Mineral, point: DailyPoint): string => {
  const day = formatDate(point.date, "short");
  if (point.amount === null) return `${day}: ${stateWords(point)}.`;
  const supplement =
    point.supplement === null ? "" : `, of which ${formatAmount(mineral, point.supplement)} from supplements`;
  return `${day}: ${boundWords(mineral, point)}${supplement}. ${capitalise(LOGGED_WORDS[point.state])}.`;
};

const boundWords = (mineral: Mineral, point: DailyPoint): string =>
  point.amount === null ? NO_DATA : formatBound(mineral, point.amount, isAtLeast(point));

const DayTip = ({
  mineral,
  point,
  today,
}: {
  mineral: Mineral;
  point: DailyPoint;
  today: string | undefined;
}) => (
  <>
    <div className="flex justify-between gap-3 pb-0.5 font-semibold">
      {point.date === today ? dayLabel(point.date, today) : formatDate(point.date, "short")}
      <span className="font-normal text-ink-2">{LOGGED_WORDS[point.state]}</span>
    </div>
    {point.amount === null ? (
      point.state !== "none" && <div className="text-ink-2">no data for this mineral</div>
    ) : (
      <>
        <TipLine name="Total" value={boundWords(mineral, point)} />
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
  </>
);

const TipLine = ({ name, value }: { name: string; value: string }) => (
  <div className="flex justify-between gap-3 text-ink-2">
    {name}
    <b className="whitespace-nowrap font-medium text-ink">{value}</b>
  </div>
);
