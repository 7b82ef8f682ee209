import type { AlertView, ReviewDays, ReviewGap, SuggestionView } from "../insights/schemas";
import type { Gates, Mineral } from "../nutrition";
import type { OneThing } from "./schemas";

/** Days that must count before their average is worth closing a gap of. Our choice: as for a pattern of absorption. */
export const MIN_DAYS_TO_TRY = 3;
/** A food already eaten goes before a better one that is not, if it closes at least this part of what that one does. */
const EATEN_CLOSES_FROM = 0.5;

export type OneThingInput = {
  readonly hasPerson: boolean;
  readonly gates: Pick<Gates, "referenceOnly" | "hideScores">;
  readonly days: ReviewDays;
  /** Findings that hold now and are shown, the most severe first; empty for an older week. */
  readonly alerts: readonly Pick<AlertView, "id" | "rule" | "nutrients" | "finding" | "eat" | "careful">[];
  readonly gaps: readonly ReviewGap[];
  readonly foodsFor: (mineral: Mineral) => readonly SuggestionView[];
};

const missingShare = ({ mean, target }: ReviewGap): number => (mean === null ? 1 : (target - mean) / target);

/** How much of a gap a food closes, 0 to 1. */
const closes = ({ adds }: SuggestionView, mineral: Mineral): number => {
  const share = adds.find((added) => added.mineral === mineral)?.share;
  return share === undefined || share === null ? 0 : share;
};

const foodFor = (
  gap: ReviewGap,
  foods: readonly SuggestionView[],
): Extract<OneThing, { kind: "food" }> | null => {
  const [first] = foods;
  if (first === undefined) return null;
  const enough = closes(first, gap.mineral) * EATEN_CLOSES_FROM;
  const eaten = foods.find((food) => food.eatenDays > 0 && closes(food, gap.mineral) >= enough);
  const { why: _, ...food } = eaten ?? first;
  return { kind: "food", gap, food, because: eaten ? "eaten" : "closes-most" };
};

/** The last logged day that does not count, of which the person has not said that something is missing. */
const unfinishedDay = ({ items }: ReviewDays): OneThing[] => {
  const found = items.findLast(({ state, counts }) => state === "partial" && !counts);
  return found ? [{ kind: "complete-day", date: found.date }] : [];
};

const LIMIT_RULES: ReadonlySet<AlertView["rule"]> = new Set(["supplement-above-limit", "high-usual-intake"]);

/** A limit that is passed, with what to do about it: nothing that is eaten more of comes before. */
const findLimitAlert = ({ alerts }: OneThingInput): OneThing[] => {
  const found = alerts.find(({ rule }) => LIMIT_RULES.has(rule));
  if (found === undefined) return [];
  const { id, rule, nutrients, finding, careful } = found;
  return [{ kind: "alert", alert: { id, rule, nutrients, finding }, note: careful[0] ?? null }];
};

const findTip = ({ alerts: [first] }: OneThingInput): OneThing[] => {
  if (first === undefined || (first.rule !== "poor-pairing" && first.rule !== "poor-absorption")) return [];
  const { id, rule, nutrients, finding, eat, careful } = first;
  const note = [...eat.notes, ...careful].find(({ text }) => text !== finding) ?? null;
  return [{ kind: "alert", alert: { id, rule, nutrients, finding }, note }];
};

/**
 * The one thing to try, by this rule; the first that applies:
 *
 * 1. Nothing for an infant: amounts and reference values only. Targets, where there are none.
 * 2. An upper limit that is passed. Else what the most pressing open finding says, if that is about pairing or absorption.
 * 3. Fewer than {@link MIN_DAYS_TO_TRY} days count: the last logged day that does not count, else more days.
 * 4. A food for the largest gap, as a share of its target, that unknown values could not close. Of the foods that the
 *    suggestions name for it, one eaten in the two weeks before, if it closes half of what the first does or more; else
 *    the first. A gap without a food gives way to the next.
 * 5. Where a gap is not sure: the own food whose missing value leaves it open.
 * 6. The last logged day that does not count.
 * 7. Nothing, and why.
 *
 * Rules 3 and 6 are skipped for people to whom no scores are shown.
 */
export const oneThing = (input: OneThingInput): OneThing => {
  const { gates, days, gaps, foodsFor } = input;
  if (gates.referenceOnly) return { kind: "nothing", reason: "reference-only" };
  if (!input.hasPerson) return { kind: "set-targets" };
  const [tip] = [...findLimitAlert(input), ...findTip(input)];
  if (tip) return tip;
  const [unfinished] = gates.hideScores ? [] : unfinishedDay(days);
  if (days.counted < MIN_DAYS_TO_TRY) {
    if (gates.hideScores) return { kind: "nothing", reason: "too-few-days" };
    return unfinished ?? { kind: "log-days", counted: days.counted, needed: MIN_DAYS_TO_TRY };
  }
  const sure = gaps.filter((gap) => gap.sure).toSorted((a, b) => missingShare(b) - missingShare(a));
  for (const gap of sure) {
    const found = foodFor(gap, foodsFor(gap.mineral));
    if (found) return found;
  }
  for (const { mineral, withoutValue } of gaps)
    if (withoutValue) return { kind: "missing-value", mineral, food: withoutValue };
  if (unfinished) return unfinished;
  const reason = sure.length > 0 ? "no-food" : gaps.length > 0 ? "not-sure" : "nothing-missing";
  return { kind: "nothing", reason };
};
