"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { Dialog } from "../ui/dialog";

/** The last tab of a phone: a sheet with every place that has no tab of its own. */
export const MoreSheet = ({ children }: { children: ReactNode }) => {
  const [open, setOpen] = useState(false);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere closes the sheet
  useEffect(() => setOpen(false), [path]);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="More"
      trigger={
        <button
          type="button"
          className="grid h-12 content-center justify-items-center gap-0.5 font-medium text-11 text-ink-3"
        >
          <Menu size={20} strokeWidth={1.75} aria-hidden />
          More
        </button>
      }
    >
      <div className="px-2 py-2 pb-8">{children}</div>
    </Dialog>
  );
};
