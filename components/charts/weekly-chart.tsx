"use client";

import { type KeyboardEvent, type PointerEvent, useId, useState } from "react";
import { formatDate, formatReference, unitOf } from "@/lib/format";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { Hallmark } from "../nutrition/hallmark";
import { cx } from "../ui/class-names";
import { ChartDetails } from "./chart-details";
import { placeLabels, yScale } from "./daily-scale";
import {
  daysCounted,
  describeWeeks,
  FEW_DAYS,
  labelledWeeks,
  type WeekPoint,
  weekAmount,
  weekName,
  weekSentence,
} from "./weekly-scale";
import { WeeklyTable } from "./weekly-table";

/** Height of the plot and room at its sides, in pixels. */
const HEIGHT = 116;
const LEFT = 40;
const RIGHT = 78;
const HATCH = 9;

type WeeklyChartProps = {
  mineral: Mineral;
  points: readonly WeekPoint[];
  target: number | null;
  ear: number | null;
};

/**
 * Weekly averages of one mineral against average need and target. A week without a day that counts is a gap with a
 * hollow dot. ← and → move through the weeks; the table below holds the same figures.
 */
export const WeeklyChart = ({ mineral, points, target, ear }: WeeklyChartProps) => {
  const id = useId();
  const [active, setActive] = useState<number | null>(null);
  const last = points.length - 1;
  const refs = { target, ear, ul: null, ulScope: null };
  const scale = yScale(
    points.map(({ start, mean }) => ({ date: start, amount: mean, state: "complete", supplement: null })),
    refs,
  );
  const yOf = (value: number) => HEIGHT * (1 - value / scale.top);
  const column = 100 / points.length;
  const labels = placeLabels(
    [
      { key: "target", name: "Target", value: target },
      { key: "ear", name: "Need", value: ear },
    ].flatMap(({ key, name, value }) =>
      value === null ? [] : [{ key, name, value: formatReference(value), y: yOf(value) }],
    ),
    15,
    HEIGHT,
  );
  const week = active === null ? undefined : points[active];

  const onPointer = (event: PointerEvent<HTMLDivElement>) => {
    const area = event.currentTarget.getBoundingClientRect();
    const share = (event.clientX - area.left - LEFT) / (area.width - LEFT - RIGHT);
    setActive(share >= 0 && share < 1 ? Math.floor(share * points.length) : null);
  };
  const onKey = (event: KeyboardEvent<HTMLDivElement>) => {
    const moves: { readonly [key: string]: number | null } = {
      ArrowLeft: Math.max((active ?? last + 1) - 1, 0),
      ArrowRight: Math.min((active ?? last - 1) + 1, last),
      Home: 0,
      End: last,
      Escape: null,
    };
    const to = moves[event.key];
    if (to === undefined || (event.key === "Escape" && active === null)) return;
    event.preventDefault();
    event.stopPropagation();
    setActive(to);
  };

  return (
    <figure data-mineral={mineral} className="card-part min-w-0">
      <figcaption id={`${id}-title`} className="flex items-center gap-2 font-medium text-14">
        <Hallmark mineral={mineral} size={20} />
        {NUTRIENTS[mineral].label}
        <span className="font-normal text-12 text-ink-3">{unitOf(mineral)} a day</span>
      </figcaption>
      <div className="relative mt-3 tabular-nums">
        {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: the picture takes the focus so that arrow keys can read it week by week */}
        <div
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-description`}
          tabIndex={0}
          className="relative touch-pan-y"
          style={{ height: HEIGHT + 22 }}
          onPointerMove={onPointer}
          onPointerDown={onPointer}
          onPointerLeave={() => setActive(null)}
          onKeyDown={onKey}
          onBlur={() => setActive(null)}
        >
          {scale.ticks
            .filter((_, i) => scale.ticks.length < 5 || i % 2 === 0)
            .map((tick) => (
              <span
                key={tick}
                className="absolute right-0 border-line border-t"
                style={{ left: LEFT, right: RIGHT, top: yOf(tick) }}
              >
                <span className="-translate-y-1/2 absolute top-0 right-full mr-2 text-12 text-ink-3 leading-none">
                  {formatReference(tick)}
                </span>
              </span>
            ))}
          <div className="absolute top-0" style={{ left: LEFT, right: RIGHT, height: HEIGHT }}>
            {target !== null && (
              <span
                className={cx(
                  "absolute inset-x-0 border-mineral border-t-[1.5px]",
                  ear !== null && "border-b-[1.5px] bg-mineral-tint [border-bottom-style:dotted]",
                )}
                style={{ top: yOf(target), height: ear === null ? 0 : Math.max(yOf(ear) - yOf(target), 0) }}
              />
            )}
            {points.map((point, i) => (
              <Week key={point.start} point={point} left={i * column} width={column} bottom={yOf} />
            ))}
            {active !== null && (
              <span
                className="absolute inset-y-0 border-ink-3 border-l border-dashed"
                style={{ left: `${(active + 0.5) * column}%` }}
              />
            )}
          </div>
          {labels.map(({ key, name, value, y }) => (
            <span
              key={key}
              className="-translate-y-1/2 absolute whitespace-nowrap text-12 leading-none"
              style={{ left: `calc(100% - ${RIGHT - 6}px)`, top: y }}
            >
              <span className="text-11 text-ink-2">{name}</span> <span className="font-medium">{value}</span>
            </span>
          ))}
          <div className="absolute text-12 text-ink-3" style={{ left: LEFT, right: RIGHT, top: HEIGHT + 6 }}>
            {labelledWeeks(points).map((i) => (
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
        {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above */}
        {week && active !== null && (
          <WeekTip
            mineral={mineral}
            week={week}
            left={`calc(${LEFT}px + (100% - ${LEFT + RIGHT}px) * ${(active + 0.5) / points.length})`}
            flip={active > last / 2}
          />
        )}
        <p aria-live="polite" className="sr-only">
          {week && weekSentence(mineral, week)}
        </p>
      </div>
      <p id={`${id}-description`} className="sr-only">
        {describeWeeks(mineral, points, { target, ear })}
      </p>
      <ChartDetails name={`${NUTRIENTS[mineral].label}, weekly averages`}>
        {() => <WeeklyTable mineral={mineral} points={points} />}
      </ChartDetails>
    </figure>
  );
};

/** One week: a bar, paler where few days stand behind it, hatched where it may be more; or the dot of a gap. */
const Week = ({
  point,
  left,
  width,
  bottom,
}: {
  point: WeekPoint;
  left: number;
  width: number;
  bottom: (value: number) => number;
}) => {
  const { start, mean, days, atLeast } = point;
  const place = { left: `${left + width * 0.18}%`, width: `${width * 0.64}%` };
  if (mean === null) {
    return (
      <span
        data-week={start}
        data-state="gap"
        className="absolute bottom-0 grid place-items-center"
        style={place}
      >
        <i className="mb-[3px] block size-1 rounded-full border border-control" />
      </span>
    );
  }
  const top = bottom(mean);
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
      <i
        className={cx(
          "block h-full min-h-[1.5px] w-full max-w-[22px] rounded-t-[2px]",
          days < FEW_DAYS ? "week-few" : "bg-mineral",
        )}
      />
    </span>
  );
};

const WeekTip = ({
  mineral,
  week,
  left,
  flip,
}: {
  mineral: Mineral;
  week: WeekPoint;
  left: string;
  flip: boolean;
}) => (
  <div
    aria-hidden
    className="no-print pointer-events-none absolute top-0 z-10 grid w-[170px] gap-[3px] rounded-md bg-raised px-3 py-2.5 text-12 shadow-pop"
    style={{ left, transform: flip ? "translateX(calc(-100% - 10px))" : "translateX(10px)" }}
  >
    <div className="font-semibold">{weekName(week.start)}</div>
    <div className="text-ink-2">
      {week.mean === null ? (
        "no day that counts"
      ) : (
        <>
          <b className="font-medium text-ink">{weekAmount(mineral, week)}</b> a day, from{" "}
          {daysCounted(week.days)}
        </>
      )}
    </div>
  </div>
);
