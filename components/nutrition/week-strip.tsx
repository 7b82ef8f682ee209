import Link from "next/link";
import { dayOfMonth, formatDate } from "@/lib/format";
import { LOGGED_WORDS } from "@/lib/insights/client";
import type { Logged } from "@/lib/insights/schemas";
import { cx } from "../ui/class-names";

type WeekStripProps = {
  /** Usually the last seven days, oldest first. */
  days: readonly { date: string; state: Logged; href: string }[];
  /** The day being looked at. */
  current: string;
  label?: string;
};

const PIPS: { readonly [S in Logged]: string } = {
  complete: "pip-full",
  incomplete: "",
  partial: "pip-half",
  none: "pip-none",
};

/** The days around today and how well each is logged; every day is a link. */
export const WeekStrip = ({ days, current, label = "Last 7 days" }: WeekStripProps) => (
  <nav aria-label={label} className="flex gap-0.5 phone:justify-between">
    {days.map(({ date, state, href }) => (
      <Link
        key={date}
        href={href}
        aria-label={`${formatDate(date, "day")}, ${LOGGED_WORDS[state]}`}
        aria-current={date === current ? "date" : undefined}
        className={cx(
          "grid w-[38px] justify-items-center gap-[5px] rounded-md pt-[5px] pb-1.5 font-medium text-12 text-ink-3 no-underline phone:w-11",
          date === current ? "inset-ring inset-ring-line-2 bg-surface" : "hover:bg-hover",
        )}
      >
        <span>{formatDate(date, "letter")}</span>
        <b
          className={cx(
            "text-13 leading-4",
            date === current ? "font-semibold text-ink" : "font-medium text-ink-2",
          )}
        >
          {dayOfMonth(date)}
        </b>
        <span className={cx("pip", PIPS[state])} />
      </Link>
    ))}
  </nav>
);
