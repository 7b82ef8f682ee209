"use client";

import { useCallback, useRef } from "react";
import { showToast } from "@/components/ui/toast";
import type { DayChange } from "./day-change";

type Undoable = { readonly change: DayChange; readonly said: string; readonly undo: () => void };

/** So many changes can be taken back one after the other. */
const MOST = 50;

/**
 * What was changed and can be taken back, the last first: by the toast's own Undo, or one after the other. Whatever
 * way is used, a change is taken back once.
 */
export const useUndo = () => {
  const stack = useRef<readonly Undoable[]>([]);
  const drop = useCallback((change: DayChange) => {
    stack.current = stack.current.filter((item) => item.change !== change);
  }, []);
  /** Remembers a change. @returns what its toast's Undo does. */
  const offer = useCallback(
    (change: DayChange, said: string, back: () => void): (() => void) => {
      let used = false;
      const undo = () => {
        if (used) return;
        used = true;
        drop(change);
        back();
      };
      stack.current = [...stack.current, { change, said, undo }].slice(-MOST);
      return undo;
    },
    [drop],
  );
  const undoLast = useCallback((): boolean => {
    const last = stack.current.at(-1);
    if (!last) return false;
    last.undo();
    showToast(`Undone: ${last.said}`);
    return true;
  }, []);
  const forgetUndo = useCallback(() => {
    stack.current = [];
  }, []);
  return { offer, drop, undoLast, forgetUndo };
};
