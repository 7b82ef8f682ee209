import table from "@/data/reference/daily-values.json";
import { type Composition, composition } from "./composition";
import { NUTRIENT_IDS, NUTRIENTS, type NutrientId } from "./nutrients";

/*
 * What a food's label says, turned into amounts per 100 g. Labels round: what a figure may stand for is kept beside
 * it, and a zero that may hide something worth counting is a bound, not an amount. Figures and citations:
 * data/reference/daily-values.json.
 */

/** Whose rules a label follows; `none` are figures from elsewhere, taken as they are. */
export const LABEL_CONVENTIONS = ["eu", "us", "none"] as const;
export type LabelConvention = (typeof LABEL_CONVENTIONS)[number];

/**
 * How a figure stands on a label: in the nutrient's own unit, in percent of the daily value, sodium as grams of
 * salt, energy in kilojoules.
 */
export const LABEL_UNITS = ["amount", "percent", "salt", "kilojoules"] as const;
export type LabelUnit = (typeof LABEL_UNITS)[number];

/** What the figures are of: 100 g, or 100 ml or a serving that weighs `grams`. */
export type LabelBasis =
  | { readonly per: "100g" }
  | { readonly per: "100ml" | "serving"; readonly grams: number };

export type LabelAmount = {
  /** 0 or more. */
  readonly value: number;
  readonly as: LabelUnit;
  /** The label says "less than". */
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

/** What 100 % of a nutrient is on such a label, in the nutrient's unit; null where no percentage is defined. */
export const dailyValue = (convention: LabelConvention, nutrient: NutrientId): number | null =>
  rulesOf(convention)?.nutrients[nutrient]?.daily ?? null;

/** What the percentages of such a label are called: "% NRV", "% DV"; null where there are none. */
export const percentName = (convention: LabelConvention): string | null =>
  rulesOf(convention)?.percent ?? null;

/** "EU or UK label", "US label"; null for figures from elsewhere. */
export const conventionName = (convention: LabelConvention): string | null =>
  rulesOf(convention)?.name ?? null;

/** Ways in which a figure of a nutrient can stand on such a label, the usual one first. */
export const labelUnits = (convention: LabelConvention, nutrient: NutrientId): readonly LabelUnit[] => {
  const own: LabelUnit[] = ["amount"];
  if (nutrient === "energy") own.push("kilojoules");
  if (nutrient === "sodium") {
    if (convention === "eu") own.unshift("salt");
    else own.push("salt");
  }
  return dailyValue(convention, nutrient) === null ? own : [...own, "percent"];
};

/** What a figure of a label says of some of the food, in the nutrient's unit. */
export type LabelValue = {
  /** The amount; null where the label gives a bound only, so that the amount is unknown. */
  readonly amount: number | null;
  /** The ends of what the figure may stand for after the rounding that labels are allowed. */
  readonly low: number;
  readonly high: number;
};

/** Half of the step a percentage was rounded to: down to the lower end, up to the upper. */
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
  return value;
};

/**
 * One figure of a label, for as much food as the label's amounts are of.
 * @throws RangeError for a figure that is not finite or below 0, or that cannot stand on such a label.
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
  // A declared zero. Of a vitamin or mineral on a US label it may be 94 mg of potassium: that is a bound.
  if (rule.group === "micro" && rules?.zeroPercent != null && rule.daily !== null)
    return { amount: null, low: 0, high: (rule.daily * rules.zeroPercent) / 100 };
  return { amount: 0, low: 0, high: rule.zeroBelow ?? 0 };
};

/** The weight in grams that the label's amounts are of. */
export const basisGrams = (basis: LabelBasis): number => (basis.per === "100g" ? 100 : basis.grams);

/** A figure of a label for 100 g of the food; null where the label does not name the nutrient. */
export const labelPer100g = (label: Label, nutrient: NutrientId): LabelValue | null => {
  const typed = label.amounts[nutrient];
  if (typed === undefined) return null;
  const { amount, low, high } = labelValue(label.convention, nutrient, typed);
  const per100 = (value: number): number => (value * 100) / basisGrams(label.basis);
  return { amount: amount === null ? null : per100(amount), low: per100(low), high: per100(high) };
};

/** What a label tells of 100 g; what it does not name, and what it only bounds, is unknown. */
export const labelComposition = (label: Label): Composition =>
  composition(
    Object.fromEntries(NUTRIENT_IDS.map((id) => [id, labelPer100g(label, id)?.amount ?? null])) as {
      [N in NutrientId]: number | null;
    },
  );

const GRAMS = { g: 1, mg: 1e-3, µg: 1e-6, kcal: 0 } as const;

/**
 * What the named parts of a food weigh together, in g. Phytate is left out: its phosphorus is counted already.
 * @param amounts in each nutrient's own unit; what is unknown weighs nothing here.
 */
export const weightOfParts = (amounts: { readonly [N in NutrientId]?: number | null | undefined }): number =>
  NUTRIENT_IDS.reduce(
    (sum, id) => (id === "phytate" ? sum : sum + (amounts[id] ?? 0) * GRAMS[NUTRIENTS[id].unit]),
    0,
  );

/**
 * The most of a nutrient that 100 g of anything can hold, in the nutrient's unit: 100 g of it, and 900 kcal
 * (pure fat) for energy. Beyond it a figure is a mistake.
 */
export const mostPer100g = (id: NutrientId): number => {
  const { unit } = NUTRIENTS[id];
  return unit === "kcal" ? 900 : unit === "g" ? 100 : unit === "mg" ? 100_000 : 100_000_000;
};
