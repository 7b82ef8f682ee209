import { describe, expect, it } from "vitest";
import { readOfficialTable } from "@/lib/foodtables/readers";
import { surveyLabel, surveyPortions } from "@/lib/foodtables/readers/fndds-portions";
import { officialFiles, workbook, zipped } from "@/tests/support/official-files";

const place = officialFiles();
const TITLE = "2021-2023 Food and Nutrient Database for Dietary Studies - At A Glance   ";

const HEADINGS = [
  "Food code",
  "Main food description",
  "WWEIA Category number",
  "WWEIA Category description",
  "Energy (kcal)",
  "Folate, DFE (mcg_DFE)",
  "Folate, total (mcg)",
  "Vitamin A, RAE (mcg_RAE)",
  "Vitamin D (D2 + D3) (mcg)",
  "Magnesium (mg)",
  "Iron\n(mg)",
  "Sugars, total\n(g)",
  "Selenium (mcg)",
  "Water\n(g)",
  "Carbohydrate (g)",
];
const VALUES = workbook({
  "FNDDS Nutrient Values": [
    [`FNDDS Nutrient Values\n${TITLE}`],
    HEADINGS,
    [11100000, "Milk, NFS", 1004, "Milk, reduced fat", 52, 1, 1, 58, 1.1, 12, 0, 4.88, 1.9, 89.2, 4.9],
    [92101000, "Coffee, brewed", 7302, "Coffee", 1, 2, 2, 0, 0, 3, 0.02, 0, 0, 99.4, 0],
    [
      99995000,
      "Breading or batter as ingredient in food",
      9999,
      "Not included in a food category",
      350,
      90,
      40,
      0,
      0,
      25,
      4,
      1,
      20,
      10,
      70,
    ],
  ],
  "Variable Descriptions": [
    ["Variable", "Description"],
    ["Food code", "Unique 8-digit identification number"],
  ],
});
const PORTIONS = workbook({
  "Portions and Weights": [
    [`Portions and Weights\n${TITLE}`],
    [...HEADINGS.slice(0, 4), "Seq num", "Portion description", "Portion weight\n(g)"],
    [11100000, "Milk, NFS", 1004, "Milk, reduced fat", 1, "1 fl oz (no ice)", 30.5],
    [11100000, "Milk, NFS", 1004, "Milk, reduced fat", 2, "1 cup", 244],
    [11100000, "Milk, NFS", 1004, "Milk, reduced fat", 3, "Quantity not specified", 244],
    [11100000, "Milk, NFS", 1004, "Milk, reduced fat", 4, "1 school carton", 0],
    [99995000, "Breading", 9999, "Not included", 1, "Quantity not specified", 0],
  ],
});
const NAMES = workbook({
  "Food and Beverages": [
    [`Food and Beverages\n${TITLE}`],
    ["Food code", "Main food description", "Additional food description", "WWEIA Category number"],
    [11100000, "Milk, NFS", null, 1004],
    [92101000, "Coffee, brewed", "filtered; Cafe americano", 7302],
  ],
});

