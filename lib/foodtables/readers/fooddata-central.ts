import type { RawFood, RawTable } from "../raw-table";
import { eachRow, lookup } from "./csv";
import { counted, editionOf, finished } from "./finished";
import { surveyPortions } from "./fndds-portions";
import {
  CSV,
  type Draft,
  groupOfNdb,
  idOf,
  KINDS,
  listFoods,
  readCategories,
  readOtherNames,
} from "./fooddata-foods";
import { basisByDerivation, COLUMNS, checkUnits, TOTAL_FOLATE, WANTED } from "./fooddata-nutrients";
import { ordered, readPortions } from "./fooddata-portions";
import type { OfficialFiles } from "./official-files";
import { refuse } from "./refusal";
import { numberOf, readValue } from "./values";
import { groupOfWweia } from "./wweia";

/** What only the rules read: water, and carbohydrate by difference or else by summation. */
const WATER = "1051";
const CARBOHYDRATE: readonly string[] = ["1005", "1050"];

export const isFoodDataCentral = ({ files }: OfficialFiles): boolean =>
  files.some(({ name }) => name === "food_nutrient.csv") && files.some(({ name }) => name === "food.csv");

/** Values of these are per 100 g of dry matter, of which nobody eats 100 g. */
const DRY_BASIS = /\(0% moisture\)/i;
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
      drafts.set(id, {
        listed: entry,
        name,
        category,
        values: {},
        ranks: {},
        portions: [],
        others: [],
        waterG: null,
        carbohydrateG: null,
      });
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
      if (amount !== "" && nutrientId === WATER) draft.waterG = numberOf(amount);
      if (amount !== "" && CARBOHYDRATE.includes(nutrientId))
        draft.carbohydrateG =
          nutrientId === CARBOHYDRATE[0] ? numberOf(amount) : (draft.carbohydrateG ?? numberOf(amount));
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
    CSV,
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
      waterG: draft.waterG,
      carbohydrateG: draft.carbohydrateG,
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
