import { type Portion, readNumber } from "../nutrition";
import { formatGrams, formatReference, NBSP } from "./amounts";
import { formatCount } from "./english";

const FRACTIONS: readonly (readonly [value: number, glyph: string])[] = [
  [1 / 4, "¼"],
  [1 / 3, "⅓"],
  [1 / 2, "½"],
  [2 / 3, "⅔"],
  [3 / 4, "¾"],
];

/** A number of portions as people write it: "1", "½", "1½", "2.4". @param quantity finite, above 0. */
export const formatQuantity = (quantity: number): string => {
  const whole = Math.floor(quantity);
  const rest = quantity - whole;
  const fraction = FRACTIONS.find(([value]) => Math.abs(rest - value) < 0.005);
  if (fraction) return `${whole === 0 ? "" : formatCount(whole)}${fraction[1]}`;
  const text = formatReference(quantity);
  return text === "0" ? "<0.01" : text;
};

/** A measure's first word, and whether it is all of it: "cup" of "cup, chopped", "avocado", but "egg" of "egg white". */
const FIRST_WORD = /^([a-z]+)(?=$|[\s,(])/i;
const WHOLE_NOUN = /^[a-z]+(?=$|\s*[,(])/i;
/** Measures that take a plural s also before another word: "2 cups chopped", "2 slices bread". */
const COUNTED =
  /^(bar|bottle|bowl|bunch|can|capsule|carton|clove|container|cup|drop|fillet|glass|handful|head|link|loaf|ounce|package|packet|patty|piece|pint|pod|pot|portion|quart|roll|sachet|scoop|serving|slice|spear|sprig|stalk|stick|strip|tablespoon|tablet|teaspoon|wedge)(?=$|[\s,(])/i;
/** Sizes, signs of units, and what is called the same in the plural. */
const INVARIABLE =
  /^(small|medium|large|extra|jumbo|mini|miniature|regular|thin|thick|whole|each|half|oz|lb|g|kg|mg|ml|cl|dl|l|tsp|tbsp|fl|inch|fish|shrimp|squid|sheep|broccoli|spinach|dozen)$/i;

const plural = (noun: string): string => {
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(loaf|leaf)$/i.test(noun)) return `${noun.slice(0, -1)}ves`;
  return /(s|x|ch|sh|ato)$/i.test(noun) ? `${noun}es` : `${noun}s`;
};

const firstWord = (label: string): string => FIRST_WORD.exec(label)?.[1] ?? "";

/** A household measure with its number: "½ cup", "2 slices", "2 cups, chopped", "1 medium". */
export const formatMeasure = (quantity: number, label: string): string => {
  const counted =
    COUNTED.test(label) || (WHOLE_NOUN.test(label) && !/(?<!s)s(?=$|[\s,(])/i.test(firstWord(label)));
  const unit =
    quantity > 1 && counted && !INVARIABLE.test(firstWord(label)) ? label.replace(FIRST_WORD, plural) : label;
  return `${formatQuantity(quantity)}${NBSP}${unit}`;
};

/** How much was eaten of something whose amount nobody said: it is unknown, and not none. */
const AMOUNT_NOT_STATED = "amount not stated";

/**
 * A portion as shown beside a food: household measure first, grams second: "1 cup · 180 g"; grams alone when it
 * was weighed (label null), the measure alone when no weight is worth showing (a capsule), and of an entry with neither
 * {@link AMOUNT_NOT_STATED}.
 */
export const formatPortion = (quantity: number, label: string | null, grams: number | null): string =>
  [label === null ? null : formatMeasure(quantity, label), grams === null ? null : formatGrams(grams)]
    .filter((part) => part !== null)
    .join(" · ") || AMOUNT_NOT_STATED;

export type Measure = { readonly quantity: number; readonly unit: string };

/**
 * The number and the unit of a portion's label: "1/2 cup, chopped" is 0.5 of "cup, chopped", "3 oz" is 3 of "oz",
 * "slice" is 1. A length is no number of anything: two "6 inch, sub" are not 12 inches of one.
 */
export const measureOf = (label: string): Measure => {
  const match = /^(\d+\s+\d+\/\d+|\d+\/\d+|\d+(?:\.\d+)?)\s+(\S.*)$/.exec(label);
  const quantity = match?.[1] === undefined ? null : readNumber(match[1]);
  if (!match || quantity === null || quantity <= 0) return { quantity: 1, unit: label };
  const unit = match[2] as string;
  return /^inch/i.test(unit) ? { quantity: 1, unit: `× ${label}` } : { quantity, unit };
};

/** Without the remarks in brackets: "medium (7" to 7-7/8" long)" is "medium". */
const plain = (unit: string): string => unit.replace(/\s*\([^)]*\)/g, "").trim() || unit;

const singular = (unit: string): string =>
  unit.replace(
    /^(cookie|cracker|waffle|slice|piece|oz|egg|link|nugget|piece|strip|pancake|stick|ring)s\b/i,
    "$1",
  );

/** A number of portions as one measure: two of "1/2 cup" are one cup. `brief` leaves out remarks in brackets. */
export const wholeMeasure = (
  label: string,
  count: number,
  brief = true,
): { label: string; count: number } => {
  const { quantity, unit } = measureOf(label);
  const total = quantity * count;
  const words = brief ? plain(unit) : unit;
  return { label: total <= 1 ? singular(words) : words, count: total };
};

/** "2 cups", "½ cup, chopped", "1 medium". */
export const measureWords = (label: string, count: number, brief = true): string => {
  const measure = wholeMeasure(label, count, brief);
  return formatMeasure(measure.count, measure.label);
};

/** A portion as shown beside a food: "2 cups · 360 g", "180 g" when it was weighed, "2 capsules" of what has no weight. */
export const portionWords = (
  portion: { readonly label: string; readonly count: number } | null,
  grams: number | null,
): string => {
  if (portion === null) return formatPortion(1, null, grams);
  const measure = wholeMeasure(portion.label, portion.count);
  return formatPortion(measure.count, measure.label, grams);
};

/**
 * How a portion is called in a list to choose from, beside the number: "cups, chopped", "medium (7" to 7-7/8" long)",
 * "3 oz".
 */
export const portionName = ({ label }: Pick<Portion, "label">, count = 1): string => {
  const { quantity, unit } = measureOf(label);
  if (quantity !== 1 || unit.startsWith("×")) return label;
  return count > 1 ? formatMeasure(count, unit).replace(/^\S+?\u00A0/, "") : unit;
};
