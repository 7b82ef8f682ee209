import { describe, expect, it } from "vitest";
import { readOfficialTable } from "@/lib/foodtables/readers";
import { csv, officialFiles, workbook } from "@/tests/support/official-files";

const place = officialFiles();

const HEADINGS = [
  "alim_grp_code",
  "alim_ssgrp_code",
  "alim_ssssgrp_code",
  "alim_grp_nom_eng",
  "alim_ssgrp_nom_eng",
  "alim_ssssgrp_nom_eng",
  "alim_code",
  "alim_nom_eng",
  "alim_nom_sci",
  "Energy, Regulation EU No 1169/2011 (kJ/100g)",
  "Energy, Regulation EU No 1169/2011 (kcal/100g)",
  "Energy, N x Jones' factor, with fibres (kcal/100g)",
  "Protein (g/100g)",
  "Protein, crude, N x 6.25 (g/100g)",
  "Magnesium (mg/100g)",
  "Selenium (µg/100g)",
  "Iron (mg/100g)",
  "Retinol (µg/100g)",
  "Vitamin K1 (µg/100g)",
  "Vitamin B9 or Folate (µg/100g)",
];
type Row = (string | number | null)[];
const NUTS: Row = [
  "02",
  "0205",
  "000000",
  "fruits, vegetables, legumes and nuts",
  "nuts and seeds",
  "-",
  15000,
];
const ROWS: Row[] = [
  [
    ...NUTS,
    "almond, with peel",
    null,
    "2640",
    "634",
    "620",
    "25,4",
    "25,6",
    "232",
    "< 20",
    "traces",
    "0",
    "-",
    "-",
  ],
  [
    "04",
    "0401",
    "040103",
    "meat, egg and fish",
    "cooked meat",
    "poultry",
    36018,
    "Chicken, roasted",
    null,
    "-",
    "-",
    "172",
    "26,2",
    "26,2",
    "< 0,5",
    "",
    "1",
    "-",
    "-",
    "-",
  ],
  [
    "10",
    "1009",
    "000000",
    "miscellaneous",
    "miscellaneous ingredients",
    "-",
    9621,
    "Wheat bran",
    null,
    null,
    null,
    "279",
    "15,4",
    "15,2",
    "-",
    "-",
    "-",
    "-",
    "-",
    "-",
  ],
];
const AGAIN: Row = [...(ROWS[2] as Row)];
AGAIN[5] = "other";
AGAIN[9] = "1160";
for (let column = 10; column < AGAIN.length; column++) AGAIN[column] = null;

describe("CIQUAL", () => {
  it.each([
    [
      "the binary workbook of 2020",
      () =>
        place(
          "Table Ciqual 2020_ENG_2020 07 07.xls",
          workbook({ compo: [HEADINGS, ...ROWS, AGAIN] }, "biff8"),
        ),
      "2020",
    ],
    [
      "a workbook of 2025",
      () => place("Table Ciqual 2025_ENG.xlsx", workbook({ "food composition": [HEADINGS, ...ROWS, AGAIN] })),
      "2025",
    ],
    [
      "a text table of 2025",
      () =>
        place(
          "ciqual_2025.csv",
          csv(
            [HEADINGS, ...ROWS, AGAIN].map((row) => row.map((cell) => `"${cell ?? ""}"`)),
            ";",
          ),
        ),
      "2025",
    ],
  ])("keeps unknown, trace, limit and amount apart in %s", async (_, path, edition) => {
    const table = await readOfficialTable(path());
    expect(table).toMatchObject({ prefix: "ciqual", edition, licence: expect.stringContaining("Etalab") });
    expect(table.foods).toHaveLength(3);
    expect(table.foods[0]).toMatchObject({
      code: "15000",
      name: "Almond, with peel",
      group: "nutsSeeds",
      category: "fruits, vegetables, legumes and nuts, nuts and seeds",
    });
    expect(table.foods[0]?.values).toEqual({
      energy: { kind: "amount", amount: 634, basis: "unstated" },
      protein: { kind: "amount", amount: 25.4, basis: "unstated" },
      magnesium: { kind: "amount", amount: 232, basis: "unstated" },
      selenium: { kind: "below", limit: 20, basis: "unstated" },
      iron: { kind: "trace", basis: "unstated" },
      retinol: { kind: "amount", amount: 0, basis: "unstated" },
    });
    expect(table.foods[1]).toMatchObject({ code: "36018", group: "poultry" });
    expect(table.foods[1]?.values).toEqual({
      energy: { kind: "amount", amount: 172, basis: "unstated" },
      protein: { kind: "amount", amount: 26.2, basis: "unstated" },
      magnesium: { kind: "below", limit: 0.5, basis: "unstated" },
      iron: { kind: "amount", amount: 1, basis: "unstated" },
    });
    expect(table.remarks).toEqual([
      "Folate is total folate: dietary folate equivalents are left unknown",
      "Vitamin A is not stated (retinol is): retinol activity equivalents are left unknown",
      "No household measures",
      "1 food listed again in another group left out",
    ]);
  });

  it("refuses a food that is there twice with other values", async () => {
    const other = [...AGAIN];
    other[14] = "3";
    await expect(
      readOfficialTable(place("ciqual.xls", workbook({ compo: [HEADINGS, ...ROWS, other] }, "biff8"))),
    ).rejects.toThrow("the food 9621 is there twice");
  });

  it.each([
    ["12 mg", "“12 mg” is no amount"],
    ["< x", "“< x” is no limit that can be read"],
    ["-4", "“-4” is no amount"],
    ["1.234,5", "“1.234,5” is no amount"],
  ])("refuses the cell “%s” and says where it is", async (cell, message) => {
    const row = [...(ROWS[0] as Row)];
    row[14] = cell;
    await expect(
      readOfficialTable(place("ciqual.xlsx", workbook({ compo: [HEADINGS, row] }))),
    ).rejects.toThrow(`ciqual.xlsx, sheet “compo”, row 2, column “magnesium (mg/100g)”: ${message}`);
  });
});
