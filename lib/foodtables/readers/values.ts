import type { ColumnNutrient } from "@/lib/catalogue";
import { NUTRIENTS } from "@/lib/nutrition";
import type { Basis, RawValue } from "../raw-table";
import { refuse } from "./refusal";
import type { Cell } from "./workbook";

/** Thermochemical calorie, exact by definition. */
const KILOJOULES_PER_KILOCALORIE = 4.184;
/** 1 µg of vitamin D is 40 international units, exact by definition (cholecalciferol). */
const VITAMIN_D_IU_PER_UG = 40;

const MASS: { readonly [unit: string]: number } = { g: 1e6, mg: 1e3, µg: 1 };

/** Spellings of units in headings: "ug", "mcg", "mcg_RAE", "µg-RE", "MG", "kCal". */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^g(?:ram)?$/i, "g"],
  [/^mg$/i, "mg"],
  [/^(?:µg|μg|ug|mcg)(?:[_ -]?(?:rae|dfe))?$/i, "µg"],
  [/^kcal$/i, "kcal"],
  [/^kj$/i, "kJ"],
  [/^iu$/i, "IU"],
];

/** The unit that a publisher's spelling means; null when it is none of those that are read. */
export const unitOf = (spelling: string): string | null =>
  SPELLINGS.find(([pattern]) => pattern.test(spelling.trim()))?.[1] ?? null;

/**
 * What an amount in a publisher's unit is multiplied with to be in the canonical unit of a nutrient.
 * @returns null when that unit cannot measure the nutrient
 */
export function factorTo(nutrient: ColumnNutrient, unit: string): number | null {
  const canonical = NUTRIENTS[nutrient].unit;
  if (unit === canonical) return 1;
  if (nutrient === "energy") return unit === "kJ" ? 1 / KILOJOULES_PER_KILOCALORIE : null;
  if (nutrient === "vitaminD" && unit === "IU") return 1 / VITAMIN_D_IU_PER_UG;
  const from = MASS[unit];
  const to = MASS[canonical];
  return from === undefined || to === undefined ? null : from / to;
}

/** No food holds more of it in 100 g: pure fat has 902 kcal, and nothing weighs more than the food. */
const CEILING: { readonly [unit: string]: number } = { kcal: 1000, g: 105, mg: 105_000, µg: 105_000_000 };

const NUMBER = /^[+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:e[+-]?\d{1,2})?$/i;

/** A number as publishers write it, with point or comma and without groups of thousands; null when it is none. */
export function numberOf(cell: string | number): number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  const text = cell.trim();
  if (!NUMBER.test(text)) return null;
  const value = Number(text.replace(",", "."));
  return Number.isFinite(value) ? value : null;
}

/** A cell that says "not known", in the tables that are read. */
const MISSING = new Set(["", "-", "–", "—", "n.d.", "nd", "n.a.", "na", "n/a", "k.a."]);
const TRACE = /^(?:traces?|tr|tr\.|sp|sp\.|spuren)$/i;
const BELOW = /^<\s*(.+)$/;
const UNSTATED_LIMIT = /^<\s*lo[dq](?:\s*(?:or|oder|\/)\s*<?\s*lo[dq])?$/i;

/** A column of values of one nutrient. `where` locates a cell for a refusal. */
export type ValueColumn = {
  readonly nutrient: ColumnNutrient;
  /** The publisher's amount times this is in the canonical unit. */
  readonly factor: number;
};

/**
 * A cell of a food table. Blank, unknown, trace, a limit and an amount stay apart.
 * @param basis how the publisher says that the value came about
 * @param where locates the cell in a message
 * @returns undefined when the value is unknown
 * @throws AppError invalid when it is none of these, or more than a food can hold
 */
export function readValue(
  cell: Cell | undefined,
  { nutrient, factor }: ValueColumn,
  basis: Basis,
  where: () => string,
): RawValue | undefined {
  if (cell === null || cell === undefined) return undefined;
  const text = typeof cell === "string" ? cell.trim() : cell;
  if (typeof text === "string") {
    if (MISSING.has(text.toLowerCase())) return undefined;
    if (TRACE.test(text)) return { kind: "trace", basis };
    if (UNSTATED_LIMIT.test(text)) return { kind: "below", limit: null, basis };
    const limit = BELOW.exec(text)?.[1];
    if (limit !== undefined) {
      const number = numberOf(limit);
      if (number === null || number < 0) return refuse(where(), `“${text}” is no limit that can be read`);
      return number === 0
        ? { kind: "trace", basis }
        : { kind: "below", limit: bounded(number * factor, nutrient, where), basis };
    }
  }
  const number = numberOf(text);
  if (number === null || number < 0) return refuse(where(), `“${text}” is no amount`);
  return { kind: "amount", amount: bounded(number * factor, nutrient, where), basis };
}

function bounded(amount: number, nutrient: ColumnNutrient, where: () => string): number {
  const { unit, label } = NUTRIENTS[nutrient];
  if (amount > (CEILING[unit] as number))
    refuse(where(), `${amount} ${unit} of ${label.toLowerCase()} is more than 100 g of a food can hold`);
  return amount;
}

/**
 * A value of another quantity of food as one per 100 g of edible part.
 * @param by the edible share of it (0 … 1), or its density in g/ml
 */
export function dividedBy(value: RawValue, by: number): RawValue {
  if (value.kind === "amount") return { ...value, amount: value.amount / by };
  return value.kind === "trace" || value.limit === null ? value : { ...value, limit: value.limit / by };
}

/**
 * Water or carbohydrate in 100 g, which only the rules of phytate read, g: a trace counts as nothing there, and what is
 * below a limit as the limit.
 * @param edible share that the publisher's amount is divided by
 * @returns null when it is not stated, or no food can have it
 */
export function plainGrams(text: string, edible = 1): number | null {
  const stated = TRACE.test(text.trim()) ? 0 : numberOf(BELOW.exec(text.trim())?.[1] ?? text);
  if (text.trim() === "" || stated === null || stated < 0) return null;
  const grams = stated / edible;
  return grams <= 100 ? grams : null;
}
