import { CFB, read, type WorkBook } from "@e965/xlsx";
import { fromBufferPromise } from "yauzl";
import { isAppError } from "@/lib/errors";
import type { OfficialFile } from "./official-files";
import { refuse } from "./refusal";

/** A cell as the publisher wrote it; null is blank. */
export type Cell = string | number | null;

/** A table of a file: a sheet of a workbook, or a text table. Rows count from 1, as office programs show them. */
export type Grid = { readonly label: string; readonly rows: readonly (readonly Cell[])[] };

const MAX_FILE = 64 * 2 ** 20;
/** Unpacked, in bytes: the largest official workbook (BLS, 7,140 foods with 414 columns) has about 150 MB. */
const MAX_PART = 256 * 2 ** 20;
const MAX_PARTS = 384 * 2 ** 20;
const MAX_SHEETS = 40;
/** The largest official sheet, FNDDS's portions, has 22,048 rows. */
const MAX_SHEET_ROWS = 100_000;
const MAX_SHEET_COLUMNS = 2000;

/**
 * The parts of a workbook that are needed for its cells: the XML of the workbook and its sheets, without what sheets
 * refer to. Drawings, comments, macros and embedded files are never opened.
 */
const CELLS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.xml(?:\.rels)?|xl\/worksheets\/[^/]+\.xml|xl\/(?:theme|externalLinks)\/(?:_rels\/)?[^/]+\.xml(?:\.rels)?)$/i;

/**
 * The parts with cells, unpacked within limits and packed anew without compression. The reader of workbooks trusts
 * what an archive says of itself; this one is checked.
 */
async function checkedParts(bytes: Buffer, label: string): Promise<Buffer> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const container = CFB.utils.cfb_new();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (!CELLS.test(entry.fileName)) continue;
    total += entry.uncompressedSize;
    if (entry.uncompressedSize > MAX_PART || total > MAX_PARTS)
      refuse(label, "unpacks to far more than a food table holds");
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    CFB.utils.cfb_add(container, entry.fileName, Buffer.concat(chunks));
  }
  return CFB.write(container, { fileType: "zip", type: "buffer" }) as Buffer;
}

const OLD_FORMAT = "d0cf11e0a1b11ae1";
export const isWorkbookStart = (bytes: Buffer): boolean =>
  bytes.subarray(0, 4).toString("hex") === "504b0304" || bytes.subarray(0, 8).toString("hex") === OLD_FORMAT;

async function parse(bytes: Buffer, label: string): Promise<WorkBook> {
  try {
    const checked =
      bytes.subarray(0, 8).toString("hex") === OLD_FORMAT ? bytes : await checkedParts(bytes, label);
    return read(checked, {
      type: "buffer",
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      sheetRows: MAX_SHEET_ROWS + 1,
    });
  } catch (error) {
    if (isAppError(error)) throw error;
    return refuse(label, "is not a workbook that can be read; it is damaged or not complete", error);
  }
}

type DenseCell = { readonly t?: string; readonly v?: unknown; readonly w?: unknown };

function cellOf(cell: DenseCell | undefined | null): Cell {
  if (cell === undefined || cell === null || cell.v === undefined || cell.v === null) return null;
  // An error of a formula is no blank: it must not pass for "unknown".
  if (cell.t === "e") return "#error";
  if (typeof cell.v === "number") return cell.v;
  const text = String(cell.v);
  return text === "" ? null : text;
}

/** The sheets of a workbook (.xls or .xlsx). @throws AppError invalid when it is damaged or too large. */
export async function sheetsOf(file: OfficialFile): Promise<Grid[]> {
  const workbook = await parse(await file.content(MAX_FILE), file.label);
  if (workbook.SheetNames.length > MAX_SHEETS) refuse(file.label, "has more sheets than a food table");
  return workbook.SheetNames.map((name) => {
    const label = `${file.label}, sheet “${name}”`;
    const data = (workbook.Sheets[name] as { "!data"?: (DenseCell[] | undefined)[] } | undefined)?.["!data"];
    if (!Array.isArray(data)) return { label, rows: [] };
    if (data.length > MAX_SHEET_ROWS) refuse(label, `has more than ${MAX_SHEET_ROWS} rows`);
    const rows = Array.from(data, (row) => {
      if (row === undefined || row === null) return [];
      if (row.length > MAX_SHEET_COLUMNS) refuse(label, `has more than ${MAX_SHEET_COLUMNS} columns`);
      return Array.from(row, cellOf);
    });
    return { label, rows };
  });
}
