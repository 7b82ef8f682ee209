"use client";

import * as Radix from "radix-ui/popover";
import type { ReactNode } from "react";

type PopoverProps = {
  trigger: ReactNode;
  /** Name of the panel for screen readers. */
  label: string;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  align?: "start" | "center" | "end";
  children: ReactNode;
};

/** A small panel beside the control that opened it. */
export const Popover = ({ trigger, label, open, onOpenChange, align = "start", children }: PopoverProps) => (
  <Radix.Root {...(open !== undefined && { open })} {...(onOpenChange && { onOpenChange })}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        aria-label={label}
        align={align}
        sideOffset={6}
        collisionPadding={12}
        className="no-print z-50 animate-[panel-in_180ms_cubic-bezier(.2,.7,.2,1)] rounded-md bg-raised p-3 shadow-pop outline-none"
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
