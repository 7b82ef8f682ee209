import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names";

/** A plain data table. The caption names it; hide it when a heading right above already does. */
export const Table = ({
  caption,
  hideCaption = false,
  children,
}: {
  caption: string;
  hideCaption?: boolean;
  children: ReactNode;
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen must scroll by keyboard
  <section className="overflow-x-auto" aria-label={caption} tabIndex={0}>
    <table className="w-full border-collapse text-13">
      <caption className={hideCaption ? "sr-only" : "pb-2 text-left text-12 text-ink-3"}>{caption}</caption>
      {children}
    </table>
  </section>
);

type CellProps = { numeric?: boolean };

/** Header cell. `scope` says what it heads. */
export const Th = ({
  numeric = false,
  className,
  scope = "col",
  ...rest
}: ComponentProps<"th"> & CellProps) => (
  <th
    scope={scope}
    className={cx(
      "border-line border-b py-2 pr-4",
      scope === "col" ? "font-medium text-12 text-ink-3" : "font-normal text-ink",
      numeric && "text-right",
      className,
    )}
    {...rest}
  />
);

/** Data cell. */
export const Td = ({ numeric = false, className, ...rest }: ComponentProps<"td"> & CellProps) => (
  <td className={cx("border-line border-b py-2 pr-4", numeric && "text-right", className)} {...rest} />
);
