import { type ColumnNutrient, FOOD_GROUP_IDS, FOOD_GROUPS, type FoodGroup } from "@/lib/catalogue";
import type { RawPortion, RawValue } from "../raw-table";
import { eachRow, lookup, type TextFormat } from "./csv";
import type { OfficialFile } from "./official-files";
import { refuse } from "./refusal";

/** The text tables of FoodData Central. */
export const CSV: TextFormat = { delimiter: ",", quoted: true };

type Kind = "foundation" | "legacy" | "survey";
export const KINDS: readonly { kind: Kind; file: string; title: string }[] = [
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

export type Draft = {
  readonly listed: Listed;
  name: string;
  category: string;
  readonly values: { [N in ColumnNutrient]?: RawValue };
  readonly ranks: { [N in ColumnNutrient]?: number };
  readonly portions: (RawPortion & { readonly order: number })[];
  readonly others: string[];
  waterG: number | null;
  carbohydrateG: number | null;
};

/** A number that must be there and be of the form of an id. */
export const idOf = (text: string, file: OfficialFile, row: number, column: string): string =>
  /^\d{1,9}$/.test(text)
    ? text
    : refuse(`${file.label}, row ${row}, column ${column}`, `“${text}” is no number of a food`);

export async function listFoods(
  find: (name: string) => OfficialFile | undefined,
): Promise<Map<string, Listed>> {
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

export function groupOfNdb({ ndb, row }: Listed, category: string): FoodGroup {
  const group = ndb === null ? undefined : BY_CODE.get(ndb.slice(0, 2));
  return group ?? refuse(row, `the category “${category}” is not in food_category.csv`);
}

/** Categories by id. Their codes begin with the numbers of the food groups ("1410": alcoholic beverages). */
export async function readCategories(
  find: (name: string) => OfficialFile | undefined,
): Promise<Map<string, { name: string; group: FoodGroup }>> {
  const file = find("food_category.csv");
  const codes = await lookup(file, CSV, "id", "code");
  const names = await lookup(file, CSV, "id", "description");
  const categories = new Map<string, { name: string; group: FoodGroup }>();
  for (const [id, code] of codes) {
    const group = BY_CODE.get(code.slice(0, 2));
    if (group !== undefined) categories.set(id, { name: names.get(id) ?? "", group });
  }
  return categories;
}

/** Common names and "additional descriptions", which hold other names worth finding. */
const NAMES = new Set(["1000", "1001"]);

export async function readOtherNames(
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
