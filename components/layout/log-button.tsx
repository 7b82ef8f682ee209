"use client";

import { Plus } from "lucide-react";
import { ButtonLink } from "../ui/button";
import { Kbd } from "../ui/tag";
import { useLog } from "./log-tab";

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
