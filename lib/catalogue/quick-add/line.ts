import type { TypedAmount } from "./amounts";
import type { ParsedMeal } from "./parse-meal";

/**
 * How a line is to be read; null leaves it to the line. As "food" all of its words are one food's; "one" reads it as
 * null does, but never as several foods.
 */
export type Reading = "meal" | "food" | "one" | null;

/** A typed line as it is answered: as one food, or as a meal of several. Nothing of it is dropped. */
export type Line = {
  /** The food's words; empty while nothing but an amount is typed. */
  readonly words: string;
  /** Those of them that foods are searched by. */
  readonly searched: string;
  readonly typed: TypedAmount;
  /** The food that the line proposes: the one that has the measure, among those that answer as well. */
  readonly proposed: string | null;
  /** Words that the food does not answer, to be shown. */
  readonly lost: readonly string[];
  /** What the line is read as instead; null for one food. */
  readonly meal: ParsedMeal | null;
};

/** Whether something is said that must not go lost; a comma is not. */
const says = ({ text }: { readonly text: string }): boolean =>
  /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);

/**
 * How a line is read. One item with nothing left over is one food, and its amount is that of the meal's reading.
 * @param isName whether a text is found as one food, all of it.
 */
export const lineOf = (
  text: string,
  parsed: ParsedMeal,
  reading: Reading,
  isName: (text: string) => boolean,
): Line => {
  const { items, notUnderstood, alone } = parsed;
  const [first] = items;
  const words = says({ text }) ? alone.words : "";
  const whole = { words, searched: words, typed: alone.typed, proposed: null, lost: [], meal: null };
  if (reading === "meal") return { ...whole, meal: parsed };
  if (reading === "food" || first === undefined) return whole;
  const parts = items.length + notUnderstood.filter(says).length;
  if (parts === 1)
    return {
      words: first.words,
      searched: first.searched,
      typed: first.typed,
      proposed: first.candidates[0]?.id ?? null,
      lost: first.unmatched.map((part) => part.text),
      meal: null,
    };
  // "Cheese, cheddar" is how the table itself writes a food.
  const oneName =
    parts === 2 &&
    items.every(({ quantity, unit }) => quantity === null && unit === null) &&
    /^[^;+&]*,[^;+&]*$/.test(text) &&
    !/\s(?:and|with|plus)\s/i.test(text) &&
    isName(text);
  return oneName || reading === "one" ? whole : { ...whole, meal: parsed };
};
