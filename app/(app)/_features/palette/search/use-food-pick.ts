"use client";

import { useState } from "react";
import { type EntryExtras, NO_EXTRAS, preparationsOf } from "@/app/(app)/_features/diary";
import {
  type Choice,
  choiceError,
  type PickedPortion,
  pickedChoice,
  pickerValue,
} from "@/app/(app)/_features/food";
import type { Result } from "./results";

export type FoodPick = {
  /** Index of the food that Enter adds, over all sections. */
  readonly active: number;
  /** Whether it was chosen from the list rather than being its first. */
  readonly byHand: boolean;
  readonly result: Result | undefined;
  readonly choice: Choice | undefined;
  readonly picked: PickedPortion | undefined;
  readonly extras: EntryExtras;
  readonly canAdd: boolean;
  readonly choose: (index: number) => void;
  readonly pick: (picked: PickedPortion) => void;
  readonly say: (extras: EntryExtras) => void;
  readonly reset: () => void;
};

/**
 * Which of the foods found is chosen, and how much of it; both begin anew with other words.
 * @param first the food that the palette was opened with: the first of the list, and chosen.
 */
export const useFoodPick = (
  results: readonly Result[],
  typed: string,
  first: string | null = null,
): FoodPick => {
  const [chosen, setChosen] = useState<{ typed: string; index: number } | null>(
    first === null ? null : { typed: "", index: 0 },
  );
  const [corrected, setCorrected] = useState<{ key: string; value: PickedPortion } | null>(null);
  const [said, setSaid] = useState(NO_EXTRAS);
  const byHand = chosen?.typed === typed ? chosen.index : null;
  const active = byHand === null ? 0 : Math.min(byHand, Math.max(results.length - 1, 0));
  const result = results[active];
  const key = result ? `${result.food.id} ${typed.trim()}` : "";
  const own = corrected?.key === key ? corrected.value : null;
  // Until it is changed by hand the choice stands unrounded as it was typed: "1/3 cup" is no 0.33.
  const choice = result && (own ? pickedChoice(own) : result.choice);
  // A preparation belongs to the food it was chosen for; a note and a time stay while another food is looked for.
  const offered = result && preparationsOf(result.food).some(({ id }) => id === said.preparation);
  return {
    active,
    byHand: byHand !== null,
    result,
    choice,
    picked: result && (own ?? pickerValue(result.choice)),
    extras: offered ? said : { ...said, preparation: null },
    canAdd: choice !== undefined && choiceError(choice) === null,
    choose: (index) => setChosen({ typed, index }),
    pick: (value) => setCorrected({ key, value }),
    say: setSaid,
    reset: () => {
      setSaid(NO_EXTRAS);
      setChosen(null);
      setCorrected(null);
    },
  };
};
