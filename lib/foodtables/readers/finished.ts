import type { ColumnNutrient } from "@/lib/catalogue";
import type { RawFood, RawTable } from "../raw-table";
import { distinctPortions, MAX_NAME, otherNames, tidy } from "./names";
import { refuse } from "./refusal";

/** The largest official table (a whole FoodData Central download without branded products) has about 14,000 foods. */
const MAX_FOODS = 60_000;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/;

/** "1 food", "12 foods" */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/**
 * The last look at a table before it leaves its reader: codes are unique and safe in an id, names are text, measures
 * have a weight. Foods without a name are left out and counted.
 * @param label what was read, for a refusal
 * @throws AppError invalid when nothing is left, a code is doubled, or no nutrient has a value
 */
export function finished(label: string, table: RawTable): RawTable {
  const codes = new Set<string>();
  const nutrients = new Set<string>();
  let nameless = 0;
  const foods: RawFood[] = [];
  if (table.foods.length > MAX_FOODS) refuse(label, `has more than ${MAX_FOODS} foods`);
  for (const food of table.foods) {
    const name = tidy(food.name);
    if (!/[\p{L}\p{N}]/u.test(name)) {
      nameless++;
      continue;
    }
    if (!CODE.test(food.code)) refuse(label, `“${food.code.slice(0, 60)}” is no code of a food`);
    if (codes.has(food.code)) refuse(label, `the food ${food.code} is there twice`);
    if (name.length > MAX_NAME)
      refuse(label, `the name of the food ${food.code} is longer than ${MAX_NAME} characters`);
    codes.add(food.code);
    for (const nutrient of Object.keys(food.values)) nutrients.add(nutrient);
    foods.push({
      ...food,
      name,
      category: tidy(food.category),
      otherNames: otherNames(name, food.otherNames),
      portions: distinctPortions(food.portions),
    });
  }
  if (foods.length === 0) refuse(label, "has no foods");
  if (nutrients.size === 0) refuse(label, "has no values of nutrients that are kept here");
  return {
    ...table,
    columns: Object.fromEntries(
      Object.entries(table.columns).filter(([nutrient]) => nutrients.has(nutrient as ColumnNutrient)),
    ),
    foods,
    remarks:
      nameless === 0
        ? table.remarks
        : [...table.remarks, `${counted(nameless, "food")} without a name left out`],
  };
}

/** A date in the names of files and folders ("…_csv_2024-10-31"), or the latest one of those given; null without any. */
export function editionOf(names: readonly string[], dates: Iterable<string> = []): string | null {
  const inName = names
    .map((name) => /(20\d\d)[-_ ]([01]\d)[-_ ]([0-3]\d)/.exec(name))
    .find((found) => found !== null);
  if (inName) return inName.slice(1).join("-");
  let latest: string | null = null;
  for (const date of dates)
    if (/^\d{4}-\d\d-\d\d$/.test(date) && (latest === null || date > latest)) latest = date;
  return latest;
}
