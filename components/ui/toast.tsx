"use client";

import { useEffect, useState } from "react";
import type { toast } from "sonner";
import { whenIdle } from "./load-code";
import { onDemand } from "./on-demand";

type Say = typeof toast;

const Toaster = onDemand(() => import("./toaster").then((module) => module.Toaster));

/** sonner, once it listens; until then what is to be said waits. */
let listening: Say | null = null;
let waiting: ((say: Say) => void)[] = [];
let wake: () => void = () => {};

const onReady = (say: Say): void => {
  listening = say;
  for (const each of waiting) each(say);
  waiting = [];
};

/** Where toasts appear. Once, in the shell. Its code comes when the browser is idle, or with the first toast. */
export const ToastHost = () => {
  // How often there was something to say before its code was here; each time it is fetched again if that failed.
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    wake = () => setAsked((before) => before + 1);
    if (waiting.length > 0) wake();
    const cancel = whenIdle(Toaster.preload);
    return () => {
      cancel();
      listening = null;
      wake = () => {};
    };
  }, []);
  return asked > 0 && <Toaster key={asked} onReady={onReady} />;
};

const tell = (words: (say: Say) => void): void => {
  if (listening) words(listening);
  else {
    waiting.push(words);
    wake();
  }
};

type ToastOptions = {
  description?: string;
  /** Offers Undo for as long as the toast stays. */
  onUndo?: () => void;
  /** Another button than Undo. */
  action?: { readonly label: string; readonly onClick: () => void };
  /** How long it stays, in milliseconds; with a button 8 s, otherwise 4 s. */
  duration?: number;
};

let shown = 0;

/** Says what changed: "Almonds added to snack". @returns its id, for {@link dismissToast}. */
export const showToast = (
  message: string,
  {
    description,
    onUndo,
    action = onUndo && { label: "Undo", onClick: onUndo },
    duration = action ? 8000 : 4000,
  }: ToastOptions = {},
): string => {
  shown += 1;
  const id = `toast-${shown}`;
  tell((say) =>
    say(message, {
      id,
      duration,
      ...(description !== undefined && { description }),
      ...(action && { action }),
    }),
  );
  return id;
};

/** Takes back one toast, by its id. */
export const dismissToast = (id: string): void => tell((say) => say.dismiss(id));

/** Takes back every toast: what they say is no longer so. */
export const dismissToasts = (): void => {
  waiting = [];
  listening?.dismiss();
};
