"use client";

import type { MouseEvent, ReactNode } from "react";
import { ButtonLink } from "../ui/button";
import { useRunShortcut } from "./shortcut-provider";

/** The id a log palette registers to answer "Log food"; see {@link useShortcut}. */
export const LOG_SHORTCUT = "log";

/** What a link that logs food does when it is pressed: it opens the palette where there is one. */
export const useLog = () => {
  const run = useRunShortcut();
  return (event: MouseEvent) => {
    const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) && event.button === 0;
    if (plain && run(LOG_SHORTCUT)) event.preventDefault();
  };
};

/** The round button in the middle of the tab bar; its icon is drawn by the server. */
export const LogTab = ({ href, children }: { href: string; children: ReactNode }) => (
  <ButtonLink
    href={href}
    variant="primary"
    square
    aria-label="Log food"
    onClick={useLog()}
    data-press
    className="size-12! justify-self-center rounded-[14px]!"
  >
    {children}
  </ButtonLink>
);
