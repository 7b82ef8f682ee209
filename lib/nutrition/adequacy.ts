import {
  ADEQUACY_WORDS,
  type AdequacyCaveat,
  type AdequacyReason,
  type AdequacyVerdict,
  type ProbabilityRange,
  verdictOver,
  wordingOf,
} from "./adequacy-words";
import type { DayIntake } from "./day-intake";
import { normalCdf } from "./distributions";
import { earZ, levelZ, type RequirementSd, requirementSdOf } from "./ear-comparison";
import { isEnergyBelowPlausible } from "./energy-plausibility";
import {
  type IronDistribution,
  ironBandProbability,
  ironDistributionOf,
  ironProbability,
} from "./iron-requirement";
import type { Person } from "./person";
import type { ReferenceIntake, ReferenceNutrient } from "./reference-types";
import { minimumDays, type UsualIntake, usableDays, usualIntakeFrom } from "./usual-intake";
import { highestProbability, lowestProbability, type Need } from "./word-range";

/*
 * Adequacy of usual intake: the probability, from recorded days, that a person's usual intake meets the requirement of
 * their life-stage group.
 * Method: IOM, *Dietary Reference Intakes: Applications in Dietary Assessment*, 2000, ch. 3 and app. B.
 */

// --- Minimum evidence ---------------------------------------------------------------------------------------

/** Least share of food energy, 0 to 1, from foods that report a nutrient, for a verdict on it. */
export const MIN_COVERAGE = 0.8;
/** Whether a coverage, 0 to 1, is {@link MIN_COVERAGE} or more; a mean of days can miss it by a rounding error. */
export const isCovered = (coverage: number): boolean => coverage >= MIN_COVERAGE - 1e-9;
/** Youngest age, in completed years, for which a probability is given. */
export const PROBABILITY_FROM_YEARS = 14;

/** Largest number of further days that is reported as needed. */
const MAX_FURTHER_DAYS = 365;

/** Fewest further days with which a verdict is settled, by bisection: more days of the same mean never unsettle it. */
const firstWithin = (settled: (further: number) => boolean): number | null => {
  if (!settled(MAX_FURTHER_DAYS)) return null;
  let [low, high] = [0, MAX_FURTHER_DAYS];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (settled(middle)) high = middle;
    else low = middle;
  }
  return high;
};

export type Adequacy = {
  readonly nutrient: ReferenceNutrient;
  readonly usual: UsualIntake<ReferenceNutrient>;
  readonly reference: ReferenceIntake;
  readonly method: "ear" | "iron-distribution" | "ai" | null;
  readonly verdict: AdequacyVerdict;
  readonly words: string;
  /**
   * Probability of IOM 2000, 0 to 1 and not rounded, that usual intake meets the requirement (EAR, iron) or, when the
   * mean does, is above the AI. Null with a `reason`. The words rest on `range`.
   */
  readonly probability: number | null;
  /** The same assuming foods without a value contain, per kcal, what the others do; equal at full coverage. */
  readonly probabilityIfFilled: number | null;
  /**
   * Lowest and highest probability that usual intake meets the requirement: over the groups that the person may come
   * from, and with foods without a value at nothing and at twice what the others hold per kcal. A verdict holds over all
   * of it. Displayed never as 0 or 100 %, and for iron to the nearest 5 %.
   */
  readonly range: ProbabilityRange | null;
  readonly reason: AdequacyReason | null;
  readonly caveats: readonly AdequacyCaveat[];
  /** z of the comparison; null for iron, without a probability, and without any spread. */
  readonly z: number | null;
  readonly sdRequirement: RequirementSd | null;
  /** Iron only: the requirement distribution of the group, and the probability by the bands of IOM 2001, Table 14-1. */
  readonly iron: { readonly distribution: IronDistribution; readonly byBand: number } | null;
  /** Further days, with the same mean, until there is a verdict; 0 when there is one, null when a year would not do. */
  readonly furtherDays: number | null;
};

/** Probability that a mean over a number of days meets the reference, by the method that applies to the reference. */
type Method = {
  readonly kind: "ear" | "iron-distribution" | "ai";
  readonly at: (mean: number, days: number) => number;
  readonly z: (mean: number, days: number) => number | null;
};

