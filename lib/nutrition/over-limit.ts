import type { UpperLimitScope } from "./reference-types";

/** Sums of the same amounts in another order differ by this share at most. */
const SUM_SLACK = 1e-9;

/**
 * How far one day lies above an upper limit, in the nutrient's unit; null where it does not. The limit counts
 * everything, or supplements only, and never what a doctor prescribed. One such day is no concern.
 * @param total food and supplements together, a lower bound; null unknown.
 * @param prescribed what of `fromSupplements` was prescribed; null for nothing.
 */
export const overUpperLimit = (
  { ul, ulScope }: { readonly ul: number | null; readonly ulScope: UpperLimitScope | null },
  total: number | null,
  fromSupplements: number | null,
  prescribed: number | null,
): number | null => {
  const counted = ulScope === "supplements" ? fromSupplements : total;
  if (ul === null || counted === null) return null;
  const allowed = prescribed === null ? ul : ul + prescribed;
  return counted > allowed * (1 + SUM_SLACK) ? counted - allowed : null;
};
