"use client";

import { useId } from "react";
import { Layer, Surface } from "recharts";
import { formatReference } from "@/lib/format";
import {
  type DailyPoint,
  type DailyRefs,
  dayBand,
  dayLabel,
  isAtLeast,
  labelledDays,
  PLOT,
} from "./daily-scale";

/** Height of the hatch that says "may be more", in pixels. */
const HATCH = 24;

type DailyPlotProps = {
  points: readonly DailyPoint[];
  refs: DailyRefs;
  scale: { ticks: readonly number[]; top: number; limit: number | null };
  today: string | undefined;
  /** Size of the whole drawing in pixels. */
  width: number;
  height: number;
  /** Room at the right for the labels of the lines. */
  right: number;
};

/**
 * The drawing itself. Of recharts it takes the surface and layers: BarChart with its axes brings a state store,
 * and weighs more than all the code of the page (docs/decisions/021-javascript-budget.md).
 */
export const DailyPlot = ({ points, refs, scale, today, width, height, right }: DailyPlotProps) => {
  const id = useId();
  const patterns = { hatch: `${id}-hatch`, fade: `${id}-fade`, mask: `${id}-mask` };
  const end = Math.max(width - right, PLOT.left);
  const base = height - PLOT.bottom;
  const getY = (value: number) => base - (value / scale.top) * (base - PLOT.top);
  const labelled = new Set(labelledDays(points));
  const bands = points.map((point, index) => ({ point, ...dayBand(index, points.length, end) }));
  return (
    <Surface
      width={width}
      height={height}
      // Stretched only while the server's guess of the width stands.
      preserveAspectRatio="none"
      style={{ display: "block", width: "100%", height: "100%" }}
    >
      <defs>
        <pattern
          id={patterns.hatch}
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(38)"
        >
          <rect width="1.5" height="5" fill="var(--m)" />
        </pattern>
        <linearGradient id={patterns.fade} x1="0" y1="1" x2="0" y2="0">
          <stop offset=".1" stopColor="#fff" />
          <stop offset="1" stopColor="#fff" stopOpacity="0" />
        </linearGradient>
        <mask id={patterns.mask} maskContentUnits="objectBoundingBox">
          <rect width="1" height="1" fill={`url(#${patterns.fade})`} />
        </mask>
      </defs>
      <Layer className="chart-grid">
        {scale.ticks.map((tick) => (
          <Rule key={tick} from={PLOT.left} to={end} y={getY(tick)} stroke="var(--line)" />
        ))}
      </Layer>
      {refs.target !== null && refs.ear !== null && refs.ear < refs.target && (
        <rect
          x={PLOT.left}
          y={getY(refs.target)}
          width={end - PLOT.left}
          height={getY(refs.ear) - getY(refs.target)}
          fill="var(--mt)"
        />
      )}
      <Layer className="chart-axes" fontSize={12} fill="var(--ink-3)">
        <Rule from={PLOT.left} to={end} y={base} stroke="var(--line-2)" />
        {scale.ticks.map((tick) => (
          <text key={tick} x={PLOT.left - 8} y={getY(tick)} dy="0.355em" textAnchor="end">
            {formatReference(tick)}
          </text>
        ))}
        {bands.map(
          ({ point, middle }) =>
            labelled.has(point.date) && (
              <text key={point.date} x={middle} y={base + 12} dy="0.71em" textAnchor="middle">
                {dayLabel(point.date, today)}
              </text>
            ),
        )}
      </Layer>
      {refs.ear !== null && (
        <Rule
          from={PLOT.left}
          to={end}
          y={getY(refs.ear)}
          stroke="var(--m)"
          strokeWidth={1.5}
          strokeDasharray="2 4"
        />
      )}
      {refs.target !== null && (
        <Rule from={PLOT.left} to={end} y={getY(refs.target)} stroke="var(--m)" strokeWidth={1.5} />
      )}
      <Layer className="chart-days">
        {bands.map(({ point, bar, middle, band }) =>
          point.amount === null ? (
            <EmptyDay
              key={point.date}
              point={point}
              middle={middle}
              band={band}
              base={base}
              width={bar}
              {...patterns}
            />
          ) : (
            <DayBar
              key={point.date}
              point={point}
              amount={point.amount}
              x={middle - bar / 2}
              y={getY(point.amount)}
              base={base}
              width={bar}
              {...patterns}
            />
          ),
        )}
      </Layer>
      {scale.limit !== null && <LimitBracket y={getY(scale.limit)} from={PLOT.left} to={end} />}
    </Surface>
  );
};

