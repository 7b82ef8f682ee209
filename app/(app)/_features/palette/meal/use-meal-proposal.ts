"use client";

import { useDeferredValue, useMemo } from "react";
import type { FoodTable } from "@/app/(app)/_features/food";
import type { Line, Reading } from "@/lib/catalogue";
import type { Meal } from "@/lib/diary/schemas";
import { type Named, useLine } from "../search";
import { type Correction, type KnownFoods, type Proposal, proposeMeal } from "./proposal";

export type MealProposal = {
  /** How the line reads; null while the food table is not here. */
  readonly line: Line | null;
  /** The meals of the day that the line names. */
  readonly named: Named;
  /** What the line proposes; null while it is read as one food. */
  readonly proposal: Proposal | null;
  /** The proposal for the very latest key; `proposal`, which is shown, may lag behind it. */
  readonly latest: () => Proposal | null;
};

/** Reads a line at each key, as a meal where it is one, and applies the person's corrections to it. */
export const useMealProposal = (
  text: string,
  meal: Meal,
  table: FoodTable | null,
  known: KnownFoods,
  reading: Reading,
  corrections: ReadonlyMap<string, Correction>,
): MealProposal => {
  const { line, named } = useLine(text, meal, table, known, reading);
  const current = useMemo(() => line?.meal && { text, parsed: line.meal }, [line, text]);
  const propose = (of: typeof current): Proposal | null =>
    (of && table && proposeMeal(of.text, of.parsed, corrections, table, known)) ?? null;
  const shown = useDeferredValue(current);
  const proposal = useMemo(
    () => (shown && table ? proposeMeal(shown.text, shown.parsed, corrections, table, known) : null),
    [shown, corrections, table, known],
  );
  return {
    line,
    named,
    // Discards a proposal as soon as the line no longer reads as a meal.
    proposal: current ? proposal : null,
    latest: () => (shown === current ? proposal : propose(current)),
  };
};
