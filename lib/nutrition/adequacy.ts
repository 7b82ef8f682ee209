import { LADDER } from "./confidence-levels";
import type { DayIntake } from "./day-intake";
import { normalCdf } from "./distributions";
import { earZ, levelZ, type RequirementSd, requirementSdOf } from "./ear-comparison";
import {
  type IronDistribution,
  ironBandProbability,
  ironDistributionOf,
  ironProbability,
} from "./iron-requirement";
import type { ReferenceIntake, ReferenceNutrient } from "./reference-types";
import { largestSurveyCv, minimumDays, type Person, type UsualIntake, usualIntakeOf } from "./usual-intake";

/*
 * Adequacy of usual intake: the probability, from recorded days, that a person's usual intake meets the requirement of
 * their life-stage group.
 * Method: IOM, *Dietary Reference Intakes: Applications in Dietary Assessment*, 2000, ch. 3 and app. B.
 */

// --- Verdicts and their wording -----------------------------------------------------------------------------

/** Conclusion about usual intake, by the probability that it meets the requirement. */
export type AdequacyVerdict =
  | "very-probably-below"
  | "probably-below"
  | "cannot-tell"
  | "probably-meets"
  | "very-probably-meets"
  | "cannot-be-judged"
  | "not-enough-data";

/** Wording of each verdict, used on every page. "Below" and "meets" refer to the requirement of the person's group. */
export const ADEQUACY_WORDS: { readonly [V in AdequacyVerdict]: string } = {
  "very-probably-below": "very probably below",
  "probably-below": "probably below",
  "cannot-tell": "cannot tell yet",
  "probably-meets": "probably meets",
  "very-probably-meets": "very probably meets",
  "cannot-be-judged": "cannot be judged",
  "not-enough-data": "not enough data",
};

/** Why a verdict is missing or weakened; null when neither is the case. */
export type AdequacyReason =
  /** No usable day in the period. */
  | "no-days"
  /** Fewer days than {@link minimumDays}. */
  | "too-few-days"
  /** Foods that report the nutrient give less than {@link MIN_COVERAGE} of the food energy. */
  | "low-coverage"
  /** Foods without a value might contain enough to change the verdict. */
  | "coverage-could-change-it"
  /** The standard sets no reference value for this person. */
  | "no-reference"
  /**
   * No average requirement is published, only an AI or a recommended intake, and the mean is below it, from which nothing
   * can be concluded (IOM 2000, p. 61).
   */
  | "below-ai"
  /** Under 14 years no probability is given. */
  | "under-14"
  /** In pregnancy the distribution of the iron requirement is not published; iron is shown beside its target only. */
  | "pregnancy-target-only"
  /** Vitamin D: intake says little about status, and daily intakes are far from normally distributed. */
  | "method-does-not-hold"
  /** The mean is so close to the EAR that no number of days up to a year would give a verdict. */
  | "close-to-requirement";

/** What weakens a probability; shown beside it. */
export type AdequacyCaveat =
  | "lower-bound"
  | "days-far-from-normal"
  | "sd-within-not-read-in-source"
  | "sd-within-estimated"
  | "sd-within-assumed"
  | "sd-requirement-derived"
  | "iron-distribution-derived"
  | "iron-distribution-not-read-in-source"
  | "vegetarian-allowance"
  | "not-for-screening";

/**
 * How strong the wording may be. Above a within-person CV of 60–70 % the method is unreliable (IOM 2000, p. 194): zinc
 * (up to 66 %) is never "very probably", vitamin C (up to 92 %) is always worded one step weaker.
 */
type Wording = "plain" | "without-very" | "one-step-weaker";

const wordingOf = (nutrient: ReferenceNutrient): Wording => {
  const cv = largestSurveyCv(nutrient);
  if (cv === null || cv <= 60) return "plain";
  return cv <= 70 ? "without-very" : "one-step-weaker";
};

const verdictAt = (probability: number, wording: Wording): AdequacyVerdict => {
  const sure = Math.max(probability, 1 - probability);
  const meets = probability > 0.5;
  const very = sure >= LADDER.veryProbably;
  if (wording === "one-step-weaker" ? !very : sure < LADDER.probably) return "cannot-tell";
  if (wording === "plain" && very) return meets ? "very-probably-meets" : "very-probably-below";
  return meets ? "probably-meets" : "probably-below";
};

const isBelow = (verdict: AdequacyVerdict): boolean =>
  verdict === "probably-below" || verdict === "very-probably-below";
const isMeets = (verdict: AdequacyVerdict): boolean =>
  verdict === "probably-meets" || verdict === "very-probably-meets";

