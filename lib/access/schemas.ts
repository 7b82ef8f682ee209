import { z } from "zod";
import { personText, requiredText } from "../fields";
import { TOKEN_SCOPES } from "./scopes";

/** An e-mail address, lower-cased: one address has one account. */
const emailField = z
  .string()
  .max(254, "must be at most 254 characters")
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email("must be an e-mail address").max(254, "must be at most 254 characters"));

/** Characters as a person counts them: code points. */
const lengthOf = (text: string): number => [...text].length;

/**
 * A new password: length is what counts (NIST SP 800-63B), so there are no composition rules. Which ones are refused
 * beside is in passwords.ts.
 */
const passwordField = z
  .string()
  .max(1000, "must be at most 200 characters")
  .refine((value) => value.isWellFormed(), "contains characters that are not valid text")
  .refine((value) => lengthOf(value) >= 10, "must be at least 10 characters")
  .refine((value) => lengthOf(value) <= 200, "must be at most 200 characters")
  // The contract names the lengths; refinements are not part of JSON Schema.
  .meta({ minLength: 10, maxLength: 200 });

/** The present password, or one to sign in with: no rules for new passwords, an old one must stay usable. */
const presentPassword = z.string().min(1, "is required").max(1000);

/** The secret of a one-time link. Any other text is a link that is not valid. */
const linkSecret = z.string().max(200);

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

/** Signing up: an account, and the secret of an invitation where there is one. */
export const signUpInput = newAccount.extend({ invitation: linkSecret.optional() });
export type SignUpInput = z.output<typeof signUpInput>;

/** What came of signing up. @see signUp */
export const signUpResult = z.object({
  id: z.string(),
  /** Whether the account begins with a link that is sent to its address. */
  confirmByMail: z.boolean(),
});

export const resetRequest = z.strictObject({ email: emailField });

export const resetInput = z.strictObject({ token: linkSecret, password: passwordField });

/** The link of a mail that shows an address to be its reader's; of a sign-up with the password that was chosen there. */
export const confirmInput = z.strictObject({ token: linkSecret, password: presentPassword.optional() });

export const passwordChange = z.strictObject({ current: presentPassword, password: passwordField });

export const emailChange = z.strictObject({ email: emailField, password: presentPassword });

export const emailChangeInput = z.strictObject({ token: linkSecret });

export const invitationInput = z.strictObject({ email: emailField.nullish() });

export const accountView = z.object({
  email: z.string().nullable(),
  /** Whether somebody opened a link that was sent there. */
  emailVerified: z.boolean(),
  hasPassword: z.boolean(),
  expiresAt: z.string().nullable(),
});
export type AccountView = z.output<typeof accountView>;

/** What signing in reads. */
export const signInInput = z.object({ email: emailField, password: presentPassword });

export const deleteAccountInput = z.strictObject({ password: z.string().max(1000).optional() });

const END_OF_CALENDAR = new Date("2201-01-01T00:00:00Z");

export const newToken = z.strictObject({
  name: requiredText(80),
  /** Who may change an area may read it. The default is everything that a token may do. */
  scopes: z
    .array(z.enum(TOKEN_SCOPES))
    .min(1, "name at least one scope")
    .max(TOKEN_SCOPES.length)
    .default(["read", "write"]),
  expiresAt: z.iso
    .datetime({ offset: true, message: "must be an ISO 8601 time" })
    // As with local days. PostgreSQL would keep the year 10000, and it could not be read again.
    .refine((time) => new Date(time) < END_OF_CALENDAR, "must be before 2201-01-01")
    .nullish()
    .meta({ description: "When it runs out: after a year when left out, never when null" }),
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
  "administrator-made",
  "administrator-removed",
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

/** A code of the app, or a recovery code, as it was typed. */
const secondFactorCode = z.string().min(1, "is required").max(100, "must be at most 100 characters");

export const totpCode = z.strictObject({ code: secondFactorCode });

/** The ways in to an account, without their secrets. */
export const methodsView = z.object({
  password: z.boolean(),
  totp: z.object({ since: z.string(), recoveryCodesLeft: z.int() }).nullable(),
});
export type MethodsView = z.output<typeof methodsView>;

/** What somebody who is signed in proves again by who they are. */
export const confirmation = z.union([
  z.strictObject({ password: z.string().min(1).max(1000) }),
  z.strictObject({ code: secondFactorCode }),
]);
export type Confirmation = z.output<typeof confirmation>;

/** What is read of an ID token, or of what the provider says of its person beside. */
export const identityClaims = z.object({
  iss: z.string().max(1000),
  sub: z.string().min(1).max(255),
  email: z.unknown().optional(),
  email_verified: z.unknown().optional(),
  auth_time: z.number().int().nonnegative().max(1e11).optional(),
});

/** An account at the provider that signs in to this one. */
export type IdentityView = {
  readonly id: string;
  /** The address it had when it was linked. */
  readonly email: string | null;
  readonly createdAt: string;
  readonly lastUsedAt: string;
};

export const firstPassword = z.strictObject({ password: passwordField });
