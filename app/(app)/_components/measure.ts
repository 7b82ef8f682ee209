import { formatMeasure, formatPortion } from "@/lib/format";
import { type Portion, readNumber } from "@/lib/nutrition";

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
