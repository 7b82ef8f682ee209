import type { ColumnNutrient, FoodGroup } from "@/lib/catalogue";
import type { RawFood, RawTable, RawValue } from "../raw-table";
import { counted, finished } from "./finished";
import {
  columnNames,
  gramsAt,
  nutrientColumns,
  placeOf,
  rowsOf,
  type TableRow,
  tableWith,
  textAt,
  valuesOf,
} from "./grids";
import { capital } from "./names";
import { refuse } from "./refusal";
import type { Grid } from "./workbook";

/** Headings of the English and the French edition. */
const NAMES: { readonly [N in ColumnNutrient]?: readonly string[] } = {
  magnesium: ["Magnesium", "Magnésium"],
  zinc: ["Zinc"],
  calcium: ["Calcium"],
  iron: ["Iron", "Fer"],
  selenium: ["Selenium", "Sélénium"],
  potassium: ["Potassium"],
  vitaminD: ["Vitamin D", "Vitamine D"],
  vitaminC: ["Vitamin C", "Vitamine C"],
  fibre: ["Fibres", "Fibres alimentaires"],
  protein: ["Protein", "Protéines, N x facteur de Jones"],
  sodium: ["Sodium"],
  phosphorus: ["Phosphorus", "Phosphore"],
  copper: ["Copper", "Cuivre"],
  vitaminB12: ["Vitamin B12", "Vitamine B12"],
  retinol: ["Retinol", "Rétinol"],
  vitaminK: ["Vitamin K1", "Vitamine K1"],
  manganese: ["Manganese", "Manganèse"],
};

/** Energy has a column in kJ and one in kcal of the same name; those in kcal are read. */
const ENERGY: readonly string[] = [
  "Energy, Regulation EU No 1169/2011 (kcal/100g)",
  "Energy, N x Jones' factor, with fibres (kcal/100g)",
  "Energie, Règlement UE N° 1169/2011 (kcal/100 g)",
  "Energie, N x facteur Jones, avec fibres (kcal/100 g)",
];

/** Our groups by the publisher's codes of groups, the longest beginning that fits. */
const GROUPS: readonly (readonly [code: string, group: FoodGroup])[] = [
  ["0101", "meals"],
  ["0102", "soupsSauces"],
  ["01", "meals"],
  ["0201", "vegetables"],
  ["0202", "vegetables"],
  ["0203", "legumes"],
  ["0204", "fruits"],
  ["0205", "nutsSeeds"],
  ["0301", "grainsPasta"],
  ["0304", "grainsPasta"],
  ["03", "bakedProducts"],
  ["040101", "beef"],
  ["040102", "pork"],
  ["040103", "poultry"],
  ["040104", "poultry"],
  ["0401", "lambVealGame"],
  ["040201", "beef"],
  ["040202", "pork"],
  ["040203", "poultry"],
  ["040204", "poultry"],
  ["0402", "lambVealGame"],
  ["0403", "sausagesLuncheonMeats"],
  ["0404", "sausagesLuncheonMeats"],
  ["0410", "dairyEgg"],
  ["0411", "legumes"],
  ["04", "fishShellfish"],
  ["05", "dairyEgg"],
  ["06", "beverages"],
  ["0707", "breakfastCereals"],
  ["0705", "bakedProducts"],
  ["0706", "bakedProducts"],
  ["0709", "bakedProducts"],
  ["0708", "snacks"],
  ["07", "sweets"],
  ["08", "sweets"],
  ["09", "fatsOils"],
  ["1001", "soupsSauces"],
  ["1004", "spicesHerbs"],
  ["1005", "spicesHerbs"],
  ["1006", "spicesHerbs"],
  ["1007", "vegetables"],
  ["10", "spicesHerbs"],
  ["11", "babyFoods"],
  ["00", "meals"],
];
const BY_LENGTH = [...GROUPS].sort((a, b) => b[0].length - a[0].length);

/** Codes are text with leading zeros; a program that saved them as numbers took these away. */
const digits = (text: string, length: number): string =>
  /^\d+$/.test(text) ? text.padStart(length, "0") : "";

const ciqualTable = (grids: readonly Grid[]) =>
  tableWith(grids, "alim_code", ["alim_nom_eng", "alim_nom_fr"], "alim_grp_code", [
    "Magnesium (mg/100g)",
    "Magnesium (mg/100 g)",
    "Magnésium (mg/100g)",
    "Magnésium (mg/100 g)",
  ]);

export const isCiqual = (grids: readonly Grid[]): boolean => ciqualTable(grids) !== null;

