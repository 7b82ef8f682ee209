import type { NutrientId } from "../nutrients";
import type { Content } from "../suggestions/candidates";
import {
  type AvoidedFood,
  type ConditionRow,
  type FoodRules,
  type MedicineRow,
  SAFETY,
  type SafetySource,
  safetySources,
} from "./table";

/** A condition or medicine with everything that it changes, for the page on methods. */
export type SafetyRow = {
  readonly kind: "condition" | "medicine";
  readonly code: string;
  readonly label: string;
  readonly noTips: readonly NutrientId[];
  readonly noComparison: readonly NutrientId[];
  readonly noSupplementTips: readonly NutrientId[];
  /** Nutrients whose supplements a medicine is taken apart from. */
  readonly nutrients: readonly NutrientId[];
  readonly caps: FoodRules["caps"];
  readonly setCaps: FoodRules["setCaps"];
  readonly avoid: readonly AvoidedFood[];
  readonly avoidContents: readonly Content[];
  readonly hideScores: boolean;
  /** Label of the condition that a medicine implies. */
  readonly implies: string | null;
  /** Why it leaves no food out; null where it does, itself or by the condition that it implies. */
  readonly reason: string | null;
  readonly sources: readonly SafetySource[];
};

const shared = (row: ConditionRow | MedicineRow) => ({
  code: row.code,
  label: row.label,
  caps: row.caps,
  setCaps: row.setCaps,
  avoid: row.avoid ?? [],
  avoidContents: row.avoidContents ?? [],
  noSupplementTips: row.noSupplementTips ?? [],
  reason: row.reason ?? null,
  sources: safetySources(row.sources),
});

/** All conditions, then all medicines, in the order of `data/reference/safety.json`. */
export const safetyRows = (): readonly SafetyRow[] => [
  ...SAFETY.conditions.map((row) => ({
    ...shared(row),
    kind: "condition" as const,
    noTips: row.noTips,
    noComparison: row.noComparison,
    nutrients: [],
    hideScores: row.hideScores,
    implies: null,
  })),
  ...SAFETY.medicines.map((row) => ({
    ...shared(row),
    kind: "medicine" as const,
    noTips: [],
    noComparison: [],
    nutrients: row.nutrients,
    hideScores: false,
    implies: SAFETY.conditions.find(({ code }) => code === row.condition)?.label ?? null,
  })),
];
