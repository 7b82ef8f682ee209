import type { ReactNode } from "react";

/**
 * What stands above and below a page on paper, and nowhere else.
 * @param title what is printed, as a person would file it: "Magnesium, 25 October – 23 November 2026".
 * @param detail how to read it, such as whose targets the amounts are held against.
 */
export const PrintFrame = ({
  title,
  detail,
  children,
}: {
  title: string;
  detail: string;
  children: ReactNode;
}) => (
  <>
    <p className="print-only print-head">
      <b>Assay</b> {title}
    </p>
    {children}
    <p className="print-only print-foot">{detail}</p>
  </>
);
