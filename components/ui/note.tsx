import type { ReactNode } from "react";
import { cx } from "./class-names";
import { Info } from "./drawn-icons";

/** A remark in quiet type with an icon before it. */
export const Note = ({
  children,
  icon,
  className,
}: {
  children: ReactNode;
  icon?: ReactNode;
  className?: string;
}) => (
  <p className={cx("flex gap-[7px] text-13 text-ink-2 [&>svg]:mt-[3px] [&>svg]:flex-none", className)}>
    {icon ?? <Info size={14} strokeWidth={1.75} className="text-ink-3" aria-hidden />}
    <span className="wrap-anywhere min-w-0">{children}</span>
  </p>
);
