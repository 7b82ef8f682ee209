import { z } from "zod";
import { personText, requiredText } from "../fields";

/** An e-mail address, lower-cased: one address has one account. */
const emailField = z
  .string()
  .max(254, "must be at most 254 characters")
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email("must be an e-mail address").max(254, "must be at most 254 characters"));

/** A new password: length is what counts (NIST SP 800-63B), so there are no composition rules. */
const passwordField = z
  .string()
  .min(10, "must be at least 10 characters")
  .max(200, "must be at most 200 characters")
  .refine((value) => value.isWellFormed(), "contains characters that are not valid text");

const isTimeZone = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: value });
    return true;
  } catch {
    return false;
  }
};

/** An IANA time zone that this machine knows, such as `Europe/Berlin`. */
export const timeZoneField = z
  .string()
  .max(64, "must be a time zone such as Europe/Berlin")
  .refine(
    (value) => /^[A-Za-z]/.test(value) && isTimeZone(value),
    "must be a time zone such as Europe/Berlin",
  );

export const newAccount = z.strictObject({
  email: emailField,
  password: passwordField,
  timeZone: timeZoneField.optional(),
});
export type NewAccount = z.output<typeof newAccount>;

/** What signing in reads: no rules for new passwords here, an old one must stay usable. */
export const signInInput = z.object({ email: emailField, password: z.string().min(1).max(1000) });

export const deleteAccountInput = z.strictObject({ password: z.string().max(1000).optional() });

const END_OF_CALENDAR = new Date("2201-01-01T00:00:00Z");

const TOKEN_SCOPES = ["read", "write"] as const;

export const newToken = z.strictObject({
  name: requiredText(80),
  scopes: z.array(z.enum(TOKEN_SCOPES)).min(1, "name at least one scope").max(2).default(["read", "write"]),
  expiresAt: z.iso
    .datetime({ offset: true, message: "must be an ISO 8601 time" })
    // As with local days. PostgreSQL would keep the year 10000, and it could not be read again.
    .refine((time) => new Date(time) < END_OF_CALENDAR, "must be before 2201-01-01")
    .nullish(),
});
export type NewToken = z.output<typeof newToken>;

export const tokenView = z.object({
  id: z.string(),
  name: personText(80),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
});
export type TokenView = z.output<typeof tokenView>;

export const sessionView = z.object({
  id: z.string(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  userAgent: z.string().nullable(),
  current: z.boolean(),
});
export type SessionView = z.output<typeof sessionView>;

/** What is kept of an account for its owner to read. */
const AUDIT_KINDS = [
  "account-made",
  "signed-in",
  "sign-in-refused",
  "signed-out",
  "session-ended",
  "sessions-ended",
  "password-changed",
  "password-reset",
  "reset-requested",
  "email-verified",
  "email-change-requested",
  "email-changed",
  "method-added",
  "method-removed",
  "recovery-codes-made",
  "confirmed",
  "token-made",
  "token-revoked",
  "exported",
  "invited",
  "shared",
  "share-ended",
  "read-by-other",
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** A few short values that tell an event from others of its kind. */
export const auditDetail = z.record(
  z.string().max(40),
  z.union([z.string().max(300), z.number(), z.boolean()]),
);
export type AuditDetail = z.output<typeof auditDetail>;

export const auditEventView = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(AUDIT_KINDS),
  detail: auditDetail,
  by: z.enum(["session", "token", "link", "administrator", "other", "server", "nobody"]),
  network: z.string().nullable(),
});
export type AuditEventView = z.output<typeof auditEventView>;

/** What somebody who is signed in proves again by who they are. */
export const confirmation = z.strictObject({ password: z.string().min(1).max(1000) });
export type Confirmation = z.output<typeof confirmation>;
