import table from "@/data/reference/iron-requirement.json";
import { normalCdf, normalDensity, normalQuantile } from "./normal";
import type { ReferenceIntake } from "./reference-types";

/**
 * How the iron requirement is spread within a group. It is skewed (menstruation), so the method for other
 * nutrients does not hold, and the probability comes from the distribution itself (IOM 2001, ch. 14).
 */
export type IronDistribution = {
  readonly key: string;
  /** `published`: percentiles of IOM 2001. `derived`: log-normal through the standard's own average and target. */
  readonly basis: "published" | "derived";
  /** mg a day at the percentiles of {@link IRON_PERCENTILES}, rising. */
  readonly values: readonly number[];
};

/** 2.5, 5, 10, 20 … 90, 95, 97.5 %. */
export const IRON_PERCENTILES: readonly number[] = table.percentiles;

/**
 * Above the 97.5th percentile the distribution is taken to reach 1 at 1.1 times it: the report gives no
 * number there, and straight lines need an end.
 */
const END_BEYOND_LAST = 1.1;

/** EFSA's PRI for menstruating women covers about 95 % of them (EFSA 2015, doi:10.2903/j.efsa.2015.4254). */
const EFSA_PREMENOPAUSAL_PERCENTILE = 95;
const RECOMMENDED_PERCENTILE = 97.5;

const logNormal = (median: number, upper: number, upperPercentile: number): number[] => {
  const sigma = Math.log(upper / median) / normalQuantile(upperPercentile / 100);
  return IRON_PERCENTILES.map((p) => median * Math.exp(sigma * normalQuantile(p / 100)));
};

/**
 * The requirement distribution that belongs to an iron reference; null where the standard gives no pair of
 * average requirement and recommended intake (infants under 7 months).
 *
 * NASEM groups with percentiles in IOM 2001 use those, times the factor of a vegetarian allowance. Every other
 * group, and EFSA, gets a log-normal distribution through the published average (50th percentile) and target
 * (97.5th; EFSA's premenopausal PRI 95th): our derivation, marked as such.
 */
export const ironDistributionOf = (reference: ReferenceIntake): IronDistribution | null => {
  const { row, requirementFactor } = reference;
  const column =
    reference.standard === "nasem" && row !== null
      ? table.columns.find((c) => c.rows.includes(row))
      : undefined;
  if (column) {
    return {
      key: column.key,
      basis: "published",
      values: column.values.map((value) => value * requirementFactor),
    };
  }
  const median = reference.ear;
  const upper = reference.published.target;
  if (median === null || upper === null || upper <= median) return null;
  const premenopausal = reference.standard === "efsa" && row !== null && row.endsWith("-menstruating");
  return {
    key: `derived-${row === null ? "group" : row}`,
    basis: "derived",
    values: logNormal(median, upper, premenopausal ? EFSA_PREMENOPAUSAL_PERCENTILE : RECOMMENDED_PERCENTILE),
  };
};

/** The corners of the distribution as (mg a day, probability): 0 at 0 mg, 1 beyond the last percentile. */
const corners = (distribution: IronDistribution): readonly (readonly [number, number])[] => {
  const last = distribution.values.at(-1);
  if (last === undefined) throw new Error("An iron distribution without values");
  return [
    [0, 0],
    ...distribution.values.map((value, i) => [value, (IRON_PERCENTILES[i] ?? Number.NaN) / 100] as const),
    [last * END_BEYOND_LAST, 1],
  ];
};

/**
 * Probability that somebody of the group needs no more than `ironMg` a day: straight lines between the
 * percentiles, 0 at 0 mg. @returns 0 to 1.
 */
export const ironProbabilityAt = (distribution: IronDistribution, ironMg: number): number => {
  const points = corners(distribution);
  for (let i = 1; i < points.length; i += 1) {
    const [x0, p0] = points[i - 1] as readonly [number, number];
    const [x1, p1] = points[i] as readonly [number, number];
    if (ironMg <= x1) return ironMg <= x0 ? p0 : p0 + ((p1 - p0) * (ironMg - x0)) / (x1 - x0);
  }
  return 1;
};

/**
 * The same by the bands of the report (IOM 2001, Table 14-1): every intake up to and including a percentile
 * gets one probability. Coarser than {@link ironProbabilityAt}; kept because it is what the table prints.
 */
export const ironBandProbability = (distribution: IronDistribution, ironMg: number): number => {
  const band = distribution.values.findIndex((value) => ironMg <= value);
  const risk = table.bandRisk.at(band === -1 ? -1 : band);
  if (risk === undefined) throw new Error("data/reference/iron-requirement.json lacks a band");
  return 1 - risk;
};

/** Mean of max(X − a, 0) for a normal X. */
const expectedAbove = (a: number, mean: number, sd: number): number => {
  const d = mean - a;
  if (sd === 0) return Math.max(0, d);
  const z = d / sd;
  return d * normalCdf(z) + sd * normalDensity(z);
};

/**
 * Probability that usual iron intake meets the need of somebody of the group, when the mean of some days is
 * `mean` and its standard error `se`, both mg a day: the mean of {@link ironProbabilityAt} over a normal
 * distribution cut off at 0. Exact, since the distribution is made of straight lines.
 *
 * IOM says of the approach that it "cannot be used to screen individuals" (2001, p. 571): say it as an estimate.
 */
export const ironProbability = (distribution: IronDistribution, mean: number, se: number): number => {
  const points = corners(distribution);
  let expected = 0;
  for (let i = 1; i < points.length; i += 1) {
    const [x0, p0] = points[i - 1] as readonly [number, number];
    const [x1, p1] = points[i] as readonly [number, number];
    const slope = (p1 - p0) / (x1 - x0);
    expected += slope * (expectedAbove(x0, mean, se) - expectedAbove(x1, mean, se));
  }
  const aboveZero = se === 0 ? 1 : normalCdf(mean / se);
  return Math.min(1, Math.max(0, expected / aboveZero));
};
