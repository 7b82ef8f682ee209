import {
  type BoundParts,
  boundParts,
  capitalise,
  countNoun,
  formatAmount,
  formatBasis,
  formatPercent,
  formatProbability,
  formatReferenceAmount,
  formatShare,
  formatShortfall,
  formatSure,
} from "@/lib/format";
import type { AdequacyItem, LeftOutReason } from "@/lib/insights/schemas";
import { isAboveLimit, LADDER, MIN_COVERAGE, NUTRIENTS, UPPER_LIMIT_WORDS } from "@/lib/nutrition";

const MEETS: ReadonlySet<AdequacyItem["verdict"]> = new Set(["probably-meets", "very-probably-meets"]);
const BELOW: ReadonlySet<AdequacyItem["verdict"]> = new Set(["probably-below", "very-probably-below"]);

/** Which way a verdict points, if it does. */
export const verdictSide = ({ verdict }: Pick<AdequacyItem, "verdict">): "meets" | "below" | null =>
  MEETS.has(verdict) ? "meets" : BELOW.has(verdict) ? "below" : null;

/** The verdict as a heading: "Probably below your need". */
export const verdictTitle = (item: AdequacyItem): string => {
  const words = capitalise(item.words);
  if (verdictSide(item) === null) return item.verdict === "not-enough-data" ? `${words} yet` : words;
  return `${words} your need`;
};

const getProbabilityStep = ({ method }: AdequacyItem): 1 | 5 => (method === "iron-distribution" ? 5 : 1);

/**
 * Probability that usual intake is below the need, as the verdict takes it: a verdict "below" holds even if the foods
 * without a value held as much as the others, "meets" holds without them; in between, the less sure of the two.
 * Null where none is given, and for an adequate intake, below which nothing can be said.
 */
export const probabilityBelow = (item: AdequacyItem): number | null => {
  const { probability, probabilityIfFilled, method } = item;
  if (probability === null || probabilityIfFilled === null || method === "ai") return null;
  const leaning = verdictSide(item);
  if (leaning === "below") return 1 - probabilityIfFilled;
  if (leaning === "meets") return 1 - probability;
  if (probability < 0.5 && probabilityIfFilled > 0.5) return 0.5;
  return 1 - (probability < 0.5 ? probabilityIfFilled : probability);
};

/** Whether the words of a verdict are the strongest; zinc's never are, whatever its figure. */
const isStrongest = ({ verdict }: AdequacyItem): boolean => verdict.startsWith("very-probably");

/** Where the scale's mark stands: never further out than the words of the verdict go. */
export const scalePosition = (item: AdequacyItem, below: number): number =>
  verdictSide(item) === null || isStrongest(item)
    ? below
    : Math.min(Math.max(below, 1 - LADDER.veryProbably + 1e-3), LADDER.veryProbably - 1e-3);

/** How sure, and from what: "84 % sure, from 9 complete days"; null without a probability. */
export const basisWords = (item: AdequacyItem): string | null => {
  const { probability, probabilityIfFilled } = item;
  if (probability === null || probabilityIfFilled === null) return null;
  const from = `from ${formatBasis(item.days, item.completeDays)}`;
  const leaning = verdictSide(item);
  const step = getProbabilityStep(item);
  const sure = (value: number) =>
    `${formatSure(value, { step, strongest: isStrongest(item) })} sure, ${from}`;
  if (leaning === "below") return sure(1 - probabilityIfFilled);
  if (leaning === "meets") return sure(probability);
  const low = formatProbability(probability, step);
  const high = formatProbability(probabilityIfFilled, step);
  const range = low === high ? low : `between ${low} and ${high}`;
  return item.method === "ai"
    ? `${range} likely above the ${item.reference?.kind === "AI" ? "adequate" : "recommended"} intake, ${from}`
    : `${range} likely that it meets your need, ${from}`;
};

/** The sentence of the scale: the same words and figure as the verdict. */
export const scaleLabel = (item: AdequacyItem, below: number): string => {
  const step = getProbabilityStep(item);
  const figure =
    verdictSide(item) === null
      ? `${formatProbability(below, step)} likely that usual intake is below the need`
      : `${formatSure(Math.max(below, 1 - below), { step, strongest: isStrongest(item) })} sure`;
  return `${figure}: ${verdictTitle(item).toLowerCase()}`;
};

/** What the allowance for a vegetarian diet does to the need, and what would be said without it; null without one. */
export const allowanceWords = (item: AdequacyItem): string | null => {
  const { mineral, reference, withoutAllowance } = item;
  const plain = reference?.withoutAllowance?.ear ?? null;
  const raised = reference?.ear ?? null;
  if (withoutAllowance === null || plain === null || raised === null) return null;
  const need = `Your need is counted with the allowance for a vegetarian diet: ${formatReferenceAmount(mineral, raised)} on average, in place of ${formatReferenceAmount(mineral, plain)}.`;
  const { words, probability } = withoutAllowance;
  return probability === null
    ? need
    : `${need} Without it: ${words}${words.endsWith("yet") ? "" : " your need"}, ${formatProbability(probability, getProbabilityStep(item))} likely that it is met.`;
};

