import {
  formatAmount,
  formatBound,
  formatBoundFigure,
  formatFigure,
  formatFullPeriod,
  NO_DATA,
  unitOf,
} from "@/lib/format";
import type { ComparisonItem, ComparisonView } from "@/lib/insights/schemas";
import { type Mineral, NUTRIENTS } from "@/lib/nutrition";

type Mean = ComparisonItem["now"];

const lower = ({ coverageOfMean }: Mean): boolean => coverageOfMean !== null && coverageOfMean < 1;

/** A mean in words: "at least 226 mg", "no data". */
export const meanWords = (mineral: Mineral, mean: Mean): string =>
  mean.mean === null ? NO_DATA : formatBound(mineral, mean.mean, lower(mean));

/** The mean as a figure for a table: "at least 226". */
export const meanFigure = (mineral: Mineral, mean: Mean): string =>
  mean.mean === null ? NO_DATA : formatBoundFigure(mineral, mean.mean, lower(mean));

/** What can be said: "About 34 mg more a day", "Cannot tell". */
export const verdictWords = ({ mineral, verdict, change }: ComparisonItem): string =>
  verdict === "cannot-tell" || change === null
    ? "Cannot tell"
    : `About ${formatAmount(mineral, Math.abs(change.difference))} ${verdict} a day`;

/** A difference as a figure with its sign: "+34", "−12". */
export const signed = (mineral: Mineral, value: number): string =>
  `${value < 0 ? "−" : "+"}${formatFigure(mineral, Math.abs(value))}`;

/** Where the difference lies, or why nothing can be said. */
export const reasonWords = ({ mineral, change, reason, before, now }: ComparisonItem): string => {
  const days = `${before.days} and ${now.days} days`;
  switch (reason) {
    case "too-few-days":
      return `too few days: ${days} count`;
    case "low-coverage":
      return "too many foods without a value";
    case "coverage-could-change-it":
      return "foods without a value could account for it";
    default:
      return change === null
        ? ""
        : `between ${signed(mineral, change.low)} and ${signed(mineral, change.high)} ${unitOf(mineral)}, from ${days}`;
  }
};

/** What the two spans are called, earlier and later: their days, with the year. */
export const spanNames = ({ before, now }: Pick<ComparisonView, "before" | "now">) => ({
  before: formatFullPeriod(before.from, before.to),
  now: formatFullPeriod(now.from, now.to),
});
export type SpanNames = ReturnType<typeof spanNames>;

const aDay = (mineral: Mineral, mean: Mean): string =>
  mean.mean === null ? NO_DATA : `${meanWords(mineral, mean)} a day`;

/**
 * A row as a sentence or two: "Magnesium: 212 mg a day in 1 – 30 March 2026, 247 mg a day in …. About 35 mg more a
 * day, between …."
 */
export const comparisonSentence = (item: ComparisonItem, names: SpanNames): string => {
  const { mineral, before, now } = item;
  const reason = reasonWords(item);
  return `${NUTRIENTS[mineral].label}: ${aDay(mineral, before)} in ${names.before}, ${aDay(mineral, now)} in ${names.now}. ${verdictWords(item)}${reason === "" ? "" : `, ${reason}`}.`;
};
