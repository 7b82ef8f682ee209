import "server-only";
import { db, nullOnConflict, transaction } from "../../db";
import { dueBetween } from "./turns";

// The browsers that take reminders, and the messages for them.

/** What the browser of a session is told, and how it is reached. */
export type PushChoices = {
  readonly name: string;
  readonly nothingHour: number | null;
  readonly doses: boolean;
  readonly alerts: boolean;
  readonly details: boolean;
  readonly quietFrom: number;
  readonly quietTo: number;
};
export type PushAddress = { readonly endpoint: string; readonly p256dh: string; readonly auth: string };
export type Subscription = PushChoices &
  PushAddress & {
    readonly ownerId: string;
    readonly id: string;
    readonly sessionId: string;
    readonly createdAt: Date;
    readonly updatedAt: Date;
    readonly lastSentAt: Date | null;
    readonly failures: number;
    readonly dueAt: Date | null;
  };

/** A browser tells one account only: whoever is signed in there now. An endpoint is a secret of its browser. */
const leaveOthers = (endpoint: string, ownerId: string, sessionId: string) => ({
  endpoint,
  NOT: { ownerId, sessionId },
});

/**
 * Creates or replaces the subscription of a session. A browser that tells another account or session ceases to. Where
 * alerts are switched on, those that hold already count as told.
 */
export const putSubscription = (
  ownerId: string,
  sessionId: string,
  id: string,
  data: PushChoices & PushAddress,
  now: Date,
): Promise<Subscription> =>
  transaction(async (client) => {
    await client.pushSubscription.deleteMany({ where: leaveOthers(data.endpoint, ownerId, sessionId) });
    const before = await client.pushSubscription.findFirst({ where: { ownerId, sessionId } });
    if (data.alerts && !before?.alerts)
      await client.notice.updateMany({ where: { ownerId, pushId: null }, data: { pushId: "before" } });
    const changed = { ...data, failures: 0, dueAt: null, updatedAt: now };
    if (before === null)
      return client.pushSubscription.create({ data: { ownerId, id, sessionId, createdAt: now, ...changed } });
    const key = { ownerId_id: { ownerId, id: before.id } };
    return client.pushSubscription.update({ where: key, data: changed });
  });

/** Gives the subscription of a session another address. @returns false when the session has none. */
export const moveSubscription = (
  ownerId: string,
  sessionId: string,
  address: PushAddress,
): Promise<boolean> =>
  transaction(async (client) => {
    const { count } = await client.pushSubscription.updateMany({
      where: { ownerId, sessionId },
      data: { ...address, failures: 0 },
    });
    if (count > 0)
      await client.pushSubscription.deleteMany({ where: leaveOthers(address.endpoint, ownerId, sessionId) });
    return count > 0;
  });

/** The owner's subscriptions, the oldest first. */
export const listSubscriptions = (ownerId: string): Promise<Subscription[]> =>
  db().pushSubscription.findMany({ where: { ownerId }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });

export const findSubscription = (ownerId: string, id: string): Promise<Subscription | null> =>
  db().pushSubscription.findFirst({ where: { ownerId, id } });

export const deleteSubscription = async (ownerId: string, id: string): Promise<void> => {
  await db().pushSubscription.deleteMany({ where: { ownerId, id } });
};

/** The next subscriptions to look what is due for, those never looked at first. */
export const dueSubscriptions = async (now: Date, limit: number): Promise<Subscription[]> => {
  const fresh = await db().pushSubscription.findMany({
    where: { dueAt: null },
    orderBy: [{ ownerId: "asc" }, { id: "asc" }],
    take: limit,
  });
  if (fresh.length === limit) return fresh;
  const due = await db().pushSubscription.findMany({
    where: { OR: dueBetween(now).map((dueAt) => ({ dueAt })) },
    orderBy: [{ dueAt: "asc" }, { ownerId: "asc" }],
    take: limit - fresh.length,
  });
  return [...fresh, ...due];
};

/** Moves the due time of a subscription. @returns false when another process, or a change, has moved it since. */
export const setSubscriptionDue = async (
  { ownerId, id, dueAt }: Pick<Subscription, "ownerId" | "id" | "dueAt">,
  next: Date,
): Promise<boolean> => {
  const { count } = await db().pushSubscription.updateMany({
    where: { ownerId, id, dueAt },
    data: { dueAt: next },
  });
  return count > 0;
};

/** Has the owner's subscriptions looked at as soon as possible, after a change to the account. */
export const lookAtSubscriptions = async (ownerId: string): Promise<void> => {
  await db().pushSubscription.updateMany({ where: { ownerId, dueAt: { not: null } }, data: { dueAt: null } });
};

export type PushKind = "nothing" | "doses" | "alerts";
export type NewPush = {
  readonly id: string;
  readonly subscriptionId: string;
  readonly key: string;
  readonly kind: PushKind;
  readonly nextAt: Date;
  readonly expiresAt: Date;
};
export type StoredPush = NewPush & { readonly ownerId: string; readonly attempts: number };

