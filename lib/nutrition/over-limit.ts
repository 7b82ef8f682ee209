import type { UpperLimitScope } from "./reference-types";

/** Relative tolerance: sums of the same amounts in another order differ by less. */
const SUM_SLACK = 1e-9;

/**
 * How far a single day exceeds an upper limit, in the nutrient's unit; null where it does not. Upper limits apply to
 * usual intake, so one such day is no concern. Prescribed amounts do not count.
 * @param total food and supplements together, a lower bound; null unknown.
 * @param prescribed the prescribed part of `fromSupplements`; null for none.
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
