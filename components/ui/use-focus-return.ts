"use client";

import { useRef } from "react";

/** Where the focus is, or, in a menu that is about to close, the button that opened it. */
const opener = (): HTMLElement | null => {
  const active = document.activeElement;
  const menu = active?.closest("[role=menu]");
  const from = menu ? document.getElementById(menu.getAttribute("aria-labelledby") ?? "") : active;
  return from instanceof HTMLElement && from !== document.body ? from : null;
};

/** For the content of a Radix dialog: what had the focus when it opened has it again when it closes. */
export const useFocusReturn = (isOpen: boolean) => {
  const before = useRef<HTMLElement>(null);
  const wasOpen = useRef(false);
  // While it is drawn: fields of the dialog take the focus before any effect runs.
  if (isOpen && !wasOpen.current) before.current = opener();
  wasOpen.current = isOpen;
  return {
    onCloseAutoFocus: (event: Event) => {
      if (!before.current?.isConnected) return;
      event.preventDefault();
      before.current.focus({ preventScroll: true });
    },
  };
};
