import { z } from "zod";
import { dayMark, foodEntry, MEALS, totalsView, totalView } from "../diary/schemas";
import { localDate } from "../fields";
import { MINERALS, type Mineral, type Total } from "../nutrition";
import { mineralField, targetView } from "../profile/schemas";
import type { AlertView } from "./alert-schemas";
import { LOGGED } from "./plain";
import { doseView } from "./supplement-schemas";

export * from "./adequacy-schemas";
export * from "./alert-schemas";
export * from "./alert-settings-schemas";
export * from "./best-sources-schemas";
export * from "./explained-schemas";
export * from "./mineral-schemas";
export * from "./plain";
export * from "./review-schemas";
export * from "./supplement-schemas";
export * from "./trends-schemas";

/** One mineral on one day, ready to be shown. */
export const mineralDay = z.object({
  mineral: mineralField,
  /** Food and supplements together, a lower bound. */
  total: totalView,
  fromSupplements: totalView,
  target: z.number().nullable(),
  kind: z.enum(["RDA", "PRI", "AI", "custom"]).nullable(),
  ear: z.number().nullable(),
  ul: z.number().nullable(),
  ulScope: z.enum(["total", "supplements"]).nullable(),
  /** Target minus amount where the amount lies below it; null where a condition leaves no gap to be closed. */
  short: z.number().nullable(),
  /** Amount as a percentage of the target; not rounded. */
  percent: z.number().nullable(),
  /** What of it a doctor prescribed, which the upper limit does not count; absent where nothing was. */
  prescribed: z.number().optional(),
  /** How far what the upper limit counts lies above it. */
  overLimit: z.number().nullable(),
  /** How much the entries without a value might add, at the density of those with one; never in a total. */
  possibleExtra: z.number().nullable(),
  /** Whether the published target and limit are meant for the person; see the target. */
  state: targetView.shape.state,
  /** Whether shares of the target may be shown; false for somebody whom scores would weigh on, and for infants. */
  scores: z.boolean(),
});
export type MineralDay = z.output<typeof mineralDay>;

export const suggestionView = z.object({
  food: z.string(),
  name: z.string(),
  group: z.string(),
  portion: z.object({ id: z.string().nullable(), label: z.string(), count: z.number() }),
  grams: z.number(),
  /** What it adds: the largest share of a target first, up to what is missing of it. */
  adds: z.array(
    z.object({
      mineral: mineralField,
      amount: z.number(),
      unit: z.enum(["mg", "µg"]),
      /** Part of today's gap it closes, 0 to 1; null where there is none. */
      share: z.number().nullable(),
    }),
  ),
  pick: z.enum(["leafy-green", "seed", "nut", "yogurt", "kefir"]).nullable(),
  /** On how many of the last 14 days it was eaten. */
  eatenDays: z.int(),
  why: z.string(),
  caution: z.string().nullable(),
});
export type SuggestionView = z.output<typeof suggestionView>;

export const suggestionsView = z.object({
  items: z.array(suggestionView),
  /** What eating all of `items` would do. */
  together: z.object({
    atTarget: z.int(),
    of: z.int(),
    reached: z.array(mineralField),
    close: z.array(mineralField),
    stillShort: z.array(mineralField),
  }),
});
export type SuggestionsView = z.output<typeof suggestionsView>;

export const gapView = z.object({
  mineral: mineralField,
  short: z.number(),
  percent: z.number().nullable(),
  suggestions: z.array(suggestionView),
});
export type GapView = z.output<typeof gapView>;

/** The answer of `GET /days/{date}`. */
export const dayView = z.object({
  date: z.string(),
  complete: z.boolean(),
  mark: dayMark,
  totals: totalsView,
  fromSupplements: totalsView,
  targets: z.object(
    Object.fromEntries(MINERALS.map((mineral) => [mineral, targetView.omit({ mineral: true })])) as Record<
      Mineral,
      ReturnType<typeof targetView.omit<{ mineral: true }>>
    >,
  ),
  gaps: z.array(gapView),
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
  /** What would close the gaps that the plans leave. */
  suggestions: suggestionsView,
  gaps: z.array(gapView),
  week: z.array(z.object({ date: z.string(), state: z.enum(LOGGED) })),
  charts: z.record(mineralField, z.array(chartPoint)),
});
export type TodayPage = z.output<typeof todayPage>;

export const dateParams = z.object({ date: localDate });
export const suggestionsQuery = z.object({ date: localDate.optional() });

/** A food that answers an alert; with its vitamin C (mg) where that is why. */
export type HelpingFood = Pick<SuggestionView, "food" | "name" | "portion" | "grams" | "adds" | "caution"> & {
  readonly vitaminC?: number;
};

/** What the alerts page shows. */
export type AlertsPage = {
  readonly today: string;
  readonly items: readonly AlertView[];
  /** Foods that answer each alert on a usual day, by its id. */
  readonly foods: { readonly [id: string]: readonly HelpingFood[] };
  /** The targets, for the pictures; null where there is none or it is switched off. */
  readonly targets: { readonly [M in Mineral]?: number | null };
  /** What today holds until it counts; null while it is empty, or where it counts already. */
  readonly todaySoFar: { readonly [M in Mineral]?: Total } | null;
};
