import type { NutrientId } from "@/lib/nutrition";
import type { FoodGroup } from "./groups";

/** A row of data/reference/phytate.json in the compiled table; mg of phytic acid per 100 g. */
export type PhytateEntry = {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly low: number;
  readonly typical: number;
  readonly high: number;
  readonly confidence: "high" | "medium" | "low";
  /** A caution for this entry, or null. */
  readonly note: string | null;
};

/** Nutrients with a column in the table: all but phytate, which refers to an entry. */
export type ColumnNutrient = Exclude<NutrientId, "phytate">;

/**
 * Header of the compiled food table. File layout: 4 bytes "AFT1", 4 bytes (little-endian) length of this header as
 * JSON, the header, then the sections in the order given here.
 *
 * Numbers are LEB128 varints. A nutrient's column holds 0 for unknown, else its value times 10^decimals plus 1, so that
 * division restores the exact number of the source.
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
  | "traitSets"
  | "labels"
  | "portionCounts"
  | "portionLabels"
  | "portionGrams"
  | "suggestedLabels"
  | "suggestedGrams";

export const MAGIC = "AFT1";
/** Weights are stored in thousandths of a gram, as integers. */
export const GRAMS_SCALE = 1000;
