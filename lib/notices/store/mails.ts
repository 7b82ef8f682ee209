import "server-only";
import { db, nullOnConflict, transaction } from "../../db";

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

/** Puts a mail on the way. @returns false when one of the same id was put there before. */
export const queueMail = async (ownerId: string, mail: NewMail, now: Date): Promise<boolean> => {
  const made = await nullOnConflict(
    db().mail.create({ data: waiting(ownerId, mail, now), select: { id: true } }),
  );
  return made !== null;
};

/**
 * Puts one mail on the way about those of some findings that hold, were neither read nor mailed. All or nothing, so
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

/** The findings that a mail tells of, as they were told. */
export const findingsOfMail = (ownerId: string, mailId: string) =>
  db().notice.findMany({
    where: { ownerId, mailId, resolvedOn: null },
    orderBy: { key: "asc" },
    select: { key: true, finding: true },
  });

/** Mails whose time has come. */
export const dueMails = async (now: Date, limit: number): Promise<StoredMail[]> => {
  const found = await db().mail.findMany({
    where: { state: "waiting", nextAt: { lte: now } },
    orderBy: [{ nextAt: "asc" }, { ownerId: "asc" }],
    take: limit,
    select: { ownerId: true, id: true, kind: true, attempts: true, messageId: true },
  });
  return found.map((row) => ({ ...row, kind: row.kind as MailKind }));
};

/** Takes a mail to send it. @returns false when another process has it. */
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

/** Mails that a process took and never spoke of again: nobody knows whether they went out. */
export const giveUpLostMails = async (now: Date): Promise<void> => {
  await db().mail.updateMany({
    where: { state: "sending", nextAt: { lte: now } },
    data: { state: "unknown", problem: "the server stopped while sending", updatedAt: now },
  });
};

/** Removes what is known of mails that came to an end before an instant. */
export const purgeMails = async (before: Date): Promise<void> => {
  await db().mail.deleteMany({
    where: { state: { in: ["sent", "failed", "dropped", "unknown"] }, nextAt: { lte: before } },
  });
};
