import { isBread } from "./composed-dishes";
import { isDish, MEALS, type NamedMeal, NOISE, WHEN } from "./food-measures";
import { isSize, type Quantity, quantityAt, singleAt } from "./quantities";
import { ALSO_FOODS, isMeal, isNegation, isQualifier, measures, TokenList, tailOf } from "./token-list";
import type { NumberToken, Token, WordToken } from "./tokens";

/** The words and amounts of one food in the text, before the food is looked up. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly amount: Quantity | null;
  /** A second amount, in brackets or after the first: "1 can (400 g) chickpeas". */
  readonly weight: Quantity | null;
  readonly words: readonly WordToken[];
  /** Numbers in it that are not part of an amount. */
  readonly ignored: readonly NumberToken[];
  /** What names its meal: "for breakfast", "lunch:", "/b". */
  readonly meals: readonly MealSign[];
};

/** A word or command for a meal. */
export type MealSign = {
  readonly start: number;
  readonly end: number;
  /** Null for a word that could be two meals. */
  readonly meal: NamedMeal | null;
  /** Whether it stands before its food; then it is that of the foods after it as well. */
  readonly heads: boolean;
  readonly command: boolean;
};

const signOf = ({ start, end, folded }: WordToken, heads: boolean): MealSign => ({
  start,
  end,
  meal: MEALS.get(folded) ?? null,
  heads,
  command: false,
});

/** Whether the words on both sides of a connector are one food. */
export type Joins = (
  left: readonly WordToken[],
  connector: WordToken,
  right: readonly WordToken[],
) => boolean;

type Open = {
  start: number;
  end: number;
  amount: Quantity | null;
  weight: Quantity | null;
  words: WordToken[];
  ignored: NumberToken[];
  meals: MealSign[];
};

/**
 * Whether a connector is inside one dish: "chicken and leek soup" is one, "2 eggs and potato salad" and "tomato soup
 * and ham sandwich" are two foods. Null where no dish is named at the end.
 */
function makesDish({ amount, words }: Open, right: readonly WordToken[]): boolean | null {
  const [first, last] = [words.at(-1), right.at(-1)];
  if (first === undefined || last === undefined || right.length < 2 || !isDish(last.folded)) return null;
  const counted = amount !== null && (amount.unit === null || isSize(amount.unit));
  return !counted && !isDish(first.folded);
}

class Cutter extends TokenList {
  readonly pieces: Open[] = [];
  private readonly joins: Joins;
  private open: Open | null = null;
  /** Index of the first of the connectors and other words that will belong to the next food. */
  private waiting: number | null = null;
  /** Words for meals among those. */
  private named: MealSign[] = [];
  private amountsFollow = false;

  constructor(tokens: readonly Token[], joins: Joins) {
    super(tokens);
    this.joins = joins;
  }

  private begin(at: number): Open {
    const start = this.waiting ?? (this.tokens[at] as Token).start;
    this.open = { start, end: start, amount: null, weight: null, words: [], ignored: [], meals: this.named };
    this.waiting = null;
    this.named = [];
    return this.open;
  }

  private close(): void {
    const open = this.open;
    this.open = null;
    if (open === null || open.words.length === 0) return;
    const cut = tailOf(open.words);
    this.pieces.push({
      ...open,
      words: open.words.slice(0, cut),
      meals: [
        ...open.meals,
        ...open.words
          .slice(cut)
          .filter(isMeal)
          .map((word) => signOf(word, false)),
      ],
    });
  }

  private wait(at: number): void {
    this.waiting ??= (this.tokens[at] as Token).start;
  }

  private push(open: Open, words: readonly WordToken[]): void {
    open.words.push(...words);
    open.end = (words.at(-1) as WordToken).end;
  }

