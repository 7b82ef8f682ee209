import table from "@/data/reference/iron-requirement.json";
import { normalCdf, normalDensity, normalQuantile } from "./distributions";
import type { ReferenceIntake } from "./reference-types";

/**
 * Distribution of the iron requirement within a group. It is skewed by menstrual losses, so the z comparison with an
 * EAR does not apply and the probability is read from the distribution (IOM 2001, ch. 14).
 */
export type IronDistribution = {
  readonly key: string;
  /**
   * `published`: percentiles of IOM 2001. `converted`: percentiles of another report, brought to 18 % absorption.
   * `derived`: log-normal through the standard's EAR and RDA, or AR and PRI.
   */
  readonly basis: "published" | "converted" | "derived";
  /** Whether published percentiles were read in their source or recomputed from it; true for derived ones. */
  readonly checked: boolean;
  /** Requirement, mg a day, at each of {@link IRON_PERCENTILES}; ascending. */
  readonly values: readonly number[];
};

/** Percentiles of the tables: 2.5, 5, 10, 20 … 90, 95, 97.5. */
export const IRON_PERCENTILES: readonly number[] = table.percentiles;

/**
 * The cumulative probability is set to 1 at this multiple of the 97.5th percentile. Our choice: the report gives no
 * value beyond it, and linear interpolation needs an end point.
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
 * Requirement distribution for an iron reference; null where the standard gives no average requirement and recommended
 * intake (infants under 7 months).
 *
 * NASEM groups with percentiles in IOM 2001 use them (girls of 14 to 18 years those of Allen et al. 2006), plus what a
 * girl's growth adds, times the factor of a vegetarian allowance. All other groups, and
 * EFSA, use a log-normal distribution through the published EAR or AR (50th percentile) and RDA or PRI (97.5th; EFSA's
 * premenopausal PRI 95th). This is our derivation and marked as such.
 */
export const ironDistributionOf = (reference: ReferenceIntake): IronDistribution | null => {
  const { row, requirementFactor, requirementAdds } = reference;
  const column =
    reference.standard === "nasem" && row !== null
      ? table.columns.find((c) => c.rows.includes(row))
      : undefined;
  if (column) {
    return {
      key: column.key,
      basis: column.basis as "published" | "converted",
      checked: column.checked,
      values: column.values.map((value) => (value + requirementAdds) * requirementFactor),
    };
  }
  const median = reference.ear;
  const upper = reference.published.target;
  if (median === null || upper === null || upper <= median) return null;
  const premenopausal = reference.standard === "efsa" && row !== null && row.endsWith("-menstruating");
  return {
    key: `derived-${row === null ? "group" : row}`,
    basis: "derived",
    checked: true,
    values: logNormal(median, upper, premenopausal ? EFSA_PREMENOPAUSAL_PERCENTILE : RECOMMENDED_PERCENTILE),
  };
};

type Corners = readonly (readonly [number, number])[];
const cornersOf = new WeakMap<IronDistribution, Corners>();

/** Points (mg a day, cumulative probability) that are interpolated: 0 at 0 mg, 1 beyond the last percentile. */
const corners = (distribution: IronDistribution): Corners => {
  const found = cornersOf.get(distribution);
  if (found) return found;
  const last = distribution.values.at(-1);
  if (last === undefined) throw new Error("An iron distribution without values");
  const points: Corners = [
    [0, 0],
    ...distribution.values.map((value, i) => [value, (IRON_PERCENTILES[i] ?? Number.NaN) / 100] as const),
    [last * END_BEYOND_LAST, 1],
  ];
  cornersOf.set(distribution, points);
  return points;
};

/**
 * Probability that a member of the group requires no more than `ironMg` a day, by linear interpolation between the
 * percentiles. @returns 0 to 1.
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
 * The same by the bands of IOM 2001, Table 14-1: one probability for every intake up to and including a percentile.
 * Coarser than {@link ironProbabilityAt}; kept for comparison with the report.
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
 * Probability that usual iron intake meets the requirement of a member of the group: the mean of
 * {@link ironProbabilityAt} over a normal distribution truncated at 0. Exact, as the distribution is piecewise linear.
 *
 * IOM states that the approach "cannot be used to screen individuals" (2001, p. 571): present it as an estimate.
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
