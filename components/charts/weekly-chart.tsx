"use client";

import { useId } from "react";
import { formatAmount, formatDate, formatReference, formatReferenceAmount, unitOf } from "@/lib/format";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { Hallmark } from "../nutrition/hallmark";
import { cx } from "../ui/class-names";
import { ChartDetails } from "./chart-details";
import { GUTTER, LineKey, MARK, UsualBar, type UsualMark, usualWords } from "./chart-lines";
import { type DailyPoint, type DailyRefs, PLOT, placeLabels, yScale } from "./daily-scale";
import { SupplementLane } from "./supplement-lane";
import { isNarrow, useColumns, useWidth } from "./use-columns";
import { Week, WeekTip } from "./week-bar";
import { WeeklyLegend } from "./weekly-legend";
import { describeWeeks, labelledWeeks, type WeekPoint, weekSentence } from "./weekly-scale";
import { type AveragePages, WeeklyTable } from "./weekly-table";

/** Height of the plot, room at its sides, and how many labels its axis carries: small among six, large alone. */
const SMALL = { height: 116, top: 0, left: 40, right: 78, labels: 3 };
const LARGE = { height: 260, top: PLOT.top, left: PLOT.left, right: 150, labels: 6 };
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
  const id = useId();
  const [box, width] = useWidth();
  const narrow = isNarrow(width);
  const large = title !== undefined;
  const size = large ? (narrow ? NARROW : LARGE) : SMALL;
  // On a phone the lines are named below, where the usual intake needs the room beside the weeks.
  const named = !(large && narrow && usual !== null);
  const gutter = usual === null ? 0 : GUTTER;
  const { height, top, left } = size;
  const right = (named ? size.right : 0) + gutter;
  const refs = { target, ear, ul, ulScope };
  const scale = yScale(dayPoints(points), refs, usual?.high);
  const yOf = (value: number) => height * (1 - value / scale.top);
  const column = 100 / points.length;
  const { active, handlers } = useColumns(points.length, { left, right });
  const week = active === null ? undefined : points[active];
  const worded = (value: number) => (large ? formatReferenceAmount(mineral, value) : formatReference(value));
  const labels = placeLabels(
    [
      { key: "ul", name: "Upper limit", value: scale.limit },
      { key: "target", name: "Target", value: target },
      { key: "ear", name: large ? "Average need" : "Need", value: ear },
    ]
      .flatMap(({ key, name, value }) =>
        value === null ? [] : [{ key, name, value: worded(value), y: yOf(value) }],
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
    large ? (narrow ? 32 : 17) : 15,
    height,
  );
  const lane =
    large && ulScope === "supplements" && ul !== null && points.some(({ supplement }) => supplement !== null);
  const name = `${NUTRIENTS[mineral].label}, weekly averages`;

  return (
    <figure data-mineral={mineral} className="card-part min-w-0">
      <figcaption
        id={`${id}-title`}
        className={
          large ? "font-semibold text-15 tracking-[-0.006em]" : "flex items-center gap-2 font-medium text-14"
        }
      >
        {!large && <Hallmark mineral={mineral} size={20} />}
        {large ? title : NUTRIENTS[mineral].label}{" "}
        <span className={cx("font-normal text-ink-3", large ? "text-13" : "text-12")}>
          {unitOf(mineral)} a day
        </span>
      </figcaption>
      <div className="relative mt-3 tabular-nums">
        {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: the picture takes the focus so that arrow keys can read it week by week */}
        <div
          ref={box}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-description`}
          tabIndex={0}
          className="relative touch-pan-y"
          style={{ height: top + height + 22 }}
          {...handlers}
        >
          <div className="absolute inset-x-0 bottom-0" style={{ top }}>
            {scale.ticks
              .filter((_, i) => large || scale.ticks.length < 5 || i % 2 === 0)
              .map((tick) => (
                <span
                  key={tick}
                  className="absolute right-0 border-line border-t"
                  style={{ left, right, top: yOf(tick) }}
                >
                  <span className="-translate-y-1/2 absolute top-0 right-full mr-2 text-12 text-ink-3 leading-none">
                    {formatReference(tick)}
                  </span>
                </span>
              ))}
            <div className="absolute top-0" style={{ left, right, height }}>
              {target !== null && (
                <span
                  className={cx(
                    "absolute inset-x-0 border-mineral border-t-[1.5px]",
                    ear !== null && "border-b-[1.5px] bg-mineral-tint [border-bottom-style:dotted]",
                  )}
                  style={{ top: yOf(target), height: ear === null ? 0 : Math.max(yOf(ear) - yOf(target), 0) }}
                />
              )}
              {scale.limit !== null && (
                <i
                  className="absolute inset-x-0 h-1.5 border-ink-3 border-x-[1.5px] border-t-[1.5px]"
                  style={{ top: yOf(scale.limit) }}
                />
              )}
              {points.map((point, i) => (
                <Week key={point.start} point={point} left={i * column} width={column} yOf={yOf} />
              ))}
              {active !== null && (
                <span
                  className="absolute inset-y-0 border-ink-3 border-l border-dashed"
                  style={{ left: `${(active + 0.5) * column}%` }}
                />
              )}
            </div>
            {(named ? labels : []).map((label) => (
              <span
                key={label.key}
                className="-translate-y-1/2 absolute whitespace-nowrap text-12 leading-none"
                style={{ left: `calc(100% - ${right - gutter - 6}px)`, top: label.y }}
              >
                <span className={cx("text-ink-2", large ? narrow && "block pb-0.5" : "text-11")}>
                  {label.name}
                </span>{" "}
                <span className="font-medium">{label.value}</span>
              </span>
            ))}
            {usual !== null && (
              <UsualBar
                left={`calc(100% - ${right - MARK}px)`}
                top={yOf(Math.min(usual.high, scale.top))}
                middle={yOf(Math.min(usual.mean, scale.top))}
                bottom={yOf(usual.low)}
              />
            )}
            <div className="absolute text-12 text-ink-3" style={{ left, right, top: height + 6 }}>
              {labelledWeeks(points, size.labels).map((i) => (
                <span
                  key={i}
                  className={cx("absolute whitespace-nowrap leading-none", i > 0 && "-translate-x-1/2")}
                  style={{ left: `${i === 0 ? 0 : (i + 0.5) * column}%` }}
                >
                  {formatDate(points[i]?.start ?? "", "tick")}
                </span>
              ))}
            </div>
          </div>
        </div>
        {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above */}
        {week && active !== null && (
          <WeekTip
            mineral={mineral}
            week={week}
            left={`calc(${left}px + (100% - ${left + right}px) * ${(active + 0.5) / points.length})`}
            flip={active > (points.length - 1) / 2}
          />
        )}
        <p aria-live="polite" className="sr-only">
          {week && weekSentence(mineral, week)}
        </p>
      </div>
      {lane && (
        <SupplementLane
          mineral={mineral}
          points={dayPoints(points)}
          limit={ul}
          right={right}
          named={right > 120}
        />
      )}
      <p id={`${id}-description`} className="sr-only">
        {describeWeeks(mineral, points, refs)} {usual !== null && `${usualWords(mineral, usual)} `}A table
        follows.
      </p>
      {large && (
        <>
          {!named && <LineKey labels={labels} />}
          <WeeklyLegend
            points={points}
            className="mt-2 md:pl-[46px]"
            farLimit={
              ulScope === "total" && ul !== null && scale.limit === null
                ? formatReferenceAmount(mineral, ul)
                : null
            }
          />
        </>
      )}
      <div className={large ? "md:pl-[46px]" : undefined}>
        <ChartDetails name={name}>
          {() => <WeeklyTable mineral={mineral} points={points} averages={averages} />}
        </ChartDetails>
      </div>
    </figure>
  );
};
