import { z } from "zod";
import { requiredText } from "../fields";

// Reminders by web push, as the settings and the API tell them.

const hourField = z
  .int("must be a whole hour")
  .min(0, "must be from 0 to 23")
  .max(23, "must be from 0 to 23");

const base64url = (bytes: number, what: string) =>
  z
    .string()
    // Browsers leave the padding out; some libraries do not.
    .transform((value) => value.replace(/=+$/, ""))
    .refine(
      (value) => /^[\w-]+$/.test(value) && Math.floor((value.length * 3) / 4) === bytes,
      `must be ${what}: ${bytes} bytes in base64url`,
    );

/** What `PushSubscription.toJSON()` of a browser gives. */
export const pushAddress = z.object({
  endpoint: z.url("must be an address").max(1000, "must be at most 1000 characters"),
  keys: z.object({
    p256dh: base64url(65, "a public key of P-256"),
    auth: base64url(16, "a secret"),
  }),
});
export type PushAddressInput = z.output<typeof pushAddress>;

/** Whether a local hour lies between two others; none does when they are the same. */
export const isQuietHour = (
  hour: number,
  { quietFrom, quietTo }: { quietFrom: number; quietTo: number },
): boolean =>
  quietFrom <= quietTo ? hour >= quietFrom && hour < quietTo : hour >= quietFrom || hour < quietTo;

const choices = {
  /** The local hour from which it is told that nothing is logged today; null: never. */
  nothingHour: hourField.nullable(),
  /** Whether doses are told at the times of their schedules. */
  doses: z.boolean(),
  /** Whether a new alert is told, once. */
  alerts: z.boolean(),
  /** Whether a message says what was found and what is due. */
  details: z.boolean(),
  /** Nothing is sent from one local hour until the other; the same: no quiet hours. */
  quietFrom: hourField,
  quietTo: hourField,
};

/** The body of `PUT /reminders/current`: how this browser is reached, and what it is told. */
export const reminderInput = z
  .strictObject({ subscription: pushAddress, name: requiredText(80), ...choices })
  .refine(({ nothingHour, ...quiet }) => nothingHour === null || !isQuietHour(nothingHour, quiet), {
    path: ["nothingHour"],
    message: "lies in the quiet hours",
  });
export type ReminderInput = z.output<typeof reminderInput>;
export type ReminderChoices = Omit<ReminderInput, "subscription" | "name">;

/** A browser that takes reminders. */
export const reminderDevice = z.object({
  id: z.string(),
  name: z.string(),
  /** Whether it is the browser that asks. */
  current: z.boolean(),
  ...choices,
  createdAt: z.string(),
  lastSentAt: z.string().nullable(),
});
export type ReminderDevice = z.output<typeof reminderDevice>;

/** The answer of `GET /reminders`. */
export const remindersView = z.object({
  /** What browsers subscribe with (`applicationServerKey`), base64url. */
  publicKey: z.string(),
  /** The person's time zone, whose hours these are. */
  timeZone: z.string(),
  items: z.array(reminderDevice),
});
export type RemindersView = z.output<typeof remindersView>;

/** What a message holds when it reaches the browser, decrypted. */
export type PushPayload = {
  readonly title: string;
  readonly body: string;
  /** A later message with the same tag takes the place of an earlier one. */
  readonly tag: string;
  /** The page that it opens, a path. */
  readonly url: string;
  /** What ends these reminders, see `/reminders/stop`; null for a test message. */
  readonly stop: string | null;
};
