import table from "@/data/reference/daily-values.json";
import { type Composition, composition } from "./composition";
import { NUTRIENT_IDS, NUTRIENTS, type NutrientId } from "./nutrients";

/*
 * Converts a food label to amounts per 100 g. Label values are rounded; the range a rounded value stands for is kept
 * with it. A declared zero that may stand for a relevant amount is an upper bound, not an amount. Rounding rules, daily
 * values and citations: data/reference/daily-values.json.
 */

/** The regulation a label follows; `none`: figures from elsewhere, without rounding rules. */
export const LABEL_CONVENTIONS = ["eu", "us", "none"] as const;
export type LabelConvention = (typeof LABEL_CONVENTIONS)[number];

/**
 * How a label states a value: in the nutrient's own unit, in percent of the daily value, sodium as grams of salt,
 * energy in kilojoules, vitamin D in international units.
 */
export const LABEL_UNITS = ["amount", "percent", "salt", "kilojoules", "iu"] as const;
export type LabelUnit = (typeof LABEL_UNITS)[number];

/** The quantity the label's values refer to: 100 g, or 100 ml or a serving that weighs `grams`. */
export type LabelBasis =
  | { readonly per: "100g" }
  | { readonly per: "100ml" | "serving"; readonly grams: number };

export type LabelAmount = {
  /** 0 or more. */
  readonly value: number;
  readonly as: LabelUnit;
  /** Whether the label states "less than". */
  readonly lessThan?: boolean | undefined;
};

export type Label = {
  readonly convention: LabelConvention;
  readonly basis: LabelBasis;
  readonly amounts: { readonly [N in NutrientId]?: LabelAmount | undefined };
};

type DailyValue = {
  readonly daily: number | null;
  readonly group: string;
  readonly zeroBelow: number | null;
};
type Convention = {
  readonly name: string;
  readonly percent: string;
  readonly zeroPercent: number | null;
  readonly nutrients: { readonly [N in NutrientId]?: DailyValue };
};

const CONVENTIONS: { readonly [C in "eu" | "us"]: Convention } = table.conventions;

const rulesOf = (convention: LabelConvention): Convention | null =>
  convention === "none" ? null : CONVENTIONS[convention];

/** Amount, in the nutrient's unit, that is 100 % on such a label; null where no percentage is defined. */
export const dailyValue = (convention: LabelConvention, nutrient: NutrientId): number | null =>
  rulesOf(convention)?.nutrients[nutrient]?.daily ?? null;

/** Name of the percentages on such a label: "% NRV", "% DV"; null where there are none. */
export const percentName = (convention: LabelConvention): string | null =>
  rulesOf(convention)?.percent ?? null;

/** Name of the label type: "EU or UK label", "US label"; null for figures from elsewhere. */
export const conventionName = (convention: LabelConvention): string | null =>
  rulesOf(convention)?.name ?? null;

/** Ways in which such a label can state a nutrient, the usual one first. */
export const labelUnits = (convention: LabelConvention, nutrient: NutrientId): readonly LabelUnit[] => {
  const own: LabelUnit[] = ["amount"];
  if (nutrient === "energy") own.push("kilojoules");
  if (nutrient === "vitaminD") own.push("iu");
  if (nutrient === "sodium") {
    if (convention === "eu") own.unshift("salt");
    else own.push("salt");
  }
  return dailyValue(convention, nutrient) === null ? own : [...own, "percent"];
};

/** A label value in the nutrient's unit, for the quantity the label refers to. */
export type LabelValue = {
  /** Null where the label gives only a bound and the amount is unknown. */
  readonly amount: number | null;
  /** Range of amounts that round to the stated value under the regulation. */
  readonly low: number;
  readonly high: number;
};

/** Half of the rounding step of a percentage, towards its lower or upper neighbour. */
const halfStep = (convention: LabelConvention, group: string, percent: number, side: "low" | "high") => {
  if (convention !== "us" || group === "main") return 0.5;
  // 21 CFR 101.9(c)(8)(iii): steps of 2 up to 10 %, of 5 up to 50 %, of 10 above.
  const first = side === "low" ? percent <= 10 : percent < 10;
  const second = side === "low" ? percent <= 50 : percent < 50;
  return first ? 1 : second ? 2.5 : 5;
};

