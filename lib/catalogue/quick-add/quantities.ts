import {
  BEFORE_UNIT,
  type MealUnit,
  NUMBERS,
  REFUSED,
  ROUGHLY,
  unitNamed,
  unitOf,
  unitTyped,
  VAGUE,
} from "./food-measures";
import type { Token, WordToken } from "./tokens";

/** An amount in the text. */
export type Quantity = {
  /** Index of the first token and of the one after the last. */
  readonly from: number;
  readonly to: number;
  /** 0 or more; 1 for a unit without a number ("slice of toast"). */
  readonly value: number;
  readonly unit: MealUnit | null;
  /** What is added in smaller units of the same kind, largest first: "4 oz" of "1 lb 4 oz". */
  readonly more: readonly { readonly value: number; readonly unit: MealUnit }[];
  /** An adjective beside or instead of a unit: "2 large eggs", "2 large slices". */
  readonly size: MealUnit | null;
  /** Why the number is approximate: a range, or "about", "a few", "heaped". */
  readonly vague: "range" | "roughly" | null;
  /** Whether "of" follows the unit. */
  readonly of: boolean;
  /** "500 mg": an amount of a nutrient, not of a food. */
  readonly refused: boolean;
  /** Whether it contains a digit, a number word or an article. */
  readonly counted: boolean;
  readonly inBrackets: boolean;
};

type Counted = { value: number; vague: Quantity["vague"]; to: number };

const said = (tokens: readonly Token[], at: number): string | null => {
  const token = tokens[at];
  if (token?.kind === "word") return token.folded;
  return token?.kind === "soft" ? token.connector : null;
};

const FRACTION_WORDS: ReadonlyMap<string, number> = new Map([
  ["half", 1 / 2],
  ["halves", 1 / 2],
  ["quarter", 1 / 4],
  ["quarters", 1 / 4],
  ["third", 1 / 3],
  ["thirds", 1 / 3],
  ["eighth", 1 / 8],
]);

const isArticle = (word: string | null): boolean => word === "a" || word === "an";

/** "and a half", "& 1/2", "and one quarter" after a number; null when another food begins there. */
function andFraction(tokens: readonly Token[], at: number): Counted | null {
  if (said(tokens, at) !== "and") return null;
  const next = tokens[at + 1];
  if (next?.kind === "number")
    return next.value > 0 && next.value < 1 && !next.times
      ? { value: next.value, vague: null, to: at + 2 }
      : null;
  const first = said(tokens, at + 1);
  const skip = isArticle(first) || first === "one" ? 1 : 0;
  const fraction = FRACTION_WORDS.get(said(tokens, at + 1 + skip) ?? "");
  if (fraction === undefined) return null;
  const after = said(tokens, at + 2 + skip);
  // "one egg and half an avocado", "1 and half a cup": another amount follows.
  if (isArticle(after) || (skip === 0 && after === "of")) return null;
  return { value: fraction, vague: null, to: at + 2 + skip };
}

/** A number in one or two words: "seven", "twenty five", "twenty-five"; null for anything else. */
function numberWords(tokens: readonly Token[], at: number): { value: number; to: number } | null {
  const word = said(tokens, at);
  if (word === null) return null;
  const [tens, ones] = word.includes("-") ? word.split("-") : [word, said(tokens, at + 1)];
  const value = NUMBERS.get(tens as string);
  if (value === undefined) return null;
  const more = isArticle(ones ?? null) ? undefined : NUMBERS.get(ones ?? "");
  const added = value >= 20 && value < 100 && more !== undefined && more < 10;
  if (added) return { value: value + more, to: word === tens ? at + 2 : at + 1 };
  return word === tens ? { value, to: at + 1 } : null;
}

