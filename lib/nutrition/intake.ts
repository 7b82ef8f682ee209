import type { Composition } from "./composition";
import { NUTRIENT_IDS, NUTRIENTS, type NutrientId } from "./nutrients";
import type { Unit } from "./units";

/**
 * A sum that admits what it does not know: a lower bound, from the `known` of `entries` that report the
 * nutrient. `amount` is null exactly when nobody reports it.
 */
export type Total = {
  readonly amount: number | null;
  readonly unit: Unit;
  readonly known: number;
  readonly entries: number;
};

export type Totals = { readonly [N in NutrientId]: Total };

/** The total of one nutrient over entries. */
export const totalOf = (nutrient: NutrientId, entries: readonly Composition[]): Total => {
  let sum = 0;
  let known = 0;
  for (const entry of entries) {
    const value = entry[nutrient];
    if (value === null) continue;
    sum += value;
    known += 1;
  }
  return { amount: known === 0 ? null : sum, unit: NUTRIENTS[nutrient].unit, known, entries: entries.length };
};

/** The totals of every nutrient over entries. */
export const totalsOf = (entries: readonly Composition[]): Totals => {
  const totals = {} as Record<NutrientId, Total>;
  for (const id of NUTRIENT_IDS) totals[id] = totalOf(id, entries);
  return totals;
};

/** Whether every entry reports the nutrient, so that the total is the amount and not only a lower bound. */
export const isComplete = (total: Total): boolean => total.known === total.entries;
