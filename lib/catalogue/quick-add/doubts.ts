import {
  BEFORE_UNIT,
  FILLERS,
  MEALS,
  NOISE,
  NUMBERS,
  PREPARATION_WORDS,
  QUALIFIERS,
  ROUGHLY,
  unitNamed,
  VAGUE,
  WHEN,
} from "./food-measures";
import { quantityAt } from "./quantities";
import { isNegation } from "./token-list";
import type { NumberToken, Token, WordToken } from "./tokens";

/** What of a line was not understood, so that it is not saved before the person has said what was meant. */
export type Doubt = {
  readonly kind: /** Words that may name a food, which the food does not match. */
    | "words"
    /** The food is only near: by a corrected spelling, or as a substitute for one that is missing. */
    | "closest"
    /** A number, or a part of an amount. */
    | "amount"
    /** Two meals for one food. */
    | "meals";
  /** The words of the line. */
  readonly text: string;
};

const NO_FOOD: readonly { has(word: string): boolean }[] = [
  FILLERS,
  NOISE,
  WHEN,
  MEALS,
  QUALIFIERS,
  PREPARATION_WORDS,
  ROUGHLY,
  BEFORE_UNIT,
  NUMBERS,
  VAGUE,
];

/** Whether a word can name a food, or what kind of it. */
const couldBeFood = (word: WordToken): boolean =>
  /\p{L}|%/u.test(word.text) &&
  !word.flavour &&
  unitNamed(word.folded)?.kind !== "size" &&
  !NO_FOOD.some((words) => words.has(word.folded)) &&
  !(
    word.folded.includes(" ") &&
    word.folded.split(" ").every((part) => NO_FOOD.some((words) => words.has(part)))
  );

/** A word with a digit in it, "1e5", is an amount that was not understood; "2%" and "B12" say what the food is. */
const isBrokenAmount = ({ text }: WordToken): boolean => /^\p{N}/u.test(text) && !text.endsWith("%");

/**
 * The doubts about one food.
 * @param words all words of the food, in their order.
 * @param unmatched those that it does not match, and numbers that are in no amount.
 */
export function doubtsOf(
  words: readonly WordToken[],
  unmatched: readonly (WordToken | NumberToken)[],
): Doubt[] {
  const negated = words.findIndex(isNegation);
  const left = unmatched.filter(
    // What is said not to be in it: "no sugar".
    (token) => token.kind === "number" || negated < 0 || words.indexOf(token) < negated,
  );
  return left.flatMap((token): Doubt[] => {
    if (token.kind === "number") return [{ kind: "amount", text: `${token.value}` }];
    if (isBrokenAmount(token)) return [{ kind: "amount", text: token.text }];
    return couldBeFood(token) ? [{ kind: "words", text: token.text }] : [];
  });
}

/** Whether tokens that belong to no food are amounts and nothing else: the "2 cups" of "2 cups, 30 g cheddar". */
export function isOnlyAmount(tokens: readonly Token[]): boolean {
  let amounts = 0;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const quantity = quantityAt(tokens, at);
    if (quantity && (quantity.unit !== null || token.kind === "number")) {
      amounts++;
      at = quantity.to;
    } else if (token.kind === "word" && isBrokenAmount(token)) {
      amounts++;
      at++;
    } else if (token.kind === "word" && couldBeFood(token)) return false;
    else at++;
  }
  return amounts > 0;
}
