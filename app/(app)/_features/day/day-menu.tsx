"use client";

import { Copy, CopyPlus, Ellipsis, Undo2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { onDemand } from "@/components/ui/on-demand";
import { whenIdle } from "@/components/ui/when-idle";
import type { FoodEntry } from "@/lib/diary/schemas";
import type { TodayPage } from "@/lib/insights/schemas";
import { useDiaryActions, useDiaryState } from "../diary";
import type { Selection } from "./selection";
import type { Repeat } from "./usual-meal-card";

const PlaceDialog = onDemand(() => import("./place-dialog").then((module) => module.PlaceDialog));

/** What of the day before can be repeated: the meals that are not begun yet. */
const missing = (day: Pick<TodayPage, "meals">, yesterday: readonly FoodEntry[]): FoodEntry[] => {
  const begun = new Set(day.meals.filter(({ entries }) => entries.length > 0).map(({ meal }) => meal));
  return yesterday.filter(({ meal }) => !begun.has(meal));
};

/** "Same as yesterday" on today's page; on another day's "Same as the day before". */
export const sameWords = (isToday: boolean): string =>
  isToday ? "Same as yesterday" : "Same as the day before";

type DayMenuProps = {
  day: Pick<TodayPage, "date" | "today" | "meals">;
  repeat: Repeat;
  selection: Selection;
};

/** What can be done with a whole day, and with some of its entries. */
export const DayMenu = ({ day, repeat, selection }: DayMenuProps) => {
  const { copyAll, undoLast } = useDiaryActions();
  const { canUndo } = useDiaryState();
  const button = useRef<HTMLButtonElement>(null);
  const [copying, setCopying] = useState(false);
  useEffect(() => whenIdle(PlaceDialog.preload), []);
  const entries = day.meals.flatMap((meal) => meal.entries);
  const same = missing(day, repeat.yesterday);
  const again = () => copyAll(same, { date: day.date, meal: null });
  const words = sameWords(day.date === day.today);
  if (entries.length === 0)
    return (
      <>
        {same.length > 0 && (
          <Button size="s" onClick={again}>
            <Copy size={14} strokeWidth={1.75} aria-hidden />
            {words}
          </Button>
        )}
        {canUndo && (
          <Button size="s" variant="ghost" aria-label="Undo the last change" onClick={undoLast}>
            <Undo2 size={14} strokeWidth={1.75} aria-hidden />
            Undo
          </Button>
        )}
      </>
    );
  return (
    <>
      <Button
        ref={selection.button}
        size="s"
        variant="ghost"
        aria-pressed={selection.selecting}
        onClick={() => (selection.selecting ? selection.stop() : selection.start([]))}
      >
        {selection.selecting ? "Done" : "Select"}
      </Button>
      {!selection.selecting && (
        <DropdownMenu
          align="start"
          trigger={
            <IconButton ref={button} label="More for this day" size="s">
              <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
            </IconButton>
          }
          actions={[
            {
              icon: <CopyPlus aria-hidden />,
              label: "Copy this day to…",
              onSelect: () => setCopying(true),
            },
            ...(same.length > 0
              ? [
                  {
                    icon: <Copy aria-hidden />,
                    label: `${words}: ${[...new Set(same.map(({ meal }) => meal))].join(", ")}`,
                    onSelect: again,
                  },
                ]
              : []),
            ...(canUndo
              ? [{ icon: <Undo2 aria-hidden />, label: "Undo the last change", onSelect: undoLast }]
              : []),
          ]}
        />
      )}
      {copying && (
        <PlaceDialog
          kind="copy"
          entries={entries}
          from={day.date}
          onClose={() => {
            setCopying(false);
            requestAnimationFrame(() => button.current?.focus());
          }}
        />
      )}
    </>
  );
};
