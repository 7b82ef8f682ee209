import { untilLoaded } from "@/components/ui/load-code";
import type { ConflictChoice, QueueItem } from "./types";

// What the person can do with what waits; apart from the way in, which every page loads.

const engine = () => untilLoaded(() => import("./engine"));

/** Sends what waits, without waiting for its time. */
export const sendNow = async (): Promise<void> => (await engine()).sendNow();

/** Sends a write again that was refused. */
export const retry = async (item: QueueItem): Promise<void> => (await engine()).retry(item);

/** Gives a write up; what it would have changed stays as it is on the server. */
export const discard = async (item: QueueItem): Promise<void> => (await engine()).discard(item);

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
