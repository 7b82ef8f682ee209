import type { DayIntake } from "./day-intake";
import {
  type IronDistribution,
  ironBandProbability,
  ironDistributionOf,
  ironProbability,
} from "./iron-requirement";
import { normalCdf } from "./normal";
import type { ReferenceIntake, ReferenceNutrient } from "./reference-types";
import { largestSurveyCv, minimumDays, type Person, type UsualIntake, usualIntakeOf } from "./usual-intake";

/*
 * How sure the recorded days make us that a person's usual intake meets the need of somebody like them.
 * Method: IOM, *Dietary Reference Intakes: Applications in Dietary Assessment*, 2000, ch. 3 and app. B.
 */

// --- The arithmetic -----------------------------------------------------------------------------------

/** Inputs of the comparison with an EAR; amounts a day, all in one unit. */
export type EarComparison = {
  readonly mean: number;
  readonly ear: number;
  /** SD of the requirement among people of the group. */
  readonly sdRequirement: number;
  /** Pooled day-to-day SD of intake. */
  readonly sdWithin: number;
  /** Days recorded, above 0. */
  readonly days: number;
};

/** SD of the difference between observed mean and requirement: √(SD_req² + SD_within²/n) (IOM 2000, p. 54). */
export const sdOfDifference = ({
  sdRequirement,
  sdWithin,
  days,
}: Omit<EarComparison, "mean" | "ear">): number => Math.sqrt(sdRequirement ** 2 + sdWithin ** 2 / days);

/** z = (mean − EAR) / SD_D (IOM 2000, p. 54). Φ(z) is the confidence that usual intake meets the requirement. */
export const earZ = (input: EarComparison): number => (input.mean - input.ear) / sdOfDifference(input);

/**
 * z of a comparison with a fixed level, an AI or an upper limit: (mean − level) / (SD_within/√n) (IOM 2000,
 * pp. 61 and 199). Φ(z) is the confidence that usual intake lies above the level.
 */
export const levelZ = (mean: number, level: number, sdWithin: number, days: number): number =>
  (mean - level) / (sdWithin / Math.sqrt(days));

// --- What is needed, and how it varies ------------------------------------------------------------------

/** CV of the requirement: 10 % where no report says otherwise (IOM 2006, *Essential Guide*, app. H). */
export const REQUIREMENT_CV = { magnesium: 0.1, zinc: 0.1, selenium: 0.1, vitaminC: 0.1 } as const;

export type RequirementSd = {
  readonly value: number;
  /** `published`: 10 % of the EAR, from the reports. `derived`: (target − EAR)/2, ours; the reports print none. */
  readonly basis: "published" | "derived";
};

/**
 * SD of the requirement of a nutrient with an EAR, in its unit. NASEM: 10 % of the EAR for magnesium, zinc,
 * selenium and vitamin C; (RDA − EAR)/2 for calcium, as the RDA stands two SD above (IOM 2011 tabulates
 * none). EFSA: (PRI − AR)/2 for all. Null for iron, which is not normal, and where there is no pair.
 */
const requirementSdOf = (reference: ReferenceIntake): RequirementSd | null => {
  const { nutrient, ear, standard } = reference;
  if (ear === null || nutrient === "iron") return null;
  if (standard === "nasem" && Object.hasOwn(REQUIREMENT_CV, nutrient)) {
    return { value: REQUIREMENT_CV[nutrient as keyof typeof REQUIREMENT_CV] * ear, basis: "published" };
  }
  const { target } = reference.published;
  return target === null || target <= ear ? null : { value: (target - ear) / 2, basis: "derived" };
};

// --- The words --------------------------------------------------------------------------------------------

/** What can be said, from the probability that usual intake meets the need. */
export type AdequacyVerdict =
  | "very-probably-below"
  | "probably-below"
  | "cannot-tell"
  | "probably-meets"
  | "very-probably-meets"
  | "cannot-be-judged"
  | "not-enough-data";

/** The words of each verdict; every page uses these and no others. "Below" and "meets" speak of the person's need. */
export const ADEQUACY_WORDS: { readonly [V in AdequacyVerdict]: string } = {
  "very-probably-below": "very probably below",
  "probably-below": "probably below",
  "cannot-tell": "cannot tell yet",
  "probably-meets": "probably meets",
  "very-probably-meets": "very probably meets",
  "cannot-be-judged": "cannot be judged",
  "not-enough-data": "not enough data",
};

