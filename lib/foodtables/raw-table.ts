import type { ColumnNutrient, FoodGroup } from "@/lib/catalogue";

/**
 * The neutral form of an official food table, between the readers (lib/foodtables/readers, one a publisher) and the
 * compiler. Nothing in it is filled in: what the publisher left blank is absent.
 */

/**
 * How a value came about, as the publisher states it: `analysed` in a laboratory, `calculated` from other values of the
 * same food (protein from nitrogen) or from a recipe, `imputed` from a similar food or by estimate, `borrowed` from
 * another table or the literature, taken from a `label`, or `unstated`.
 */
export type Basis = "analysed" | "calculated" | "imputed" | "borrowed" | "label" | "unstated";

/** One cell of an official table. A cell that is absent is unknown: neither a trace nor zero. */
export type RawValue =
  /** Per 100 g of edible part, in the canonical unit of `NUTRIENTS`. */
  | { readonly kind: "amount"; readonly amount: number; readonly basis: Basis }
  /** Present in an amount that the publisher does not give. */
  | { readonly kind: "trace"; readonly basis: Basis }
  /**
   * Below a limit of detection or quantification; `limit` per 100 g, in the canonical unit, above 0; null where the
   * publisher does not state it.
   */
  | { readonly kind: "below"; readonly limit: number | null; readonly basis: Basis };

/** A household measure: `label` as people read it ("1 cup", "1 slice (large)"), `grams` of edible part, above 0. */
export type RawPortion = { readonly label: string; readonly grams: number };

export type RawFood = {
  /** The publisher's own code; follows the prefix in the food's id. */
  readonly code: string;
  /** English display name where there is one, in sentence case. */
  readonly name: string;
  /** Names in other languages, "Additional food description". */
  readonly otherNames: readonly string[];
  /** The publisher's category, as text. */
  readonly category: string;
  /** The same, mapped to our groups. */
  readonly group: FoodGroup;
  readonly values: { readonly [N in ColumnNutrient]?: RawValue };
  readonly portions: readonly RawPortion[];
  /** Five-digit NDB number, where the table states it. */
  readonly ndb: string | null;
  /** Water and carbohydrate in 100 g, g, where the table states them: they tell boiled beans from dry ones. */
  readonly waterG?: number | null;
  readonly carbohydrateG?: number | null;
  /** Share of the food as bought that is not eaten, in percent (0 … 100); null when it is not stated. */
  readonly refusePercent: number | null;
};

export type RawTable = {
  readonly prefix: "fdc" | "fndds" | "fineli" | "ciqual" | "bls" | "afcd" | "nevo" | "swiss" | "cnf";
  /** "USDA FoodData Central, Foundation Foods" */
  readonly title: string;
  /** "2024-10-31", "2021-2023" */
  readonly edition: string;
  readonly publisher: string;
  readonly licence: string;
  readonly citation: string;
  readonly url: string;
  /** What the publisher calls each column; a nutrient without a column is absent. */
  readonly columns: { readonly [N in ColumnNutrient]?: string };
  readonly foods: readonly RawFood[];
  /** What was left out and why, counted: "12 foods without a name". */
  readonly remarks: readonly string[];
};
