import type { NutrientId } from "../nutrients";
import type { Gates } from "./gates";

/*
 * What gates permit. Apart from gates.ts, so that pages in the browser need not load the table of conditions.
 */

/**
 * Whether content may ask for more of a nutrient: a gap, a suggestion, a low-intake alert, a verdict on the need. The
 * only place where this is decided.
 */
export const canSuggestIncrease = ({ referenceOnly, noTips }: Gates, nutrient: NutrientId): boolean =>
  !referenceOnly && !noTips.has(nutrient);

/** The nutrients a statement is about, and those of which it recommends more or a better absorption. */
export type Said = { readonly about: readonly NutrientId[]; readonly asksFor: readonly NutrientId[] };

/** Whether a statement may be shown: none about a nutrient in `noComparison`, none that asks for one in `noTips`. */
export const maySay = ({ noComparison, noTips }: Gates, { about, asksFor }: Said): boolean =>
  !about.some((nutrient) => noComparison.has(nutrient)) && !asksFor.some((nutrient) => noTips.has(nutrient));
