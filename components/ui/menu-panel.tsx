"use client";

import * as Radix from "radix-ui/dropdown-menu";
import type { ReactNode } from "react";
import { cx } from "./class-names";

/** One action of a menu. */
export type MenuAction = {
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly tone?: "plain" | "danger";
  readonly onSelect: () => void;
};

type MenuPanelProps = {
  /** The id of the button that opened it, which names it and gets the focus back. */
  trigger: string;
  align: "start" | "end";
  actions: readonly (MenuAction | "rule")[];
  /** Opened by keyboard, it begins at its first action. */
  focusFirst: boolean;
  onClose: () => void;
};

/** The open panel of a `DropdownMenu`, beside whatever it stands in. */
export const MenuPanel = ({ trigger, align, actions, focusFirst, onClose }: MenuPanelProps) => (
  <Radix.Root open onOpenChange={(open) => !open && onClose()}>
    <Radix.Trigger asChild>
      <span aria-hidden className="pointer-events-none absolute inset-0" />
    </Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        align={align}
        sideOffset={4}
        collisionPadding={12}
        aria-labelledby={trigger}
        ref={(node) => {
          // After the panel took the focus for itself.
          if (node && focusFirst)
            requestAnimationFrame(() => node.querySelector<HTMLElement>("[role=menuitem]")?.focus());
        }}
        onCloseAutoFocus={() => document.getElementById(trigger)?.focus()}
        className="no-print z-50 min-w-40 animate-[panel-in_180ms_cubic-bezier(.2,.7,.2,1)] rounded-md bg-raised p-1 shadow-pop outline-none"
      >
        {actions.map((action, index) =>
          action === "rule" ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: the actions of an open menu do not move
            <Radix.Separator key={index} className="my-1 h-px bg-line" />
          ) : (
            <Radix.Item
              // biome-ignore lint/suspicious/noArrayIndexKey: the actions of an open menu do not move
              key={index}
              onSelect={action.onSelect}
              className={cx(
                "flex h-8 cursor-pointer items-center gap-2.5 rounded-[6px] px-2.5 text-13 outline-none data-highlighted:bg-selected phone:h-11 [&>svg]:size-4 [&>svg]:flex-none",
                action.tone === "danger" ? "text-over" : "text-ink [&>svg]:text-ink-2",
              )}
            >
              {action.icon}
              {action.label}
            </Radix.Item>
          ),
        )}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
