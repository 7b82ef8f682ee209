import { type Catalogue, FOOD_GROUP_IDS, type FoodGroup } from "../catalogue";
import { TABLE_CODES } from "../catalogue/client";
import { AppError } from "../errors";
import { countNoun } from "../format";
import {
  MAX_FOOD_GRAMS,
  MINERALS,
  mostPer100g,
  NUTRIENTS,
  type NutrientId,
  weightOfParts,
} from "../nutrition";
import type { RawFood, RawTable, RawValue } from "./raw-table";

/** Largest number of foods of one table: the largest official table of generic foods has below 9,000. */
const MAX_TABLE_FOODS = 30_000;
const MAX_NAME_LENGTH = 300;
const MAX_OTHER_NAMES = 40;
const MAX_OTHER_NAME_LENGTH = 1000;
const MAX_PORTIONS = 60;
const MAX_LABEL_LENGTH = 160;
const MAX_ABOUT_LENGTH = 2000;
/** 100 g of food, with room for rounding and for nutrients that are counted in others. */
const MAX_PARTS_GRAMS = 110;
/** Problems that are told; of more only the number is. */
const TOLD = 8;

const VISIBLE = /[\p{L}\p{N}]/u;
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const GROUPS: ReadonlySet<string> = new Set(FOOD_GROUP_IDS);

const isText = (text: string, most: number): boolean =>
  text.length <= most && VISIBLE.test(text) && !UNPRINTABLE.test(text) && text.isWellFormed();

/** The number that a value states; null where it states none. */
const figureOf = (value: RawValue): number | null =>
  value.kind === "amount" ? value.amount : value.kind === "below" ? value.limit : null;

/** What is wrong with one value; null when it can be. */
const valueProblem = (nutrient: NutrientId, value: RawValue): string | null => {
  const figure = figureOf(value);
  if (figure === null) return null;
  const { label, unit } = NUTRIENTS[nutrient];
  const most = mostPer100g(nutrient);
  if (!(Number.isFinite(figure) && figure >= 0) || (value.kind === "below" && figure === 0))
    return `${label} is ${figure}`;
  return figure > most
    ? `${label} is ${figure} ${unit} in 100 g, above the ${most} ${unit} of any food`
    : null;
};

function* foodProblems(food: RawFood): Generator<string> {
  if (!isText(food.name, MAX_NAME_LENGTH)) yield "the name cannot be shown";
  if (food.otherNames.length > MAX_OTHER_NAMES) yield `more than ${MAX_OTHER_NAMES} other names`;
  if (!food.otherNames.every((name) => isText(name, MAX_OTHER_NAME_LENGTH)))
    yield "another name cannot be shown";
  if (!GROUPS.has(food.group)) yield `no food group ${food.group}`;
  if (food.ndb !== null && !/^\d{5}$/.test(food.ndb)) yield `${food.ndb} is no NDB number`;
  const refuse = food.refusePercent;
  if (refuse !== null && !(refuse >= 0 && refuse <= 100)) yield `${refuse} % of it is not eaten`;
  if (food.portions.length > MAX_PORTIONS) yield `more than ${MAX_PORTIONS} portions`;
  for (const { label, grams } of food.portions)
    if (!isText(label, MAX_LABEL_LENGTH) || !(grams > 0 && grams <= MAX_FOOD_GRAMS))
      yield `the portion ${JSON.stringify(label.slice(0, 40))} weighs ${grams} g`;
  const amounts: { [N in NutrientId]?: number } = {};
  for (const [nutrient, value] of Object.entries(food.values) as [NutrientId, RawValue][]) {
    const problem = valueProblem(nutrient, value);
    if (problem !== null) yield problem;
    if (value.kind === "amount") amounts[nutrient] = value.amount;
  }
  const grams = weightOfParts(amounts);
  if (grams > MAX_PARTS_GRAMS) yield `its parts weigh ${Math.round(grams)} g in 100 g`;
}

function* tableProblems(table: RawTable): Generator<string> {
  const { prefix, foods, columns, url } = table;
  for (const key of ["title", "edition", "publisher", "licence", "citation"] as const)
    if (!isText(table[key], MAX_ABOUT_LENGTH)) yield `the ${key} is missing`;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) yield "the publisher's address is missing";
  if (foods.length === 0) yield "there is no food in it";
  if (foods.length > MAX_TABLE_FOODS)
    yield `it has ${foods.length} foods, more than the ${MAX_TABLE_FOODS} that are kept of a table`;
  if (!MINERALS.some((mineral) => columns[mineral] !== undefined)) yield "it has none of the six minerals";
  const code = new RegExp(`^${TABLE_CODES[prefix]}$`);
  const seen = new Set<string>();
  for (const food of foods) {
    const small = food.code.toLowerCase();
    const named = `${food.code} ${food.name.slice(0, 60)}`;
    if (!code.test(small)) yield `${named}: ${food.code} is no code of this table`;
    if (seen.has(small)) yield `${named}: a second food has this code`;
    seen.add(small);
    for (const problem of foodProblems(food)) yield `${named}: ${problem}`;
  }
}

