import { type ColumnNutrient, FOOD_GROUP_IDS, FOOD_GROUPS, type FoodGroup } from "@/lib/catalogue";
import type { Basis, RawFood, RawPortion, RawTable, RawValue } from "../raw-table";
import { eachRow, type TextFormat } from "./csv";
import { counted, editionOf, finished } from "./finished";
import { surveyPortions } from "./fndds-portions";
import { portionOf } from "./fooddata-portions";
import type { OfficialFile, OfficialFiles } from "./official-files";
import { refuse } from "./refusal";
import { factorTo, numberOf, readValue, unitOf } from "./values";
import { groupOfWweia } from "./wweia";

const CSV: TextFormat = { delimiter: ",", quoted: true };

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

const WANTED: ReadonlyMap<string, Wanted> = new Map(
  (Object.keys(NUTRIENTS) as ColumnNutrient[]).flatMap((nutrient) =>
    NUTRIENTS[nutrient].map(([id, , unit], rank) => [
      String(id),
      { nutrient, rank, factor: factorTo(nutrient, unit) as number },
    ]),
  ),
);

const COLUMNS = Object.fromEntries(
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

type Kind = "foundation" | "legacy" | "survey";
const KINDS: readonly { kind: Kind; file: string; title: string }[] = [
  { kind: "foundation", file: "foundation_food.csv", title: "Foundation Foods" },
  { kind: "legacy", file: "sr_legacy_food.csv", title: "SR Legacy" },
  { kind: "survey", file: "survey_fndds_food.csv", title: "Survey Foods (FNDDS)" },
];

type Listed = {
  readonly kind: Kind;
  readonly ndb: string | null;
  readonly category: string;
  readonly row: string;
};

const BY_CODE: ReadonlyMap<string, FoodGroup> = new Map(
  FOOD_GROUP_IDS.map((id) => [FOOD_GROUPS[id].code, id]),
);

/** Five digits, as NDB numbers were given; Foundation Foods has longer ones that are none. */
const ndbOf = (number: string): string | null => (/^\d{1,5}$/.test(number) ? number.padStart(5, "0") : null);

export const isFoodDataCentral = ({ files }: OfficialFiles): boolean =>
  files.some(({ name }) => name === "food_nutrient.csv") && files.some(({ name }) => name === "food.csv");

/** A number that must be there and be of the form of an id. */
const idOf = (text: string, file: OfficialFile, row: number, column: string): string =>
  /^\d{1,9}$/.test(text)
    ? text
    : refuse(`${file.label}, row ${row}, column ${column}`, `“${text}” is no number of a food`);

async function listFoods(find: (name: string) => OfficialFile | undefined): Promise<Map<string, Listed>> {
  const listed = new Map<string, Listed>();
  for (const { kind, file: name } of KINDS) {
    const file = find(name);
    if (file === undefined) continue;
    await eachRow(
      file,
      CSV,
      ["fdc_id"],
      ["NDB_number", "wweia_category_code", "wweia_category_number"],
      ({ cells, row }) => {
        const [id = "", ndb = "", category = "", number = ""] = cells;
        listed.set(idOf(id, file, row, "fdc_id"), {
          kind,
          ndb: ndbOf(ndb),
          category: category || number,
          row: `${file.label}, row ${row}`,
        });
      },
    );
  }
  return listed;
}

async function lookup(
  file: OfficialFile | undefined,
  key: string,
  value: string,
): Promise<Map<string, string>> {
  const map = new Map<string, string>();
  if (file !== undefined)
    await eachRow(file, CSV, [key, value], [], ({ cells: [id = "", text = ""] }) => void map.set(id, text));
  return map;
}

/** Units as the release states them; a nutrient in another unit than here would be read wrong. */
async function checkUnits(file: OfficialFile | undefined): Promise<void> {
  if (file === undefined) return;
  await eachRow(file, CSV, ["id", "unit_name"], [], ({ cells: [id = "", spelling = ""], row }) => {
    const wanted = WANTED.get(id);
    if (wanted === undefined) return;
    const [, name, unit] = NUTRIENTS[wanted.nutrient][wanted.rank] as readonly [number, string, string];
    if (unitOf(spelling) !== unit)
      refuse(`${file.label}, row ${row}, column unit_name`, `${name} is in ${spelling}, not in ${unit}`);
  });
}

async function basisByDerivation(file: OfficialFile | undefined): Promise<(id: string) => Basis> {
  const codes = await lookup(file, "id", "code");
  const known = new Map<string, Basis>(Object.entries(DERIVATION_IDS));
  for (const [id, code] of codes) {
    const basis = DERIVATION_CODES.find(([letters]) => code.startsWith(letters))?.[1];
    if (basis !== undefined) known.set(id, basis);
  }
  return (id) => known.get(id) ?? "unstated";
}

/** Values of these are per 100 g of dry matter, of which nobody eats 100 g. */
const DRY_BASIS = /\(0% moisture\)/i;
/** Folate without the weight of folic acid; dietary folate equivalents cannot be had from it. */
const TOTAL_FOLATE = "1177";

type Draft = {
  readonly listed: Listed;
  name: string;
  category: string;
  readonly values: { [N in ColumnNutrient]?: RawValue };
  readonly ranks: { [N in ColumnNutrient]?: number };
  readonly portions: (RawPortion & { readonly order: number })[];
  readonly others: string[];
};

/**
 * FoodData Central's CSV releases: Foundation Foods, SR Legacy, FNDDS, alone or in one download. Sub-samples and market
 * acquisitions, which have values of their own, are left out. Values of FNDDS are imputed from recipes.
 * @throws AppError invalid for a release of branded products, whose values are those of labels
 */
export async function readFoodDataCentral(release: OfficialFiles): Promise<RawTable> {
  const find = (name: string) => release.files.find((file) => file.name === name);
  const need = (name: string) => find(name) ?? refuse(release.names[0] ?? "The release", `has no ${name}`);
  const label = release.names[0] ?? "The release";
  const kinds = KINDS.filter(({ file }) => find(file) !== undefined);
  if (kinds.length === 0)
    refuse(
      label,
      find("branded_food.csv") === undefined
        ? "has none of foundation_food.csv, sr_legacy_food.csv and survey_fndds_food.csv, so it lists no foods"
        : "is the release of branded products: labels state few minerals, so it is not read as a food table. Scan a product's barcode instead",
    );

  const listed = await listFoods(find);
  await checkUnits(find("nutrient.csv"));
  const drafts = new Map<string, Draft>();
  const dates = new Set<string>();
  const leftOut = new Map<string, number>();
  const dry = new Set<string>();
  const foodFile = need("food.csv");
  await eachRow(
    foodFile,
    CSV,
    ["fdc_id", "data_type", "description", "food_category_id"],
    ["publication_date"],
    ({ cells: [id = "", type = "", name = "", category = "", date = ""], row }) => {
      const entry = listed.get(idOf(id, foodFile, row, "fdc_id"));
      if (entry === undefined) {
        leftOut.set(type, (leftOut.get(type) ?? 0) + 1);
        return;
      }
      if (drafts.has(id) || dry.has(id))
        refuse(`${foodFile.label}, row ${row}`, `the food ${id} is there twice`);
      dates.add(date);
      if (DRY_BASIS.test(name)) {
        dry.add(id);
        return;
      }
      drafts.set(id, { listed: entry, name, category, values: {}, ranks: {}, portions: [], others: [] });
    },
  );
  for (const [id, { row }] of listed)
    if (!drafts.has(id) && !dry.has(id))
      refuse(row, `the food ${id} is missing in ${foodFile.label}; the release is not complete`);

  const basisOf = await basisByDerivation(find("food_nutrient_derivation.csv"));
  const totalFolate = new Set<string>();
  const nutrientFile = need("food_nutrient.csv");
  await eachRow(
    nutrientFile,
    CSV,
    ["fdc_id", "nutrient_id", "amount"],
    ["derivation_id", "loq"],
    ({ cells: [id = "", nutrientId = "", amount = "", derivation = "", quantifiable = ""], row }) => {
      const draft = drafts.get(id);
      const wanted = WANTED.get(nutrientId);
      if (draft === undefined) return;
      if (nutrientId === TOTAL_FOLATE && amount !== "") totalFolate.add(id);
      if (wanted === undefined) return;
      const { nutrient, rank } = wanted;
      const where = () => `${nutrientFile.label}, row ${row}`;
      const basis = draft.listed.kind === "survey" ? "imputed" : basisOf(derivation);
      // An amount of 0 beside a limit of quantification is "less than that", not "none".
      const limit = numberOf(quantifiable);
      const cell =
        limit !== null && limit > 0 && (amount === "" || numberOf(amount) === 0)
          ? `<${quantifiable}`
          : amount;
      const value = readValue(cell, wanted, basis, where);
      if (value === undefined || (draft.ranks[nutrient] ?? Number.POSITIVE_INFINITY) < rank) return;
      if (draft.ranks[nutrient] === rank)
        refuse(where(), `the food ${id} has the nutrient ${nutrientId} twice`);
      draft.values[nutrient] = value;
      draft.ranks[nutrient] = rank;
    },
  );

  await readPortions(find, drafts);
  await readOtherNames(find("food_attribute.csv"), drafts);
  const categories = await readCategories(find);
  const survey = await lookup(
    find("wweia_food_category.csv"),
    "wweia_food_category",
    "wweia_food_category_description",
  );
  const foods = [...drafts].map(([code, draft]): RawFood => {
    const { name, values, listed: entry } = draft;
    const wweia = entry.kind === "survey" ? entry.category || draft.category : "";
    const official = categories.get(draft.category);
    return {
      code,
      name,
      otherNames: draft.others,
      category: wweia === "" ? (official?.name ?? "") : (survey.get(wweia) ?? `WWEIA category ${wweia}`),
      group:
        wweia === ""
          ? (official?.group ?? groupOfNdb(entry, draft.category))
          : groupOfWweia(wweia, entry.row, name),
      values,
      portions: entry.kind === "survey" ? surveyPortions(draft.portions) : ordered(draft.portions),
      ndb: entry.ndb,
      refusePercent: null,
    };
  });
  return finished(label, {
    prefix: "fdc",
    title: `USDA FoodData Central, ${kinds.map(({ title }) => title).join(", ")}`,
    edition: editionOf(release.names, dates) ?? "without a date",
    publisher: "U.S. Department of Agriculture, Agricultural Research Service",
    licence: "Public domain (CC0 1.0)",
    citation:
      "U.S. Department of Agriculture, Agricultural Research Service, Beltsville Human Nutrition Research Center. FoodData Central.",
    url: "https://fdc.nal.usda.gov/download-datasets",
    columns: COLUMNS,
    foods,
    remarks: remarksOf(leftOut, foods, dry.size, totalFolate),
  });
}

const ordered = (portions: Draft["portions"]): RawPortion[] =>
  [...portions].sort((a, b) => a.order - b.order).map(({ label, grams }) => ({ label, grams }));

function groupOfNdb({ ndb, row }: Listed, category: string): FoodGroup {
  const group = ndb === null ? undefined : BY_CODE.get(ndb.slice(0, 2));
  return group ?? refuse(row, `the category “${category}” is not in food_category.csv`);
}

/** Categories by id. Their codes begin with the numbers of the food groups ("1410": alcoholic beverages). */
async function readCategories(
  find: (name: string) => OfficialFile | undefined,
): Promise<Map<string, { name: string; group: FoodGroup }>> {
  const file = find("food_category.csv");
  const codes = await lookup(file, "id", "code");
  const names = await lookup(file, "id", "description");
  const categories = new Map<string, { name: string; group: FoodGroup }>();
  for (const [id, code] of codes) {
    const group = BY_CODE.get(code.slice(0, 2));
    if (group !== undefined) categories.set(id, { name: names.get(id) ?? "", group });
  }
  return categories;
}

async function readPortions(
  find: (name: string) => OfficialFile | undefined,
  drafts: ReadonlyMap<string, Draft>,
): Promise<void> {
  const file = find("food_portion.csv");
  if (file === undefined) return;
  const units = await lookup(find("measure_unit.csv"), "id", "name");
  await eachRow(
    file,
    CSV,
    ["fdc_id", "gram_weight"],
    ["seq_num", "amount", "measure_unit_id", "portion_description", "modifier"],
    ({
      cells: [id = "", weight = "", order = "", amount = "", unit = "", description = "", modifier = ""],
      row,
    }) => {
      const draft = drafts.get(id);
      if (draft === undefined || weight === "") return;
      const grams = numberOf(weight);
      if (grams === null)
        return refuse(`${file.label}, row ${row}, column gram_weight`, `“${weight}” is no weight`);
      const label =
        draft.listed.kind === "survey"
          ? description
          : portionOf(amount, units.get(unit) ?? "", description, modifier);
      if (label !== null)
        draft.portions.push({ label, grams, order: numberOf(order) ?? draft.portions.length });
    },
  );
}

/** Common names and "additional descriptions", which hold other names worth finding. */
const NAMES = new Set(["1000", "1001"]);

async function readOtherNames(
  file: OfficialFile | undefined,
  drafts: ReadonlyMap<string, Draft>,
): Promise<void> {
  if (file === undefined) return;
  await eachRow(
    file,
    CSV,
    ["fdc_id", "food_attribute_type_id", "value"],
    [],
    ({ cells: [id = "", type = "", value = ""] }) => {
      // URMIS numbers are the trade's names of cuts of meat.
      if (NAMES.has(type))
        drafts.get(id)?.others.push(...value.split(/[;,]/).filter((name) => !/URMIS/.test(name)));
    },
  );
}

const LEFT_OUT: { readonly [type: string]: string } = {
  branded_food: "branded products (their values are those of labels)",
  experimental_food: "experimental foods",
  foundation_food: "Foundation Foods that later versions replaced",
};

function remarksOf(
  leftOut: ReadonlyMap<string, number>,
  foods: readonly RawFood[],
  dry: number,
  totalFolate: ReadonlySet<string>,
): string[] {
  const remarks = Object.entries(LEFT_OUT).flatMap(([type, words]) => {
    const count = leftOut.get(type);
    return count === undefined ? [] : [`${count} ${words} left out`];
  });
  let samples = 0;
  for (const [type, count] of leftOut) if (LEFT_OUT[type] === undefined) samples += count;
  if (samples > 0) remarks.push(`${samples} rows of samples and acquisitions left out`);
  if (dry > 0) remarks.push(`${counted(dry, "food")} with values per 100 g of dry matter left out`);
  const folate = foods.filter(
    ({ code, values }) => totalFolate.has(code) && values.folate === undefined,
  ).length;
  if (folate > 0)
    remarks.push(
      `${counted(folate, "food")} with total folate only: dietary folate equivalents are left unknown`,
    );
  const without = foods.filter(({ values }) => Object.keys(values).length === 0).length;
  if (without > 0) remarks.push(`${counted(without, "food")} without any value of the nutrients kept here`);
  return remarks;
}