type RuleProps = {
  from: number;
  to: number;
  y: number;
  stroke: string;
  strokeWidth?: number;
  strokeDasharray?: string;
};

const Rule = ({ from, to, y, ...line }: RuleProps) => <line x1={from} x2={to} y1={y} y2={y} {...line} />;

type Hatching = { hatch: string; mask: string };

const Hatch = ({
  x,
  bottom,
  width,
  hatch,
  mask,
}: Hatching & { x: number; bottom: number; width: number }) => (
  <g mask={`url(#${mask})`}>
    <rect x={x} y={bottom - HATCH} width={width} height={HATCH} fill={`url(#${hatch})`} />
  </g>
);

type DayBarProps = Hatching & {
  point: DailyPoint;
  amount: number;
  /** Left edge and top of the bar, and the baseline. */
  x: number;
  y: number;
  base: number;
  width: number;
};

/** A day with an amount: food solid (lighter when not marked complete), supplement outlined on top, hatch for "at least". */
const DayBar = ({ point, amount, x, y, base, width, hatch, mask }: DayBarProps) => {
  const part = point.supplement === null || amount <= 0 ? 0 : Math.min(point.supplement / amount, 1);
  const height = base - y;
  const supplement = height * part;
  const food = height - supplement;
  const fill = point.state === "complete" ? "var(--m)" : "color-mix(in oklab, var(--m) 42%, var(--surface))";
  const radius = part === 0 && !isAtLeast(point) ? Math.min(2, food, width / 2) : 0;
  return (
    <g data-date={point.date} data-state={point.state}>
      {food > 0 ? (
        <path
          d={`M${x} ${base}V${base - food + radius}q0 ${-radius} ${radius} ${-radius}h${width - 2 * radius}q${radius} 0 ${radius} ${radius}V${base}z`}
          fill={fill}
        />
      ) : (
        part === 0 && <rect x={x} y={base - 1.5} width={width} height={1.5} fill={fill} />
      )}
      {supplement > 1.5 && (
        <rect
          x={x + 0.75}
          y={y + 0.75}
          width={Math.max(width - 1.5, 0)}
          height={Math.max(supplement - (food > 0 ? 3 : 1.5), 0)}
          rx={1.5}
          fill="color-mix(in oklab, var(--m) 22%, var(--surface))"
          stroke="var(--m)"
          strokeWidth={1.5}
        />
      )}
      {isAtLeast(point) && <Hatch x={x} bottom={y - 1} width={width} hatch={hatch} mask={mask} />}
    </g>
  );
};

type EmptyDayProps = Hatching & {
  point: DailyPoint;
  middle: number;
  /** Width of the day's column. */
  band: number;
  base: number;
  width: number;
};

/** A day without an amount: a hollow dot when nothing is logged, a hatch from the baseline when nothing reports it. */
const EmptyDay = ({ point, middle, band, base, width, hatch, mask }: EmptyDayProps) =>
  point.state === "none" ? (
    <circle
      data-date={point.date}
      data-state="none"
      cx={middle}
      cy={base - 5}
      // Over a year the dots stand closer than they are wide, and would run into a bar.
      r={Math.min(1.75, band * 0.3)}
      fill="none"
      stroke="var(--control)"
      strokeWidth={Math.min(1, band * 0.3)}
    />
  ) : (
    <g data-date={point.date} data-state="unknown">
      <Hatch x={middle - width / 2} bottom={base - 1} width={width} hatch={hatch} mask={mask} />
    </g>
  );

/** The upper limit: a line with its ends turned down. */
const LimitBracket = ({ y, from, to }: { y: number; from: number; to: number }) => (
  <path d={`M${from} ${y + 6}V${y}H${to}V${y + 6}`} fill="none" stroke="var(--ink-3)" strokeWidth={1.5} />
);
