import { memo } from "react";
import { dayOfMonth, formatMonth, WEEKDAY_NAMES } from "@/lib/format";
import type { Mineral } from "@/lib/nutrition";
import { cx } from "../ui/class-names";
import { type CalendarDay, type CalendarMonth, chooseMark, daySentence } from "./calendar-scale";

/** What of a day is drawn: its size tells the share of the target, a hatch that there may be more. */
const DayMark = ({ day, target }: { day: CalendarDay; target: number | null }) => {
  const mark = chooseMark(day, target);
  return mark === "none" ? (
    <i className="cal-none" />
  ) : (
    <i className={cx("cal-box", (mark === "unknown" || day.atLeast) && "cal-hatch")}>
      {mark !== "unknown" && <b className={`cal-step-${mark}`} />}
    </i>
  );
};

/** The months of a calendar, each a grid of weeks. Every day is a link to itself. */
export const CalendarMonths = memo(function CalendarMonths({
  mineral,
  days,
  months,
  target,
  current,
  dense,
  hrefBase,
}: {
  mineral: Mineral;
  days: readonly CalendarDay[];
  months: readonly CalendarMonth[];
  target: number | null;
  /** The one day that the Tab key stops at. */
  current: number;
  /** A year: smaller days, without their numbers. */
  dense: boolean;
  hrefBase: string;
}) {
  return (
    <div className={cx("cal", dense && "cal-dense")}>
      {months.map(({ key, first, weeks }) => (
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys move in it, which makes it a grid
        <table key={key} role="grid" aria-label={formatMonth(first)} className="cal-month">
          <caption aria-hidden className="pb-1 text-left font-medium text-12 text-ink-2">
            {formatMonth(first)}
          </caption>
          <thead>
            <tr>
              {WEEKDAY_NAMES.map((name) => (
                <th key={name} scope="col" className="pb-0.5 text-center font-normal text-11 text-ink-3">
                  <span aria-hidden>{name.slice(0, 1)}</span>
                  <span className="sr-only">{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.find((index) => index !== null)}>
                {week.map((index, column) => {
                  const day = index === null ? undefined : days[index];
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place in the week
                    <td key={column} className="p-0">
                      {day && (
                        <a
                          href={`${hrefBase}/${day.date}`}
                          data-index={index}
                          tabIndex={index === current ? 0 : -1}
                          aria-label={daySentence(mineral, day, target)}
                          className="cal-day"
                        >
                          {!dense && <span aria-hidden>{dayOfMonth(day.date)}</span>}
                          <DayMark day={day} target={target} />
                        </a>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
});
