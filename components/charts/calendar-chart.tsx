"use client";

import { type MouseEvent, type SyntheticEvent, useId, useMemo, useRef, useState } from "react";
import { formatDate, formatMonth, formatReferenceAmount } from "@/lib/format";
import { LOGGED_WORDS } from "@/lib/insights/client";
import type { TrendCalendar } from "@/lib/insights/schemas";
import { addDays, daysBetween, MINERALS, type Mineral, NUTRIENTS } from "@/lib/nutrition";
import { Hallmark } from "../nutrition/hallmark";
import { Segmented } from "../ui/segmented";
import { CalendarLegend } from "./calendar-legend";
import { CalendarMonths } from "./calendar-months";
import {
  type CalendarDay,
  calendarDays,
  dayAmount,
  dayShare,
  describeCalendar,
  monthsFromFirstLogged,
  moveBy,
} from "./calendar-scale";
import { CalendarTable } from "./calendar-table";
import { ChartDetails } from "./chart-details";

/** Spans longer than this are drawn with smaller days. */
const DENSE_OVER_DAYS = 100;

type CalendarChartProps = {
  calendar: TrendCalendar;
  targets: { readonly [M in Mineral]: number | null };
  /** A day's page is this and its date. */
  hrefBase: string;
  /** Goes to a day's page without loading the application again. */
  onOpen: (href: string) => void;
};

type Tip = { readonly index: number; readonly left: number; readonly top: number; readonly touch: boolean };

/** The days of a span as a calendar, one mineral at a time. */
export const CalendarChart = ({ calendar, targets, hrefBase, onOpen }: CalendarChartProps) => {
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [mineral, setMineral] = useState<Mineral>("magnesium");
  const days = useMemo(() => calendarDays(calendar, mineral), [calendar, mineral]);
  const { months, skippedTo } = useMemo(() => monthsFromFirstLogged(days), [days]);
  const first = skippedTo === null ? 0 : daysBetween(calendar.from, skippedTo) + 1;
  const last = days.length - 1;
  const [current, setCurrent] = useState(last);
  const [tip, setTip] = useState<Tip | null>(null);
  const target = targets[mineral];
  const dense = days.length > DENSE_OVER_DAYS;

  /** The day an event is about, with its link. */
  const findDay = (event: SyntheticEvent): { link: HTMLAnchorElement; index: number } | null => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-index]") : null;
    return link === null ? null : { link, index: Number(link.dataset.index) };
  };
  const show = (found: { link: HTMLAnchorElement; index: number } | null, touch: boolean) => {
    if (found === null || box.current === null) return;
    const area = box.current.getBoundingClientRect();
    const cell = found.link.getBoundingClientRect();
    setTip({
      index: found.index,
      left: cell.left + cell.width / 2 - area.left,
      top: cell.bottom - area.top,
      touch,
    });
  };
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const href = link?.getAttribute("href") ?? null;
    if (href === null || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const byFinger = (event.nativeEvent as PointerEvent).pointerType === "touch";
    // The days of a year are smaller than a finger: the first tap shows the day, its link opens it.
    const found = findDay(event);
    if (dense && byFinger && found !== null) show(found, true);
    else onOpen(href);
  };

  return (
    <figure data-mineral={mineral} className="min-w-0">
      <Segmented
        label="Mineral"
        hideLabel
        look="pill"
        className="no-print mb-4 cal-choice"
        value={mineral}
        onValueChange={setMineral}
        options={MINERALS.map((value) => ({
          value,
          label: (
            <span className="flex items-center gap-1.5">
              <Hallmark mineral={value} size={20} />
              <span className="max-lg-sr">{NUTRIENTS[value].label}</span>
            </span>
          ),
        }))}
      />
      <figcaption id={`${id}-title`} className="mb-3 text-13 text-ink-2">
        <span className="font-medium text-ink">{NUTRIENTS[mineral].label}</span>
        {target === null
          ? ", no target: a day shows only whether something is known"
          : `, by share of the ${formatReferenceAmount(mineral, target)} target`}
        {skippedTo !== null &&
          `. Nothing of this span is logged before ${formatMonth(addDays(skippedTo, 1))}`}
      </figcaption>
      {/* biome-ignore-start lint/a11y/noStaticElementInteractions: the days in it are the links that take keys and pointer */}
      {/* biome-ignore-start lint/a11y/useKeyWithClickEvents: Enter on a link is a click */}
      {/* biome-ignore-start lint/a11y/useKeyWithMouseEvents: focus shows the same */}
      <div
        ref={box}
        className="relative"
        aria-describedby={`${id}-description`}
        onClick={onClick}
        onFocus={(event) => {
          const found = findDay(event);
          if (found === null) return;
          setCurrent(found.index);
          if (found.link.matches(":focus-visible")) show(found, false);
        }}
        onBlur={() => setTip((shown) => (shown?.touch ? shown : null))}
        onMouseOver={(event) => {
          const found = findDay(event);
          if (found) show(found, false);
          else setTip((shown) => (shown?.touch ? shown : null));
        }}
        onMouseLeave={() => setTip((shown) => (shown?.touch ? shown : null))}
        onKeyDown={(event) => {
          const found = findDay(event);
          if (found === null) return;
          if (event.key === "Escape" && tip) {
            event.stopPropagation();
            setTip(null);
            return;
          }
          const to = moveBy(event.key, found.index, first, last);
          if (to === null) return;
          event.preventDefault();
          event.stopPropagation();
          box.current?.querySelector<HTMLAnchorElement>(`a[data-index="${to}"]`)?.focus();
        }}
      >
        <CalendarMonths
          mineral={mineral}
          days={days}
          months={months}
          target={target}
          current={current}
          dense={dense}
          hrefBase={hrefBase}
        />
        <DayTip
          mineral={mineral}
          day={tip === null ? undefined : days[tip.index]}
          target={target}
          tip={tip}
          width={box.current?.clientWidth ?? 0}
          hrefBase={hrefBase}
        />
      </div>
      {/* biome-ignore-end lint/a11y/useKeyWithMouseEvents: see above */}
      {/* biome-ignore-end lint/a11y/useKeyWithClickEvents: see above */}
      {/* biome-ignore-end lint/a11y/noStaticElementInteractions: see above */}
      <p id={`${id}-description`} className="sr-only">
        {describeCalendar(days, target)}
      </p>
      <CalendarLegend days={days} target={target} />
      <ChartDetails key={mineral} name={`${NUTRIENTS[mineral].label}, each day`}>
        {() => <CalendarTable mineral={mineral} days={days} target={target} />}
      </ChartDetails>
    </figure>
  );
};

