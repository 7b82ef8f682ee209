import "server-only";
import { randomUUID } from "node:crypto";
import { assertMayWrite, getAccount, serverViewer, type Viewer } from "../access";
import { env } from "../env";
import { AppError } from "../errors";
import { getAlertSettings } from "../insights";
import { alertEmailContent, composeEmail, type EmailContent, testEmailContent } from "./email-content";
import { weeklyReview } from "./review";
import { reviewEmailContent } from "./review-email";
import { newMessageId, sendEmail } from "./send-email";
import * as store from "./store";

const MINUTE = 60_000;
/** When a mail that did not go out is tried again; after the last it is given up. */
const RETRIES_MS = [1, 5, 30, 2 * 60, 6 * 60, 24 * 60].map((minutes) => minutes * MINUTE);
/** Longer than sending can take. */
const SENDING_MS = 5 * MINUTE;
const BATCH = 50;

/** Puts a mail on the way about some findings, of those that were neither read nor mailed. */
export const queueAlertMail = (ownerId: string, keys: readonly string[], now: Date): Promise<boolean> =>
  store.queueAlertMail(ownerId, keys, { id: randomUUID(), kind: "alerts", messageId: newMessageId() }, now);

/** Puts the mail about a week's review on the way; a second time for a week does nothing. */
export const queueReviewMail = (ownerId: string, week: string, now: Date): Promise<boolean> =>
  store.queueMail(ownerId, { id: `review:${week}`, kind: "review", messageId: newMessageId() }, now);

/** The content of a mail, made at sending time; null when its findings no longer hold or the person wants no mail. */
const contentOfMail = async ({ ownerId, id, kind }: store.StoredMail): Promise<EmailContent | null> => {
  const viewer = serverViewer(ownerId);
  const settings = await getAlertSettings(viewer, ownerId);
  if (settings.mail === "none") return null;
  if (kind === "review")
    return reviewEmailContent(await weeklyReview(viewer, ownerId, id.slice("review:".length)), settings);
  if (settings.mail !== "at-once") return null;
  const findings = await store.findingsOfMail(ownerId, id);
  return findings.length === 0
    ? null
    : alertEmailContent(
        findings.map(({ finding }) => finding),
        settings.mailDetails,
      );
};

const deliver = async (mail: store.StoredMail, now: Date): Promise<void> => {
  const { email } = await getAccount(serverViewer(mail.ownerId), mail.ownerId);
  const content = email === null ? null : await contentOfMail(mail);
  if (email === null || content === null) return store.setMail(mail, "dropped", now);
  const result = await sendEmail(composeEmail(mail.ownerId, email, content, mail.messageId));
  if (result.outcome === "sent") return store.setMail(mail, "sent", now);
  if (result.outcome === "unknown") return store.setMail(mail, "unknown", now, result.problem);
  const wait = RETRIES_MS[mail.attempts];
  if (result.outcome === "refused" || wait === undefined)
    return store.setMail(mail, "failed", now, result.problem);
  return store.setMail(mail, "waiting", new Date(now.getTime() + wait), result.problem);
};

/**
 * Sends the mails whose time has come, each by one process. One that was taken and never answered for, because the
 * process died, is not sent again: rather none than two.
 * @returns how many were taken.
 */
export const sendDueMails = async (now: Date): Promise<number> => {
  if (env().mail === null) return 0;
  await store.giveUpLostMails(now);
  let taken = 0;
  for (const mail of await store.dueMails(now, BATCH)) {
    if (!(await store.takeMail(mail, new Date(now.getTime() + SENDING_MS)))) continue;
    taken += 1;
    try {
      await deliver(mail, now);
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

/**
 * Sends a mail to the owner's own address, now.
 * @throws AppError unavailable when this server sends no mail, the account has no address, or the mail server does
 *   not take it.
 */
export const sendTestMail = async (viewer: Viewer, ownerId: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  if (env().mail === null) throw new AppError("unavailable", "This server sends no e-mail.");
  const { email } = await getAccount(viewer, ownerId);
  if (email === null) throw new AppError("unavailable", "This account has no e-mail address.");
  const result = await sendEmail(composeEmail(ownerId, email, testEmailContent()));
  if (result.outcome !== "sent") {
    console.error(`A test mail was not taken: ${result.problem}`);
    throw new AppError(
      "unavailable",
      "The mail server did not take it. Whoever runs this server can find out why.",
    );
  }
};
