"use client";

import { useRouter } from "next/navigation";
import {
  type Context,
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { untilLoaded } from "@/components/ui/load-code";
import { ignoreSecondPress, useSecondPress } from "@/components/ui/second-press";
import type { TodayPage } from "@/lib/insights/schemas";
import { isShownAlone, startQueue, submitLater, useQueue } from "../offline";
import type { DayChange } from "./day-change";
import type { FavouriteChange } from "./favourite-change";
import type { Undoable } from "./follow-change";

/** What the actions of `diary-actions.ts` are made of. The same object for as long as the person's day lasts. */
export type DiaryCore = {
  /** Saves a change and, once it is kept, shows a toast whose Undo takes it back or commits its opposite. */
  readonly commitWithUndo: (change: DayChange, back: DayChange, said: string, description?: string) => void;
  /** Undoes the last change. @returns false when there is none. */
  readonly undoLast: () => boolean;
  /** Names the day whose page is open, as the server knows it; null when it closes. */
  readonly showDay: (page: TodayPage | null) => void;
};

type DiaryState = {
  /** Changes that the pages do not hold yet, oldest first: those that wait, and those that were answered since. */
  readonly pending: readonly DayChange[];
  /** The same of favourites. */
  readonly favourites: readonly FavouriteChange[];
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

/** Maximum number of changes that can be undone in sequence. */
const MAX_UNDO = 50;

/** The changes that can be undone one after the other on any page, the last first. */
const useUndo = () => {
  const stack = useRef<readonly Undoable[]>([]);
  const [canUndo, setCanUndo] = useState(false);
  const change = useCallback((next: (items: readonly Undoable[]) => readonly Undoable[]) => {
    stack.current = next(stack.current).slice(-MAX_UNDO);
    setCanUndo(stack.current.length > 0);
  }, []);
  const undoLast = useCallback((): boolean => {
    const last = stack.current.at(-1);
    last?.undo();
    return last !== undefined;
  }, []);
  return { change, undoLast, canUndo };
};

/** Several answers in a row are read with one look at the page, after so many milliseconds. */
const ROW_MS = 500;

/** Reads the page again when a write was answered that it does not hold. @param latest the id of the last such write. */
const useFreshPage = (latest: string | undefined, sending: boolean): void => {
  const router = useRouter();
  useEffect(() => {
    // A page that is shown without the server is not read again: that would load it anew, again and again.
    if (latest === undefined || isShownAlone()) return;
    const timer = setTimeout(() => router.refresh(), sending ? ROW_MS : 0);
    return () => clearTimeout(timer);
  }, [latest, sending, router]);
};

const request = (change: DayChange) => () => import("./to-write").then(({ toWrite }) => toWrite(change));

type DiaryProviderProps = {
  /** The id of the signed-in account. */
  account: string;
  /** The account's revision, as it was before the page was read. */
  revision: number;
  /** The person's own today. */
  today: string;
  /** When that day ends, in milliseconds since 1970, and the time zone in which it does. */
  dayEnds?: number;
  timeZone?: string;
  children: ReactNode;
};

/**
 * Gives every change to the diary to the queue, which keeps it from the moment the person makes it until the server has
 * it, and draws it until the page holds it. One that the server refuses is in no total.
 */
export const DiaryProvider = ({
  account,
  revision,
  today,
  dayEnds = Number.POSITIVE_INFINITY,
  timeZone = "UTC",
  children,
}: DiaryProviderProps) => {
  const { items, answered, online } = useQueue();
  const [shownDay, showDay] = useState<TodayPage | null>(null);
  const { change: changeUndo, undoLast, canUndo } = useUndo();
  useSecondPress();
  useEffect(() => startQueue(account), [account]);

  const unseen = useMemo(
    () => answered.filter((each) => each.revision !== null && each.revision > revision),
    [answered, revision],
  );
  // Where the server could not count a change, nobody can tell whether the page holds it: it is read again, once.
  const last = answered.at(-1);
  const owed = last?.revision === null ? last : unseen.at(-1);
  const sending = items.some(({ state, message }) => state === "waiting" && message === undefined);
  useFreshPage(online ? owed?.id : undefined, sending);

  const { pending, favourites } = useMemo(() => {
    const changes = [...unseen, ...items.filter(({ state }) => state === "waiting")].flatMap(
      ({ change }) => (change as DayChange | FavouriteChange | null) ?? [],
    );
    return {
      pending: changes.filter((change): change is DayChange => change.kind !== "favourite"),
      favourites: changes.filter((change) => change.kind === "favourite"),
    };
  }, [items, unseen]);

  const latest = useRef({ shownDay, pending });
  useEffect(() => {
    latest.current = { shownDay, pending };
  });
  const core = useMemo<DiaryCore>(
    () => ({
      commitWithUndo: (change, back, said, description) => {
        const kept = submitLater(change, request(change));
        ignoreSecondPress();
        // On demand: nothing of it is needed to draw the change.
        void untilLoaded(() => import("./follow-change")).then(({ followChange }) =>
          followChange({
            change,
            back,
            kept,
            said,
            description,
            day: { today, ends: dayEnds, timeZone },
            latest: () => latest.current,
            changeUndo,
          }),
        );
      },
      undoLast,
      showDay,
    }),
    [changeUndo, undoLast, today, dayEnds, timeZone],
  );
  const state = useMemo<DiaryState>(() => ({ pending, favourites, canUndo }), [pending, favourites, canUndo]);
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
