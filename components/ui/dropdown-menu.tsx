"use client";

import * as Radix from "radix-ui/dropdown-menu";
import type { ReactNode } from "react";
import { cx } from "./class-names";

type DropdownMenuProps = { trigger: ReactNode; align?: "start" | "end"; children: ReactNode };

/** A menu of actions. Put {@link MenuItem}s inside. */
export const DropdownMenu = ({ trigger, align = "end", children }: DropdownMenuProps) => (
  <Radix.Root>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        align={align}
        sideOffset={4}
        collisionPadding={12}
        className="no-print z-50 min-w-40 animate-[panel-in_180ms_cubic-bezier(.2,.7,.2,1)] rounded-md bg-raised p-1 shadow-pop outline-none"
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);

type MenuItemProps = {
  onSelect?: () => void;
  /** Turns the item into a link; give it a single element child. */
  asChild?: boolean;
  tone?: "plain" | "danger";
  disabled?: boolean;
  icon?: ReactNode;
  children: ReactNode;
};

/** One action of a menu. */
export const MenuItem = ({
  onSelect,
  asChild = false,
  tone = "plain",
  disabled = false,
  icon,
  children,
}: MenuItemProps) => (
  <Radix.Item
    asChild={asChild}
    disabled={disabled}
    {...(onSelect && { onSelect })}
    className={cx(
      "flex h-8 cursor-pointer items-center gap-2.5 rounded-[6px] px-2.5 text-13 no-underline outline-none data-disabled:cursor-default data-highlighted:bg-selected data-disabled:opacity-40 phone:h-11 [&>svg]:size-4 [&>svg]:flex-none",
      tone === "danger" ? "text-over" : "text-ink [&>svg]:text-ink-2",
    )}
  >
    {asChild ? (
      children
    ) : (
      <>
        {icon}
        {children}
      </>
    )}
  </Radix.Item>
);

/** A rule between groups of actions. */
export const MenuSeparator = () => <Radix.Separator className="my-1 h-px bg-line" />;
