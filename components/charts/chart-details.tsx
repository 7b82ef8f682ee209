"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

/** "Show as table": the figures behind a chart, rendered when opened. */
export const ChartDetails = ({
  name,
  children,
}: {
  /** What the table is of, for screen readers: a page has several. */
  name: string;
  children: () => ReactNode;
}) => {
  const [open, setOpen] = useState(false);
  const details = useRef<HTMLDetailsElement>(null);
  // It may have been opened before its code was here.
  useEffect(() => setOpen(details.current?.open ?? false), []);
  return (
    <details
      ref={details}
      suppressHydrationWarning
      className="mt-2 text-12"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="w-fit py-1 font-medium text-ink phone:py-3.5">
        Show as table<span className="sr-only">: {name}</span>
      </summary>
      {open && <div className="mt-1 max-h-80 overflow-y-auto">{children()}</div>}
    </details>
  );
};
