import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { decodeCatalogue, type FoodGroup, provenanceOf } from "@/lib/catalogue";
import { catalogueFile, loadCatalogue } from "@/lib/catalogue/load";
import { env } from "@/lib/env";
import { withoutImpossible } from "@/lib/foodtables/check";
import { compileTable, shortNameOf } from "@/lib/foodtables/compile";
import { findInstalled, installTable, readInstalled, uninstallTable } from "@/lib/foodtables/folder";
import type { Basis, RawTable } from "@/lib/foodtables/raw-table";
import { rawFood, rawTable } from "@/tests/support/raw-table";

const builtIn = loadCatalogue().parts[0];
if (builtIn === undefined) throw new Error("There is no built-in table");
const compiled = (table: RawTable): Uint8Array => compileTable(table, builtIn);
const now = new Date("2026-11-30T12:00:00Z");
const plain = { replace: false, remarks: [], now };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-folder-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(env().foodTablesDir, { recursive: true, force: true });
});

describe("compiling an official table", () => {
  it("keeps a trace and a limit as lower bounds, imputed values as amounts, blanks unknown", () => {
    const table = decodeCatalogue(
      compiled(
        rawTable([
          rawFood("7", {
            values: {
              iron: { kind: "trace", basis: "analysed" },
              zinc: { kind: "below", limit: 0.1, basis: "unstated" },
              magnesium: { kind: "amount", amount: 0.1 + 0.2, basis: "imputed" },
            },
          }),
        ]),
      ),
    );
    const food = table.at(0);
    expect(food.id).toBe("nevo:7");
    expect(food.per100g).toMatchObject({ iron: 0, zinc: 0, magnesium: 0.3, energy: null });
    expect(food.lowerBounds).toEqual(["zinc", "iron"]);
    expect(provenanceOf(table, "nevo:7", "magnesium")?.note).toMatch(/imputed/i);
    expect(table.tableAt(0)).toMatchObject({ name: "NEVO", edition: "2023", licence: "NEVO terms of use" });
  });

  it("keeps a limit that the table does not state apart from a trace", () => {
    const unstated = rawFood("8", {
      values: {
        iron: { kind: "trace", basis: "analysed" },
        zinc: { kind: "below", limit: null, basis: "analysed" },
      },
    });
    const table = decodeCatalogue(compiled(rawTable([unstated])));
    expect(table.at(0).lowerBounds).toEqual(["zinc", "iron"]);
    expect(table.markAt(0, "zinc")).toEqual({ basis: "analysed", bound: "below", limit: null });
    expect(provenanceOf(table, "nevo:8", "iron")?.note).toMatch(/^A trace/);
    expect(provenanceOf(table, "nevo:8", "zinc")?.note).toBe(
      "Below the limit of detection, which the table does not state: at least 0, not known to be 0. Analysed in the laboratory.",
    );
  });

  it("never rounds a small amount to a measured zero", () => {
    const tiny = rawFood("8", { values: { iron: { kind: "amount", amount: 1e-9, basis: "analysed" } } });
    const food = decodeCatalogue(compiled(rawTable([tiny]))).at(0);
    expect(food.per100g.iron).toBe(0);
    expect(food.lowerBounds).toEqual(["iron"]);
  });

  it("gives a food with an NDB number what the built-in table tells of it", () => {
    const spinach = rawFood("9", { name: "Spinach, baby", ndb: "11457" });
    const table = decodeCatalogue(compiled(rawTable([spinach])));
    const known = builtIn.at(builtIn.indexOf("ndb:11457"));
    expect(table.traitsAt(0)).toEqual(known.traits);
    expect(table.at(0).phytate).toEqual(known.phytate);
    expect(table.at(0).suggestedPortion).toEqual(known.suggestedPortion);
    expect(table.ndbAt(0)).toBe("11457");
  });

  it("denies nothing of a food whose name does not list what is in it", () => {
    const foods = [
      rawFood("1", { name: "Broccoli, raw" }),
      rawFood("2", { name: "Broccoli, cooked, fat added" }),
      rawFood("3", { name: "Beef stew with potatoes", group: "meals" }),
    ];
    const table = decodeCatalogue(compiled(rawTable(foods)));
    expect(table.traitsAt(0).contains.dairy).toBe(false);
    expect(table.traitsAt(1).contains.dairy).toBeNull();
    expect(table.traitsAt(2).contains.meat).toBe(true);
    expect(table.traitsAt(2).contains.fish).toBeNull();
    expect(table.traitsAt(0).plain).toBe(false);
  });

  it.each([
    ["no food", [], /no food/],
    ["one code twice", [rawFood("1"), rawFood("1")], /second food/],
    ["a name of nothing", [rawFood("1", { name: "\u200b " })], /name/],
    [
      "more of a nutrient than any food holds",
      [rawFood("1", { values: { iron: { kind: "amount", amount: 9000, basis: "analysed" } } })],
      /Iron is 9000 mg/,
    ],
    [
      "a negative amount",
      [rawFood("1", { values: { iron: { kind: "amount", amount: -1, basis: "analysed" } } })],
      /Iron is -1/,
    ],
    ["a portion of nothing", [rawFood("1", { portions: [{ label: "1 cup", grams: 0 }] })], /portion/],
    ["a code of another table", [rawFood("B1")], /no code/],
  ] as const)("refuses a table with %s whole", (_, foods, message) => {
    expect(() => compiled(rawTable([rawFood("77"), ...foods].slice(foods.length === 0 ? 1 : 0)))).toThrow(
      message,
    );
  });

  it("leaves out single values that no food can hold, and refuses a column of them", () => {
    const food = (code: number, amount: number) =>
      rawFood(String(code), { values: { iron: { kind: "amount", amount, basis: "unstated" } } });
    const foods = Array.from({ length: 200 }, (_, code) => food(code, code === 7 ? 9000 : 1));
    const table = withoutImpossible(rawTable(foods), builtIn);
    expect(table.remarks).toEqual([
      expect.stringMatching(/^Iron of 1 food is above .* left unknown \(Test food 7: 9000 mg\)$/),
    ]);
    expect(decodeCatalogue(compiled(table)).food("nevo:7")?.per100g.iron).toBeNull();
    const few = rawTable([food(1, 9000), ...[2, 3, 4, 5, 6].map((code) => food(code, 1))]);
    expect(
      decodeCatalogue(compiled(withoutImpossible(few, builtIn))).food("nevo:1")?.per100g.iron,
    ).toBeNull();
    const three = rawTable([1, 2, 3, 4, 5, 6, 7, 8].map((code) => food(code, code < 4 ? 9000 : 1)));
    expect(() => compiled(withoutImpossible(three, builtIn))).toThrow(/was not added/);
    const half = rawTable([food(1, 9000), food(2, 1)]);
    expect(() => compiled(withoutImpossible(half, builtIn))).toThrow(/was not added/);
    const all = rawTable(foods.map((_, code) => food(code, 9000)));
    expect(() => compiled(withoutImpossible(all, builtIn))).toThrow(/was not added.* and 192 more/);
  });

  describe("copper of a milk chocolate in µg, taken for mg", () => {
    const food = (code: number, name: string, group: FoodGroup, amount: number, basis: Basis) =>
      rawFood(String(code), { name, group, values: { copper: { kind: "amount", amount, basis } } });
    // As in Fineli 20: the slip, foods that were calculated from it, and others that are rich in copper.
    const slip = food(1, "Chocolate, milk chocolate", "sweets", 320, "analysed");
    const foods = [
      food(2, "Chocolate bar, average", "sweets", 64, "calculated"),
      food(3, "Ice cream, stracciatella", "sweets", 9.6, "calculated"),
      food(4, "Cereal bar with chocolate", "snacks", 38.6, "calculated"),
      food(5, "Liver, beef", "beef", 7.1, "analysed"),
      food(6, "Wheat bran", "grainsPasta", 2.3, "analysed"),
      food(7, "Soya product", "legumes", 2.5, "calculated"),
      food(8, "Dark chocolate", "sweets", 1.8, "calculated"),
      food(9, "Reindeer, dried", "sausagesLuncheonMeats", 1.1, "calculated"),
      ...Array.from({ length: 100 }, (_, at) =>
        food(100 + at, `Bread ${at}`, "bakedProducts", 0.1, "unstated"),
      ),
    ];
    const columns = { copper: "CU (mg)", iron: "FE (mg)" };
    const copperOf = (table: RawTable) =>
      table.foods.slice(0, 9).map(({ values }) => values.copper && "amount" in values.copper);

    it("is unknown, and so is what was calculated from it; what can be stays", () => {
      const table = withoutImpossible(rawTable([slip, ...foods], { columns }), builtIn);
      expect(copperOf(table)).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
        true,
        true,
        true,
        true,
        true,
      ]);
      expect(table.remarks).toEqual([
        expect.stringMatching(/^Copper of 1 food is above the 100 mg .*milk chocolate: 320 mg\)$/),
        expect.stringMatching(/^Copper of 3 foods was calculated, .*USDA SR28 .*stracciatella: 9\.6 mg/),
      ]);
    });

    it("judges no column in which nothing is impossible", () => {
      const table = rawTable(foods, { columns });
      expect(withoutImpossible(table, builtIn)).toBe(table);
    });
  });

  it("names a table of FoodData Central by its one data type", () => {
    const name = (title: string) => shortNameOf({ prefix: "fdc", title });
    expect(name("USDA FoodData Central, Foundation Foods")).toBe("USDA Foundation");
    expect(name("USDA FoodData Central, Foundation Foods and SR Legacy")).toBe("USDA FDC");
  });
});

