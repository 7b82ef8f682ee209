"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { whenIdle } from "../ui/load-code";
import { onDemand } from "../ui/on-demand";

const Dialog = onDemand(() => import("../ui/dialog").then((module) => module.Dialog));

/** The last tab of a phone: a sheet with every place that has no tab of its own. */
export const MoreSheet = ({ icon, children }: { icon: ReactNode; children: ReactNode }) => {
  const [open, setOpen] = useState(false);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving somewhere closes the sheet
  useEffect(() => setOpen(false), [path]);
  useEffect(() => whenIdle(Dialog.preload), []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(true)}
        className="grid h-12 content-center justify-items-center gap-0.5 font-medium text-11 text-ink-3"
      >
        {icon}
        More
      </button>
      {open && (
        <Dialog open onOpenChange={setOpen} title="More">
          <div className="px-2 py-2 pb-8">{children}</div>
        </Dialog>
      )}
    </>
  );
};
