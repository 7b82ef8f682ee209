"use client";

import { Check, CircleDashed } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { type ReactNode, useEffect, useMemo } from "react";
import { DateNav } from "@/components/layout/date-nav";
import { LogButton } from "@/components/layout/log-button";
import { PageHeader } from "@/components/layout/page-header";
import { AlertStrip } from "@/components/nutrition/alert-strip";
import { MineralRows } from "@/components/nutrition/mineral-rows";
import { PreviewScope } from "@/components/nutrition/suggestions";
import { WeekStrip } from "@/components/nutrition/week-strip";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";
import { isText } from "@/lib/diary/client";
import type { FoodEntry, Meal } from "@/lib/diary/schemas";
import { countNoun, formatDate, formatDayName, formatOverLimit, joinList } from "@/lib/format";
import type { Logged, TodayPage } from "@/lib/insights/schemas";
import {
  addDays,
  FIRST_DAY,
  LAST_DAY,
  MINERALS,
  type Mineral,
  NUTRIENTS,
  type SaidMark,
} from "@/lib/nutrition";
import { applyChange, type ReadyFood, useDiaryActions, useDiaryState } from "../diary";
import { DayMeals } from "./day-meals";
import { GapFoods, getPreviews } from "./gap-foods";
import { GetStarted, QuickFoods } from "./get-started";
import { PlannedCard } from "./planned-card";
import { type Repeat, UsualMealCard } from "./usual-meal-card";

const DayChart = dynamic(() => import("./day-chart").then((module) => module.DayChart), {
  ssr: false,
  loading: () => <Skeleton className="h-[400px]" />,
});

type DayBoardProps = {
  page: TodayPage;
  /** Who the targets are for, "woman, 31–50"; null when they are not set. Read on an empty day only. */
  group: string | null;
  quick: readonly ReadyFood[];
  /** What can be logged again as it was before. */
  repeat?: Repeat;
  /** The meal of the present hour in the person's time zone, for the first drawing; the device's clock decides. */
  mealNow?: Meal | null;
  /** The alert that matters most; one strip is shown, and what is above a limit today comes before a habit. */
  alert?: ReactNode;
  /** What an amount above an upper limit means and does not; from the server, whose table is not sent. */
  limitNotice: string;
  /** What stands below the six, drawn on the server; null while nothing is logged. */
  also?: ReactNode;
  /** Whether the alert is one of a single day, which comes before all. */
  alarm?: boolean;
  /** Whether the day is drawn from the local copy, without the server. */
  local?: boolean;
};

/** A day is /today or /diary/<date>; only one of the two, so that a day has one address. */
const getDayPath = (date: string, today: string): string => (date === today ? "/today" : `/diary/${date}`);

const mineralHref = (mineral: Mineral): string => `/minerals/${mineral}`;

/** The page shows days from here on, because its chart reaches back two weeks. */
const EARLIEST = addDays(FIRST_DAY, 14);
const LATEST = addDays(LAST_DAY, -1);

const NO_REPEAT: Repeat = { usual: [], yesterday: [] };

/** Everything the page shows of one day, with what the person has just changed already in it. */
export const DayBoard = ({
  page,
  group,
  quick,
  repeat = NO_REPEAT,
  mealNow = null,
  alert = null,
  also = null,
  alarm = false,
  local = false,
  limitNotice,
}: DayBoardProps) => {
  const { showDay } = useDiaryActions();
  const { pending } = useDiaryState();
  const day = useMemo(() => pending.reduce(applyChange<TodayPage>, page), [page, pending]);
  const { date, today, minerals, meals } = day;
  useEffect(() => showDay(page), [showDay, page]);
  useEffect(() => () => showDay(null), [showDay]);

  const entries = meals.flatMap((meal) => meal.entries);
  const empty = entries.length === 0 && !day.doses.some(({ taken }) => taken);
  const isToday = date === today;
  // The introduction is shown only when nothing was logged lately.
  const fresh = empty && day.week.every((other) => other.state === "none" || other.date === date);
  const charted = Object.values(page.charts).some((points) => points?.some((point) => point.entries > 0));
  const state: Logged = empty && day.mark !== "complete" ? "none" : (day.mark ?? "partial");
  const targets = Object.fromEntries(
    minerals.map(({ mineral, target, scores }) => [mineral, scores ? target : null]),
  ) as {
    [M in Mineral]: number | null;
  };
  return (
    <>
      <PageHeader
        title={formatDayName(date, today)}
        detail={formatDate(date, isToday ? "long" : date.slice(0, 4) === today.slice(0, 4) ? "day" : "full")}
        nav={
          <DateNav
            key={date}
            date={date}
            previous={date <= EARLIEST ? null : getDayPath(addDays(date, -1), today)}
            next={date >= LATEST ? null : getDayPath(addDays(date, 1), today)}
            base="/diary/"
          />
        }
        week={
          day.hideScores ? undefined : (
            <WeekStrip
              current={date}
              label={isToday ? "Last 7 days" : "7 days to this one"}
              days={day.week.map((other) => ({
                date: other.date,
                state: other.date === date ? state : other.state,
                href: getDayPath(other.date, today),
              }))}
            />
          )
        }
        log={<LogButton href="/today" />}
      />
      {isToday && <UsualMealCard day={day} repeat={repeat} atFirst={mealNow} />}
      {alarm ? alert : <UpperLimits minerals={minerals} notice={limitNotice} otherwise={alert} />}
      <PreviewScope>
        <MineralRows
          title={day.mark === "incomplete" ? "Minerals, at least" : isToday ? "Minerals so far" : "Minerals"}
          days={minerals}
          hrefOf={mineralHref}
          amountHrefOf={(mineral) => `/diary/${date}/${mineral}`}
          previews={fresh ? [] : getPreviews(page.suggestions)}
          aside={<Lacking entries={entries} />}
        />
        {fresh ? (
          <GetStarted group={group} date={date} today={today} hasPerson={day.hasPerson} />
        ) : (
          <GapFoods page={day} local={local} />
        )}
      </PreviewScope>
      {also}
      <PlannedCard day={day} />
      {fresh && quick.length > 0 && (
        <QuickFoods foods={quick} date={date} leftOut={page.suggestions.leftOut} />
      )}
      {(!fresh || day.doses.length > 0) && <DayMeals day={day} targets={targets} repeat={repeat} />}
      {!empty && date <= today && <MarkDay day={day} />}
      {charted && <DayChart page={page} />}
    </>
  );
};

