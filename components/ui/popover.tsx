"use client";

import {
  type ComponentProps,
  cloneElement,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useState,
} from "react";
import { whenIdle } from "./load-code";
import { onDemand } from "./on-demand";

type PopoverProps = {
  /** The button that opens and closes it. */
  trigger: ReactElement<ComponentProps<"button">>;
  /** Name of the panel for screen readers. */
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "center" | "end";
  children: ReactNode;
};

const PopoverPanel = onDemand(() => import("./popover-panel").then((module) => module.PopoverPanel));

/** A small panel beside the control that opened it; its code comes when the browser is idle, or when it is opened. */
export const Popover = ({ trigger, label, open, onOpenChange, align = "start", children }: PopoverProps) => {
  const id = useId();
  const [own, setOwn] = useState(false);
  const shown = open ?? own;
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  useEffect(() => whenIdle(PopoverPanel.preload), []);
  return (
    <span className="relative inline-flex flex-none">
      {cloneElement(trigger, {
        id,
        "aria-haspopup": "dialog",
        "aria-expanded": shown,
        onClick: () => change(!shown),
      })}
      {shown && (
        <PopoverPanel trigger={id} label={label} align={align} onClose={() => change(false)}>
          {children}
        </PopoverPanel>
      )}
    </span>
  );
};
