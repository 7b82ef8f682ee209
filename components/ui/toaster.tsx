"use client";

import { useEffect, useSyncExternalStore } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { cx } from "./class-names";
import { useHasLayer } from "./use-back-closes";

const watchWidth = (watch: () => void): (() => void) => {
  window.addEventListener("resize", watch);
  return () => window.removeEventListener("resize", watch);
};

const useIsPhone = (): boolean =>
  useSyncExternalStore(
    watchWidth,
    () => window.innerWidth < 768,
    () => false,
  );

/** Above the upper edge of a sheet, which leaves 52 px below the safe area. */
const TOP = "calc(2px + env(safe-area-inset-top))";

/**
 * sonner with our look; loaded by `toast.tsx` when there is something to say. Tells when it listens. Toasts stand where
 * nothing is pressed next: on a phone, and while a layer is open, at the upper edge, beside the layer; and never on a
 * menu or a layer.
 */
export const Toaster = ({ onReady }: { onReady: (say: typeof toast) => void }) => {
  const layer = useHasLayer();
  const phone = useIsPhone();
  useEffect(() => onReady(toast), [onReady]);
  // Between a sheet and the edge of the screen there is room for two lines.
  const lines = layer && "line-clamp-1";
  return (
    <Sonner
      position={layer || phone ? "top-center" : "bottom-center"}
      offset={{ top: TOP, bottom: 24 }}
      mobileOffset={{ top: TOP, left: 16, right: 16 }}
      visibleToasts={layer ? 1 : 3}
      style={{ zIndex: 45 }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "no-print pointer-events-auto flex w-full items-center gap-3 rounded-md bg-ink font-sans! py-2.5 pr-2.5 pl-4 text-13 text-on-ink shadow-pop md:w-[356px] phone:py-0.5 phone:pr-1 phone:leading-[18px]",
          title: cx("wrap-anywhere font-medium", lines),
          content: "min-w-0 flex-1",
          description: cx("wrap-anywhere text-on-ink/80", lines),
          actionButton:
            "h-8 flex-none cursor-pointer rounded-[6px] border border-on-ink/35 px-3 font-medium text-13 text-on-ink hover:bg-on-ink/10 phone:h-11",
        },
      }}
    />
  );
};
