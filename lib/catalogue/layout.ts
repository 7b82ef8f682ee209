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

/** How a value came about, as far as its publisher says. */
export type Basis = "analysed" | "calculated" | "imputed" | "borrowed" | "label" | "unstated";

/** What is to be said of one value of one food. */
export type Mark = {
  readonly basis: Basis;
  /**
   * Why the stored amount is only a lower bound: a trace (stored as 0), below a limit (stored as 0), a sum of which a
   * part is unknown. Null where it is the amount itself.
   */
  readonly bound: "trace" | "below" | "partial" | null;
  /** The limit that a value is below, in the nutrient's unit; null where it is not stated, and for every other bound. */
  readonly limit: number | null;
};

/** What a table says of itself. */
export type TableAbout = {
  /** What the ids of its foods begin with: "ndb", "fndds". */
  readonly prefix: string;
  /** Its name in a few letters, for tags and provenance: "USDA SR28". */
  readonly name: string;
  readonly title: string;
  readonly edition: string;
  readonly publisher: string;
  readonly licence: string;
  readonly citation: string;
  readonly url: string;
  /** What the publisher calls each column. */
  readonly columns: { readonly [N in ColumnNutrient]?: string };
};

/**
 * Header of a compiled food table. File layout: 4 bytes "AFT2", 4 bytes (little-endian) length of this header as
 * JSON, the header, then the sections in the order given here.
 *
 * Numbers are LEB128 varints. A nutrient's column holds 0 for unknown, else its value times 10^decimals plus 1, so that
 * division restores the exact number of the source; a nutrient without any value has no section. Marks are sparse: for
 * each nutrient of NUTRIENT_IDS the number of foods with one, then the steps between these foods, then the place of
 * each mark in `marks`. A value without a mark is an amount on the basis of its column.
 */
export type Header = {
  readonly version: string;
  readonly size: number;
  readonly table: TableAbout;
  /** Codes that are numbers of this many digits, in ascending order and stored as steps; null: stored as lines. */
  readonly codeDigits: number | null;
  readonly groups: readonly FoodGroup[];
  readonly phytate: { readonly source: string; readonly entries: readonly PhytateEntry[] };
  readonly decimals: { readonly [N in ColumnNutrient]?: number };
  /** The most usual basis of each column; "unstated" where it is left out. */
  readonly basis: { readonly [N in ColumnNutrient]?: Basis };
  readonly marks: readonly Mark[];
  readonly sections: readonly { readonly name: SectionName; readonly bytes: number }[];
};

export type SectionName =
  | ColumnNutrient
  | "codes"
  | "names"
  | "otherNames"
  | "ndb"
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
  | "suggestedGrams"
  | "markCounts"
  | "markFoods"
  | "markKinds";

export const MAGIC = "AFT2";
/** Weights are stored in thousandths of a gram, as integers. */
export const GRAMS_SCALE = 1000;
/** Separates the other names of one food. */
export const OTHER_NAMES_SEPARATOR = "\t";
/** The prefix of USDA's Standard Reference, the built-in table: its codes are NDB numbers. */
export const NDB_PREFIX = "ndb";
/** What the ids of typical dishes begin with. */
export const DISH_PREFIX = "dish";

/** Whether an id is that of a typical dish. */
export const isDish = (id: string): boolean => id.startsWith(`${DISH_PREFIX}:`);
