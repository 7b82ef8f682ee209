import table from "@/data/reference/preparation.json";
import measured from "@/data/reference/retention.json";
import type { PhytateBand } from "./bioavailability/phytate";
import type { Composition } from "./composition";
import { type FoodDescriptor, type PreparationKind, preparationKindOf } from "./food-kind";
import { NUTRIENT_IDS, type NutrientId } from "./nutrients";

/*
 * Effects of soaking, sprouting, fermenting, boiling and roasting on a raw or dry food. A preparation belongs to a
 * diary entry or an ingredient whose weight is that of the raw or dry food.
 */

export type PreparationId =
  | "boiled"
  | "boiled-drained"
  | "soaked"
  | "soaked-boiled"
  | "soaked-pressure-cooked"
  | "sprouted-1-day"
  | "sprouted-3-days"
  | "sprouted-5-days"
  | "fermented-pulse"
  | "tempeh"
  | "fermented-batter"
  | "yeast-bread"
  | "sourdough"
  | "sourdough-bread"
  | "roasted"
  | "fermented-root";

/** Share of an amount retained, related to the same dry matter (1: no loss). Low and high are the plausible range. */
export type RetentionBand = { readonly low: number; readonly typical: number; readonly high: number };

export type Preparation = {
  readonly id: PreparationId;
  readonly label: string;
  readonly detail: string;
  readonly phytate: RetentionBand;
  readonly kinds: readonly PreparationKind[];
  /** Nutrients that leach or break down in this preparation. */
  readonly mayLose: readonly NutrientId[];
  readonly confidence: "high" | "medium" | "low";
  readonly evidence: readonly string[];
};

/** Every preparation, in the order of the table. Sources: data/reference/preparation.json. */
export const PREPARATIONS = table.preparations as readonly Preparation[];

/**
 * Retention of a nutrient in cooking, measured on pairs of raw and cooked foods of one table.
 * 0 ≤ low ≤ typical ≤ high.
 */
export type RetentionFactor = RetentionBand & {
  readonly kind: PreparationKind;
  readonly preparation: PreparationId;
  readonly nutrient: NutrientId;
  /** Number of pairs. */
  readonly pairs: number;
};
export type RetentionFactors = readonly RetentionFactor[];

/**
 * Median with quartiles over the raw and cooked pairs of the food table, at most 1. Method and limitations:
 * docs/decisions/015-mineral-retention.md.
 */
export const MEASURED_RETENTIONS = measured.retentions as RetentionFactors;

/** Label of a preparation; null for none. */
export const preparationLabel = (preparation: string | null): string | null =>
  PREPARATIONS.find(({ id }) => id === preparation)?.label ?? null;

const retentionOf = (
  retentions: RetentionFactors,
  kind: PreparationKind,
  preparation: PreparationId,
  nutrient: NutrientId,
): RetentionFactor | undefined =>
  retentions.find((r) => r.kind === kind && r.preparation === preparation && r.nutrient === nutrient);

/**
 * Retention of a nutrient in a preparation of a food; "unmeasured" where losses are possible but not measured, null
 * where none are expected.
 */
export const mineralRetention = (
  food: FoodDescriptor,
  preparationId: PreparationId,
  nutrient: NutrientId,
): RetentionFactor | "unmeasured" | null => {
  const kind = preparationKindOf(food);
  const preparation = PREPARATIONS.find(({ id }) => id === preparationId);
  if (kind === null || !preparation?.mayLose.includes(nutrient)) return null;
  return retentionOf(MEASURED_RETENTIONS, kind, preparationId, nutrient) ?? "unmeasured";
};

/**
 * The preparations offered for a food; none for ready-to-eat food. Boiling and draining is offered only where the
 * retention of minerals is measured.
 */
export const preparationsFor = (
  food: FoodDescriptor,
  retentions: RetentionFactors = MEASURED_RETENTIONS,
): readonly Preparation[] => {
  const kind = preparationKindOf(food);
  if (kind === null) return [];
  return PREPARATIONS.filter(
    ({ id, kinds }) =>
      kinds.includes(kind) &&
      (id !== "boiled-drained" || retentions.some((r) => r.kind === kind && r.preparation === id)),
  );
};

/** A portion before or after preparation. */
export type Portioned = {
  readonly amounts: Composition;
  /** Null unknown. Its typical value is the portion's phytate. */
  readonly phytate: PhytateBand | null;
};

export type Prepared = Portioned & {
  /**
   * Nutrients that the preparation may lower but whose retention is not measured for this kind of food. Their amounts
   * are unchanged and may be too high; pages say so beside them.
   */
  readonly unadjusted: readonly NutrientId[];
};

/**
 * Amounts of a portion after preparation. Phytate is multiplied by the cited factor, its band by the factor's range;
 * minerals and vitamin C are multiplied by the retention where one is measured. Unknown stays unknown.
 * @throws RangeError when the preparation is not offered for the food.
 */
export const prepare = (
  portion: Portioned,
  preparationId: PreparationId,
  food: FoodDescriptor,
  retentions: RetentionFactors = MEASURED_RETENTIONS,
): Prepared => {
  const kind = preparationKindOf(food);
  const preparation = preparationsFor(food, retentions).find(({ id }) => id === preparationId);
  if (kind === null || !preparation) {
    throw new RangeError(`${preparationId} is no preparation for ${food.name}`);
  }
  const { phytate: left } = preparation;
  const phytate =
    portion.phytate === null
      ? null
      : {
          low: portion.phytate.low * left.low,
          typical: portion.phytate.typical * left.typical,
          high: portion.phytate.high * left.high,
        };
  const unadjusted: NutrientId[] = [];
  const amounts: Partial<Record<NutrientId, number | null>> = {};
  for (const nutrient of NUTRIENT_IDS) {
    const before: number | null = portion.amounts[nutrient];
    if (before === null) {
      amounts[nutrient] = null;
    } else if (nutrient === "phytate") {
      amounts[nutrient] = before * left.typical;
    } else if (preparation.mayLose.includes(nutrient)) {
      const retention = retentionOf(retentions, kind, preparationId, nutrient);
      if (!retention && before > 0) unadjusted.push(nutrient);
      amounts[nutrient] = retention ? before * retention.typical : before;
    } else {
      amounts[nutrient] = before;
    }
  }
  return { amounts: amounts as Composition, phytate, unadjusted };
};
