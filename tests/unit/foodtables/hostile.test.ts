import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { isAppError } from "@/lib/errors";
import { readOfficialTable } from "@/lib/foodtables/readers";
import { csv, latin1, officialFiles, workbook, zipped } from "@/tests/support/official-files";

/** Files that a stranger made, or that a download broke: refused with a sentence, never a crash, never half read. */

const place = officialFiles();

// The reader of workbooks writes what it finds strange to the console.
beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  return () => vi.restoreAllMocks();
});

const HEADINGS = [
  "alim_grp_code",
  "alim_ssgrp_code",
  "alim_ssssgrp_code",
  "alim_code",
  "alim_nom_eng",
  "Magnesium (mg/100g)",
];
const ROWS = Array.from({ length: 40 }, (_, index) => [
  "02",
  "0205",
  "000000",
  15000 + index,
  `Nut ${index}`,
  `${index},5`,
]);
const FOODS = csv([
  ["fdc_id", "data_type", "description", "food_category_id"],
  [1, "foundation_food", "Banana", 9],
  [2, "foundation_food", "Apple", 9],
]);
const RELEASES: readonly (readonly [name: string, file: string, content: Buffer])[] = [
  ["a binary workbook", "ciqual.xls", workbook({ compo: [HEADINGS, ...ROWS] }, "biff8")],
  ["a workbook", "ciqual.xlsx", workbook({ compo: [HEADINGS, ...ROWS] })],
  ["a text table", "ciqual.csv", Buffer.from(csv([HEADINGS, ...ROWS], ";"))],
  [
    "a zip archive",
    "fdc.zip",
    zipped({
      "f/food.csv": FOODS,
      "f/foundation_food.csv": csv([
        ["fdc_id", "NDB_number"],
        [1, "9040"],
        [2, "9003"],
      ]),
      "f/food_category.csv": csv([
        ["id", "code", "description"],
        [9, "0900", "Fruits"],
      ]),
      "f/food_nutrient.csv": csv([
        ["fdc_id", "nutrient_id", "amount"],
        [1, 1090, "28"],
        [2, 1090, "5"],
      ]),
    }),
  ],
];

/** Reads bytes; a refusal is fine, everything else that is thrown is not. */
async function attempt(file: string, bytes: Uint8Array): Promise<"read" | "refused"> {
  try {
    const table = await readOfficialTable(place(file, bytes));
    expect(table.foods.length).toBeGreaterThan(0);
    return "read";
  } catch (error) {
    if (!isAppError(error)) throw error;
    expect(error.code).toBe("invalid");
    expect(error.message).toMatch(/^\S[^\n]*: \S/);
    return "refused";
  }
}

describe.each(RELEASES)("%s", (_, file, content) => {
  it("is read when it is whole", async () => {
    expect(await attempt(file, content)).toBe("read");
  });

  it("is refused or read, wherever it was cut off", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: content.length - 1 }), async (length) => {
        await attempt(file, content.subarray(0, length));
      }),
      { numRuns: 60 },
    );
  });

  it("is refused or read, whichever bytes were changed", async () => {
    const change = fc.tuple(
      fc.integer({ min: 0, max: content.length - 1 }),
      fc.integer({ min: 0, max: 255 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 40 }), async (changes) => {
        const bytes = Buffer.from(content);
        for (const [at, byte] of changes) bytes[at] = byte;
        await attempt(file, bytes);
      }),
      { numRuns: 100 },
    );
  });
});

