"use client";

import { useCallback } from "react";
import { useSinglePress } from "@/components/ui/second-press";
import type { Meal } from "@/lib/diary/schemas";
import { useDiaryActions } from "./diary-actions";
import { useToday } from "./diary-provider";
import { mealNow } from "./meal-words";
import { draftReady, type ReadyFood } from "./ready-food";

/** The meal a food is logged to without asking: the present one today, otherwise a snack. */
const mealFor = (date: string, today: string): Meal => (date === today ? mealNow() : "snack");

/** Logs a ready portion with one press; a double press logs it once. */
export const useQuickAdd = (date: string): ((ready: ReadyFood) => void) => {
  const { add } = useDiaryActions();
  const today = useToday();
  const press = useSinglePress();
  return useCallback(
    (ready) =>
      press(() => {
        const { entry, input } = draftReady({ ready, date, meal: mealFor(date, today) });
        add(entry, input);
      }, `${ready.food} ${ready.grams}`),
    [add, date, today, press],
  );
};
