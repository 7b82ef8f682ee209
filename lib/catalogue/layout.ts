import type { NutrientId } from "@/lib/nutrition";
import type { FoodGroup } from "./groups";

/** One row of the phytate table (data/reference/phytate.json) as the food table carries it. mg per 100 g. */
export type PhytateEntry = {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly low: number;
  readonly typical: number;
  readonly high: number;
  readonly confidence: "high" | "medium" | "low";
  /** A caution of this entry alone, or null. */
  readonly note: string | null;
};

/** The nutrients the table has a column of its own for: all but phytate, which comes by entry. */
export type ColumnNutrient = Exclude<NutrientId, "phytate">;

/**
 * The beginning of the compiled food table: 4 bytes "AFT1", 4 bytes (little-endian) length of this header as
 * JSON, the header, then the sections one after another in the order given here.
 *
 * Numbers are LEB128 varints. A nutrient's column holds 0 for unknown, else its value times 10^decimals plus 1,
 * so that the division gives back the very number of the source.
 */
export type Header = {
  readonly version: string;
  readonly size: number;
  readonly source: { readonly name: string; readonly columns: { readonly [N in ColumnNutrient]: string } };
  readonly groups: readonly FoodGroup[];
  readonly phytate: { readonly source: string; readonly entries: readonly PhytateEntry[] };
  readonly decimals: { readonly [N in ColumnNutrient]: number };
  readonly sections: readonly { readonly name: SectionName; readonly bytes: number }[];
};

export type SectionName =
  | ColumnNutrient
  | "ndb"
  | "names"
  | "groups"
  | "refuse"
  | "phytate"
  | "traits"
  | "labels"
  | "portionCounts"
  | "portionLabels"
  | "portionGrams"
  | "suggestedLabels"
  | "suggestedGrams";

export const MAGIC = "AFT1";
/** Weights are stored in thousandths of a gram. */
export const GRAMS_SCALE = 1000;
