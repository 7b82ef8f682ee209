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

/** The rules, the most pressing first; alerts come in this order. */
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

/** Something said with what it rests on. `grade` is null for safety texts, which are no claims. */
export type AlertNote = {
  readonly text: string;
  readonly grade: EvidenceGrade | null;
  readonly sources: readonly ClaimSource[];
};

/** What a rule adds to the common evidence; figures are not rounded. */
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
  /** What of the mean supplements bring, where the limit counts food too. */
  | { readonly kind: "from-supplements"; readonly mean: number }
  | { readonly kind: "day"; readonly date: LocalDate; readonly amount: number; readonly level: number };

/**
 * Which foods answer a finding, where it is not enough that they bring the mineral: those with little phytate beside
 * it, or those with vitamin C for the meals that bring it.
 */
export const FOODS_BY = ["low-phytate", "vitamin-c"] as const;
export type FoodsBy = (typeof FOODS_BY)[number];

export type AlertEvidence = {
  /** Days that count; null where the rule does not rest on days. */
  readonly days: number | null;
  /** How many of them the person marked complete; null where the rule does not rest on whole days. */
  readonly completeDays: number | null;
  /** Mean a day in `unit`, a lower bound where `coverage` is below 1. */
  readonly mean: number | null;
  readonly unit: Unit | null;
  /** 0 to 1: how sure the days make us of the finding; null where no probability can be given. */
  readonly probability: number | null;
  /** Share of the food energy that reports the nutrient, 0 to 1. */
  readonly coverage: number | null;
  /** What the mean is held against. */
  readonly against: {
    readonly value: number;
    readonly kind: "average-need" | "upper-limit";
    readonly source: string;
  } | null;
  readonly detail: AlertDetail | null;
};

export type Alert = {
  /** The same for the same finding at any time, so that a person can mute it: "low-usual-intake:magnesium". */
  readonly key: string;
  readonly rule: AlertRule;
  /** What it is about; several only where data are lacking, none where it is about days. */
  readonly nutrients: readonly ReferenceNutrient[];
  /** One sentence without figures. */
  readonly finding: string;
  readonly evidence: AlertEvidence;
  /** What the nutrient does in the gut, as far as that is known. */
  readonly gut: readonly AlertNote[];
  readonly eat: {
    /** The mineral that foods would help with; null where no food answers the finding. */
    readonly suggestFor: Mineral | null;
    readonly by?: FoodsBy;
    readonly notes: readonly AlertNote[];
  };
  readonly careful: readonly AlertNote[];
  /** What it does not mean. */
  readonly notMeaning: AlertNote | null;
  /** Further days like these that would settle it; null when unknown or none would. */
  readonly furtherDays: number | null;
};

/** Meals that brought iron, counted by what `mealIronOf` says of each. */
export type IronMealPattern = {
  readonly meals: number;
  readonly directions: { readonly [D in IronDirection]: number };
  readonly inhibitors: { readonly [I in IronInhibitor]: number };
};

/** Results that the rules judge, all of one person and one period. What was not computed is null or empty. */
export type AlertInput = {
  readonly gates: Gates;
  readonly adequacy: readonly Adequacy[];
  readonly upperLimits: readonly UpperLimit[];
  /** Mean a day from supplements over `days` as logged, in the nutrient's unit, of what is taken. */
  readonly supplements: readonly {
    readonly nutrient: ReferenceNutrient;
    readonly mean: number;
    readonly days: number;
  }[];
  /** Nutrients whose supplement a doctor prescribed: limits do not apply, and nothing is said of them. */
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
