"use client";

import { formatDate, formatReference, unitOf } from "@/lib/format";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { Hallmark } from "../nutrition/hallmark";
import { cx } from "../ui/class-names";
import { ChartFrame, type Plot } from "./chart-frame";
import type { UsualMark } from "./chart-lines";
import { type DailyPoint, type DailyRefs, PLOT, yScale } from "./daily-scale";
import { Week, WeekTip } from "./week-bar";
import { WeeklyLegend } from "./weekly-legend";
import { describeWeeks, labelledWeeks, type WeekPoint, weekSentence } from "./weekly-scale";
import { type AveragePages, WeeklyTable } from "./weekly-table";

/** Small among six, large alone; `labels` is how many weeks the axis names. */
const SMALL = { height: 138, top: 0, bottom: 22, left: 40, right: 78, labels: 3 };
const LARGE = { height: 292, top: PLOT.top, bottom: 22, left: PLOT.left, right: 150, labels: 6 };
const NARROW = { ...LARGE, right: 90, labels: 3 };

type WeeklyChartProps = Pick<DailyRefs, "target" | "ear"> &
  Partial<Pick<DailyRefs, "ul" | "ulScope">> & {
    mineral: Mineral;
    points: readonly WeekPoint[];
    averages: AveragePages;
    /** A chart that stands alone, with the upper limit and the usual intake; without it one of six small ones. */
    title?: string;
    usual?: UsualMark | null;
  };

const dayPoints = (points: readonly WeekPoint[]): DailyPoint[] =>
  points.map(({ start, mean, supplement }) => ({
    date: start,
    amount: mean,
    state: "complete",
    supplement,
  }));

/**
 * Weekly averages of one mineral against average need and target. A week without a day that counts is a gap with a
 * hollow dot. ← and → move through the weeks; the table below holds the same figures.
 */
export const WeeklyChart = ({
  mineral,
  points,
  averages,
  target,
  ear,
  ul = null,
  ulScope = null,
  title,
  usual = null,
}: WeeklyChartProps) => {
  const large = title !== undefined;
  const refs = { target, ear, ul, ulScope };
  const days = dayPoints(points);
  const scale = yScale(days, refs, usual?.high);
  return (
    <ChartFrame
      mineral={mineral}
      caption={
        <>
          {!large && <Hallmark mineral={mineral} size={20} />}
          {large ? title : NUTRIENTS[mineral].label}{" "}
          <span className={cx("font-normal text-ink-3", large ? "text-13" : "text-12")}>
            {unitOf(mineral)} a day
          </span>
        </>
      }
      {...(!large && { captionClass: "flex items-center gap-2 font-medium text-14" })}
      pictureClass="mt-3"
      className="card-part"
      columns={points.length}
      refs={refs}
      scale={scale}
      usual={usual}
      edges={(narrow) => (large ? (narrow ? NARROW : LARGE) : SMALL)}
      labelGap={6}
      small={!large}
      draw={(plot) => (
        <WeeklyPlot
          points={points}
          refs={refs}
          limit={scale.limit}
          ticks={scale.ticks.filter((_, i) => large || scale.ticks.length < 5 || i % 2 === 0)}
          labels={(large ? (plot.narrow ? NARROW : LARGE) : SMALL).labels}
          plot={plot}
        />
      )}
      tip={(column) => {
        const week = points[column];
        return week && <WeekTip mineral={mineral} week={week} />;
      }}
      sentence={(column) => {
        const week = points[column];
        return week ? weekSentence(mineral, week) : "";
      }}
      description={describeWeeks(mineral, points, refs)}
      supplements={days}
      {...(large && {
        legend: (farLimit: string | null) => (
          <WeeklyLegend points={points} className="mt-2 md:pl-[46px]" farLimit={farLimit} />
        ),
      })}
      tableName={`${NUTRIENTS[mineral].label}, weekly averages`}
      table={() => <WeeklyTable mineral={mineral} points={points} averages={averages} />}
    />
  );
};

/** The drawing: in HTML, so that it is laid out without being measured. */
const WeeklyPlot = ({
  points,
  refs: { target, ear },
  limit,
  ticks,
  labels,
  plot: { height, top, bottom, left, right, getY },
}: {
  points: readonly WeekPoint[];
  refs: Pick<DailyRefs, "target" | "ear">;
  /** The upper limit where it is drawn. */
  limit: number | null;
  ticks: readonly number[];
  /** How many weeks get a label at most. */
  labels: number;
  plot: Plot;
}) => {
  const column = 100 / points.length;
  const inPlot = (value: number) => getY(value) - top;
  return (
    <>
      {ticks.map((tick) => (
        <span
          key={tick}
          className="absolute right-0 border-line border-t"
          style={{ left, right, top: getY(tick) }}
        >
          <span className="-translate-y-1/2 absolute top-0 right-full mr-2 text-12 text-ink-3 leading-none">
            {formatReference(tick)}
          </span>
        </span>
      ))}
      <div className="absolute" style={{ left, right, top, bottom }}>
        {target !== null && (
          <span
            className={cx(
              "absolute inset-x-0 border-mineral border-t-[1.5px]",
              ear !== null && "border-b-[1.5px] bg-mineral-tint [border-bottom-style:dotted]",
            )}
            style={{
              top: inPlot(target),
              height: ear === null ? 0 : Math.max(inPlot(ear) - inPlot(target), 0),
            }}
          />
        )}
        {limit !== null && (
          <i
            className="absolute inset-x-0 h-1.5 border-ink-3 border-x-[1.5px] border-t-[1.5px]"
            style={{ top: inPlot(limit) }}
          />
        )}
        {points.map((point, i) => (
          <Week key={point.start} point={point} left={i * column} width={column} getY={inPlot} />
        ))}
      </div>
      <div className="absolute text-12 text-ink-3" style={{ left, right, top: height - bottom + 6 }}>
        {labelledWeeks(points, labels).map((i) => (
          <span
            key={i}
            className={cx("absolute whitespace-nowrap leading-none", i > 0 && "-translate-x-1/2")}
            style={{ left: `${i === 0 ? 0 : (i + 0.5) * column}%` }}
          >
            {formatDate(points[i]?.start ?? "", "tick")}
          </span>
        ))}
      </div>
    </>
  );
};
