"use client";

import { useCallback, useRef, useState } from "react";
import { dismissToast, showToast } from "@/components/ui/toast";
import type { DayChange } from "./day-change";

type Undoable = { readonly change: DayChange; readonly said: string; readonly undo: () => void };

/** So many changes can be taken back one after the other. */
const MOST = 50;

/**
 * What was changed and can be taken back, the last first: by the toast's own Undo, or one after the other, on whatever
 * page. Whatever way is used, a change is taken back once, and its toast goes with it.
 */
export const useUndo = () => {
  const stack = useRef<readonly Undoable[]>([]);
  const [canUndo, setCanUndo] = useState(false);
  const keep = useCallback((items: readonly Undoable[]) => {
    stack.current = items.slice(-MOST);
    setCanUndo(items.length > 0);
  }, []);
  const drop = useCallback(
    (change: DayChange) => keep(stack.current.filter((item) => item.change !== change)),
    [keep],
  );
  /** Says what was changed, and remembers how it is taken back. */
  const offer = useCallback(
    (change: DayChange, said: string, back: () => void, description?: string) => {
      let used = false;
      const undo = () => {
        if (used) return;
        used = true;
        drop(change);
        dismissToast(toast);
        back();
      };
      const toast = showToast(said, { onUndo: undo, ...(description !== undefined && { description }) });
      keep([...stack.current, { change, said, undo }]);
    },
    [keep, drop],
  );
  const undoLast = useCallback((): boolean => {
    const last = stack.current.at(-1);
    if (!last) return false;
    last.undo();
    showToast(`Undone: ${last.said}`);
    return true;
  }, []);
  return { offer, drop, undoLast, canUndo };
};