/** Why there is no verdict, or a weaker one; null when there is nothing to explain. */
export type AdequacyReason =
  /** No usable day in the period. */
  | "no-days"
  /** Fewer days than {@link minimumDays}. */
  | "too-few-days"
  /** More than a fifth of the food energy does not report the nutrient. */
  | "low-coverage"
  /** What the foods without a value may hold could turn the verdict round. */
  | "coverage-could-change-it"
  /** The standard sets no reference value for this person. */
  | "no-reference"
  /** Only an Adequate Intake exists and the mean lies below it: that allows no conclusion (IOM 2000, p. 61). */
  | "below-ai"
  /** Under 14 years no probability is given. */
  | "under-14"
  /** In pregnancy iron is shown against its target only. */
  | "pregnancy-target-only"
  /** Intake from food says too little about vitamin D, and its days are far from a normal distribution. */
  | "method-does-not-hold"
  /** The mean lies so near the average requirement that no number of days would decide. */
  | "close-to-requirement";

/** What weakens a figure, to be shown beside it. */
export type AdequacyCaveat =
  | "lower-bound"
  | "days-far-from-normal"
  | "sd-within-not-read-in-source"
  | "sd-within-estimated"
  | "sd-within-assumed"
  | "sd-requirement-derived"
  | "iron-distribution-derived"
  | "vegetarian-allowance"
  | "not-for-screening";

/** Probabilities at which the words change. */
export const LADDER = { veryProbably: 0.95, probably: 0.8 } as const;

/**
 * How wide the words are. IOM: above a CV of 60–70 % the method is unreliable (2000, p. 194). Zinc (up to
 * 66 %) loses the strongest words; vitamin C (up to 92 %) loses one step more.
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

// --- The rules of evidence --------------------------------------------------------------------------------

/** Least share of food energy that must report a nutrient before anything is said of it. */
export const MIN_COVERAGE = 0.8;
/** No probability is given below this age, in years. */
export const PROBABILITY_FROM_YEARS = 14;

/** Most further days worth asking for. */
const MAX_FURTHER_DAYS = 365;

export type Adequacy = {
  readonly nutrient: ReferenceNutrient;
  readonly usual: UsualIntake<ReferenceNutrient>;
  readonly reference: ReferenceIntake;
  readonly method: "ear" | "iron-distribution" | "ai" | null;
  readonly verdict: AdequacyVerdict;
  readonly words: string;
  /**
   * 0 to 1, not rounded: confidence that usual intake meets the need (EAR, iron), or lies above the AI when the
   * mean does. Null with a `reason`. For display: never 0 or 100 %, iron to the nearest 5 %.
   */
  readonly probability: number | null;
  /** The same if the foods without a value held as much as the others; equal to `probability` at full coverage. */
  readonly probabilityIfFilled: number | null;
  readonly reason: AdequacyReason | null;
  readonly caveats: readonly AdequacyCaveat[];
  /** z of the comparison; null for iron and without a probability. */
  readonly z: number | null;
  readonly sdRequirement: RequirementSd | null;
  /** Iron only: the group's distribution, for the picture, and the probability by the report's own bands. */
  readonly iron: { readonly distribution: IronDistribution; readonly byBand: number } | null;
  /**
   * Further days like these after which a verdict would be reached; 0 when there is one, null when no number of
   * days up to a year would do.
   */
  readonly furtherDays: number | null;
};

/** The probability at a mean over a number of days, by the method that fits the reference. */
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
  const ai = reference.published.kind === "AI" ? reference.published.target : null;
  if (ai !== null) {
    const z = (mean: number, days: number) => levelZ(mean, ai, sdWithin, days);
    return { kind: "ai", at: (mean, days) => normalCdf(z(mean, days)), z };
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
  if (distribution !== null) caveats.push("not-for-screening");
  if (reference.requirementFactor !== 1) caveats.push("vegetarian-allowance");
  return caveats;
};

/**
 * Whether usual intake meets the need of somebody like the person, and how sure the days make us.
 *
 * Without enough days or coverage there is no verdict, and a machine-readable reason. Foods without a value
 * can only raise the true intake: a verdict below must hold even if they held as much as the others, a verdict
 * that the need is met holds without them.
 *
 * @param reference the standard's values for the person on the last day of the period. A personal target does
 *   not enter: the verdict compares with the published requirement.
 * @param days days with entries; leave out a day that is still running unless the person marked it complete.
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
  /** The verdict after `n` days like these, and whether unreported foods stand in its way. */
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
