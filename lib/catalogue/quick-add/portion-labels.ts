import { type Portion, readNumber } from "@/lib/nutrition";
import { stem, wordsOf } from "../search/words";
import { UNITS, unitNamed } from "./food-measures";

/** A food's own measure, parsed. */
export type Measure = {
  readonly portion: Portion;
  /** 0.5 of "1/2 cup", above 0. */
  readonly quantity: number;
  /** Its first word, in lower case: "cup", "fl oz", "slice". */
  readonly noun: string;
  /** Words before a comma, folded: "potato" of "potato, large". */
  readonly things: readonly string[];
  /** Words after a comma, folded: "chopped" of "cup, chopped". */
  readonly details: readonly string[];
  /** All its words, folded. */
  readonly words: readonly string[];
  readonly brackets: boolean;
  /** Number of pieces in the measure with their words: "23 whole kernels" of "1 oz (23 whole kernels)". */
  readonly holds: { readonly count: number; readonly words: readonly string[] } | null;
  /** Volume of the whole measure, ml; null for other measures. */
  readonly millilitres: number | null;
};

const LEADING = /^(\d+ \d+\/\d+|\d+\/\d+|\d+(?:\.\d+)?)\s+(\S.*)$/;
const FLUID = /\((?:about )?(\d*\.?\d+) fl oz\)/;
const HOLDS = /\((?:approx\.? |about )?(\d+) ([a-z][a-z ]*)\)/i;
const volumes = new Map(
  UNITS.flatMap(({ labels = [], millilitres, roughly }) =>
    millilitres === undefined || roughly === true ? [] : labels.map((label) => [label, millilitres] as const),
  ),
);
const FLUID_OUNCE = unitNamed("fl oz")?.millilitres as number;

function measureOf(portion: Portion): Measure | null {
  const { label } = portion;
  // The yield of a packet when prepared is not a measure of the food.
  if (/\byields?\b/i.test(label) || !(portion.grams > 0)) return null;
  const leading = LEADING.exec(label);
  const quantity = leading ? readNumber(leading[1] as string) : 1;
  const rest = leading ? (leading[2] as string) : label;
  if (quantity === null || quantity <= 0) return null;
  const plain = rest.replace(/\s*\([^)]*\)/g, "");
  const lower = plain.toLowerCase();
  const first = /^(?:fl oz|extra large)\b/.exec(lower)?.[0] ?? /^[a-z]+/.exec(lower)?.[0] ?? lower;
  const unit = unitNamed(first);
  // Own foods use "2 tablespoons" where the table uses "2 tbsp".
  const noun = unit?.kind === "volume" ? (unit.labels?.[0] ?? first) : first;
  const comma = plain.indexOf(",");
  const detailText = comma >= 0 ? plain.slice(comma + 1) : plain.slice(first.length);
  const millilitres = volumes.get(noun);
  const fluid = FLUID.exec(rest);
  const holds = HOLDS.exec(rest);
  return {
    portion,
    // A length is not a count: "6 inch sub" is one.
    quantity: noun === "inch" ? 1 : quantity,
    noun,
    things: wordsOf(comma >= 0 ? plain.slice(0, comma) : plain).map((word) => word.stem),
    details: wordsOf(detailText).map((word) => word.stem),
    words: wordsOf(plain).map((word) => word.stem),
    brackets: plain !== rest,
    holds:
      holds && Number(holds[1]) > 1
        ? { count: Number(holds[1]), words: wordsOf(holds[2] as string).map((word) => word.stem) }
        : null,
    millilitres:
      millilitres !== undefined
        ? millilitres * quantity
        : fluid
          ? Number(fluid[1]) * FLUID_OUNCE * quantity
          : null,
  };
}

/** The parsed measures of a food, in their order. */
export const measuresOf = (portions: readonly Portion[]): Measure[] =>
  portions.flatMap((portion) => measureOf(portion) ?? []);

/** Measures that a number without a unit does not refer to: "2 milk" are not two ounces. */
const NOT_COUNTED = new Set([
  ..."oz lb cup tbsp tsp fl cubic quart pint gallon liter ml g serving portion unit package container box bag jar bottle".split(
    " ",
  ),
  ..."carton can recipe order roast half block inch ball tube each-package scoop dash jigger shot".split(" "),
  "fl oz",
]);

export const isCounted = (measure: Measure): boolean =>
  !NOT_COUNTED.has(measure.noun) && /^[a-z]/.test(measure.noun);

/** Words for pieces, beside the food's own name. */
const THINGS = new Set(["whole", "kernel", "nut", "seed", "piece", "small", "medium", "large"]);

/** Weight of one piece by a measure that states how many it holds; null when it does not, or of other things. */
export function eachOf({ portion, holds }: Measure, typed: ReadonlySet<string>): number | null {
  if (holds === null || !holds.words.every((word) => typed.has(word) || THINGS.has(word))) return null;
  return portion.grams / holds.count;
}

/** Measures of weight or volume, which a number of pieces does not refer to: "5 apricots" are not five cups. */
const BULK = new Set("oz lb g ml cup tbsp tsp pint quart gallon liter cubic".split(" ").concat("fl oz"));

export const isBulk = (measure: Measure): boolean => BULK.has(measure.noun);

/** Whether a measure is one piece of what was typed: "1 date, pitted" of dates, "1 melon" of a watermelon. */
export const countsThing = ({ things }: Measure, typed: ReadonlySet<string>): boolean =>
  things.length > 0 &&
  things.every(
    (word) => THINGS.has(word) || [...typed].some((each) => each === word || isKindOf(each, word)),
  ) &&
  things.some((word) => !THINGS.has(word));

/** Whether a compound word names a kind: a watermelon is a melon. */
const isKindOf = (word: string, kind: string): boolean => kind.length > 3 && word.endsWith(kind);

export const nounStem = (measure: Measure): string => stem(measure.noun);
