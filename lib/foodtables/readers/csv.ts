import { type Options, parse } from "csv-parse";
import { isAppError } from "@/lib/errors";
import type { OfficialFile } from "./official-files";
import { refuse } from "./refusal";

/** Longest record of a text table, in characters; an unclosed quotation mark ends here. */
const MAX_RECORD = 1_000_000;
/** Rows of one text table. A whole FoodData Central download has 27 million nutrient rows. */
const MAX_ROWS = 60_000_000;
/** Text tables that are read whole, which all but FoodData Central's are, in bytes. */
const MAX_TEXT = 128 * 2 ** 20;

export type TextFormat = {
  readonly delimiter: string;
  /** False for tables whose publisher does not quote, so that a quotation mark is a letter. */
  readonly quoted: boolean;
};

const OPTIONS: Options = {
  bom: true,
  relax_column_count: true,
  skip_empty_lines: true,
  max_record_size: MAX_RECORD,
};

const optionsOf = ({ delimiter, quoted }: TextFormat): Options => ({
  ...OPTIONS,
  delimiter,
  quote: quoted ? '"' : null,
  relax_quotes: quoted,
});

/** Headings are compared without case, line breaks and doubled spaces. */
export const headingKey = (heading: string): string =>
  heading.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();

/** Text of a file that may be in UTF-8 or, as older releases are, in Windows-1252 (of which Latin-1 is a part). */
export async function textOf(file: OfficialFile): Promise<string> {
  const bytes = await file.content(MAX_TEXT);
  if (bytes.subarray(0, 65_536).includes(0)) refuse(file.label, "is not a text table");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

type OnRow = (cells: readonly string[], row: number) => void;

function parseAll(
  source: { label: string; pipe: (parser: ReturnType<typeof parse>) => void },
  format: TextFormat,
  onRow: OnRow,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const parser = parse(optionsOf(format));
    let row = 0;
    const fail = (error: unknown) => {
      parser.destroy();
      reject(error);
    };
    parser.on("readable", () => {
      try {
        for (
          let cells = parser.read() as string[] | null;
          cells !== null;
          cells = parser.read() as string[] | null
        ) {
          if (++row > MAX_ROWS) refuse(source.label, "has more rows than a food table");
          onRow(cells, row);
        }
      } catch (error) {
        fail(error);
      }
    });
    parser.on("error", (error) => {
      if (isAppError(error)) return fail(error);
      try {
        refuse(`${source.label}, near row ${row + 1}`, "is not a table of text that can be read", error);
      } catch (refusal) {
        fail(refusal);
      }
    });
    parser.on("end", resolve);
    source.pipe(parser);
  });
}

/** All rows of a small text table, in the order of the file; blank lines are left out. */
export async function textRows(file: OfficialFile, format: TextFormat): Promise<string[][]> {
  const text = await textOf(file);
  const rows: string[][] = [];
  await parseAll({ label: file.label, pipe: (parser) => parser.end(text) }, format, (cells) => {
    rows.push([...cells]);
  });
  return rows;
}

/** The cells asked for, in the order in which they were asked for; `optional` ones are "" without such a column. */
export type Row = { readonly cells: readonly string[]; readonly row: number };

/**
 * Reads the columns of a text table by the names in its first row, streamed: memory does not grow with its length.
 * @param columns headings that must be there; cells come in this order, trimmed
 * @param optional headings that may be missing, after those
 * @throws AppError invalid when a column is missing or a row ends before one of the columns
 */
export async function eachRow(
  file: OfficialFile,
  format: TextFormat,
  columns: readonly string[],
  optional: readonly string[],
  onRow: (row: Row) => void,
): Promise<void> {
  let at: number[] | null = null;
  const receive: OnRow = (record, row) => {
    if (at === null) {
      const headings = record.map(headingKey);
      const indexOf = (name: string) => headings.indexOf(headingKey(name));
      const missing = columns.filter((name) => indexOf(name) < 0);
      if (missing.length > 0)
        refuse(file.label, `has no column ${missing.map((name) => `“${name}”`).join(", ")} in its first row`);
      at = [...columns, ...optional].map(indexOf);
      return;
    }
    const cells = at.map((index, column) => {
      const cell = index < 0 ? "" : record[index];
      if (cell === undefined && column < columns.length)
        refuse(
          `${file.label}, row ${row}`,
          `ends before the column “${columns[column]}”; the file is not complete`,
        );
      return (cell ?? "").trim();
    });
    onRow({ cells, row });
  };
  if (file.bytes <= MAX_TEXT) {
    const text = await textOf(file);
    await parseAll({ label: file.label, pipe: (parser) => parser.end(text) }, format, receive);
  } else {
    const stream = await file.stream();
    await parseAll(
      {
        label: file.label,
        pipe: (parser) => {
          stream.on("error", (error) => parser.destroy(error));
          parser.on("close", () => stream.destroy());
          stream.pipe(parser);
        },
      },
      format,
      receive,
    );
  }
  if (at === null) refuse(file.label, "is empty");
}

/** A column by another one, of a table of codes; empty where the release has no such file. */
export async function lookup(
  file: OfficialFile | undefined,
  format: TextFormat,
  key: string,
  value: string,
): Promise<Map<string, string>> {
  const map = new Map<string, string>();
  if (file !== undefined)
    await eachRow(
      file,
      format,
      [key, value],
      [],
      ({ cells: [id = "", text = ""] }) => void map.set(id, text),
    );
  return map;
}
