import type { NutrientId } from "../nutrients";
import type { Medicine } from "./gates";
import { SAFETY, type SafetyText, safetySources, safetyText } from "./table";

/** Advice on the interval between a medicine and supplements of these nutrients. */
export type TimingNote = SafetyText & {
  readonly medicine: Medicine;
  /** Those of the given nutrients that the note concerns. */
  readonly nutrients: readonly NutrientId[];
};

/**
 * Timing notes for a person's listed medicines and the nutrients in their supplements; empty without medicines, and
 * without notes on nutrients they do not take. Each note ends with the advice to ask a pharmacist. The note on warfarin
 * does not depend on the nutrients.
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

/** A supplement dose of a day: amounts in each nutrient's unit, null unknown. */
export type SupplementDose = {
  readonly amounts: { readonly [N in NutrientId]?: number | null };
  /** Equal for doses of one sitting. */
  readonly occasion: string;
};

export type SupplementPairCode =
  | "iron-calcium"
  | "zinc-iron"
  | "zinc-copper"
  | "magnesium-bowel"
  | "iron-tea-coffee";

/** Upper limits of the person's standard, mg a day; null where none is set. */
export type SupplementLimits = { readonly zinc: number | null; readonly magnesium: number | null };

const known = (dose: SupplementDose, nutrient: NutrientId): number => {
  const amount = dose.amounts[nutrient];
  return amount === undefined || amount === null ? Number.NaN : amount;
};

/** Sum of the known amounts; NaN when none is known, which makes every comparison below false. */
const sumOf = (doses: readonly SupplementDose[], nutrient: NutrientId): number => {
  const amounts = doses.map((dose) => known(dose, nutrient)).filter((amount) => !Number.isNaN(amount));
  return amounts.length === 0 ? Number.NaN : amounts.reduce((sum, amount) => sum + amount, 0);
};

/**
 * Notes on the supplements of one day: iron and calcium in one sitting, zinc with 25 mg of iron or more, zinc or
 * magnesium at their upper limit, iron with tea or coffee. Unknown amounts never cause a note.
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
