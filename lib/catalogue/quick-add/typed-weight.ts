import type { TypedAmount } from "./chosen-amount";
import { unitOf } from "./food-measures";

/**
 * The weight that was typed as one, in grams; null for pieces, volumes and no amount, which only a food can weigh.
 */
export function typedWeight({ quantity, unit, more = [], weight }: TypedAmount): number | null {
  if (weight !== null && quantity === null)
    return typedWeight({ quantity: weight.quantity, unit: weight.unit, size: null, words: "", weight: null });
  let grams = 0;
  for (const part of [{ quantity: quantity ?? 1, unit }, ...more]) {
    const each = part.unit === null ? undefined : unitOf(part.unit)?.grams;
    if (each === undefined) return null;
    grams += part.quantity * each;
  }
  return grams > 0 ? grams : null;
}
