import type { ColumnNutrient } from "@/lib/catalogue";
import type { Basis, RawFood, RawPortion, RawTable, RawValue } from "../raw-table";
import { eachRow, lookup, type TextFormat, textOf } from "./csv";
import { groupOfFineli } from "./fineli-groups";
import { counted, finished } from "./finished";
import { capital, sentenceCase } from "./names";
import type { OfficialFile, OfficialFiles } from "./official-files";
import { refuse } from "./refusal";
import { dividedBy, factorTo, numberOf, plainGrams, readValue, unitOf } from "./values";

/** Fineli writes quotation marks as letters. */
const CSV: TextFormat = { delimiter: ";", quoted: false };

const COMPONENTS: ReadonlyMap<string, ColumnNutrient> = new Map([
  ["MG", "magnesium"],
  ["ZN", "zinc"],
  ["CA", "calcium"],
  ["FE", "iron"],
  ["SE", "selenium"],
  ["K", "potassium"],
  ["VITD", "vitaminD"],
  ["VITC", "vitaminC"],
  ["FIBC", "fibre"],
  ["ENERC", "energy"],
  ["PROT", "protein"],
  ["NA", "sodium"],
  ["P", "phosphorus"],
  ["CU", "copper"],
  ["MN", "manganese"],
  ["VITB12", "vitaminB12"],
  ["VITA", "vitaminA"],
  ["RETOL", "retinol"],
  ["VITK1", "vitaminK"],
]);

/** Household measures in the order in which people think of them: pieces, portions, then volumes. */
const MEASURES: readonly (readonly [code: string, label: string])[] = [
  ["KPL_M", "1 medium"],
  ["KPL_VALM", "1 piece"],
  ["PORTM", "1 portion"],
  ["KPL_S", "1 small"],
  ["KPL_L", "1 large"],
  ["DL", "100 ml"],
  ["RKL", "1 tbsp"],
  ["TL", "1 tsp"],
  ["PORTS", "1 portion, small"],
  ["PORTL", "1 portion, large"],
];
const LABELS: ReadonlyMap<string, { label: string; order: number }> = new Map(
  MEASURES.map(([code, label], order) => [code, { label, order }]),
);

/** EuroFIR's types of acquisition that say more than the method: another table, a label. */
const BY_ACQUISITION: { readonly [code: string]: Basis } = { F: "borrowed", L: "label" };
/** EuroFIR's types of method. */
const BY_METHOD: { readonly [code: string]: Basis } = {
  A: "analysed",
  AG: "analysed",
  D: "analysed",
  CG: "calculated",
  G: "calculated",
  P: "calculated",
  R: "calculated",
  S: "calculated",
  T: "calculated",
  I: "imputed",
  IG: "imputed",
  K: "imputed",
  O: "imputed",
  U: "imputed",
  L: "label",
};
/** Literature, where the method is not told. */
const LITERATURE: ReadonlySet<string> = new Set(["C", "P"]);

const basisOf = (acquisition: string, method: string): Basis =>
  BY_ACQUISITION[acquisition] ?? BY_METHOD[method] ?? (LITERATURE.has(acquisition) ? "borrowed" : "unstated");

export const isFineli = ({ files }: OfficialFiles): boolean =>
  files.some(({ name }) => name === "component_value.csv") && files.some(({ name }) => name === "food.csv");

type Draft = {
  readonly name: string;
  readonly category: string;
  readonly group: RawFood["group"];
  readonly edible: number;
  readonly values: { [N in ColumnNutrient]?: RawValue };
  readonly portions: (RawPortion & { readonly order: number })[];
  waterG: number | null;
  carbohydrateG: number | null;
};

async function readFoods(release: OfficialFiles, foodFile: OfficialFile): Promise<Map<string, Draft>> {
  const find = (name: string) => release.files.find((file) => file.name === name);
  const classes = await lookup(find("fuclass_en.csv"), CSV, "THSCODE", "DESCRIPT");
  const drafts = new Map<string, Draft>();
  await eachRow(
    foodFile,
    CSV,
    ["FOODID", "FOODNAME", "EDPORT", "IGCLASS", "FUCLASS"],
    ["IGCLASSP", "FUCLASSP"],
    ({
      cells: [id = "", name = "", edport = "", ingredient = "", use = "", ingredientTop = "", useTop = ""],
      row,
    }) => {
      const where = `${foodFile.label}, row ${row}`;
      if (!/^\d{1,8}$/.test(id)) refuse(`${where}, column FOODID`, `“${id}” is no number of a food`);
      if (drafts.has(id)) refuse(where, `the food ${id} is there twice`);
      const edible = edport === "" ? 100 : numberOf(edport);
      if (edible === null || edible <= 0 || edible > 100)
        return refuse(`${where}, column EDPORT`, `“${edport}” is no edible share in percent`);
      drafts.set(id, {
        name,
        category: capital(classes.get(use)?.trim() ?? use),
        group: groupOfFineli({ use, useTop, ingredient, ingredientTop }, where),
        edible: edible / 100,
        values: {},
        portions: [],
        waterG: null,
        carbohydrateG: null,
      });
    },
  );
  return drafts;
}

