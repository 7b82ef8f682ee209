import type { ColumnNutrient } from "@/lib/catalogue";
import type { RawTable } from "../raw-table";
import { counted, finished } from "./finished";
import { surveyPortions } from "./fndds-portions";
import {
  columnNames,
  gramsAt,
  nutrientColumns,
  placeOf,
  rowsOf,
  type Table,
  tableWith,
  textAt,
  valuesOf,
} from "./grids";
import { refuse } from "./refusal";
import { numberOf } from "./values";
import type { Grid } from "./workbook";
import { groupOfWweia } from "./wweia";

const CODE = "Food code";
const NAME = "Main food description";

const NAMES: { readonly [N in ColumnNutrient]?: readonly string[] } = {
  magnesium: ["Magnesium"],
  zinc: ["Zinc"],
  calcium: ["Calcium"],
  iron: ["Iron"],
  selenium: ["Selenium"],
  potassium: ["Potassium"],
  vitaminD: ["Vitamin D (D2 + D3)"],
  vitaminC: ["Vitamin C"],
  fibre: ["Fiber, total dietary"],
  energy: ["Energy"],
  protein: ["Protein"],
  sodium: ["Sodium"],
  phosphorus: ["Phosphorus"],
  copper: ["Copper"],
  vitaminB12: ["Vitamin B-12"],
  folate: ["Folate, DFE"],
  vitaminA: ["Vitamin A, RAE"],
  retinol: ["Retinol"],
  vitaminK: ["Vitamin K (phylloquinone)"],
};

const valuesTable = (grids: readonly Grid[]) => tableWith(grids, CODE, NAME, "Energy (kcal)");
const portionsTable = (grids: readonly Grid[]) =>
  tableWith(grids, CODE, "Portion description", "Portion weight (g)");
const namesTable = (grids: readonly Grid[]) => tableWith(grids, CODE, NAME, "Additional food description");

/** Whether these are workbooks of FNDDS "At A Glance". */
export const isFndds = (grids: readonly Grid[]): boolean =>
  valuesTable(grids) !== null || portionsTable(grids) !== null || namesTable(grids) !== null;

/** Codes of FNDDS have eight digits. */
const codeOf = (text: string, where: () => string): string =>
  /^\d{8}$/.test(text) ? text : refuse(where(), `“${text}” is no food code of eight digits`);

/** Calls back for each row with its food code. */
function eachFood(table: Table, use: (code: string, row: ReturnType<typeof rowsOf>[number]) => void): void {
  const at = table.at(CODE);
  for (const row of rowsOf(table))
    use(
      codeOf(textAt(row, at), () => placeOf(table, row, at)),
      row,
    );
}

function portionsByFood(grids: readonly Grid[]) {
  const table = portionsTable(grids);
  if (table === null) return null;
  const byFood = new Map<string, { label: string; grams: number; order: number }[]>();
  const weight = table.at("Portion weight (g)");
  eachFood(table, (code, row) => {
    const text = textAt(row, weight);
    const grams = text === "" ? 0 : numberOf(text);
    if (grams === null || grams < 0) return refuse(placeOf(table, row, weight), `“${text}” is no weight`);
    const rows = byFood.get(code) ?? [];
    const order = numberOf(textAt(row, table.at("Seq num"))) ?? rows.length;
    rows.push({ label: textAt(row, table.at("Portion description")), grams, order });
    byFood.set(code, rows);
  });
  return byFood;
}

function namesByFood(grids: readonly Grid[]) {
  const table = namesTable(grids);
  if (table === null) return null;
  const byFood = new Map<string, string[]>();
  eachFood(table, (code, row) => {
    byFood.set(code, textAt(row, table.at("Additional food description")).split(";"));
  });
  return byFood;
}

/** "2021-2023" of the title above the headings, or of the files' names. */
function editionOf(table: Table, names: readonly string[]): string {
  const titles = table.grid.rows
    .slice(0, table.header)
    .flat()
    .filter((cell) => typeof cell === "string");
  for (const text of [...titles, ...names]) {
    const years = /\b(20\d\d)\s*[-–_]\s*(20\d\d)\b/.exec(text);
    if (years) return `${years[1]}-${years[2]}`;
  }
  return "without years";
}

/**
 * The workbooks "At A Glance" of USDA's Food and Nutrient Database for Dietary Studies: values, and with them, where they
 * are given too, portions and additional descriptions. All values are imputed from recipes; no cell is blank.
 */
export function readFndds(grids: readonly Grid[], names: readonly string[]): RawTable {
  const label = names[0] ?? "The workbook";
  const table = valuesTable(grids);
  if (table === null)
    return refuse(
      label,
      "has no values: give the workbook “FNDDS Nutrient Values” too, together with this one",
    );
  const portions = portionsByFood(grids);
  const others = namesByFood(grids);
  const columns = nutrientColumns(table, NAMES);
  const category = table.at("WWEIA Category number");
  const description = table.at("WWEIA Category description");
  const foods: RawTable["foods"][number][] = [];
  eachFood(table, (code, row) => {
    const name = textAt(row, table.at(NAME));
    foods.push({
      code,
      name,
      otherNames: others?.get(code) ?? [],
      category: textAt(row, description),
      group: groupOfWweia(textAt(row, category), placeOf(table, row, category), name),
      values: valuesOf(table, row, columns, () => "imputed"),
      portions: surveyPortions(portions?.get(code) ?? []),
      ndb: null,
      waterG: gramsAt(row, table.at("Water (g)")),
      carbohydrateG: gramsAt(row, table.at("Carbohydrate (g)")),
      refusePercent: null,
    });
  });
  const remarks = ["All values are imputed from recipes and similar foods"];
  if (portions === null)
    remarks.push("No household measures: the workbook “Portions and Weights” was not given");
  else {
    const without = foods.filter((food) => food.portions.length === 0).length;
    if (without > 0) remarks.push(`${counted(without, "food")} without a household measure`);
  }
  if (others === null)
    remarks.push("No additional descriptions: the workbook “Foods and Beverages” was not given");
  return finished(label, {
    prefix: "fndds",
    title: "USDA Food and Nutrient Database for Dietary Studies (FNDDS)",
    edition: editionOf(table, names),
    publisher: "U.S. Department of Agriculture, Agricultural Research Service",
    licence: "Public domain (CC0 1.0)",
    citation:
      "U.S. Department of Agriculture, Agricultural Research Service, Food Surveys Research Group. USDA Food and Nutrient Database for Dietary Studies.",
    url: "https://www.ars.usda.gov/nea/bhnrc/fsrg",
    columns: columnNames(columns),
    foods,
    remarks,
  });
}
