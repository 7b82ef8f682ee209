"use client";

import {
  type Context,
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
import {
  changeEntries,
  moveEntry,
  planFood,
  putEntry,
  removeEntry,
  restoreEntry,
  setDayMark,
  unplanFood,
} from "@/app/(app)/diary/actions";
import { logDose } from "@/app/(app)/supplements/actions";
import { ignoreSecondPress, useSecondPress } from "@/components/ui/second-press";
import { dismissToast, dismissToasts, showToast } from "@/components/ui/toast";
import type { EntryInput, FoodEntry, Meal } from "@/lib/diary/schemas";
import { portionWords } from "@/lib/format";
import type { ActionResult } from "@/lib/http";
import type { DoseView, TodayPage } from "@/lib/insights/schemas";
import type { DayMark } from "@/lib/nutrition";
import {
  backBatch,
  changesOf,
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
import { inputOf, planInput } from "./entry";
import { dayWords } from "./meal-words";

/** A change that could not be saved; kept until it is sent again or given up. */
export type FailedChange = { readonly key: string; readonly change: DayChange; readonly message: string };

/** What can be done to the diary. The same object for as long as the person's day lasts. */
type DiaryActions = {
  /** Saves a new entry. */
  add: (entry: FoodEntry, input: EntryInput) => void;
  /** Saves the foods of one meal together or not at all. */
  addAll: (added: readonly NewEntry[], to: { date: string; meal: Meal }) => void;
  /** Replaces an entry by one with another portion. */
  edit: (before: FoodEntry, after: FoodEntry, input: EntryInput) => void;
  remove: (entry: FoodEntry) => void;
  move: (entry: FoodEntry, to: { date: string; meal: Meal }) => void;
  /** Logs a dose of a supplement as taken, once. */
  take: (dose: DoseView) => void;
  untake: (dose: DoseView) => void;
  /** Marks whether everything eaten on a day is logged. @param before the mark until now, for Undo. */
  mark: (date: string, to: DayMark, before: DayMark) => void;
  /** Plans a food for its day and meal; it is in no total until an entry with its id is added. */
  plan: (food: FoodEntry) => void;
  unplan: (food: FoodEntry) => void;
  /** Logs the same foods again. @param said what the toast says, "Usual breakfast added". */
  copyAll: (entries: readonly FoodEntry[], to: Place, said?: string) => void;
  moveAll: (entries: readonly FoodEntry[], to: Place) => void;
  removeAll: (entries: readonly FoodEntry[]) => void;
  /** Undoes the last change. @returns false when there is none. */
  undoLast: () => boolean;
  /** Sends a change again that failed. */
  retry: (change: DayChange) => void;
  /** Gives a failed change up. */
  discard: (failed: FailedChange) => void;
  /** Names the day whose page is open, as the server knows it; null when it closes. */
  showDay: (page: TodayPage | null) => void;
};

type DiaryState = {
  /** Changes on their way to the server, oldest first. */
  readonly pending: readonly DayChange[];
  readonly failed: readonly FailedChange[];
  readonly canUndo: boolean;
};

const ActionsContext = createContext<DiaryActions | null>(null);
const StateContext = createContext<DiaryState | null>(null);
const TodayContext = createContext<string | null>(null);
const ShownDayContext = createContext<TodayPage | null>(null);

const useProvided = <T,>(context: Context<T | null>): T => {
  const value = useContext(context);
  if (value === null) throw new Error("The diary needs a DiaryProvider around it");
  return value;
};

/** What can be done to the diary; using it alone never renders again. @throws Error outside {@link DiaryProvider}. */
export const useDiaryActions = (): DiaryActions => useProvided(ActionsContext);

/** What is not saved yet. @throws Error outside {@link DiaryProvider}. */
export const useDiaryState = (): DiaryState => useProvided(StateContext);

/** The person's own today, as the server last knew it. @throws Error outside {@link DiaryProvider}. */
export const useToday = (): string => useProvided(TodayContext);

/** The day whose page is open, as the server knows it: without the pending changes. Null on other pages. */
export const useShownDay = (): TodayPage | null => useContext(ShownDayContext);

const MARKED = {
  complete: "Marked as complete",
  incomplete: "Marked as not everything logged",
  none: "No longer marked",
} as const;

const UNREACHABLE = "The server could not be reached.";

/** A dose of a supplement that is gone has no slot to be taken in: its entry is restored instead. */
const takeDose = ({ supplement, slot, entry }: DoseView): Promise<ActionResult<unknown>> =>
  slot === null
    ? restoreEntry({ id: entry.id })
    : logDose({ id: supplement, date: entry.date, slot, count: entry.portion?.count });

/** Sends a change to the server. */
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
    case "batch":
      return changeEntries({ changes: changesOf(change) });
    case "plan":
      return planFood({ id: change.plan.id, plan: planInput(change.plan) });
    case "unplan":
      return unplanFood({ id: change.plan.id });
    case "mark":
      return setDayMark({ date: change.date, mark: change.to });
  }
};

/** What a change is about. A later change of the same replaces its failure: each fails in one way at a time. */
const changeKey = (change: DayChange): string => {
  if (change.kind === "batch") return change.id;
  if (change.kind === "plan" || change.kind === "unplan") return `plan ${change.plan.id}`;
  if (change.kind === "mark") return `mark ${change.date}`;
  if (change.kind === "take" || change.kind === "untake") return change.dose.entry.id;
  return change.kind === "put" ? change.after.id : change.entry.id;
};

type Undoable = { readonly change: DayChange; readonly said: string; readonly undo: () => void };

/** How many changes can be undone one after the other. */
const MAX_UNDO = 50;

/**
 * The changes that can be undone, the last first: by their toast, or one after the other on any page. Each is undone
 * once, and its toast goes with it.
 */
