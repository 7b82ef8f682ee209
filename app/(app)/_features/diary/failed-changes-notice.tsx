"use client";

import { onDemand } from "@/components/ui/on-demand";
import { useDiaryState } from "./diary-provider";

const FailedChanges = onDemand(() => import("./failed-changes").then((module) => module.FailedChanges));

/** The changes that could not be saved, on every page. */
export const FailedChangesNotice = () => {
  const { failed } = useDiaryState();
  return failed.length > 0 && <FailedChanges key={failed.length} />;
};

/**
 * Fetches what saving a change needs, and what shows one that failed, as soon as something can be changed: without a
 * network neither could be had.
 */
export const preloadSaving = (): void => {
  import("./send-change").catch(() => {});
  FailedChanges.preload().catch(() => {});
};
