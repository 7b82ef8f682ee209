import type { Composition } from "./composition";
import { NUTRIENT_IDS, NUTRIENTS, type NutrientId, type Unit } from "./nutrients";

/**
 * A sum with its completeness: `known` of `entries` report the nutrient in full. Where fewer do, `amount` is a lower
 * bound; it is null exactly when no entry reports any.
 */
export type Total = {
  readonly amount: number | null;
  readonly unit: Unit;
  readonly known: number;
  readonly entries: number;
};

export type Totals = { readonly [N in NutrientId]: Total };

/** Amounts in each nutrient's unit, null unknown: a composition, or one that was read from JSON. */
export type Amounts = { readonly [N in NutrientId]: number | null };

/** The nutrients of one entry whose amounts are themselves only lower bounds, as those of a recipe can be. */
export type LowerBounds = readonly NutrientId[];

/**
 * Total of one nutrient over entries.
 * @param lowerBounds for each entry, the nutrients whose amounts are lower bounds: added, but not counted as known.
 */
export const totalOf = (
  nutrient: NutrientId,
  entries: readonly Amounts[],
  lowerBounds: readonly (LowerBounds | undefined)[] = [],
): Total => {
  let sum = 0;
  let known = 0;
  let nothing = true;
  for (const [index, entry] of entries.entries()) {
    const value = entry[nutrient];
    if (value === null) continue;
    nothing = false;
    sum += value;
    if (!lowerBounds[index]?.includes(nutrient)) known += 1;
  }
  return {
    amount: nothing ? null : sum,
    unit: NUTRIENTS[nutrient].unit,
    known,
    entries: entries.length,
  };
};

/** The totals of every nutrient over entries; see {@link totalOf}. */
export const totalsOf = (
  entries: readonly Amounts[],
  lowerBounds: readonly (LowerBounds | undefined)[] = [],
): Totals => {
  const totals = {} as Record<NutrientId, Total>;
  for (const id of NUTRIENT_IDS) totals[id] = totalOf(id, entries, lowerBounds);
  return totals;
};

/** Whether every entry reports the nutrient in full, so that the total is not only a lower bound. */
export const isComplete = (total: Total): boolean => total.known === total.entries;

/** Amounts with those that are only lower bounds set to unknown, for calculations that need exact amounts. */
export const withoutLowerBounds = (amounts: Composition, lowerBounds: LowerBounds = []): Composition =>
  lowerBounds.length === 0
    ? amounts
    : ({ ...amounts, ...Object.fromEntries(lowerBounds.map((id) => [id, null])) } as Composition);
