import type { Catalogue, ColumnNutrient, Mark } from "../catalogue";
import { encodeTable, type TableFood } from "../catalogue/encode";
import { readPhytate } from "../catalogue/rules";
import { checkTable } from "./check";
import { describer } from "./describe";
import type { RawFood, RawTable, RawValue } from "./raw-table";

/** Largest stored number of a column, which bounds how many decimals it can have. */
const MAX_STORED = 2 ** 31 - 2;
const MAX_DECIMALS = 6;

const SHORT_NAMES: { readonly [P in RawTable["prefix"]]: string } = {
  fdc: "USDA FDC",
  fndds: "USDA FNDDS",
  fineli: "Fineli",
  ciqual: "Ciqual",
  bls: "BLS",
  afcd: "AFCD",
  nevo: "NEVO",
  swiss: "Swiss FCD",
  cnf: "CNF",
};

/** A table's name in a few letters: "USDA FNDDS"; of FoodData Central that of its only data type. */
export const shortNameOf = ({ prefix, title }: Pick<RawTable, "prefix" | "title">): string => {
  if (prefix !== "fdc") return SHORT_NAMES[prefix];
  const types = (["Foundation", "SR Legacy", "FNDDS"] as const).filter((type) => title.includes(type));
  return types.length === 1 ? `USDA ${types[0]}` : SHORT_NAMES.fdc;
};

const figureOf = (value: RawValue): number => (value.kind === "amount" ? value.amount : 0);

/** Decimals of a column that keep its largest value storable. */
const decimalsFor = (largest: number): number => {
  for (let decimals = MAX_DECIMALS; decimals > 0; decimals--)
    if (largest * 10 ** decimals < MAX_STORED) return decimals;
  return 0;
};

/** 0.30000000000000004 → "0.3"; no exponent, no trailing zeros. */
const decimalText = (value: number, decimals: number): string =>
  value
    .toFixed(decimals)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");

/** A value as it is stored. What would round to zero and is not is a trace. */
const stored = (value: RawValue, decimals: number): { readonly text: string; readonly mark: Mark } => {
  const { basis } = value;
  if (value.kind === "below") return { text: "0", mark: { basis, bound: "below", limit: value.limit } };
  const text = decimalText(figureOf(value), decimals);
  const isTrace = value.kind === "trace" || (text === "0" && value.amount > 0);
  return { text, mark: { basis, bound: isTrace ? "trace" : null, limit: null } };
};

const measuresOf = ({ portions }: RawFood): TableFood["measures"] => {
  const labels = new Set<string>();
  return portions
    .map(({ label, grams }) => ({ label: label.trim(), grams: Math.round(grams * 1000) / 1000 }))
    .filter(({ label, grams }) => grams > 0 && !labels.has(label) && labels.add(label));
};

/** Number of digits before letters: codes that are numbers in their order, all others by their text. */
const byCode = (a: RawFood, b: RawFood): number =>
  /^\d+$/.test(a.code) && /^\d+$/.test(b.code)
    ? Number(a.code) - Number(b.code)
    : a.code < b.code
      ? -1
      : a.code > b.code
        ? 1
        : 0;

/**
 * Compiles an official table into the format of the catalogue. Deterministic: the same table gives the same bytes.
 * @param builtIn the table of USDA SR28, from which foods with NDB numbers take what it tells of them.
 * @throws AppError invalid when the table cannot be as it says; nothing of it is compiled then.
 */
export const compileTable = (table: RawTable, builtIn: Catalogue): Uint8Array => {
  checkTable(table);
  const phytate = readPhytate();
  const describe = describer(builtIn, phytate);
  const nutrients = Object.keys(table.columns) as ColumnNutrient[];
  const decimals = new Map(
    nutrients.map((nutrient) => [
      nutrient,
      decimalsFor(
        table.foods.reduce((most, { values }) => {
          const value = values[nutrient];
          return value === undefined ? most : Math.max(most, figureOf(value));
        }, 0),
      ),
    ]),
  );
  const foods = table.foods.toSorted(byCode).map((food): TableFood => {
    const values: { [N in ColumnNutrient]?: string } = {};
    const marks: { [N in ColumnNutrient]?: Mark } = {};
    for (const nutrient of nutrients) {
      const value = food.values[nutrient];
      if (value === undefined) continue;
      const { text, mark } = stored(value, decimals.get(nutrient) as number);
      values[nutrient] = text;
      marks[nutrient] = mark;
    }
    const names = new Set(food.otherNames.map((name) => name.trim()).filter((name) => name !== food.name));
    return {
      code: food.code,
      name: food.name.trim(),
      otherNames: [...names],
      ndb: food.ndb,
      group: food.group,
      values,
      marks,
      refuse: food.refusePercent === null ? "" : String(Math.round(food.refusePercent)),
      measures: measuresOf(food),
      ...describe(food),
    };
  });
  const used = new Set(foods.map((food) => food.phytate));
  const { prefix, title, edition, publisher, licence, citation, url, columns } = table;
  return encodeTable({
    about: { prefix, name: shortNameOf(table), title, edition, publisher, licence, citation, url, columns },
    foods,
    phytate: { source: phytate.source, entries: phytate.entries.filter(({ id }) => used.has(id)) },
  });
};
