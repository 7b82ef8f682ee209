import { readdirSync, readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Citation, Sources } from "@/components/nutrition/sources";
import claims from "@/data/reference/claims.json";
import safety from "@/data/reference/safety.json";
import { type ClaimSource, claimsFor, gatesFor } from "@/lib/nutrition";

type Source = {
  readonly citation: string;
  readonly doi?: string | null;
  readonly pmid?: string | null;
  readonly pmc?: string;
  readonly issn?: string;
  readonly isbn?: string;
  readonly url?: string | null;
  /** Assay's own rule, which nobody published. */
  readonly own?: boolean;
};

/** Form of each kind of identifier: DOI (Handbook 2.2), PubMed and PubMed Central, ISSN (ISO 3297), ISBN-13 (ISO 2108). */
const FORMS = {
  doi: /^10\.\d{4,9}\/\S+$/,
  pmid: /^[1-9]\d{3,7}$/,
  pmc: /^PMC\d{4,8}$/,
  issn: /^\d{4}-\d{3}[\dX]$/,
  isbn: /^97[89]\d{10}$/,
  url: /^https:\/\/[a-z0-9.-]+\.[a-z]{2,}\/\S*$/,
} as const;
const KINDS = Object.keys(FORMS) as (keyof typeof FORMS)[];

const FILES = readdirSync("data/reference").filter((name) => name.endsWith(".json"));
const tables = FILES.map((file) => ({
  file,
  table: JSON.parse(readFileSync(`data/reference/${file}`, "utf8")),
}));

/** Every object with a citation, by where it stands. */
const citations = (node: unknown, place: string): [place: string, source: Source][] =>
  node === null || typeof node !== "object"
    ? []
    : [
        ...("citation" in node ? ([[place, node as Source]] as [string, Source][]) : []),
        ...Object.entries(node).flatMap(([key, value]) => citations(value, `${place}/${key}`)),
      ];

const all = tables.flatMap(({ file, table }) => citations(table, file));

/** Every text of a table but those under `sources` at its top. */
const texts = (node: unknown): string[] =>
  typeof node === "string"
    ? [node]
    : node === null || typeof node !== "object"
      ? []
      : Object.values(node).flatMap(texts);

describe("11.18 citations of the reference tables", () => {
  it("there are some to check", () => expect(all.length).toBeGreaterThan(150));

  it.each(all)("11.18 %s has an identifier of the right form", (_, source) => {
    const given = KINDS.filter((kind) => (source[kind] ?? null) !== null);
    if (source.own) {
      expect(given).toEqual([]);
      return;
    }
    expect(given, source.citation).not.toEqual([]);
    for (const kind of given) expect(source[kind], source.citation).toMatch(FORMS[kind]);
    if (source.isbn !== undefined) {
      const sum = [...source.isbn].reduce((total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1), 0);
      expect(sum % 10).toBe(0);
    }
  });

  it.each(tables.filter(({ table }) => table.sources && !Array.isArray(table.sources)))(
    "11.18 $file uses each of its sources",
    ({ table }) => {
      const used = new Set(texts({ ...table, sources: null }));
      for (const id of Object.keys(table.sources)) expect(used.has(id), id).toBe(true);
    },
  );
});

describe("11.18 a source that was not checked", () => {
  const shown = (source: ClaimSource) => renderToStaticMarkup(createElement(Citation, source));

  it("is worded as cited from memory, whatever it is cited for", () => {
    const gates = gatesFor({ conditions: [], age: 30, lifeStage: "none" });
    const sources = [
      ...claimsFor(
        claims.claims.map(({ id }) => id),
        gates,
      ).flatMap((claim) => claim.sources),
      ...Object.values(safety.sources),
    ];
    expect(sources.filter(({ checked }) => !checked).length).toBeGreaterThan(10);
    for (const source of sources) {
      expect(shown(source).endsWith("(cited from memory)"), source.citation).toBe(!source.checked);
    }
  });

  it("is worded so in the list of sources too", () => {
    const source = { citation: "Nobody N. On nothing.", url: null, checked: false };
    expect(renderToStaticMarkup(createElement(Sources, { sources: [source] }))).toContain(
      "Nobody N. On nothing. (cited from memory)",
    );
  });
});
