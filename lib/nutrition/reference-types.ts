import type { Standard } from "./life-stage";
import { MINERALS, type UnitOf } from "./nutrients";

/** Nutrients with reference values in Assay: the six minerals, and vitamins D and C beside them. */
export const REFERENCE_NUTRIENTS = [...MINERALS, "vitaminD", "vitaminC"] as const;
export type ReferenceNutrient = (typeof REFERENCE_NUTRIENTS)[number];

/** `RDA`/`AI` of NASEM, `PRI`/`AI` of EFSA, `custom` when the person set the target. */
export type ReferenceKind = "RDA" | "PRI" | "AI" | "custom";
/** What an upper limit counts: everything eaten, or supplements and medicines only. */
export type UpperLimitScope = "total" | "supplements";
export type Citation = { readonly citation: string; readonly url: string };

/**
 * Whether the requirement was raised for how badly a vegetarian diet lets iron through. Absorption models
 * express the same loss, so whatever compares an absorbed amount with a need takes the `mixed` kind only,
 * and the two cannot be counted together.
 */
export type DietAllowance = "mixed" | "vegetarian";

/** A cell of a published table. Amounts a day in the nutrient's unit; null where nothing is set. */
export type PublishedReference = {
  readonly target: number | null;
  readonly kind: "RDA" | "PRI" | "AI" | null;
  /** Estimated Average Requirement (NASEM) or Average Requirement (EFSA). */
  readonly ear: number | null;
  readonly ul: number | null;
  readonly ulScope: UpperLimitScope | null;
  readonly group: { readonly key: string; readonly label: string } | null;
  /** The row of the table the numbers come from; another than the group's where iron follows menstruation. */
  readonly row: string | null;
  /** What EAR and target were multiplied with; 1 unless a vegetarian allowance applies. */
  readonly requirementFactor: number;
  readonly source: Citation;
  readonly year: number;
  readonly upperLimit: {
    readonly kind: "UL" | "safe level";
    readonly source: Citation | null;
    readonly year: number | null;
  };
  readonly notes: readonly string[];
};

/** The reference values of one nutrient for one person on one day. */
export type ReferenceIntake<A extends DietAllowance = DietAllowance> = {
  readonly nutrient: ReferenceNutrient;
  readonly unit: UnitOf<ReferenceNutrient>;
  readonly standard: Standard;
  readonly allowance: A;
  /** What to aim at, a day: the person's own target if set, else RDA, PRI or AI; null where none is set. */
  readonly target: number | null;
  readonly kind: ReferenceKind | null;
  /** The standard's own target, whatever the person chose. */
  readonly published: { readonly target: number | null; readonly kind: PublishedReference["kind"] };
  readonly ear: number | null;
  readonly ul: number | null;
  readonly ulScope: UpperLimitScope | null;
  readonly ulKind: "UL" | "safe level";
  readonly ulSource: Citation | null;
  readonly ulYear: number | null;
  /** Null when the person has no group on that day; `note` says why. */
  readonly group: { readonly key: string; readonly label: string } | null;
  /** The row of the standard's table; another than the group's where iron follows menstruation. */
  readonly row: string | null;
  /** What EAR and target were multiplied with; 1 unless a vegetarian allowance applies. */
  readonly requirementFactor: number;
  readonly source: Citation;
  readonly year: number;
  readonly note: string | null;
};
