import type { AuditEventView } from "@/lib/access/schemas";

/** What each kind of event is called. */
const WORDS: Readonly<Record<AuditEventView["kind"], string>> = {
  "account-made": "The account was made",
  "signed-in": "Signed in",
  "sign-in-refused": "A sign-in was refused",
  "signed-out": "Signed out",
  "session-ended": "A browser was signed out",
  "administrator-made": "This account was made an administrator's",
  "administrator-removed": "This account is no administrator's any more",
  "sessions-ended": "All other browsers were signed out",
  "password-changed": "The password was changed",
  "password-reset": "A new password was set by a link",
  "reset-requested": "A link to set a new password was asked for",
  "email-verified": "The address was confirmed",
  "email-change-requested": "Another address was asked for",
  "email-changed": "The address was changed",
  "method-added": "A way to sign in was added",
  "method-removed": "A way to sign in was removed",
  "recovery-codes-made": "Recovery codes were made",
  confirmed: "Confirmed who is signed in",
  "token-made": "An access token was made",
  "token-revoked": "An access token was revoked",
  exported: "The data was exported",
  invited: "Somebody was invited",
  shared: "Something was shared",
  "share-ended": "A share was ended",
  "read-by-other": "Somebody else read it",
};

const BY: Readonly<Record<AuditEventView["by"], string | null>> = {
  session: null,
  nobody: null,
  token: "by an access token",
  link: "by a link",
  administrator: "by an administrator",
  other: "by somebody else",
  server: "by the server",
};

/** An event as a person reads it, and what is known of where it came from. */
export const eventWords = ({
  kind,
  by,
  detail,
  network,
}: AuditEventView): { title: string; about: string } => ({
  title: WORDS[kind],
  about: [
    BY[by],
    ...["name", "method", "to", "email"].map((key) =>
      detail[key] === undefined ? null : String(detail[key]),
    ),
    network === null ? null : `from ${network}`,
  ]
    .filter((part) => part !== null)
    .join(", "),
});