/** One number in digits or words, with fractions, dozens and couples. */
function countAt(tokens: readonly Token[], at: number): Counted | null {
  const token = tokens[at];
  if (token?.kind === "number") {
    const start: Counted = { value: token.value, vague: token.range ? "range" : null, to: at + 1 };
    const next = tokens[at + 1];
    if (token.times && next?.kind === "number" && !next.times)
      return { value: token.value * next.value, vague: next.range ? "range" : start.vague, to: at + 2 };
    if (said(tokens, at + 1) === "dozen") return { ...start, value: token.value * 12, to: at + 2 };
    const more = Number.isInteger(token.value) ? andFraction(tokens, at + 1) : null;
    if (more) return { ...start, value: token.value + more.value, to: more.to };
    return start;
  }
  const word = said(tokens, at);
  if (word === null) return null;
  const next = said(tokens, at + 1);
  const fraction = FRACTION_WORDS.get(word);
  if (fraction !== undefined && !/s$/.test(word)) {
    let to = at + 1;
    if (said(tokens, to) === "of") to++;
    if (isArticle(said(tokens, to)) || said(tokens, to) === "the") to++;
    if (said(tokens, to) === "dozen") return { value: fraction * 12, vague: null, to: to + 1 };
    return { value: fraction, vague: null, to };
  }
  if (word === "dozen") return { value: 12, vague: null, to: at + 1 };
  const vague = VAGUE.get(word) ?? (isArticle(word) ? VAGUE.get(next ?? "") : undefined);
  if (vague !== undefined) {
    const to = VAGUE.has(word) ? at + 1 : at + 2;
    const exact = word === "pair" || word === "couple" || next === "pair" || next === "couple";
    return { value: vague, vague: exact ? null : "roughly", to };
  }
  const number = numberWords(tokens, at);
  if (number === null) return null;
  const { value, to: end } = number;
  const then = said(tokens, end);
  const after = FRACTION_WORDS.get(then ?? "");
  if (after !== undefined) {
    // "a half cup", "three quarters of a cup", "a third of a cup".
    let to = end + 1;
    if (said(tokens, to) === "of") to++;
    if (isArticle(said(tokens, to)) || said(tokens, to) === "the") to++;
    return { value: value * after, vague: null, to };
  }
  if (then === "dozen") return { value: value * 12, vague: null, to: end + 1 };
  if (then === "hundred" && value < 10) return { value: value * 100, vague: null, to: end + 1 };
  const more = isArticle(word) ? null : andFraction(tokens, end);
  if (more) return { value: value + more.value, vague: null, to: more.to };
  const second = then === "or" || then === "to" ? numberWords(tokens, end + 1) : null;
  if (second !== null && second.value > value)
    return { value: (value + second.value) / 2, vague: "range", to: second.to };
  return { value, vague: null, to: end };
}

/** The unit that begins at a token: one word or two ("fl oz"). */
function unitAt(tokens: readonly Token[], at: number): { unit: MealUnit; to: number } | null {
  const one = said(tokens, at);
  if (one === null || tokens[at]?.kind === "soft") return null;
  const two = said(tokens, at + 1);
  const pair = two === null ? undefined : unitNamed(`${one} ${two}`);
  if (pair) return { unit: pair, to: at + 2 };
  const sized = /^(.+)-sized?$/.exec(one)?.[1] ?? one;
  const single = sized === one ? unitTyped((tokens[at] as WordToken).text, one) : unitNamed(sized);
  if (single === undefined || (sized !== one && single.kind !== "size")) return null;
  const to = single.kind === "size" && (two === "sized" || two === "size") ? at + 2 : at + 1;
  return { unit: single, to };
}

/**
 * One amount that begins at a token, or null. "half", "a" and "one" are amounts. A unit without a number is one only
 * before "of" ("slice of toast"); "cup noodles" and "pot roast" are names.
 */