  /** Handles a connector. @returns the index to continue from. */
  private soft(at: number, connector: string): number {
    const open = this.open;
    if (open === null || open.words.length === 0) {
      this.close();
      this.wait(at);
      return at + 1;
    }
    if (this.ends(at + 1)) {
      open.end = (this.tokens[at] as Token).end;
      return at + 1;
    }
    const right = this.amountAt(at + 1) ? [] : this.run(at + 1);
    const { start, end } = this.tokens[at] as Token;
    const link: WordToken = {
      kind: "word",
      start,
      end,
      text: connector,
      folded: connector,
      flavour: false,
      inBrackets: false,
    };
    const joined =
      right.length > 0 &&
      (isNegation(right[0] as WordToken) ||
        right.every(isQualifier) ||
        open.words.every(isQualifier) ||
        (connector === "on" && open.amount === null && right.length === 1 && isBread(right)) ||
        ((connector === "and" ? makesDish(open, right) : null) ?? this.joins(open.words, link, right)));
    if (joined) {
      this.push(open, [link, ...right]);
      return at + 1 + right.length;
    }
    this.close();
    this.wait(at);
    return at + 1;
  }

  /**
   * Handles a comma: usually the end of a food, but not in "chicken, grilled", "cheddar, 30 g" and "oats, no sugar".
   */
  private comma(at: number): number {
    const open = this.open;
    if (open && open.words.length > 0) {
      const right = this.run(at + 1);
      const after = this.tokens[at + 1 + right.length];
      const whole =
        after === undefined || after.kind === "comma" || after.kind === "hard" || after.kind === "soft";
      if (right.length > 0 && (isNegation(right[0] as WordToken) || (whole && right.every(isQualifier)))) {
        this.push(open, right);
        return at + 1 + right.length;
      }
      const quantity = this.amountAt(at + 1);
      if (quantity && this.ends(quantity.to) && this.behind(open, quantity)) return quantity.to;
    }
    this.close();
    return at + 1;
  }

  /** Takes an amount after the food. @returns whether the food has no amount of this kind yet. */
  private behind(open: Open, quantity: Quantity): boolean {
    if (open.amount === null && open.weight === null) open.amount = quantity;
    else if (
      open.weight === null &&
      measures(quantity) &&
      (quantity.inBrackets || !(open.amount && measures(open.amount)))
    )
      open.weight = quantity;
    else return false;
    open.end = this.endOf(quantity.to);
    return true;
  }

  /** Handles an amount. @returns the index to continue from. */
  private amount(at: number, quantity: Quantity): number {
    const open = this.open;
    if (open === null) {
      const fresh = this.begin(at);
      fresh.amount = quantity;
      fresh.end = this.endOf(quantity.to);
      return quantity.to;
    }
    if (open.words.length === 0) {
      const lead = open.amount;
      if (lead && measures(quantity) && (quantity.inBrackets || !measures(lead)) && open.weight === null) {
        // "1 can (400 g) chickpeas", "2 400 g cans of tomatoes".
        open.weight = quantity;
        open.end = this.endOf(quantity.to);
        return this.unitBehindWeight(open, lead, quantity.to);
      }
      this.close();
      return this.amount(at, quantity);
    }
    const sum = quantity.more.length > 0;
    // "milk 1 l and 200 ml juice": behind a food the second amount belongs to the food after it.
    if (sum && !this.amountsFollow && !this.ends(quantity.to) && !quantity.inBrackets)
      return this.amount(at, singleAt(this.tokens, at) ?? quantity);
    if (quantity.inBrackets) {
      if (this.behind(open, quantity)) return quantity.to;
      for (let inside = at; inside < quantity.to; inside++) {
        const token = this.tokens[inside];
        if (token?.kind === "number") open.ignored.push(token);
        else if (token?.kind === "word") open.words.push(token);
      }
      open.end = this.endOf(quantity.to);
      return quantity.to;
    }
    // "brown rice 1 cup cooked"
    const after = this.run(quantity.to);
    const closing = after.every(isQualifier) && this.ends(quantity.to + after.length);
    if (after.length > 0 && closing && open.amount === null && this.behind(open, quantity)) {
      this.push(open, after);
      return quantity.to + after.length;
    }
    const next = this.tokens[quantity.to];
    const last =
      this.ends(quantity.to) ||
      next?.kind === "soft" ||
      next?.kind === "sign" ||
      this.amountAt(quantity.to) !== null;
    if (
      !quantity.of &&
      (last || (this.amountsFollow && open.amount === null)) &&
      this.behind(open, quantity)
    ) {
      if (!this.tokens[quantity.to] || next?.kind !== "soft") this.close();
      return quantity.to;
    }
    this.close();
    return this.amount(at, quantity);
  }

