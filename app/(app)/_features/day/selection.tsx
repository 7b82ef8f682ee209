"use client";

import { ArrowRightLeft, Copy, Trash2 } from "lucide-react";
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Button } from "@/components/ui/button";
import { onDemand } from "@/components/ui/on-demand";
import { RowTick } from "@/components/ui/tick";
import { dismissToasts } from "@/components/ui/toast";
import type { FoodEntry, Meal } from "@/lib/diary/schemas";
import { useDiaryActions } from "../diary";

const PlaceDialog = onDemand(() => import("./place-dialog").then((module) => module.PlaceDialog));

export type Selection = {
  readonly selecting: boolean;
  /** The selected entries, in the order of the page. */
  readonly selected: readonly FoodEntry[];
  readonly start: (entries: readonly FoodEntry[]) => void;
  readonly stop: () => void;
  /** Selects some, or no longer. */
  readonly set: (entries: readonly FoodEntry[], on: boolean) => void;
  /** The button that begins and ends it; it has the focus when all is done. */
  readonly button: RefObject<HTMLButtonElement | null>;
  /** What the area with the rows listens to: a long press begins, a tap on a row selects, Escape ends. */
  readonly area: {
    readonly onPointerDown: (event: PointerEvent) => void;
    readonly onPointerMove: (event: PointerEvent) => void;
    readonly onPointerUp: () => void;
    readonly onPointerCancel: () => void;
    readonly onContextMenu: (event: MouseEvent) => void;
    readonly onClick: (event: MouseEvent) => void;
    readonly onKeyDown: (event: KeyboardEvent) => void;
  };
};

/** A finger that rests this long on a row selects it, as long as it moves less than so many pixels. */
const LONG_PRESS_MS = 500;
const STILL_PX = 10;

const CONTROL = "button, a, input, label, select, [role=menu], [role=dialog]";

const findRowId = (target: EventTarget): string | null => {
  if (!(target instanceof Element) || target.closest(CONTROL)) return null;
  return target.closest("[data-entry]")?.getAttribute("data-entry") ?? null;
};

/** Which entries of the page are selected, to be moved, copied or deleted together. */
export const useSelection = (entries: readonly FoodEntry[]): Selection => {
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const pressed = useRef(false);
  const selected = useMemo(() => entries.filter(({ id }) => ids?.has(id)), [entries, ids]);
  const selecting = ids !== null && entries.length > 0;
  useEffect(() => () => clearTimeout(press.current?.timer), []);

  const start = (first: readonly FoodEntry[]) => {
    // On a phone it would lie over the bar with what to do.
    dismissToasts();
    setIds(new Set(first.map(({ id }) => id)));
  };
  const stop = () => {
    setIds(null);
    requestAnimationFrame(() => (button.current ?? document.getElementById("main"))?.focus());
  };
  const set = (some: readonly FoodEntry[], on: boolean) =>
    setIds((before) => {
      const next = new Set(before);
      for (const { id } of some) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  const findEntry = (target: EventTarget) => {
    const id = findRowId(target);
    return entries.find((entry) => entry.id === id);
  };
  const lift = () => {
    clearTimeout(press.current?.timer);
    press.current = null;
  };
  return {
    selecting,
    selected,
    start,
    stop,
    set,
    button,
    area: {
      onPointerDown: (event) => {
        pressed.current = false;
        const entry = findEntry(event.target);
        if (event.pointerType !== "touch" || selecting || !entry) return;
        lift();
        const timer = setTimeout(() => {
          pressed.current = true;
          start([entry]);
        }, LONG_PRESS_MS);
        press.current = { timer, x: event.clientX, y: event.clientY };
      },
      onPointerMove: (event) => {
        const at = press.current;
        if (at && Math.hypot(event.clientX - at.x, event.clientY - at.y) > STILL_PX) lift();
      },
      onPointerUp: lift,
      onPointerCancel: lift,
      // The browser's own answer to a long press would lie over the selection.
      onContextMenu: (event) => (pressed.current || press.current) && event.preventDefault(),
      onClick: (event) => {
        const entry = selecting && !pressed.current && findEntry(event.target);
        pressed.current = false;
        if (entry) set([entry], !ids?.has(entry.id));
      },
      onKeyDown: (event) => {
        if (event.key === "Escape" && selecting && !event.defaultPrevented) stop();
      },
    },
  };
};

/** The check mark of one entry. */
export const SelectBox = ({ entry, selection }: { entry: FoodEntry; selection: Selection }) => (
  <RowTick
    label={`Select ${entry.name}`}
    checked={selection.selected.includes(entry)}
    onChange={(event) => selection.set([entry], event.target.checked)}
  />
);

/** Selects a whole meal, or none of it. */
export const SelectMeal = ({
  meal,
  entries,
  selection,
}: {
  meal: Meal;
  entries: readonly FoodEntry[];
  selection: Selection;
}) => {
  const all = entries.every((entry) => selection.selected.includes(entry));
  return (
    <Button size="s" variant="ghost" onClick={() => selection.set(entries, !all)}>
      {all ? "None" : "All"} <span className="sr-only">of {meal}</span>
    </Button>
  );
};

/** What is done with the selected entries, at the foot of the screen. */
export const SelectionBar = ({ date, selection }: { date: string; selection: Selection }) => {
  const { removeAll } = useDiaryActions();
  const [dialog, setDialog] = useState<"copy" | "move" | null>(null);
  const { selected, selecting, stop } = selection;
  if (!selecting) return null;
  const none = selected.length === 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons for what is selected, not fields of a form
    <div
      role="group"
      aria-label="Selected entries"
      className="no-print sticky bottom-4 z-20 mt-3 flex flex-wrap items-center gap-2 rounded-lg border border-line-2 bg-raised py-2 pr-2 pl-4 shadow-pop phone:bottom-[calc(72px+env(safe-area-inset-bottom))] phone:gap-1.5 phone:pl-3"
    >
      <p role="status" className="min-w-0 flex-1 font-medium">
        {selected.length} selected
      </p>
      <Button disabled={none} onClick={() => setDialog("move")}>
        <ArrowRightLeft size={14} strokeWidth={1.75} aria-hidden />
        Move
      </Button>
      <Button disabled={none} onClick={() => setDialog("copy")}>
        <Copy size={14} strokeWidth={1.75} aria-hidden />
        Copy
      </Button>
      <Button
        disabled={none}
        variant="danger"
        onClick={() => {
          removeAll(selected);
          stop();
        }}
      >
        <Trash2 size={14} strokeWidth={1.75} aria-hidden />
        Delete
      </Button>
      {dialog && (
        <PlaceDialog
          kind={dialog}
          entries={selected}
          from={date}
          onClose={() => setDialog(null)}
          onDone={stop}
        />
      )}
    </div>
  );
};
