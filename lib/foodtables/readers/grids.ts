import type { ColumnNutrient } from "@/lib/catalogue";
import type { Basis, RawTable, RawValue } from "../raw-table";
import { headingKey, textRows } from "./csv";
import { tidy } from "./names";
import type { OfficialFile } from "./official-files";
import { refuse } from "./refusal";
import { factorTo, plainGrams, readValue, unitOf, type ValueColumn } from "./values";
import { type Cell, type Grid, isWorkbookStart, sheetsOf } from "./workbook";

/** Publishers put titles above the headings. */
const HEADER_WITHIN = 12;

const DELIMITERS = ["|", ";", "\t", ","];

/** The delimiter that a text table's first line has most of. */
const delimiterOf = (line: string): string =>
  DELIMITERS.map((each) => [line.split(each).length, each] as const).sort((a, b) => b[0] - a[0])[0]?.[1] ??
  ",";

async function start(file: OfficialFile, bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  const stream = await file.stream();
  try {
    for await (const chunk of stream) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length >= bytes) break;
    }
  } catch (error) {
    refuse(file.label, "cannot be read; the file is damaged", error);
  } finally {
    stream.destroy();
  }
  return Buffer.concat(chunks).subarray(0, bytes);
}

/** Files that come along with tables and hold none. */
const NO_TABLE = /\.(?:pdf|docx?|html?|xml|json|png|jpe?g|rtf|md)$/;

/** The tables of a file: the sheets of a workbook, or the one table of a text file. */
export async function gridsOf(file: OfficialFile): Promise<Grid[]> {
  if (NO_TABLE.test(file.name)) return [];
  const beginning = await start(file, 65_536);
  if (isWorkbookStart(beginning)) return sheetsOf(file);
  if (beginning.includes(0)) return [];
  const line = beginning.toString("latin1").split("\n", 1)[0] ?? "";
  return [{ label: file.label, rows: await textRows(file, { delimiter: delimiterOf(line), quoted: true }) }];
}

/** A table whose headings were found. */
export type Table = {
  readonly grid: Grid;
  /** Index of the row with the headings. */
  readonly header: number;
  readonly headings: readonly string[];
  /** Index of the first of these headings that is there, or −1. */
  readonly at: (...names: string[]) => number;
};

/** The table with all these headings, among the first rows of one of the grids; null when there is none. */
export function tableWith(grids: readonly Grid[], ...names: (string | readonly string[])[]): Table | null {
  for (const grid of grids)
    for (const [header, row] of grid.rows.slice(0, HEADER_WITHIN).entries()) {
      const headings = row.map((cell) => (typeof cell === "string" ? headingKey(cell) : ""));
      const at = (...wanted: string[]) =>
        wanted.map((name) => headings.indexOf(headingKey(name))).find((index) => index >= 0) ?? -1;
      if (names.every((name) => at(...[name].flat()) >= 0)) return { grid, header, headings, at };
    }
  return null;
}

/** A row below the headings, with its number as an office program shows it. */
export type TableRow = { readonly cells: readonly Cell[]; readonly number: number };

export const rowsOf = ({ grid, header }: Table): TableRow[] =>
  grid.rows
    .map((cells, index) => ({ cells, number: index + 1 }))
    .slice(header + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ""));

/** A cell as text, tidied; "" when it is blank or not there. */
export function textAt({ cells }: TableRow, index: number): string {
  const cell = index < 0 ? null : cells[index];
  return cell === null || cell === undefined ? "" : tidy(String(cell));
}

/** Grams in 100 g that only the rules read, as water. */
export const gramsAt = (row: TableRow, index: number): number | null =>
  index < 0 ? null : plainGrams(textAt(row, index));

export const placeOf = ({ grid, headings }: Table, { number }: TableRow, column: number): string =>
  `${grid.label}, row ${number}, column “${headings[column] ?? column + 1}”`;

export type NutrientColumn = ValueColumn & { readonly at: number; readonly heading: string };

/** "Iron (mg)", "Magnesium (mg/100g)", "MG Magnesium [mg/100g]": the name, and the unit in the last brackets. */
const HEADING = /^(.*?)\s*[([]([^()[\]]+?)(?:\s*\/\s*100\s*g)?[)\]]$/;

/**
 * The columns of nutrients of a table, by the names that a publisher gives them, in order of preference.
 * @param nameOf what of a heading is compared: all before its unit, unless told otherwise
 * @throws AppError invalid when a column is in a unit that cannot measure the nutrient
 */
export function nutrientColumns(
  table: Table,
  names: { readonly [N in ColumnNutrient]?: readonly string[] },
  nameOf: (name: string) => string = (name) => name,
): NutrientColumn[][] {
  const original = table.grid.rows[table.header] as readonly Cell[];
  const found = new Map<string, { at: number; unit: string; heading: string }>();
  for (const [at, cell] of original.entries()) {
    if (typeof cell !== "string") continue;
    const heading = tidy(cell);
    const [, name, unit] = HEADING.exec(heading) ?? [];
    if (name === undefined || unit === undefined) continue;
    const key = headingKey(nameOf(name));
    if (!found.has(key)) found.set(key, { at, unit, heading });
  }
  return (Object.entries(names) as [ColumnNutrient, readonly string[]][]).flatMap(([nutrient, wanted]) => {
    const columns = wanted.flatMap((name): NutrientColumn[] => {
      const column = found.get(headingKey(name));
      if (column === undefined) return [];
      const unit = unitOf(column.unit);
      const factor = unit === null ? null : factorTo(nutrient, unit);
      if (factor === null)
        return refuse(
          `${table.grid.label}, column “${column.heading}”`,
          `“${column.unit}” is no unit that is read for it`,
        );
      return [{ nutrient, factor, at: column.at, heading: column.heading }];
    });
    return columns.length === 0 ? [] : [columns];
  });
}

/** What the publisher calls each column. */
export const columnNames = (columns: readonly (readonly NutrientColumn[])[]): RawTable["columns"] =>
  Object.fromEntries(
    columns.map((choices) => [
      (choices[0] as NutrientColumn).nutrient,
      choices.map(({ heading }) => heading).join(", else "),
    ]),
  );

/**
 * The values of a row: of each nutrient, the first of its columns that has one.
 * @param basisOf how a value came about; `at` is the index of its column
 */
export function valuesOf(
  table: Table,
  row: TableRow,
  columns: readonly (readonly NutrientColumn[])[],
  basisOf: (column: NutrientColumn) => Basis,
): { [N in ColumnNutrient]?: RawValue } {
  const values: { [N in ColumnNutrient]?: RawValue } = {};
  for (const choices of columns)
    for (const column of choices) {
      const value = readValue(row.cells[column.at], column, basisOf(column), () =>
        placeOf(table, row, column.at),
      );
      if (value === undefined) continue;
      values[column.nutrient] = value;
      break;
    }
  return values;
}
