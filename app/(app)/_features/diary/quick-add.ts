"use client";

import { useCallback, useRef } from "react";
import type { Meal } from "@/lib/diary/schemas";
import type { SuggestionView } from "@/lib/insights/schemas";
import { type Composition, composition, forGrams, MINERALS } from "@/lib/nutrition";
import type { Choice } from "../food";
import { useDiaryActions, useToday } from "./diary-provider";
import { entryOf } from "./entry-of";
import { mealNow } from "./meal-words";
import { newId } from "./new-id";

/** A food in a given portion, ready to be logged. */
export type ReadyFood = {
  readonly food: string;
  readonly name: string;
  readonly portion: { readonly id: string; readonly label: string; readonly count: number } | null;
  readonly grams: number;
  readonly per100g: Composition;
};

/** A suggested portion, ready to be logged. What it does not name is unknown here; the server counts it when it saves. */
export const readySuggestion = ({
  food,
  name,
  portion,
  grams,
  adds,
}: Pick<SuggestionView, "food" | "name" | "portion" | "grams" | "adds">): ReadyFood => ({
  food,
  name,
  grams,
  portion: portion.id === null ? null : { id: portion.id, label: portion.label, count: portion.count },
  per100g: composition(
    Object.fromEntries(
      MINERALS.map((mineral) => {
        const added = adds.find((candidate) => candidate.mineral === mineral);
        return [mineral, added === undefined ? null : (added.amount / grams) * 100];
      }),
    ),
  ),
});

/** How much a ready portion is, as the palette chooses it. */
export const readyChoice = ({ portion, grams }: Pick<ReadyFood, "portion" | "grams">): Choice =>
  portion === null
    ? { portion: null, count: grams }
    : {
        portion: { id: portion.id, label: portion.label, grams: grams / portion.count },
        count: portion.count,
      };

/** A ready portion as an entry of a meal. */
export const draftReady = ({ ready, date, meal }: { ready: ReadyFood; date: string; meal: Meal }) =>
  entryOf({
    id: newId(),
    date,
    meal,
    food: { id: ready.food, name: ready.name },
    amount:
      ready.portion === null
        ? { grams: ready.grams }
        : { portion: ready.portion.id, count: ready.portion.count },
    grams: ready.grams,
    portion: ready.portion,
    nutrients: forGrams(ready.per100g, ready.grams),
  });

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
