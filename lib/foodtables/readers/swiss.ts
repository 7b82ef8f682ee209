import type { ColumnNutrient, FoodGroup } from "@/lib/catalogue";
import type { Basis, RawFood, RawTable } from "../raw-table";
import { counted, finished } from "./finished";
import { columnNames, nutrientColumns, placeOf, rowsOf, tableWith, textAt, valuesOf } from "./grids";
import { refuse } from "./refusal";
import { dividedBy, numberOf } from "./values";
import type { Grid } from "./workbook";

const NAMES: { readonly [N in ColumnNutrient]?: readonly string[] } = {
  magnesium: ["Magnesium (Mg)"],
  zinc: ["Zinc (Zn)"],
  calcium: ["Calcium (Ca)"],
  iron: ["Iron (Fe)"],
  selenium: ["Selenium (Se)"],
  potassium: ["Potassium (K)"],
  vitaminD: ["Vitamin D (calciferol)"],
  vitaminC: ["Vitamin C (ascorbic acid)"],
  fibre: ["Dietary fibres"],
  energy: ["Energy, kilocalories"],
  protein: ["Protein"],
  sodium: ["Sodium (Na)"],
  phosphorus: ["Phosphorus (P)"],
  vitaminB12: ["Vitamin B12 (cobalamin)"],
  vitaminA: ["Vitamin A activity, RAE"],
  retinol: ["Retinol"],
};

/** Our groups by words of the category paths ("Cereal products, pulses and potatoes/Pulses"), the first that fits. */
const GROUPS: readonly (readonly [RegExp, FoodGroup])[] = [
  [/pulses$|\/pulses|legume/i, "legumes"],
  [/potatoes and other|\/potato/i, "vegetables"],
  [/breakfast cereals$|muesli/i, "breakfastCereals"],
  [/flakes/i, "breakfastCereals"],
  [/^bread/i, "bakedProducts"],
  [/^cereal/i, "grainsPasta"],
  [/cakes|biscuits|pastr|tarts/i, "bakedProducts"],
  [/^sweets|chocolate|ice cream|jam/i, "sweets"],
  [/^savoury snacks/i, "snacks"],
  [/^vegetables/i, "vegetables"],
  [/^fruit/i, "fruits"],
  [/^nuts/i, "nutsSeeds"],
  [/^sausages/i, "sausagesLuncheonMeats"],
  [/pork/i, "pork"],
  [/poultry|chicken/i, "poultry"],
  [/lamb|mutton|veal|game|horse|rabbit/i, "lambVealGame"],
  [/^meat/i, "beef"],
  [/^fish/i, "fishShellfish"],
  [/^eggs?/i, "dairyEgg"],
  [/^milk/i, "dairyEgg"],
  [/^plant[- ]based/i, "legumes"],
  [/\/cream/i, "dairyEgg"],
  [/^fats/i, "fatsOils"],
  [/beverages|^non-alcoholic|^alcoholic/i, "beverages"],
  [/sauces?|soups?/i, "soupsSauces"],
  [/spices|herbs|salt|condiment/i, "spicesHerbs"],
  [/baby|infant/i, "babyFoods"],
  [/./, "meals"],
];

/** "Derivation of value" beside each value. */
const DERIVATIONS: readonly (readonly [RegExp, Basis])[] = [
  [/anal[yz]/i, "analysed"],
  [/label|manufacturer|industry/i, "label"],
  [/recipe|calculat|sum/i, "calculated"],
  [/borrow|literature|database/i, "borrowed"],
  [/imput|estimat|logical|assum/i, "imputed"],
];

const swissTable = (grids: readonly Grid[]) =>
  tableWith(grids, "ID", "Name", "Category", "Matrix unit", "Energy, kilocalories (kcal)");

export const isSwiss = (grids: readonly Grid[]): boolean => swissTable(grids) !== null;

/** The Swiss Food Composition Database (FSVO), generic foods in English. Drinks are per 100 ml, with a density. */
export function readSwiss(grids: readonly Grid[], names: readonly string[]): RawTable {
  const label = names[0] ?? "The workbook";
  const table = swissTable(grids) ?? refuse(label, "has no columns of the Swiss table");
  const columns = nutrientColumns(table, NAMES);
  const unit = table.at("Matrix unit");
  const density = table.at("Density");
  let converted = 0;
  let byVolume = 0;
  const foods = rowsOf(table).flatMap((row): RawFood[] => {
    const per = textAt(row, unit);
    const volume = /100\s*ml/i.test(per);
    if (!volume && !/100\s*g/i.test(per))
      return refuse(placeOf(table, row, unit), `“${per}” is neither per 100 g nor per 100 ml`);
    const weight = numberOf(textAt(row, density)) ?? 0;
    if (volume && !(weight > 0.5 && weight < 2)) {
      byVolume++;
      return [];
    }
    if (volume) converted++;
    const values = valuesOf(table, row, columns, ({ at }) => {
      const text = table.headings[at + 1] === "derivation of value" ? textAt(row, at + 1) : "";
      return DERIVATIONS.find(([pattern]) => pattern.test(text))?.[1] ?? "unstated";
    });
    const category = textAt(row, table.at("Category"));
    return [
      {
        code: textAt(row, table.at("ID")),
        name: textAt(row, table.at("Name")),
        otherNames: textAt(row, table.at("Synonyms")).split(";"),
        category,
        group: GROUPS.find(([pattern]) => pattern.test(category))?.[1] ?? "meals",
        values: volume
          ? Object.fromEntries(
              Object.entries(values).map(([nutrient, value]) => [nutrient, dividedBy(value, weight)]),
            )
          : values,
        portions: [],
        ndb: null,
        refusePercent: null,
      },
    ];
  });
  const version = [...table.grid.rows.slice(0, table.header).flat(), ...names]
    .map((text) => (typeof text === "string" ? /\bV\s?(\d+(?:\.\d+)?)/.exec(text)?.[1] : undefined))
    .find((number) => number !== undefined);
  return finished(label, {
    prefix: "swiss",
    title: "Swiss Food Composition Database, generic foods",
    edition: version === undefined ? "without a version" : `Version ${version}`,
    publisher: "Federal Food Safety and Veterinary Office (FSVO)",
    licence: "Free use with the source named, as FSVO states it",
    citation: `Federal Food Safety and Veterinary Office. Swiss Food Composition Database${version === undefined ? "" : `, version ${version}`}.`,
    url: "https://naehrwertdaten.ch/en/",
    columns: columnNames(columns),
    foods,
    remarks: [
      ...(converted === 0
        ? []
        : [`${counted(converted, "food")} per 100 ml converted to 100 g by its density`]),
      ...(byVolume === 0 ? [] : [`${counted(byVolume, "food")} per 100 ml without a density left out`]),
      "Folate is total folate: dietary folate equivalents are left unknown",
      "No household measures",
    ],
  });
}
