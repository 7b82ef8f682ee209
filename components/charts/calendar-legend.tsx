import type { ReactNode } from "react";
import { capitalise } from "@/lib/format";
import { LOGGED_WORDS } from "@/lib/insights/client";
import { type CalendarDay, STEP_LABELS } from "./calendar-scale";

const Item = ({ mark, label }: { mark: ReactNode; label: string }) => (
  <li className="flex items-center gap-1.5 whitespace-nowrap">
    <span aria-hidden className="cal-key">
      {mark}
    </span>
    {label}
  </li>
);

/** What the marks of the calendar mean; hatch and dot only where they occur. */
export const CalendarLegend = ({ days, target }: { days: readonly CalendarDay[]; target: number | null }) => (
  <ul aria-label="Legend" className="mt-4 flex flex-wrap items-center gap-x-4 gap-y-1.5 text-12 text-ink-2">
    {target === null ? (
      <Item
        mark={
          <i className="cal-box">
            <b className="cal-step-plain" />
          </i>
        }
        label="Something is known"
      />
    ) : (
      STEP_LABELS.map((label, step) => (
        <Item
          key={label}
          mark={
            <i className="cal-box">
              <b className={`cal-step-${step}`} />
            </i>
          }
          label={label.replace(" %", "\u00a0%")}
        />
      ))
    )}
    {days.some(({ atLeast }) => atLeast) && (
      <Item
        mark={
          <i className="cal-box cal-hatch">
            <b className="cal-step-1" />
          </i>
        }
        label="At least this much"
      />
    )}
    {days.some(({ state, amount }) => state !== "none" && amount === null) && (
      <Item mark={<i className="cal-box cal-hatch" />} label="Logged, no data" />
    )}
    {days.some(({ state }) => state === "none") && (
      <Item mark={<i className="cal-none" />} label={capitalise(LOGGED_WORDS.none)} />
    )}
  </ul>
);
