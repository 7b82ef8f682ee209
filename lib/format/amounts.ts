/**
 * The words and figures of amounts. All rounding of the app happens here, and nowhere else.
 *
 * Rules: an unknown amount is "no data", never 0. A lower bound is rounded down and what it leaves open is
 * rounded up, so that "at least" and "up to" stay true. A positive amount never prints as 0. A percentage below
 * the target never prints as 100. Units and % follow a non-breaking space.
 */
import { LADDER, NUTRIENTS, type NutrientId, type Total } from "../nutrition";
import { countNoun, formatCount } from "./english";

/** U+00A0: keeps a number and its unit on one line. */
export const NBSP = "\u00A0";
const NUMBER_SPACE_UNIT = /(?<=\d) (?=(?:mg|µg|g|kg|kcal|%)(?![\p{L}\d]))/gu;

/** Prose with every number tied to its unit by a non-breaking space: "limits of 40 mg". */
export const tieUnits = (text: string): string => text.replaceAll(NUMBER_SPACE_UNIT, NBSP);

/** What an unknown amount is called. */
export const NO_DATA = "no data";
/** What a day or meal without entries is called. */
export const NOTHING_LOGGED = "nothing logged yet";

export type Rounding = "nearest" | "down" | "up";

/** Zinc and iron (and the equally small copper, manganese, vitamin D and B12) show one decimal, everything else none. */
const DECIMALS: { readonly [N in NutrientId]?: number } = {
  zinc: 1,
  iron: 1,
  copper: 1,
  manganese: 1,
  vitaminD: 1,
  vitaminB12: 1,
};

const FORMATS = [0, 1, 2].map(
  (digits) =>
    new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);
const REFERENCE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const SOURCE = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

const finite = (value: number): number => {
  if (!Number.isFinite(value)) throw new RangeError(`An amount must be finite, got ${value}`);
  return value;
};

/** Rounds to `digits` decimals; the tiny slack keeps 2.3 − 1.1 + … sums from falling through a whole step. */
const round = (value: number, digits: number, rounding: Rounding): number => {
  const factor = 10 ** digits;
  const scaled = value * factor;
  const slack = 1e-9 * Math.max(1, Math.abs(scaled));
  if (rounding === "down") return Math.floor(scaled + slack) / factor;
  if (rounding === "up") return Math.ceil(scaled - slack) / factor;
  return Math.round(scaled + (scaled < 0 ? -slack : slack)) / factor;
};

const fixed = (value: number, digits: number): string =>
  (FORMATS[digits] ?? REFERENCE).format(value === 0 ? 0 : value);

/** The unit a nutrient is shown in: "mg", "µg", "g" or "kcal". */
export const unitOf = (nutrient: NutrientId): string => NUTRIENTS[nutrient].unit;

/**
 * A known amount as a bare figure: "1,804", "9.7", "<1" for a positive amount that would round to 0.
 * @param value finite, in the nutrient's canonical unit, 0 or more.
 */
export const formatFigure = (nutrient: NutrientId, value: number, rounding: Rounding = "nearest"): string => {
  const digits = DECIMALS[nutrient] ?? 0;
  const rounded = round(finite(value), digits, rounding);
  if (value > 0 && rounded <= 0) return `<${fixed(10 ** -digits, digits)}`;
  return fixed(rounded, digits);
};

/**
 * An amount with one digit more than is shown, the rest cut off: what a long list needs of it. It is shown the same
 * as the amount itself, and never passes a target that the amount does not.
 */
export const trimAmount = (nutrient: NutrientId, value: number): number =>
  round(finite(value), (DECIMALS[nutrient] ?? 0) + 1, "down");

/** An amount with its unit: "241 mg"; "no data" when unknown. */
export const formatAmount = (nutrient: NutrientId, value: number | null, rounding?: Rounding): string =>
  value === null ? NO_DATA : `${formatFigure(nutrient, value, rounding)}${NBSP}${unitOf(nutrient)}`;

/**
 * One of the parts that a total is made of, one decimal finer than totals are, so that a column of parts can be added
 * up: "157.3 mg", "2.35 mg".
 */
