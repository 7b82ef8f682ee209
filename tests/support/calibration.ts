import withinPersonSd from "@/data/reference/within-person-sd.json";
import { referenceIntake } from "@/lib/nutrition";
import {
  type AdequacyVerdict,
  type ProbabilityRange,
  verdictOver,
  wordingOf,
} from "@/lib/nutrition/adequacy-words";
import { normalCdf, normalQuantile } from "@/lib/nutrition/distributions";
import { earZ } from "@/lib/nutrition/ear-comparison";
import {
  type IronDistribution,
  ironDistributionOf,
  ironProbability,
  ironProbabilityAt,
} from "@/lib/nutrition/iron-requirement";
import { highestProbability, lowestProbability, type Need } from "@/lib/nutrition/word-range";
import { ON, woman40 } from "./nutrition";

/*
 * Simulated people, for what the words of a verdict hold. A person has a usual intake, drawn log-normal around a multiple
 * of the average need, and a requirement of their own, drawn from the distribution of their group. Their days scatter
 * around the usual intake. A word "below" is wrong when usual intake meets the person's requirement, "meets" when it does
 * not: as a share of the people who are told the word.
 */

export const SIMULATED = ["magnesium", "zinc", "calcium", "iron", "selenium", "vitaminC"] as const;
export type Simulated = (typeof SIMULATED)[number];

/** Days as a log-normal share of usual intake; or of three fifths of it, which is more skewed at the same CV. */
export type Shape = "log-normal" | "more skewed";

export type Cell = {
  readonly nutrient: Simulated;
  /** True within-person CV as a multiple of the survey's. */
  readonly cvFactor: number;
  readonly autocorrelation: number;
  readonly shape: Shape;
  readonly days: number;
  /** Median usual intake of the group as a multiple of the average need. */
  readonly median: number;
};

export const WORDS = [
  "very-probably-below",
  "probably-below",
  "probably-meets",
  "very-probably-meets",
] as const;
export type Word = (typeof WORDS)[number];
/** What the words may be wrong in, as a share of those who are told them. */
export const MAY_BE_WRONG: { readonly [W in Word]: number } = {
  "very-probably-below": 0.05,
  "probably-below": 0.2,
  "probably-meets": 0.2,
  "very-probably-meets": 0.05,
};

export type Tally = { [W in Word]: { said: number; wrong: number } };

/** SD of the logarithm of usual intake within a simulated group. */
const GROUP_SD = 0.3;
const FLOOR = { "log-normal": 0, "more skewed": 0.4 } as const;

