import type { NutrientId } from "../nutrients";
import type { Gates } from "./gates";

/*
 * What gates let be said, apart from the table they are made of: pages that rank foods or tell statements need not send it.
 */

/**
 * Whether anything may be said that asks for more of a nutrient: a gap, a suggestion, a low-intake alert, a verdict on
 * the need. Every page, alert and suggestion asks here.
 */
export const canSuggestIncrease = ({ referenceOnly, noTips }: Gates, nutrient: NutrientId): boolean =>
  !referenceOnly && !noTips.has(nutrient);

/** Which nutrients a statement is about, and of which it asks for more or says what lets more of it in. */
export type Said = { readonly about: readonly NutrientId[]; readonly asksFor: readonly NutrientId[] };

/** Whether a statement may stand before this person: nothing of a nutrient without comparison, no asking for what is switched off. */
export const maySay = ({ noComparison, noTips }: Gates, { about, asksFor }: Said): boolean =>
  !about.some((nutrient) => noComparison.has(nutrient)) && !asksFor.some((nutrient) => noTips.has(nutrient));
