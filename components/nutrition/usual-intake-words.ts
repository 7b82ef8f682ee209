import {
  type BoundParts,
  boundParts,
  capitalise,
  countNoun,
  formatAmount,
  formatBasis,
  formatDate,
  formatPercent,
  formatProbability,
  formatReferenceAmount,
  formatShare,
  formatShortfall,
  formatSure,
  joinList,
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

const getProbabilityStep = ({ method }: Pick<AdequacyItem, "method">): 1 | 5 =>
  method === "iron-distribution" ? 5 : 1;

/**
 * Probability that usual intake is below the need, where it is surest: a verdict holds over the whole range, in between
 * it is even. Null where none is given, and for an adequate intake, below which nothing can be said.
 */
export const probabilityBelow = (item: AdequacyItem): number | null => {
  const { range, method } = item;
  if (range === null || method === "ai") return null;
  const leaning = verdictSide(item);
  if (leaning === "below") return 1 - range.high;
  if (leaning === "meets") return 1 - range.low;
  if (range.low < 0.5 && range.high > 0.5) return 0.5;
  return 1 - (range.low < 0.5 ? range.high : range.low);
};

/** Whether the words of a verdict are the strongest; zinc's never are, whatever its figure. */
const isStrongest = ({ verdict }: AdequacyItem): boolean => verdict.startsWith("very-probably");

/** Where the scale's mark stands: never further out than the words of the verdict go. */
export const scalePosition = (item: AdequacyItem, below: number): number => {
  const within = (limit: number) => Math.min(Math.max(below, 1 - limit + 1e-3), limit - 1e-3);
  if (verdictSide(item) === null) return within(LADDER.probably);
  return isStrongest(item) ? below : within(LADDER.veryProbably);
};

/** How sure, and from what: "at least 84 % sure, from 9 complete days"; null without a probability. */
export const basisWords = (item: AdequacyItem): string | null => {
  const { range } = item;
  if (range === null) return null;
  const from = `from ${formatBasis(item.days, item.completeDays)}`;
  const leaning = verdictSide(item);
  const step = getProbabilityStep(item);
  if (leaning !== null) {
    const sure = formatSure(leaning === "below" ? 1 - range.high : range.low, {
      step,
      strongest: isStrongest(item),
    });
    return `${/^\d/.test(sure) ? "at least " : ""}${sure} sure, ${from}`;
  }
  const low = formatProbability(range.low, step);
  const high = formatProbability(range.high, step);
  const likely = low === high ? low : `between ${low} and ${high}`;
  return item.method === "ai"
    ? `${likely} likely above the ${item.reference?.kind === "AI" ? "adequate" : "recommended"} intake, ${from}`
    : `${likely} likely that it meets your need, ${from}`;
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

const openWords = ({ openFoods }: AdequacyItem): string =>
  openFoods.length === 0 ? "" : ` Most of the rest is ${joinList(openFoods.map((food) => food.name))}.`;

/** What weakens a verdict, by its caveat; the others are told where the method is explained. */
const CAVEAT_WORDS: { readonly [caveat: string]: string } = {
  "energy-below-plausible":
    "The days logged hold less energy than people of your age and sex use. Meals may be missing, and what is missing can only add.",
  "sd-within-estimated":
    "How much days differ is taken from adults who are neither pregnant nor breastfeeding, as a share of your average.",
  "iron-distribution-converted":
    "How needs are spread at this age is from a WHO/FAO table, brought to the absorption that this standard assumes.",
  "iron-distribution-not-read-in-source":
    "How needs are spread in this group was cited from memory and not checked in the report.",
  "iron-distribution-derived":
    "How needs are spread in this group is not published: a curve through the average need and the target stands in.",
};

const oddDayWords = ({ oddDay, ownSd }: AdequacyItem): string | null => {
  const wider = "The range is wider for that.";
  if (oddDay !== null) {
    const date = formatDate(oddDay.date, "day");
    return `One day, ${date}, ${oddDay.share > 0.5 ? "holds most of it" : "differs far from the others"}. ${wider}`;
  }
  return ownSd === null ? null : `Your days differ far more than most people’s. ${wider}`;
};

/** What weakens a verdict or widens its range, a sentence or two each; none where nothing is judged. */
export const caveatWords = (item: AdequacyItem): string[] => {
  if (item.range === null && item.reason !== "coverage-could-change-it") return [];
  const odd = oddDayWords(item);
  return [...(odd === null ? [] : [odd]), ...item.caveats.flatMap((caveat) => CAVEAT_WORDS[caveat] ?? [])];
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
        : `Foods with a value for ${name} give ${formatShare(item.coverage)} of your energy. Below ${formatShare(MIN_COVERAGE)} Assay says nothing about your need.${openWords(item)}`;
    case "coverage-could-change-it":
      return `What ${item.openFoods.length === 0 ? "the foods" : joinList(item.openFoods.map((food) => food.name))} without a value for ${name} may hold could turn the answer round.`;
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
 * What more days would bring: until there is a verdict, or how far the range would narrow; where meals seem to be missing,
 * that these come first. The half of the 90 % range
 * shrinks with the square root of the number of days.
 */
export const moreDaysWords = (item: AdequacyItem): string | null => {
  const { mineral, mean, interval90, days, furtherDays } = item;
  if (mean === null || interval90 === null || days === 0) return null;
  if (item.verdict === "cannot-tell" && item.caveats.includes("energy-below-plausible"))
    return "Days with every meal logged would tell more than further days like these.";
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
  "unknown-energy":
    "with foods of unknown energy and too little in the others for a whole day, and not marked complete",
  "no-food": "with supplements only",
  "no-value": "on which no food has a value for it",
  "still-running": "today, which is not over",
  "not-yet": "still to come",
};

/** The share of food energy with a value: "93 %"; null when unknown. */
export const coverageWords = (coverage: number | null): string | null =>
  coverage === null ? null : coverage <= 0 ? formatShare(0) : formatPercent(coverage, 1, true);