/** Mulberry32: 32 bits of state, uniform on 0 to 1. */
export const generator = (seed: number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Standard normal values by the method of Box and Muller. */
const normals = (uniform: () => number) => {
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const value = spare;
      spare = null;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
};

/** The survey's CV and SD of a woman of 40, and the CV that words allow for. */
const surveyOf = (nutrient: Simulated): { cv: number; sd: number | null; wordsCv: number } => {
  if (nutrient === "selenium") {
    const { cvPercent, wordsCvPercent } = withinPersonSd.assumed.selenium;
    return { cv: cvPercent / 100, sd: null, wordsCv: wordsCvPercent / 100 };
  }
  const row = withinPersonSd.rows.find(
    (r) => r.nutrient === nutrient && r.sex === "female" && r.fromYears === 19,
  );
  if (!row) throw new Error(`No survey row of ${nutrient}`);
  return { cv: row.cvPercent / 100, sd: row.sd, wordsCv: row.cvPercent / 100 };
};

type Subject = {
  readonly nutrient: Simulated;
  readonly need: Need;
  readonly cv: number;
  readonly wordsCv: number;
  readonly sd: number | null;
  readonly ear: number;
  readonly distribution: IronDistribution | null;
};

/** What a woman of 40 is judged by. */
export const subjectOf = (nutrient: Simulated): Subject => {
  const reference = referenceIntake(nutrient, woman40, ON, "nasem");
  const { ear } = reference;
  if (ear === null || reference.target === null) throw new Error(`${nutrient} has no average requirement`);
  const distribution = nutrient === "iron" ? ironDistributionOf(reference) : null;
  const need: Need =
    distribution === null
      ? { kind: "ear", level: ear, sd: nutrient === "calcium" ? (reference.target - ear) / 2 : ear / 10 }
      : { kind: "iron", level: ear, distribution };
  return { nutrient, need, ...surveyOf(nutrient), ear, distribution };
};

/** A requirement: the quantile `p` of the group's. */
const requirementAt = ({ need }: Subject, p: number): number => {
  if (need.kind !== "iron") return need.level + (need.kind === "ear" ? need.sd : 0) * normalQuantile(p);
  let [low, high] = [0, 2 * (need.distribution.values.at(-1) ?? Number.NaN)];
  for (let step = 0; step < 30; step += 1) {
    const middle = (low + high) / 2;
    if (ironProbabilityAt(need.distribution, middle) < p) low = middle;
    else high = middle;
  }
  return high;
};

/** The rule that words a mean of days. */
export type Rule = (subject: Subject, mean: number, variance: number, days: number) => AdequacyVerdict;

/** The rule in use: a word holds over the whole range. */
export const byRange: Rule = ({ nutrient, need, wordsCv }, mean, variance, days) => {
  const spread = { surveyCv: wordsCv, ownVariance: variance, doseVariance: 0 };
  const judged = { fromFood: mean, fromSupplements: 0, raised: 1, days, spread };
  const low = lowestProbability(need, judged);
  const range: ProbabilityRange = { low, high: low >= 0.8 ? 1 : highestProbability(need, judged) };
  return verdictOver(range, wordingOf(nutrient));
};

/** The rule without the range: the probability of IOM 2000 with the survey's SD. */
export const byProbability: Rule = ({ nutrient, need, cv, sd, ear, distribution }, mean, _, days) => {
  const sdWithin = sd ?? cv * mean;
  const probability =
    distribution !== null
      ? ironProbability(distribution, mean, sdWithin / Math.sqrt(days))
      : normalCdf(
          earZ({ mean, ear, sdRequirement: need.kind === "ear" ? need.sd : Number.NaN, sdWithin, days }),
        );
  return verdictOver({ low: probability, high: probability }, wordingOf(nutrient));
};

/** Mean and variance of the days of each of `people`, for a usual intake of 1. */
const simulateDays = (
  cell: Omit<Cell, "median">,
  cv: number,
  people: number,
  normal: () => number,
): { mean: Float64Array; variance: Float64Array } => {
  const { autocorrelation: r, shape, days } = cell;
  const floor = FLOOR[shape];
  const sigma = Math.sqrt(Math.log1p(((cv * cell.cvFactor) / (1 - floor)) ** 2));
  const mean = new Float64Array(people);
  const variance = new Float64Array(people);
  for (let i = 0; i < people; i += 1) {
    let [z, sum, squares] = [0, 0, 0];
    for (let day = 0; day < days; day += 1) {
      const fresh = normal();
      z = day === 0 ? fresh : r * z + Math.sqrt(1 - r * r) * fresh;
      const x = floor + (1 - floor) * Math.exp(sigma * z - (sigma * sigma) / 2);
      sum += x;
      squares += x * x;
    }
    mean[i] = sum / days;
    variance[i] = Math.max(0, (squares - (sum * sum) / days) / (days - 1));
  }
  return { mean, variance };
};

const emptyTally = (): Tally =>
  Object.fromEntries(WORDS.map((word) => [word, { said: 0, wrong: 0 }])) as Tally;

export type Grid = {
  readonly nutrients: readonly Simulated[];
  readonly cvFactors: (nutrient: Simulated) => readonly number[];
  readonly autocorrelations: readonly number[];
  readonly shapes: readonly Shape[];
  readonly days: readonly number[];
  readonly medians: readonly number[];
  readonly people: number;
  readonly seed: number;
};

/** How often each word is said and is wrong, in each cell of a grid, under each rule. */
export const simulate = <R extends string>(
  grid: Grid,
  rules: { readonly [K in R]: Rule },
): { cell: Cell; tallies: { [K in R]: Tally } }[] => {
  const uniform = generator(grid.seed);
  const normal = normals(uniform);
  const names = Object.keys(rules) as R[];
  const results: { cell: Cell; tallies: { [K in R]: Tally } }[] = [];
  for (const nutrient of grid.nutrients) {
    const subject = subjectOf(nutrient);
    const requirements = Float64Array.from({ length: 4096 }, (_, i) =>
      requirementAt(subject, (i + 0.5) / 4096),
    );
    for (const cvFactor of grid.cvFactors(nutrient))
      for (const autocorrelation of grid.autocorrelations)
        for (const shape of grid.shapes)
          for (const days of grid.days) {
            const group = { nutrient, cvFactor, autocorrelation, shape, days };
            const scatter = simulateDays(group, subject.cv, grid.people, normal);
            for (const median of grid.medians) {
              const tallies = Object.fromEntries(names.map((name) => [name, emptyTally()])) as {
                [K in R]: Tally;
              };
              for (let i = 0; i < grid.people; i += 1) {
                const usual = median * subject.ear * Math.exp(GROUP_SD * normal());
                const meets = usual >= (requirements[Math.floor(uniform() * 4096)] as number);
                const mean = usual * (scatter.mean[i] as number);
                const variance = usual ** 2 * (scatter.variance[i] as number);
                for (const name of names) {
                  const verdict = rules[name](subject, mean, variance, days);
                  if (verdict === "cannot-tell") continue;
                  const tally = tallies[name][verdict as Word];
                  tally.said += 1;
                  if (meets !== verdict.endsWith("meets")) tally.wrong += 1;
                }
              }
              results.push({ cell: { ...group, median }, tallies });
            }
          }
  }
  return results;
};

/** True CVs that are simulated: the survey's and above; selenium's, which is assumed, up to twice as large. */
export const cvFactorsOf = (nutrient: Simulated): readonly number[] =>
  nutrient === "selenium" ? [1, 1.5, 2] : [1, 1.25, 1.5];

/**
 * Whether the words are to hold in a cell: up to 1.25 times the survey's CV in every group, at 1.5 times in the groups
 * around the average need. In those beyond, a word can be wrong more often (docs/decisions/004-adequacy.md).
 */
export const isHeld = ({ nutrient, cvFactor, median }: Cell): boolean =>
  nutrient === "selenium" || cvFactor <= 1.25 || (median >= 0.85 && median <= 1.15);
