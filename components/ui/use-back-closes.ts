"use client";

import { useCallback, useEffect, useRef } from "react";

/** The address that the open layer's own history entry stands on; null while there is none. One layer at a time. */
let held: string | null = null;
let wanted = false;

/** The router has no part in this step: neither address nor page changes, and what it awaits must not be dropped. */
const unseen = (event: PopStateEvent) => event.stopImmediatePropagation();

const hold = (): void => {
  wanted = true;
  if (held !== null) return;
  held = window.location.href;
  // The router's own state of the page, copied, so that it knows the entry again.
  window.history.pushState({ ...window.history.state }, "");
};

const letGo = (): void => {
  wanted = false;
  // Not at once: what closes and opens in one go keeps its entry.
  setTimeout(() => {
    if (wanted || held === null) return;
    const here = held === window.location.href;
    held = null;
    if (!here) return;
    window.addEventListener("popstate", unseen, { capture: true, once: true });
    window.history.back();
  });
};

/**
 * While a layer over the page is open, Back closes it instead of leaving the page. @param close closes it.
 * @returns what to call before a link in the layer is followed that replaces the history entry.
 */
export const useBackCloses = (open: boolean, close: () => void): (() => void) => {
  const latest = useRef(close);
  useEffect(() => {
    latest.current = close;
  });
  useEffect(() => {
    if (!open) return;
    hold();
    const onBack = (event: PopStateEvent) => {
      const here = held === window.location.href;
      held = null;
      if (here) unseen(event);
      latest.current();
    };
    window.addEventListener("popstate", onBack, true);
    return () => {
      window.removeEventListener("popstate", onBack, true);
      letGo();
    };
  }, [open]);
  return useCallback(() => {
    held = null;
  }, []);
};