/** Small packages of text tables; each test garbles the text of one of their files. */
const PACKAGES: readonly (readonly [name: string, files: { readonly [file: string]: string }])[] = [
  [
    "Fineli",
    {
      "food.csv": csv(
        [
          ["FOODID", "FOODNAME", "EDPORT", "IGCLASS", "FUCLASS"],
          [1, "MAITO", 100, "MILKFF", "MILKDTOT"],
        ],
        ";",
      ),
      "component.csv": csv(
        [
          ["EUFDNAME", "COMPUNIT"],
          ["MG", "MG"],
        ],
        ";",
      ),
      "component_value.csv": csv(
        [
          ["FOODID", "EUFDNAME", "BESTLOC", "ACQTYPE", "METHTYPE"],
          [1, "MG", "12,5", "A", "A"],
        ],
        ";",
      ),
      "foodaddunit.csv": csv(
        [
          ["FOODID", "FOODUNIT", "MASS"],
          [1, "DL", "102,0"],
        ],
        ";",
      ),
      "foodname_EN.csv": csv(
        [
          ["FOODID", "FOODNAME", "LANG"],
          [1, "MILK", "EN"],
        ],
        ";",
      ),
    },
  ],
  [
    "the Canadian Nutrient File",
    {
      "FOOD NAME.csv": csv([
        ["FoodID", "FoodGroupID", "FoodDescription"],
        [1, 9, "Banana"],
      ]),
      "NUTRIENT NAME.csv": csv([
        ["NutrientID", "NutrientCode", "NutrientUnit", "NutrientName"],
        [304, 304, "mg", "MAGNESIUM"],
      ]),
      "NUTRIENT AMOUNT.csv": csv([
        ["FoodID", "NutrientID", "NutrientValue"],
        [1, 304, "27"],
      ]),
      "CONVERSION FACTOR.csv": csv([
        ["FoodID", "MeasureID", "ConversionFactorValue"],
        [1, 2, "1.18"],
      ]),
      "MEASURE NAME.csv": csv([
        ["MeasureID", "MeasureDescription"],
        [2, "1 medium"],
      ]),
    },
  ],
];

describe.each(PACKAGES)("the text tables of %s", (_, files) => {
  const folder = async (content: { readonly [file: string]: string }): Promise<"read" | "refused"> => {
    try {
      await readOfficialTable(place("package", content));
      return "read";
    } catch (error) {
      if (!isAppError(error)) throw error;
      expect(error.code).toBe("invalid");
      return "refused";
    }
  };

  it("are read or refused, whatever stands in them", async () => {
    expect(await folder(files)).toBe("read");
    const scrap = fc.oneof(
      fc.constantFrom("", '"', ";", ",", "\n", "-", "< 1", "1e99", "\u0000", "\uFEFF"),
      fc.string(),
    );
    const change = fc.record({
      file: fc.constantFrom(...Object.keys(files)),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 0, max: 12 }),
      scrap,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const content = { ...files };
        for (const { file, from, length, scrap: text } of changes) {
          const before = content[file] as string;
          const at = Math.floor(from * before.length);
          content[file] = before.slice(0, at) + text + before.slice(at + length);
        }
        await folder(content);
      }),
      { numRuns: 150 },
    );
  });
});

describe("files that are no food table", () => {
  it.each([
    ["nothing", "empty.csv", Buffer.alloc(0), /empty\.csv: /],
    [
      "an empty archive",
      "empty.zip",
      Buffer.from("504b0506000000000000000000000000000000000000", "hex"),
      /is an empty archive/,
    ],
    [
      "another table",
      "prices.csv",
      Buffer.from("name;price\nmilk;1\n"),
      /is none of the official tables that are read/,
    ],
    [
      "another workbook",
      "prices.xlsx",
      workbook({
        x: [
          ["name", "price"],
          ["milk", 1],
        ],
      }),
      /is none of the official tables/,
    ],
    [
      "a picture",
      "photo.csv",
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
      /is none of the official tables/,
    ],
  ])("refuses %s", async (_, name, content, message) => {
    await expect(readOfficialTable(place(name, content))).rejects.toThrow(message);
  });

  it("refuses a path that is not there, and nothing to read", async () => {
    await expect(readOfficialTable("/nowhere/at-all.zip")).rejects.toThrow("at-all.zip: was not found");
    await expect(readOfficialTable([])).rejects.toMatchObject({ code: "invalid" });
  });

  it("follows no link in a folder", async () => {
    const folder = place("linked", { "a.csv": "x;y\n1;2\n" });
    symlinkSync(place("ciqual.csv", csv([HEADINGS, ...ROWS], ";")), join(folder, "b.csv"));
    await expect(readOfficialTable(folder)).rejects.toThrow("is none of the official tables");
  });
});

