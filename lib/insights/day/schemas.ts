import { z } from "zod";
import { dayMark, foodEntry, MEALS, totalsView } from "../../diary/schemas";
import { localDate } from "../../fields";
import { MINERALS, type Mineral } from "../../nutrition";
import { mineralField, targetView } from "../../profile/schemas";
import {
  doseView,
  gapView,
  mineralDay,
  type SecondLineDay,
  secondLineDay,
  suggestionsView,
} from "../assessment/schemas";
import { LOGGED } from "../logged";

/** The answer of `GET /days/{date}`. */
export const dayView = z.object({
  date: z.string(),
  complete: z.boolean(),
  mark: dayMark,
  /** Of the mark: what PUT on the day sends as `If-Match`. */
  version: z.string(),
  totals: totalsView,
  fromSupplements: totalsView,
  targets: z.object(
    Object.fromEntries(MINERALS.map((mineral) => [mineral, targetView.omit({ mineral: true })])) as Record<
      Mineral,
      ReturnType<typeof targetView.omit<{ mineral: true }>>
    >,
  ),
  gaps: z.array(gapView),
  /** Nutrients beside the six: amount, target and limit. */
  secondLine: z.array(secondLineDay),
  /** The supplements of the day, to be taken and taken. */
  doses: z.array(doseView),
});
export type DayView = z.output<typeof dayView>;

export const daysView = z.object({ items: z.array(z.object({ date: z.string(), totals: totalsView })) });
export type DaysView = z.output<typeof daysView>;

/** One day of a mineral's chart; `amount` is null on a day that reports nothing. */
export const chartPoint = z.object({
  date: z.string(),
  state: z.enum(LOGGED),
  amount: z.number().nullable(),
  supplement: z.number().nullable(),
  known: z.int(),
  entries: z.int(),
});
export type ChartPoint = z.output<typeof chartPoint>;

/** Everything the Today page shows. */
export const todayPage = z.object({
  date: z.string(),
  today: z.string(),
  mark: dayMark,
  markVersion: z.string(),
  hasPerson: z.boolean(),
  /** Whether the person is not to be shown scores: shares of targets, counts of targets reached, days complete. */
  hideScores: z.boolean(),
  /** In the first year of life: amounts and reference values only, nothing suggested. */
  referenceOnly: z.boolean(),
  /** Suggested portions are at most half of an adult's. */
  halfPortions: z.boolean(),
  minerals: z.array(mineralDay),
  meals: z.array(z.object({ meal: z.enum(MEALS), entries: z.array(foodEntry) })),
  /** The supplements of the day, to be taken and taken. */
  doses: z.array(doseView),
  /** What is planned for the day and not eaten; in no total. */
  plans: z.array(foodEntry),
  /** By the id of a plan, what in the profile speaks against its food. */
  planNotes: z.record(z.string(), z.string()),
  /** What would close the gaps that the plans leave. */
  suggestions: suggestionsView,
  gaps: z.array(gapView),
  week: z.array(z.object({ date: z.string(), state: z.enum(LOGGED) })),
  charts: z.record(mineralField, z.array(chartPoint)),
});
export type TodayPage = z.output<typeof todayPage>;

/** The page as it is read: the nutrients beside the six are drawn on the server and not sent to the board. */
export type TodayRead = TodayPage & { readonly secondLine: readonly SecondLineDay[] };

export const dateParams = z.object({ date: localDate });
export const suggestionsQuery = z.object({ date: localDate.optional() });
