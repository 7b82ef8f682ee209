import type { Adequacy } from "../adequacy";
import type { CalciumQuality } from "../bioavailability/calcium";
import type { IronDirection, IronInhibitor } from "../bioavailability/iron";
import type { ZincRatio } from "../bioavailability/phytate";
import type { Claim, ClaimSource, EvidenceGrade } from "../claims";
import type { LocalDate } from "../dates";
import type { Mineral, NutrientId, Unit } from "../nutrients";
import type { ReferenceNutrient } from "../reference-types";
import type { Alarm } from "../safety/alarms";
import type { Gates } from "../safety/gates";
import type { SupplementPairCode, TimingNote } from "../safety/supplements";
import type { SafetyText } from "../safety/table";
import type { UpperLimit } from "../upper-limit";

/** The rules in the order of their alerts, most urgent first. */
export const ALERT_RULES = [
  "single-day-alarm",
  "supplement-above-limit",
  "high-usual-intake",
  "low-usual-intake",
  "poor-pairing",
  "poor-absorption",
  "not-enough-data",
] as const;
export type AlertRule = (typeof ALERT_RULES)[number];

/** A statement with its sources. `grade` is null for safety texts, which are not graded claims. */
export type AlertNote = {
  readonly text: string;
  readonly grade: EvidenceGrade | null;
  readonly sources: readonly ClaimSource[];
};

/** Evidence specific to a rule; numbers are not rounded. */
export type AlertDetail =
  | { readonly kind: "interval"; readonly low: number; readonly high: number }
  | {
      readonly kind: "phytate-zinc";
      readonly ratio: { readonly low: number; readonly typical: number; readonly high: number };
    }
  | { readonly kind: "oxalate"; readonly share: number; readonly foods: readonly string[] }
  | {
      readonly kind: "iron-meals";
      readonly meals: number;
      readonly affected: number;
      readonly inhibitor: IronInhibitor;
    }
  /** The part of the mean from supplements, where the limit also counts food. */
  | { readonly kind: "from-supplements"; readonly mean: number }
  | { readonly kind: "day"; readonly date: LocalDate; readonly amount: number; readonly level: number };

/**
 * Further criterion for foods that answer a finding, beside their amount of the mineral: little phytate, or vitamin C
 * for the meals that contain the mineral.
 */
export const FOODS_BY = ["low-phytate", "vitamin-c"] as const;
export type FoodsBy = (typeof FOODS_BY)[number];

export type AlertEvidence = {
  /** Days that count; null for rules not based on days. */
  readonly days: number | null;
  /** How many of them the person marked complete; null for rules not based on whole days. */
  readonly completeDays: number | null;
  /** Mean per day in `unit`, a lower bound where `coverage` is below 1. */
  readonly mean: number | null;
  readonly unit: Unit | null;
  /** Probability of the finding, 0 to 1; null where none can be given. */
  readonly probability: number | null;
  /** Share of food energy from foods that report the nutrient, 0 to 1. */
  readonly coverage: number | null;
  /** What the mean is compared with. */
  readonly against: {
    readonly value: number;
    readonly kind: "average-need" | "upper-limit";
    readonly source: string;
  } | null;
  readonly detail: AlertDetail | null;
};

export type Alert = {
  /** Identifies the finding over time, so that it can be muted: "low-usual-intake:magnesium". */
  readonly key: string;
  readonly rule: AlertRule;
  /** The nutrients concerned; several only for missing data, none for missing days. */
  readonly nutrients: readonly ReferenceNutrient[];
  /** One sentence without figures. */
  readonly finding: string;
  readonly evidence: AlertEvidence;
  /** What is known of the nutrient's role in the gut. */
  readonly gut: readonly AlertNote[];
  readonly eat: {
    /** The mineral for which foods are suggested; null where food is no answer. */
    readonly suggestFor: Mineral | null;
    readonly by?: FoodsBy;
    readonly notes: readonly AlertNote[];
  };
  readonly careful: readonly AlertNote[];
  /** What must not be concluded from the finding. */
  readonly notMeaning: AlertNote | null;
  /** Further days that would give a verdict; null when unknown or none would. */
  readonly furtherDays: number | null;
};

/** Number of meals with iron by their result in `mealIronOf`. */
export type IronMealPattern = {
  readonly meals: number;
  readonly directions: { readonly [D in IronDirection]: number };
  readonly inhibitors: { readonly [I in IronInhibitor]: number };
};

/** The results that the rules evaluate, all of one person and period. Results not computed are null or empty. */
export type AlertInput = {
  readonly gates: Gates;
  readonly adequacy: readonly Adequacy[];
  readonly upperLimits: readonly UpperLimit[];
  /** Mean per day from supplements over `days` as logged, in the nutrient's unit. */
  readonly supplements: readonly {
    readonly nutrient: ReferenceNutrient;
    readonly mean: number;
    readonly days: number;
  }[];
  /** Nutrients of prescribed supplements: upper limits do not apply and no alert concerns them. */
  readonly prescribed: ReadonlySet<NutrientId>;
  readonly zinc: { readonly days: number; readonly ratio: ZincRatio } | null;
  readonly calcium: { readonly days: number; readonly quality: CalciumQuality } | null;
  readonly iron: IronMealPattern | null;
  readonly pairings: readonly (SafetyText & { readonly code: SupplementPairCode })[];
  readonly timings: readonly TimingNote[];
  readonly alarms: readonly (Alarm & { readonly date: LocalDate })[];
};

export const claimNote = ({ statement, grade, sources }: Claim): AlertNote => ({
  text: statement,
  grade,
  sources,
});

export const safetyNote = ({ text, sources }: SafetyText): AlertNote => ({ text, grade: null, sources });

export const NO_EVIDENCE: AlertEvidence = {
  days: null,
  completeDays: null,
  mean: null,
  unit: null,
  probability: null,
  coverage: null,
  against: null,
  detail: null,
};
