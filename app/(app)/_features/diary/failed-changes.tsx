"use client";

import { CloudOff } from "lucide-react";
import { MEAL_NAMES } from "@/components/nutrition/meal-icon";
import { Button } from "@/components/ui/button";
import { portionWords } from "@/lib/format";
import type { DayChange } from "./day-change";
import { useDiaryCore, useDiaryState, useToday } from "./diary-provider";
import { dayWords } from "./meal-words";

const describeFailure = (change: DayChange, today: string): string => {
  switch (change.kind) {
    case "put": {
      const { name, portion, grams, meal, date } = change.after;
      return `${name}, ${portionWords(portion, grams)} (${MEAL_NAMES[meal].toLowerCase()}, ${dayWords(date, today)}) is not saved yet.`;
    }
    case "remove":
      return `${change.entry.name} could not be removed.`;
    case "restore":
      return `${change.entry.name} could not be put back.`;
    case "move":
      return `${change.entry.name} could not be moved.`;
    case "take":
      return `${change.dose.entry.name} could not be logged as taken (${dayWords(change.dose.entry.date, today)}).`;
    case "untake":
      return `${change.dose.entry.name} could not be taken back (${dayWords(change.dose.entry.date, today)}).`;
    case "batch":
      return change.unsaved;
    case "plan":
      return `${change.plan.name} could not be planned (${dayWords(change.plan.date, today)}).`;
    case "unplan":
      return `${change.plan.name} is still planned.`;
    case "mark":
      return `The mark of ${dayWords(change.date, today)} could not be saved.`;
  }
};

/** Whether discarding it loses data that is stored nowhere else. */
const isNew = (change: DayChange): boolean =>
  change.kind === "batch"
    ? change.steps.some(({ kind }) => kind === "copy" || kind === "put")
    : change.kind === "put" && change.before === null;

/** The changes that could not be saved, each with Retry. */
export const FailedChangeList = () => {
  const { failed } = useDiaryState();
  const { retry, discard } = useDiaryCore();
  const today = useToday();
  return (
    <ul className="grid gap-px overflow-hidden rounded-lg border border-over-line bg-over-line shadow-pop">
      {failed.map((failure) => (
        <li
          key={failure.key}
          className="flex items-center gap-3 bg-over-bg py-2.5 pr-3 pl-3.5 phone:flex-wrap phone:p-3.5"
        >
          <CloudOff size={18} strokeWidth={1.75} className="flex-none text-over" aria-hidden />
          <p className="min-w-0 flex-1">
            <b className="font-semibold">{describeFailure(failure.change, today)}</b>{" "}
            <span className="text-ink-2">{failure.message}</span>
          </p>
          <span className="flex flex-none gap-2 phone:w-full phone:pl-[30px]">
            <Button size="s" onClick={() => retry(failure.change)}>
              Retry
            </Button>
            <Button size="s" variant="ghost" onClick={() => discard(failure)}>
              {isNew(failure.change) ? "Discard" : "Leave as it was"}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
};

/** What could not be saved, above what the palette shows. */
export const FailedChanges = () => {
  const { failed } = useDiaryState();
  return (
    <div role="status" className={failed.length === 0 ? "sr-only" : "sticky top-3 z-30"}>
      {failed.length > 0 && <FailedChangeList />}
    </div>
  );
};