// --- Minimum evidence ---------------------------------------------------------------------------------------

/** Least share of food energy, 0 to 1, from foods that report a nutrient, for a verdict on it. */
export const MIN_COVERAGE = 0.8;
/** Youngest age, in completed years, for which a probability is given. */
export const PROBABILITY_FROM_YEARS = 14;

/** Largest number of further days that is reported as needed. */
const MAX_FURTHER_DAYS = 365;

export type Adequacy = {
  readonly nutrient: ReferenceNutrient;
  readonly usual: UsualIntake<ReferenceNutrient>;
  readonly reference: ReferenceIntake;
  readonly method: "ear" | "iron-distribution" | "ai" | null;
  readonly verdict: AdequacyVerdict;
  readonly words: string;
  /**
   * Probability, 0 to 1 and not rounded, that usual intake meets the requirement (EAR, iron) or, when the mean does, is
   * above the AI. Null with a `reason`. Displayed never as 0 or 100 %, and for iron to the nearest 5 %.
   */
  readonly probability: number | null;
  /** The same assuming foods without a value contain, per kcal, what the others do; equal at full coverage. */
  readonly probabilityIfFilled: number | null;
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

const caveatsOf = (
  usual: UsualIntake<ReferenceNutrient>,
  reference: ReferenceIntake,
  sdRequirement: RequirementSd | null,
  distribution: IronDistribution | null,
): AdequacyCaveat[] => {
  const caveats: AdequacyCaveat[] = [];
  if (usual.coverageOfMean !== null && usual.coverageOfMean < 1) caveats.push("lower-bound");
  if (wordingOf(reference.nutrient) !== "plain") caveats.push("days-far-from-normal");
  if (usual.sdWithin?.basis === "published" && !usual.sdWithin.checked) {
    caveats.push("sd-within-not-read-in-source");
  }
  if (usual.sdWithin?.basis === "estimated") caveats.push("sd-within-estimated");
  if (usual.sdWithin?.basis === "assumed") caveats.push("sd-within-assumed");
  if (distribution === null && sdRequirement?.basis === "derived") caveats.push("sd-requirement-derived");
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
 * only add to the true intake. A verdict "below" must therefore hold also when they are assumed to contain as much per
 * kcal as the others, and a verdict "meets" must hold without them.
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
  const usual = usualIntakeOf(nutrient, days, person);
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
    reason,
    caveats: caveatsOf(usual, reference, sdRequirement, distribution),
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
  if (coverage < MIN_COVERAGE) return none("not-enough-data", "low-coverage", null);
  if (sdWithin === null) return none("cannot-be-judged", "method-does-not-hold", null);

  const method = methodOf(reference, sdWithin.value, sdRequirement, distribution);
  if (method === null) return none("cannot-be-judged", "method-does-not-hold", null);

  const fromFood = usual.fromFood ?? mean;
  const filled = mean - fromFood + fromFood / coverageOfMean;
  const wording = wordingOf(nutrient);
  /** Verdict after `n` days with the same mean, and whether foods without a value prevent one. */
  const judge = (n: number): { verdict: AdequacyVerdict; reason: AdequacyReason | null } => {
    const asLogged = verdictAt(method.at(mean, n), wording);
    if (isMeets(asLogged)) return { verdict: asLogged, reason: null };
    if (method.kind === "ai") {
      if (mean < (reference.published.target ?? Number.NaN)) {
        return { verdict: "cannot-be-judged", reason: "below-ai" };
      }
      return { verdict: "cannot-tell", reason: null };
    }
    const ifFilled = verdictAt(method.at(filled, n), wording);
    if (isBelow(ifFilled)) return { verdict: ifFilled, reason: null };
    return { verdict: "cannot-tell", reason: isBelow(asLogged) ? "coverage-could-change-it" : null };
  };

  const now = judge(usual.days);
  let furtherDays: number | null = now.verdict === "cannot-tell" ? null : 0;
  let { reason } = now;
  if (now.verdict === "cannot-tell" && reason === null) {
    const everSettled = judge(usual.days + MAX_FURTHER_DAYS).verdict !== "cannot-tell";
    for (let further = 1; everSettled && furtherDays === null; further += 1) {
      if (judge(usual.days + further).verdict !== "cannot-tell") furtherDays = further;
    }
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
    reason,
    caveats: caveatsOf(usual, reference, sdRequirement, distribution),
    z: silent ? null : method.z(mean, usual.days),
    sdRequirement,
    iron: distribution === null ? null : { distribution, byBand: ironBandProbability(distribution, mean) },
    furtherDays,
  };
};