/** What lies above an upper limit, in neutral words; something else when nothing does. */
const UpperLimits = ({
  minerals,
  notice,
  otherwise,
}: Pick<TodayPage, "minerals"> & { notice: string; otherwise: ReactNode }) => {
  const over = minerals.flatMap(({ mineral, overLimit, ulScope }) =>
    overLimit === null
      ? []
      : [`${NUTRIENTS[mineral].label} is ${formatOverLimit(mineral, overLimit, ulScope)}.`],
  );
  return over.length === 0 ? otherwise : <AlertStrip tone="over" title={over.join(" ")} basis={notice} />;
};

/** Which of the day's foods have no value for some mineral: "1 food lacks Mg, Zn and Se values". */
const Lacking = ({ entries }: { entries: readonly FoodEntry[] }) => {
  const named = entries.filter(({ food }) => isText(food)).length;
  const foods = entries.filter(({ food }) => !isText(food));
  const lacks = ({ nutrients, lowerBounds }: FoodEntry, mineral: Mineral): boolean =>
    nutrients[mineral] === null || (lowerBounds?.includes(mineral) ?? false);
  const lacking = foods.filter((entry) => MINERALS.some((mineral) => lacks(entry, mineral)));
  if (lacking.length === 0 && named === 0) return null;
  const unmatched = named > 0 && (
    <Link href="/diary/without-values" className="link">
      {countNoun(named, "entry", "entries")} without values
    </Link>
  );
  if (lacking.length === 0)
    return (
      <span className="inline-flex items-center gap-1.5">
        <CircleDashed size={14} strokeWidth={1.75} className="flex-none" aria-hidden />
        {unmatched}
      </span>
    );
  const symbols = MINERALS.filter((mineral) => lacking.some((entry) => lacks(entry, mineral))).map(
    (mineral) => NUTRIENTS[mineral].symbol,
  );
  const names = new Set(lacking.map(({ food }) => food));
  const only = names.size === 1 ? [...names][0] : undefined;
  const fillIn = only?.startsWith("own:") ? `/foods/${only}` : null;
  const words =
    names.size === 1
      ? `1 food lacks ${joinList(symbols)} values`
      : symbols.length === 1
        ? `${names.size} foods lack ${symbols[0]} values`
        : `${names.size} foods lack some of ${joinList(symbols)}`;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <CircleDashed size={14} strokeWidth={1.75} className="flex-none" aria-hidden />
      {words}
      {fillIn !== null && (
        <Link href={fillIn} className="link">
          Fill in
        </Link>
      )}
      {unmatched}
    </span>
  );
};

const MARKS = {
  complete: {
    title: "This day is complete.",
    text: "It counts towards your usual intake.",
  },
  incomplete: {
    title: "Not everything is logged.",
    text: "What is missing can only add to these amounts. The day is left out of your usual intake.",
  },
  none: {
    title: "Logged everything you ate?",
    text: "Without an answer the day counts once it is over, if it holds at least half of a usual day’s energy.",
  },
} as const;

/** Says that everything eaten is logged, or that something is missing: a low total means a low intake only in the one case. */
const MarkDay = ({ day }: { day: TodayPage }) => {
  const diary = useDiaryActions();
  const { mark } = day;
  const { title, text } = MARKS[mark ?? "none"];
  const choice = (to: SaidMark, label: string) => (
    <Button aria-pressed={mark === to} onClick={() => diary.mark(day, mark === to ? null : to)}>
      {mark === to && <Check size={14} strokeWidth={1.75} aria-hidden />}
      {label}
    </Button>
  );
  return (
    <Card
      aria-label="Is the day complete?"
      className="no-print flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3 phone:px-4"
    >
      <p className="min-w-0 flex-1 phone:basis-full">
        <b className="font-medium">{title}</b> <span className="text-13 text-ink-2">{text}</span>
      </p>
      <div className="flex flex-wrap gap-2">
        {choice("complete", "Day complete")}
        {choice("incomplete", "Not everything logged")}
      </div>
    </Card>
  );
};