/** What an amount of each component is multiplied with, by the units that the release states. */
async function readFactors(
  file: OfficialFile,
): Promise<ReadonlyMap<string, { nutrient: ColumnNutrient; factor: number }>> {
  const factors = new Map<string, { nutrient: ColumnNutrient; factor: number }>();
  await eachRow(file, CSV, ["EUFDNAME", "COMPUNIT"], [], ({ cells: [code = "", spelling = ""], row }) => {
    const nutrient = COMPONENTS.get(code);
    if (nutrient === undefined) return;
    const unit = unitOf(spelling);
    const factor = unit === null ? null : factorTo(nutrient, unit);
    if (factor === null)
      return refuse(`${file.label}, row ${row}`, `the unit “${spelling}” of ${code} is none that is read`);
    factors.set(code, { nutrient, factor });
  });
  return factors;
}

/**
 * The basic package of Fineli (THL): text tables in Latin-1 with semicolons and decimal commas.
 *
 * Foods "with skin" or "whole" are given per 100 g as bought: EDPORT is the edible share, and amounts and measures are
 * converted to the edible part. Folate is total folate, so dietary folate equivalents are unknown.
 */
export async function readFineli(release: OfficialFiles): Promise<RawTable> {
  const label = release.names[0] ?? "The package";
  const need = (name: string): OfficialFile =>
    release.files.find((file) => file.name === name) ?? refuse(label, `has no ${name}`);
  const drafts = await readFoods(release, need("food.csv"));
  const factors = await readFactors(need("component.csv"));
  const valueFile = need("component_value.csv");
  await eachRow(
    valueFile,
    CSV,
    ["FOODID", "EUFDNAME", "BESTLOC"],
    ["ACQTYPE", "METHTYPE"],
    ({ cells: [id = "", code = "", amount = "", acquisition = "", method = ""], row }) => {
      const where = () => `${valueFile.label}, row ${row}`;
      const draft = drafts.get(id) ?? refuse(where(), `the food ${id} is not in food.csv`);
      // For the rules only; whole foods are given as bought, so that it is divided as the values are.
      if (code === "WATER") draft.waterG = plainGrams(amount, draft.edible);
      if (code === "CHOAVL") draft.carbohydrateG = plainGrams(amount, draft.edible);
      const column = factors.get(code);
      if (column === undefined) return;
      const value = readValue(amount, column, basisOf(acquisition, method), where);
      if (value === undefined) return;
      if (draft.values[column.nutrient] !== undefined) refuse(where(), `the food ${id} has ${code} twice`);
      draft.values[column.nutrient] = dividedBy(value, draft.edible);
    },
  );
  const measureFile = need("foodaddunit.csv");
  await eachRow(
    measureFile,
    CSV,
    ["FOODID", "FOODUNIT", "MASS"],
    [],
    ({ cells: [id = "", unit = "", mass = ""], row }) => {
      const measure = LABELS.get(unit);
      const draft = drafts.get(id);
      if (measure === undefined || draft === undefined || mass === "") return;
      const grams = numberOf(mass);
      if (grams === null || grams < 0)
        return refuse(`${measureFile.label}, row ${row}`, `“${mass}” is no weight`);
      draft.portions.push({ ...measure, grams: grams * draft.edible });
    },
  );
  const english = await lookup(need("foodname_en.csv"), CSV, "FOODID", "FOODNAME");
  const find = (name: string) => release.files.find((file) => file.name === name);
  const more = await Promise.all(
    ["foodname_fi.csv", "foodname_sv.csv"].map((name) => lookup(find(name), CSV, "FOODID", "FOODNAME")),
  );
  const foods = [...drafts].map(
    ([code, { name, category, group, edible, values, portions, waterG, carbohydrateG }]): RawFood => ({
      code,
      name: sentenceCase(english.get(code) || name),
      otherNames: [...more.map((names) => names.get(code) ?? ""), name].map(sentenceCase),
      category,
      group,
      values,
      portions: [...portions]
        .sort((a, b) => a.order - b.order)
        .map((portion) => ({ label: portion.label, grams: portion.grams })),
      ndb: null,
      waterG,
      carbohydrateG,
      refusePercent: edible === 1 ? null : Math.round((1 - edible) * 1000) / 10,
    }),
  );
  const whole = foods.filter(({ refusePercent }) => refusePercent !== null).length;
  return finished(label, {
    prefix: "fineli",
    title: "Fineli, Finnish food composition database",
    edition: await editionOf(find("descript.txt")),
    publisher: "Finnish Institute for Health and Welfare (THL)",
    licence: "Creative Commons Attribution 4.0 (CC BY 4.0)",
    citation: "Finnish Institute for Health and Welfare, Fineli. Finnish food composition database.",
    url: "https://fineli.fi/fineli/en/avoin-data",
    columns: Object.fromEntries([...factors].map(([code, { nutrient }]) => [nutrient, code])),
    foods,
    remarks: [
      "Folate is total folate: dietary folate equivalents are left unknown",
      ...(whole === 0
        ? []
        : [
            `${counted(whole, "food")} given with skin, stones or bones: amounts and measures converted to the edible part`,
          ]),
    ],
  });
}

/** "Release 20.0", of the package's description. */
async function editionOf(file: OfficialFile | undefined): Promise<string> {
  const release = file === undefined ? undefined : /\bRelease\.\s*([\d.]+\d)/.exec(await textOf(file))?.[1];
  return release === undefined ? "without a release number" : `Release ${release}`;
}
