import { MAX_LINE_LENGTH } from "../client";
import type { TypedAmount } from "./chosen-amount";
import { DishReader } from "./dish-items";
import { type Doubt, isOnlyAmount } from "./doubts";
import type { NamedMeal } from "./food-measures";
import type { Around, MealItem, MealSources, TextPart } from "./meal-items";
import { mealsOf } from "./named-meals";
import { piecesOf } from "./pieces";
import { quantityAt } from "./quantities";
import { type Token, tokensOf } from "./tokens";

export type ParsedMeal = {
  readonly items: readonly MealItem[];
  readonly notUnderstood: readonly TextPart[];
  /** The text read as a single food: the amount at its beginning, and all other words as the food's. */
  readonly alone: { readonly typed: TypedAmount; readonly words: string };
  /** The one meal that the text names ("breakfast: 2 eggs"); null where it names none, or several. */
  readonly meal: NamedMeal | null;
  /** The meals that the text names, in their order; each item has its own. */
  readonly meals: readonly NamedMeal[];
  /** What of the text outside its items holds all of it back until the person has said what was meant. */
  readonly doubts: readonly Doubt[];
};

export const MAX_MEAL_ITEMS = 40;
/** Where reading stops: at a space, and never within a character. */
function cutAt(text: string): number {
  if (text.length <= MAX_LINE_LENGTH) return text.length;
  const space = text.slice(0, MAX_LINE_LENGTH + 1).search(/\s\S*$/u);
  return space > 0
    ? space
    : /[\uD800-\uDBFF]/.test(text[MAX_LINE_LENGTH - 1] as string)
      ? MAX_LINE_LENGTH - 1
      : MAX_LINE_LENGTH;
}

/** Reads a whole text: its items, what is left of it, and the same text as one food. */
class MealReader extends DishReader {
  private alone(tokens: readonly Token[]): ParsedMeal["alone"] {
    const amount = quantityAt(tokens, 0);
    const from = (at: number): string =>
      tokens
        .filter(({ kind, start }) => kind === "command" && start >= at)
        .reduceRight(
          (rest, { start, end }) => rest.slice(0, start - at) + rest.slice(end - at),
          this.text.slice(at),
        )
        .trim();
    const words = from(amount ? (tokens[amount.to - 1]?.end ?? 0) : 0);
    // "a" and "half" alone may begin a name.
    const reads = amount !== null && (words !== "" || amount.unit !== null || tokens[0]?.kind === "number");
    const said = reads ? words : from(0);
    const unit = reads ? amount.unit : null;
    return {
      typed: {
        quantity: reads ? amount.value : null,
        unit: unit?.id ?? null,
        ...(reads &&
          amount.more.length > 0 && {
            more: amount.more.map((part) => ({ quantity: part.value, unit: part.unit.id })),
          }),
        size: (unit && amount?.size?.id) ?? null,
        words: said,
        weight: null,
        ...(reads && amount.refused && { ofNutrient: true }),
      },
      words: said,
    };
  }

  read(): ParsedMeal {
    const end = cutAt(this.text);
    const tokens = tokensOf(this.text.slice(0, end), this.names());
    const items: MealItem[] = [];
    const pieces = piecesOf(tokens, this.lookUp.joins).map((piece) => this.headed(piece));
    const places = mealsOf(pieces, (place) => this.part(place.start, place.end));
    for (const [at, piece] of pieces.entries()) {
      const read = this.items(piece, tokens, places[at] as Around);
      if (items.length + read.length > MAX_MEAL_ITEMS) break;
      items.push(...read);
    }
    const meals = [...new Set(items.flatMap(({ meal }) => meal ?? []))];
    // Text not covered by an item is reported, run by run.
    const left: { start: number; end: number; tokens: Token[] }[] = [];
    let run: (typeof left)[number] | null = null;
    let at = 0;
    for (const token of tokens) {
      while (at < items.length && (items[at] as MealItem).range[1] <= token.start) at++;
      const item = items[at];
      const covered = item !== undefined && token.start >= item.range[0];
      if (covered || token.kind === "comma" || token.kind === "hard") run = null;
      else if (run) {
        run.end = token.end;
        run.tokens.push(token);
      } else {
        run = { start: token.start, end: token.end, tokens: [token] };
        left.push(run);
      }
    }
    if (/\S/u.test(this.text.slice(end))) {
      const from = end + this.text.slice(end).search(/\S/u);
      left.push({ start: from, end: this.text.trimEnd().length, tokens: [] });
    }
    return {
      items,
      notUnderstood: left.map((place) => this.part(place.start, place.end)),
      alone: this.alone(tokens),
      meal: (meals.length === 1 && items.every(({ meal }) => meal !== null) && meals[0]) || null,
      meals,
      // Where nothing else is read there is nothing to hold back.
      doubts: left
        .filter((part) => items.length > 0 && isOnlyAmount(part.tokens))
        .map(({ start, end }) => ({ kind: "amount", text: this.text.slice(start, end) })),
    };
  }
}

/**
 * Reads a meal from a line of text: "2 cups cooked spinach, 1 kefir and 30 g cheddar" is three items, each with
 * possible foods and an amount to be confirmed. Nothing is saved, and nothing is lost: every word is in the range of
 * one item or in `notUnderstood`. Rules and limitations: docs/decisions/016-quick-add.md.
 *
 * Deterministic, without network; never throws. Reads 2,000 characters and proposes 40 items at most.
 */
export const parseMeal = (text: string, sources: MealSources): ParsedMeal =>
  new MealReader(text, sources).read();
