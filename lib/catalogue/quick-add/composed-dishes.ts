import table from "@/data/reference/composed.json";
import type { FoodGroup } from "../groups";
import { composedOf } from "../search/composed";
import { wordsOf } from "../search/words";
import { NOISE, unitOf } from "./food-measures";
import type { WordToken } from "./tokens";

/** An amount of a part of a dish; `unit` null for pieces. */
export type PartAmount = { readonly quantity: number; readonly unit: string | null };

/** What a dish stands on: two slices of bread, a tortilla. */
export type DishBase = PartAmount & {
  /** The words that the food is looked up by. */
  readonly food: string;
  /** Groups of what is in it with which it has no such base. */
  readonly unless: readonly FoodGroup[];
};

/** A dish by its name, taken apart. */
export type DishParts = {
  /** "sandwich", in the singular. */
  readonly dish: string;
  /** The word of the text that names it. */
  readonly named: WordToken;
  /** Null for a dish that is not split. */
  readonly base: DishBase | null;
  /** The words of each food in it; none where one of them says no food ("green salad"). */
  readonly fillings: readonly (readonly WordToken[])[];
};

/** @throws Error for an invalid row of data/reference/composed.json. */
const amountOf = ({ count, unit }: { count: number; unit: string | null }): PartAmount => {
  if (!(count > 0) || (unit !== null && unitOf(unit) === undefined))
    throw new Error(`composed.json: ${count} ${unit}`);
  return { quantity: count, unit };
};

const bases: ReadonlyMap<string, DishBase> = new Map(
  table.bases.map(({ dish, food, count, unit, unless = [] }) => [
    dish,
    { food, unless: unless as FoodGroup[], ...amountOf({ count, unit }) },
  ]),
);

const onBread: ReadonlySet<string> = new Set(table.onBread);
const notFoods: ReadonlySet<string> = new Set(table.notFoods);

const fillings = table.fillings.map((row) => ({
  foods: "foods" in row ? (row.foods as readonly string[]) : null,
  groups: "groups" in row ? (row.groups as readonly FoodGroup[]) : null,
  onBread: row.onBread === true,
  amount: amountOf(row),
}));

/** Usual amount of a food in a dish; null where the table has none, and the food's own usual amount counts. */
export const fillingOf = (dish: string, name: string, group: FoodGroup | null): PartAmount | null =>
  fillings.find(
    (row) =>
      (!row.onBread || onBread.has(dish)) &&
      (row.foods?.some((food) => name.startsWith(food)) === true ||
        (group !== null && row.groups?.includes(group) === true)),
  )?.amount ?? null;

/** Whether words name what something lies on: "toast" in "avocado on toast". */
export const isBread = (words: readonly WordToken[]): boolean => {
  const last = words.at(-1);
  return last !== undefined && onBread.has(wordsOf(last.folded)[0]?.stem ?? "");
};

/** A dish by its name, "ham and cheese sandwich", "avocado on toast" or "salad" alone; null for other names. */
export function dishParts(words: readonly WordToken[]): DishParts | null {
  const name = words.map(({ text }) => text).join(" ");
  const composed = composedOf(name);
  if (!composed?.dish) return null;
  /** The words of a name at their places in the text; a phrase such as "ham and cheese sandwich" is one token. */
  const starts: number[] = [];
  let at = 0;
  for (const { text } of words) {
    starts.push(at);
    at += text.length + 1;
  }
  const placed = ({ start, end }: { start: number; end: number }): WordToken => {
    const index = starts.findLastIndex((from) => from <= start);
    const token = words[index] as WordToken;
    const from = token.start + start - (starts[index] as number);
    const text = name.slice(start, end);
    return { ...token, start: from, end: from + end - start, text, folded: text.toLowerCase() };
  };
  const used = composed.parts.flat();
  const rest = wordsOf(name).filter((word) => !used.some(({ start }) => start === word.start));
  const last = rest.at(-1);
  if (last === undefined) return null;
  const parts = composed.parts
    .map((part) => part.map(placed).filter(({ folded }) => !NOISE.has(folded)))
    .filter((part) => part.length > 0);
  const saysFoods = parts.every((part) => part.some(({ folded }) => !notFoods.has(folded)));
  return {
    dish: composed.dish.word,
    named: placed(last),
    base: bases.get(composed.dish.word) ?? null,
    fillings: saysFoods ? parts : [],
  };
}
