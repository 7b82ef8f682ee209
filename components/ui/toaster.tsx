"use client";

import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";

/** sonner with our look; loaded by `toast.tsx` when there is something to say. Tells when it listens. */
export const Toaster = ({ onReady }: { onReady: (say: typeof toast) => void }) => {
  useEffect(() => onReady(toast), [onReady]);
  return (
    <Sonner
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
};