export function singleAt(tokens: readonly Token[], from: number): Quantity | null {
  const first = tokens[from];
  if (first === undefined || !(first.kind === "number" || first.kind === "word")) return null;
  let at = from;
  let vague: Quantity["vague"] = null;
  if (ROUGHLY.has(said(tokens, at) ?? "")) {
    at++;
    vague = "roughly";
  }
  const count = countAt(tokens, at);
  if (count === null && vague !== null) return null;
  if (count) {
    at = count.to;
    vague = count.vague ?? vague;
  }
  const refused = count !== null && REFUSED.has(said(tokens, at) ?? "");
  if (refused) at++;
  const numberEnd = at;
  let filled = at;
  while (!refused && BEFORE_UNIT.has(said(tokens, filled) ?? "")) filled++;
  let size: MealUnit | null = null;
  let unit: MealUnit | null = null;
  const fillers = filled - numberEnd;
  const afterFill = refused ? null : unitAt(tokens, filled);
  if (afterFill?.unit.kind === "size") {
    size = afterFill.unit;
    const then = unitAt(tokens, afterFill.to);
    if (then && then.unit.kind !== "size") {
      unit = then.unit;
      filled = then.to;
    } else filled = afterFill.to;
  } else if (afterFill) {
    unit = afterFill.unit;
    filled = afterFill.to;
  }
  if (unit !== null || size !== null) {
    // "a heaped spoon" is approximate; in "2 whole eggs" the word belongs to the food and is left there.
    if (unit !== null || fillers === 0) {
      if (fillers > 0) vague ??= "roughly";
      at = filled;
    } else size = null;
  }
  let value = count?.value ?? 1;
  const half = unit === null ? null : andFraction(tokens, at);
  // "a cup and a half of rice"; without "of" the half may belong to the next food.
  if (half && count && said(tokens, half.to) === "of") {
    value += half.value;
    at = half.to;
  }
  const of = said(tokens, at) === "of";
  if (count === null && !(unit !== null && of)) return null;
  if (of) {
    at++;
    const article = said(tokens, at);
    if (isArticle(article) || article === "the" || article === "my") at++;
  }
  return {
    from,
    to: at,
    value,
    unit: unit ?? size,
    more: [],
    size: unit === null ? null : size,
    vague,
    of,
    refused,
    counted: count !== null,
    inBrackets: first.inBrackets,
  };
}

/** Grams or millilitres of one unit; null for a unit that is no measure in itself. */
const sizeOf = (unit: MealUnit | null): number | null =>
  unit === null || unit.roughly || unit.container ? null : (unit.grams ?? unit.millilitres ?? null);

/** Whether an amount can be added to another: one of a smaller unit of the same kind, as ounces to pounds. */
const addsTo = ({ unit, inBrackets, refused }: Quantity, next: Quantity): boolean => {
  const [larger, smaller] = [sizeOf(unit), sizeOf(next.unit)];
  return (
    larger !== null &&
    smaller !== null &&
    smaller < larger &&
    unit?.kind === next.unit?.kind &&
    next.counted &&
    next.size === null &&
    next.inBrackets === inBrackets &&
    !refused &&
    !next.refused
  );
};

const joinsAmounts = (token: Token | undefined): boolean =>
  token?.kind === "hard"
    ? token.plus
    : token?.kind === "soft" && (token.connector === "and" || token.connector === "plus");

/**
 * The amount that begins at a token, or null: one, or several that add up, as "1 lb 4 oz", "2 cups and 3 tbsp" and
 * "1 l + 200 ml" do.
 */
export function quantityAt(tokens: readonly Token[], from: number): Quantity | null {
  let sum = singleAt(tokens, from);
  for (let last = sum; sum !== null && last !== null && !last.of; ) {
    const next = singleAt(tokens, joinsAmounts(tokens[last.to]) ? last.to + 1 : last.to);
    if (next?.unit == null || !addsTo(last, next)) break;
    const more = [...sum.more, { value: next.value, unit: next.unit }];
    sum = { ...sum, to: next.to, of: next.of, vague: sum.vague ?? next.vague, more };
    last = next;
  }
  return sum;
}

/** An amount in its first unit: 1.25 lb of "1 lb 4 oz". */
export const valueInAll = ({ value, unit, more }: Quantity): number =>
  more.reduce(
    (sum, part) => sum + (part.value * (sizeOf(part.unit) ?? Number.NaN)) / (sizeOf(unit) ?? Number.NaN),
    value,
  );

/** Whether a unit is only a size: "2 large eggs". */
export const isSize = (unit: MealUnit | null): boolean => unit !== null && unitOf(unit.id)?.kind === "size";
