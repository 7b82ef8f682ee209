"use client";

import { useEffect } from "react";

/** The second press of a double click comes this soon after what the first one did, in milliseconds. */
const SOON_MS = 500;
/** And this near, in pixels. */
const NEAR_PX = 24;

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
      const near = placed && pressed !== null && Math.hypot(x - pressed.x, y - pressed.y) <= NEAR_PX;
      ignored = near && performance.now() - doneAt < SOON_MS;
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
