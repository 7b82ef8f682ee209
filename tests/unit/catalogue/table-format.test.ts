import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Basis,
  type Catalogue,
  type ColumnNutrient,
  decodeCatalogue,
  FOOD_GROUP_IDS,
  joinCatalogues,
  type Mark,
  oncePerCatalogue,
  provenanceOf,
  type TableAbout,
} from "@/lib/catalogue";
import { encodeTable, type TableFood } from "@/lib/catalogue/encode";
import { CONTENTS, NUTRIENT_IDS } from "@/lib/nutrition";

const COLUMNS = NUTRIENT_IDS.filter((id) => id !== "phytate") as ColumnNutrient[];
const BASES: readonly Basis[] = ["analysed", "calculated", "imputed", "borrowed", "label", "unstated"];

const about = (prefix: string): TableAbout => ({
  prefix,
  name: prefix.toUpperCase(),
  title: "A table",
  edition: "2026",
  publisher: "A publisher",
  licence: "CC BY 4.0",
  citation: "A publisher: A table, 2026.",
  url: "https://tables.example",
  columns: Object.fromEntries(COLUMNS.map((nutrient) => [nutrient, `Column of ${nutrient}`])),
});

const NOTHING = {
  contains: Object.fromEntries(CONTENTS.map((content) => [content, null])) as TableFood["traits"]["contains"],
  pick: null,
  oxalate: null,
  highOxalate: false,
  plain: false,
} as const;

const food = (code: string, more: Partial<TableFood> = {}): TableFood => ({
  code,
  name: `Food ${code}`,
  group: "vegetables",
  values: {},
  refuse: "",
  measures: [],
  phytate: null,
  traits: NOTHING,
  suggested: null,
  ...more,
});

const write = (prefix: string, foods: readonly TableFood[]): Catalogue =>
  decodeCatalogue(encodeTable({ about: about(prefix), foods, phytate: { source: "a review", entries: [] } }));

const basis = fc.constantFrom(...BASES);
/** A value as a table may have it: unknown, an amount on some basis, or one of the lower bounds. */
const cell: fc.Arbitrary<{ readonly text: string; readonly mark: Mark } | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    text: fc.integer({ min: 0, max: 999_999 }).map((hundredths) => String(hundredths / 100)),
    mark: basis.map((of): Mark => ({ basis: of, bound: null, limit: null })),
  }),
  fc.record({
    text: fc.constant("0"),
    mark: basis.map((of): Mark => ({ basis: of, bound: "trace", limit: null })),
  }),
  fc.record({
    text: fc.constant("0"),
    mark: fc
      .tuple(basis, fc.integer({ min: 1, max: 500 }))
      .map(([of, limit]): Mark => ({ basis: of, bound: "below", limit: limit / 100 })),
  }),
  fc.record({
    text: fc.constant("1.5"),
    mark: basis.map((of): Mark => ({ basis: of, bound: "partial", limit: null })),
  }),
);

const named = fc.stringMatching(/^[A-Za-zäöüéł,() -]{1,20}$/);

const foods: fc.Arbitrary<readonly TableFood[]> = fc
  .uniqueArray(
    fc.record({
      code: fc.oneof(fc.stringMatching(/^[A-Z]\d{3,6}$/), fc.integer({ min: 1, max: 9_999_999 }).map(String)),
      name: named,
      otherNames: fc.array(named, { maxLength: 3 }),
      ndb: fc.option(fc.integer({ min: 1, max: 99_999 }).map((number) => String(number).padStart(5, "0"))),
      group: fc.constantFrom(...FOOD_GROUP_IDS),
      cells: fc.array(cell, { minLength: COLUMNS.length, maxLength: COLUMNS.length }),
    }),
    { selector: ({ code }) => code.toLowerCase(), minLength: 1, maxLength: 15 },
  )
  .map((rows) =>
    rows.map(({ cells, ...row }) =>
      food(row.code, {
        ...row,
        values: Object.fromEntries(COLUMNS.map((nutrient, at) => [nutrient, cells[at]?.text ?? ""])),
        marks: Object.fromEntries(
          COLUMNS.flatMap((nutrient, at) => (cells[at] ? [[nutrient, cells[at].mark]] : [])),
        ),
      }),
    ),
  );

const UNSTATED: Mark = { basis: "unstated", bound: null, limit: null };

