import "server-only";
import { db, transaction } from "../../db";

// Mails about findings: which finding was told in which. The outbox itself is lib/mail.

type NewMail = { readonly id: string; readonly kind: string; readonly messageId: string };

/**
 * Queues one mail about those of some findings that hold and were neither read nor mailed, in one transaction, so
 * that of two processes one makes the mail.
 * @returns whether there was anything to mail.
 */
export const queueAlertMail = (
  ownerId: string,
  keys: readonly string[],
  mail: NewMail,
  now: Date,
): Promise<boolean> =>
  transaction(async (client) => {
    const { count } = await client.notice.updateMany({
      where: { ownerId, key: { in: [...keys] }, resolvedOn: null, readAt: null, mailId: null },
      data: { mailId: mail.id },
    });
    const waiting = { state: "waiting", attempts: 0, nextAt: now, createdAt: now, updatedAt: now };
    if (count > 0) await client.mail.create({ data: { ownerId, ...mail, ...waiting } });
    return count > 0;
  });

/** The findings of a mail. */
export const findingsOfMail = (ownerId: string, mailId: string) =>
  db().notice.findMany({
    where: { ownerId, mailId, resolvedOn: null },
    orderBy: { key: "asc" },
    select: { key: true, finding: true },
  });
