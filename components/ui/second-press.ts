"use client";

import { useCallback, useEffect, useRef } from "react";

/**
 * A press within this time of the one before it is the second half of a double press, in milliseconds. 500 ms is the
 * double-click time that Windows and GTK start with; a press that is meant as another one comes later. It begins when
 * what the first press changed is drawn: on a slow device a person who sees nothing happen presses again.
 */
const DOUBLE_PRESS_MS = 500;
/** The second press of a double click is at most this far from the first, in pixels. */
const DOUBLE_PRESS_PX = 24;

/** When the event that is being handled was made, otherwise now, in milliseconds as `event.timeStamp` counts them. */
const eventTime = (): number => (window.event ?? new Event("now")).timeStamp;

/** A press that was carried out. */
type Done = {
  /** The action of the press: a different action is never a double press. */
  readonly what: string;
  /** When that was drawn, as `event.timeStamp` counts; infinite until then. */
  drawnAt: number;
};

/** Says that a press is carried out. The first frame after it draws what it changed, so that the second finds it drawn. */
const carriedOut = (what = ""): Done => {
  const done = { what, drawnAt: Number.POSITIVE_INFINITY };
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      done.drawnAt = eventTime();
    }),
  );
  return done;
};

/** Whether a press that is made now is the second half of the one that was carried out. */
const isSecondOf = (done: Done | null): boolean =>
  done !== null && eventTime() - done.drawnAt < DOUBLE_PRESS_MS;

/**
 * Makes a double press, or a key that is held, do once what a single press does.
 * @returns runs an action unless it is the second half of a double press. `what` tells presses for different things
 * apart. An action that returns false has done nothing, so that the press after it counts as a first one.
 */
export const useSinglePress = (): ((action: () => unknown, what?: string) => void) => {
  const last = useRef<Done>(null);
  return useCallback((action, what = "") => {
    const same = what === last.current?.what;
    // A button that has the focus is pressed again with each repetition of Enter.
    if (same && (window.keyHeld || isSecondOf(last.current))) return;
    if (action() !== false) last.current = carriedOut(what);
  }, []);
};

let last: Done | null = null;

/**
 * Says that what was just pressed is done: a press at once in the same place is not meant for what lies there now. Of a
 * key there is no such press.
 */
export const ignoreSecondPress = (): void => {
  if (!(window.event instanceof KeyboardEvent)) last = carriedOut();
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
      // The document keeps it, which hears of a press after the window, and not of one that is ignored.
      const { lastPress } = window;
      // Assistive technology presses without a place, at 0, 0.
      const placed = x !== 0 || y !== 0;
      const near =
        placed &&
        lastPress !== undefined &&
        Math.hypot(x - lastPress.clientX, y - lastPress.clientY) <= DOUBLE_PRESS_PX;
      ignored = near && isSecondOf(last);
      if (ignored) ignore(event);
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
