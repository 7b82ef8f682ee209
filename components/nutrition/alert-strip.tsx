import type { ReactNode } from "react";
import { Info, OctagonAlert, TrendingDown } from "@/components/ui/drawn-icons";
import { cx } from "../ui/class-names";

type AlertStripProps = {
  tone?: "low" | "over" | "plain";
  /** The claim, in one sentence. */
  title: ReactNode;
  /** What it rests on: "84 % sure, from 9 complete days." */
  basis?: ReactNode;
  actions?: ReactNode;
  /** True when it appears while the page is open, so that it is announced. */
  live?: boolean;
};

const TONES = {
  low: "[--edge:var(--low-line)] border-low-line bg-low-bg [&>svg]:text-low",
  over: "[--edge:var(--over-line)] border-over-line bg-over-bg [&>svg]:text-over",
  plain: "[--edge:var(--line-2)] border-line bg-surface [&>svg]:text-ink-3",
};
const ICONS = { low: TrendingDown, over: OctagonAlert, plain: Info };

/** The one most important alert, as a strip across the page. */
export const AlertStrip = ({ tone = "low", title, basis, actions, live = false }: AlertStripProps) => {
  const Icon = ICONS[tone];
  return (
    <section
      aria-label="Alerts"
      className={cx(
        "flex items-center gap-3 rounded-lg border py-2.5 pr-3 pl-3.5 phone:flex-wrap phone:items-start phone:p-3.5",
        TONES[tone],
      )}
    >
      <Icon size={18} strokeWidth={1.75} className="flex-none phone:mt-0.5" aria-hidden />
      <p className="min-w-0 flex-1" {...(live && { role: "status" })}>
        <b className="font-semibold">{title}</b>{" "}
        {basis !== undefined && <span className="text-ink-2">{basis}</span>}
      </p>
      {actions !== undefined && (
        <div className="flex flex-none gap-2 [&>*]:border-(--edge) [&>*]:bg-transparent [&>*]:hover:bg-(--edge)/40 phone:w-full phone:flex-wrap phone:pl-[30px]">
          {actions}
        </div>
      )}
    </section>
  );
};
