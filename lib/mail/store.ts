import "server-only";
import { db, nullOnConflict } from "../db";

// The mails to be sent and what became of them. Of the account only its address is read.

export type StoredMail = {
  readonly ownerId: string;
  readonly id: string;
  readonly kind: string;
  readonly attempts: number;
  readonly messageId: string;
  /** Whom it goes to; null: the account's address at the time of sending. */
  readonly recipient: string | null;
  readonly detail: string | null;
};
export type NewMail = Pick<StoredMail, "id" | "kind" | "messageId"> &
  Partial<Pick<StoredMail, "recipient" | "detail">>;

/** Queues a mail. @returns false when one with the same id was queued before. */
export const queueMail = async (ownerId: string, mail: NewMail, now: Date): Promise<boolean> => {
  const waiting = { state: "waiting", attempts: 0, nextAt: now, createdAt: now, updatedAt: now };
  const made = await nullOnConflict(
    db().mail.create({ data: { ownerId, ...mail, ...waiting }, select: { id: true } }),
  );
  return made !== null;
};

/** The account's own address; null for a sample account, and for one that is gone. */
export const addressOf = async (ownerId: string): Promise<string | null> =>
  (await db().user.findFirst({ where: { id: ownerId }, select: { email: true } }))?.email ?? null;

/** Every next try lies at most a day ahead. What is due later was set by a clock that was wrong, and is due now. */
const MAX_AHEAD_MS = 3 * 24 * 60 * 60_000;

const due = (now: Date) => [
  { nextAt: { lte: now } },
  { nextAt: { gt: new Date(now.getTime() + MAX_AHEAD_MS) } },
];

/** Mails of some kinds that are due. */
export const dueMails = (kinds: readonly string[], now: Date, limit: number): Promise<StoredMail[]> =>
  db().mail.findMany({
    where: { state: "waiting", kind: { in: [...kinds] }, OR: due(now) },
    orderBy: [{ nextAt: "asc" }, { ownerId: "asc" }],
    take: limit,
    select: {
      ownerId: true,
      id: true,
      kind: true,
      attempts: true,
      messageId: true,
      recipient: true,
      detail: true,
    },
  });

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
    where: { state: "sending", OR: due(now) },
    data: { state: "unknown", problem: "the server stopped while sending", updatedAt: now },
  });
};

/** Removes finished mails from before an instant. */
export const purgeMails = async (before: Date): Promise<void> => {
  await db().mail.deleteMany({
    where: { state: { in: ["sent", "failed", "dropped", "unknown"] }, nextAt: { lte: before } },
  });
};
