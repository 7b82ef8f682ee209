import { z } from "zod";
import {
  ALERT_RULES,
  type AlertDetail,
  type EvidenceGrade,
  FOODS_BY,
  REFERENCE_NUTRIENTS,
} from "../nutrition";
import { mineralField } from "../profile/schemas";

// Alerts as the API and the pages tell them.

const nutrientField = z.enum(REFERENCE_NUTRIENTS);

/** Something said, with what it rests on; a safety text is no claim and has no grade. */
export const alertNote = z.object({
  text: z.string(),
  grade: z.enum(["A", "B", "C", "D"] satisfies EvidenceGrade[]).nullable(),
  sources: z.array(
    z.object({
      citation: z.string(),
      url: z.string().nullable(),
      /** Whether the source itself was read; otherwise it is cited from memory. */
      checked: z.boolean(),
    }),
  ),
});
export type AlertNoteView = z.output<typeof alertNote>;

const alertDetail = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("interval"), low: z.number(), high: z.number() }),
  z.object({
    kind: z.literal("phytate-zinc"),
    ratio: z.object({ low: z.number(), typical: z.number(), high: z.number() }),
  }),
  z.object({ kind: z.literal("oxalate"), share: z.number(), foods: z.array(z.string()) }),
  z.object({
    kind: z.literal("iron-meals"),
    meals: z.int(),
    affected: z.int(),
    inhibitor: z.enum(["phytate", "tea-or-coffee", "calcium"] satisfies Extract<
      AlertDetail,
      { kind: "iron-meals" }
    >["inhibitor"][]),
  }),
  z.object({ kind: z.literal("from-supplements"), mean: z.number() }),
  z.object({ kind: z.literal("day"), date: z.string(), amount: z.number(), level: z.number() }),
]);

/** open: to be looked at; acknowledged: handled, until the evidence is another; muted: silent until a day. */
const ALERT_STATES = ["open", "acknowledged", "muted"] as const;
export type AlertStatus = (typeof ALERT_STATES)[number];

export const alertView = z.object({
  /** The same for the same finding at any time: "low-usual-intake:magnesium". */
  id: z.string(),
  rule: z.enum(ALERT_RULES),
  /** The one nutrient it is about; null where it is about several or none. */
  nutrient: nutrientField.nullable(),
  nutrients: z.array(nutrientField),
  /** One sentence without figures. */
  finding: z.string(),
  evidence: z.object({
    /** The days that were looked at. */
    from: z.string(),
    to: z.string(),
    /** Days that count; null where the rule does not rest on days. */
    days: z.int().nullable(),
    /** How many of them the person marked complete; null where the rule does not rest on whole days. */
    completeDays: z.int().nullable(),
    /** Mean a day in `unit`, a lower bound where `coverage` is below 1. */
    mean: z.number().nullable(),
    unit: z.enum(["mg", "µg", "g", "kcal"]).nullable(),
    /** 0 to 1: how sure the days make us of the finding; null where no probability can be given. */
    probability: z.number().nullable(),
    coverage: z.number().nullable(),
    against: z
      .object({ value: z.number(), kind: z.enum(["average-need", "upper-limit"]), source: z.string() })
      .nullable(),
    detail: alertDetail.nullable(),
  }),
  /** What the nutrient does in the gut. */
  gut: z.array(alertNote),
  eat: z.object({
    /** The mineral that foods would help with; null where eating more is not the answer. */
    suggestFor: mineralField.nullable(),
    /** Which foods those are: with little phytate beside the mineral, or with vitamin C for the meals that bring it; else those that close its gap. */
    by: z.enum(FOODS_BY).optional(),
    notes: z.array(alertNote),
  }),
  careful: z.array(alertNote),
  /** What it does not mean. */
  notMeaning: alertNote.nullable(),
  /** Further days like these that would settle it; null when unknown or none would. */
  furtherDays: z.int().nullable(),
  state: z.enum(ALERT_STATES),
  /** False where the person's settings say not to tell of it. */
  told: z.boolean(),
  acknowledgedAt: z.string().nullable(),
  /** The first local day on which it is told again; null unless muted. */
  mutedUntil: z.string().nullable(),
});
export type AlertView = z.output<typeof alertView>;

/** The answer of `GET /alerts`, the most pressing first. */
export const alertsView = z.object({ items: z.array(alertView), nextCursor: z.null() });
export type AlertsView = z.output<typeof alertsView>;

export const alertId = z.string().min(1).max(200);

/** The body of `PATCH /alerts/{id}`; what is left out stays. */
export const alertChange = z
  .strictObject({
    /** True: handled. False: take that back. */
    acknowledged: z.boolean().optional(),
    /** Silent for so many days from today on; null: told again. */
    mutedDays: z.int().min(1).max(365).nullable().optional(),
  })
  .refine(({ acknowledged, mutedDays }) => acknowledged !== undefined || mutedDays !== undefined, {
    error: "say acknowledged or mutedDays",
  });
export type AlertChange = z.output<typeof alertChange>;

/** What every page says of the alerts: how many are open, and the one that matters most. */
export type AlertSummary = {
  readonly open: number;
  /** How many of the open ones were not looked at yet; null where a count would weigh on the person, or for none. */
  readonly count: number | null;
  /** The most pressing open finding; what only asks for more data is none. */
  readonly first: AlertView | null;
};
