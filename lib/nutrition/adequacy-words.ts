import { LADDER } from "./confidence-levels";
import type { ReferenceNutrient } from "./reference-types";
import { largestSurveyCv } from "./within-person";

/* The verdicts of adequacy, their wording, and what weakens them. */

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
  /** Foods without a value might contain enough, at twice the density of the others, to change the verdict. */
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
  /** The person's own days differ far more than the survey's; both were pooled. */
  | "own-spread-pooled"
  /** The days hold less energy than is plausible; meals may be missing. */
  | "energy-below-plausible"
  | "days-far-from-normal"
  | "sd-within-not-read-in-source"
  | "sd-within-estimated"
  | "sd-within-assumed"
  | "sd-requirement-derived"
  | "iron-distribution-converted"
  | "iron-distribution-derived"
  | "iron-distribution-not-read-in-source"
  | "vegetarian-allowance"
  | "not-for-screening";

/**
 * How strong the wording may be. Above a within-person CV of 60–70 % the method is unreliable (IOM 2000, p. 194): zinc
 * (up to 66 %) is never "very probably", vitamin C (up to 92 %) is always worded one step weaker.
 */
export type Wording = "plain" | "without-very" | "one-step-weaker";

export const wordingOf = (nutrient: ReferenceNutrient): Wording => {
  const cv = largestSurveyCv(nutrient);
  if (cv === null || cv <= 60) return "plain";
  return cv <= 70 ? "without-very" : "one-step-weaker";
};

/** Lowest and highest probability, 0 to 1, that usual intake meets the need. */
export type ProbabilityRange = { readonly low: number; readonly high: number };

/** The verdict that holds over all of a range. */
export const verdictOver = ({ low, high }: ProbabilityRange, wording: Wording): AdequacyVerdict => {
  const meets = low >= 1 - high;
  const sure = meets ? low : 1 - high;
  const very = sure >= LADDER.veryProbably;
  if (wording === "one-step-weaker" ? !very : sure < LADDER.probably) return "cannot-tell";
  if (wording === "plain" && very) return meets ? "very-probably-meets" : "very-probably-below";
  return meets ? "probably-meets" : "probably-below";
};
