"use client";

import { useDeferredValue, useMemo, useState } from "react";
import type { ParsedMeal } from "@/lib/catalogue";
import type { FoodTable } from "./loggable-food";
import { type Correction, type Eaten, type Proposal, proposalOf } from "./meal-proposal";
import { parseQuery } from "./parse-query";

/** How the person wants the line to be read; null leaves it to the line. */
type Reading = "meal" | "food" | null;

export type MealProposal = {
  /** What the line proposes; null while it is read as one food. */
  readonly proposal: Proposal | null;
  /** The same for the very last key, which the one on the screen may lag behind. */
  readonly now: () => Proposal | null;
  readonly correct: (key: string, correction: Correction) => void;
  readonly readAs: (reading: Reading) => void;
  readonly reset: () => void;
};

const NOTHING: ReadonlyMap<string, Correction> = new Map();

/** What a line of several foods has, or one with an amount behind it or in a rarer unit; other lines are spared the reading. */
const MAY_BE_MEAL = /[,;+&|•]|\s(?:and|n|with|plus|on|in|of)\s|\p{L}\S*\s+\d|\d\s*[cd]l\b/iu;

/** Whether a line is a meal rather than one food, whose list finds `found` foods. */
export const isMeal = (text: string, { items, notUnderstood }: ParsedMeal, found: number): boolean => {
  const [first] = items;
  if (first === undefined) return false;
  const parts = items.length + notUnderstood.filter((part) => /\p{L}/u.test(part.text)).length;
  if (parts === 1) {
    // "a handful of almonds", "oats 40 g": an amount that the list of foods does not understand.
    return found === 0 || (first.typed.unit !== null && parseQuery(text).unit === null);
  }
  // "Cheese, cheddar" is how the table itself writes a food.
  const oneName =
    parts === 2 &&
    found > 0 &&
    items.every(({ quantity }) => quantity === null) &&
    /^[^;+&]*,[^;+&]*$/.test(text);
  return !oneName || /\s(?:and|with|plus)\s/i.test(text);
};

/** Reads what is typed as a meal where it is one, and keeps what the person corrects while typing goes on. */
export const useMealProposal = (
  text: string,
  found: number,
  table: FoodTable | null,
  { own, recent }: Eaten,
): MealProposal => {
  const [reading, setReading] = useState<Reading>(null);
  const [corrections, setCorrections] = useState(NOTHING);
  const boost = useMemo(() => new Map(recent.map(({ food, times }) => [food, times])), [recent]);
  const read = useMemo(
    () =>
      (line: string, answers: number): ParsedMeal | null => {
        const asked = reading === "meal" || (reading === null && (answers === 0 || MAY_BE_MEAL.test(line)));
        if (table === null || line === "" || !asked) return null;
        const parsed = table.readMeal(line, { own, boost });
        return reading === "meal" || (reading === null && isMeal(line, parsed, answers)) ? parsed : null;
      },
    [table, own, boost, reading],
  );
  const propose = (line: string, parsed: ParsedMeal | null): Proposal | null =>
    parsed && table && proposalOf(line, parsed, corrections, table, { own, recent });
  const line = useDeferredValue(text);
  const answers = useDeferredValue(found);
  const parsed = useMemo(() => read(line, answers), [read, line, answers]);
  const proposal = useMemo(
    () => parsed && table && proposalOf(line, parsed, corrections, table, { own, recent }),
    [parsed, line, corrections, table, own, recent],
  );
  return {
    // An empty line is never shown with what stood there before.
    proposal: text === "" ? null : proposal,
    now: () => (line === text && answers === found ? proposal : propose(text, read(text, found))),
    correct: (key, correction) =>
      setCorrections((all) => new Map(all).set(key, { ...all.get(key), ...correction })),
    readAs: setReading,
    reset: () => {
      setReading(null);
      setCorrections(NOTHING);
    },
  };
};
