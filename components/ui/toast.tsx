"use client";

import { Toaster, toast } from "sonner";

/** Where toasts appear. Once, in the shell. */
export const ToastHost = () => (
  <Toaster
    position="bottom-center"
    offset={24}
    mobileOffset={{ bottom: 88, left: 16, right: 16 }}
    toastOptions={{
      unstyled: true,
      classNames: {
        toast:
          "no-print flex w-full items-center gap-3 rounded-md bg-ink font-sans! py-2.5 pr-2.5 pl-4 text-13 text-on-ink shadow-pop md:w-[356px]",
        title: "font-medium",
        content: "min-w-0 flex-1",
        description: "text-on-ink/80",
        actionButton:
          "h-8 flex-none cursor-pointer rounded-[6px] border border-on-ink/35 px-3 font-medium text-13 text-on-ink hover:bg-on-ink/10",
      },
    }}
  />
);

type ToastOptions = {
  description?: string;
  /** Offers Undo for as long as the toast stays. */
  onUndo?: () => void;
  /** How long it stays, in milliseconds; with Undo 8 s, otherwise 4 s. */
  duration?: number;
};

/** Says what changed: "Almonds added to snack". A second toast with the same id replaces the first. */
export const showToast = (message: string, { description, onUndo, duration }: ToastOptions = {}): void => {
  toast(message, {
    duration: duration ?? (onUndo ? 8000 : 4000),
    ...(description !== undefined && { description }),
    ...(onUndo && { action: { label: "Undo", onClick: onUndo } }),
  });
};
