import "server-only";
import { env } from "../env";
import { composeEmail, type EmailContent } from "./compose";
import { sendEmail } from "./send";
import * as store from "./store";

const MINUTE = 60_000;
/** When a mail that did not go out is tried again; after the last it is given up. */
const RETRIES_MS = [1, 5, 30, 2 * 60, 6 * 60, 24 * 60].map((minutes) => minutes * MINUTE);
/** Longer than sending can take. */
const SENDING_MS = 5 * MINUTE;
const BATCH = 50;

/**
 * What the mails of some kinds say, made at sending time and not kept; null for one that is no longer wanted. Each
 * feature has the kinds of its own.
 */
export type MailKinds = { readonly [kind: string]: (mail: store.StoredMail) => Promise<EmailContent | null> };

const deliver = async (mail: store.StoredMail, kinds: MailKinds, now: Date): Promise<void> => {
  const address = mail.recipient ?? (await store.addressOf(mail.ownerId));
  const content = address === null ? null : ((await kinds[mail.kind]?.(mail)) ?? null);
  if (address === null || content === null) return store.setMail(mail, "dropped", now);
  const result = await sendEmail(composeEmail(address, content, mail.messageId));
  if (result.outcome === "sent") return store.setMail(mail, "sent", now);
  if (result.outcome === "unknown") return store.setMail(mail, "unknown", now, result.problem);
  const wait = RETRIES_MS[mail.attempts];
  if (result.outcome === "refused" || wait === undefined)
    return store.setMail(mail, "failed", now, result.problem);
  return store.setMail(mail, "waiting", new Date(now.getTime() + wait), result.problem);
};

/**
 * Sends the mails of some kinds whose time has come, each by one process. One that was taken and never answered for,
 * because the process died, is not sent again: rather none than two.
 * @returns how many were taken.
 */
export const sendDueMails = async (kinds: MailKinds, now: Date): Promise<number> => {
  if (env().mail === null) return 0;
  await store.giveUpLostMails(now);
  let taken = 0;
  for (const mail of await store.dueMails(Object.keys(kinds), now, BATCH)) {
    if (!(await store.takeMail(mail, new Date(now.getTime() + SENDING_MS)))) continue;
    taken += 1;
    try {
      await deliver(mail, kinds, now);
    } catch (error) {
      // Nothing was handed over: composing failed. Retried as when the mail server is down.
      console.error("A mail could not be made.", error);
      const wait = RETRIES_MS[mail.attempts];
      if (wait === undefined) await store.setMail(mail, "failed", now, "could not be made");
      else await store.setMail(mail, "waiting", new Date(now.getTime() + wait), "could not be made");
    }
  }
  return taken;
};

/** Sends mails that were just queued, without anybody waiting for it. What fails is sent by the next pass. */
export const sendSoon = (kinds: MailKinds): void => {
  sendDueMails(kinds, new Date()).catch((error) => console.error("Mail could not be sent at once.", error));
};
