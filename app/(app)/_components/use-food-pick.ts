"use client";

import { useState } from "react";
import type { Result } from "./palette-results";
import { type Choice, choiceError } from "./portion-choice";
import { choiceOf, type PickedPortion, pickedOf } from "./portion-picker";

export type FoodPick = {
  /** Index of the food that Enter adds, over all sections. */
  readonly active: number;
  /** Whether it was chosen from the list rather than being its first. */
  readonly byHand: boolean;
  readonly result: Result | undefined;
  readonly choice: Choice | undefined;
  readonly picked: PickedPortion | undefined;
  readonly canAdd: boolean;
  readonly choose: (index: number) => void;
  readonly pick: (picked: PickedPortion) => void;
  readonly reset: () => void;
};

/** Which of the foods found is chosen, and how much of it; both begin anew with other words. */
export const useFoodPick = (results: readonly Result[], typed: string): FoodPick => {
  const [chosen, setChosen] = useState<{ typed: string; index: number } | null>(null);
  const [corrected, setCorrected] = useState<{ key: string; value: PickedPortion } | null>(null);
  const byHand = chosen?.typed === typed ? chosen.index : null;
  const active = byHand === null ? 0 : Math.min(byHand, Math.max(results.length - 1, 0));
  const result = results[active];
  const key = result ? `${result.food.id} ${typed.trim()}` : "";
  const own = corrected?.key === key ? corrected.value : null;
  // Until it is changed by hand the choice stands unrounded as it was typed: "1/3 cup" is no 0.33.
  const choice = result && (own ? choiceOf(own) : result.choice);
  return {
    active,
    byHand: byHand !== null,
    result,
    choice,
    picked: result && (own ?? pickedOf(result.choice)),
    canAdd: choice !== undefined && choiceError(choice) === null,
    choose: (index) => setChosen({ typed, index }),
    pick: (value) => setCorrected({ key, value }),
    reset: () => {
      setChosen(null);
      setCorrected(null);
    },
  };
};
