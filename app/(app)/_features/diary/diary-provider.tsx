"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useOptimistic,
  useRef,
  useState,
  useTransition,
} from "react";
import { ignoreSecondPress, useSecondPress } from "@/components/ui/second-press";
import { dismissToasts } from "@/components/ui/toast";
import type { EntryInput, FoodEntry, Meal } from "@/lib/diary/schemas";
import { portionWords } from "@/lib/format";
import type { DoseView, TodayPage } from "@/lib/insights/schemas";
import type { DayMark } from "@/lib/nutrition";
import {
  backBatch,
  copyBatch,
  foodsWords,
  moveBatch,
  type NewEntry,
  type Place,
  placeWords,
  putBatch,
  removeBatch,
} from "./batch-change";
import type { Batch, DayChange } from "./day-change";
import { dayWords } from "./meal-words";
import { keyOf, send } from "./send-change";
import { useUndo } from "./undo";

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
  /** Saves the foods of one meal together or not at all; the toast offers Undo for all of them. */
  addAll: (added: readonly NewEntry[], to: { date: string; meal: Meal }) => void;
  /** Replaces an entry by one with another portion. */
  edit: (before: FoodEntry, after: FoodEntry, input: EntryInput) => void;
  remove: (entry: FoodEntry) => void;
  move: (entry: FoodEntry, to: { date: string; meal: Meal }) => void;
  /** Logs a dose of a supplement as taken, once; the toast offers Undo. */
  take: (dose: DoseView) => void;
  untake: (dose: DoseView) => void;
  /** Says of a day whether everything is logged; `before` is what was said until now. */
  mark: (date: string, to: DayMark, before: DayMark) => void;
  /** Plans a food for its day and meal; it counts nowhere until an entry with its id is added. */
  plan: (food: FoodEntry) => void;
  unplan: (food: FoodEntry) => void;
  /** Logs the same again somewhere; `said` is what the toast says, "Usual breakfast added". */
  copyAll: (entries: readonly FoodEntry[], to: Place, said?: string) => void;
  moveAll: (entries: readonly FoodEntry[], to: Place) => void;
  removeAll: (entries: readonly FoodEntry[]) => void;
  /** Takes the last change back. @returns false when there is none. */
  undoLast: () => boolean;
  canUndo: boolean;
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

const MARKED = {
  complete: "Marked as complete",
  incomplete: "Marked as not everything logged",
  none: "No longer marked",
} as const;

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
  const { offer, drop, undoLast, canUndo } = useUndo();
  useSecondPress();

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
          dismissToasts();
          drop(change);
          startTransition(() => setFailed((all) => [...all.filter((other) => other.key !== key), failure]));
        }
      });
    },
    [addPending, drop],
  );
  /** Makes a change and says so, with the way back. */
  const did = useCallback(
    (change: DayChange, back: DayChange, said: string, description?: string) => {
      run(change);
      ignoreSecondPress();
      offer(change, said, () => run(back), description);
    },
    [run, offer],
  );

  const retryAll = useRef<() => void>(() => {});
  // Before it is seen that something failed, so that a network that comes back at once finds it.
  useLayoutEffect(() => {
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

  const diary = useMemo<Diary>(() => {
    const batch = (change: Batch, said: string) => {
      if (change.steps.length > 0) did(change, backBatch(change), said);
    };
    return {
      today,
      pending,
      failed,
      shownDay,
      showDay,
      add: (entry, input) => {
        const day = entry.date === today ? "" : `, ${dayWords(entry.date, today)}`;
        did(
          { kind: "put", before: null, after: entry, input },
          { kind: "remove", entry },
          `${entry.name} added to ${entry.meal}${day}`,
          portionWords(entry.portion, entry.grams),
        );
      },
      edit: (before, after, input) =>
        did(
          { kind: "put", before, after, input },
          { kind: "put", before: after, after: before, input: inputOf(before) },
          `${after.name} is now ${portionWords(after.portion, after.grams)}`,
        ),
      remove: (entry) =>
        did(
          { kind: "remove", entry },
          { kind: "restore", entry },
          `${entry.name} removed from ${entry.meal}`,
        ),
      move: (entry, to) => {
        const day = to.date === entry.date ? "" : `, ${dayWords(to.date, today)}`;
        did(
          { kind: "move", entry, to },
          { kind: "move", entry: { ...entry, ...to }, to: { date: entry.date, meal: entry.meal } },
          `${entry.name} moved to ${to.meal}${day}`,
        );
      },
      take: (dose) => did({ kind: "take", dose }, { kind: "untake", dose }, `${dose.entry.name} taken`),
      untake: (dose) => did({ kind: "untake", dose }, { kind: "take", dose }, `${dose.entry.name} not taken`),
      mark: (date, to, before) =>
        did({ kind: "mark", date, to }, { kind: "mark", date, to: before }, MARKED[to ?? "none"]),
      plan: (food) =>
        did({ kind: "plan", plan: food }, { kind: "unplan", plan: food }, `${food.name} planned`),
      unplan: (food) =>
        did({ kind: "unplan", plan: food }, { kind: "plan", plan: food }, `${food.name} no longer planned`),
      addAll: (added, to) =>
        batch(
          putBatch(added, to, today),
          `${foodsWords(added.map(({ entry }) => entry))} added to ${to.meal}${to.date === today ? "" : `, ${dayWords(to.date, today)}`}`,
        ),
      copyAll: (entries, to, said) =>
        batch(
          copyBatch(entries, to, today),
          said ?? `${foodsWords(entries)} copied to ${placeWords(to, today)}`,
        ),
      moveAll: (entries, to) =>
        batch(moveBatch(entries, to, today), `${foodsWords(entries)} moved to ${placeWords(to, today)}`),
      removeAll: (entries) => batch(removeBatch(entries), `${foodsWords(entries)} removed`),
      undoLast,
      canUndo,
      retry: (key) => {
        const found = failed.find((failure) => failure.key === key);
        if (found) run(found.change);
      },
      discard: (key) => setFailed((all) => all.filter((other) => other.key !== key)),
    };
  }, [today, pending, failed, shownDay, run, did, undoLast, canUndo]);
  return <DiaryContext value={diary}>{children}</DiaryContext>;
};
