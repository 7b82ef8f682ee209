import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { serverViewer } from "../../access";
import { dayMarks, entriesOfDay } from "../../diary";
import { listSupplements } from "../../foods";
import { dosesOfDay } from "../../insights";
import type { LocalDate } from "../../nutrition";
import { getProfile } from "../../profile";
import type { PushPayload } from "../reminder-schemas";
import * as store from "../store";
import { dueReminders, parseReminderKey, quietUntil, reminderKey } from "./due-reminders";
import { alertWords, dosesWords, nothingLoggedWords } from "./push-content";
import { sendPush } from "./send-push";
import { stopToken } from "./stop-link";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const BATCH = 200;
/** Browsers, and messages, per pass; the others wait for the next pass, a minute later. */
const MAX_A_PASS = 5000;
/** Messages that are sent at the same time. */
const AT_ONCE = 8;
/** How long a browser is locked for one process; after a crash another takes it then. */
const TAKEN_MS = 15 * MINUTE;
/** Longer than sending can take. */
const SENDING_MS = 2 * MINUTE;
/** When a message that was not taken is tried again; never after it has expired. */
const RETRIES_MS = [1, 2, 5, 15, 30, 60, 120].map((minutes) => minutes * MINUTE);
/** A new alert is told within this time, or in the app alone. */
const ALERT_LATE_MS = DAY;
/** No message is of use for longer. */
const MAX_EXPIRY_MS = 3 * DAY;
/** Messages in succession that were given up before a browser counts as gone. */
const MAX_FAILURES = 10;
const KEPT_MS = 30 * DAY;

/** Queues a message about some findings for each of the owner's browsers that is told alerts, of those not told yet. */
export const queueAlertPushes = async (
  ownerId: string,
  keys: readonly string[],
  timeZone: string,
  now: Date,
): Promise<void> => {
  const told = (await store.listSubscriptions(ownerId)).filter(({ alerts }) => alerts);
  if (told.length === 0 || keys.length === 0) return;
  const pushId = randomUUID();
  const pushes = told.map((subscription): store.NewPush => {
    const nextAt = quietUntil(now, timeZone, subscription) ?? now;
    return {
      id: randomUUID(),
      subscriptionId: subscription.id,
      key: `alerts:${pushId}`,
      kind: "alerts",
      nextAt,
      expiresAt: new Date(nextAt.getTime() + ALERT_LATE_MS),
    };
  });
  await store.queueAlertPushes(ownerId, keys, pushId, pushes, now);
};

/** Queues what has fallen due for one browser. @returns when to look again. */
const queueDue = async (subscription: store.Subscription, now: Date): Promise<Date> => {
  const { ownerId, id } = subscription;
  const viewer = serverViewer(ownerId);
  const [{ timeZone }, supplements] = await Promise.all([
    getProfile(viewer, ownerId),
    subscription.doses ? listSupplements(viewer, ownerId) : [],
  ]);
  const { due, next } = dueReminders(now, timeZone, subscription, supplements);
  for (const reminder of due) {
    const { kind, until } = reminder;
    await store.queuePush(
      ownerId,
      {
        id: randomUUID(),
        subscriptionId: id,
        key: reminderKey(reminder),
        kind,
        nextAt: now,
        expiresAt: until,
      },
      now,
    );
  }
  return next;
};

const queueAllDue = async (now: Date): Promise<void> => {
  for (let done = 0; done < MAX_A_PASS; ) {
    const found = await store.dueSubscriptions(now, BATCH);
    if (found.length === 0) return;
    for (const subscription of found) {
      const taken = new Date(now.getTime() + TAKEN_MS);
      if (!(await store.setSubscriptionDue(subscription, taken))) continue;
      try {
        await store.setSubscriptionDue({ ...subscription, dueAt: taken }, await queueDue(subscription, now));
      } catch (error) {
        // It is due again when its lock runs out; the others do not wait.
        console.error("Reminders failed for a browser.", error);
      }
    }
    done += found.length;
  }
};

const isNothingLogged = async (ownerId: string, date: LocalDate): Promise<boolean> => {
  const viewer = serverViewer(ownerId);
  const [entries, marks] = await Promise.all([
    entriesOfDay(viewer, ownerId, date),
    dayMarks(viewer, ownerId, date, date),
  ]);
  return entries.every(({ kind }) => kind === "supplement") && !marks.has(date);
};

/** What is due at a time of a day and not taken, as in "Magnesium citrate, 2 capsules". */
const openDoses = async (ownerId: string, date: LocalDate, time: string): Promise<string[]> => {
  const viewer = serverViewer(ownerId);
  const [supplements, entries] = await Promise.all([
    listSupplements(viewer, ownerId),
    entriesOfDay(viewer, ownerId, date),
  ]);
  return dosesOfDay(supplements, entries, date)
    .filter(({ taken, asNeeded, entry }) => !taken && !asNeeded && entry.time === time)
    .map(({ entry: { name, portion } }) => (portion ? `${name}, ${portion.count} × ${portion.label}` : name));
};

