import table from "@/data/reference/food-synonyms.json";
import { stem, type Word, wordsOf } from "./words";

/** A dish that is named by its kind and by what is in it: "sandwich", "salad", "soup". */
export type DishKind = {
  /** The word that names it, in the singular. */
  readonly word: string;
  /** What such a dish has beside the foods that its name says, as words to search for; null where that differs. */
  readonly base: string | null;
};

/** A name taken apart into foods: "hummus wrap" is hummus in a tortilla. */
export type Composed = {
  /** The kind of dish; null for "X with Y". */
  readonly dish: DishKind | null;
  /** The stem of the dish's last word, as typed; empty without a dish. */
  readonly typed: string;
  /** The words of each food that the name says, in order; empty for a bare "salad". */
  readonly parts: readonly (readonly Word[])[];
};

const keyOf = (words: readonly Pick<Word, "stem">[]): string => words.map(({ stem }) => stem).join(" ");

const kinds: ReadonlyMap<string, DishKind> = new Map(
  table.dishes.flatMap(({ words, base }) =>
    words.map((word) => [keyOf(wordsOf(word)), { word: words[0] as string, base }] as const),
  ),
);

/** The kind of dish that the last word or the last two of these name ("stir fry"); null for none. */
const dishAtEnd = (words: readonly Word[]): { readonly kind: DishKind; readonly length: 1 | 2 } | null => {
  for (const length of [2, 1] as const) {
    const kind = words.length >= length ? kinds.get(keyOf(words.slice(-length))) : undefined;
    if (kind) return { kind, length };
  }
  return null;
};

/**
 * Stems of words that say in a name that it is another kind of food: a cookie called "peanut butter sandwich", a soup
 * of chicken with rice. Kinds of dishes are among them.
 */
const otherKinds: ReadonlySet<string> = new Set([
  ...[...kinds.keys()].filter((key) => !key.includes(" ")),
  ..."babyfood bar cake candy cereal chip chowder cookie cracker crunch dressing french gravy mix muffin novelty pie puff roll sauce seasoning snack spread wafer waffle wrapper"
    .split(" ")
    .map(stem),
]);

/** Whether a word, by its stem, says that a food is of another kind than a name without this word. */
export const saysOtherKind = (word: string): boolean => otherKinds.has(word);

/** Words between the foods of a dish. */
const JOINS: ReadonlySet<string> = new Set(["and", "with", "on", "in", "n", "plus"]);

const partsOf = (words: readonly Word[]): Word[][] => {
  const parts: Word[][] = [[]];
  for (const word of words) {
    if (JOINS.has(word.text)) parts.push([]);
    else (parts.at(-1) as Word[]).push(word);
  }
  return parts.filter((part) => part.length > 0);
};

/**
 * A name as a dish of parts: "X sandwich", "X and Y salad", "X on toast", "X with Y"; null for any other name.
 * Whether a food of that name exists is not asked here: search first, and take apart what has no food or only a close
 * one. Deterministic; never throws.
 * @param name words without an amount, as typed ("peanut butter sandwich").
 */
export function composedOf(name: string): Composed | null {
  const words = wordsOf(name);
  const named = dishAtEnd(words);
  if (named)
    return {
      dish: named.kind,
      typed: words.at(-1)?.stem ?? "",
      parts: partsOf(words.slice(0, -named.length)),
    };
  // "Salad with tuna", "toast with butter": the dish first.
  const at = words.findIndex(({ text }) => JOINS.has(text));
  const join = words[at]?.text;
  if (at < 1 || at === words.length - 1 || join === "and" || join === "n") return null;
  const first = dishAtEnd(words.slice(0, at));
  const others = [...words.slice(0, at - (first?.length ?? 0)), ...words.slice(at)];
  return {
    dish: first?.kind ?? null,
    typed: first ? (words[at - 1] as Word).stem : "",
    parts: partsOf(others),
  };
}
