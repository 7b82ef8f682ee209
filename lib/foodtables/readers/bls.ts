import type { ColumnNutrient, FoodGroup } from "@/lib/catalogue";
import type { Basis, RawTable } from "../raw-table";
import { counted, finished } from "./finished";
import {
  columnNames,
  type NutrientColumn,
  nutrientColumns,
  placeOf,
  rowsOf,
  tableWith,
  textAt,
  valuesOf,
} from "./grids";
import { capital } from "./names";
import { refuse } from "./refusal";
import type { Grid } from "./workbook";

/** Headings begin with a component code, in German and English alike: "MG Magnesium [mg/100g]". */
const NAMES: { readonly [N in ColumnNutrient]?: readonly string[] } = {
  magnesium: ["MG"],
  zinc: ["ZN"],
  calcium: ["CA"],
  iron: ["FE"],
  selenium: ["SE"],
  potassium: ["K"],
  vitaminD: ["VITD"],
  vitaminC: ["VITC"],
  fibre: ["FIBT"],
  energy: ["ENERCC"],
  protein: ["PROT625"],
  sodium: ["NA"],
  phosphorus: ["P"],
  copper: ["CU"],
  vitaminB12: ["VITB12"],
  // FOL are folate equivalents, FOLFD and FOLAC the folate and the folic acid in them.
  folate: ["FOL"],
  // VITAA is RAE, VITA the older retinol equivalents.
  vitaminA: ["VITAA"],
  retinol: ["RETOL"],
  vitaminK: ["VITK1"],
  manganese: ["MN"],
};

/** The first letter of a code is the main group. */
const GROUPS: { readonly [letter: string]: FoodGroup } = {
  B: "bakedProducts",
  C: "grainsPasta",
  D: "bakedProducts",
  E: "dairyEgg",
  F: "fruits",
  G: "vegetables",
  H: "legumes",
  K: "vegetables",
  M: "dairyEgg",
  N: "beverages",
  P: "beverages",
  Q: "fatsOils",
  R: "spicesHerbs",
  S: "sweets",
  T: "fishShellfish",
  U: "beef",
  V: "poultry",
  W: "sausagesLuncheonMeats",
  X: "meals",
  Y: "meals",
};
/** Groups whose letter holds more than one of ours, by what the English and German names say. */
const BY_NAME: readonly (readonly [letters: string, pattern: RegExp, group: FoodGroup])[] = [
  ["E", /\b(?:pasta|noodles?|spaghetti|macaroni|Nudeln?|Teigwaren)\b/i, "grainsPasta"],
  [
    "H",
    /(?:nuts?\b|almond|seeds?\b|sesame|pistachio|cashew|nuss|nüsse|mandel|samen\b|kerne?\b)/i,
    "nutsSeeds",
  ],
  ["U", /\b(?:pork|Schwein\w*)\b/i, "pork"],
  ["U", /\b(?:lamb|mutton|veal|goat|Lamm\w*|Hammel\w*|Kalb\w*|Ziege\w*)\b/i, "lambVealGame"],
  [
    "V",
    /\b(?:venison|deer|hare|rabbit|boar|horse|Hirsch\w*|Reh\w*|Hase\w*|Kaninchen\w*|Wild\w*|Pferd\w*)\b/i,
    "lambVealGame",
  ],
];

/** Words of "Datenherkunft" and "Data origin", which follow each value. */
const ORIGINS: readonly (readonly [RegExp, Basis])[] = [
  [/anal[yz]/i, "analysed"],
  [/label|etikett|hersteller|manufacturer|deklaration/i, "label"],
  [/rezept|recipe|berechn|calculat|aggreg|formel|formula|summe|sum\b/i, "calculated"],
  [/literatur|literature|tabelle|database|datenbank|übernommen|borrowed|external/i, "borrowed"],
  [/schätz|estimat|imput|annahme|assum|logisch|logical|abgeleitet|derived|ähnlich|similar/i, "imputed"],
];
const originOf = (text: string): Basis => ORIGINS.find(([pattern]) => pattern.test(text))?.[1] ?? "unstated";

const blsTable = (grids: readonly Grid[]) => {
  const table = tableWith(grids, "BLS Code", ["Lebensmittelbezeichnung", "Food name (German)"]);
  return table?.headings.some((heading) => /^mg .*\[mg\s*\/\s*100\s*g\]$/.test(heading)) ? table : null;
};

export const isBls = (grids: readonly Grid[]): boolean => blsTable(grids) !== null;

/**
 * BLS 4.0 (Max Rubner-Institut), in German or English. “-” is unknown, “TR” a trace; “<LOD” and “<LOQ” come without the
 * limit. BLS 4.0 has no selenium.
 */
export function readBls(grids: readonly Grid[], names: readonly string[]): RawTable {
  const label = names[0] ?? "The table";
  const table = blsTable(grids) ?? refuse(label, "has no columns of BLS");
  const columns = nutrientColumns(table, NAMES, (name) => name.split(" ", 1)[0] ?? name);
  const origins = new Map<NutrientColumn, number>(
    columns.flat().map((column) => {
      const code = column.heading.split(" ", 1)[0];
      return [column, table.at(`${code} Datenherkunft`, `${code} Data origin`)];
    }),
  );
  const code = table.at("BLS Code");
  const german = table.at("Lebensmittelbezeichnung", "Food name (German)");
  const english = table.at("Food name");
  let unstatedLimits = 0;
  const foods = rowsOf(table).map((row): RawTable["foods"][number] => {
    const id = textAt(row, code);
    const name = textAt(row, english) || textAt(row, german);
    const letter = id.slice(0, 1).toUpperCase();
    const named = BY_NAME.find(
      ([letters, pattern]) => letters === letter && pattern.test(`${name} ${textAt(row, german)}`),
    );
    const group = named?.[2] ?? GROUPS[letter];
    if (group === undefined) return refuse(placeOf(table, row, code), `“${id}” is no code of BLS`);
    for (const { at } of columns.flat()) if (/^<\s*lo/i.test(textAt(row, at))) unstatedLimits++;
    return {
      code: id,
      name: capital(name),
      otherNames: [textAt(row, german)],
      category: `BLS main group ${letter}`,
      group,
      values: valuesOf(table, row, columns, (column) => originOf(textAt(row, origins.get(column) ?? -1))),
      portions: [],
      ndb: null,
      refusePercent: null,
    };
  });
  return finished(label, {
    prefix: "bls",
    title: "Bundeslebensmittelschlüssel (BLS), German Nutrient Database",
    edition: editionOf(names) ?? "4.0",
    publisher: "Max Rubner-Institut (MRI), Federal Research Institute of Nutrition and Food",
    licence: "Creative Commons Attribution 4.0 (CC BY 4.0)",
    citation: "Max Rubner-Institut. Bundeslebensmittelschlüssel (BLS), Version 4.0. Karlsruhe.",
    url: "https://www.blsdb.de/",
    columns: columnNames(columns),
    foods,
    remarks: [
      ...(columns.some((choices) => choices[0]?.nutrient === "selenium")
        ? []
        : ["The table has no selenium"]),
      ...(unstatedLimits === 0
        ? []
        : [
            `${counted(unstatedLimits, "value")} below a limit of detection or quantification that the table does not state`,
          ]),
      "No household measures",
    ],
  });
}

const editionOf = (names: readonly string[]): string | undefined =>
  names
    .map((name) => /bls[_ ]?(\d)[_.](\d)/i.exec(name))
    .find(Boolean)
    ?.slice(1)
    .join(".");
