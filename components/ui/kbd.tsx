import type { ReactNode } from "react";
import { cx } from "./class-names";

/** A keycap. `onInk` for use inside a primary button. */
export const Kbd = ({ children, onInk = false }: { children: ReactNode; onInk?: boolean }) => (
  <kbd
    className={cx(
      "inline-flex h-5 min-w-5 items-center justify-center rounded-[4px] border px-[5px] font-medium font-sans text-11 leading-none",
      onInk ? "-mr-1 border-on-ink/35 text-on-ink/85" : "border-line-2 bg-surface text-ink-2",
    )}
  >
    {children}
  </kbd>
);
