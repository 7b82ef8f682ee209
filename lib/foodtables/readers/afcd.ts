import type { ColumnNutrient, FoodGroup } from "@/lib/catalogue";
import type { Basis, RawTable } from "../raw-table";
import { finished } from "./finished";
import { columnNames, nutrientColumns, placeOf, rowsOf, tableWith, textAt, valuesOf } from "./grids";
import { refuse } from "./refusal";
import type { Grid } from "./workbook";

const NAMES: { readonly [N in ColumnNutrient]?: readonly string[] } = {
  magnesium: ["Magnesium (Mg)"],
  zinc: ["Zinc (Zn)"],
  calcium: ["Calcium (Ca)"],
  iron: ["Iron (Fe)"],
  selenium: ["Selenium (Se)"],
  potassium: ["Potassium (K)"],
  vitaminC: ["Vitamin C"],
  fibre: ["Total dietary fibre"],
  energy: ["Energy with dietary fibre, equated", "Energy, with dietary fibre"],
  protein: ["Protein"],
  sodium: ["Sodium (Na)"],
  phosphorus: ["Phosphorus (P)"],
  copper: ["Copper (Cu)"],
  vitaminB12: ["Cobalamin (B12)"],
  folate: ["Dietary folate equivalents"],
  retinol: ["Retinol (preformed vitamin A)"],
  vitaminK: ["Phylloquinone (vitamin K1)", "Phylloquinone (K1)"],
  manganese: ["Manganese (Mn)"],
};

/** The first two or three digits of the classification. */
const GROUPS: readonly (readonly [digits: string, group: FoodGroup])[] = [
  ["11", "beverages"],
  ["122", "bakedProducts"],
  ["125", "breakfastCereals"],
  ["126", "breakfastCereals"],
  ["12", "grainsPasta"],
  ["135", "meals"],
  ["136", "fastFoods"],
  ["13", "bakedProducts"],
  ["14", "fatsOils"],
  ["15", "fishShellfish"],
  ["16", "fruits"],
  ["17", "dairyEgg"],
  ["181", "beef"],
  ["182", "lambVealGame"],
  ["183", "poultry"],
  ["185", "sausagesLuncheonMeats"],
  ["186", "meals"],
  ["18", "lambVealGame"],
  ["19", "dairyEgg"],
  ["20", "legumes"],
  ["21", "soupsSauces"],
  ["22", "nutsSeeds"],
  ["23", "soupsSauces"],
  ["24", "vegetables"],
  ["25", "legumes"],
  ["26", "snacks"],
  ["27", "sweets"],
  ["28", "sweets"],
  ["29", "beverages"],
  ["30", "beverages"],
  ["31", "spicesHerbs"],
  ["32", "babyFoods"],
  ["33", "lambVealGame"],
];
/** Groups whose digits hold more than one of ours. */
const PORK = /\b(?:pork|bacon|ham)\b/i;

/** "Derivation" of a food, where the workbook has it: how most of its values came about. */
const DERIVATIONS: readonly (readonly [RegExp, Basis])[] = [
  [/anal[yz]/i, "analysed"],
  [/label/i, "label"],
  [/borrow|overseas/i, "borrowed"],
  [/recipe|calculat/i, "calculated"],
  [/imput|estimat/i, "imputed"],
];

/** The sheet per 100 g; another one has liquids per 100 mL. */
const afcdTable = (grids: readonly Grid[]) =>
  tableWith(
    grids.filter(({ label }) => !/per 100 ?mL/i.test(label)),
    "Public Food Key",
    "Classification",
    "Food Name",
    ["Magnesium (Mg) (mg)"],
  );

export const isAfcd = (grids: readonly Grid[]): boolean => afcdTable(grids) !== null;

/** The Australian Food Composition Database (FSANZ), the workbook of nutrient profiles, all foods per 100 g. */
export function readAfcd(grids: readonly Grid[], names: readonly string[]): RawTable {
  const label = names[0] ?? "The workbook";
  const table = afcdTable(grids) ?? refuse(label, "has no columns of AFCD");
  const columns = nutrientColumns(table, NAMES);
  const classification = table.at("Classification");
  const derivation = table.at("Derivation");
  const foods = rowsOf(table).map((row): RawTable["foods"][number] => {
    const name = textAt(row, table.at("Food Name"));
    const digits = textAt(row, classification);
    const known = GROUPS.find(([beginning]) => digits.startsWith(beginning))?.[1];
    if (known === undefined)
      return refuse(placeOf(table, row, classification), `“${digits}” is no class that is known`);
    const basis = DERIVATIONS.find(([pattern]) => pattern.test(textAt(row, derivation)))?.[1] ?? "unstated";
    return {
      code: textAt(row, table.at("Public Food Key")),
      name,
      otherNames: [],
      category: `Class ${digits}`,
      group: known === "lambVealGame" && PORK.test(name) ? "pork" : known,
      values: valuesOf(table, row, columns, () => basis),
      portions: [],
      ndb: null,
      refusePercent: null,
    };
  });
  const release = [...names, ...table.grid.rows.slice(0, table.header).flat()]
    .map((text) => (typeof text === "string" ? /release[\s_-]*(\d+)/i.exec(text)?.[1] : undefined))
    .find((number) => number !== undefined);
  return finished(label, {
    prefix: "afcd",
    title: "Australian Food Composition Database (AFCD)",
    edition: release === undefined ? "without a release number" : `Release ${release}`,
    publisher: "Food Standards Australia New Zealand (FSANZ)",
    licence: "Creative Commons Attribution-ShareAlike (CC BY-SA), as FSANZ states it for the release",
    citation: `Food Standards Australia New Zealand. Australian Food Composition Database${release === undefined ? "" : `, Release ${release}`}. Canberra: FSANZ.`,
    url: "https://www.foodstandards.gov.au/science-data/food-composition-databases",
    columns: columnNames(columns),
    foods,
    remarks: [
      "Vitamin A is stated as retinol equivalents: retinol activity equivalents are left unknown",
      "Vitamin D is stated as D3 equivalents: the sum of D2 and D3 is left unknown",
      "No household measures",
    ],
  });
}