describe("FNDDS At A Glance", () => {
  it.each([
    [
      "three workbooks",
      () => [place("values.xlsx", VALUES), place("portions.xlsx", PORTIONS), place("foods.xlsx", NAMES)],
    ],
    ["a folder of them", () => place("fndds", { "a.xlsx": NAMES, "b.xlsx": PORTIONS, "c.xlsx": VALUES })],
    [
      "a zip archive of them",
      () => place("fndds.zip", zipped({ "x/a.xlsx": NAMES, "x/b.xlsx": PORTIONS, "x/c.xlsx": VALUES })),
    ],
  ])("reads %s", async (_, paths) => {
    const table = await readOfficialTable(paths());
    expect(table).toMatchObject({ prefix: "fndds", edition: "2021-2023" });
    expect(table.foods).toHaveLength(3);
    expect(table.foods[0]).toEqual({
      code: "11100000",
      name: "Milk, NFS",
      otherNames: [],
      category: "Milk, reduced fat",
      group: "dairyEgg",
      values: {
        energy: { kind: "amount", amount: 52, basis: "imputed" },
        folate: { kind: "amount", amount: 1, basis: "imputed" },
        vitaminA: { kind: "amount", amount: 58, basis: "imputed" },
        vitaminD: { kind: "amount", amount: 1.1, basis: "imputed" },
        magnesium: { kind: "amount", amount: 12, basis: "imputed" },
        iron: { kind: "amount", amount: 0, basis: "imputed" },
        selenium: { kind: "amount", amount: 1.9, basis: "imputed" },
      },
      portions: [
        { label: "1 cup", grams: 244 },
        { label: "1 fl oz (no ice)", grams: 30.5 },
      ],
      ndb: null,
      waterG: 89.2,
      carbohydrateG: 4.9,
      refusePercent: null,
    });
    expect(table.foods[1]?.otherNames).toEqual(["filtered", "Cafe americano"]);
    expect(table.foods[2]?.group).toBe("bakedProducts");
    expect(table.columns.iron).toBe("Iron (mg)");
    expect(table.remarks).toEqual([
      "All values are imputed from recipes and similar foods",
      "2 foods without a household measure",
    ]);
  });

  it("reads the values alone and says what was not given", async () => {
    const table = await readOfficialTable(place("values.xlsx", VALUES));
    expect(table.foods.every(({ portions }) => portions.length === 0)).toBe(true);
    expect(table.remarks.slice(1)).toEqual([
      "No household measures: the workbook “Portions and Weights” was not given",
      "No additional descriptions: the workbook “Foods and Beverages” was not given",
    ]);
  });

  it("refuses portions without values and names the workbook that is missing", async () => {
    await expect(readOfficialTable(place("portions.xlsx", PORTIONS))).rejects.toThrow(
      "portions.xlsx: has no values: give the workbook “FNDDS Nutrient Values” too",
    );
  });

  it.each([
    ["a cell that is no number", "row 3, column “magnesium (mg)”: “much” is no amount", 9, "much"],
    ["an error of a formula", "“#error” is no amount", 9, "#error"],
    ["a code without eight digits", "“123” is no food code of eight digits", 0, 123],
    ["an unknown category", "“1” is no category of What We Eat in America", 2, 1],
  ])("refuses %s and says where", async (_, message, column, cell) => {
    const row: (string | number)[] = [
      11100000,
      "Milk, NFS",
      1004,
      "Milk",
      52,
      1,
      1,
      58,
      1.1,
      12,
      0,
      4.88,
      1.9,
    ];
    row[column] = cell;
    const book = workbook({ Values: [[TITLE], HEADINGS, row] });
    await expect(readOfficialTable(place("values.xlsx", book))).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(message),
    });
  });

  it.each([
    ["the measure of the weight that USDA assumes", 244, "1 cup"],
    ["the nearest measure where none has that weight", 450, "1 cup"],
    ["a measure before a guideline amount of the same weight", 32, "1 tub"],
    ["the first measure where USDA assumes nothing", 0, "1 fl oz"],
  ])("puts %s first", (_, usual, first) => {
    const portions = surveyPortions([
      { label: "1 fl oz", grams: 27, order: 1 },
      { label: "1 cup", grams: 244, order: 2 },
      { label: "Guideline amount per sandwich", grams: 32, order: 3 },
      { label: "1 tub", grams: 32, order: 4 },
      { label: "Quantity not specified", grams: usual, order: 5 },
    ]);
    expect(portions[0]?.label).toBe(first);
    expect(portions).toHaveLength(4);
  });

  it("has what a raw weight yields behind the measures of food that is eaten", () => {
    const labels = surveyPortions([
      { label: "1 large, raw, yields", grams: 62, order: 1 },
      { label: "1 rib (yield after cooking, bone removed)", grams: 70, order: 2 },
      { label: "1 cup", grams: 135, order: 3 },
      { label: "1 small", grams: 40, order: 4 },
      { label: "Quantity not specified", grams: 60, order: 5 },
    ]).map(({ label }) => label);
    expect(labels).toEqual([
      "1 small",
      "1 cup",
      "1 large, raw, yields",
      "1 rib (yield after cooking, bone removed)",
    ]);
    expect(surveyPortions([{ label: "1 oz yields", grams: 20, order: 1 }])).toHaveLength(1);
  });

  it.each([
    ["1 cup, NFS", "1 cup"],
    ["1 pretzel, NS as to size", "1 pretzel"],
    ["1 muffin, any size", "1 muffin"],
    ["1 6 oz container", "1 container (6 oz)"],
    ["1 100 calorie package", "1 package (100 calorie)"],
    ["1 fl oz (NFS)", "1 fl oz"],
    ["1 can or bottle (12 fl oz)", "1 can or bottle (12 fl oz)"],
    ["Guideline amount on regular sandwich", "1 serving (on regular sandwich)"],
    ["1 surface inch", null],
    ["1 cubic inch", null],
    ["Quantity not specified", null],
  ])("writes “%s” as %s", (description, label) => {
    expect(surveyLabel(description)).toBe(label);
  });
});
