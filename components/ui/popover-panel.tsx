"use client";

import * as Radix from "radix-ui/popover";
import { type ReactNode, useRef } from "react";

type PopoverPanelProps = {
  /** The id of the button that opened it; it gets the focus back, and closes the panel itself. */
  trigger: string;
  label: string;
  align: "start" | "center" | "end";
  onClose: () => void;
  children: ReactNode;
};

/** The open panel of a `Popover`, beside whatever it stands in. */
export const PopoverPanel = ({ trigger, label, align, onClose, children }: PopoverPanelProps) => {
  /** Focus that has moved elsewhere stays there. */
  const left = useRef(false);
  return (
    <Radix.Root open onOpenChange={(open) => !open && onClose()}>
      <Radix.Anchor asChild>
        <span aria-hidden className="pointer-events-none absolute inset-0" />
      </Radix.Anchor>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && document.getElementById(trigger)?.contains(event.target))
              event.preventDefault();
            else left.current = true;
          }}
          onCloseAutoFocus={() => left.current || document.getElementById(trigger)?.focus()}
          className="no-print z-50 animate-[panel-in_180ms_cubic-bezier(.2,.7,.2,1)] rounded-md bg-raised p-3 shadow-pop outline-none"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};
