import { MEALS, NOISE, QUALIFIERS, WHEN } from "./food-measures";
import { type Quantity, quantityAt } from "./quantities";
import type { Token, WordToken } from "./tokens";

const NEGATIONS = new Set(["no", "without"]);
export const isNegation = (word: WordToken): boolean => NEGATIONS.has(word.folded);

export const isQualifier = (word: WordToken): boolean => QUALIFIERS.has(word.folded);
export const measures = (quantity: Quantity): boolean =>
  quantity.unit?.kind === "mass" || (quantity.unit?.kind === "volume" && quantity.unit.roughly !== true);

/** Index of the words at the end that name no food: "for breakfast" in "2 eggs for breakfast". */
export function tailOf(words: readonly WordToken[]): number {
  let cut = words.length;
  for (let at = words.length - 1; at > 0; at--) {
    const { folded } = words[at] as WordToken;
    if (NOISE.has(folded)) cut = at;
    else if (!MEALS.has(folded)) break;
  }
  return cut;
}

export const isMeal = ({ folded }: WordToken): boolean => MEALS.has(folded);

/** Words for meals that are foods or drinks as well. */
export const ALSO_FOODS = new Set(["tea", "dessert", "snack", "snacks"]);

/** The tokens of a text, with what is read at one of them. */
export class TokenList {
  readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /** The consecutive words from a token on. */
  run(from: number): WordToken[] {
    const words: WordToken[] = [];
    for (let at = from; at < this.tokens.length; at++) {
      const token = this.tokens[at] as Token;
      if (token.kind !== "word" || WHEN.has(token.folded) || (at > from && this.amountAt(at))) break;
      words.push(token);
    }
    return words;
  }

  ends(at: number): boolean {
    const kind = this.tokens[at]?.kind;
    return kind === undefined || kind === "hard" || kind === "comma" || kind === "command";
  }

  /** The amount at a token, except the "a" of "chicken a la king" or "vitamin a". */
  amountAt(at: number): Quantity | null {
    const quantity = quantityAt(this.tokens, at);
    if (quantity === null) return null;
    const next = this.tokens[quantity.to];
    const bare = quantity.to === at + 1 && quantity.unit === null && this.tokens[at]?.kind === "word";
    if (bare && (next?.kind !== "word" || next.folded === "la")) return null;
    return quantity;
  }

  /**
   * Whether amounts follow their foods from here on, as in "oats 40 g milk 200 ml banana": when the text begins with a
   * food and ends with an amount, or when a second weight or volume shows that the first one belongs to the food
   * before.
   */
  namesFirst(from: number): boolean {
    let first = from;
    while (this.tokens[first]?.kind === "word" && NOISE.has((this.tokens[first] as WordToken).folded))
      first++;
    if (this.tokens[first]?.kind !== "word" || this.amountAt(first)) return false;
    let measured = 0;
    for (let at = first + 1; !this.ends(at); at++) {
      const quantity = this.amountAt(at);
      if (!quantity) continue;
      if (quantity.inBrackets || quantity.of) return false;
      if (this.ends(quantity.to)) return true;
      measured = measures(quantity) ? measured + 1 : Number.NEGATIVE_INFINITY;
      at = quantity.to - 1;
    }
    return measured > 1;
  }

  endOf(to: number): number {
    return (this.tokens[to - 1] as Token).end;
  }
}
