"use client";

import { Copy, CopyPlus, Ellipsis } from "lucide-react";
import { useRef, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { DropdownMenu, MenuItem } from "@/components/ui/dropdown-menu";
import type { FoodEntry } from "@/lib/diary/schemas";
import type { TodayPage } from "@/lib/insights/schemas";
import { useDiary } from "./diary-provider";
import { PlaceDialog } from "./place-dialog";
import type { Selection } from "./selection";
import type { Repeat } from "./usual-meal-card";

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
  const { copyAll } = useDiary();
  const button = useRef<HTMLButtonElement>(null);
  const [copying, setCopying] = useState(false);
  const entries = day.meals.flatMap((meal) => meal.entries);
  const same = missing(day, repeat.yesterday);
  const again = () => copyAll(same, { date: day.date, meal: null });
  const words = sameWords(day.date === day.today);
  if (entries.length === 0)
    return (
      same.length > 0 && (
        <Button size="s" onClick={again}>
          <Copy size={14} strokeWidth={1.75} aria-hidden />
          {words}
        </Button>
      )
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
            <IconButton ref={button} label="Copy this day" size="s">
              <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
            </IconButton>
          }
        >
          <MenuItem icon={<CopyPlus aria-hidden />} onSelect={() => setCopying(true)}>
            Copy this day to…
          </MenuItem>
          {same.length > 0 && (
            <MenuItem icon={<Copy aria-hidden />} onSelect={again}>
              {words}: {[...new Set(same.map(({ meal }) => meal))].join(", ")}
            </MenuItem>
          )}
        </DropdownMenu>
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
