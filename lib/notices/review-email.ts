import { formatDate, formatPeriod } from "../format";
import { type AlertSettings, isMailed } from "../insights/schemas";
import { MIN_DAYS_TO_COMPARE, type Mineral, NUTRIENTS } from "../nutrition";
import type { NoticeContent } from "./email-content";
import type { OneThing, ReviewView } from "./schemas";

/** Open findings that a mail names; the page has all of them. */
const OPEN_NAMED = 3;

const getMineralName = (mineral: Mineral): string => NUTRIENTS[mineral].label.toLowerCase();

/** Null without a value, and for a mineral that the settings hide. */
const thingWords = (thing: OneThing, offMinerals: AlertSettings["offMinerals"]): string | null => {
  const mineral =
    thing.kind === "food" ? thing.gap.mineral : thing.kind === "missing-value" ? thing.mineral : null;
  if (mineral !== null && offMinerals.includes(mineral)) return null;
  switch (thing.kind) {
    case "set-targets":
      return "set birth date and sex, so that there are targets";
    case "alert":
      return thing.alert.rule === "supplement-above-limit"
        ? "look at the dose of your supplements with a pharmacist or doctor"
        : thing.alert.finding;
    case "log-days":
      return `log ${thing.needed} days in full`;
    case "complete-day":
      return `log what is missing on ${formatDate(thing.date)}, or mark it complete`;
    case "food":
      return `${thing.food.name}, for ${getMineralName(thing.gap.mineral)}`;
    case "missing-value":
      return `fill in the ${getMineralName(thing.mineral)} of ${thing.food.name}`;
    case "nothing":
      return null;
  }
};

/** The main lines of a review, without figures: a mail can be read by others. */
const formatLines = (review: ReviewView, settings: AlertSettings): string[] => {
  const { minerals, improved, open, oneThing } = review;
  const mailed = <F extends { rule: ReviewView["open"][number]["rule"]; nutrients: string[] }>(
    findings: readonly F[],
  ): F[] => findings.filter((finding) => isMailed(finding, settings));
  const thing = thingWords(oneThing, settings.offMinerals);
  return [
    ...minerals
      .filter(({ mineral, verdict }) => verdict !== "cannot-tell" && !settings.offMinerals.includes(mineral))
      .map(
        ({ mineral, verdict }) => `${NUTRIENTS[mineral].label}: ${verdict} than in the four weeks before.`,
      ),
    ...mailed(improved.resolved).map(({ finding }) => `No longer so: ${finding}`),
    ...mailed(open)
      .slice(0, OPEN_NAMED)
      .map(({ finding }) => `Still open: ${finding}`),
    ...(thing === null ? [] : [`One thing to try: ${thing.replace(/\.$/, "")}.`]),
  ];
};

/** How many days the review rests on, and whether that is enough to compare. */
const daysWords = ({ days, hideScores }: ReviewView): string[] => {
  if (hideScores) return [];
  const { counted, items } = days;
  const count = `${counted} of its ${items.length} days ${counted === 1 ? "counts" : "count"}`;
  return [
    counted < MIN_DAYS_TO_COMPARE ? `${count}: too few to compare them with the weeks before.` : `${count}.`,
  ];
};

/**
 * What the mail about a week says; null when nothing was logged in it. Without details nothing of anybody's health:
 * only that there is a review, and of how many days.
 */
export const reviewEmailContent = (review: ReviewView, settings: AlertSettings): NoticeContent | null => {
  if (review.days.items.every(({ state }) => state === "none")) return null;
  return {
    subject: "Your weekly review is ready",
    paragraphs: [
      `The review of the week ${formatPeriod(review.from, review.to)} is ready.`,
      ...daysWords(review),
    ],
    items: settings.mailDetails ? formatLines(review, settings) : [],
    path: `/review/${review.week}`,
    link: "Read it",
  };
};
