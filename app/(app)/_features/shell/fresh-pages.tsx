"use client";

import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef } from "react";
import { hasLayers, watchLayers } from "@/components/ui/use-back-closes";
import { type Shown, watchFresh } from "./fresh-watch";
import { watchReminders } from "./reminder-opened";

/** Whether a field has the focus with something in it. */
const isTyping = (): boolean => {
  const field = document.activeElement;
  return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value !== "";
};

/**
 * Keeps every page of the signed-in area as the server has it: after a change on another device or in another tab, and
 * when another day begins. What is being typed is left alone until it is done.
 */
export const FreshPages = ({ account, revision, today, dayEnds }: { account: string } & Shown) => {
  const { refresh } = useRouter();
  const shown = useMemo(() => ({ revision, today, dayEnds }), [revision, today, dayEnds]);
  const latest = useRef<Shown>(shown);
  useEffect(() => {
    latest.current = shown;
  }, [shown]);
  useEffect(
    () =>
      watchFresh({
        account,
        shown: () => latest.current,
        isBusy: () => hasLayers() || isTyping(),
        watchBusy: watchLayers,
        refresh,
      }),
    [account, refresh],
  );
  useEffect(watchReminders, []);
  return null;
};
