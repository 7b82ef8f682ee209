"use client";

import { Plus } from "lucide-react";
import type { MouseEvent } from "react";
import { ButtonLink } from "../ui/button";
import { Kbd } from "../ui/kbd";
import { useRunShortcut } from "./shortcut-provider";

/** The id a log palette registers to answer "Log food"; see {@link useShortcut}. */
export const LOG_SHORTCUT = "log";

const useLog = () => {
  const run = useRunShortcut();
  return (event: MouseEvent) => {
    const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) && event.button === 0;
    if (plain && run(LOG_SHORTCUT)) event.preventDefault();
  };
};

/** Opens the log palette where there is one, otherwise leads to the page that logs. */
export const LogButton = ({ href, label = "Log food" }: { href: string; label?: string }) => (
  <ButtonLink href={href} variant="primary" onClick={useLog()} data-press>
    <Plus size={16} strokeWidth={1.75} aria-hidden />
    {label}
    <span className="contents phone:hidden" aria-hidden>
      <Kbd onInk>L</Kbd>
    </span>
  </ButtonLink>
);

/** The round one in the middle of the tab bar. */
export const LogTab = ({ href }: { href: string }) => (
  <ButtonLink
    href={href}
    variant="primary"
    square
    aria-label="Log food"
    onClick={useLog()}
    data-press
    className="size-12! justify-self-center rounded-[14px]!"
  >
    <Plus size={20} strokeWidth={1.75} aria-hidden />
  </ButtonLink>
);
