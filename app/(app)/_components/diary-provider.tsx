"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useOptimistic,
  useRef,
  useState,
  useTransition,
} from "react";
import { toast } from "sonner";
import { showToast } from "@/components/ui/toast";
import type { EntryInput, FoodEntry, Meal } from "@/lib/diary/schemas";
import type { ActionResult } from "@/lib/http";
import type { DoseView, TodayPage } from "@/lib/insights/schemas";
import { moveEntry, putEntry, removeEntry, restoreEntry, setDayComplete } from "../diary/actions";
import { logDose } from "../supplements/actions";
import type { DayChange } from "./day-change";
import { dayWords } from "./meal-words";
import { portionWords } from "./measure";

/** A change that could not be saved. It waits here until it is sent again or given up. */
export type FailedChange = { readonly key: string; readonly change: DayChange; readonly message: string };

type Diary = {
  /** The person's own today, as the server last knew it. */
  today: string;
  /** Changes on their way to the server, oldest first. */
  pending: readonly DayChange[];
  failed: readonly FailedChange[];
  /** Saves a new entry; the toast offers Undo. */
  add: (entry: FoodEntry, input: EntryInput) => void;
  /** Replaces an entry by one with another portion. */
  edit: (before: FoodEntry, after: FoodEntry, input: EntryInput) => void;
  remove: (entry: FoodEntry) => void;
  move: (entry: FoodEntry, to: { date: string; meal: Meal }) => void;
  /** Logs a dose of a supplement as taken, once; the toast offers Undo. */
  take: (dose: DoseView) => void;
  untake: (dose: DoseView) => void;
  mark: (date: string, complete: boolean) => void;
  retry: (key: string) => void;
  discard: (key: string) => void;
  /** The day whose page is open, as the server knows it; the palette shows it too. */
  shownDay: TodayPage | null;
  showDay: (page: TodayPage | null) => void;
};

const DiaryContext = createContext<Diary | null>(null);

/** The diary of the signed-in area; see {@link DiaryProvider}. @throws Error outside it. */
export const useDiary = (): Diary => {
  const diary = useContext(DiaryContext);
  if (!diary) throw new Error("useDiary needs a DiaryProvider around it");
  return diary;
};

/** A dose of a supplement that is gone has no slot to be taken in: its entry is put back instead. */
const takeDose = ({ supplement, slot, entry }: DoseView): Promise<ActionResult<unknown>> =>
  slot === null ? restoreEntry({ id: entry.id }) : logDose({ id: supplement, date: entry.date, slot });

const send = (change: DayChange): Promise<ActionResult<unknown>> => {
  switch (change.kind) {
    case "put":
      return putEntry({ id: change.after.id, entry: change.input });
    case "remove":
      return removeEntry({ id: change.entry.id });
    case "restore":
      return restoreEntry({ id: change.entry.id });
    case "move":
      return moveEntry({ id: change.entry.id, ...change.to });
    case "take":
      return takeDose(change.dose);
    case "untake":
      return removeEntry({ id: change.dose.entry.id });
    case "mark":
      return setDayComplete({ date: change.date, complete: change.complete });
  }
};

/** One thing can fail in one way at a time: a later change of the same entry replaces the earlier failure. */
const keyOf = (change: DayChange): string => {
  if (change.kind === "mark") return `mark ${change.date}`;
  if (change.kind === "take" || change.kind === "untake") return change.dose.entry.id;
  return change.kind === "put" ? change.after.id : change.entry.id;
};

const UNREACHABLE = "The server could not be reached.";

/** An entry as the diary takes it, for putting back what it was. */
export const inputOf = (entry: FoodEntry): EntryInput => ({
  date: entry.date,
  time: entry.time,
  meal: entry.meal,
  food: entry.food,
  amount:
    entry.portion === null
      ? { grams: entry.grams }
      : { portion: entry.portion.id, count: entry.portion.count },
  preparation: entry.preparation,
  note: entry.note,
});