/** The words of a message, made at sending time; null when it is no longer wanted or no longer so. */
const wordsOf = async (
  { ownerId, kind, key }: store.StoredPush,
  { nothingHour, doses, alerts, details }: store.Subscription,
): Promise<Omit<PushPayload, "stop"> | null> => {
  if (kind === "alerts") {
    if (!alerts) return null;
    const findings = await store.findingsOfPush(ownerId, key.slice("alerts:".length));
    return findings.length === 0
      ? null
      : alertWords(
          findings.map(({ finding }) => finding),
          details,
        );
  }
  const { date, time } = parseReminderKey(key);
  if (kind === "nothing")
    return nothingHour !== null && (await isNothingLogged(ownerId, date)) ? nothingLoggedWords() : null;
  const open = doses && time !== null ? await openDoses(ownerId, date, time) : [];
  return open.length === 0 || time === null ? null : dosesWords(time, open, details);
};

const topicOf = (tag: string): string => createHash("sha256").update(tag).digest("base64url").slice(0, 32);

/** Waits for another try, or gives up what would come too late. */
const retry = async (push: store.StoredPush, problem: string, afterMs: number | null, now: Date) => {
  const wait = RETRIES_MS[push.attempts];
  const nextAt = new Date(now.getTime() + Math.max(afterMs ?? 0, wait ?? 0));
  if (wait !== undefined && nextAt < push.expiresAt) return store.setPush(push, "waiting", nextAt, problem);
  await store.setPush(push, "failed", now, problem);
  await store.noteFailure(push.ownerId, push.subscriptionId, MAX_FAILURES);
};

const deliver = async (push: store.StoredPush, now: Date): Promise<void> => {
  const { ownerId, subscriptionId, id, expiresAt, kind } = push;
  const subscription = await store.findSubscription(ownerId, subscriptionId);
  // One that a clock made which was ahead tells of a day that has not come.
  const isOver = expiresAt <= now || expiresAt.getTime() > now.getTime() + MAX_EXPIRY_MS;
  if (subscription === null || isOver) return store.setPush(push, "dropped", now);
  const { timeZone } = await getProfile(serverViewer(ownerId), ownerId);
  const quiet = quietUntil(now, timeZone, subscription);
  if (quiet !== null) return store.setPush(push, quiet < expiresAt ? "waiting" : "dropped", quiet);
  const words = await wordsOf(push, subscription);
  if (words === null) return store.setPush(push, "dropped", now);
  const result = await sendPush(
    subscription,
    { ...words, stop: stopToken(ownerId, id) },
    {
      topic: topicOf(words.tag),
      ttlSeconds: (expiresAt.getTime() - now.getTime()) / 1000,
      urgent: kind === "doses",
    },
    now,
  );
  if (result.outcome === "gone") return store.deleteSubscription(ownerId, subscriptionId);
  if (result.outcome === "retry") return retry(push, result.problem, result.afterMs, now);
  if (result.outcome === "refused") {
    await store.setPush(push, "failed", now, result.problem);
    return store.noteFailure(ownerId, subscriptionId, MAX_FAILURES);
  }
  await store.setPush(push, "sent", now);
  await store.noteSent(ownerId, subscriptionId, now);
};

const sendOne = async (push: store.StoredPush, now: Date): Promise<void> => {
  if (!(await store.takePush(push, new Date(now.getTime() + SENDING_MS)))) return;
  try {
    await deliver(push, now);
  } catch (error) {
    // Nothing was sent: reading or encrypting failed.
    console.error("A reminder could not be made.", error);
    await retry(push, "could not be made", null, now);
  }
};

/**
 * Sends the messages whose time has come, each by one process. One whose process died is sent again: it has the same tag
 * and topic, so that the second takes the place of the first.
 */
const sendDuePushes = async (now: Date): Promise<void> => {
  for (let done = 0; done < MAX_A_PASS; ) {
    const found = await store.duePushes(now, BATCH);
    if (found.length === 0) return;
    for (let first = 0; first < found.length; first += AT_ONCE)
      await Promise.all(found.slice(first, first + AT_ONCE).map((push) => sendOne(push, now)));
    done += found.length;
  }
};

/** Reminds every browser whose time has come, by any number of processes at once. */
export const remindAll = async (now: Date): Promise<void> => {
  await queueAllDue(now);
  await sendDuePushes(now);
  await store.purgePushes(new Date(now.getTime() - KEPT_MS));
};
