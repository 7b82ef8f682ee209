import type { Standard } from "./life-stage";
import { MINERALS, type UnitOf } from "./nutrients";

/** Nutrients with reference values in Assay: the six minerals, vitamin D and vitamin C. */
export const REFERENCE_NUTRIENTS = [...MINERALS, "vitaminD", "vitaminC"] as const;
export type ReferenceNutrient = (typeof REFERENCE_NUTRIENTS)[number];

/**
 * What a published target is: a recommended intake that covers nearly everybody (`RDA` of NASEM, `PRI` of EFSA, `RDI`
 * of Australia and New Zealand, `RI` of D-A-CH), or `AI`, an adequate intake, where the requirement is not known well enough.
 */
export const PUBLISHED_KINDS = ["RDA", "PRI", "RDI", "RI", "AI"] as const;
export type PublishedKind = (typeof PUBLISHED_KINDS)[number];
/** The kinds of a target in force: `custom` is set by the person. */
export const REFERENCE_KINDS = [...PUBLISHED_KINDS, "custom"] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];
/** What an upper limit counts: intake from all sources, or from supplements and medicines only. */
export type UpperLimitScope = "total" | "supplements";
export type Citation = { readonly citation: string; readonly url: string };

/**
 * Whether the requirement includes an allowance for the lower iron absorption from vegetarian diets. Absorption models
 * account for the same effect. Functions that compare absorbed amounts with a requirement accept only `mixed`, so that
 * it is not counted twice.
 */
export type DietAllowance = "mixed" | "vegetarian";

/** A cell of a published table, per day in the nutrient's unit; null where no value is set. */
export type PublishedReference = {
  readonly target: number | null;
  readonly kind: PublishedKind | null;
  /** Average requirement of the group; EAR or AR in the reports. */
  readonly ear: number | null;
  /** Coefficient of variation of the requirement, where the authority states it for the nutrient and age. */
  readonly requirementCv?: number;
  readonly ul: number | null;
  readonly ulScope: UpperLimitScope | null;
  readonly group: { readonly key: string; readonly label: string } | null;
  /** Table row of the values; differs from the person's group where iron follows menstruation. */
  readonly row: string | null;
  /** Factor applied to EAR and target; 1 unless a vegetarian allowance applies. */
  readonly requirementFactor: number;
  /** What was added to EAR and target of the row before the factor, in the nutrient's unit; absent: nothing. */
  readonly requirementAdds?: number;
  readonly source: Citation;
  readonly year: number;
  readonly upperLimit: {
    readonly kind: "UL" | "safe level";
    readonly source: Citation | null;
    readonly year: number | null;
  };
  readonly notes: readonly string[];
};

/** What is published where an authority sets nothing for the person. */
export const NO_VALUES = {
  target: null,
  kind: null,
  ear: null,
  ul: null,
  ulScope: null,
  group: null,
  row: null,
  requirementFactor: 1,
} as const satisfies Partial<PublishedReference>;

/** Reference values of one nutrient for one person on one day. */
export type ReferenceIntake<A extends DietAllowance = DietAllowance> = {
  readonly nutrient: ReferenceNutrient;
  readonly unit: UnitOf<ReferenceNutrient>;
  readonly standard: Standard;
  readonly allowance: A;
  /** Target per day: the person's own if set, else RDA, PRI or AI; null where none is set. */
  readonly target: number | null;
  readonly kind: ReferenceKind | null;
  /** The standard's target, also where the person set their own. */
  readonly published: { readonly target: number | null; readonly kind: PublishedReference["kind"] };
  readonly ear: number | null;
  /** Coefficient of variation of the requirement, where the authority states it; see `requirementSdOf`. */
  readonly requirementCv?: number;
  readonly ul: number | null;
  readonly ulScope: UpperLimitScope | null;
  readonly ulKind: "UL" | "safe level";
  readonly ulSource: Citation | null;
  readonly ulYear: number | null;
  /** Null when the person has no group on that day; the reason is in `note`. */
  readonly group: { readonly key: string; readonly label: string } | null;
  /** Table row of the values; differs from the person's group where iron follows menstruation. */
  readonly row: string | null;
  /** Factor applied to EAR and target; 1 unless a vegetarian allowance applies. */
  readonly requirementFactor: number;
  /** What was added to EAR and target of the row before the factor, in the nutrient's unit. */
  readonly requirementAdds: number;
  /** The published target and EAR where {@link requirementFactor} multiplied them; null where nothing was. */
  readonly withoutAllowance: { readonly target: number | null; readonly ear: number | null } | null;
  readonly source: Citation;
  readonly year: number;
  readonly note: string | null;
};
