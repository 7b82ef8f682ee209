import { describe, expect, it } from "vitest";
import { readOfficialTable } from "@/lib/foodtables/readers";
import { csv, type Files, officialFiles, zipped } from "@/tests/support/official-files";

const place = officialFiles();

const quoted = (rows: readonly (readonly (string | number)[])[]): string =>
  csv(rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`)));

const NUTRIENT = quoted([
  ["id", "name", "unit_name", "nutrient_nbr", "rank"],
  [1090, "Magnesium, Mg", "MG", 304, 5500],
  [1103, "Selenium, Se", "UG", 317, 6200],
  [1110, "Vitamin D (D2 + D3), International Units", "IU", 324, 8650],
  [1114, "Vitamin D (D2 + D3)", "UG", 328, 8700],
  [1008, "Energy", "KCAL", 208, 300],
  [1177, "Folate, total", "UG", 417, 6900],
]);
const CATEGORY = quoted([
  ["id", "code", "description"],
  [16, "1600", "Legumes and Legume Products"],
  [9, "0900", "Fruits and Fruit Juices"],
  [28, "1410", "Alcoholic Beverages"],
]);
const UNIT = quoted([
  ["id", "name"],
  [1000, "cup"],
  [1028, "fruit"],
  [1071, "each"],
  [1010, "paired cooked w"],
  [9999, "undetermined"],
]);
const PORTIONS = [
  "id",
  "fdc_id",
  "seq_num",
  "amount",
  "measure_unit_id",
  "portion_description",
  "modifier",
  "gram_weight",
];
const FOOD = ["fdc_id", "data_type", "description", "food_category_id", "publication_date"];
const AMOUNTS = ["id", "fdc_id", "nutrient_id", "amount", "data_points", "derivation_id"];

const FOUNDATION: Files = {
  "nutrient.csv": NUTRIENT,
  "food_category.csv": CATEGORY,
  "measure_unit.csv": UNIT,
  "foundation_food.csv": quoted([
    ["fdc_id", "NDB_number", "footnote"],
    [1, "9040", ""],
    [2, "100147", ""],
    [3, "16001", ""],
  ]),
  "food.csv": quoted([
    FOOD,
    [1, "foundation_food", "Bananas, raw", 9, "2024-10-31"],
    [11, "sub_sample_food", "BANANAS, LOT 1", 9, "2024-10-31"],
    [2, "foundation_food", 'Peaches, 2 2/3" dia', 9, "2024-04-18"],
    [3, "foundation_food", "Beans, Dry, Tan (0% moisture)", 16, "2024-04-18"],
    [4, "foundation_food", "Bananas, raw", 9, "2019-04-01"],
  ]),
  "food_nutrient.csv": quoted([
    AMOUNTS,
    [1, 1, 1090, "28.1", 5, 1],
    [2, 11, 1090, "99", 1, 1],
    [3, 1, 1103, "", 5, 1],
    [4, 1, 1110, "40", 1, 49],
    [5, 2, 1110, "80", 1, 1],
    [6, 2, 1114, "1.9", 1, 4],
    [7, 2, 2047, "61", 1, 49],
    [8, 2, 2048, "60", 1, 49],
    [9, 2, 2033, "1.5", 1, 1],
    [10, 1, 2033, "3", 1, 1],
    [11, 1, 1079, "2.6", 1, 77],
    [12, 1, 1177, "20", 1, 1],
    [13, 1, 1089, "0", 1, 1],
  ]),
  "food_portion.csv": quoted([
    PORTIONS,
    [1, 1, 2, "0.5", 1000, "", "mashed", "112.5"],
    [2, 1, 1, "1.0", 1028, "", 'medium (7" long)', "118"],
    [3, 1, 3, "1.0", 1010, "", "", "90"],
    [4, 1, 4, "1.0", 1071, "", "", "0"],
    [5, 2, "", "1.0", 9999, "", "cup, slices", "154"],
  ]),
  "food_attribute.csv": quoted([
    ["id", "fdc_id", "seq_num", "food_attribute_type_id", "name", "value"],
    [1, 2, "", 1000, "", "stone fruit, URMIS # 12"],
    [2, 2, "", "", "NCBI Taxon", "Prunus"],
  ]),
};
const inFolder = (files: Files, folder = "FoodData_Central_foundation_food_csv_2024-10-31"): Buffer =>
  zipped(Object.fromEntries(Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text])));

const read = async (files: Files, name = "release.zip") => readOfficialTable(place(name, inFolder(files)));

describe("FoodData Central", () => {
  it("reads the foods of a release of Foundation Foods and nothing of its samples", async () => {
    const table = await read(FOUNDATION);
    expect(table).toMatchObject({
      prefix: "fdc",
      title: "USDA FoodData Central, Foundation Foods",
      edition: "2024-10-31",
      licence: "Public domain (CC0 1.0)",
    });
    expect(table.foods.map(({ code, name }) => [code, name])).toEqual([
      ["1", "Bananas, raw"],
      ["2", 'Peaches, 2 2/3" dia'],
    ]);
    expect(table.foods[0]).toMatchObject({
      ndb: "09040",
      group: "fruits",
      category: "Fruits and Fruit Juices",
    });
    expect(table.foods[1]?.ndb).toBeNull();
    expect(table.foods[1]?.otherNames).toEqual(["stone fruit"]);
    expect(table.remarks).toEqual([
      "1 Foundation Foods that later versions replaced left out",
      "1 rows of samples and acquisitions left out",
      "1 food with values per 100 g of dry matter left out",
      "1 food with total folate only: dietary folate equivalents are left unknown",
    ]);
  });

  it("keeps unknown, zero and amounts apart and says how each came about", async () => {
    const [banana, peach] = (await read(FOUNDATION)).foods;
    expect(banana?.values).toEqual({
      magnesium: { kind: "amount", amount: 28.1, basis: "analysed" },
      vitaminD: { kind: "amount", amount: 1, basis: "calculated" },
      fibre: { kind: "amount", amount: 2.6, basis: "unstated" },
      iron: { kind: "amount", amount: 0, basis: "analysed" },
    });
    expect(peach?.values).toEqual({
      vitaminD: { kind: "amount", amount: 1.9, basis: "calculated" },
      energy: { kind: "amount", amount: 60, basis: "calculated" },
      fibre: { kind: "amount", amount: 1.5, basis: "analysed" },
    });
  });

  it("writes household measures as people read them, in the publisher's order", async () => {
    const [banana, peach] = (await read(FOUNDATION)).foods;
    expect(banana?.portions).toEqual([
      { label: '1 medium (7" long)', grams: 118 },
      { label: "1/2 cup, mashed", grams: 112.5 },
    ]);
    expect(peach?.portions).toEqual([{ label: "1 cup, slices", grams: 154 }]);
  });

  it("takes an amount of 0 beside a limit of quantification as below that limit", async () => {
    const table = await read({
      ...FOUNDATION,
      "food_nutrient.csv": quoted([
        [...AMOUNTS, "loq"],
        [1, 1, 1103, "0", 5, 1, "1.2"],
        [2, 1, 1090, "28", 5, 1, "0.5"],
      ]),
    });
    expect(table.foods[0]?.values.selenium).toEqual({ kind: "below", limit: 1.2, basis: "analysed" });
    expect(table.foods[0]?.values.magnesium).toMatchObject({ kind: "amount", amount: 28 });
  });

  it("reads derivations by their codes where the release has them", async () => {
    const table = await read({
      ...FOUNDATION,
      "food_nutrient_derivation.csv": quoted([
        ["id", "code", "description"],
        [1, "A", "Analytical"],
        [49, "NC", "Calculated"],
        [77, "BFZN", "Based on another form of the food"],
        [4, "T", "Taken from another source"],
      ]),
    });
    expect(table.foods[0]?.values.fibre?.basis).toBe("imputed");
    expect(table.foods[1]?.values.vitaminD?.basis).toBe("borrowed");
  });

  it("marks all values of FNDDS as imputed and puts the measure that USDA assumes first", async () => {
    const table = await read({
      "survey_fndds_food.csv": quoted([
        ["fdc_id", "food_code", "wweia_category_code", "start_date", "end_date"],
        [5, "11100000", "1004", "", ""],
      ]),
      "food.csv": quoted([FOOD, [5, "survey_fndds_food", "Milk, NFS", "1004", "2024-10-31"]]),
      "food_nutrient.csv": quoted([AMOUNTS, [1, 5, 1090, "12", "", ""]]),
      "wweia_food_category.csv": quoted([
        ["wweia_food_category", "wweia_food_category_description"],
        ["1004", "Milk, reduced fat"],
      ]),
      "food_portion.csv": quoted([
        PORTIONS,
        [1, 5, 1, "", 9999, "1 fl oz (no ice)", "30000", "30.5"],
        [2, 5, 2, "", 9999, "1 cup", "10205", "244"],
        [3, 5, 3, "", 9999, "Quantity not specified", "90000", "244"],
        [4, 5, 4, "", 9999, "1 school carton", "60000", "0"],
      ]),
      "food_attribute.csv": quoted([
        ["id", "fdc_id", "seq_num", "food_attribute_type_id", "name", "value"],
        [1, 5, "", 1001, "", "reduced fat; lowfat"],
      ]),
    });
    expect(table.title).toBe("USDA FoodData Central, Survey Foods (FNDDS)");
    expect(table.foods[0]).toMatchObject({
      category: "Milk, reduced fat",
      group: "dairyEgg",
      otherNames: ["reduced fat", "lowfat"],
      values: { magnesium: { kind: "amount", amount: 12, basis: "imputed" } },
      portions: [
        { label: "1 cup", grams: 244 },
        { label: "1 fl oz (no ice)", grams: 30.5 },
      ],
    });
  });

  it("reads what it can of a download of all types and counts the branded products that it leaves out", async () => {
    const table = await read({
      ...FOUNDATION,
      "branded_food.csv": quoted([["fdc_id"], [9]]),
      "food.csv": `${FOUNDATION["food.csv"]}"9","branded_food","WAFERS","",""\r\n`,
    });
    expect(table.foods).toHaveLength(2);
    expect(table.remarks[0]).toBe("1 branded products (their values are those of labels) left out");
  });

  it("refuses a release of branded products and says why", async () => {
    const branded = {
      "branded_food.csv": quoted([["fdc_id"], [9]]),
      "food.csv": FOUNDATION["food.csv"] as string,
      "food_nutrient.csv": FOUNDATION["food_nutrient.csv"] as string,
    };
    await expect(read(branded)).rejects.toThrow(/branded products: labels state few minerals/);
  });

  it.each([
    [
      "food.csv",
      "food.csv: has no column “description” in its first row",
      '"fdc_id","data_type","food_category_id"\r\n',
    ],
    ["food.csv", "the food 1 is missing in", quoted([FOOD])],
    [
      "food_nutrient.csv",
      "food_nutrient.csv, row 2: “abc” is no amount",
      quoted([AMOUNTS, [1, 1, 1090, "abc", 1, 1]]),
    ],
    [
      "food_nutrient.csv",
      "food_nutrient.csv, row 2: “-3” is no amount",
      quoted([AMOUNTS, [1, 1, 1090, "-3", 1, 1]]),
    ],
    [
      "food_nutrient.csv",
      "of magnesium is more than 100 g of a food can hold",
      quoted([AMOUNTS, [1, 1, 1090, "200000", 1, 1]]),
    ],
    [
      "food_nutrient.csv",
      "has the nutrient 1090 twice",
      quoted([AMOUNTS, [1, 1, 1090, "2", 1, 1], [2, 1, 1090, "3", 1, 1]]),
    ],
    ["food_nutrient.csv", "row 2: ends before the column “amount”", `${AMOUNTS.join(",")}\r\n1,1,1090\r\n`],
    [
      "nutrient.csv",
      "Magnesium, Mg is in UG, not in mg",
      quoted([
        ["id", "unit_name"],
        [1090, "UG"],
      ]),
    ],
    [
      "food_category.csv",
      "the category “9” is not in food_category.csv",
      quoted([["id", "code", "description"]]),
    ],
  ])("refuses a damaged %s: %s", async (file, message, text) => {
    await expect(read({ ...FOUNDATION, [file]: text })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining(message),
    });
  });
});