/** A zip archive with one deflated entry whose headers say what they are told to. */
function archive(
  name: string,
  content: Buffer,
  said: { size?: number; method?: number; localMethod?: number } = {},
): Buffer {
  const data = deflateRawSync(content);
  const header = (signature: number, local: boolean): Buffer => {
    const bytes = Buffer.alloc(local ? 30 : 46);
    const at = local ? 4 : 6;
    bytes.writeUInt32LE(signature, 0);
    bytes.writeUInt16LE(20, at);
    bytes.writeUInt16LE((local ? (said.localMethod ?? said.method) : said.method) ?? 8, at + 4);
    bytes.writeUInt32LE(data.length, at + 14);
    bytes.writeUInt32LE(said.size ?? content.length, at + 18);
    bytes.writeUInt16LE(name.length, at + 22);
    return bytes;
  };
  const local = Buffer.concat([header(0x04034b50, true), Buffer.from(name), data]);
  const central = Buffer.concat([header(0x02014b50, false), Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

describe("archives that lie", () => {
  const zeros = Buffer.alloc(64 * 2 ** 20);
  const text = Buffer.alloc(16 * 2 ** 20, "1;2;3\n");

  it("refuses one that unpacks to a thousand times its size", async () => {
    await expect(readOfficialTable(place("bomb.zip", archive("food.csv", zeros)))).rejects.toThrow(
      "bomb.zip, food.csv: unpacks to far more than a food table holds",
    );
  });

  it("refuses one that unpacks to more than it says", async () => {
    const path = place("bomb.zip", archive("ciqual.csv", text, { size: 100_000 }));
    await expect(readOfficialTable(path)).rejects.toThrow(
      /bomb\.zip, ciqual\.csv: cannot be read; the file is damaged/,
    );
  });

  it("refuses one whose two headers disagree on how it was packed", async () => {
    const path = place("bomb.zip", archive("ciqual.csv", text, { method: 0, localMethod: 8 }));
    await expect(readOfficialTable(path)).rejects.toMatchObject({ code: "invalid" });
  });

  it.each(["../../etc/passwd", "/etc/passwd", "C:/windows/x.csv", "..\\x.csv"])(
    "refuses the name %s",
    async (name) => {
      await expect(
        readOfficialTable(place("path.zip", archive(name, Buffer.from("a;b\n1;2\n")))),
      ).rejects.toThrow(/path\.zip: is not a zip archive that can be read/);
    },
  );

  it("refuses a workbook that unpacks to far more than a table", async () => {
    const bytes = workbook({ x: [["a", "b"]] });
    const central = bytes.lastIndexOf("xl/worksheets/sheet1.xml") - 46;
    expect(bytes.readUInt32LE(central)).toBe(0x02014b50);
    bytes.writeUInt32LE(300 * 2 ** 20, central + 24);
    const path = place("bomb.xlsx", bytes);
    await expect(readOfficialTable(path)).rejects.toThrow(/unpacks to far more than a food table holds/);
  });

  it("refuses a sheet of too many rows", async () => {
    const rows = Array.from({ length: 100_002 }, (_, index) => [index]);
    await expect(readOfficialTable(place("long.xlsx", workbook({ x: rows })))).rejects.toThrow(
      "long.xlsx, sheet “x”: has more than 100000 rows",
    );
  });

  it("refuses an unclosed quotation mark instead of keeping all that follows", async () => {
    const text = `alim_code;alim_nom_eng;alim_grp_code;"Magnesium (mg/100g)\n${"1;2;3;4\n".repeat(400_000)}`;
    await expect(readOfficialTable(place("open.csv", text))).rejects.toThrow(
      /open\.csv, near row 1: is not a table of text/,
    );
  });

  it("keeps no control or direction characters of names, and refuses names without end", async () => {
    const row = [...(ROWS[0] as (string | number)[])];
    row[4] = "Nut\u202E\u0007 brown\u200B";
    const table = await readOfficialTable(place("ciqual.xlsx", workbook({ compo: [HEADINGS, row] })));
    expect(table.foods[0]?.name).toBe("Nut brown");
    row[4] = "x".repeat(500);
    await expect(
      readOfficialTable(place("ciqual.xlsx", workbook({ compo: [HEADINGS, row] }))),
    ).rejects.toThrow("the name of the food 15000 is longer than 400 characters");
  });

  it("refuses a code that would not be safe in an id", async () => {
    const row = [...(ROWS[0] as (string | number)[])];
    row[3] = "../x";
    await expect(
      readOfficialTable(place("ciqual.xlsx", workbook({ compo: [HEADINGS, row] }))),
    ).rejects.toThrow("“../x” is no code of a food");
  });

  it("reads a folder of Latin-1 text as well as UTF-8", async () => {
    const path = join(dirname(place("x.csv", "")), "folder", "ciqual.csv");
    mkdirSync(dirname(path));
    const rows = [...ROWS.slice(0, 1), ["02", "0205", "000000", 1, "Purée", "1"]];
    writeFileSync(path, latin1(csv([HEADINGS, ...rows], ";")));
    expect((await readOfficialTable(path)).foods[1]?.name).toBe("Purée");
  });
});
