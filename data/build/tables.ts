import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { ROOT } from "./pins";

const SOURCES = join(ROOT, "data", "sources");

/** Writes an extract as gzipped tab-separated text. @throws Error when a cell holds a tab or a line break. */
export function writeTable(
  file: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  for (const row of rows) {
    if (row.length !== header.length)
      throw new Error(`${file}: row of ${row.length} cells: ${row.join(" | ")}`);
    for (const cell of row)
      if (/[\t\r\n]/.test(cell)) throw new Error(`${file}: cell ${JSON.stringify(cell)}`);
  }
  const text = [header, ...rows].map((row) => `${row.join("\t")}\n`).join("");
  writeFileSync(join(SOURCES, file), gzipSync(text, { level: 9 }));
}

/** The rows of an extract, each cell as the text the source has. @throws Error when the header is another. */
export function readTable<Column extends string>(
  file: string,
  columns: readonly Column[],
): { readonly [C in Column]: string }[] {
  const [header = "", ...lines] = gunzipSync(readFileSync(join(SOURCES, file)))
    .toString("utf8")
    .replace(/\n$/, "")
    .split("\n");
  if (header !== columns.join("\t")) throw new Error(`${file}: its columns are ${header}`);
  return lines.map((line) => {
    const cells = line.split("\t");
    return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ""])) as {
      [C in Column]: string;
    };
  });
}

/** Items by key, each list in the order of the items. (Map.groupBy needs Node 21.) */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
