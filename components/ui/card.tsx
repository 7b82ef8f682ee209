import type { ComponentProps, ReactNode } from "react";
import { cx } from "./class-names";

/** A surface with a hairline edge. Give it `aria-labelledby` when it is a section of the page. */
export const Card = ({ className, ...rest }: ComponentProps<"section">) => (
  <section className={cx("card rounded-lg border border-line bg-surface shadow-card", className)} {...rest} />
);

type CardHeaderProps = {
  title: ReactNode;
  /** Id for the card's `aria-labelledby`. */
  id?: string;
  /** Quiet words right after the title. */
  detail?: ReactNode;
  /** Pushed to the right. */
  aside?: ReactNode;
  className?: string;
};

/** Title line of a card. */
export const CardHeader = ({ title, id, detail, aside, className }: CardHeaderProps) => (
  <header
    className={cx(
      "flex flex-wrap items-center gap-x-3 gap-y-0.5 px-5 pt-4 phone:px-4 phone:pt-3.5 phone:pb-2.5",
      className,
    )}
  >
    <h2 id={id} className="font-semibold text-15 tracking-[-0.006em]">
      {title}
    </h2>
    {detail !== undefined && <span className="text-13 text-ink-2">{detail}</span>}
    {aside !== undefined && <div className="ml-auto text-13 text-ink-2">{aside}</div>}
  </header>
);

/** Padding of a card's body. */
export const CardBody = ({ className, ...rest }: ComponentProps<"div">) => (
  <div className={cx("px-5 py-4 phone:px-4", className)} {...rest} />
);
