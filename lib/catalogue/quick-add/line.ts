import type { TypedAmount } from "./chosen-amount";
import type { Doubt } from "./doubts";
import type { ParsedMeal } from "./parse-meal";

/**
 * How to read a line; null decides by the line. "food": all words belong to one food. "one": as null, but never as
 * several foods.
 */
export type Reading = "meal" | "food" | "one" | null;

/** A typed line read as one food, or as a meal of several. No word is lost. */
export type Line = {
  /** The words of the food; empty while only an amount is typed. */
  readonly words: string;
  /** Those of them used in the search. */
  readonly searched: string;
  readonly typed: TypedAmount;
  /** The proposed food: among equally good matches, the one that has the measure. */
  readonly proposed: string | null;
  /** Words that the food does not match, to be shown. */
  readonly lost: readonly string[];
  /** What has to be confirmed before the food is saved. */
  readonly doubts: readonly Doubt[];
  /** The meal that the line is read as; null for one food. */
  readonly meal: ParsedMeal | null;
};

/** Whether a part contains words that must be shown; punctuation need not be. */
const says = ({ text }: { readonly text: string }): boolean =>
  /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);

/**
 * Reads a line. A meal with a single item and no words left over is one food, with the amount of that item.
 * @param isName whether a text as a whole is found as one food.
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
  const whole = {
    words,
    searched: words,
    typed: alone.typed,
    proposed: null,
    lost: [],
    doubts: [],
    meal: null,
  };
  if (reading === "meal") return { ...whole, meal: parsed };
  if (reading === "food" || first === undefined) return whole;
  const parts = items.length + notUnderstood.filter(says).length;
  // A part of a dish that was typed is shown as one.
  if (parts === 1 && first.partOf === null)
    return {
      words: first.words,
      searched: first.searched,
      typed: first.typed,
      proposed: first.candidates[0]?.id ?? null,
      lost: first.unmatched.map((part) => part.text),
      doubts: first.doubts,
      meal: null,
    };
  // "Cheese, cheddar" is the table's own spelling of one food.
  const oneName =
    parts === 2 &&
    items.every(({ quantity, unit }) => quantity === null && unit === null) &&
    /^[^;+&]*,[^;+&]*$/.test(text) &&
    !/\s(?:and|with|plus)\s/i.test(text) &&
    isName(text);
  return oneName || reading === "one" ? whole : { ...whole, meal: parsed };
};