/**
 * A food that the publisher lists in two groups, once: the release of 2020 has one whose second row is almost blank. Rows
 * that state different values stay, to be refused.
 */
function withoutRepeats(foods: readonly RawFood[]): RawFood[] {
  const seen = new Map<string, RawFood>();
  return foods.filter((food) => {
    const first = seen.get(food.code);
    if (first === undefined) {
      seen.set(food.code, food);
      return true;
    }
    const stated = Object.entries(food.values) as [ColumnNutrient, RawValue][];
    const agrees = stated.every(
      ([nutrient, value]) => JSON.stringify(first.values[nutrient]) === JSON.stringify(value),
    );
    return first.name !== food.name || !agrees;
  });
}

/**
 * CIQUAL (ANSES), the workbook of 2020 and the same columns as a workbook or text table of 2025. “-” is unknown, “traces”
 * a trace, “< 0,5” below a limit. The publisher does not say in these files how a value came about.
 */
export function readCiqual(grids: readonly Grid[], names: readonly string[]): RawTable {
  const label = names[0] ?? "The table";
  const table = ciqualTable(grids) ?? refuse(label, "has no columns of CIQUAL");
  const kilocalories = ENERGY.filter((heading) => table.at(heading) >= 0);
  const columns = nutrientColumns(table, NAMES);
  const energy = kilocalories.map((heading) => ({
    nutrient: "energy" as const,
    factor: 1,
    at: table.at(heading),
    heading,
  }));
  if (energy.length > 0) columns.push(energy);
  const groupOf = (row: TableRow): FoodGroup => {
    const code =
      digits(textAt(row, table.at("alim_ssssgrp_code")), 6).replace(/^0{6}$/, "") ||
      digits(textAt(row, table.at("alim_ssgrp_code")), 4).replace(/^0{4}$/, "") ||
      digits(textAt(row, table.at("alim_grp_code")), 2);
    const group = BY_LENGTH.find(([beginning]) => code.startsWith(beginning))?.[1];
    return (
      group ?? refuse(placeOf(table, row, table.at("alim_grp_code")), `“${code}” is no group that is known`)
    );
  };
  const listed = rowsOf(table).map((row): RawFood => {
    const english = textAt(row, table.at("alim_nom_eng"));
    const french = textAt(row, table.at("alim_nom_fr"));
    return {
      code: textAt(row, table.at("alim_code")),
      name: capital(english || french),
      otherNames: [french],
      category: [
        ...new Set(
          ["grp", "ssgrp", "ssssgrp"]
            .map((level) => textAt(row, table.at(`alim_${level}_nom_eng`, `alim_${level}_nom_fr`)))
            .filter((name) => name !== "" && name !== "-"),
        ),
      ].join(", "),
      group: groupOf(row),
      values: valuesOf(table, row, columns, () => "unstated"),
      portions: [],
      ndb: null,
      waterG: gramsAt(row, table.at("Water (g/100g)", "Water (g/100 g)", "Eau (g/100g)", "Eau (g/100 g)")),
      carbohydrateG: gramsAt(
        row,
        table.at(
          "Carbohydrate (g/100g)",
          "Carbohydrate (g/100 g)",
          "Glucides (g/100g)",
          "Glucides (g/100 g)",
        ),
      ),
      refusePercent: null,
    };
  });
  const foods = withoutRepeats(listed);
  const repeats = listed.length - foods.length;
  const edition = [...names, table.grid.label]
    .map((name) => /(?<!\d)(20\d\d)(?!\d)/.exec(name)?.[1])
    .find(Boolean);
  const without = foods.filter(({ values }) => Object.keys(values).length === 0).length;
  return finished(label, {
    prefix: "ciqual",
    title: "CIQUAL, French food composition table",
    edition: edition ?? "without a year",
    publisher: "French Agency for Food, Environmental and Occupational Health & Safety (ANSES)",
    licence: "Etalab open licence 2.0: free use with the source named",
    citation: `Anses. ${edition ?? ""}. Ciqual French food composition table.`.replace(". . ", ". "),
    url: "https://ciqual.anses.fr/",
    columns: columnNames(columns),
    foods,
    remarks: [
      "Folate is total folate: dietary folate equivalents are left unknown",
      "Vitamin A is not stated (retinol is): retinol activity equivalents are left unknown",
      "No household measures",
      ...(repeats === 0 ? [] : [`${counted(repeats, "food")} listed again in another group left out`]),
      ...(without === 0 ? [] : [`${counted(without, "food")} without any value of the nutrients kept here`]),
    ],
  });
}
