import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FoodGroup, PhytateEntry } from "@/lib/catalogue";
import { ROOT } from "./pins";

export type PhytateFood = {
  readonly ndb: string;
  readonly name: string;
  readonly group: FoodGroup;
  readonly waterG: number | null;
};

export type PhytateTable = { readonly source: string; readonly entries: readonly PhytateEntry[] };

/** data/reference/phytate.json, with the water content each entry stands for. */
export function readPhytate(): PhytateTable & { readonly waterOf: ReadonlyMap<string, number | null> } {
  const table = JSON.parse(readFileSync(join(ROOT, "data", "reference", "phytate.json"), "utf8")) as {
    about: { source: string };
    entries: (PhytateEntry & { waterG: number | null })[];
  };
  return {
    source: table.about.source,
    waterOf: new Map(table.entries.map(({ id, waterG }) => [id, waterG])),
    entries: table.entries.map(({ id, name, state, low, typical, high, confidence, note }) => ({
      id,
      name,
      state,
      low,
      typical,
      high,
      confidence,
      note,
    })),
  };
}

export function phytateOf(_food: PhytateFood, _table: PhytateTable): string | null {
  return null;
}
