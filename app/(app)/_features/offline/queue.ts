"use client";

import { untilLoaded, whenIdle } from "@/components/ui/load-code";
import { newId } from "./new-id";
import { addDraft } from "./queue-state";
import type { Kept, QueueItem, Write } from "./types";

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

/**
 * Takes a write back that the server cannot have.
 * @returns false where it was sent already, or where later writes rest on it; it then stays.
 */
export const withdraw = async (item: QueueItem): Promise<boolean> => (await engine()).withdraw(item);
