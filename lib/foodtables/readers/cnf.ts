import { type ColumnNutrient, FOOD_GROUP_IDS, FOOD_GROUPS, type FoodGroup } from "@/lib/catalogue";
import type { Basis, RawFood, RawPortion, RawTable, RawValue } from "../raw-table";
import { eachRow, type TextFormat } from "./csv";
import { counted, finished } from "./finished";
import type { OfficialFile, OfficialFiles } from "./official-files";
import { refuse } from "./refusal";
import { factorTo, numberOf, readValue, unitOf } from "./values";

const CSV: TextFormat = { delimiter: ",", quoted: true };

/** Nutrients by CNF's codes, with a word that their names must hold. */
const CODES: ReadonlyMap<string, { nutrient: ColumnNutrient; name: RegExp }> = new Map([
  ["304", { nutrient: "magnesium", name: /magnesium/i }],
  ["309", { nutrient: "zinc", name: /zinc/i }],
  ["301", { nutrient: "calcium", name: /calcium/i }],
  ["303", { nutrient: "iron", name: /iron/i }],
  ["317", { nutrient: "selenium", name: /selenium/i }],
  ["306", { nutrient: "potassium", name: /potassium/i }],
  ["339", { nutrient: "vitaminD", name: /vitamin d/i }],
  ["401", { nutrient: "vitaminC", name: /vitamin c/i }],
  ["291", { nutrient: "fibre", name: /fib(?:re|er)/i }],
  ["208", { nutrient: "energy", name: /energy/i }],
  ["203", { nutrient: "protein", name: /protein/i }],
  ["307", { nutrient: "sodium", name: /sodium/i }],
  ["305", { nutrient: "phosphorus", name: /phosphorus/i }],
  ["312", { nutrient: "copper", name: /copper/i }],
  ["418", { nutrient: "vitaminB12", name: /b-?12/i }],
  ["815", { nutrient: "folate", name: /folate equivalents|dfe/i }],
  ["814", { nutrient: "vitaminA", name: /retinol activity|rae/i }],
  ["319", { nutrient: "retinol", name: /retinol/i }],
  ["430", { nutrient: "vitaminK", name: /vitamin k|phylloquinone/i }],
  ["315", { nutrient: "manganese", name: /manganese/i }],
]);

/** Words of the sources of nutrients. */
const SOURCES: readonly (readonly [RegExp, Basis])[] = [
  [/anal[yz]|surveillance|sampling/i, "analysed"],
  [/label|manufacturer|industry/i, "label"],
  [/recipe|calculat|conversion|sum\b/i, "calculated"],
  [/usda|literature|borrow|table|database/i, "borrowed"],
  [/imput|assum|estimat|zero/i, "imputed"],
];

const BY_CODE: ReadonlyMap<string, FoodGroup> = new Map(
  FOOD_GROUP_IDS.map((id) => [FOOD_GROUPS[id].code, id]),
);

/** Names of the files, without the differences between releases: "FOOD NAME.csv", "FOOD_NAME.csv", "Food_Name.csv". */
const plain = (name: string): string => name.replace(/[\s_-]+/g, "").replace(/\.csv$/, "");
const finder =
  ({ files }: OfficialFiles) =>
  (name: string): OfficialFile | undefined =>
    files.find((file) => file.name.endsWith(".csv") && plain(file.name) === name);

export const isCnf = (release: OfficialFiles): boolean => {
  const find = finder(release);
  return find("nutrientamount") !== undefined && find("foodname") !== undefined;
};

type Draft = {
  readonly name: string;
  readonly french: string;
  readonly group: FoodGroup;
  readonly category: string;
  readonly values: { [N in ColumnNutrient]?: RawValue };
  readonly portions: RawPortion[];
  refuse: number;
};

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

