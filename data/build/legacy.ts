import { SR_LEGACY_FINGERPRINT, SR28_COLUMNS, type Sr28Term } from "./pins";
import { readTable } from "./tables";

export type Sr28Row = { readonly [T in Sr28Term]: string };

export const readSr28 = (): Sr28Row[] =>
  readTable(
    "sr28.tsv.gz",
    SR28_COLUMNS.map(({ term }) => term),
  );

/** Missing amounts are 0 in the SR Legacy package, so an empty value matches 0. */
const fingerprint = (amount: (term: Sr28Term) => string): string =>
  SR_LEGACY_FINGERPRINT.map(({ term }) => amount(term) || "0").join(" ");

/** The official SR Legacy descriptions of the foods that have exactly the composition of a given SR28 row. */
export function legacyDescriptions(): {
  of(row: Sr28Row): readonly string[];
  readonly all: readonly string[];
  categoryOf(description: string): string | undefined;
} {
  const rows = readTable("sr-legacy-names.tsv.gz", [
    "fdcId",
    "description",
    "category",
    ...SR_LEGACY_FINGERPRINT.map(({ term }) => `match_${term}` as const),
  ]);
  const categories = new Map(rows.map(({ description, category }) => [description, category]));
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const key = fingerprint((term) => row[`match_${term}` as keyof typeof row]);
    found.set(key, [...(found.get(key) ?? []), row.description]);
  }
  return {
    of: (row) => found.get(fingerprint((term) => row[term])) ?? [],
    all: rows.map(({ description }) => description),
    categoryOf: (description) => categories.get(description),
  };
}