const inOwnUnit = (nutrient: NutrientId, { value, as }: LabelAmount): number => {
  if (as === "salt") {
    if (nutrient !== "sodium") throw new RangeError("Only sodium is given as salt");
    return (value / table.saltPerSodium.value) * 1000;
  }
  if (as === "kilojoules") {
    if (nutrient !== "energy") throw new RangeError("Only energy is given in kilojoules");
    return value / table.kilojoulesPerKilocalorie.value;
  }
  if (as === "iu") {
    if (nutrient !== "vitaminD") throw new RangeError("Only vitamin D is given in international units");
    return value / table.unitsPerMicrogramVitaminD.value;
  }
  return value;
};

/**
 * Reads one label value, for the quantity the label refers to.
 * @throws RangeError for a value that is not finite or below 0, or in a unit that such a label does not use.
 */
export const labelValue = (
  convention: LabelConvention,
  nutrient: NutrientId,
  typed: LabelAmount,
): LabelValue => {
  const { value, as } = typed;
  if (!(Number.isFinite(value) && value >= 0)) throw new RangeError(`A label has no figure ${value}`);
  const rules = rulesOf(convention);
  const rule = rules?.nutrients[nutrient];
  if (as === "percent") {
    const daily = rule?.daily;
    if (daily == null || rule === undefined) throw new RangeError(`No daily value of ${nutrient}`);
    const of = (percent: number) => (daily * Math.max(percent, 0)) / 100;
    if (typed.lessThan) return { amount: null, low: 0, high: of(value) };
    if (value === 0) {
      const hidden = rule.group === "micro" ? rules?.zeroPercent : null;
      return { amount: null, low: 0, high: of(hidden ?? 0.5) };
    }
    return {
      amount: of(value),
      low: of(value - halfStep(convention, rule.group, value, "low")),
      high: of(value + halfStep(convention, rule.group, value, "high")),
    };
  }
  const amount = inOwnUnit(nutrient, typed);
  if (typed.lessThan) return { amount: null, low: 0, high: amount };
  if (amount > 0 || rule === undefined) return { amount, low: amount, high: amount };
  // On a US label a declared 0 of a vitamin or mineral may be up to 2 % of the daily value (94 mg of potassium): a
  // bound.
  if (rule.group === "micro" && rules?.zeroPercent != null && rule.daily !== null)
    return { amount: null, low: 0, high: (rule.daily * rules.zeroPercent) / 100 };
  return { amount: 0, low: 0, high: rule.zeroBelow ?? 0 };
};

/** Weight, g, of the quantity that the label refers to. */
export const basisGrams = (basis: LabelBasis): number => (basis.per === "100g" ? 100 : basis.grams);

/** A label value per 100 g of the food; null where the label does not state the nutrient. */
export const labelPer100g = (label: Label, nutrient: NutrientId): LabelValue | null => {
  const typed = label.amounts[nutrient];
  if (typed === undefined) return null;
  const { amount, low, high } = labelValue(label.convention, nutrient, typed);
  const per100 = (value: number): number => (value * 100) / basisGrams(label.basis);
  return { amount: amount === null ? null : per100(amount), low: per100(low), high: per100(high) };
};

/** Composition per 100 g from a label. What the label does not state, or states only as a bound, is unknown. */
export const labelComposition = (label: Label): Composition =>
  composition(
    Object.fromEntries(NUTRIENT_IDS.map((id) => [id, labelPer100g(label, id)?.amount ?? null])) as {
      [N in NutrientId]: number | null;
    },
  );

const GRAMS = { g: 1, mg: 1e-3, µg: 1e-6, kcal: 0 } as const;

/**
 * Weight, g, of the stated constituents of a food together. Phytate is left out, whose
 * phosphorus is counted already, and retinol, which is counted as vitamin A.
 * @param amounts in each nutrient's own unit; unknown amounts are not counted.
 */
export const weightOfParts = (amounts: { readonly [N in NutrientId]?: number | null | undefined }): number =>
  NUTRIENT_IDS.reduce(
    (sum, id) =>
      id === "phytate" || id === "retinol" ? sum : sum + (amounts[id] ?? 0) * GRAMS[NUTRIENTS[id].unit],
    0,
  );
