import { NUTRIENTS, type NutrientId, type Unit } from "@/lib/nutrition";
import type { Catalogue } from "./decode";

/** The source of one number of one food. */
export type Provenance = {
  readonly source: string;
  /** The row in that source: an NDB number, or the id of a phytate entry. */
  readonly row: string;
  /** The source's name of the column. */
  readonly column: string;
  /** The source's value per 100 g; null where it has none. */
  readonly value: number | null;
  readonly unit: Unit;
  /** Low and high value and confidence, where the source gives a range. */
  readonly band: {
    readonly low: number;
    readonly high: number;
    readonly confidence: "high" | "medium" | "low";
  } | null;
  readonly note: string;
};

/**
 * The source of a food's amount of a nutrient, or the reason why it is unknown.
 * @returns undefined when the table has no such food.
 */
export function provenanceOf(catalogue: Catalogue, id: string, nutrient: NutrientId): Provenance | undefined {
  const index = catalogue.indexOf(id);
  if (index < 0) return undefined;
  const unit = NUTRIENTS[nutrient].unit;
  if (nutrient === "phytate") {
    const entry = catalogue.phytateAt(index);
    if (entry === null) {
      return {
        source: "Assay phytate table",
        row: "",
        column: "typical",
        value: null,
        unit,
        band: null,
        note: "No entry describes this food, so its phytate is unknown.",
      };
    }
    return {
      source: "Assay phytate table",
      row: entry.id,
      column: "typical",
      value: entry.typical,
      unit,
      band: { low: entry.low, high: entry.high, confidence: entry.confidence },
      note: `${entry.name} (${entry.state}). ${entry.note === null ? "" : `${entry.note} `}${catalogue.phytateSource}`,
    };
  }
  const value = catalogue.column(nutrient)[index] as number;
  const known = !Number.isNaN(value);
  return {
    source: catalogue.source.name,
    row: id.slice("ndb:".length),
    column: catalogue.source.columns[nutrient],
    value: known ? value : null,
    unit,
    band: null,
    note: known ? "Per 100 g of edible part, unchanged." : "Blank in the source: unknown, not zero.",
  };
}