export const formatPart = (nutrient: NutrientId, value: number): string => {
  const digits = (DECIMALS[nutrient] ?? 0) + 1;
  const rounded = round(finite(value), digits, "nearest");
  const figure = value > 0 && rounded <= 0 ? `<${fixed(10 ** -digits, digits)}` : fixed(rounded, digits);
  return `${figure}${NBSP}${unitOf(nutrient)}`;
};

/**
 * A value exactly as a source or a label has it, with its unit: "87 mg", "0.273 mg".
 * @param value finite, with as many decimals as the source gives.
 */
export const formatSourceValue = (nutrient: NutrientId, value: number): string =>
  `${SOURCE.format(finite(value))}${NBSP}${unitOf(nutrient)}`;

/**
 * A reference value (target, limit, average need) as published: no padding zeros, at most two decimals.
 * "8", "6.8", "0.27", "2,500".
 */
export const formatReference = (value: number): string => REFERENCE.format(finite(value));

/** A reference value with its unit: "6.8 mg". */
export const formatReferenceAmount = (nutrient: NutrientId, value: number): string =>
  `${formatReference(value)}${NBSP}${unitOf(nutrient)}`;

/** Whether a total is only a lower bound: some entries do not report the nutrient, or only in part. */
export const isLowerBound = (total: Total): boolean => total.known < total.entries;

/** A figure and what is said before it. */
export type BoundParts = { readonly prefix: "" | "at least" | "more than"; readonly figure: string };

/**
 * An amount as a figure and the words before it: {"", "241"}; for a lower bound {"at least", "241"}, rounded down, or
 * {"more than", "0"} where nothing is left of it.
 * @param value finite, in the nutrient's canonical unit, 0 or more.
 * @param lowerBound whether foods without a value may have added to it.
 */
export const boundParts = (nutrient: NutrientId, value: number, lowerBound: boolean): BoundParts => {
  if (!lowerBound) return { prefix: "", figure: formatFigure(nutrient, value) };
  const figure = formatFigure(nutrient, value, "down");
  return figure.startsWith("<") ? { prefix: "more than", figure: "0" } : { prefix: "at least", figure };
};

/** {@link boundParts} as words, without the unit: "226", "at least 226". */
export const formatBoundFigure = (nutrient: NutrientId, value: number, lowerBound: boolean): string => {
  const { prefix, figure } = boundParts(nutrient, value, lowerBound);
  return prefix === "" ? figure : `${prefix} ${figure}`;
};

/** {@link boundParts} as words: "226 mg", "at least 226 mg". */
export const formatBound = (nutrient: NutrientId, value: number, lowerBound: boolean): string =>
  `${formatBoundFigure(nutrient, value, lowerBound)}${NBSP}${unitOf(nutrient)}`;

/** An estimate in words: "about 226 mg"; of a lower bound "at least 226 mg". */
export const formatEstimate = (nutrient: NutrientId, value: number, lowerBound: boolean): string =>
  `${lowerBound ? "" : "about "}${formatBound(nutrient, value, lowerBound)}`;

/** {@link boundParts} of a total; null when it is unknown. */
export const totalParts = (nutrient: NutrientId, total: Total): BoundParts | null =>
  total.amount === null ? null : boundParts(nutrient, total.amount, isLowerBound(total));

/** A total in words: "241 mg", "at least 241 mg", "no data", "nothing logged yet". */
export const formatTotal = (nutrient: NutrientId, total: Total): string => {
  if (total.entries === 0) return NOTHING_LOGGED;
  return total.amount === null ? NO_DATA : formatBound(nutrient, total.amount, isLowerBound(total));
};

/** A total for a narrow table cell: "48", "48+" (read "at least 48") for a lower bound, null for no data. */
export const formatDense = (nutrient: NutrientId, total: Total): string | null => {
  const parts = totalParts(nutrient, total);
  if (parts === null) return null;
  if (parts.prefix === "") return parts.figure;
  return parts.prefix === "at least" ? `${parts.figure}+` : ">0";
};

/**
 * How far an amount is below a target: "79 mg"; "up to 79 mg", rounded up, where the amount is a lower bound.
 * @param short target minus amount, above 0.
 */
export const formatShortfall = (nutrient: NutrientId, short: number, lowerBound: boolean): string =>
  `${lowerBound ? "up to " : ""}${formatAmount(nutrient, short, lowerBound ? "up" : "nearest")}`;