const methodOf = (
  reference: ReferenceIntake,
  sdWithin: number,
  sdRequirement: RequirementSd | null,
  distribution: IronDistribution | null,
): Method | null => {
  if (distribution !== null) {
    return {
      kind: "iron-distribution",
      at: (mean, days) => ironProbability(distribution, mean, sdWithin / Math.sqrt(days)),
      z: () => null,
    };
  }
  const { ear } = reference;
  if (ear !== null && sdRequirement !== null) {
    const z = (mean: number, days: number) =>
      earZ({ mean, ear, sdRequirement: sdRequirement.value, sdWithin, days });
    return { kind: "ear", at: (mean, days) => normalCdf(z(mean, days)), z };
  }
  // Without an average requirement only what lies above the published value can be judged, be it an AI or recommended.
  const level = ear === null ? reference.published.target : null;
  if (level !== null) {
    const z = (mean: number, days: number) => levelZ(mean, level, sdWithin, days);
    return {
      kind: "ai",
      at: (mean, days) => normalCdf(z(mean, days)),
      z: (mean, days) => (sdWithin === 0 ? null : z(mean, days)),
    };
  }
  return null;
};

/** What usual intake is compared with, by the method that applies. */
const needOf = (
  method: Method,
  reference: ReferenceIntake,
  sdRequirement: RequirementSd | null,
  distribution: IronDistribution | null,
): Need | null => {
  const level = method.kind === "ai" ? reference.published.target : reference.ear;
  if (level === null) return null;
  if (distribution !== null) return { kind: "iron", level, distribution };
  return method.kind === "ear" && sdRequirement !== null
    ? { kind: "ear", level, sd: sdRequirement.value }
    : { kind: "ai", level };
};

/** Foods without a value may hold this many times as much per kcal as the others before a verdict "below" would change. */
const POSSIBLE_DENSITY = 2;

const caveatsOf = (
  usual: UsualIntake<ReferenceNutrient>,
  lowEnergy: boolean,
  reference: ReferenceIntake,
  sdRequirement: RequirementSd | null,
  distribution: IronDistribution | null,
): AdequacyCaveat[] => {
  const caveats: AdequacyCaveat[] = [];
  if (usual.coverageOfMean !== null && usual.coverageOfMean < 1) caveats.push("lower-bound");
  if (lowEnergy) caveats.push("energy-below-plausible");
  if (usual.ownSd !== null) caveats.push("own-spread-pooled");
  if (wordingOf(reference.nutrient) !== "plain") caveats.push("days-far-from-normal");
  if (usual.sdWithin?.basis === "published" && !usual.sdWithin.checked) {
    caveats.push("sd-within-not-read-in-source");
  }
  if (usual.sdWithin?.basis === "estimated") caveats.push("sd-within-estimated");
  if (usual.sdWithin?.basis === "assumed") caveats.push("sd-within-assumed");
  if (distribution === null && sdRequirement?.basis === "derived") caveats.push("sd-requirement-derived");
  if (distribution?.basis === "converted") caveats.push("iron-distribution-converted");
  if (distribution?.basis === "derived") caveats.push("iron-distribution-derived");
  if (distribution?.checked === false) caveats.push("iron-distribution-not-read-in-source");
  if (distribution !== null) caveats.push("not-for-screening");
  if (reference.requirementFactor !== 1) caveats.push("vegetarian-allowance");
  return caveats;
};

/**
 * Adequacy of usual intake: the verdict, its probability, and what it is based on.
 *
 * With too few days or too little coverage there is no verdict but a machine-readable reason. Foods without a value can
 * only add to the true intake. A verdict "below" must therefore hold also when they are assumed to contain twice as much
 * per kcal as the others, and a verdict "meets" must hold without them.
 *
 * @param reference the standard's values for the person on the last day of the period. A personal target is ignored:
 *   the comparison is with the published requirement.
 * @param days days with entries. The caller leaves out the current day unless it is marked complete.
 */
