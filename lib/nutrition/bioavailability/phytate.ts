import absorption from "@/data/reference/absorption.json";
import { MIN_COVERAGE } from "../adequacy";

/** Phytate as a band, mg of phytic acid: 0 ≤ low ≤ typical ≤ high. */
export type PhytateBand = { readonly low: number; readonly typical: number; readonly high: number };

/** A band for another weight or after a loss: each of its values times the factor. */
export const scaleBand = (band: PhytateBand, factor: number): PhytateBand => ({
  low: band.low * factor,
  typical: band.typical * factor,
  high: band.high * factor,
});

/** Phytate of one food of a day or meal. `null` is unknown; a band of zeros is certain absence. */
export type PhytateItem = {
  /** Energy of the portion, kcal; null unknown. */
  readonly energyKcal: number | null;
  readonly phytate: PhytateBand | null;
};

/** Phytate of a day or meal, a lower bound where foods lack a value: `known` of `entries` have one. */
export type PhytateTotal = {
  /** Null exactly when no food has a value. */
  readonly band: PhytateBand | null;
  readonly known: number;
  readonly entries: number;
  /** Share of energy from foods with a value, 0 to 1; share of foods where energies are unknown. */
  readonly coverage: number;
};

const FACTOR = absorption.phytateUnknownBand.factor;

/** Uncertainty band of a single value: a factor of two either way is usual for one food. */
export const bandAround = (typicalMg: number): PhytateBand => ({
  low: typicalMg / FACTOR,
  typical: typicalMg,
  high: typicalMg * FACTOR,
});

/**
 * Phytate of several foods. Lows and highs are summed separately, which gives the widest band: errors of an analytical
 * method affect all foods of a table in the same direction.
 */
export const phytateTotalOf = (items: readonly PhytateItem[]): PhytateTotal => {
  let low = 0;
  let typical = 0;
  let high = 0;
  let known = 0;
  let energy = 0;
  let energyKnown = 0;
  let energyComplete = true;
  for (const { energyKcal, phytate } of items) {
    if (energyKcal === null) energyComplete = false;
    else energy += energyKcal;
    if (phytate === null) continue;
    known += 1;
    if (energyKcal !== null) energyKnown += energyKcal;
    low += phytate.low;
    typical += phytate.typical;
    high += phytate.high;
  }
  const byCount = items.length === 0 ? 0 : known / items.length;
  const byEnergy = energy > 0 ? energyKnown / energy : byCount;
  return {
    band: known === 0 ? null : { low, typical, high },
    known,
    entries: items.length,
    coverage: energyComplete ? byEnergy : Math.min(byEnergy, byCount),
  };
};

/** Minerals with a phytate:mineral ratio in use, with their molar masses (g/mol). */
export const RATIO_MINERALS = ["zinc", "iron", "calcium"] as const;
export type RatioMineral = (typeof RATIO_MINERALS)[number];

/**
 * Molar ratio of phytate to a mineral: (phytate/660.04) / (mineral/molar mass), both in mg. Null without the mineral.
 */
export const phytateMolarRatio = (
  mineral: RatioMineral,
  phytateMg: number,
  mineralMg: number,
): number | null =>
  mineralMg > 0
    ? phytateMg / absorption.molarMass.phyticAcid / (mineralMg / absorption.molarMass[mineral])
    : null;

/**
 * Zinc availability by a day's phytate:zinc molar ratio (WHO/FAO 2004): below 5 high, 5 to 15 moderate, above 15 low.
 */
export type ZincAvailability = "high" | "moderate" | "low";

export const zincAvailabilityAt = (ratio: number): ZincAvailability =>
  ratio < absorption.phytateZincClasses.highBelow
    ? "high"
    : ratio > absorption.phytateZincClasses.lowAbove
      ? "low"
      : "moderate";

export type NoRatioReason = "phytate-unknown" | "low-coverage" | "mineral-unknown";

/** A day's phytate:zinc molar ratio as a band with its classes, or the reason why there is none. */
export type ZincRatio =
  | {
      readonly ok: true;
      readonly ratio: PhytateBand;
      readonly availability: ZincAvailability;
      /** Classes at the ends of the band; where they differ, the class is uncertain. */
      readonly availabilityAtLow: ZincAvailability;
      readonly availabilityAtHigh: ZincAvailability;
    }
  | { readonly ok: false; readonly reason: NoRatioReason };

/**
 * Why a phytate total is insufficient: no value at all, or coverage below {@link MIN_COVERAGE}; null when sufficient.
 */
export const phytateGap = (phytate: PhytateTotal): "phytate-unknown" | "low-coverage" | null =>
  phytate.band === null ? "phytate-unknown" : phytate.coverage < MIN_COVERAGE ? "low-coverage" : null;

/**
 * Phytate:zinc molar ratio of a whole day. 0 on a day without phytate; none where coverage is below
 * {@link MIN_COVERAGE}.
 * @param zincMg zinc of the day's food, mg; null unknown.
 */
export const zincRatioOf = (phytate: PhytateTotal, zincMg: number | null): ZincRatio => {
  const gap = phytateGap(phytate);
  if (gap !== null || phytate.band === null) return { ok: false, reason: gap ?? "phytate-unknown" };
  const at = (mg: number) => (zincMg === null ? null : phytateMolarRatio("zinc", mg, zincMg));
  const [low, typical, high] = [at(phytate.band.low), at(phytate.band.typical), at(phytate.band.high)];
  if (low === null || typical === null || high === null) return { ok: false, reason: "mineral-unknown" };
  return {
    ok: true,
    ratio: { low, typical, high },
    availability: zincAvailabilityAt(typical),
    availabilityAtLow: zincAvailabilityAt(low),
    availabilityAtHigh: zincAvailabilityAt(high),
  };
};
