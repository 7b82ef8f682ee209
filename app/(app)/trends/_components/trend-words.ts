import { SWITCHED_OFF } from "@/components/nutrition/wording";
import {
  countNoun,
  formatBasis,
  formatBound,
  formatCount,
  formatPercent,
  formatRatio,
  formatReference,
  formatReferenceAmount,
  formatShare,
  NBSP,
  NO_DATA,
} from "@/lib/format";
import type {
  BalanceView,
  ChosenSpans,
  PhytateZincView,
  RefinedView,
  TrendDaysView,
  TrendMineral,
} from "@/lib/insights/schemas";
import { NUTRIENTS } from "@/lib/nutrition";

/** Fewer days than this make a page that says little: averages only. */
export const A_WEEK = 7;

/** Whether foods without a value may have added to the average. */
export const isLower = ({ coverageOfMean }: TrendMineral): boolean =>
  coverageOfMean !== null && coverageOfMean < 1;

type Basis = Pick<TrendDaysView, "days" | "hideScores">;

/** The target under a mineral's name, or why there is none. */
export const targetWords = ({ target, state }: TrendMineral): string => {
  if (target !== null) return `target ${formatReference(target)}`;
  return { "switched-off": SWITCHED_OFF, "no-profile": "target not known yet", usual: "no target" }[state];
};

/** What the averages are of: "Average of 28 days that count, 22 of them marked complete". */
export const basisWords = ({ days: { counted, complete }, hideScores }: Basis): string => {
  if (counted === 0) return "No day counts yet";
  return hideScores
    ? `Average of ${countNoun(counted, "day")}`
    : `Average of ${formatBasis(counted, complete)}`;
};

/** On how many days the target was reached: "6 of 28 days"; null without a target or days. */
export const reachedWords = ({ standing }: TrendMineral): string | null => {
  if (standing === null) return null;
  const all = standing.reached + standing.below + standing.open;
  return all === 0 ? null : `${formatCount(standing.reached)} of ${countNoun(all, "day")}`;
};

/** Days whose unknown foods may have made it up: "perhaps 3 more"; null where there are none. */
export const openWords = ({ standing }: TrendMineral): string | null =>
  standing === null || standing.open === 0 ? null : `perhaps ${formatCount(standing.open)} more`;

/** Share of the energy with a value: "93 %". */
export const knownWords = ({ coverage }: TrendMineral): string =>
  coverage === null ? NO_DATA : coverage <= 0 ? formatShare(0) : formatPercent(coverage, 1, true);

/** How much the foods without a value would add at the density of the others; for the hatch, never in a total. */
export const possibleExtra = ({ fromFood, coverageOfMean }: TrendMineral): number | null =>
  fromFood === null || coverageOfMean === null || coverageOfMean <= 0 || coverageOfMean >= 1
    ? null
    : fromFood / coverageOfMean - fromFood;

/** A mineral's row as a sentence or four. */
export const glanceSentence = (item: TrendMineral, scores: boolean): string => {
  const { mineral, mean, target, ear, incomplete } = item;
  const name = NUTRIENTS[mineral].label;
  if (mean === null) return `${name}: no day that counts has a value for it.`;
  const lower = isLower(item);
  const reached = reachedWords(item);
  const open = openWords(item);
  return [
    `${name}: ${formatBound(mineral, mean, lower)} a day from ${countNoun(item.days, "day")}${
      target === null
        ? ""
        : scores
          ? `, ${formatPercent(mean, target, lower)} of your ${formatReferenceAmount(mineral, target)} target`
          : `; your target is ${formatReferenceAmount(mineral, target)}`
    }.`,
    target === null && item.state !== "usual" && `Target: ${targetWords(item)}.`,
    ear !== null && `Average need ${formatReferenceAmount(mineral, ear)}.`,
    reached !== null && `Target reached on ${reached}${open === null ? "" : `, ${open}`}.`,
    `${knownWords(item)} of the energy has a value for it.`,
    incomplete.mean !== null &&
      `${countNoun(incomplete.days, "day")} that ${incomplete.days === 1 ? "does" : "do"} not count ${incomplete.days === 1 ? "is" : "are"} left out.`,
  ]
    .filter(Boolean)
    .join(" ");
};

/** "3.1 : 1", on one line. */
export const ratioWords = (value: number): string => `${formatRatio(value)}${NBSP}:${NBSP}1`;

const NOT_OF: { readonly [K in NonNullable<BalanceView["reason"]>]: string } = {
  "too-few-days": "Too few days of which both are known well enough.",
  "none-of-it": "None of the second is logged, so there is no ratio.",
  "low-coverage": "Too little of the energy has a phytate value.",
  "switched-off": "Switched off by a condition in your profile.",
};

/** Why there is no ratio; null when there is one. */
export const noBalanceWords = ({ reason }: Pick<BalanceView, "reason">): string | null =>
  reason === null ? null : NOT_OF[reason];

/** What a ratio rests on: "From 21 days; 96 % and 93 % of the energy known". */
export const balanceBasis = ({ days, coverage }: BalanceView): string =>
  coverage === null
    ? `From ${countNoun(days, "day")}`
    : `From ${countNoun(days, "day")}; ${formatShare(coverage.over)} and ${formatShare(coverage.under)} of the energy known`;

const CLASS_WORDS = { high: "well", moderate: "moderately", low: "less" } as const;

/** Where the band of phytate to zinc lies among the classes: never surer than its two ends. */
export const availabilityWords = ({ availability }: PhytateZincView): string | null => {
  if (availability === null) return null;
  const { low, high } = availability;
  return low === high
    ? `In the class where zinc is taken up ${CLASS_WORDS[low]}.`
    : `Phytate values are rough: the range reaches from “${CLASS_WORDS[low]}” to “${CLASS_WORDS[high]}”.`;
};

/** How much is refined: "24 % of the energy", "24 % to 41 % of the energy, depending on foods whose kind is not told". */
export const refinedWords = ({ refined, unknown }: RefinedView): string =>
  unknown <= 0
    ? `${formatShare(refined)} of the energy`
    : `Between ${formatShare(refined)} and ${formatShare(Math.min(refined + unknown, 1))} of the energy`;

/** Two spans as the rest of the page's address. */
export const spansQuery = ({ before, now }: ChosenSpans): string =>
  `&from=${now.from}&to=${now.to}&againstFrom=${before.from}&againstTo=${before.to}`;
