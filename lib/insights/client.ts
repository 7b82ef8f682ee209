import type { AlertRule } from "../nutrition";
import { LOGGED, type Logged } from "./logged";

// What the browser needs of insights beside types: nothing here leads to zod.

export * from "./logged";

/** The same in words: for charts, their legends and tables, the calendar and the week. */
export const LOGGED_WORDS: { readonly [L in Logged]: string } = {
  complete: "complete",
  incomplete: "not everything logged",
  partial: "not marked complete",
  none: "not logged",
};

/** One letter for each, where a year of days is sent. */
export const LOGGED_LETTERS: { readonly [L in Logged]: string } = {
  complete: "c",
  incomplete: "i",
  partial: "p",
  none: "n",
};
/** The state that a letter stands for; nothing logged for any other. */
export const loggedOf = (letter: string | undefined): Logged =>
  LOGGED.find((logged) => LOGGED_LETTERS[logged] === letter) ?? "none";

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