export const adequacyOf = (
  reference: ReferenceIntake,
  days: readonly DayIntake[],
  person: Person,
): Adequacy => {
  const { nutrient } = reference;
  const split = usableDays(days, person);
  const usual = usualIntakeFrom(nutrient, split, person);
  const lowEnergy = isEnergyBelowPlausible(split.usable, person);
  const sdRequirement = requirementSdOf(reference);
  const distribution = nutrient === "iron" ? ironDistributionOf(reference) : null;
  const none = (verdict: AdequacyVerdict, reason: AdequacyReason, furtherDays: number | null): Adequacy => ({
    nutrient,
    usual,
    reference,
    method: null,
    verdict,
    words: ADEQUACY_WORDS[verdict],
    probability: null,
    probabilityIfFilled: null,
    range: null,
    reason,
    caveats: caveatsOf(usual, lowEnergy, reference, sdRequirement, distribution),
    z: null,
    sdRequirement,
    iron: null,
    furtherDays,
  });

  if (reference.published.target === null) return none("cannot-be-judged", "no-reference", null);
  if (person.ageYears < PROBABILITY_FROM_YEARS) return none("cannot-be-judged", "under-14", null);
  if (nutrient === "vitaminD") return none("cannot-be-judged", "method-does-not-hold", null);
  if (nutrient === "iron" && person.lifeStage === "pregnant") {
    return none("cannot-be-judged", "pregnancy-target-only", null);
  }
  const needed = minimumDays(nutrient);
  const { mean, coverage, coverageOfMean, sdWithin } = usual;
  if (coverage === null) return none("not-enough-data", "no-days", needed);
  if (mean === null || coverageOfMean === null) return none("not-enough-data", "low-coverage", null);
  if (usual.days < needed) return none("not-enough-data", "too-few-days", needed - usual.days);
  if (!isCovered(coverage)) return none("not-enough-data", "low-coverage", null);
  if (sdWithin === null) return none("cannot-be-judged", "method-does-not-hold", null);

  const method = methodOf(reference, sdWithin.value, sdRequirement, distribution);
  const need = method && needOf(method, reference, sdRequirement, distribution);
  const { spread } = usual;
  if (method === null || need === null || spread === null) {
    return none("cannot-be-judged", "method-does-not-hold", null);
  }

  const fromFood = usual.fromFood ?? mean;
  const fromSupplements = mean - fromFood;
  const filled = fromSupplements + fromFood / coverageOfMean;
  const wording = wordingOf(nutrient);
  const known = (n: number) => ({ fromFood, fromSupplements, raised: 1, days: n, spread });
  const raised = 1 + (POSSIBLE_DENSITY * (1 - coverageOfMean)) / coverageOfMean;
  const possible = (n: number) => ({ ...known(n), fromFood: fromFood * raised, raised });
  const rangeAt = (n: number): ProbabilityRange => ({
    low: lowestProbability(need, known(n)),
    high: highestProbability(need, possible(n)),
  });
  const belowAi = method.kind === "ai" && mean < need.level;
  /** Verdict after `n` days with the same mean, and whether foods without a value prevent one. */
  const judge = (n: number): { verdict: AdequacyVerdict; reason: AdequacyReason | null } => {
    if (belowAi) return { verdict: "cannot-be-judged", reason: "below-ai" };
    const range = rangeAt(n);
    const verdict = verdictOver(method.kind === "ai" ? { ...range, high: 1 } : range, wording);
    if (verdict !== "cannot-tell" || raised === 1 || method.kind === "ai") return { verdict, reason: null };
    const asLogged = verdictOver({ ...range, high: highestProbability(need, known(n)) }, wording);
    return { verdict, reason: asLogged === "cannot-tell" ? null : "coverage-could-change-it" };
  };

  const now = judge(usual.days);
  let furtherDays: number | null = now.verdict === "cannot-tell" ? null : 0;
  let { reason } = now;
  if (now.verdict === "cannot-tell" && reason === null) {
    furtherDays = firstWithin((further) => judge(usual.days + further).verdict !== "cannot-tell");
    if (furtherDays === null) reason = "close-to-requirement";
  }
  if (now.verdict === "cannot-be-judged") furtherDays = null;
  const silent = reason === "below-ai";
  return {
    nutrient,
    usual,
    reference,
    method: method.kind,
    verdict: now.verdict,
    words: ADEQUACY_WORDS[now.verdict],
    probability: silent ? null : method.at(mean, usual.days),
    probabilityIfFilled: silent ? null : method.at(filled, usual.days),
    range: silent ? null : rangeAt(usual.days),
    reason,
    caveats: caveatsOf(usual, lowEnergy, reference, sdRequirement, distribution),
    z: silent ? null : method.z(mean, usual.days),
    sdRequirement,
    iron: distribution === null ? null : { distribution, byBand: ironBandProbability(distribution, mean) },
    furtherDays,
  };
};