/** Values of a column that may be impossible before the column, or its unit, is taken to be wrong: a hundredth … */
const IMPOSSIBLE_SHARE = 0.01;
/** … and of a small column so many, where they are fewer than half of it. */
const IMPOSSIBLE_FEW = 2;
/** Foods that a remark names. */
const NAMED = 10;

const mayBeSlips = (impossible: number, stated: number): boolean =>
  impossible <= IMPOSSIBLE_SHARE * stated || (impossible <= IMPOSSIBLE_FEW && impossible < stated / 2);

/** The largest amount of a nutrient in each food group of a table, in the nutrient's unit. */
const largestByGroup = (table: Catalogue, nutrient: NutrientId): ReadonlyMap<FoodGroup, number> => {
  const column = table.column(nutrient);
  const largest = new Map<FoodGroup, number>();
  for (let at = 0; at < table.size; at++) {
    const amount = column[at] as number;
    if (!(amount > (largest.get(table.groupAt(at)) ?? 0))) continue;
    largest.set(table.groupAt(at), amount);
  }
  return largest;
};

/**
 * How far a calculated value may exceed the largest of its food group in the built-in table, in a column in which slips
 * are proven. Above the doubled maximum of chocolate and other sweets (7.6 mg copper in 100 g) Fineli 20 has only foods
 * with that chocolate, from 9.6 mg.
 */
const ROOM_IN_GROUP = 2;
/** Least share of the slipped food that a food must hold for its amount to be from there: dried reindeer has no chocolate. */
const LEAST_SHARE = 0.01;

const namedFoods = (foods: readonly RawFood[], nutrient: keyof RawFood["values"]): string => {
  const named = foods
    .slice(0, NAMED)
    .map(
      ({ name, values }) => `${name}: ${figureOf(values[nutrient] as RawValue)} ${NUTRIENTS[nutrient].unit}`,
    );
  const more = foods.length - named.length;
  return `${named.join("; ")}${more > 0 ? `; and ${more} more` : ""}`;
};

/**
 * The table without single values that no food can hold (copper of 320 mg in milk chocolate, where µg was meant): they
 * are left unknown, and a remark counts and names them. Where they are more than a hundredth of a column, and more than
 * two, they stay, and the table is refused by {@link checkTable}.
 *
 * A publisher calculates foods from others, so a slip goes on into foods that hold less of it and stay possible. In a
 * column with such a value, what was calculated, is above a hundredth of it and above twice the largest of its food group
 * in the built-in table is left unknown as well, and named apart. Nothing is put right: what was meant is not known.
 * @param builtIn the table of USDA SR28.
 */
export const withoutImpossible = (table: RawTable, builtIn: Catalogue): RawTable => {
  const left = new Map<RawFood, Set<NutrientId>>();
  const remarks: string[] = [];
  for (const nutrient of Object.keys(table.columns) as (keyof RawFood["values"])[]) {
    // A value without a figure is above nothing.
    const figure = ({ values }: RawFood) => figureOf(values[nutrient] as RawValue) ?? Number.NaN;
    const stated = table.foods.filter(({ values }) => values[nutrient] !== undefined);
    const most = mostPer100g(nutrient);
    const impossible = stated.filter((food) => figure(food) > most);
    if (impossible.length === 0 || !mayBeSlips(impossible.length, stated.length)) continue;
    const largest = largestByGroup(builtIn, nutrient);
    const least = LEAST_SHARE * Math.max(...impossible.map(figure));
    const inherited = stated.filter(
      (food) =>
        figure(food) <= most &&
        figure(food) > least &&
        food.values[nutrient]?.basis === "calculated" &&
        figure(food) > ROOM_IN_GROUP * (largest.get(food.group) ?? Number.POSITIVE_INFINITY),
    );
    for (const food of [...impossible, ...inherited])
      left.set(food, (left.get(food) ?? new Set()).add(nutrient));
    const { label, unit } = NUTRIENTS[nutrient];
    remarks.push(
      `${label} of ${countNoun(impossible.length, "food")} is above the ${most} ${unit} of any food and left unknown (${namedFoods(impossible, nutrient)})`,
    );
    if (inherited.length > 0)
      remarks.push(
        `${label} of ${countNoun(inherited.length, "food")} was calculated, probably from these, is above twice the largest amount of its food group in ${builtIn.tableAt(0).name} and left unknown (${namedFoods(inherited, nutrient)})`,
      );
  }
  if (left.size === 0) return table;
  return {
    ...table,
    remarks: [...table.remarks, ...remarks],
    foods: table.foods.map((food) => {
      const out = left.get(food);
      return out === undefined
        ? food
        : {
            ...food,
            values: Object.fromEntries(
              Object.entries(food.values).filter(([nutrient]) => !out.has(nutrient as NutrientId)),
            ),
          };
    }),
  };
};

/**
 * Checks a table before it is compiled: a table with one food that cannot be as it says is refused whole, because the
 * file or its reading may be wrong in more than this place.
 * @throws AppError invalid with the first problems and the number of the others.
 */
export const checkTable = (table: RawTable): void => {
  const problems = [...tableProblems(table)];
  if (problems.length === 0) return;
  const more = problems.length - TOLD;
  throw new AppError(
    "invalid",
    `${table.title} was not added: ${problems.slice(0, TOLD).join("; ")}${more > 0 ? `; and ${more} more` : ""}.`,
  );
};
