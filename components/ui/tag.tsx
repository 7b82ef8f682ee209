import type { ReactNode } from "react";
import { cx } from "./class-names";

type TagProps = { tone?: "plain" | "line" | "low" | "over"; icon?: ReactNode; children: ReactNode };

const TONES = {
  plain: "bg-sunken text-ink-2",
  line: "inset-ring inset-ring-line-2 text-ink-2",
  low: "bg-low-bg text-low",
  over: "bg-over-bg text-over",
};

/** A short label. `low` and `over` need an icon and a word, never colour alone. */
export const Tag = ({ tone = "plain", icon, children }: TagProps) => (
  <span
    className={cx(
      "inline-flex h-5 items-center gap-[5px] whitespace-nowrap rounded-sm px-[7px] font-medium text-12 leading-5 [&_svg]:size-3",
      TONES[tone],
    )}
  >
    {icon}
    {children}
  </span>
);

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
