import safety from "@/data/reference/safety.json";
import type { NutrientId } from "../nutrients";
import type { Content } from "../suggestions/candidates";

/** A source of a safety text. `checked` is false where it was cited from memory. */
export type SafetySource = {
  readonly citation: string;
  readonly url: string | null;
  readonly checked: boolean;
};

/** A text for the person with its sources. */
export type SafetyText = {
  readonly code: string;
  readonly text: string;
  readonly sources: readonly SafetySource[];
};

/** Kinds of food that are not suggested to some people. */
export type AvoidedFood =
  | "raw-shellfish"
  | "raw-fish-meat-egg"
  | "cured-meat"
  | "soft-cheese"
  | "raw-sprouts"
  | "liver"
  | "pate"
  | "high-mercury-fish"
  | "high-oxalate"
  | "choking-hazard"
  | "reduced-fat-dairy"
  | "high-purine"
  | "juice-or-sweetened"
  | "grapefruit"
  | "vitamin-k-rich";

type Row = { readonly code: string; readonly text: string; readonly sources: readonly string[] };
type Amounts = { readonly [N in NutrientId]?: number };
/** Which foods a condition, life stage or medicine leaves out of everything that names a food to eat. */
export type FoodRules = {
  /** Largest amount of a nutrient, in its unit, in one suggested portion. */
  readonly caps?: Amounts;
  /** Largest amount of a nutrient, in its unit, in all portions of one set of suggestions. */
  readonly setCaps?: Amounts;
  readonly avoid?: readonly AvoidedFood[];
  /** Contents that a food must be known not to have. */
  readonly avoidContents?: readonly Content[];
  /** What is left out and why, in a sentence to stand beside suggestions; absent where nothing is left out. */
  readonly foods?: string;
  /** Why it leaves no food out; absent where it does. */
  readonly reason?: string;
};
export type ConditionRow = Row &
  FoodRules & {
    readonly label: string;
    /** Nutrients that are switched off, see `noTips` of `Gates`. */
    readonly noTips: readonly NutrientId[];
    readonly noSupplementTips: readonly NutrientId[];
    readonly noComparison: readonly NutrientId[];
    readonly hideScores: boolean;
    /** Texts for single nutrients, where the general text names several. */
    readonly about?: { readonly [N in NutrientId]?: string };
    readonly helplines?: readonly Helpline[];
  };
/** A helpline. */
export type Helpline = { readonly name: string; readonly where: string; readonly url: string };
export type MedicineRow = Row &
  FoodRules & {
    readonly label: string;
    /** Nutrients whose supplements the text concerns; none where it concerns food. */
    readonly nutrients: readonly NutrientId[];
    /** Nutrients of which no supplement is suggested. */
    readonly noSupplementTips?: readonly NutrientId[];
    /** The condition that listing this medicine implies. */
    readonly condition: string | null;
  };
export type AlarmRow = Row & {
  readonly nutrient: NutrientId;
  /** Level in the nutrient's unit, per `per`. */
  readonly level: number;
  readonly per: "day" | "dose" | "kg-body-weight";
  readonly counts: "total" | "supplements";
  readonly underAgeYears: number | null;
};

type SafetyTable = {
  readonly sources: { readonly [id: string]: SafetySource };
  readonly notice: { readonly text: string; readonly sources: readonly string[] };
  readonly lowIntake: { readonly text: string; readonly sources: readonly string[] };
  readonly notAboutTheBody: { readonly text: string; readonly sources: readonly string[] };
  readonly conditions: readonly ConditionRow[];
  readonly lifeStages: readonly (Row & FoodRules)[];
  readonly medicines: readonly MedicineRow[];
  readonly timingClosing: string;
  readonly supplementPairs: readonly Row[];
  readonly pairThresholds: { readonly zincWithIronFromMgIron: { readonly value: number } };
  readonly ironNotice: { readonly text: string; readonly sources: readonly string[] };
  readonly alarms: readonly AlarmRow[];
  readonly upperLimit: {
    readonly above: string;
    readonly meaning: string;
    readonly magnesium: string;
    readonly sources: readonly string[];
  };
  readonly redFlags: { readonly text: string; readonly sources: readonly string[] };
};

/** The table of `data/reference/safety.json`; tests/data check every row of it. */
export const SAFETY = safety as unknown as SafetyTable;

/** The sources with these ids. @throws Error for an id that the table does not list. */
export const safetySources = (ids: readonly string[]): readonly SafetySource[] =>
  ids.map((id) => {
    const source = SAFETY.sources[id];
    if (!source) throw new Error(`data/reference/safety.json has no source ${id}`);
    return source;
  });

export const safetyText = (code: string, row: Omit<Row, "code">): SafetyText => ({
  code,
  text: row.text,
  sources: safetySources(row.sources),
});

/** General notice: shown on first run, in settings and on every export. */
export const SAFETY_NOTICE: SafetyText = safetyText("notice", SAFETY.notice);
/** Shown beside every low recorded intake. */
export const LOW_INTAKE_CAUTION: SafetyText = safetyText("low-intake", SAFETY.lowIntake);
/** What must not be concluded from a finding about intake. */
export const NOT_ABOUT_THE_BODY: SafetyText = safetyText("not-about-the-body", SAFETY.notAboutTheBody);
/** Shown whenever an iron supplement is saved. */
export const IRON_NOTICE: SafetyText = safetyText("iron-notice", SAFETY.ironNotice);
/** Meaning of an upper limit; shown beside any value above one. */
export const UPPER_LIMIT_MEANING: SafetyText = safetyText("upper-limit-meaning", {
  text: SAFETY.upperLimit.meaning,
  sources: SAFETY.upperLimit.sources,
});
/** Neutral notice for a day or a usual intake above an upper limit. */
export const UPPER_LIMIT_NOTICE: SafetyText = safetyText("upper-limit-above", {
  text: SAFETY.upperLimit.above,
  sources: SAFETY.upperLimit.sources,
});
/** Why magnesium from food is not compared with a limit. */
export const MAGNESIUM_LIMIT_SCOPE: SafetyText = safetyText("upper-limit-magnesium", {
  text: SAFETY.upperLimit.magnesium,
  sources: SAFETY.upperLimit.sources,
});
/** Symptoms for which to see a doctor. */
export const RED_FLAGS: SafetyText = safetyText("red-flags", SAFETY.redFlags);
