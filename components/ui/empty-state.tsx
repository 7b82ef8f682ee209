import type { ReactNode } from "react";

/** What a list shows before it has anything: what will be here, and the one thing to do. */
export const EmptyState = ({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) => (
  <div className="grid justify-items-center gap-1 px-5 py-10 text-center">
    <p className="font-medium text-15">{title}</p>
    {children !== undefined && <div className="max-w-[46ch] text-13 text-ink-2">{children}</div>}
    {action !== undefined && <div className="mt-3">{action}</div>}
  </div>
);
