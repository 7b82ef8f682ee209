"use client";

import { onDemand } from "@/components/ui/on-demand";
import { preloadQueue, type QueueState, useQueue } from "../offline";

const WaitingList = onDemand(
  () => import("./waiting-list").then((module) => module.WaitingList),
  <p className="bg-over-bg p-3.5">A change is not saved yet.</p>,
);

/** Whether there is something to say: nothing is said of a write that is on its way. */
const hasNews = ({ items, others, online, signedOut, lost, inForm }: QueueState): boolean =>
  lost !== null ||
  others > 0 ||
  items.some(
    ({ id, state, message, durable }) =>
      (state === "waiting" || !inForm.includes(id)) &&
      (state !== "waiting" || !online || signedOut || message !== undefined || durable === false),
  );

/** What waits, on every page and above what the palette shows. The region is there before its content, so that it is read out. */
export const WaitingChanges = () => {
  const shown = hasNews(useQueue());
  return (
    <div role="status" className={shown ? "sticky top-3 z-30" : "sr-only"}>
      {shown && <WaitingList />}
    </div>
  );
};

/**
 * Fetches what saving a change needs, and what shows one that waits, as soon as something can be changed: without a
 * network neither could be had.
 */
export const preloadSaving = (): void => {
  import("./to-write").catch(() => {});
  preloadQueue();
  WaitingList.preload().catch(() => {});
};
