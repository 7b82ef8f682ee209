import { z } from "zod";
import type { AlertRule, Mineral, Total } from "../../nutrition";
import {
  ALERT_RULES,
  type AlertDetail,
  type EvidenceGrade,
  FOODS_BY,
  REFERENCE_NUTRIENTS,
} from "../../nutrition";
import { mineralField } from "../../profile/schemas";
import type { SuggestionView } from "../assessment/schemas";
import { ALERT_TYPES, alertTypeOf } from "../client";

// Alerts as the API and the pages tell them.

const nutrientField = z.enum(REFERENCE_NUTRIENTS);

/** A statement with its sources; a safety text is not a claim and has no grade. */
export const alertNote = z.object({
  text: z.string(),
  grade: z.enum(["A", "B", "C", "D"] satisfies EvidenceGrade[]).nullable(),
  sources: z.array(
    z.object({
      citation: z.string(),
      url: z.string().nullable(),
      /** Whether the source itself was checked; otherwise it is cited from memory. */
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

/** open: not handled; acknowledged: handled, until the evidence changes; muted: hidden until a day. */
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
  /** False where the person's settings hide it. */
  told: z.boolean(),
  acknowledgedAt: z.string().nullable(),
  /** The first local day on which it is shown again; null unless muted. */
  mutedUntil: z.string().nullable(),
});
export type AlertView = z.output<typeof alertView>;

/** The answer of `GET /alerts`, the most severe first. */
export const alertsView = z.object({ items: z.array(alertView), nextCursor: z.null() });
export type AlertsView = z.output<typeof alertsView>;

export const alertId = z.string().min(1).max(200);

/** The body of `PATCH /alerts/{id}`; what is left out stays. */
export const alertChange = z
  .strictObject({
    /** True: handled. False: take that back. */
    acknowledged: z.boolean().optional(),
    /** Muted for this many days from today; null ends the muting. */
    mutedDays: z.int().min(1).max(365).nullable().optional(),
  })
  .refine(({ acknowledged, mutedDays }) => acknowledged !== undefined || mutedDays !== undefined, {
    error: "say acknowledged or mutedDays",
  });
export type AlertChange = z.output<typeof alertChange>;

/** A summary of the alerts for every page: the number of open ones, and the most severe. */
export type AlertSummary = {
  readonly open: number;
  /** How many of the open ones are unread; null for none, and where no counts are shown to the person. */
  readonly count: number | null;
  /** The most severe open finding; findings that only ask for more data are excluded. */
  readonly first: AlertView | null;
};

// Alert settings: which alerts are shown or mailed, and when.

/** Safety alarms are always shown in the app. */
const SWITCHABLE_TYPES = ["limit", "intake", "pairing", "absorption", "data"] as const;

const distinct = <T>(values: T[]): T[] => [...new Set(values)];
const hour = z.int("must be a whole hour, 0 to 23").min(0).max(23, "must be a whole hour, 0 to 23");
const day = z.int("must be 1 (Monday) to 7").min(1).max(7, "must be 1 (Monday) to 7");
const list = <S extends z.ZodType>(item: S) =>
  z
    .array(item)
    .max(20)
    .transform((values) => distinct(values));

/** none: no mail; weekly: the review; at-once: the review, and a mail when something new is found. */
const MAIL_CHOICES = ["none", "weekly", "at-once"] as const;

const alertSettings = z.strictObject({
  /** Types that are not shown; safety alarms ("day") always are. */
  offTypes: list(z.enum(SWITCHABLE_TYPES, `must be one of ${SWITCHABLE_TYPES.join(", ")}`)),
  offMinerals: list(mineralField),
  /** Weekdays, 1 (Monday) to 7, on which no count, note or mail about alerts is shown or sent. */
  quietDays: list(day),
  /** Local hour of the daily job and of mails. */
  hour,
  reviewDay: day,
  reviewHour: hour,
  mail: z.enum(MAIL_CHOICES, "must be none, weekly or at-once"),
  /** Types that are not mailed, safety alarms included. */
  mailOffTypes: list(z.enum(ALERT_TYPES, `must be one of ${ALERT_TYPES.join(", ")}`)),
  /** Whether a mail contains the findings; otherwise it only says that there are some. */
  mailDetails: z.boolean(),
});
export type AlertSettings = z.output<typeof alertSettings>;

/**
 * The body of `PUT /settings/alerts`; what is left out stays as it is. What only GET says is taken and not read, so that
 * a whole answer of it can be sent back: the version that a change rests on is its `If-Match`.
 */
export const alertSettingsInput = alertSettings
  .partial()
  .extend({ mailReach: z.unknown().optional(), version: z.unknown().optional() })
  .transform(({ mailReach: _, version: _version, ...change }) => change);
export type AlertSettingsChange = z.output<typeof alertSettingsInput>;

export const DEFAULT_ALERT_SETTINGS: AlertSettings = {
  offTypes: [],
  offMinerals: [],
  quietDays: [],
  hour: 7,
  reviewDay: 1,
  reviewHour: 8,
  mail: "none",
  mailOffTypes: ["data"],
  mailDetails: false,
};

/** The answer of `GET /settings/alerts`. */
export const alertSettingsView = z.object({
  offTypes: z.array(z.enum(SWITCHABLE_TYPES)),
  offMinerals: z.array(mineralField),
  quietDays: z.array(z.int()),
  hour: z.int(),
  reviewDay: z.int(),
  reviewHour: z.int(),
  mail: z.enum(MAIL_CHOICES),
  mailOffTypes: z.array(z.enum(ALERT_TYPES)),
  mailDetails: z.boolean(),
  /** Whether mail can reach the person: not from a server without a mail server, nor to an account without an address. */
  mailReach: z.enum(["yes", "no-server", "no-address", "unconfirmed"]),
  /** Changes with every change of the settings; "0" for the defaults. What PUT sends as `If-Match`. */
  version: z.string(),
});
export type AlertSettingsView = z.output<typeof alertSettingsView>;

type Told = { readonly rule: AlertRule; readonly nutrients: readonly string[] };

/** Whether the settings show an alert in the app. Of several nutrients one that is selected is enough. */
export const isTold = ({ rule, nutrients }: Told, { offTypes, offMinerals }: AlertSettings): boolean => {
  const type = alertTypeOf(rule);
  if (type === "day") return true;
  if (offTypes.includes(type)) return false;
  return nutrients.length === 0 || nutrients.some((nutrient) => !offMinerals.includes(nutrient as Mineral));
};

/** Whether the settings also allow a mail about it. */
export const isMailed = (alert: Told, settings: AlertSettings): boolean =>
  isTold(alert, settings) && !settings.mailOffTypes.includes(alertTypeOf(alert.rule));

/** A food that answers an alert; with its vitamin C (mg) where that is why. */
export type HelpingFood = Pick<SuggestionView, "food" | "name" | "portion" | "grams" | "adds" | "caution"> & {
  readonly vitaminC?: number;
};

/** Alternatives; where `chooseOne`, all of them together would be too much of something. */
export type HelpingFoods = { readonly items: readonly HelpingFood[]; readonly chooseOne: boolean };

/** What the alerts page shows. */
export type AlertsPage = {
  readonly today: string;
  readonly items: readonly AlertView[];
  /** Foods that answer each alert on a usual day, by its id; any one of them. */
  readonly foods: { readonly [id: string]: HelpingFoods };
  /** What conditions, medicines or life stage leave out of the foods, and why. */
  readonly leftOut: readonly string[];
  /** The targets, for the pictures; null where there is none or it is switched off. */
  readonly targets: { readonly [M in Mineral]?: number | null };
  /** What today holds until it counts; null while it is empty, or where it counts already. */
  readonly todaySoFar: { readonly [M in Mineral]?: Total } | null;
};
