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
import { ignoreSecondPress, useSecondPress } from "@/components/ui/second-press";
import { dismissToast, dismissToasts, showToast } from "@/components/ui/toast";
import type { TodayPage } from "@/lib/insights/schemas";
import type { DayChange } from "./day-change";

/** A change that could not be saved; kept until it is sent again or discarded. */
export type FailedChange = { readonly key: string; readonly change: DayChange; readonly message: string };

/** What the actions of `diary-actions.ts` are made of. The same object for as long as the person's day lasts. */
export type DiaryCore = {
  /** Saves a change and shows a toast whose Undo commits its opposite. */
  readonly commitWithUndo: (change: DayChange, back: DayChange, said: string, description?: string) => void;
  /** Undoes the last change. @returns false when there is none. */
  readonly undoLast: () => boolean;
  /** Sends a change again that failed. */
  readonly retry: (change: DayChange) => void;
  /** Discards a failed change. */
  readonly discard: (failed: FailedChange) => void;
  /** Names the day whose page is open, as the server knows it; null when it closes. */
  readonly showDay: (page: TodayPage | null) => void;
};

type DiaryState = {
  /** Changes on their way to the server, oldest first. */
  readonly pending: readonly DayChange[];
  readonly failed: readonly FailedChange[];
  readonly canUndo: boolean;
};

const CoreContext = createContext<DiaryCore | null>(null);
const StateContext = createContext<DiaryState | null>(null);
const TodayContext = createContext<string | null>(null);
const ShownDayContext = createContext<TodayPage | null>(null);

const useProvided = <T,>(context: Context<T | null>): T => {
  const value = useContext(context);
  if (value === null) throw new Error("No DiaryProvider");
  return value;
};

/**
 * The diary functions that never change; a component that uses only these is not rendered again.
 * @throws Error outside {@link DiaryProvider}.
 */
export const useDiaryCore = (): DiaryCore => useProvided(CoreContext);

/** What is not saved yet. @throws Error outside {@link DiaryProvider}. */
export const useDiaryState = (): DiaryState => useProvided(StateContext);

/** The person's own today, as the server last knew it. @throws Error outside {@link DiaryProvider}. */
export const useToday = (): string => useProvided(TodayContext);

/** The day whose page is open, as the server knows it: without the pending changes. Null on other pages. */
export const useShownDay = (): TodayPage | null => useContext(ShownDayContext);

const UNREACHABLE = "The server could not be reached.";

/** The subject of a change. A later change of the same subject replaces an earlier failure. */
const changeKey = (change: DayChange): string => {
  if (change.kind === "batch") return change.id;
  if (change.kind === "plan" || change.kind === "unplan") return `plan ${change.plan.id}`;
  if (change.kind === "mark") return `mark ${change.date}`;
  if (change.kind === "take" || change.kind === "untake") return change.dose.entry.id;
  return change.kind === "put" ? change.after.id : change.entry.id;
};

type Undoable = { readonly change: DayChange; readonly undo: () => void };

/** Maximum number of changes that can be undone in sequence. */
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
      keep([...stack.current, { change, undo }]);
    },
    [keep, forget],
  );
  const undoLast = useCallback((): boolean => {
    const last = stack.current.at(-1);
    if (!last) return false;
    last.undo();
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
          // On demand: it names every server action of the diary, and no page needs them to be shown.
          const { sendChange } = await import("./send-change");
          const result = await sendChange(change);
          if (!result.ok) message = Object.values(result.error.fields ?? {})[0] ?? result.error.message;
        } catch {
          message = UNREACHABLE;
        }
        if (message !== null) {
          const failure = { key, change, message };
          // Corrects the toast, which reported success.
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

  const latest = useRef({ shownDay, pending });
  useEffect(() => {
    latest.current = { shownDay, pending };
  });
  const core = useMemo<DiaryCore>(
    () => ({
      commitWithUndo: (change, back, said, description) => {
        commit(change);
        ignoreSecondPress();
        offer(
          change,
          said,
          () => {
            const { shownDay, pending } = latest.current;
            commit(back);
            // On demand: what it says is needed after an Undo only.
            import("./undone").then(
              ({ sayUndone }) => sayUndone(back, shownDay, pending, today),
              () => {},
            );
          },
          description,
        );
      },
      undoLast,
      retry: commit,
      discard: (given) => setFailed((all) => all.filter((other) => other !== given)),
      showDay,
    }),
    [commit, offer, undoLast, today],
  );
  const state = useMemo<DiaryState>(() => ({ pending, failed, canUndo }), [pending, failed, canUndo]);
  return (
    <TodayContext value={today}>
      <CoreContext value={core}>
        <ShownDayContext value={shownDay}>
          <StateContext value={state}>{children}</StateContext>
        </ShownDayContext>
      </CoreContext>
    </TodayContext>
  );
};
