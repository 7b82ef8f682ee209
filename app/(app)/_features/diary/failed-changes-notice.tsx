"use client";

import { onDemand } from "@/components/ui/on-demand";
import { useDiaryState } from "./diary-provider";

const FailedChangeList = onDemand(
  () => import("./failed-changes").then((module) => module.FailedChangeList),
  <p className="bg-over-bg p-3.5">A change is not saved yet.</p>,
);

/** The changes that could not be saved, on every page. The region is there before them, so that they are read out. */
export const FailedChangesNotice = () => {
  const { failed } = useDiaryState();
  return (
    <div role="status" className={failed.length === 0 ? "sr-only" : "sticky top-3 z-30"}>
      {failed.length > 0 && <FailedChangeList />}
    </div>
  );
};

/**
 * Fetches what saving a change needs, and what shows one that failed, as soon as something can be changed: without a
 * network neither could be had.
 */
export const preloadSaving = (): void => {
  import("./send-change").catch(() => {});
  FailedChangeList.preload().catch(() => {});
};
