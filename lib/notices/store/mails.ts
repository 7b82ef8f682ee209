import "server-only";
import { db, nullOnConflict, transaction } from "../../db";
import { dueBetween } from "./turns";

// The mails to be sent and what became of them.

export type MailKind = "alerts" | "review";
export type StoredMail = {
  readonly ownerId: string;
  readonly id: string;
  readonly kind: MailKind;
  readonly attempts: number;
  readonly messageId: string;
};
export type NewMail = Pick<StoredMail, "id" | "kind" | "messageId">;

const waiting = (ownerId: string, mail: NewMail, now: Date) => ({
  ownerId,
  ...mail,
  state: "waiting",
  attempts: 0,
  nextAt: now,
  createdAt: now,
  updatedAt: now,
});

/** Queues a mail. @returns false when one with the same id was queued before. */
export const queueMail = async (ownerId: string, mail: NewMail, now: Date): Promise<boolean> => {
  const made = await nullOnConflict(
    db().mail.create({ data: waiting(ownerId, mail, now), select: { id: true } }),
  );
  return made !== null;
};

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
    if (count > 0) await client.mail.create({ data: waiting(ownerId, mail, now) });
    return count > 0;
  });

/** The findings of a mail. */
export const findingsOfMail = (ownerId: string, mailId: string) =>
  db().notice.findMany({
    where: { ownerId, mailId, resolvedOn: null },
    orderBy: { key: "asc" },
    select: { key: true, finding: true },
  });

/** Mails that are due. */
export const dueMails = async (now: Date, limit: number): Promise<StoredMail[]> => {
  const found = await db().mail.findMany({
    where: { state: "waiting", OR: dueBetween(now).map((nextAt) => ({ nextAt })) },
    orderBy: [{ nextAt: "asc" }, { ownerId: "asc" }],
    take: limit,
    select: { ownerId: true, id: true, kind: true, attempts: true, messageId: true },
  });
  return found.map((row) => ({ ...row, kind: row.kind as MailKind }));
};

/** Reserves a mail for sending. @returns false when another process has it. */
export const takeMail = async ({ ownerId, id, attempts }: StoredMail, until: Date): Promise<boolean> => {
  const { count } = await db().mail.updateMany({
    where: { ownerId, id, state: "waiting", attempts },
    data: { state: "sending", attempts: attempts + 1, nextAt: until, updatedAt: new Date() },
  });
  return count > 0;
};

export type MailState = "waiting" | "sent" | "failed" | "dropped" | "unknown";

export const setMail = async (
  { ownerId, id }: StoredMail,
  state: MailState,
  nextAt: Date,
  problem: string | null = null,
): Promise<void> => {
  await db().mail.updateMany({
    where: { ownerId, id },
    data: { state, nextAt, problem, updatedAt: new Date() },
  });
};

/** Marks mails whose sending process stopped: whether they were sent is unknown. */
export const giveUpLostMails = async (now: Date): Promise<void> => {
  await db().mail.updateMany({
    where: { state: "sending", OR: dueBetween(now).map((nextAt) => ({ nextAt })) },
    data: { state: "unknown", problem: "the server stopped while sending", updatedAt: now },
  });
};

/** Removes finished mails from before an instant. */
export const purgeMails = async (before: Date): Promise<void> => {
  await db().mail.deleteMany({
    where: { state: { in: ["sent", "failed", "dropped", "unknown"] }, nextAt: { lte: before } },
  });
};