  private unitBehindWeight(open: Open, lead: Quantity, to: number): number {
    if (lead.unit !== null) return to;
    const rest = quantityAt(
      [
        { kind: "number", start: 0, end: 0, value: 1, range: false, times: false, inBrackets: false },
        ...this.tokens.slice(to, to + 4),
      ],
      0,
    );
    if (!rest?.unit || isSize(rest.unit) || measures(rest)) return to;
    const behind = to + rest.to - 1;
    open.amount = { ...lead, unit: rest.unit, of: rest.of };
    open.end = this.endOf(behind);
    return behind;
  }

  /** "breakfast 2 eggs": a meal before the amount of another food. */
  private headsAmount(at: number, { folded }: WordToken): boolean {
    const quantity = folded === "tea" || this.amountsFollow ? null : this.amountAt(at + 1);
    return quantity !== null && this.tokens[quantity.to]?.kind === "word";
  }

  /** Handles "/b": before foods it heads them, behind the last one it is theirs. */
  private command(at: number, { start, end, meal }: Extract<Token, { kind: "command" }>): void {
    const behind = this.ends(at + 1) || this.tokens[at + 1]?.kind === "command";
    const last = this.open && this.open.words.length > 0 ? this.open : this.pieces.at(-1);
    if (!behind || last === undefined) {
      this.close();
      this.wait(at);
      this.named.push({ start, end, meal, heads: true, command: true });
      return;
    }
    last.meals.push({ start, end, meal, heads: false, command: true });
    last.end = end;
    this.close();
  }

  private word(at: number, word: WordToken): void {
    if (this.open === null) {
      const [previous, next] = [this.tokens[at - 1], this.tokens[at + 1]];
      const introduced =
        this.waiting !== null && previous?.kind === "word" && /^(for|at|my)$/.test(previous.folded);
      const heading = next?.kind === "comma" && next.colon;
      const alone = this.ends(at + 1) && (heading || !ALSO_FOODS.has(word.folded));
      const meal = isMeal(word) && (introduced || alone || this.headsAmount(at, word));
      if (meal) this.named.push(signOf(word, true));
      if (meal || NOISE.has(word.folded)) {
        this.wait(at);
        return;
      }
    }
    if (WHEN.has(word.folded)) {
      // "yesterday" belongs to no food and is reported as not understood.
      this.close();
      this.waiting = null;
      this.named = [];
      return;
    }
    this.push(this.open ?? this.begin(at), [word]);
  }

  cut(): Piece[] {
    this.amountsFollow = this.namesFirst(0);
    for (let at = 0; at < this.tokens.length; ) {
      const token = this.tokens[at] as Token;
      if (token.kind === "soft") at = this.soft(at, token.connector === "n" ? "and" : token.connector);
      else if (token.kind === "comma" || token.kind === "hard") {
        if (token.kind === "hard") this.close();
        at = token.kind === "comma" ? this.comma(at) : at + 1;
        if (this.open === null) this.amountsFollow = this.namesFirst(at);
      } else if (token.kind === "command") this.command(at++, token);
      else if (token.kind === "sign") at++;
      else {
        const quantity = this.amountAt(at);
        if (quantity) at = this.amount(at, quantity);
        else {
          if (token.kind === "word") this.word(at, token);
          at++;
        }
      }
    }
    this.close();
    return this.pieces;
  }
}

/** Splits tokens into foods with their amounts. Tokens outside every piece are not understood. */
export const piecesOf = (tokens: readonly Token[], joins: Joins): Piece[] => new Cutter(tokens, joins).cut();