const TIP_WIDTH = 236;

/** The day under the pointer, the focus or the finger; a finger's has the link to it. */
const DayTip = ({
  mineral,
  day,
  target,
  tip,
  width,
  hrefBase,
}: {
  mineral: Mineral;
  day: CalendarDay | undefined;
  target: number | null;
  tip: Tip | null;
  width: number;
  hrefBase: string;
}) => {
  if (tip === null || day === undefined) return null;
  const share = dayShare(day, target);
  const left = Math.max(0, Math.min(tip.left - TIP_WIDTH / 2, width - TIP_WIDTH));
  return (
    <div
      className={
        "no-print absolute z-10 grid gap-[3px] rounded-md bg-raised px-3 py-2.5 text-12 shadow-pop" +
        (tip.touch ? "" : " pointer-events-none")
      }
      style={{ left, top: tip.top + 6, width: TIP_WIDTH }}
      aria-hidden={!tip.touch}
    >
      <div className="flex justify-between gap-3 whitespace-nowrap pb-0.5 font-semibold">
        {formatDate(day.date, "short")}
        {day.state !== "none" && <span className="font-normal text-ink-2">{LOGGED_WORDS[day.state]}</span>}
      </div>
      <div className="text-ink-2">
        {day.state === "none" ? (
          LOGGED_WORDS.none
        ) : (
          <>
            <b className="font-medium text-ink">{dayAmount(mineral, day)}</b>
            {share !== null && ` · ${share} of target`}
          </>
        )}
      </div>
      {tip.touch && (
        <a href={`${hrefBase}/${day.date}`} className="link grid min-h-11 items-center">
          Open this day
        </a>
      )}
    </div>
  );
};
