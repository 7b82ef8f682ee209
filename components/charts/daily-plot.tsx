"use client";

import { useId } from "react";
import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  ReferenceArea,
  ReferenceLine,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import { formatReference } from "@/lib/format";
import { type DailyPoint, type DailyRefs, dayLabel, isAtLeast, labelledDays, PLOT } from "./daily-scale";

/** Height of the hatch that says "may be more", in pixels. */
const HATCH = 24;
const WIDEST_BAR = 20;

type DailyPlotProps = {
  points: readonly DailyPoint[];
  refs: DailyRefs;
  scale: { ticks: readonly number[]; top: number; limit: number | null };
  today: string | undefined;
  height: number;
  /** Room at the right for the labels of the lines. */
  right: number;
};

/** The drawing itself, and the only thing that needs recharts; loaded when it is shown. */
export const DailyPlot = ({ points, refs, scale, today, height, right }: DailyPlotProps) => {
  const id = useId();
  const patterns = { hatch: `${id}-hatch`, fade: `${id}-fade`, mask: `${id}-mask` };
  const axis = { fontSize: 12, fill: "var(--ink-3)" };
  return (
    <BarChart
      responsive
      accessibilityLayer={false}
      data={[...points]}
      margin={{ top: PLOT.top, right, bottom: 0, left: 0 }}
      barCategoryGap="18%"
      maxBarSize={WIDEST_BAR}
      style={{ width: "100%", height }}
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
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="date"
        ticks={[...labelledDays(points)]}
        interval={0}
        tickFormatter={(date: string) => dayLabel(date, today)}
        tick={axis}
        tickLine={false}
        axisLine={{ stroke: "var(--line-2)" }}
        height={PLOT.bottom}
        tickMargin={6}
      />
      <YAxis
        domain={[0, scale.top]}
        // Without a single amount the scale must still stand; it always holds every amount there is.
        allowDataOverflow
        ticks={[...scale.ticks]}
        tickFormatter={formatReference}
        tick={axis}
        tickLine={false}
        axisLine={false}
        width={PLOT.left}
      />
      {refs.target !== null && refs.ear !== null && refs.ear < refs.target && (
        <ReferenceArea y1={refs.ear} y2={refs.target} fill="var(--mt)" fillOpacity={1} />
      )}
      {refs.ear !== null && (
        <ReferenceLine y={refs.ear} stroke="var(--m)" strokeWidth={1.5} strokeDasharray="2 4" />
      )}
      {refs.target !== null && <ReferenceLine y={refs.target} stroke="var(--m)" strokeWidth={1.5} />}
      <Bar
        dataKey="amount"
        isAnimationActive={false}
        shape={(bar: BarShapeProps) => <DayBar {...bar} hatch={patterns.hatch} mask={patterns.mask} />}
      />
      <EmptyDays points={points} hatch={patterns.hatch} mask={patterns.mask} />
      {scale.limit !== null && (
        <LimitBracket limit={scale.limit} first={points[0]?.date} last={points.at(-1)?.date} />
      )}
    </BarChart>
  );
};

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

/** A day with an amount: food solid (lighter when incomplete), supplement outlined on top, hatch for "at least". */
const DayBar = ({ x, y, width, height, payload, hatch, mask }: BarShapeProps & Hatching) => {
  const point = payload as DailyPoint;
  if (point.amount === null) return <g />;
  const part =
    point.supplement === null || point.amount <= 0 ? 0 : Math.min(point.supplement / point.amount, 1);
  const supplement = height * part;
  const food = height - supplement;
  const fill = point.state === "complete" ? "var(--m)" : "color-mix(in oklab, var(--m) 42%, var(--surface))";
  const base = y + height;
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

/** Days without an amount: a hollow dot when nothing is logged, a hatch from the baseline when nothing reports it. */
const EmptyDays = ({ points, ...hatching }: Hatching & { points: readonly DailyPoint[] }) => {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const base = y?.(0);
  if (!x || base === undefined) return null;
  return points.map((point) => {
    const start = x(point.date, { position: "start" });
    const end = x(point.date, { position: "end" });
    if (point.amount !== null || start === undefined || end === undefined) return null;
    const middle = (start + end) / 2;
    const width = Math.min((end - start) * 0.64, WIDEST_BAR);
    return point.state === "none" ? (
      <circle
        key={point.date}
        data-date={point.date}
        data-state="none"
        cx={middle}
        cy={base - 5}
        // Over a year the dots stand closer than they are wide, and would run into a bar.
        r={Math.min(1.75, (end - start) * 0.3)}
        fill="none"
        stroke="var(--control)"
        strokeWidth={Math.min(1, (end - start) * 0.3)}
      />
    ) : (
      <g key={point.date} data-date={point.date} data-state="unknown">
        <Hatch x={middle - width / 2} bottom={base - 1} width={width} {...hatching} />
      </g>
    );
  });
};

/** The upper limit: a line with its ends turned down. */
const LimitBracket = ({
  limit,
  first,
  last,
}: {
  limit: number;
  first: string | undefined;
  last: string | undefined;
}) => {
  const x = useXAxisScale();
  const y = useYAxisScale()?.(limit);
  const from = x?.(first, { position: "start" });
  const to = x?.(last, { position: "end" });
  if (y === undefined || from === undefined || to === undefined) return null;
  return (
    <path d={`M${from} ${y + 6}V${y}H${to}V${y + 6}`} fill="none" stroke="var(--ink-3)" strokeWidth={1.5} />
  );
};
