import type { ColumnNutrient, FoodGroup } from "@/lib/catalogue";
import type { RawFood, RawTable, RawValue } from "../raw-table";
import { counted, finished } from "./finished";
import {
  columnNames,
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
  protein: ["PROT"],
  sodium: ["NA"],
  phosphorus: ["P"],
  copper: ["CU"],
  vitaminB12: ["VITB12"],
  // FOL are folate equivalents, FOLFD and FOLAC the folate and the folic acid in them.
  folate: ["FOL"],
  vitaminA: ["VITA_RAE"],
  retinol: ["RETOL"],
  vitaminK: ["VITK1"],
};

/** Our groups by words of the English names of the groups, the first that fits. */
const GROUPS: readonly (readonly [RegExp, FoodGroup])[] = [
  [/^potato/i, "vegetables"],
  [/^bread/i, "bakedProducts"],
  [/pastry|biscuit|cake/i, "bakedProducts"],
  [/^alcoholic|non-alcoholic|beverages/i, "beverages"],
  [/^cereal/i, "grainsPasta"],
  [/^eggs?/i, "dairyEgg"],
  [/cheese|milk/i, "dairyEgg"],
  [/meat substitutes|legume|soy/i, "legumes"],
  [/^fish/i, "fishShellfish"],
  [/^cold meat/i, "sausagesLuncheonMeats"],
  [/^meat/i, "beef"],
  [/^fats/i, "fatsOils"],
  [/^nuts/i, "nutsSeeds"],
  [/^fruit/i, "fruits"],
  [/^vegetable/i, "vegetables"],
  [/^herbs|spices/i, "spicesHerbs"],
  [/sugar|sweet/i, "sweets"],
  [/savou?ry (?:snack|sauce|bread)/i, "soupsSauces"],
  [/snack/i, "snacks"],
  [/soup|sauce/i, "soupsSauces"],
  [/spreads/i, "sweets"],
  [/special nutritional|infant/i, "babyFoods"],
  [/mixed|dishes|miscellaneous|clinical/i, "meals"],
];
const BY_NAME: readonly (readonly [RegExp, FoodGroup])[] = [
  [/\b(?:pork|bacon|ham)\b/i, "pork"],
  [/\b(?:chicken|turkey|duck|goose|poultry)\b/i, "poultry"],
  [/\b(?:lamb|mutton|veal|goat|horse|venison|deer|rabbit|hare)\b/i, "lambVealGame"],
];

const QUANTITY = ["Hoeveelheid/Quantity", "Hoeveelheid"];
const nevoTable = (grids: readonly Grid[]) =>
  tableWith(grids, "NEVO-code", "Engelse naam/Food name", QUANTITY, "MG (mg)");

export const isNevo = (grids: readonly Grid[]): boolean => nevoTable(grids) !== null;

/**
 * NEVO-online (RIVM), the table with a row a food, as text with “|” or as a workbook. A blank is unknown. A trace is a 0
 * whose component is named under “Contains traces of”. Values per 100 ml are of another kind; these foods are left out.
 */
export function readNevo(grids: readonly Grid[], names: readonly string[]): RawTable {
  const label = names[0] ?? "The table";
  const table = nevoTable(grids) ?? refuse(label, "has no columns of NEVO");
  const columns = nutrientColumns(table, NAMES);
  const codes = new Map(
    columns.flat().map(({ nutrient, heading }) => [heading.split(" ", 1)[0] as string, nutrient]),
  );
  const group = table.at("Food group", "Voedingsmiddelgroep");
  const quantity = table.at(...QUANTITY);
  const traces = table.at("Bevat sporen van/Contains traces of");
  let byVolume = 0;
  const foods = rowsOf(table).flatMap((row): RawFood[] => {
    const per = textAt(row, quantity).toLowerCase().replace(/\s+/g, "");
    if (per === "per100ml") {
      byVolume++;
      return [];
    }
    if (per !== "per100g")
      return refuse(
        placeOf(table, row, quantity),
        `“${textAt(row, quantity)}” is neither per 100 g nor per 100 ml`,
      );
    const dutch = textAt(row, table.at("Voedingsmiddelnaam/Dutch food name"));
    const name = textAt(row, table.at("Engelse naam/Food name")) || dutch;
    const category = textAt(row, group);
    const known = GROUPS.find(([pattern]) => pattern.test(category))?.[1] ?? "meals";
    return [
      {
        code: textAt(row, table.at("NEVO-code")),
        name: capital(name),
        otherNames: [dutch, ...textAt(row, table.at("Synoniem")).split(";")],
        category,
        group: known === "beef" ? (BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? "beef") : known,
        values: withTraces(
          valuesOf(table, row, columns, () => "unstated"),
          codes,
          row,
          traces,
        ),
        portions: [],
        ndb: null,
        refusePercent: null,
      },
    ];
  });
  const version = rowsOf(table)
    .slice(0, 1)
    .map((row) => textAt(row, table.at("NEVO-versie/NEVO-version", "NEVO-versie")))
    .find((text) => text !== "");
  return finished(label, {
    prefix: "nevo",
    title: "NEVO-online, Dutch food composition database",
    edition: version?.replace(/^NEVO-Online\s*/i, "") ?? "without a version",
    publisher: "National Institute for Public Health and the Environment (RIVM)",
    licence:
      "NEVO-online conditions of use: to be used unchanged, with its source named; not to be passed on. The file stays on this server",
    citation: `${version ?? "NEVO-online"}, RIVM, Bilthoven.`,
    url: "https://nevo-online.rivm.nl/",
    columns: columnNames(columns),
    foods,
    remarks: [
      ...(byVolume === 0 ? [] : [`${counted(byVolume, "food")} with values per 100 ml left out`]),
      "The table has no manganese",
      "No household measures",
    ],
  });
}

/** Components named as traces, whose cells hold a 0 "to allow calculations". */
function withTraces(
  values: { [N in ColumnNutrient]?: RawValue },
  codes: ReadonlyMap<string, ColumnNutrient>,
  row: TableRow,
  column: number,
): { [N in ColumnNutrient]?: RawValue } {
  for (const code of textAt(row, column).split(/[\s,;/]+/)) {
    const nutrient = codes.get(code);
    const value = nutrient === undefined ? undefined : values[nutrient];
    if (nutrient !== undefined && (value === undefined || (value.kind === "amount" && value.amount === 0)))
      values[nutrient] = { kind: "trace", basis: value?.basis ?? "unstated" };
  }
  return values;
}