const useUndo = () => {
  const stack = useRef<readonly Undoable[]>([]);
  const [canUndo, setCanUndo] = useState(false);
  const keep = useCallback((items: readonly Undoable[]) => {
    stack.current = items.slice(-MAX_UNDO);
    setCanUndo(items.length > 0);
  }, []);
  const forget = useCallback(
    (change: DayChange) => keep(stack.current.filter((item) => item.change !== change)),
    [keep],
  );
  /** Says what was changed, with an Undo that is also kept for {@link undoLast}. */
  const offer = useCallback(
    (change: DayChange, said: string, back: () => void, description?: string) => {
      let used = false;
      const undo = () => {
        if (used) return;
        used = true;
        forget(change);
        dismissToast(toast);
        back();
      };
      const toast = showToast(said, { onUndo: undo, ...(description !== undefined && { description }) });
      keep([...stack.current, { change, said, undo }]);
    },
    [keep, forget],
  );
  const undoLast = useCallback((): boolean => {
    const last = stack.current.at(-1);
    if (!last) return false;
    last.undo();
    showToast(`Undone: ${last.said}`);
    return true;
  }, []);
  return { offer, forget, undoLast, canUndo };
};

/**
 * Holds every change to the diary from the moment the person makes it until the server has it. The page shows it at
 * once; one that cannot be saved is kept with its message, to be sent again, and is in no total.
 */
export const DiaryProvider = ({ today, children }: { today: string; children: ReactNode }) => {
  const [pending, addPending] = useOptimistic<readonly DayChange[], DayChange>([], (all, change) => [
    ...all,
    change,
  ]);
  const [failed, setFailed] = useState<readonly FailedChange[]>([]);
  const [shownDay, showDay] = useState<TodayPage | null>(null);
  const [, startTransition] = useTransition();
  const { offer, forget, undoLast, canUndo } = useUndo();
  useSecondPress();

  const commit = useCallback(
    (change: DayChange) => {
      const key = changeKey(change);
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
          // The toast said that it was done.
          dismissToasts();
          forget(change);
          startTransition(() => setFailed((all) => [...all.filter((other) => other.key !== key), failure]));
        }
      });
    },
    [addPending, forget],
  );

  // A layout effect: a network that comes back as soon as the failure is shown finds the listener.
  useLayoutEffect(() => {
    const onOnline = () => {
      for (const { change, message } of failed) if (message === UNREACHABLE) commit(change);
    };
    window.addEventListener("online", onOnline);
    return () => window.removeEventListener("online", onOnline);
  }, [failed, commit]);
  // Leaving the page would lose what could not be saved; the browser asks first.
  useEffect(() => {
    if (failed.length === 0) return;
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", onLeave);
    return () => window.removeEventListener("beforeunload", onLeave);
  }, [failed]);

  const actions = useMemo<DiaryActions>(() => {
    /** Commits a change and shows a toast whose Undo commits its opposite. */
    const commitWithUndo = (change: DayChange, back: DayChange, said: string, description?: string) => {
      commit(change);
      ignoreSecondPress();
      offer(change, said, () => commit(back), description);
    };
    const batch = (change: Batch, said: string) => {
      if (change.steps.length > 0) commitWithUndo(change, backBatch(change), said);
    };
    return {
      add: (entry, input) => {
        const day = entry.date === today ? "" : `, ${dayWords(entry.date, today)}`;
        commitWithUndo(
          { kind: "put", before: null, after: entry, input },
          { kind: "remove", entry },
          `${entry.name} added to ${entry.meal}${day}`,
          portionWords(entry.portion, entry.grams),
        );
      },
      edit: (before, after, input) =>
        commitWithUndo(
          { kind: "put", before, after, input },
          { kind: "put", before: after, after: before, input: inputOf(before) },
          `${after.name} is now ${portionWords(after.portion, after.grams)}`,
        ),
      remove: (entry) =>
        commitWithUndo(
          { kind: "remove", entry },
          { kind: "restore", entry },
          `${entry.name} removed from ${entry.meal}`,
        ),
      move: (entry, to) => {
        const day = to.date === entry.date ? "" : `, ${dayWords(to.date, today)}`;
        commitWithUndo(
          { kind: "move", entry, to },
          { kind: "move", entry: { ...entry, ...to }, to: { date: entry.date, meal: entry.meal } },
          `${entry.name} moved to ${to.meal}${day}`,
        );
      },
      take: (dose) =>
        commitWithUndo({ kind: "take", dose }, { kind: "untake", dose }, `${dose.entry.name} taken`),
      untake: (dose) =>
        commitWithUndo({ kind: "untake", dose }, { kind: "take", dose }, `${dose.entry.name} not taken`),
      mark: (date, to, before) =>
        commitWithUndo({ kind: "mark", date, to }, { kind: "mark", date, to: before }, MARKED[to ?? "none"]),
      plan: (food) =>
        commitWithUndo({ kind: "plan", plan: food }, { kind: "unplan", plan: food }, `${food.name} planned`),
      unplan: (food) =>
        commitWithUndo(
          { kind: "unplan", plan: food },
          { kind: "plan", plan: food },
          `${food.name} no longer planned`,
        ),
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
      retry: commit,
      discard: (given) => setFailed((all) => all.filter((other) => other !== given)),
      showDay,
    };
  }, [today, commit, offer, undoLast]);
  const state = useMemo<DiaryState>(() => ({ pending, failed, canUndo }), [pending, failed, canUndo]);
  return (
    <TodayContext value={today}>
      <ActionsContext value={actions}>
        <ShownDayContext value={shownDay}>
          <StateContext value={state}>{children}</StateContext>
        </ShownDayContext>
      </ActionsContext>
    </TodayContext>
  );
};
