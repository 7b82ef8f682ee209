import { z } from "zod";
import {
  alertNote,
  leftOutField,
  reviewDays,
  reviewFood,
  reviewGap,
  reviewMineral,
  suggestionView,
} from "../insights/schemas";
import { ALERT_RULES } from "../nutrition";
import { mineralField } from "../profile/schemas";
import { daysOfWeek } from "../time";

export * from "./reminder-schemas";

// Recorded alerts, as pages and the API show them.

/** changed: the intake did; too-few-days: the days it rested on have passed; not-judged: the profile says otherwise now. */
const RESOLVED_BY = ["changed", "too-few-days", "day-passed", "not-judged"] as const;
export type ResolvedBy = (typeof RESOLVED_BY)[number];

export const resolvedView = z.object({
  /** The alert's id. */
  id: z.string(),
  rule: z.enum(ALERT_RULES),
  nutrients: z.array(z.string()),
  /** The sentence shown with it. */
  finding: z.string(),
  firstSeen: z.string(),
  resolvedOn: z.string(),
  by: z.enum(RESOLVED_BY),
  /** The figures shown with it; null where the rule has none. */
  was: z.object({
    mean: z.number().nullable(),
    probability: z.number().nullable(),
    days: z.int().nullable(),
  }),
  /** The figures when it no longer held. */
  now: z.object({ mean: z.number().nullable(), words: z.string().nullable() }),
});
export type ResolvedView = z.output<typeof resolvedView>;

// The review of one week, as the page, the mail and the API tell it.

/** An ISO week that exists, "2026-W19". */
export const weekField = z
  .string()
  .refine((week) => daysOfWeek(week) !== null, "must be a week by ISO 8601, such as 2026-W19");

export const reviewQuery = z.object({ week: weekField.optional() });

/** A finding that holds. */
export const openFinding = z.object({
  /** The alert's id. */
  id: z.string(),
  rule: z.enum(ALERT_RULES),
  nutrients: z.array(z.string()),
  finding: z.string(),
});
export type OpenFinding = z.output<typeof openFinding>;

/** Why there is nothing to try. */
const NOTHING_REASONS = [
  /** Amounts and reference values only: an infant. */
  "reference-only",
  "too-few-days",
  /** Gaps, and no food that the diet, the conditions and the upper limits allow. */
  "no-food",
  /** Foods without a value may have closed what looks open. */
  "not-sure",
  /** The known amounts reach every target. */
  "nothing-missing",
] as const;

/** The one thing to try, chosen by the rule in `one-thing.ts`. */
export const oneThing = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("set-targets") }),
  /** The finding that comes first is about how foods are combined. */
  z.object({ kind: z.literal("alert"), alert: openFinding, note: alertNote.nullable() }),
  z.object({ kind: z.literal("log-days"), counted: z.int(), needed: z.int() }),
  /** A day is logged, and too little of it to count. */
  z.object({ kind: z.literal("complete-day"), date: z.string() }),
  /** A portion that closes the largest gap, or part of it. */
  z.object({
    kind: z.literal("food"),
    gap: reviewGap,
    food: suggestionView.omit({ why: true }),
    /** eaten: already on the person's plate in the two weeks; closes-most: first of what the suggestions rank. */
    because: z.enum(["eaten", "closes-most"]),
  }),
  z.object({
    kind: z.literal("missing-value"),
    mineral: mineralField,
    food: z.object({ food: z.string(), name: z.string() }),
  }),
  z.object({ kind: z.literal("nothing"), reason: z.enum(NOTHING_REASONS) }),
]);
export type OneThing = z.output<typeof oneThing>;

/** The answer of `GET /review`. */
export const reviewView = z.object({
  week: z.string(),
  from: z.string(),
  to: z.string(),
  /** The neighbouring weeks; null where there is none with a review. */
  previous: z.string().nullable(),
  next: z.string().nullable(),
  hasPerson: z.boolean(),
  /** Whether the person is not to be shown scores: shares of targets, and how well days are logged. */
  hideScores: z.boolean(),
  days: reviewDays,
  /** The four weeks before. */
  before: z.object({ from: z.string(), to: z.string(), counted: z.int() }),
  /** An average of the days that count against the four weeks before; without what a condition hides. */
  minerals: z.array(reviewMineral),
  /** What a condition hides. */
  switchedOff: z.array(mineralField),
  improved: z.object({
    /** Minerals short in the four weeks before of which there is more now, with 95 % confidence. */
    more: z.array(mineralField),
    resolved: z.array(resolvedView),
  }),
  /** What ceased to hold in the week without anything having improved: days have passed, or the profile is another. */
  ended: z.array(resolvedView),
  /** What holds now in the newest review, and what held at the end of the week in an older one. */
  open: z.array(openFinding),
  openOn: z.enum(["now", "then"]),
  gaps: z.array(reviewGap),
  /** What gave most toward the gaps. */
  foods: z.array(reviewFood),
  /** What conditions, medicines or life stage leave out of the food to try, and why: a sentence each. */
  leftOut: leftOutField,
  oneThing,
});
export type ReviewView = z.output<typeof reviewView>;
