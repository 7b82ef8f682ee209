import "server-only";
import { randomUUID } from "node:crypto";
import { assertMayRead, assertMayWrite, type Viewer } from "../../access";
import { AppError, notFound } from "../../errors";
import { getProfile } from "../../profile";
import type { PushAddressInput, ReminderDevice, ReminderInput, RemindersView } from "../reminder-schemas";
import * as store from "../store";
import { testWords } from "./push-content";
import { isPublicKey, isPushEndpoint, pushPublicKey, sendPush } from "./send-push";

/** A limit against runaway clients; a browser that signed out takes none. */
const MAX_DEVICES = 50;

const toDevice = (
  { id, name, nothingHour, doses, alerts, details, quietFrom, quietTo, ...found }: store.Subscription,
  viewer: Viewer,
): ReminderDevice => ({
  id,
  name,
  current: found.sessionId === viewer.sessionId,
  nothingHour,
  doses,
  alerts,
  details,
  quietFrom,
  quietTo,
  createdAt: found.createdAt.toISOString(),
  lastSentAt: found.lastSentAt?.toISOString() ?? null,
});

/** The owner's browsers that take reminders, and what another one needs to subscribe. */
export const reminders = async (viewer: Viewer, ownerId: string): Promise<RemindersView> => {
  assertMayRead(viewer, ownerId);
  const [found, { timeZone }] = await Promise.all([
    store.listSubscriptions(ownerId),
    getProfile(viewer, ownerId),
  ]);
  return {
    publicKey: pushPublicKey(),
    timeZone,
    items: found.map((subscription) => toDevice(subscription, viewer)),
  };
};

function assertBrowser(viewer: Viewer): asserts viewer is Viewer & { readonly sessionId: string } {
  if (viewer.sessionId === null)
    throw new AppError("forbidden", "This needs a signed-in browser, not a token.");
}

const checkedAddress = ({ endpoint, keys }: PushAddressInput): store.PushAddress => {
  if (!isPushEndpoint(endpoint))
    throw new AppError("invalid", "This server posts to public push services only.", {
      fields: { "subscription.endpoint": "must be an https address of a public push service" },
    });
  if (!isPublicKey(keys.p256dh))
    throw new AppError("invalid", "The browser's key is not valid.", {
      fields: { "subscription.keys.p256dh": "must be a public key of P-256" },
    });
  return { endpoint, ...keys };
};

/**
 * Switches reminders on for the viewer's own browser, or changes them; repeating it changes nothing.
 * @throws AppError forbidden for a token, invalid for an address that this server does not post to, conflict when there
 *   are too many browsers.
 */
export const putReminders = async (
  viewer: Viewer,
  ownerId: string,
  { subscription, ...choices }: ReminderInput,
): Promise<ReminderDevice> => {
  assertMayWrite(viewer, ownerId);
  assertBrowser(viewer);
  const address = checkedAddress(subscription);
  const others = (await store.listSubscriptions(ownerId)).filter((s) => s.sessionId !== viewer.sessionId);
  if (others.length >= MAX_DEVICES)
    throw new AppError("conflict", `At most ${MAX_DEVICES} browsers take reminders. End one first.`);
  const put = { ...choices, ...address };
  return toDevice(
    await store.putSubscription(ownerId, viewer.sessionId, randomUUID(), put, new Date()),
    viewer,
  );
};

/**
 * Gives the viewer's own browser another address, when its push service changed it (`pushsubscriptionchange`).
 * @throws AppError not_found when this browser takes no reminders.
 */
export const renewReminders = async (
  viewer: Viewer,
  ownerId: string,
  subscription: PushAddressInput,
): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  assertBrowser(viewer);
  if (!(await store.moveSubscription(ownerId, viewer.sessionId, checkedAddress(subscription))))
    throw notFound("The browser");
};

/** Ends the reminders of one browser; again changes nothing. */
export const endReminders = async (viewer: Viewer, ownerId: string, id: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  await store.deleteSubscription(ownerId, id);
};

/**
 * Sends a message to one of the owner's browsers, now, whatever its quiet hours.
 * @throws AppError not_found when it takes no reminders (any more), unavailable when the push service does not take it.
 */
export const sendTestReminder = async (viewer: Viewer, ownerId: string, id: string): Promise<void> => {
  assertMayWrite(viewer, ownerId);
  const found = await store.findSubscription(ownerId, id);
  if (found === null) throw notFound("The browser");
  const now = new Date();
  const options = { topic: "test", ttlSeconds: 300, urgent: true };
  const result = await sendPush(found, { ...testWords(), stop: null }, options, now);
  if (result.outcome === "sent") return store.noteSent(ownerId, id, now);
  if (result.outcome === "gone") {
    await store.deleteSubscription(ownerId, id);
    throw new AppError("not_found", "This browser takes no messages any more. Switch reminders on again.");
  }
  console.error(`A test reminder was not taken: ${result.problem}`);
  throw new AppError(
    "unavailable",
    "The browser's push service did not take it. Whoever runs this server can find out why.",
  );
};
