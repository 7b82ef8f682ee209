import "server-only";
import { randomUUID } from "node:crypto";
import { env } from "../env";
import { type EmailContent, type MailKinds, newMessageId, queueMail, sendSoon } from "../mail";
import type { Origin } from "./audit";
import { makeLink } from "./links";
import * as store from "./store";

// Mail about the account itself. Nobody can stop it. A link is made when its mail is sent, so that no secret waits in
// the outbox; a mail that is sent again has another link, and the earlier one ends.

/**
 * Mails of a kind that anybody can cause, in an hour and for one account: nobody's mailbox is filled. What tells of a
 * change is always sent.
 */
const MAX_AN_HOUR = { confirm: 5, taken: 5, reset: 5, "change-email": 10, invite: 100 } as const;
const HOUR_MS = 60 * 60_000;

const FOOTER: EmailContent["footer"] = [
  ["You get this because of an account, or a request for one, at this server."],
];

const accountMail = (
  content: Omit<EmailContent, "footer" | "unsubscribeUrl" | "items"> & { items?: string[] },
) => ({
  items: [],
  ...content,
  footer: FOOTER,
  unsubscribeUrl: null,
});

/** The host that browsers reach this server by, for people who have several. */
const here = (): string => new URL(env().publicUrl).host;

const NOT_YOU = "If this was not you, ";

/** Makes a mail of an account that is still there. */
const forUser =
  (
    make: (
      user: store.StoredUser,
      detail: string | null,
      recipient: string | null,
    ) => Promise<EmailContent | null>,
  ) =>
  async ({
    ownerId,
    detail,
    recipient,
  }: {
    ownerId: string;
    detail: string | null;
    recipient: string | null;
  }) => {
    const user = await store.findUser(ownerId);
    return user === null || user.email === null ? null : make(user, detail, recipient);
  };

/** What the mails about accounts say, by their kind. */
export const accountMails = {
  confirm: forUser(async (user) => {
    if (user.emailVerifiedAt !== null) return null;
    const path = await makeLink(user.id, "verify-email", user.email);
    return accountMail({
      subject: "Confirm your address",
      paragraphs: [
        user.awaitsConfirmation
          ? `Somebody made an account with this address at ${here()}. Open the link and type the password that you chose; then the account is yours.`
          : `Open the link to show that this address is yours. It belongs to an account at ${here()}.`,
        `The link works once, for three days. ${NOT_YOU}leave it; without it nothing happens.`,
      ],
      path: user.awaitsConfirmation ? path.replace("/confirm#", "/sign-up/confirm#") : path,
      link: "Confirm the address",
    });
  }),

  taken: forUser(async () =>
    accountMail({
      subject: "You have an account already",
      paragraphs: [
        `Somebody wanted to use this address for an account at ${here()}. It has one already, so nothing was made or changed.`,
        `If it was you, sign in, or set a new password where you have forgotten it. ${NOT_YOU}there is nothing to do.`,
      ],
      path: "/forgot",
      link: "Set a new password",
    }),
  ),

  reset: forUser(async (user) =>
    accountMail({
      subject: "Set a new password",
      paragraphs: [
        `Somebody asked to set a new password for your account at ${here()}. The link works once, for an hour.`,
        `${NOT_YOU}leave it; your password stays as it is.`,
      ],
      path: await makeLink(user.id, "reset", user.email),
      link: "Set a new password",
    }),
  ),

  "password-changed": forUser(async () =>
    accountMail({
      subject: "Your password was changed",
      paragraphs: [
        `The password of your account at ${here()} was changed, and all other browsers were signed out. Access tokens still work; they can be revoked in the settings.`,
        `${NOT_YOU}set a new password now, and see in the settings what was done.`,
      ],
      path: "/forgot",
      link: "Set a new password",
    }),
  ),

  "change-email": forUser(async (user, _detail, recipient) =>
    recipient === null
      ? null
      : accountMail({
          subject: "Confirm your new address",
          paragraphs: [
            `Somebody asked to use this address for their account at ${here()}. Open the link to confirm that it is yours. It works once, for a day.`,
            `${NOT_YOU}leave it; without it nothing happens.`,
          ],
          path: await makeLink(user.id, "change-email", recipient),
          link: "Use this address",
        }),
  ),

  "email-changed": forUser(async () =>
    accountMail({
      subject: "Your account has another address",
      paragraphs: [
        `Your account at ${here()} was moved to another e-mail address. Mail about it goes there from now on, and this address no longer signs in.`,
        `${NOT_YOU}tell whoever runs this server at once.`,
      ],
      path: "/sign-in",
      link: "Sign in",
    }),
  ),

  "new-device": forUser(async (_user, detail) =>
    accountMail({
      subject: "A new sign-in to your account",
      paragraphs: [
        `Your account at ${here()} was signed in to from somewhere new. If it was you, there is nothing to do. If it was not, change your password and sign that browser out.`,
        "It says that it is:",
      ],
      items: detail === null ? [] : [detail],
      path: "/settings/access",
      link: "Signed-in browsers",
    }),
  ),

  invite: forUser(async (user, _detail, recipient) =>
    recipient === null
      ? null
      : accountMail({
          subject: "You are invited",
          paragraphs: [
            `You are invited to make an account at ${here()}, a diary of what your food gives you in minerals. The link works once, for a week.`,
          ],
          path: await makeLink(user.id, "invite", recipient),
          link: "Make an account",
        }),
  ),
} satisfies MailKinds;

export type AccountMail = keyof typeof accountMails;

/**
 * Puts a mail about an account on the way and sends it at once, without anybody waiting for that. Where this server
 * sends no mail it does nothing. Never throws: what it tells of has happened.
 */
export const mailAccount = async (
  ownerId: string,
  kind: AccountMail,
  { recipient = null, detail = null }: { recipient?: string | null; detail?: string | null } = {},
): Promise<void> => {
  if (env().mail === null) return;
  try {
    const now = new Date();
    const most = kind in MAX_AN_HOUR ? MAX_AN_HOUR[kind as keyof typeof MAX_AN_HOUR] : null;
    const hourAgo = new Date(now.getTime() - HOUR_MS);
    if (most !== null && (await store.countMails(ownerId, kind, hourAgo)) >= most) return;
    await queueMail(ownerId, { id: randomUUID(), kind, messageId: newMessageId(), recipient, detail }, now);
    sendSoon(accountMails);
  } catch (error) {
    console.error("A mail about an account could not be queued.", error);
  }
};

/** What a browser says of itself, cut down to what a person can read. */
const browserWords = (userAgent: string | null): string =>
  (userAgent ?? "a browser that does not say which").replaceAll(/[^\x20-\x7e]/g, "").slice(0, 160);

/** Tells the account's person of a sign-in from somewhere new, where their address is known to be theirs. */
export const mailNewDevice = async (ownerId: string, { userAgent }: Origin): Promise<void> => {
  const user = await store.findUser(ownerId);
  if (user?.emailVerifiedAt)
    await mailAccount(ownerId, "new-device", {
      detail: `${browserWords(userAgent)}, on ${new Date().toISOString().slice(0, 16).replace("T", " at ")} UTC`,
    });
};
