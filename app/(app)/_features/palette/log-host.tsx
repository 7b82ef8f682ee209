"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { LOG_SHORTCUT } from "@/components/layout/log-tab";
import { useShortcut } from "@/components/layout/shortcut-provider";
import { whenIdle } from "@/components/ui/load-code";
import { onDemand } from "@/components/ui/on-demand";
import { ignoreSecondPress } from "@/components/ui/second-press";
import type { Meal } from "@/lib/diary/schemas";
import { useDiaryCore, useShownDay, useToday } from "../diary";
import type { Choice } from "../food";
import type { Draft, PaletteStart } from "./palette-state";

const LogPalette = onDemand(() => import("./log-palette").then((module) => module.LogPalette));

type Log = {
  open: (at?: {
    date?: string;
    meal?: Meal | null;
    food?: string;
    choice?: Choice;
    line?: string;
    scan?: NonNullable<PaletteStart["scan"]>;
  }) => void;
};
const LogContext = createContext<Log | null>(null);

/** Opens the log palette, at a meal or a day and with a food and how much of it chosen when they are given. @throws Error outside {@link LogHost}. */
export const useLog = (): Log => {
  const log = useContext(LogContext);
  if (!log) throw new Error("No LogHost");
  return log;
};

/** The log palette, once for all signed-in pages; answers L and Ctrl or ⌘ K, and Ctrl or ⌘ Z takes back what was logged. */
export const LogHost = ({ version, children }: { version: string; children: ReactNode }) => {
  const { undoLast } = useDiaryCore();
  const today = useToday();
  const shownDay = useShownDay();
  const [open, setOpen] = useState(false);
  /** From the moment its code is here it stays. */
  const [ready, setReady] = useState(false);
  const [start, setStart] = useState<PaletteStart>({ date: today, meal: null, food: null, choice: null });
  const draft = useRef<Draft>(null);
  const shownDate = shownDay?.date;
  const log = useMemo<Log>(
    () => ({
      open: (at = {}) => {
        setStart({ meal: null, food: null, choice: null, ...at, date: at.date ?? shownDate ?? today });
        setOpen(true);
        ignoreSecondPress();
      },
    }),
    [shownDate, today],
  );
  const run = useCallback(() => log.open(), [log]);
  useShortcut({ id: LOG_SHORTCUT, keys: ["l", "mod+k"], label: "Log food", run });
  useShortcut({ id: "undo", keys: ["mod+z"], label: "Undo the last change", run: undoLast });
  const getReady = useCallback(() => LogPalette.preload().then(() => setReady(true)), []);
  // The palette's code comes while nothing else is to do, and with it the food table, so that the first L opens at once.
  useEffect(() => whenIdle(getReady), [getReady]);
  useEffect(() => {
    if (open) getReady().catch(() => {});
  }, [open, getReady]);
  return (
    <LogContext value={log}>
      {children}
      {(ready || open) && (
        <LogPalette open={open} onOpenChange={setOpen} version={version} start={start} draft={draft} />
      )}
    </LogContext>
  );
};

/**
 * Opens the palette once, for links such as /today?log=ndb:09040, and for what another app shares; the address forgets it.
 */
export const OpenLog = (asked: { food?: string; line?: string; scan?: "camera" | "picture" }) => {
  const log = useLog();
  const opened = useRef<string | null>(null);
  const key = JSON.stringify(asked);
  useEffect(() => {
    if (opened.current === key) return;
    opened.current = key;
    log.open(JSON.parse(key));
    window.history.replaceState(null, "", window.location.pathname);
  }, [log, key]);
  return null;
};
