import { z } from "zod";
import type { AlertRule, Mineral } from "../nutrition";
import { mineralField } from "../profile/schemas";
import { ALERT_TYPES, alertTypeOf } from "./plain";

// What a person wants to be told of, where and when.

/** Safety alarms are told in the app whatever is chosen. */
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

/** The body of `PUT /settings/alerts`; it replaces all of them. */
export const alertSettingsInput = z.strictObject({
  /** Types that are not told; safety alarms ("day") always are. */
  offTypes: list(z.enum(SWITCHABLE_TYPES, `must be one of ${SWITCHABLE_TYPES.join(", ")}`)),
  offMinerals: list(mineralField),
  /** Weekdays, 1 (Monday) to 7, without a count, a note on Today or a mail about alerts. */
  quietDays: list(day),
  /** Local hour from which the day's look is taken, and of mails. */
  hour,
  reviewDay: day,
  reviewHour: hour,
  mail: z.enum(MAIL_CHOICES, "must be none, weekly or at-once"),
  /** Types that are not mailed, safety alarms included. */
  mailOffTypes: list(z.enum(ALERT_TYPES, `must be one of ${ALERT_TYPES.join(", ")}`)),
  /** Whether a mail says what was found; otherwise only that there is something to read. */
  mailDetails: z.boolean(),
});
export type AlertSettings = z.output<typeof alertSettingsInput>;

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
  mailReach: z.enum(["yes", "no-server", "no-address"]),
});
export type AlertSettingsView = z.output<typeof alertSettingsView>;

type Told = { readonly rule: AlertRule; readonly nutrients: readonly string[] };

/** Whether the settings let an alert be told in the app. Of several nutrients one that is wanted is enough. */
export const isTold = ({ rule, nutrients }: Told, { offTypes, offMinerals }: AlertSettings): boolean => {
  const type = alertTypeOf(rule);
  if (type === "day") return true;
  if (offTypes.includes(type)) return false;
  return nutrients.length === 0 || nutrients.some((nutrient) => !offMinerals.includes(nutrient as Mineral));
};

/** Whether a mail may tell of it, too. */
export const isMailed = (alert: Told, settings: AlertSettings): boolean =>
  isTold(alert, settings) && !settings.mailOffTypes.includes(alertTypeOf(alert.rule));
