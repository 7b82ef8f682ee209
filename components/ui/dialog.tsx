"use client";

import { X } from "lucide-react";
import * as Radix from "radix-ui/dialog";
import { type ReactNode, useState } from "react";
import { IconButton } from "./button";
import { cx } from "./class-names";
import { keepAboveKeyboard, keepOpenForToast } from "./layer-place";
import { leaveLayersForLink, useBackCloses } from "./use-back-closes";
import { useFocusReturn } from "./use-focus-return";

type DialogProps = {
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The control that opens it, when it is not opened from elsewhere. */
  trigger?: ReactNode;
  title: string;
  description?: ReactNode;
  /** Keeps the title for screen readers only and leaves the head to the content. */
  hideHeader?: boolean;
  size?: "s" | "m" | "l";
  /** Stays at the bottom while the body scrolls. */
  footer?: ReactNode;
  children: ReactNode;
};

const WIDTHS = { s: "md:w-[420px]", m: "md:w-[560px]", l: "md:w-[912px]" };

/**
 * A dialog: centred on a wide screen, a sheet from the bottom edge on a phone. Focus stays inside, and goes back to where
 * it was; Back closes it.
 */
export const Dialog = ({ open, onOpenChange, trigger, ...panel }: DialogProps) => {
  const [own, setOwn] = useState(false);
  const shown = open ?? own;
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  return (
    <Radix.Root open={shown} onOpenChange={change}>
      {trigger !== undefined && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <DialogPanel {...panel} close={() => change(false)} />
      </Radix.Portal>
    </Radix.Root>
  );
};

type DialogPanelProps = Omit<DialogProps, "open" | "onOpenChange" | "trigger"> & { close: () => void };

/** Mounted while the dialog is open. */
const DialogPanel = ({
  close,
  title,
  description,
  hideHeader = false,
  size = "m",
  footer,
  children,
}: DialogPanelProps) => {
  useBackCloses(true, close);
  const focusReturn = useFocusReturn(true);
  return (
    <>
      <Radix.Overlay className="no-print fixed inset-0 z-40 animate-[overlay-in_180ms_ease-out] bg-scrim" />
      <Radix.Content
        ref={keepAboveKeyboard}
        onPointerDownOutside={keepOpenForToast}
        onClickCapture={leaveLayersForLink}
        {...focusReturn}
        {...(description === undefined && { "aria-describedby": undefined })}
        className={cx(
          "no-print fixed z-50 flex flex-col overflow-hidden bg-raised shadow-pop outline-none",
          "phone:inset-x-0 phone:bottom-(--keyboard) phone:max-h-[calc(100dvh-52px-env(safe-area-inset-top)-var(--keyboard))] phone:animate-[sheet-in_320ms_cubic-bezier(.2,.7,.2,1)] phone:rounded-t-[20px]",
          "md:top-[72px] md:left-1/2 md:max-h-[calc(100dvh-112px)] md:max-w-[calc(100vw-48px)] md:-translate-x-1/2 md:animate-[panel-in_180ms_cubic-bezier(.2,.7,.2,1)] md:rounded-xl",
          WIDTHS[size],
        )}
      >
        <div className="mx-auto mt-2 mb-1 hidden h-1 w-9 flex-none rounded-full bg-line-2 phone:block" />
        {hideHeader ? (
          <Radix.Title className="sr-only">{title}</Radix.Title>
        ) : (
          <header className="flex items-start gap-3 border-line border-b py-3.5 pr-3 pl-5 phone:pl-4">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-semibold text-15">{title}</Radix.Title>
              {description !== undefined && (
                <Radix.Description className="mt-0.5 text-13 text-ink-2">{description}</Radix.Description>
              )}
            </div>
            <DialogClose>
              <IconButton label="Close" size="s">
                <X size={16} strokeWidth={1.75} aria-hidden />
              </IconButton>
            </DialogClose>
          </header>
        )}
        <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
        {footer !== undefined && (
          <footer className="flex flex-none items-center gap-3 border-line border-t px-5 py-3 phone:px-4 phone:pb-[calc(12px+env(safe-area-inset-bottom))]">
            {footer}
          </footer>
        )}
      </Radix.Content>
    </>
  );
};

/** Closes the dialog around it when its child is pressed. */
export const DialogClose = ({ children }: { children: ReactNode }) => (
  <Radix.Close asChild>{children}</Radix.Close>
);
