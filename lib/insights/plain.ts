import type { AlertRule } from "../nutrition";

// What the browser needs of insights beside types: nothing here leads to zod.

/** What an alert is about, as settings and pages sort them. "day" are the single-day safety alarms. */
export const ALERT_TYPES = ["day", "limit", "intake", "pairing", "absorption", "data"] as const;
export type AlertType = (typeof ALERT_TYPES)[number];

const TYPES: { readonly [R in AlertRule]: AlertType } = {
  "single-day-alarm": "day",
  "supplement-above-limit": "limit",
  "high-usual-intake": "limit",
  "low-usual-intake": "intake",
  "poor-pairing": "pairing",
  "poor-absorption": "absorption",
  "not-enough-data": "data",
};
export const alertTypeOf = (rule: AlertRule): AlertType => TYPES[rule];