const waiting = (ownerId: string, push: NewPush, now: Date) => ({
  ownerId,
  ...push,
  state: "waiting",
  attempts: 0,
  createdAt: now,
  updatedAt: now,
});

/** Queues a message. @returns false when one with the same key was queued for this subscription before. */
export const queuePush = async (ownerId: string, push: NewPush, now: Date): Promise<boolean> => {
  const made = await nullOnConflict(
    db().pushMessage.create({ data: waiting(ownerId, push, now), select: { id: true } }),
  );
  return made !== null;
};

/**
 * Queues messages about those of some findings that hold and were neither read nor told by push, in one transaction, so
 * that of two processes one makes them.
 * @returns whether there was anything to tell.
 */
export const queueAlertPushes = (
  ownerId: string,
  keys: readonly string[],
  pushId: string,
  pushes: readonly NewPush[],
  now: Date,
): Promise<boolean> =>
  transaction(async (client) => {
    const { count } = await client.notice.updateMany({
      where: { ownerId, key: { in: [...keys] }, resolvedOn: null, readAt: null, pushId: null },
      data: { pushId },
    });
    if (count > 0)
      await client.pushMessage.createMany({ data: pushes.map((push) => waiting(ownerId, push, now)) });
    return count > 0;
  });

/** The findings of a push message that hold and were not read meanwhile. */
export const findingsOfPush = (ownerId: string, pushId: string) =>
  db().notice.findMany({
    where: { ownerId, pushId, resolvedOn: null, readAt: null },
    orderBy: { key: "asc" },
    select: { key: true, finding: true },
  });

/** Messages that are due, and those whose sending process stopped. */
export const duePushes = async (now: Date, limit: number): Promise<StoredPush[]> => {
  const found = await db().pushMessage.findMany({
    where: {
      state: { in: ["waiting", "sending"] },
      OR: dueBetween(now).map((nextAt) => ({ nextAt })),
    },
    orderBy: [{ nextAt: "asc" }, { ownerId: "asc" }],
    take: limit,
  });
  return found.map((row) => ({ ...row, kind: row.kind as PushKind }));
};

/** Reserves a message for sending. @returns false when another process has it. */
export const takePush = async ({ ownerId, id, attempts }: StoredPush, until: Date): Promise<boolean> => {
  const { count } = await db().pushMessage.updateMany({
    where: { ownerId, id, state: { in: ["waiting", "sending"] }, attempts },
    data: { state: "sending", attempts: attempts + 1, nextAt: until, updatedAt: new Date() },
  });
  return count > 0;
};

export type PushState = "waiting" | "sent" | "failed" | "dropped";

export const setPush = async (
  { ownerId, id }: StoredPush,
  state: PushState,
  nextAt: Date,
  problem: string | null = null,
): Promise<void> => {
  await db().pushMessage.updateMany({
    where: { ownerId, id },
    data: { state, nextAt, problem, updatedAt: new Date() },
  });
};

/** Notes that a browser took a message. */
export const noteSent = async (ownerId: string, id: string, now: Date): Promise<void> => {
  await db().pushSubscription.updateMany({ where: { ownerId, id }, data: { lastSentAt: now, failures: 0 } });
};

/** Notes that a message was given up; after so many in succession the subscription ends. */
export const noteFailure = async (ownerId: string, id: string, limit: number): Promise<void> => {
  await db().pushSubscription.updateMany({ where: { ownerId, id }, data: { failures: { increment: 1 } } });
  await db().pushSubscription.deleteMany({ where: { ownerId, id, failures: { gte: limit } } });
};

const CHOICE_OFF = {
  nothing: { nothingHour: null },
  doses: { doses: false },
  alerts: { alerts: false },
} as const;

/**
 * Ends the reminders of a message's kind for its browser, the first time it is asked for.
 * @returns the kind; null when there is no such message.
 */
export const stopByPush = (ownerId: string, id: string, now: Date): Promise<PushKind | null> =>
  transaction(async (client) => {
    const found = await client.pushMessage.findFirst({ where: { ownerId, id } });
    if (found === null) return null;
    const kind = found.kind as PushKind;
    const { count } = await client.pushMessage.updateMany({
      where: { ownerId, id, stoppedAt: null },
      data: { stoppedAt: now },
    });
    if (count > 0)
      await client.pushSubscription.updateMany({
        where: { ownerId, id: found.subscriptionId },
        data: { ...CHOICE_OFF[kind], updatedAt: now },
      });
    return kind;
  });

export const findPushKind = async (ownerId: string, id: string): Promise<PushKind | null> => {
  const found = await db().pushMessage.findFirst({ where: { ownerId, id }, select: { kind: true } });
  return found === null ? null : (found.kind as PushKind);
};

/** Removes finished messages from before an instant. */
export const purgePushes = async (before: Date): Promise<void> => {
  await db().pushMessage.deleteMany({
    where: { state: { in: ["sent", "failed", "dropped"] }, nextAt: { lte: before } },
  });
};
