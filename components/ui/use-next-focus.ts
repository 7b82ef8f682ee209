import { type RefObject, useEffect, useRef } from "react";

/**
 * Hands the focus on when a button disappears with the thing it has just removed or used up: to the next button of
 * its kind, else the one before it, else the page, so that whoever works by keyboard does not start at the top again.
 * @param kind the value of `data-next-focus` on all buttons of this kind.
 * @returns the button's ref, and what to call just before the change.
 */
export const useNextFocus = <E extends HTMLElement = HTMLButtonElement>(
  kind: string,
): { button: RefObject<E | null>; beforeRemoval: () => void } => {
  const button = useRef<E>(null);
  const heirs = useRef<readonly HTMLElement[]>([]);
  useEffect(
    () => () => {
      const next = heirs.current;
      if (next.length === 0) return;
      // A closing menu gives the focus to the button that opened it, which is gone; this comes after.
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        next.find((heir) => heir.isConnected)?.focus({ preventScroll: true });
      }, 0);
    },
    [],
  );
  const beforeRemoval = () => {
    const all = [...document.querySelectorAll<HTMLElement>(`[data-next-focus="${kind}"]`)];
    const at = button.current === null ? -1 : all.indexOf(button.current);
    const main = document.getElementById("main");
    heirs.current = [
      ...all.slice(at + 1),
      ...all.slice(0, Math.max(at, 0)).reverse(),
      ...(main ? [main] : []),
    ];
  };
  return { button, beforeRemoval };
};
