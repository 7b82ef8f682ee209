import type { ColumnNutrient, FoodGroup, FoodTraits } from "@/lib/catalogue";
import { type PhytateTable, phytateOf, readPhytate, traitsOf } from "@/lib/catalogue/rules";
import { groupOf } from "./groups";
import { legacyDescriptions, readSr28 } from "./legacy";
import { fromSr24, fromSr28, type Measure, mergeMeasures } from "./measures";
import { type NameSource, nameFoods } from "./names";
import { NUTRIENT_TERMS } from "./pins";
import { readPlainFoods, suggestedPortion } from "./plain";
import { groupBy, readTable } from "./tables";

/** A food as compiled. Values are the text of the source, empty where it has none. */
export type CompiledFood = {
  readonly ndb: string;
  readonly title: string;
  readonly name: string;
  readonly nameFrom: NameSource;
  readonly group: FoodGroup;
  readonly values: { readonly [N in ColumnNutrient]: string };
  readonly waterG: number | null;
  readonly refuse: string;
  readonly measures: readonly Measure[];
  readonly phytate: string | null;
  readonly traits: FoodTraits;
  readonly suggested: Measure | null;
};

export type Compiled = { readonly foods: readonly CompiledFood[]; readonly phytate: PhytateTable };

/** Compiles data/sources and data/reference into foods, in the order of their NDB numbers. No network, no clock. */
export function compile(): Compiled {
  const rows = readSr28();
  const legacy = legacyDescriptions();
  const sr24Names = new Map(
    readTable("sr24-names.tsv.gz", ["ndb", "name"]).map(({ ndb, name }) => [ndb, name]),
  );
  const sr24Measures = groupBy(
    readTable("sr24-measures.tsv.gz", ["ndb", "amount", "measure", "grams"]),
    ({ ndb }) => ndb,
  );
  const names = nameFoods(
    rows.map((row) => ({
      ndb: row.ndb,
      title: row.title,
      sr24: sr24Names.get(row.ndb),
      legacy: legacy.of(row),
    })),
    [...legacy.all, ...sr24Names.values()],
  );
  const phytate = readPhytate();
  const plainFoods = readPlainFoods();
  const foods = rows.map((row): CompiledFood => {
    const { ndb, title } = row;
    const named = names.get(ndb);
    if (named === undefined) throw new Error(`${ndb} has no name`);
    const { name } = named;
    const category = named.official === undefined ? undefined : legacy.categoryOf(named.official);
    const group = groupOf(ndb, title, category);
    const waterG = row.water === "" ? null : Number(row.water);
    const measures = mergeMeasures(
      [
        fromSr28(row.primaryWeightDesc, row.primaryWeight),
        fromSr28(row.secondaryWeightDesc, row.secondaryWeight),
      ],
      (sr24Measures.get(ndb) ?? []).map(({ amount, measure, grams }) => fromSr24(amount, measure, grams)),
      group,
    );
    const plain = plainFoods.get(ndb);
    if (plain !== undefined && plain.name !== name)
      throw new Error(`food-plain.tsv calls ${ndb} ${plain.name}, not ${name}`);
    const suggested = plain === undefined ? null : suggestedPortion(plain, measures);
    return {
      ndb,
      title,
      name,
      nameFrom: named.from,
      group,
      values: Object.fromEntries(
        Object.entries(NUTRIENT_TERMS).map(([nutrient, term]) => [nutrient, row[term]]),
      ) as CompiledFood["values"],
      waterG,
      refuse: row.refuse,
      measures,
      phytate: phytateOf(
        { name, group, waterG, carbohydrateG: row.carb === "" ? null : Number(row.carb) },
        phytate,
      ),
      traits: traitsOf({ name, group }, plain, suggested?.grams ?? null),
      suggested,
    };
  });
  return { foods, phytate };
}
