import absorption from "@/data/reference/absorption.json";
import { MIN_COVERAGE } from "../adequacy";
import type { PhytateBand } from "./phytate-band";

export * from "./phytate-band";

/** What the phytate of a day or a meal is summed from. `null` is unknown, a band of zeros is certain absence. */
export type PhytateItem = {
  /** Energy of the portion, kcal; null unknown. */
  readonly energyKcal: number | null;
  readonly phytate: PhytateBand | null;
};

/** Phytate of a day or a meal: a lower bound from the `known` of `entries`, with the share of energy they are. */
export type PhytateTotal = {
  /** Null exactly when no food has a value. */
  readonly band: PhytateBand | null;
  readonly known: number;
  readonly entries: number;
  /** Share of the energy whose foods have a value, 0 to 1; of the foods where energies are unknown. */
  readonly coverage: number;
};

const FACTOR = absorption.phytateUnknownBand.factor;

/** The band around a single value: a factor of two either way is normal for one food. */
export const bandAround = (typicalMg: number): PhytateBand => ({
  low: typicalMg / FACTOR,
  typical: typicalMg,
  high: typicalMg * FACTOR,
});

/**
 * The phytate of several foods. Lows and highs are added as if all foods lay at the same end: the widest band
 * that can be, since the error of a method runs through a whole table.
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
 * Molar ratio of phytate to a mineral: (phytate/660.04) / (mineral/molar mass), both in mg.
 * Null without the mineral, where a ratio means nothing.
 */
export const phytateMolarRatio = (
  mineral: RatioMineral,
  phytateMg: number,
  mineralMg: number,
): number | null =>
  mineralMg > 0
    ? phytateMg / absorption.molarMass.phyticAcid / (mineralMg / absorption.molarMass[mineral])
    : null;

/** Availability of zinc by the phytate:zinc ratio of a day (WHO/FAO 2004): below 5, 5 to 15, above 15. */
export type ZincAvailability = "high" | "moderate" | "low";

export const zincAvailabilityAt = (ratio: number): ZincAvailability =>
  ratio < absorption.phytateZincClasses.highBelow
    ? "high"
    : ratio > absorption.phytateZincClasses.lowAbove
      ? "low"
      : "moderate";

export type NoRatioReason = "phytate-unknown" | "low-coverage" | "mineral-unknown";

/** Phytate:zinc of a day as a band with its classes, or why there is none. */
export type ZincRatio =
  | {
      readonly ok: true;
      readonly ratio: PhytateBand;
      readonly availability: ZincAvailability;
      /** The class at either end of the band; it is only certain when both agree. */
      readonly availabilityAtLow: ZincAvailability;
      readonly availabilityAtHigh: ZincAvailability;
    }
  | { readonly ok: false; readonly reason: NoRatioReason };

/** Whether a phytate total says enough: some food has a value, and those that have cover four fifths of the energy. */
export const phytateGap = (phytate: PhytateTotal): "phytate-unknown" | "low-coverage" | null =>
  phytate.band === null ? "phytate-unknown" : phytate.coverage < MIN_COVERAGE ? "low-coverage" : null;

/**
 * The phytate:zinc ratio of a whole day. A day without phytate has the ratio 0; a day on which more than a
 * fifth of the energy has no phytate value has none.
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
