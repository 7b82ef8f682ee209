import { normalCdf, normalDensity } from "./distributions";
import { type IronDistribution, ironProbabilityAt } from "./iron-requirement";
import { pooledVariance, type Spread } from "./within-person";

/*
 * What the words of a verdict rest on. The probability of IOM 2000 takes days to be normal and independent, and any
 * usual intake to be as likely as another. Simulated people whose days are skewed, follow each other and differ more than
 * the survey's were told a wrong "very probably" up to three times in four. The words therefore rest on a range of
 * probabilities that allows for all this. Grid, error rates and cost in days: docs/decisions/004-adequacy.md; simulation:
 * tests/unit/nutrition/calibration.test.ts.
 */

/** Assumptions behind the words; each was chosen by the simulation. */
export const WORD_ASSUMPTIONS = {
  /** Median usual intake of the groups that a person may come from, as a multiple of the average need. */
  groups: { low: 0.67, high: 1.65 },
  /** SD of the logarithm of usual intake within a group. */
  groupSd: 0.3,
  /** Correlation of the intakes of a day and the next. */
  autocorrelation: 0.3,
  /** Within-person CV as a multiple of the survey's: in the estimate, and the least for each side. */
  cvFactor: 1.15,
  leastCvFactor: { meets: 1, below: 1.15 },
} as const;

/** Variance of a mean of `days` correlated days, as a multiple of that of one independent day. */
const varianceOfMeanFactor = (days: number): number => {
  const r = WORD_ASSUMPTIONS.autocorrelation;
  return ((1 + r) / (1 - r) - (2 * r * (1 - r ** days)) / (days * (1 - r) ** 2)) / days;
};

/** The mean of the days that is judged, in the nutrient's unit. */
export type JudgedMean = {
  readonly fromFood: number;
  readonly fromSupplements: number;
  /** Factor by which `fromFood` was raised for foods without a value; 1 for what is known. */
  readonly raised: number;
  readonly days: number;
  readonly spread: Spread;
};

/** What usual intake is compared with. */
export type Need =
  | { readonly kind: "ear"; readonly level: number; readonly sd: number }
  | { readonly kind: "ai"; readonly level: number }
  | { readonly kind: "iron"; readonly level: number; readonly distribution: IronDistribution };

/** Below this, in any unit, a mean is none. */
const LEAST_MEAN = 1e-100;

/** Variance of the logarithm of the mean (that of a log-normal with the same CV). */
const logVariance = (judged: JudgedMean, leastFactor: number): number => {
  const { fromFood, fromSupplements, raised, days, spread } = judged;
  const mean = fromFood + fromSupplements;
  // Nothing at all is known no better than next to nothing, whose square is no longer a number above 0.
  if (mean < LEAST_MEAN) {
    return Math.log1p((WORD_ASSUMPTIONS.cvFactor * spread.surveyCv) ** 2 * varianceOfMeanFactor(days));
  }
  const survey = (spread.surveyCv * fromFood) ** 2;
  const own = spread.ownVariance * raised ** 2;
  const estimate = pooledVariance(WORD_ASSUMPTIONS.cvFactor ** 2 * survey, own, days);
  const ofDay = Math.max(leastFactor ** 2 * survey, estimate) + spread.doseVariance;
  return Math.log1p((ofDay * varianceOfMeanFactor(days)) / mean ** 2);
};

/** Nodes, in SDs, of the sum that stands for the integral over usual intake of the iron requirement. */
const NODES = Array.from({ length: 25 }, (_, i) => -3 + i / 4);
const WEIGHTS = NODES.map(normalDensity);
const WEIGHT = WEIGHTS.reduce((sum, weight) => sum + weight, 0);

/** P(need is met) for usual intake with a log-normal distribution. */
const probabilityOf = (need: Need, mu: number, variance: number): number => {
  if (need.kind === "iron") {
    const sd = Math.sqrt(variance);
    const sum = NODES.reduce(
      (total, node, i) =>
        total + (WEIGHTS[i] as number) * ironProbabilityAt(need.distribution, Math.exp(mu + node * sd)),
      0,
    );
    return sum / WEIGHT;
  }
  const needCv = need.kind === "ear" ? need.sd / need.level : 0;
  const sd = Math.sqrt(variance + needCv ** 2);
  const distance = mu - Math.log(need.level);
  return sd === 0 ? Number(distance > 0) : normalCdf(distance / sd);
};

/** A variance below this, of a dose beside next to no food, is none: its inverse is no number any more. */
const LEAST_VARIANCE = 1e-100;

/** A mean this small a part of the need is judged as this part: its logarithm has no end. */
const LEAST_SHARE_OF_NEED = 0.01;

const probabilityWithin = (need: Need, judged: JudgedMean, group: number, leastFactor: number): number => {
  const ofMean = logVariance(judged, leastFactor);
  const mean = Math.max(judged.fromFood + judged.fromSupplements, LEAST_SHARE_OF_NEED * need.level);
  // The mean of a log-normal lies above its median by half the variance of the logarithm.
  const observed = Math.log(mean) + ofMean / 2;
  if (ofMean < LEAST_VARIANCE) return probabilityOf(need, observed, 0);
  const ofGroup = WORD_ASSUMPTIONS.groupSd ** 2;
  const precision = 1 / ofGroup + 1 / ofMean;
  const mu = (Math.log(group * need.level) / ofGroup + observed / ofMean) / precision;
  return probabilityOf(need, mu, 1 / precision);
};

/**
 * Lowest probability that usual intake meets the need: for a person of a group that eats little of the nutrient. Usual
 * intake has a log-normal distribution in the group, and the mean of the days a log-normal error. @returns 0 to 1.
 */
export const lowestProbability = (need: Need, judged: JudgedMean): number => {
  const { groups, leastCvFactor } = WORD_ASSUMPTIONS;
  return probabilityWithin(need, judged, groups.low, leastCvFactor.meets);
};

/**
 * Highest probability that usual intake meets the need: for a person of a group that eats much of it. The own spread may
 * only widen the survey's here: few days with a low mean mostly have a small spread too. @returns 0 to 1.
 */
export const highestProbability = (need: Need, judged: JudgedMean): number => {
  const { groups, leastCvFactor } = WORD_ASSUMPTIONS;
  return probabilityWithin(need, judged, groups.high, leastCvFactor.below);
};