/**
 * Holds every change to the diary from the moment the person makes it until the server has it. The page shows it at
 * once; if it cannot be saved it is neither lost nor counted, but waits with its message to be sent again.
 */
export const DiaryProvider = ({ today, children }: { today: string; children: ReactNode }) => {
  const [pending, addPending] = useOptimistic<readonly DayChange[], DayChange>([], (all, change) => [
    ...all,
    change,
  ]);
  const [failed, setFailed] = useState<readonly FailedChange[]>([]);
  const [shownDay, showDay] = useState<Diary["shownDay"]>(null);
  const [, startTransition] = useTransition();

  const run = useCallback(
    (change: DayChange) => {
      const key = keyOf(change);
      startTransition(async () => {
        addPending(change);
        setFailed((all) => all.filter((other) => other.key !== key));
        let message: string | null = null;
        try {
          const result = await send(change);
          if (!result.ok) message = Object.values(result.error.fields ?? {})[0] ?? result.error.message;
        } catch {
          message = UNREACHABLE;
        }
        if (message !== null) {
          const failure = { key, change, message };
          // What was said to be done is not.
          toast.dismiss();
          startTransition(() => setFailed((all) => [...all.filter((other) => other.key !== key), failure]));
        }
      });
    },
    [addPending],
  );

  const retryAll = useRef<() => void>(() => {});
  useEffect(() => {
    retryAll.current = () => {
      for (const { change, message } of failed) if (message === UNREACHABLE) run(change);
    };
  });
  useEffect(() => {
    const onOnline = () => retryAll.current();
    window.addEventListener("online", onOnline);
    return () => window.removeEventListener("online", onOnline);
  }, []);
  // Leaving the page would lose what could not be saved; the browser asks first.
  useEffect(() => {
    if (failed.length === 0) return;
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", onLeave);
    return () => window.removeEventListener("beforeunload", onLeave);
  }, [failed]);

  const diary = useMemo<Diary>(
    () => ({
      today,
      pending,
      failed,
      shownDay,
      showDay,
      add: (entry, input) => {
        run({ kind: "put", before: null, after: entry, input });
        const day = entry.date === today ? "" : `, ${dayWords(entry.date, today)}`;
        showToast(`${entry.name} added to ${entry.meal}${day}`, {
          description: portionWords(entry.portion, entry.grams),
          onUndo: () => run({ kind: "remove", entry }),
        });
      },
      edit: (before, after, input) => {
        run({ kind: "put", before, after, input });
        showToast(`${after.name} is now ${portionWords(after.portion, after.grams)}`, {
          onUndo: () => run({ kind: "put", before: after, after: before, input: inputOf(before) }),
        });
      },
      remove: (entry) => {
        run({ kind: "remove", entry });
        showToast(`${entry.name} removed from ${entry.meal}`, {
          onUndo: () => run({ kind: "restore", entry }),
        });
      },
      move: (entry, to) => {
        const moved = { ...entry, ...to };
        run({ kind: "move", entry, to });
        const day = to.date === entry.date ? "" : `, ${dayWords(to.date, today)}`;
        showToast(`${entry.name} moved to ${to.meal}${day}`, {
          onUndo: () => run({ kind: "move", entry: moved, to: { date: entry.date, meal: entry.meal } }),
        });
      },
      take: (dose) => {
        run({ kind: "take", dose });
        showToast(`${dose.entry.name} taken`, { onUndo: () => run({ kind: "untake", dose }) });
      },
      untake: (dose) => {
        run({ kind: "untake", dose });
        showToast(`${dose.entry.name} not taken`, { onUndo: () => run({ kind: "take", dose }) });
      },
      mark: (date, complete) => run({ kind: "mark", date, complete }),
      retry: (key) => {
        const found = failed.find((failure) => failure.key === key);
        if (found) run(found.change);
      },
      discard: (key) => setFailed((all) => all.filter((other) => other.key !== key)),
    }),
    [today, pending, failed, shownDay, run],
  );
  return <DiaryContext value={diary}>{children}</DiaryContext>;
};
