import safety from "@/data/reference/safety.json";
import type { NutrientId } from "../nutrients";

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
  | "liver"
  | "high-mercury-fish"
  | "high-oxalate"
  | "whole-nuts";

type Row = { readonly code: string; readonly text: string; readonly sources: readonly string[] };
export type ConditionRow = Row & {
  readonly label: string;
  /** Nutrients that are switched off, see `noTips` of `Gates`. */
  readonly noTips: readonly NutrientId[];
  readonly noSupplementTips: readonly NutrientId[];
  readonly noComparison: readonly NutrientId[];
  /** Largest amount of a nutrient, in its unit, in one suggested portion. */
  readonly caps: { readonly [N in NutrientId]?: number };
  readonly avoid: readonly AvoidedFood[];
  readonly hideScores: boolean;
  /** Texts for single nutrients, where the general text names several. */
  readonly about?: { readonly [N in NutrientId]?: string };
  readonly helplines?: readonly Helpline[];
};
/** A helpline. */
export type Helpline = { readonly name: string; readonly where: string; readonly url: string };
export type MedicineRow = Row & {
  readonly label: string;
  readonly nutrients: readonly NutrientId[];
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
  readonly lifeStages: readonly (Row & { readonly avoid: readonly AvoidedFood[] })[];
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
  readonly seleniumVariation: { readonly text: string; readonly sources: readonly string[] };
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
