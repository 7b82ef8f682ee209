import "server-only";
import { randomUUID } from "node:crypto";
import { accountMails, assertMayWrite, getAccount, serverViewer, type Viewer } from "../access";
import { env } from "../env";
import { AppError } from "../errors";
import { getAlertSettings } from "../insights";
import { composeEmail, newMessageId, queueMail, sendDueMails, sendEmail } from "../mail";
import { alertEmailContent, testEmailContent, withFooter } from "./email-content";
import { weeklyReview } from "./review";
import { reviewEmailContent } from "./review-email";
import * as store from "./store";

/** Puts a mail on the way about some findings, of those that were neither read nor mailed. */
export const queueAlertMail = (ownerId: string, keys: readonly string[], now: Date): Promise<boolean> =>
  store.queueAlertMail(ownerId, keys, { id: randomUUID(), kind: "alerts", messageId: newMessageId() }, now);

/** Puts the mail about a week's review on the way; a second time for a week does nothing. */
export const queueReviewMail = (ownerId: string, week: string, now: Date): Promise<boolean> =>
  queueMail(ownerId, { id: `review:${week}`, kind: "review", messageId: newMessageId() }, now);

const alertMail = async ({ ownerId, id }: { ownerId: string; id: string }) => {
  const settings = await getAlertSettings(serverViewer(ownerId), ownerId);
  if (settings.mail !== "at-once") return null;
  const findings = await store.findingsOfMail(ownerId, id);
  if (findings.length === 0) return null;
  return withFooter(
    ownerId,
    alertEmailContent(
      findings.map(({ finding }) => finding),
      settings.mailDetails,
    ),
  );
};

const reviewMail = async ({ ownerId, id }: { ownerId: string; id: string }) => {
  const viewer = serverViewer(ownerId);
  const settings = await getAlertSettings(viewer, ownerId);
  if (settings.mail === "none") return null;
  const review = await weeklyReview(viewer, ownerId, id.slice("review:".length));
  const content = reviewEmailContent(review, settings);
  return content && withFooter(ownerId, content);
};

/** Sends the mails whose time has come, those about accounts too. @returns how many were taken. */
export const sendAllDueMails = (now: Date): Promise<number> =>
  sendDueMails({ ...accountMails, alerts: alertMail, review: reviewMail }, now);

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
  const result = await sendEmail(composeEmail(email, withFooter(ownerId, testEmailContent())));
  if (result.outcome !== "sent") {
    console.error(`A test mail was not taken: ${result.problem}`);
    throw new AppError(
      "unavailable",
      "The mail server did not take it. Whoever runs this server can find out why.",
    );
  }
};