describe("the folder of installed tables", () => {
  it("takes a table once, and an edition in its place only when told", () => {
    const old = compiled(rawTable([rawFood("1"), rawFood("2")]));
    const first = installTable(folder, old, { ...plain, remarks: ["3 foods without a name"] });
    expect(first).toMatchObject({
      isNew: true,
      replaced: null,
      table: { name: "NEVO", foods: 2, remarks: ["3 foods without a name"] },
    });
    expect(installTable(folder, old, plain)).toMatchObject({ isNew: false });
    const next = compiled(rawTable([rawFood("1")], { edition: "2025" }));
    expect(() => installTable(folder, next, plain)).toThrow(/is installed and has the same foods/);
    expect(readInstalled(folder)).toHaveLength(1);
    expect(installTable(folder, next, { ...plain, replace: true }).replaced?.edition).toBe("2023");
    expect(readInstalled(folder).map(({ edition }) => edition)).toEqual(["2025"]);
    expect(readdirSync(folder).sort()).toEqual(["index.json", readInstalled(folder)[0]?.file].sort());
  });

  it("finds a table by any of its names, and removes it once", () => {
    const { table } = installTable(folder, compiled(rawTable([rawFood("1")])), plain);
    for (const name of ["nevo", "NEVO", "NEVO online", table.version])
      expect(findInstalled(folder, name).version).toBe(table.version);
    expect(() => findInstalled(folder, "bls")).toThrow(/not found/);
    uninstallTable(folder, table.version);
    uninstallTable(folder, table.version);
    expect(readInstalled(folder)).toEqual([]);
  });

  it("lets one change it at a time, and forgets a lock that was left behind", () => {
    mkdirSync(folder, { recursive: true });
    const lock = join(folder, "lock");
    writeFileSync(lock, "");
    const bytes = compiled(rawTable([rawFood("1")]));
    expect(() => installTable(folder, bytes, plain)).toThrow(/being added or removed/);
    utimesSync(lock, new Date(0), new Date(0));
    expect(installTable(folder, bytes, plain).isNew).toBe(true);
  });
});

describe("an installed table", () => {
  it("is there at once, searched, joined and served, and gone at once", () => {
    const before = loadCatalogue();
    const { table } = installTable(env().foodTablesDir, compiled(rawTable([rawFood("1")])), plain);
    const after = loadCatalogue();
    expect(after.version).toBe(`${before.version}.${table.version}`);
    expect(after.food("nevo:1")?.name).toBe("Test food 1");
    expect(catalogueFile(table.version)).not.toBeNull();
    uninstallTable(env().foodTablesDir, table.version);
    expect(loadCatalogue().version).toBe(before.version);
    expect(catalogueFile(table.version)).toBeNull();
  });

  it("is left out when its file is damaged, and the others stay", () => {
    const before = loadCatalogue();
    const { table } = installTable(env().foodTablesDir, compiled(rawTable([rawFood("1")])), plain);
    writeFileSync(join(env().foodTablesDir, table.file), "nothing that can be unpacked");
    expect(loadCatalogue().version).toBe(before.version);
  });
});
