import { describe, expect, it } from "vitest";
import {
  type Catalogue,
  decodeCatalogue,
  joinCatalogues,
  proposedFoods,
  provenanceOf,
  sourceFoods,
} from "@/lib/catalogue";
import { compileTable } from "@/lib/foodtables/compile";
import { readOfficialTable } from "@/lib/foodtables/readers";
import { builtInTable } from "@/tests/support/built-in-table";
import { csv, officialFiles, workbook, zipped } from "@/tests/support/official-files";

/*
 * Suggestions, lists of sources and phytate over installed tables, from releases in their official layout: FNDDS without
 * NDB numbers, and Foundation Foods with them.
 */

const place = officialFiles();
const builtIn = builtInTable();
const install = async (name: string, content: Buffer): Promise<Catalogue> =>
  decodeCatalogue(compileTable(await readOfficialTable([place(name, content)]), builtIn));

const MINERALS = ["Magnesium", "Zinc", "Calcium", "Iron", "Potassium"];
const surveyed = (code: number, name: string, category: number, group: string, water: number) => [
  ...[code, name, category, group, 120, 40, 1.2, 25, 3, 350],
  ...[2.8, water, 20],
];
const FNDDS = workbook({
  "FNDDS Nutrient Values": [
    ["FNDDS Nutrient Values\n2021-2023 Food and Nutrient Database for Dietary Studies - At A Glance"],
    [
      ...["Food code", "Main food description", "WWEIA Category number", "WWEIA Category description"],
      ...["Energy (kcal)", ...MINERALS.map((mineral) => `${mineral} (mg)`), "Selenium (mcg)"],
      ...["Water\n(g)", "Carbohydrate (g)"],
    ],
    surveyed(41305000, "Lentils, from dried, no added fat", 2802, "Beans, peas, legumes", 69.2),
    surveyed(41102170, "Black beans with meat", 2802, "Beans, peas, legumes", 61.8),
    surveyed(42101120, "Almonds, salted", 2804, "Nuts and seeds", 2.3),
    surveyed(63107010, "Banana, raw", 6004, "Bananas", 75.6),
  ],
});

const quoted = (...rows: readonly (readonly (string | number)[])[]): string =>
  csv(rows.map((row) => row.map((cell) => `"${cell}"`)));
/** Bananas of SR28's number with all that SR28 states, spinach with magnesium alone. */
const FOUNDATION = zipped(
  Object.fromEntries(
    Object.entries({
      "nutrient.csv": quoted(
        ["id", "name", "unit_name", "nutrient_nbr", "rank"],
        [1090, "Magnesium, Mg", "MG", 304, 1],
        [1095, "Zinc, Zn", "MG", 309, 1],
        [1087, "Calcium, Ca", "MG", 301, 1],
        [1089, "Iron, Fe", "MG", 303, 1],
        [1092, "Potassium, K", "MG", 306, 1],
        [1103, "Selenium, Se", "UG", 317, 1],
      ),
      "food_category.csv": quoted(
        ["id", "code", "description"],
        [9, "0900", "Fruits and Fruit Juices"],
        [11, "1100", "Vegetables and Vegetable Products"],
      ),
      "measure_unit.csv": quoted(["id", "name"], [1000, "cup"]),
      "foundation_food.csv": quoted(["fdc_id", "NDB_number", "footnote"], [1, "9040", ""], [2, "11457", ""]),
      "food.csv": quoted(
        ["fdc_id", "data_type", "description", "food_category_id", "publication_date"],
        [1, "foundation_food", "Bananas, ripe and slightly ripe, raw", 9, "2024-10-31"],
        [2, "foundation_food", "Spinach, mature", 11, "2024-10-31"],
      ),
      "food_nutrient.csv": quoted(
        ["id", "fdc_id", "nutrient_id", "amount", "data_points", "derivation_id"],
        ...[1090, 1095, 1087, 1089, 1092, 1103].map((nutrient, at) => [at + 1, 1, nutrient, at + 1, 5, 1]),
        [9, 2, 1090, "93", 5, 1],
      ),
      "food_portion.csv": quoted([
        ...["id", "fdc_id", "seq_num", "amount", "measure_unit_id", "portion_description", "modifier"],
        "gram_weight",
      ]),
    }).map(([name, text]) => [`FoodData_Central_foundation_food_csv_2024-10-31/${name}`, text]),
  ),
);

describe("12: an installed table in suggestions and lists of sources", () => {
  it("names no food that is not of the list of plain foods, and takes the newer values of those that are", async () => {
    const all = joinCatalogues([
      builtIn,
      await install("fndds.xlsx", FNDDS),
      await install("foundation.zip", FOUNDATION),
    ]);
    const proposed = [...proposedFoods(all).values()].map((at) => all.ids[at] as string);
    const listed = sourceFoods(all).map(({ foodId }) => foodId);
    for (const ids of [proposed, listed]) {
      expect(ids.filter((id) => id.startsWith("fndds:"))).toEqual([]);
      expect(ids).toContain("fdc:1");
      expect(ids).not.toContain("ndb:09040");
      // It states one mineral of six: what the older one knows is not given up.
      expect(ids).toContain("ndb:11457");
      expect(ids).not.toContain("fdc:2");
    }
    const banana = sourceFoods(all).find(({ foodId }) => foodId === "fdc:1");
    expect(banana?.per100g).toMatchObject({ magnesium: 1, selenium: 6, energy: null });
    expect(provenanceOf(all, "fdc:1", "magnesium")).toMatchObject({
      source: "USDA Foundation",
      row: "1",
      value: 1,
    });
  });

  it("has phytate where the name says that it is the food alone, with its entry and its source", async () => {
    const table = await install("fndds.xlsx", FNDDS);
    const lentils = provenanceOf(table, "fndds:41305000", "phytate");
    expect(lentils).toMatchObject({ source: "Assay phytate table", row: "lentil_cooked", unit: "mg" });
    expect(lentils?.note).toMatch(/Lentil/);
    expect(lentils?.band).not.toBeNull();
    expect(provenanceOf(table, "fndds:42101120", "phytate")?.row).toBe("almond");
    expect(provenanceOf(table, "fndds:41102170", "phytate")).toMatchObject({ row: "", value: null });
    expect(table.food("fndds:41305000")?.per100g.phytate).toBe(lentils?.value);
  });
});
