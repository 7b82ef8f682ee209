"use client";

import { useSyncExternalStore } from "react";
import type { QueueItem, QueueState } from "./types";

const NOTHING: QueueState = {
  items: [],
  answered: [],
  others: 0,
  online: true,
  signedOut: false,
  storage: "best-effort",
  lost: null,
  inForm: [],
};

let state = NOTHING;
/** Writes that are being kept: shown already, and not safe yet. */
let drafts: readonly QueueItem[] = [];
let shown = state;
const listeners = new Set<() => void>();

const show = (): void => {
  shown = drafts.length === 0 ? state : { ...state, items: [...state.items, ...drafts] };
  for (const listener of listeners) listener();
};

/** Sets what is known of the queue; for the engine. Drafts that it has kept are drafts no longer. */
export const setQueueState = (next: Partial<QueueState>): void => {
  state = { ...state, ...next };
  const known = new Set([...state.items, ...state.answered].map(({ id }) => id));
  if (drafts.some(({ id }) => known.has(id))) drafts = drafts.filter(({ id }) => !known.has(id));
  show();
};

/** Shows a write that is being kept. */
export const addDraft = (draft: QueueItem): void => {
  drafts = [...drafts, draft];
  show();
};

/** The writes of this device, and how it stands with them. */
export const useQueue = (): QueueState =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
    () => NOTHING,
  );

/** The writes of this device at this moment, outside of rendering. */
export const getQueue = (): QueueState => shown;

/**
 * Leaves it to a form to tell what became of its write: what it asks is not asked beside it, too.
 * @returns ends it.
 */
export const tellInForm = (id: string): (() => void) => {
  setQueueState({ inForm: [...state.inForm, id] });
  return () => setQueueState({ inForm: state.inForm.filter((each) => each !== id) });
};
