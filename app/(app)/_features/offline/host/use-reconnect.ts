"use client";

import { useEffect, useState } from "react";
import { getQueue } from "../queue-state";
import { tellWorker } from "./register-worker";

/** How often a page that is shown without the server asks for it, in milliseconds. */
const ASK_EVERY_MS = 10_000;
/** How often it looks whether it can be loaded anew, once the server is there. */
const LOOK_EVERY_MS = 1000;

/** Whether loading the page anew would take something away: a dialog that is open, or what is still being sent. */
const isBusy = (): boolean =>
  document.querySelector('[role="dialog"]') !== null ||
  getQueue().items.some(({ state }) => state === "waiting");

/** Loads the page anew, from the server even where that takes a while: otherwise it would be shown without it again. */
export const loadAnew = (): void => {
  tellWorker({ kind: "wait" });
  window.location.reload();
};

const isServerThere = async (): Promise<boolean> => {
  try {
    return (await fetch("/api/v1/health", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
};

/**
 * Loads a page that is shown without the server anew as soon as the server can be reached and nothing is open.
 * @param isShownAlone false for a page that the server has sent: then nothing is done.
 * @returns whether the server is there again.
 */
export const useReconnect = (isShownAlone: boolean): boolean => {
  const [isBack, setBack] = useState(false);
  useEffect(() => {
    if (!isShownAlone) return;
    let timer: ReturnType<typeof setTimeout>;
    const reload = (): void => {
      if (isBusy()) timer = setTimeout(reload, LOOK_EVERY_MS);
      else loadAnew();
    };
    let there = false;
    const ask = async (): Promise<void> => {
      clearTimeout(timer);
      if (there) return;
      if (document.visibilityState === "visible" && (await isServerThere())) {
        there = true;
        setBack(true);
        reload();
      } else timer = setTimeout(ask, ASK_EVERY_MS);
    };
    timer = setTimeout(ask, ASK_EVERY_MS);
    const events = ["online", "focus"] as const;
    for (const event of events) window.addEventListener(event, ask);
    return () => {
      there = true;
      clearTimeout(timer);
      for (const event of events) window.removeEventListener(event, ask);
    };
  }, [isShownAlone]);
  return isBack;
};
