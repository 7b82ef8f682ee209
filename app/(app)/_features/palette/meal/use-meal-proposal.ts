"use client";

import { useDeferredValue, useMemo, useState } from "react";
import { useFavourites } from "@/app/(app)/_features/diary";
import type { FoodTable } from "@/app/(app)/_features/food";
import { lastAmount } from "@/app/(app)/_features/food";
import { type Line, lineOf, type Reading } from "@/lib/catalogue";
import type { Meal } from "@/lib/diary/schemas";
import { timesUsed } from "../search";
import { type Correction, type Eaten, type Proposal, proposalOf } from "./meal-proposal";

export type MealProposal = {
  /** How the line reads; null while the food table is not here. */
  readonly line: Line | null;
  /** The meal of the day that the line names; null when it names none. */
  readonly named: Meal | null;
  /** What the line proposes; null while it is read as one food. */
  readonly proposal: Proposal | null;
  /** The same for the very last key, which the one on the screen may lag behind. */
  readonly now: () => Proposal | null;
  readonly correct: (key: string, correction: Correction) => void;
  readonly readAs: (reading: Reading) => void;
  readonly reset: () => void;
};

const NOTHING: ReadonlyMap<string, Correction> = new Map();

/** How a line reads at each key, as one food or several, with the food table. */
export const useLine = (
  text: string,
  meal: Meal,
  table: FoodTable | null,
  { own, recent }: Eaten,
  reading: Reading,
): { line: Line | null; named: Meal | null } => {
  const { list: favourites } = useFavourites();
  const boost = useMemo(() => timesUsed(recent, favourites, meal), [recent, favourites, meal]);
  const last = useMemo(
    () =>
      new Map(
        recent.flatMap((item) => {
          const amount = lastAmount(item);
          return amount === null ? [] : [[item.food, amount] as const];
        }),
      ),
    [recent],
  );
  return useMemo(() => {
    if (table === null) return { line: null, named: null };
    const parsed = table.readMeal(text, { own, boost, last });
    const isName = (name: string) => table.search(name, { limit: 1, own, boost, strict: true }).length > 0;
    return { line: lineOf(text, parsed, reading, isName), named: parsed.meal };
  }, [table, text, own, boost, last, reading]);
};

/** Reads what is typed, as a meal where it is one, and keeps what the person corrects while typing goes on. */
export const useMealProposal = (
  text: string,
  meal: Meal,
  table: FoodTable | null,
  eaten: Eaten,
): MealProposal => {
  const [reading, setReading] = useState<Reading>(null);
  const [corrections, setCorrections] = useState(NOTHING);
  const { line, named } = useLine(text, meal, table, eaten, reading);
  const current = useMemo(() => line?.meal && { text, parsed: line.meal }, [line, text]);
  const propose = (of: typeof current): Proposal | null =>
    (of && table && proposalOf(of.text, of.parsed, corrections, table, eaten)) ?? null;
  const shown = useDeferredValue(current);
  const proposal = useMemo(
    () => (shown && table ? proposalOf(shown.text, shown.parsed, corrections, table, eaten) : null),
    [shown, corrections, table, eaten],
  );
  return {
    line,
    named,
    // What is no meal any more is never shown as one.
    proposal: current ? proposal : null,
    now: () => (shown === current ? proposal : propose(current)),
    correct: (key, correction) =>
      setCorrections((all) => new Map(all).set(key, { ...all.get(key), ...correction })),
    readAs: setReading,
    reset: () => {
      setReading(null);
      setCorrections(NOTHING);
    },
  };
};
