import {
  countNoun,
  formatAmount,
  formatBound,
  formatPercent,
  formatReferenceAmount,
  formatShare,
  formatTotal,
  isLowerBound,
  NO_DATA,
} from "@/lib/format";
import type { SecondLineDay, SecondLineFigures } from "@/lib/insights/schemas";
import { NUTRIENTS } from "@/lib/nutrition";
import { SWITCHED_OFF } from "./wording";

/** What an item is compared with, of a day or of a mean. */
type Compared = Omit<
  SecondLineFigures,
  "days" | "mean" | "fromFood" | "coverage" | "coverageOfMean" | "countedMean"
>;

// The words of nutrients beside the six: amounts, targets and limits side by side. No share of a target, no verdict.

/** Said wherever the nutrients beside the six are listed. */
export const IODINE_NOTICE =
  "Iodine is missing: the food table (USDA SR28) has no values of it, so its amount is unknown, not zero.";

/** A recommended intake of whatever authority is a "target". */
const KINDS: { readonly [kind: string]: string } = {
  AI: "adequate intake",
  "safe and adequate": "safe and adequate intake",
};
const LIMITS = { UL: "upper limit", CDRR: "reduce above", "safe level": "safe level" } as const;

/** "adequate intake 1,500 mg", or why there is none. */
const targetWords = ({ nutrient, target, kind, state }: Compared): string => {
  if (state === "switched-off") return SWITCHED_OFF;
  if (state === "no-profile") return "target not known yet";
  if (target === null || kind === null) return "no target set";
  return `${KINDS[kind] ?? "target"} ${formatReferenceAmount(nutrient, target)}`;
};

/** "upper limit 3,000 µg of retinol"; null where none is set or a condition switches it off. */
const limitWords = ({ nutrient, limit }: Compared): string | null => {
  if (limit === null) return null;
  const amount = `${LIMITS[limit.kind]} ${formatReferenceAmount(nutrient, limit.value)}`;
  if (limit.kind === "CDRR") return `${amount} (CDRR)`;
  if (limit.counts === "retinol") return `${amount} of retinol`;
  return limit.counts === "folic-acid" ? `${amount} of added folic acid, which is not known apart` : amount;
};

/** "suggested portions hold at most 140 mg", where a condition in the profile caps them. */
const capWords = ({ nutrient, portionCap }: Compared): string | null =>
  portionCap === null
    ? null
    : `suggested portions hold at most ${formatReferenceAmount(nutrient, portionCap)}`;

/** What one nutrient's line says. */
export type SecondLineText = {
  readonly name: string;
  /** "at least 1,822 mg", "no data". */
  readonly amount: string;
  /** Target, limit and cap. */
  readonly references: string;
  /** How much of the food has a value; null where nothing is logged. */
  readonly coverage: string | null;
  /** "122 mg above 2,300 mg"; null where no limit is passed or it cannot be compared. */
  readonly above: string | null;
};

const referencesOf = (item: Compared): string =>
  [targetWords(item), limitWords(item), capWords(item)].filter((words) => words !== null).join(" · ");

const aboveWords = ({ nutrient, limit }: Compared, above: number | null): string | null =>
  above === null || limit === null
    ? null
    : `${formatAmount(nutrient, above)} above ${limit.kind === "UL" ? "the upper limit" : formatReferenceAmount(nutrient, limit.value)}`;

/** What passes a "safe and adequate" intake, which EFSA sets as target and bound at once; a lower bound as the amount is. */
const aboveSafeWords = ({ nutrient, target, kind }: Compared, amount: number | null): string | null =>
  kind !== "safe and adequate" || target === null || amount === null || amount <= target
    ? null
    : `${formatAmount(nutrient, amount - target)} above ${formatReferenceAmount(nutrient, target)}`;

/** A nutrient on one day. */
export const dayText = (item: SecondLineDay): SecondLineText => {
  const { nutrient, total, aboveLimit } = item;
  const { known, entries } = total;
  return {
    name: NUTRIENTS[nutrient].label,
    amount: formatTotal(nutrient, total),
    references: referencesOf(item),
    coverage:
      entries === 0
        ? null
        : isLowerBound(total)
          ? `${known} of ${countNoun(entries, "entry has", "entries have")} a value`
          : `known of ${entries === 1 ? "the only entry" : `all ${entries} entries`}`,
    above: aboveWords(item, aboveLimit) ?? aboveSafeWords(item, total.amount),
  };
};

/** A nutrient as a mean a day over a span. */
export const meanText = (item: SecondLineFigures): SecondLineText => {
  const { nutrient, mean, days, coverage, coverageOfMean, limit, countedMean } = item;
  const over =
    limit === null || countedMean === null || countedMean <= limit.value ? null : countedMean - limit.value;
  return {
    name: NUTRIENTS[nutrient].label,
    amount:
      mean === null ? NO_DATA : formatBound(nutrient, mean, coverageOfMean === null || coverageOfMean < 1),
    references: referencesOf(item),
    coverage:
      coverage === null
        ? null
        : `${coverage >= 1 ? formatPercent(1, 1) : formatShare(coverage)} known, ${countNoun(days, "day")}`,
    above: aboveWords(item, over) ?? aboveSafeWords(item, mean),
  };
};