/** Why there is no verdict or a weaker one, in a sentence or two; null when there is nothing to explain. */
export const reasonWords = (item: AdequacyItem): string | null => {
  const name = NUTRIENTS[item.mineral].label.toLowerCase();
  switch (item.reason) {
    case null:
      return null;
    case "no-days":
      return "No day of this period counts yet. Days count when they hold at least half of a usual day’s energy, or when you mark them complete.";
    case "too-few-days":
      return `${countNoun(item.days, "day")} ${item.days === 1 ? "counts" : "count"} so far. ${
        item.furtherDays === null
          ? "More are"
          : item.furtherDays === 1
            ? "1 more is"
            : `${item.furtherDays} more are`
      } needed before anything can be said.`;
    case "low-coverage":
      return item.coverage === null || item.mean === null
        ? `None of the foods of this period has a value for ${name}.`
        : `Foods with a value for ${name} give ${formatShare(item.coverage)} of your energy. Below ${formatShare(MIN_COVERAGE)} Assay says nothing about your need.`;
    case "coverage-could-change-it":
      return `What the foods without a value for ${name} may hold could turn the answer round.`;
    case "no-reference":
      return "The standard you use sets no value for your age.";
    case "below-ai": {
      const target = item.reference?.target ?? null;
      if (target !== null && item.reference?.kind !== "AI") {
        return `Only a recommended intake is published, ${formatReferenceAmount(item.mineral, target)} a day, without the average need behind it. Your average lies below it, and from that nothing follows: it covers nearly everybody, so most need less.`;
      }
      return `Only an adequate intake is set${
        target === null ? "" : `, ${formatReferenceAmount(item.mineral, target)} a day`
      }. Your average lies below it, and from that nothing follows: what people need was never measured well enough.`;
    }
    case "under-14":
      return "Under 14 years Assay shows what was eaten beside the reference values and does not judge it.";
    case "pregnancy-target-only":
      return "In pregnancy iron is shown beside its target only; how the need is spread among women is not published.";
    case "method-does-not-hold":
      return "The method does not hold for you: too little is known of how intake varies from day to day.";
    case "close-to-requirement":
      return `Your average lies so near the ${
        item.method !== "ai"
          ? "average need"
          : item.reference?.kind === "AI"
            ? "adequate intake"
            : "recommended intake"
      } that no number of days would decide.`;
    case "no-profile":
      return "Set birth date and sex, and Assay can say what your days mean.";
    case "switched-off":
      return "Switched off by a condition in your profile: the usual values are not meant for you. Ask your care team.";
  }
};

/** How far a target is away, from the mean of the days: "about 94 mg a day", "up to 94 mg a day"; null at or above it. */
export const shortWords = (item: AdequacyItem, target: number | null): string | null => {
  if (target === null || item.mean === null || item.mean >= target) return null;
  const lower = item.coverageOfMean !== null && item.coverageOfMean < 1;
  return `${lower ? "" : "about "}${formatShortfall(item.mineral, target - item.mean, lower)} a day`;
};

/** The mean as a figure with "at least" before it where foods lack values. */
export const meanParts = ({ mineral, mean, coverageOfMean }: AdequacyItem): BoundParts | null =>
  mean === null ? null : boundParts(mineral, mean, coverageOfMean !== null && coverageOfMean < 1);

const MORE_DAYS = 5;

/**
 * What more days would bring: until there is a verdict, or how far the range would narrow. The half of the 90 % range
 * shrinks with the square root of the number of days.
 */
export const moreDaysWords = (item: AdequacyItem): string | null => {
  const { mineral, mean, interval90, days, furtherDays } = item;
  if (mean === null || interval90 === null || days === 0) return null;
  const half = (interval90.high - mean) * Math.sqrt(days / (days + MORE_DAYS));
  const narrower = `narrow the range to about ±${formatAmount(mineral, half)}`;
  return furtherDays !== null && furtherDays > 0 && item.verdict === "cannot-tell"
    ? `About ${countNoun(furtherDays, "more day")} like these would allow an answer. Five would ${narrower}.`
    : `Five more days like these would ${narrower}.`;
};

/** What is said of the upper limit, in a sentence or two; null where there is nothing to compare. */
export const limitWords = (item: AdequacyItem): { title: string; text: string; above: boolean } | null => {
  const { upperLimit, mineral } = item;
  if (upperLimit === null) return null;
  const above = isAboveLimit(upperLimit);
  if (item.reason === "switched-off" && !above) {
    return {
      title: "Upper limit: switched off, ask your care team",
      text: "The usual limit is not meant for you.",
      above,
    };
  }
  if (upperLimit.limit === null) {
    return {
      title: "No upper limit set",
      text: `The standard you use sets none for ${NUTRIENTS[mineral].label.toLowerCase()} in food.`,
      above: false,
    };
  }
  const limit = formatReferenceAmount(mineral, upperLimit.limit);
  const scope =
    upperLimit.scope === "supplements" ? "supplements and medicines only" : "food and supplements";
  const words = UPPER_LIMIT_WORDS[upperLimit.verdict];
  const sure =
    upperLimit.probability === null
      ? ""
      : ` ${formatProbability(upperLimit.probability)} likely that usual intake passes it.`;
  const mean =
    upperLimit.scope !== "supplements"
      ? ""
      : upperLimit.mean === null || upperLimit.mean === 0
        ? " None of it is logged."
        : ` You take ${formatAmount(mineral, upperLimit.mean)} a day that way.`;
  return {
    title: capitalise(words),
    text: `${limit} a day, ${scope}.${mean}${sure}`,
    above,
  };
};

/** Why days do not count, as "3 days were left out: …". */
export const LEFT_OUT_WORDS: { readonly [R in LeftOutReason]: string } = {
  "marked-incomplete": "marked as not everything logged",
  "implausible-energy": "with too little energy for a whole day, and not marked complete",
  "no-food": "with supplements only",
  "no-value": "on which no food has a value for it",
  "still-running": "today, which is not over",
  "not-yet": "still to come",
};

/** The share of food energy with a value: "93 %"; null when unknown. */
export const coverageWords = (coverage: number | null): string | null =>
  coverage === null ? null : coverage <= 0 ? formatShare(0) : formatPercent(coverage, 1, true);