/** What is left to a target: "79 mg to go", "up to 79 mg to go". @param short target minus amount, above 0. */
export const formatGap = (nutrient: NutrientId, short: number, lowerBound: boolean): string =>
  `${formatShortfall(nutrient, short, lowerBound)} to go`;

/** What a food would add: "+157 mg"; "no data" when unknown. */
export const formatDelta = (nutrient: NutrientId, value: number | null): string => {
  if (value === null) return NO_DATA;
  const text = formatAmount(nutrient, value);
  return text.startsWith("<") ? text : `+${text}`;
};

/**
 * What an average rests on: "9 complete days", "12 days, none marked complete", "12 days, 5 marked complete".
 * @param complete how many of the days the person marked complete.
 */
export const formatBasis = (days: number, complete: number): string => {
  if (days > 0 && complete >= days) return countNoun(days, "complete day");
  return `${countNoun(days, "day")}, ${complete === 0 ? "none" : formatCount(complete)} marked complete`;
};

/** "3 mg above the upper limit"; the scope is named when only supplements count. */
export const formatOverLimit = (
  nutrient: NutrientId,
  above: number,
  scope: "total" | "supplements" | null,
): string =>
  `${formatAmount(nutrient, above)} above the upper limit${scope === "supplements" ? " for supplements" : ""}`;

/**
 * A share of a target: "75 %". Below the target at most 99 %, above 0 at least "<1 %"; a lower bound is rounded
 * down.
 * @param target above 0.
 */
export const formatPercent = (amount: number, target: number, lowerBound = false): string => {
  if (!(target > 0)) throw new RangeError(`A target must be above 0, got ${target}`);
  const rounded = round((finite(amount) / target) * 100, 0, lowerBound ? "down" : "nearest");
  const percent = amount < target ? Math.min(rounded, 99) : Math.max(rounded, 100);
  return amount > 0 && percent < 1 ? `<1${NBSP}%` : `${fixed(percent, 0)}${NBSP}%`;
};

/**
 * A probability: "84 %"; beyond 95 % it is "> 95 %" and below 5 % "< 5 %", because no estimate here is surer.
 * @param share 0 to 1.
 * @param step percent points that the figure is a multiple of: 5 for iron, whose method is the roughest.
 */
export const formatProbability = (share: number, step: 1 | 5 = 1): string => {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`A probability lies in 0 to 1, got ${share}`);
  if (share > 0.95) return `>${NBSP}95${NBSP}%`;
  if (share < 0.05) return `<${NBSP}5${NBSP}%`;
  return `${round((share * 100) / step, 0, "nearest") * step}${NBSP}%`;
};

/**
 * How sure a verdict is. Where its words stop at "probably", so does the figure: "> 80 %".
 * @param strongest whether the words may be the strongest.
 */
export const formatSure = (
  sure: number,
  { step = 1, strongest }: { readonly step?: 1 | 5; readonly strongest: boolean },
): string =>
  !strongest && sure >= LADDER.veryProbably
    ? `>${NBSP}${formatShare(LADDER.probably)}`
    : formatProbability(sure, step);

/** A part of a whole: "93 %"; never 0 for something nor 100 for less than all. @param share 0 to 1. */
export const formatShare = (share: number): string =>
  share <= 0 ? `0${NBSP}%` : formatPercent(Math.min(share, 1), 1);

/** A number without a unit, such as a ratio: one decimal below 10, none above. @param value finite, 0 or more. */
export const formatRatio = (value: number): string =>
  value < 10 ? fixed(round(finite(value), 1, "nearest"), 1) : fixed(round(finite(value), 0, "nearest"), 0);

/** A weight: "180 g", "4.5 g" below 10 g, "<0.1 g". @param grams finite, 0 or more. */
export const formatGrams = (grams: number): string => {
  const digits = grams < 10 ? 1 : 0;
  const rounded = round(finite(grams), digits, "nearest");
  if (grams > 0 && rounded === 0) return `<0.1${NBSP}g`;
  return `${Number.isInteger(rounded) ? fixed(rounded, 0) : fixed(rounded, 1)}${NBSP}g`;
};
