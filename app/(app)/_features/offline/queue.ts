"use client";

import { untilLoaded, whenIdle } from "@/components/ui/load-code";
import { newId } from "./new-id";
import { addDraft } from "./queue-state";
import type { ConflictChoice, Kept, QueueItem, Write } from "./types";

// What every page loads: the way in. What keeps and sends is in `engine.ts`, on demand.

let account: string | null = null;

const engine = () => untilLoaded(() => import("./engine"));

/**
 * Begins to send what waits of an account, and whatever it writes from now on. Its code comes when the browser is idle.
 * @returns ends it.
 */
export const startQueue = (of: string): (() => void) => {
  account = of;
  let end = () => {};
  const cancel = whenIdle(async () => {
    const { start } = await import("./engine");
    end = start(of);
  });
  return () => {
    cancel();
    end();
  };
};

/** Writes are kept in the order in which they were made, one after the other. */
let before: Promise<unknown> = Promise.resolve();

/**
 * As {@link submit}, for a write whose request is worked out by code that may still have to be fetched: the change is
 * shown at once.
 */
export const submitLater = (change: unknown, work: () => Promise<Write>): Promise<Kept> => {
  if (account === null) throw new Error("No account to write for");
  const draft: QueueItem = {
    seq: 0,
    account,
    id: newId(),
    method: "PUT",
    path: "",
    body: null,
    ifMatch: null,
    base: null,
    change,
    label: "",
    at: Date.now(),
    state: "waiting",
    tries: 0,
    nextAt: 0,
  };
  addDraft(draft);
  const kept = before.then(async () => {
    const { method, path, body = null, ifMatch = null, base = null, label } = await untilLoaded(work);
    return (await engine()).keep({ ...draft, method, path, body, ifMatch, base, label });
  });
  before = kept;
  return kept;
};

/**
 * Keeps a write of the signed-in account on this device and sends it as soon as it can be sent. It is shown at once.
 * @returns resolves when it is kept, so that the person can be told; never rejects.
 * @throws Error before {@link startQueue}.
 */
export const submit = (write: Write): Promise<Kept> => submitLater(write.change ?? null, async () => write);

/** Fetches what keeps and sends writes, as soon as something can be changed: without a network it could not be had. */
export const preloadQueue = (): void => {
  import("./engine").catch(() => {});
};

/** Sends what waits, without waiting for its time. */
export const sendNow = async (): Promise<void> => (await engine()).sendNow();

/** Sends a write again that was refused. */
export const retry = async (item: QueueItem): Promise<void> => (await engine()).retry(item);

/** Gives a write up; what it would have changed stays as it is on the server. */
export const discard = async (item: QueueItem): Promise<void> => (await engine()).discard(item);

/**
 * Takes a write back that the server cannot have.
 * @returns false where it was sent already, or where later writes rest on it; it then stays.
 */
export const withdraw = async (item: QueueItem): Promise<boolean> => (await engine()).withdraw(item);

/** Settles a conflict: writes this device's fields, or leaves those of the other one. */
export const resolve = async (item: QueueItem, choice: ConflictChoice): Promise<void> =>
  (await engine()).resolve(item, choice);

/**
 * Ends the work for an account that is signed out: what waits of it waits until it is back.
 * @param forget removes what waits, for an account that is gone.
 */
export const leaveAccount = async (forget: boolean): Promise<void> => (await engine()).leave(forget);

/** Forgets that writes were lost, once the person has read it. */
export const forgetLost = async (): Promise<void> => (await engine()).forgetLost();
