import type { ColumnNutrient } from "@/lib/catalogue";
import type { Basis } from "../raw-table";
import { eachRow, lookup } from "./csv";
import { CSV } from "./fooddata-foods";
import type { OfficialFile } from "./official-files";
import { refuse } from "./refusal";
import { factorTo, unitOf } from "./values";

/** Nutrients by FoodData Central's ids, the first one that a food has counts, with the name of the id. */
const NUTRIENTS: {
  readonly [N in ColumnNutrient]: readonly (readonly [id: number, name: string, unit: string])[];
} = {
  magnesium: [[1090, "Magnesium, Mg", "mg"]],
  zinc: [[1095, "Zinc, Zn", "mg"]],
  calcium: [[1087, "Calcium, Ca", "mg"]],
  iron: [[1089, "Iron, Fe", "mg"]],
  selenium: [[1103, "Selenium, Se", "µg"]],
  potassium: [[1092, "Potassium, K", "mg"]],
  vitaminD: [
    [1114, "Vitamin D (D2 + D3)", "µg"],
    [1110, "Vitamin D (D2 + D3), International Units", "IU"],
  ],
  vitaminC: [[1162, "Vitamin C, total ascorbic acid", "mg"]],
  fibre: [
    [1079, "Fiber, total dietary", "g"],
    [2033, "Total dietary fiber (AOAC 2011.25)", "g"],
  ],
  energy: [
    [1008, "Energy", "kcal"],
    [2048, "Energy (Atwater Specific Factors)", "kcal"],
    [2047, "Energy (Atwater General Factors)", "kcal"],
  ],
  protein: [[1003, "Protein", "g"]],
  sodium: [[1093, "Sodium, Na", "mg"]],
  phosphorus: [[1091, "Phosphorus, P", "mg"]],
  copper: [[1098, "Copper, Cu", "mg"]],
  vitaminB12: [[1178, "Vitamin B-12", "µg"]],
  folate: [[1190, "Folate, DFE", "µg"]],
  vitaminA: [[1106, "Vitamin A, RAE", "µg"]],
  retinol: [[1105, "Retinol", "µg"]],
  vitaminK: [[1185, "Vitamin K (phylloquinone)", "µg"]],
  manganese: [[1101, "Manganese, Mn", "mg"]],
};

type Wanted = { readonly nutrient: ColumnNutrient; readonly rank: number; readonly factor: number };

export const WANTED: ReadonlyMap<string, Wanted> = new Map(
  (Object.keys(NUTRIENTS) as ColumnNutrient[]).flatMap((nutrient) =>
    NUTRIENTS[nutrient].map(([id, , unit], rank) => [
      String(id),
      { nutrient, rank, factor: factorTo(nutrient, unit) as number },
    ]),
  ),
);

export const COLUMNS = Object.fromEntries(
  (Object.keys(NUTRIENTS) as ColumnNutrient[]).map((nutrient) => [
    nutrient,
    NUTRIENTS[nutrient].map(([, name]) => name).join(", else "),
  ]),
);

/** The derivations that releases without food_nutrient_derivation.csv use, by id. */
const DERIVATION_IDS: { readonly [id: string]: Basis } = { 1: "analysed", 4: "calculated", 49: "calculated" };

/**
 * Basis by the letters of a derivation code, the longest beginning that fits: A analytical, AR by regression, AS summed,
 * B of another form of the food, C and N calculated, J from the literature, L of a label, M and S of a manufacturer or
 * a standard, O and Z assumed, P and F by the composition or formulation, R a recipe, T from another source.
 */
const DERIVATION_CODES: readonly (readonly [string, Basis])[] = [
  ["AR", "calculated"],
  ["AS", "calculated"],
  ["A", "analysed"],
  ["B", "imputed"],
  ["C", "calculated"],
  ["F", "calculated"],
  ["J", "borrowed"],
  ["L", "label"],
  ["M", "label"],
  ["N", "calculated"],
  ["O", "imputed"],
  ["P", "calculated"],
  ["R", "calculated"],
  ["S", "label"],
  ["T", "borrowed"],
  ["Z", "imputed"],
];

/** Folate without the weight of folic acid; dietary folate equivalents cannot be had from it. */
export const TOTAL_FOLATE = "1177";

/** Units as the release states them; a nutrient in another unit than here would be read wrong. */
export async function checkUnits(file: OfficialFile | undefined): Promise<void> {
  if (file === undefined) return;
  await eachRow(file, CSV, ["id", "unit_name"], [], ({ cells: [id = "", spelling = ""], row }) => {
    const wanted = WANTED.get(id);
    if (wanted === undefined) return;
    const [, name, unit] = NUTRIENTS[wanted.nutrient][wanted.rank] as readonly [number, string, string];
    if (unitOf(spelling) !== unit)
      refuse(`${file.label}, row ${row}, column unit_name`, `${name} is in ${spelling}, not in ${unit}`);
  });
}

export async function basisByDerivation(file: OfficialFile | undefined): Promise<(id: string) => Basis> {
  const codes = await lookup(file, CSV, "id", "code");
  const known = new Map<string, Basis>(Object.entries(DERIVATION_IDS));
  for (const [id, code] of codes) {
    const basis = DERIVATION_CODES.find(([letters]) => code.startsWith(letters))?.[1];
    if (basis !== undefined) known.set(id, basis);
  }
  return (id) => known.get(id) ?? "unstated";
}