/** The Canadian Nutrient File (Health Canada): text tables that refer to each other. */
export async function readCnf(release: OfficialFiles): Promise<RawTable> {
  const label = release.names[0] ?? "The release";
  const find = finder(release);
  const need = (name: string, words: string): OfficialFile =>
    find(name) ?? refuse(label, `has no “${words}.csv”`);
  const groups = await lookup(find("foodgroup"), "FoodGroupID", "FoodGroupName");
  const drafts = new Map<string, Draft>();
  const nameFile = need("foodname", "FOOD NAME");
  await eachRow(
    nameFile,
    CSV,
    ["FoodID", "FoodGroupID", "FoodDescription"],
    ["FoodDescriptionF"],
    ({ cells: [id = "", groupId = "", name = "", french = ""], row }) => {
      const where = `${nameFile.label}, row ${row}`;
      if (!/^\d{1,9}$/.test(id)) refuse(`${where}, column FoodID`, `“${id}” is no number of a food`);
      if (drafts.has(id)) refuse(where, `the food ${id} is there twice`);
      // Canada numbers its groups as USDA does.
      const group = BY_CODE.get(groupId.padStart(2, "0"));
      if (group === undefined) return refuse(where, `“${groupId}” is no food group that is known`);
      drafts.set(id, {
        name,
        french,
        group,
        category: groups.get(groupId) ?? "",
        values: {},
        portions: [],
        refuse: 0,
      });
    },
  );
  const columns = await readColumns(need("nutrientname", "NUTRIENT NAME"));
  const sources = await lookup(find("nutrientsource"), "NutrientSourceID", "NutrientSourceDescription");
  const basisOf = (id: string): Basis =>
    SOURCES.find(([pattern]) => pattern.test(sources.get(id) ?? ""))?.[1] ?? "unstated";
  const amountFile = need("nutrientamount", "NUTRIENT AMOUNT");
  await eachRow(
    amountFile,
    CSV,
    ["FoodID", "NutrientID", "NutrientValue"],
    ["NutrientSourceID"],
    ({ cells: [id = "", nutrientId = "", amount = "", source = ""], row }) => {
      const where = () => `${amountFile.label}, row ${row}`;
      const column = columns.get(nutrientId);
      if (column === undefined) return;
      const draft = drafts.get(id) ?? refuse(where(), `the food ${id} is not in ${nameFile.label}`);
      const value = readValue(amount, column, basisOf(source), where);
      if (value === undefined) return;
      if (draft.values[column.nutrient] !== undefined)
        refuse(where(), `the food ${id} has ${column.name} twice`);
      draft.values[column.nutrient] = value;
    },
  );
  await readMeasures(find, drafts);
  await readRefuse(find, drafts);
  const foods = [...drafts].map(
    ([code, draft]): RawFood => ({
      code,
      name: draft.name,
      otherNames: [draft.french],
      category: draft.category,
      group: draft.group,
      values: draft.values,
      portions: draft.portions,
      ndb: null,
      refusePercent: draft.refuse > 0 ? Math.min(100, draft.refuse) : null,
    }),
  );
  const year = release.names
    .map((name) => /(?<!\d)(20\d\d)(?!\d)/.exec(name)?.[1])
    .find((each) => each !== undefined);
  const without = foods.filter(({ portions }) => portions.length === 0).length;
  return finished(label, {
    prefix: "cnf",
    title: "Canadian Nutrient File (CNF)",
    edition: year ?? "2015",
    publisher: "Health Canada",
    licence: "Open Government Licence – Canada",
    citation: `Health Canada. Canadian Nutrient File, ${year ?? "2015"}.`,
    url: "https://www.canada.ca/en/health-canada/services/food-nutrition/healthy-eating/nutrient-data/canadian-nutrient-file-about-us.html",
    columns: Object.fromEntries([...columns.values()].map(({ nutrient, name }) => [nutrient, name])),
    foods,
    remarks: without === 0 ? [] : [`${counted(without, "food")} without a household measure`],
  });
}

async function readColumns(
  file: OfficialFile,
): Promise<ReadonlyMap<string, { nutrient: ColumnNutrient; factor: number; name: string }>> {
  const columns = new Map<string, { nutrient: ColumnNutrient; factor: number; name: string }>();
  await eachRow(
    file,
    CSV,
    ["NutrientID", "NutrientCode", "NutrientUnit", "NutrientName"],
    [],
    ({ cells: [id = "", code = "", spelling = "", name = ""], row }) => {
      const wanted = CODES.get(code);
      if (wanted === undefined || !wanted.name.test(name)) return;
      const unit = unitOf(spelling);
      const factor = unit === null ? null : factorTo(wanted.nutrient, unit);
      if (factor === null)
        return refuse(`${file.label}, row ${row}`, `the unit “${spelling}” of ${name} is none that is read`);
      columns.set(id, { nutrient: wanted.nutrient, factor, name });
    },
  );
  return columns;
}

/** A conversion factor times 100 g is the weight of the measure. */
async function readMeasures(
  find: (name: string) => OfficialFile | undefined,
  drafts: ReadonlyMap<string, Draft>,
): Promise<void> {
  const file = find("conversionfactor");
  if (file === undefined) return;
  const measures = await lookup(find("measurename"), "MeasureID", "MeasureDescription");
  await eachRow(
    file,
    CSV,
    ["FoodID", "MeasureID", "ConversionFactorValue"],
    [],
    ({ cells: [id = "", measure = "", factor = ""], row }) => {
      const description = measures.get(measure);
      const draft = drafts.get(id);
      if (description === undefined || draft === undefined || factor === "") return;
      const value = numberOf(factor);
      if (value === null) return refuse(`${file.label}, row ${row}`, `“${factor}” is no conversion factor`);
      // 100 g is no measure, and a number glued to its unit is not read as one.
      if (/^(?:100 ?g|no serving specified)$/i.test(description)) return;
      draft.portions.push({ label: description.replace(/^(\d+)(ml|g)\b/i, "$1 $2"), grams: value * 100 });
    },
  );
}

async function readRefuse(
  find: (name: string) => OfficialFile | undefined,
  drafts: ReadonlyMap<string, Draft>,
): Promise<void> {
  const file = find("refuseamount");
  if (file === undefined) return;
  await eachRow(file, CSV, ["FoodID", "RefuseAmount"], [], ({ cells: [id = "", amount = ""], row }) => {
    const percent = amount === "" ? 0 : numberOf(amount);
    if (percent === null || percent > 100)
      return refuse(`${file.label}, row ${row}`, `“${amount}” is no share in percent`);
    const draft = drafts.get(id);
    if (draft !== undefined) draft.refuse += percent;
  });
}
