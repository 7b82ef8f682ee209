"use client";

import { useCallback, useEffect, useRef } from "react";

/**
 * A press within this time of the one before it is the second half of a double press, in milliseconds. 500 ms is the
 * double-click time that Windows and GTK start with; a press that is meant as another one comes later.
 */
const DOUBLE_PRESS_MS = 500;
/** The second press of a double click is at most this far from the first, in pixels. */
const DOUBLE_PRESS_PX = 24;

type Press = {
  /** When it was made, in milliseconds as `event.timeStamp` and `performance.now()` count them; now when left out. */
  readonly at?: number;
  /** What it does: another thing is another press, however soon it comes. */
  readonly what?: string;
};

/**
 * Makes a double press, or a key that is held, do once what a single press does.
 * @returns runs an action unless it is the second half of a double press. An action that returns false has done
 * nothing, so that the press after it counts as a first one.
 */
export const useSinglePress = (): ((action: () => unknown, press?: Press) => void) => {
  const last = useRef({ what: "", at: Number.NEGATIVE_INFINITY });
  const held = useRef(false);
  useEffect(() => {
    // A button that has the focus is pressed again with each repetition of Enter.
    const onKey = (event: KeyboardEvent) => {
      held.current = event.type === "keydown" && event.repeat;
    };
    window.addEventListener("keydown", onKey, true);
    window.addEventListener("keyup", onKey, true);
    return () => {
      window.removeEventListener("keydown", onKey, true);
      window.removeEventListener("keyup", onKey, true);
    };
  }, []);
  return useCallback((action, { at = performance.now(), what = "" } = {}) => {
    const same = what === last.current.what;
    if (same && (held.current || at - last.current.at < DOUBLE_PRESS_MS)) return;
    if (action() !== false) last.current = { what, at };
  }, []);
};

let pressed: { readonly x: number; readonly y: number } | null = null;
let doneAt = Number.NEGATIVE_INFINITY;

/** Says that what was just pressed is done: a press at once in the same place is not meant for what lies there now. */
export const ignoreSecondPress = (): void => {
  doneAt = performance.now();
};

/** Keeps the second press of a double click from whatever came to lie under it. Once, in the shell. */
export const useSecondPress = (): void => {
  useEffect(() => {
    let ignored = false;
    const ignore = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const onPress = (event: PointerEvent) => {
      const { clientX: x, clientY: y } = event;
      // Assistive technology presses without a place, at 0, 0.
      const placed = x !== 0 || y !== 0;
      const near = placed && pressed !== null && Math.hypot(x - pressed.x, y - pressed.y) <= DOUBLE_PRESS_PX;
      ignored = near && performance.now() - doneAt < DOUBLE_PRESS_MS;
      if (ignored) ignore(event);
      else pressed = { x, y };
    };
    const onClick = (event: MouseEvent) => {
      // A click of the keyboard has no press before it.
      if (ignored && event.detail > 0) ignore(event);
      ignored = false;
    };
    window.addEventListener("pointerdown", onPress, true);
    window.addEventListener("click", onClick, true);
    return () => {
      window.removeEventListener("pointerdown", onPress, true);
      window.removeEventListener("click", onClick, true);
    };
  }, []);
};
