import { normalDensity } from "@/lib/nutrition";

/** A density as corners (amount, height), heights scaled so that the top is 1. */
export type Curve = { readonly points: readonly (readonly [at: number, height: number])[] };

const STEPS = 48;
/** How far a normal curve is drawn on either side, in SD. */
const REACH = 3.2;

/** A normal density; what would lie below 0 is cut off. @param sd above 0. */
export const normalCurve = (mean: number, sd: number): Curve => {
  const from = Math.max(0, mean - REACH * sd);
  const to = mean + REACH * sd;
  return {
    points: Array.from({ length: STEPS + 1 }, (_, i) => {
      const at = from + ((to - from) * i) / STEPS;
      return [at, normalDensity((at - mean) / sd) / normalDensity(0)] as const;
    }),
  };
};

/**
 * A density known by its percentiles only: steps between them, each as high as the share of people it holds per unit.
 * Beyond the first and last percentile nothing is drawn: the table says nothing there.
 */
export const percentileCurve = (percentiles: readonly number[], values: readonly number[]): Curve => {
  const steps: { from: number; to: number; height: number }[] = [];
  for (let i = 1; i < values.length; i += 1) {
    const [from, to] = [values[i - 1] as number, values[i] as number];
    const share = ((percentiles[i] as number) - (percentiles[i - 1] as number)) / 100;
    if (to > from) steps.push({ from, to, height: share / (to - from) });
  }
  const top = Math.max(...steps.map(({ height }) => height));
  const points: (readonly [number, number])[] = [];
  const first = steps[0];
  const last = steps.at(-1);
  if (first) points.push([first.from, 0]);
  for (const { from, to, height } of steps) points.push([from, height / top], [to, height / top]);
  if (last) points.push([last.to, 0]);
  return { points };
};

/** A single value: an upright line. */
export const levelCurve = (value: number): Curve => ({
  points: [
    [value, 0],
    [value, 1],
  ],
});

/** The span that holds all curves, with a little room on either side; never below 0. */
export const curvesRange = (curves: readonly Curve[]): { from: number; to: number } => {
  const xs = curves.flatMap(({ points }) => points.map(([at]) => at));
  const low = Math.min(...xs);
  const high = Math.max(...xs);
  const room = (high - low) * 0.04 || Math.max(high, 1) * 0.1;
  return { from: Math.max(0, low - room), to: high + room };
};

const NICE = [1, 2, 2.5, 5, 10];

/** Two to five round numbers within a span, away from its ends, where their labels would be cut. */
export const niceTicks = (from: number, to: number): readonly number[] => {
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (NICE.find((candidate) => candidate * power >= rough) ?? 10) * power;
  const margin = (to - from) * 0.05;
  const ticks: number[] = [];
  for (let i = Math.ceil((from + margin) / step); i * step <= to - margin; i += 1) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
};
