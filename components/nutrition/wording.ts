import {
  capitalise,
  countNoun,
  formatAmount,
  formatGap,
  formatOverLimit,
  formatPercent,
  formatReferenceAmount,
  formatTotal,
  isLowerBound,
  NOTHING_LOGGED,
} from "@/lib/format";
import type { MineralDay } from "@/lib/insights/schemas";
import { NUTRIENTS } from "@/lib/nutrition";

/** Said in place of a target or a limit that a condition in the profile switches off. */
export const SWITCHED_OFF = "switched off, ask your care team";

/** Where a mineral stands today; the words under its name. */
export type Standing = {
  state: "empty" | "unknown" | "over" | "reached" | "below" | "untargeted";
  text: string;
};

/** Where a mineral stands, in the few words that follow its name. */
export const describeStanding = (day: MineralDay): Standing => {
  const { mineral, total } = day;
  if (total.entries === 0) return { state: "empty", text: NOTHING_LOGGED };
  if (day.overLimit !== null && day.overLimit > 0) {
    return { state: "over", text: formatOverLimit(mineral, day.overLimit, day.ulScope) };
  }
  if (total.amount === null) return { state: "unknown", text: "no food reports it" };
  if (day.state === "switched-off") {
    return { state: "untargeted", text: day.target === null ? "no usual target" : "your own target" };
  }
  if (day.target === null) return { state: "untargeted", text: "no target set" };
  if (!day.scores) {
    return { state: "untargeted", text: `target ${formatReferenceAmount(mineral, day.target)}` };
  }
  if (day.short === null || day.short <= 0) return { state: "reached", text: "target reached" };
  return { state: "below", text: formatGap(mineral, day.short, isLowerBound(total)) };
};

/** The percentage of the target, "75 %", or null when amount or target is unknown. */
export const formatTargetShare = (day: MineralDay): string | null =>
  !day.scores || day.total.amount === null || day.target === null
    ? null
    : formatPercent(day.total.amount, day.target, isLowerBound(day.total));

/** What the bar's right end says: the limit, or why there is none. */
export const limitCaption = (day: MineralDay): string => {
  if (day.state === "no-profile") return "limit not known yet";
  if (day.state === "switched-off") return SWITCHED_OFF;
  if (day.ul === null) return "no set limit";
  return day.ulScope === "supplements" ? "no food limit" : formatReferenceAmount(day.mineral, day.ul);
};

/**
 * A mineral's day as a sentence or four, for whoever does not see the bar: "Magnesium: at least 241 mg, 75 % of
 * your 320 mg target. Up to 79 mg to go. 2 foods have no value for it."
 */
export const mineralSentence = (day: MineralDay): string => {
  const { mineral, total, fromSupplements, target, ul } = day;
  const name = NUTRIENTS[mineral].label;
  const percent = formatTargetShare(day);
  const goal = target === null ? null : `your ${formatReferenceAmount(mineral, target)} target`;
  const standing = describeStanding(day);
  const off = day.state === "switched-off";
  if (standing.state === "empty") {
    return `${name}: ${NOTHING_LOGGED}.${goal === null ? "" : ` ${capitalise(goal)}.`}${off ? ` ${capitalise(SWITCHED_OFF)}.` : ""}`;
  }
  const missing = total.entries - total.known;
  return [
    `${name}: ${formatTotal(mineral, total)}${percent === null ? "" : `, ${percent} of ${goal}`}.`,
    standing.state !== "unknown" && `${capitalise(standing.text)}.`,
    off && `${capitalise(SWITCHED_OFF)}.`,
    fromSupplements.amount !== null &&
      fromSupplements.amount > 0 &&
      `${formatAmount(mineral, fromSupplements.amount)} of this is from supplements.`,
    ul !== null && !off && day.ulScope === "total" && `Upper limit ${formatReferenceAmount(mineral, ul)}.`,
    missing > 0 && `${countNoun(missing, "entry has", "entries have")} no value for it.`,
  ]
    .filter(Boolean)
    .join(" ");
};

/** What the bar of a day draws. */
export const barAmounts = (day: MineralDay) => {
  const { amount } = day.total;
  const supplement = day.fromSupplements.amount;
  return {
    food: amount === null || supplement === null ? amount : Math.max(amount - supplement, 0),
    supplement,
    possibleExtra: day.possibleExtra,
    target: day.target,
    // A usual limit is not meant for everybody, but what lies above it lies above it.
    limit: day.ulScope === "total" && (day.state === "usual" || day.overLimit !== null) ? day.ul : null,
  };
};
