import { NUTRIENTS, type NutrientId, type Unit } from "@/lib/nutrition";
import type { Catalogue, TableInfo } from "./decode";
import type { Basis, ColumnNutrient, Mark } from "./layout";

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
  /** What the source says of the value beside its amount; null where it says nothing. */
  readonly mark: Mark | null;
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
        mark: null,
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
      mark: catalogue.markAt(index, nutrient),
      note: `${entry.name} (${entry.state}). ${entry.note === null ? "" : `${entry.note} `}${catalogue.tableAt(index).phytateSource}`,
    };
  }
  const value = catalogue.column(nutrient)[index] as number;
  const table = catalogue.tableAt(index);
  const mark = catalogue.markAt(index, nutrient);
  return {
    source: table.name,
    row: catalogue.codeAt(index),
    column: table.columns[nutrient] ?? nutrient,
    value: Number.isNaN(value) ? null : value,
    unit,
    band: null,
    mark,
    note: noteOf(table, nutrient, value, mark),
  };
}

const BASIS_WORDS: { readonly [B in Basis]: string } = {
  analysed: "Analysed in the laboratory.",
  calculated: "Calculated by the publisher.",
  imputed: "Imputed by the publisher from similar foods, not measured.",
  borrowed: "Borrowed by the publisher from another table.",
  label: "From a product's label.",
  unstated: "",
};

/** What is said of a value, or why there is none. */
const noteOf = (table: TableInfo, nutrient: ColumnNutrient, value: number, mark: Mark | null): string => {
  if (Number.isNaN(value))
    return table.columns[nutrient] === undefined
      ? "The source has no such column: unknown, not zero."
      : "Blank in the source: unknown, not zero.";
  const basis = BASIS_WORDS[mark?.basis ?? "unstated"];
  const bound = boundWords(nutrient, mark);
  return [bound ?? "Per 100 g of edible part, unchanged.", basis].filter((text) => text !== "").join(" ");
};

const boundWords = (nutrient: ColumnNutrient, mark: Mark | null): string | null => {
  switch (mark?.bound ?? null) {
    case "trace":
      return "A trace: some, of unknown amount.";
    case "below":
      if ((mark?.limit ?? null) === null)
        return "Below the limit of detection, which the table does not state: at least 0, not known to be 0.";
      return `Below ${mark?.limit} ${NUTRIENTS[nutrient].unit}, the least that was measured: at least 0, not known to be 0.`;
    case "partial":
      return "A lower bound: part of it is unknown.";
    case null:
      return null;
  }
};

/** Where the phytate of the installed tables is from, each source once, in the order of the tables. */
export const phytateSources = ({ tables }: Catalogue): string[] => [
  ...new Set(tables.map(({ phytateSource }) => phytateSource)),
];
