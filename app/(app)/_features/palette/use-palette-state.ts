"use client";

import { type ClipboardEvent, type KeyboardEvent, type RefObject, useReducer } from "react";
import { mealNow } from "../diary";
import {
  beginPalette,
  type Draft,
  joinPastedLines,
  type Key,
  type PaletteAction,
  type PaletteStart,
  reducePalette,
} from "./palette-state";

/** The palette's state. The draft is kept with each action, since the palette may close with the same key. */
export const usePaletteState = (start: PaletteStart, draft: RefObject<Draft | null>) => {
  const [state, dispatch] = useReducer(reducePalette, null, () =>
    beginPalette(start, draft.current, mealNow()),
  );
  const act = (action: PaletteAction) => {
    draft.current = reducePalette(state, action).draft;
    dispatch(action);
  };
  return [state, act] as const;
};

/** A key event as {@link Key}. */
export const toKey = ({ key, ctrlKey, metaKey, shiftKey, repeat, nativeEvent }: KeyboardEvent): Key => ({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  repeat,
  isComposing: nativeEvent.isComposing,
});

/** The line after several lines are pasted into it, each a food of its own; null for a paste of one line. */
export const readPastedLines = (event: ClipboardEvent<HTMLInputElement>): string | null => {
  const pasted = event.clipboardData.getData("text");
  if (!/[\r\n]/.test(pasted.trim())) return null;
  const { selectionStart, selectionEnd, value } = event.currentTarget;
  const before = value.slice(0, selectionStart ?? value.length);
  return before + joinPastedLines(pasted) + value.slice(selectionEnd ?? value.length);
};
