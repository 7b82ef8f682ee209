import type { ReferenceIntake } from "./reference-types";

/*
 * The z comparison of a mean of recorded days with an EAR, an AI or an upper limit.
 * Method: IOM, *Dietary Reference Intakes: Applications in Dietary Assessment*, 2000, ch. 3 and app. B.
 */

// --- Comparison with an EAR or a fixed level ----------------------------------------------------------------

/** Inputs of the comparison with an EAR. Amounts are per day, all in the nutrient's unit. */
export type EarComparison = {
  readonly mean: number;
  readonly ear: number;
  /** SD of the requirement among people of the group. */
  readonly sdRequirement: number;
  /** Pooled within-person SD of daily intake. */
  readonly sdWithin: number;
  /** Number of recorded days, above 0. */
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
 * pp. 61 and 199). Φ(z) is the confidence that usual intake lies above the level. Without any spread, as of supplements
 * alone, z is infinite, and −∞ at the level itself.
 */
export const levelZ = (mean: number, level: number, sdWithin: number, days: number): number =>
  sdWithin === 0
    ? mean > level
      ? Number.POSITIVE_INFINITY
      : Number.NEGATIVE_INFINITY
    : (mean - level) / (sdWithin / Math.sqrt(days));

// --- The requirement and its variation ----------------------------------------------------------------------

/** Coefficient of variation of the requirement: 10 % (IOM 2006, *Essential Guide*, app. H). */
export const REQUIREMENT_CV = { magnesium: 0.1, zinc: 0.1, selenium: 0.1, vitaminC: 0.1 } as const;

export type RequirementSd = {
  readonly value: number;
  /** `published`: from the coefficient of variation that the report states. `derived`: (target − EAR)/2, our estimate. */
  readonly basis: "published" | "derived";
};

/**
 * SD of the requirement of a nutrient with an EAR, in its unit. NASEM: 10 % of the EAR for magnesium, zinc, selenium
 * and vitamin C; (RDA − EAR)/2 for calcium, because an RDA is defined as two SD above the EAR (IOM 2011 tabulates no
 * SD). Other authorities: the coefficient of variation that they state (`requirementCv`), else (recommended − average)/2,
 * as in EFSA's. Null for iron, whose requirement is not normally distributed, and without an EAR.
 */
export const requirementSdOf = (reference: ReferenceIntake): RequirementSd | null => {
  const { nutrient, ear, standard, requirementCv } = reference;
  if (ear === null || nutrient === "iron") return null;
  if (requirementCv !== undefined) return { value: requirementCv * ear, basis: "published" };
  if (standard === "nasem" && Object.hasOwn(REQUIREMENT_CV, nutrient)) {
    return { value: REQUIREMENT_CV[nutrient as keyof typeof REQUIREMENT_CV] * ear, basis: "published" };
  }
  const { target } = reference.published;
  return target === null || target <= ear ? null : { value: (target - ear) / 2, basis: "derived" };
};