describe("a table of any publisher", () => {
  it("reads back with every code, name, number and mark", () => {
    fc.assert(
      fc.property(foods, (written) => {
        const table = write("bls", written);
        for (const [index, one] of written.entries()) {
          const id = `bls:${one.code.toLowerCase()}`;
          expect(table.indexOf(id)).toBe(index);
          expect(table.codeAt(index)).toBe(one.code);
          expect(table.names[index]).toBe(one.name);
          expect(table.otherNamesAt(index)).toEqual(one.otherNames);
          expect(table.ndbAt(index)).toBe(one.ndb);
          const { per100g, lowerBounds } = table.at(index);
          for (const nutrient of COLUMNS) {
            const text = one.values[nutrient] ?? "";
            expect(per100g[nutrient]).toBe(text === "" ? null : Number(text));
            expect(table.markAt(index, nutrient) ?? UNSTATED).toEqual(one.marks?.[nutrient] ?? UNSTATED);
            expect(lowerBounds.includes(nutrient)).toBe((one.marks?.[nutrient]?.bound ?? null) !== null);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("is written the same each time, and named by its content", () => {
    fc.assert(
      fc.property(foods, (written) => {
        expect(write("bls", written).version).toBe(write("bls", [...written]).version);
        expect(write("cnf", written).version).not.toBe(write("bls", written).version);
      }),
      { numRuns: 20 },
    );
  });

  it("refuses one code twice, and a mark of nothing", () => {
    expect(() => write("bls", [food("B1"), food("b1")])).toThrow(/one code/);
    const mark: Mark = { basis: "unstated", bound: "trace", limit: null };
    expect(() => write("bls", [food("B1", { marks: { iron: mark } })])).toThrow(/mark of no value/);
  });

  it("says of a trace, a limit and an imputed value what they are", () => {
    const table = write("bls", [
      food("B1", {
        values: { iron: "0", zinc: "0", magnesium: "12", calcium: "" },
        marks: {
          iron: { basis: "analysed", bound: "trace", limit: null },
          zinc: { basis: "analysed", bound: "below", limit: 0.5 },
          magnesium: { basis: "imputed", bound: null, limit: null },
        },
      }),
    ]);
    const note = (nutrient: ColumnNutrient) => provenanceOf(table, "bls:b1", nutrient)?.note;
    expect(note("iron")).toMatch(/trace/i);
    expect(note("zinc")).toMatch(/below 0\.5 mg/i);
    expect(note("magnesium")).toMatch(/imputed/i);
    expect(note("calcium")).toMatch(/unknown, not zero/);
    expect(table.food("bls:b1")?.lowerBounds).toEqual(["zinc", "iron"]);
    expect(provenanceOf(table, "bls:b1", "iron")).toMatchObject({ source: "BLS", row: "B1" });
  });
});

describe("several tables as one", () => {
  const one = write("ndb", [food("01001", { values: { iron: "1" } }), food("01002")]);
  const two = write("bls", [food("B1", { values: { iron: "3.5" }, otherNames: ["Eins"] }), food("B2")]);
  const joined = joinCatalogues([one, two]);

  it("keep their ids, values and origins", () => {
    expect(joined.size).toBe(4);
    expect(joined.ids).toEqual(["ndb:01001", "ndb:01002", "bls:b1", "bls:b2"]);
    expect([...joined.column("iron")]).toEqual([1, Number.NaN, 3.5, Number.NaN]);
    expect(joined.food("bls:b1")).toEqual(two.at(0));
    expect(joined.otherNamesAt(2)).toEqual(["Eins"]);
    expect(joined.ndbAt(0)).toBe("01001");
    expect(joined.tableAt(3).name).toBe("BLS");
    expect(joined.tables.map(({ prefix }) => prefix)).toEqual(["ndb", "bls"]);
    expect(joined.version).toBe(`${one.version}.${two.version}`);
    expect(joined.parts).toEqual([one, two]);
    for (const index of [-1, 4, 0.5]) expect(() => joined.at(index)).toThrow(RangeError);
    expect(joined.food("bls:b3")).toBeUndefined();
  });

  it("are one table when there is one, and an error when there is none", () => {
    expect(joinCatalogues([one])).toBe(one);
    expect(() => joinCatalogues([])).toThrow(RangeError);
  });

  it("give another answer to what is worked out once for each set of tables", () => {
    const count = oncePerCatalogue((table) => ({ size: table.size }));
    expect(count(one)).toBe(count(one));
    expect(count(joined)).toEqual({ size: 4 });
  });
});
