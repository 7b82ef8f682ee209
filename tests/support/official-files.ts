import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CFB, utils, write } from "@e965/xlsx";
import { afterAll } from "vitest";

/** Small releases in the layouts of their publishers, written to the disk for one test file. */

type Content = string | Uint8Array;
export type Files = { readonly [path: string]: Content };

export const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

/** Rows as a text table. */
export const csv = (rows: readonly (readonly (string | number)[])[], delimiter = ","): string =>
  rows.map((row) => `${row.join(delimiter)}\r\n`).join("");

export function zipped(files: Files): Buffer {
  const container = CFB.utils.cfb_new();
  for (const [path, content] of Object.entries(files))
    CFB.utils.cfb_add(container, path, typeof content === "string" ? Buffer.from(content) : content);
  return CFB.write(container, { fileType: "zip", type: "buffer", compression: true }) as Buffer;
}

type Rows = readonly (readonly (string | number | null)[])[];

export function workbook(
  sheets: { readonly [name: string]: Rows },
  bookType: "xlsx" | "biff8" = "xlsx",
): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows as unknown[][]), name);
  return write(book, { type: "buffer", bookType, compression: true }) as Buffer;
}

/** A folder of this test file, with a function that puts a file or a folder of files into it and gives the path. */
export function officialFiles() {
  const root = mkdtempSync(join(tmpdir(), "assay-official-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  let count = 0;
  return (name: string, content: Content | Files): string => {
    const path = join(root, String(count++), name);
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === "string" || content instanceof Uint8Array) {
      writeFileSync(path, content);
      return path;
    }
    mkdirSync(path);
    for (const [file, each] of Object.entries(content)) writeFileSync(join(path, file), each);
    return path;
  };
}
