import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** Quiet words beside the title. */
  detail?: ReactNode;
  /** A mark before the title. */
  mark?: ReactNode;
  /** Steps to neighbouring pages, right after the title. */
  nav?: ReactNode;
  /** The week strip: at the right, on a phone on a line of its own. */
  week?: ReactNode;
  actions?: ReactNode;
  /** The Log button; a phone has it in its tab bar. */
  log?: ReactNode;
};

/** The title line of a page. */
export const PageHeader = ({ title, detail, mark, nav, week, actions, log }: PageHeaderProps) => (
  <header className="flex flex-wrap items-center gap-3 phone:gap-2">
    {mark}
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-2.5">
      <h1 className="wrap-anywhere font-semibold text-22 tracking-[-0.014em] phone:text-18">{title}</h1>
      {detail !== undefined && <p className="wrap-anywhere text-14 text-ink-2">{detail}</p>}
    </div>
    {nav !== undefined && <div className="phone:ml-auto">{nav}</div>}
    {week !== undefined && <div className="ml-auto phone:order-9 phone:w-full">{week}</div>}
    {actions !== undefined && (
      <div className={week === undefined ? "ml-auto flex gap-2" : "flex gap-2 phone:ml-auto"}>{actions}</div>
    )}
    {log !== undefined && (
      <div
        className={week === undefined && actions === undefined ? "ml-auto phone:hidden" : "ml-2 phone:hidden"}
      >
        {log}
      </div>
    )}
  </header>
);

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
