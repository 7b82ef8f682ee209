"use client";

import { useCallback, useRef } from "react";
import type { Meal } from "@/lib/diary/schemas";
import { useDiaryActions, useToday } from "./diary-provider";
import { mealNow } from "./meal-words";
import { draftReady, type ReadyFood } from "./ready-food";

/** The meal a food is logged to without asking: the present one today, otherwise a snack. */
const mealFor = (date: string, today: string): Meal => (date === today ? mealNow() : "snack");

/** The same offer this soon after it was taken is the same tap, or a key that is held, in milliseconds. */
const SAME_TAP_MS = 1000;

/** Logs a ready portion with one tap; a double click is one tap, a second one later is a second portion. */
export const useQuickAdd = (date: string): ((ready: ReadyFood) => void) => {
  const { add } = useDiaryActions();
  const today = useToday();
  const last = useRef({ offer: "", at: Number.NEGATIVE_INFINITY });
  return useCallback(
    (ready) => {
      const offer = `${ready.food} ${ready.grams}`;
      const at = performance.now();
      const same = offer === last.current.offer && at - last.current.at < SAME_TAP_MS;
      last.current = { offer, at };
      if (same) return;
      const { entry, input } = draftReady({ ready, date, meal: mealFor(date, today) });
      add(entry, input);
    },
    [add, date, today],
  );
};
