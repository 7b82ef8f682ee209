import type { NutrientId } from "../nutrients";
import type { Medicine } from "./gates";
import { SAFETY, type SafetyText, safetySources, safetyText } from "./table";

/** How far apart to take a listed medicine and a supplement of these nutrients. */
export type TimingNote = SafetyText & {
  readonly medicine: Medicine;
  /** Those of the given nutrients that the note is about. */
  readonly nutrients: readonly NutrientId[];
};

/**
 * Timing notes for the medicines a person listed and the nutrients in the supplements they log; empty when
 * they list none, and without notes for nutrients they do not take. Every note ends with the advice to check
 * with a pharmacist. Warfarin speaks whatever is taken.
 */
export const medicineTiming = (
  medicines: readonly Medicine[],
  supplementNutrients: readonly NutrientId[],
): readonly TimingNote[] =>
  SAFETY.medicines.flatMap((row) => {
    const medicine = medicines.find((code) => code === row.code);
    if (medicine === undefined) return [];
    const nutrients = row.nutrients.filter((nutrient) => supplementNutrients.includes(nutrient));
    if (nutrients.length === 0 && row.nutrients.length > 0) return [];
    const text = `${row.text} ${SAFETY.timingClosing}`;
    return [{ code: row.code, medicine, nutrients, text, sources: safetySources(row.sources) }];
  });

/** A supplement as the person takes it on a day: known amounts in each nutrient's unit, null unknown. */
export type SupplementDose = {
  readonly amounts: { readonly [N in NutrientId]?: number | null };
  /** The same within one sitting, so that pairs taken together can be told from pairs taken apart. */
  readonly occasion: string;
};

export type SupplementPairCode =
  | "iron-calcium"
  | "zinc-iron"
  | "zinc-copper"
  | "magnesium-bowel"
  | "iron-tea-coffee";

/** Upper limits of the person's standard, mg a day, for what is said of supplements; null where none is set. */
export type SupplementLimits = { readonly zinc: number | null; readonly magnesium: number | null };

const known = (dose: SupplementDose, nutrient: NutrientId): number => {
  const amount = dose.amounts[nutrient];
  return amount === undefined || amount === null ? Number.NaN : amount;
};

/** The sum of the known amounts, NaN when none is known: NaN fails every comparison below. */
const sumOf = (doses: readonly SupplementDose[], nutrient: NutrientId): number => {
  const amounts = doses.map((dose) => known(dose, nutrient)).filter((amount) => !Number.isNaN(amount));
  return amounts.length === 0 ? Number.NaN : amounts.reduce((sum, amount) => sum + amount, 0);
};

/**
 * What to say about the supplements of one day beside each other: iron and calcium taken together, zinc with
 * iron of 25 mg or more, zinc or magnesium at their upper limit, iron with tea or coffee. An unknown amount
 * never triggers a note.
 */
export const supplementPairings = (
  doses: readonly SupplementDose[],
  limits: SupplementLimits,
): readonly (SafetyText & { readonly code: SupplementPairCode })[] => {
  const occasions = [...new Set(doses.map((dose) => dose.occasion))].map((occasion) =>
    doses.filter((dose) => dose.occasion === occasion),
  );
  const together = (test: (sitting: readonly SupplementDose[]) => boolean) => occasions.some(test);
  const ironFrom = SAFETY.pairThresholds.zincWithIronFromMgIron.value;
  const holds: { readonly [C in SupplementPairCode]: boolean } = {
    "iron-calcium": together((sitting) => sumOf(sitting, "iron") > 0 && sumOf(sitting, "calcium") > 0),
    "zinc-iron": together((sitting) => sumOf(sitting, "iron") >= ironFrom && sumOf(sitting, "zinc") > 0),
    "zinc-copper": limits.zinc !== null && sumOf(doses, "zinc") >= limits.zinc,
    "magnesium-bowel": limits.magnesium !== null && sumOf(doses, "magnesium") >= limits.magnesium,
    "iron-tea-coffee": sumOf(doses, "iron") > 0,
  };
  return SAFETY.supplementPairs.flatMap((row) => {
    const code = row.code as SupplementPairCode;
    return holds[code] ? [{ ...safetyText(code, row), code }] : [];
  });
};
