"use client";

import {
  ArrowRightLeft,
  BookOpen,
  Copy,
  CopyPlus,
  Ellipsis,
  ListChecks,
  Pencil,
  Replace,
  Star,
  StarOff,
  Trash2,
  Undo2,
} from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { DropdownMenu } from "@/components/ui/dropdown-menu";
import { whenIdle } from "@/components/ui/load-code";
import { onDemand } from "@/components/ui/on-demand";
import { useNextFocus } from "@/components/ui/use-next-focus";
import { isText } from "@/lib/diary/client";
import type { FoodEntry, Meal } from "@/lib/diary/schemas";
import type { TodayPage } from "@/lib/insights/schemas";
import { loggedAmount, ReplaceDialog, useDiaryActions, useDiaryState, useFavourites } from "../diary";
import { foodPath } from "../food";
import type { Selection } from "./selection";
import type { Repeat } from "./usual-meal-card";

/** Fetched when an entry is opened. */
export const EditDialog = onDemand(() => import("./edit-dialog").then((module) => module.EditDialog));
const PlaceDialog = onDemand(() => import("./place-dialog").then((module) => module.PlaceDialog));

/** What can be done with an entry: another portion or food, another meal or day, delete. */
export const EntryMenu = ({ entry }: { entry: FoodEntry }) => {
  const { remove } = useDiaryActions();
  const { has, toggle } = useFavourites();
  const starred = has(entry.food);
  const router = useRouter();
  const [dialog, setDialog] = useState<"edit" | "replace" | "move" | "copy" | null>(null);
  const text = isText(entry.food);
  const { button, beforeRemoval } = useNextFocus("entry");
  const close = () => {
    setDialog(null);
    // The menu that opened the dialog is gone, so the dialog cannot give the focus back by itself.
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <>
      <DropdownMenu
        trigger={
          <IconButton ref={button} data-next-focus="entry" label={`Change ${entry.name}`} size="s">
            <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        }
        actions={[
          { icon: <Pencil aria-hidden />, label: "Edit", onSelect: () => setDialog("edit") },
          {
            icon: <Replace aria-hidden />,
            label: text ? "Match to a food…" : "Replace food…",
            onSelect: () => setDialog("replace"),
          },
          ...(text
            ? []
            : [
                {
                  icon: <BookOpen aria-hidden />,
                  label: "Open the food’s page",
                  onSelect: () => router.push(foodPath(entry.food)),
                },
              ]),
          {
            icon: <ArrowRightLeft aria-hidden />,
            label: "Move to another meal or day",
            onSelect: () => setDialog("move"),
          },
          {
            icon: <Copy aria-hidden />,
            label: "Copy to another meal or day",
            onSelect: () => setDialog("copy"),
          },
          ...(text
            ? []
            : [
                {
                  icon: starred ? <StarOff aria-hidden /> : <Star aria-hidden />,
                  label: starred ? "Remove from favourites" : "Add to favourites",
                  onSelect: () => toggle(entry.food, entry.name, loggedAmount(entry)),
                },
              ]),
          "rule",
          {
            icon: <Trash2 aria-hidden />,
            tone: "danger",
            label: "Delete",
            onSelect: () => {
              beforeRemoval();
              remove(entry);
            },
          },
        ]}
      />
      {dialog === "edit" && <EditDialog entry={entry} onClose={close} />}
      {dialog === "replace" && (
        <ReplaceDialog
          name={entry.name}
          food={entry.food}
          entry={entry.id}
          title={text ? "Match to a food" : "Replace food"}
          onClose={close}
        />
      )}
      {(dialog === "move" || dialog === "copy") && (
        <PlaceDialog
          kind={dialog}
          entries={[entry]}
          from={entry.date}
          single={dialog === "move"}
          onClose={close}
        />
      )}
    </>
  );
};

type MealMenuProps = {
  meal: Meal;
  date: string;
  entries: readonly FoodEntry[];
  /** Begins to select, with the meal selected. */
  onSelect: () => void;
};

/** What can be done with a whole meal. */
export const MealMenu = ({ meal, date, entries, onSelect }: MealMenuProps) => {
  const { removeAll } = useDiaryActions();
  const button = useRef<HTMLButtonElement>(null);
  const [dialog, setDialog] = useState<"copy" | "move" | null>(null);
  return (
    <>
      <DropdownMenu
        align="start"
        trigger={
          <IconButton ref={button} label={`Change ${meal}`} size="s">
            <Ellipsis size={16} strokeWidth={1.75} aria-hidden />
          </IconButton>
        }
        actions={[
          { icon: <Copy aria-hidden />, label: `Copy ${meal} to…`, onSelect: () => setDialog("copy") },
          {
            icon: <ArrowRightLeft aria-hidden />,
            label: `Move ${meal} to…`,
            onSelect: () => setDialog("move"),
          },
          { icon: <ListChecks aria-hidden />, label: "Select its foods", onSelect },
          "rule",
          {
            icon: <Trash2 aria-hidden />,
            tone: "danger",
            label: `Delete ${meal}`,
            onSelect: () => removeAll(entries),
          },
        ]}
      />
      {dialog && (
        <PlaceDialog
          kind={dialog}
          entries={entries}
          from={date}
          onClose={() => {
            setDialog(null);
            // The menu that opened the dialog is gone, so the dialog cannot give the focus back by itself.
            requestAnimationFrame(() => button.current?.focus());
          }}
        />
      )}
    </>
  );
};

/** The meals of the day before that can be repeated: those without entries today. */
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
