import type { EntryView, FoodEntry } from "../../diary/schemas";
import { type Composition, composition, type NutrientId } from "../../nutrition";
import type { DoseView } from "../assessment/schemas";
import type { CopiedDose, CopiedEntry, CopyView } from "./schemas";

// What was packed for the copy, as the pages know it.

/** Amounts by nutrient, from a list in the copy's order. A nutrient that the copy does not know is unknown. */
export const readAmounts = ({ nutrients }: CopyView, amounts: readonly (number | null)[]): Composition =>
  composition(Object.fromEntries(nutrients.map((id, place) => [id as NutrientId, amounts[place]])));

export const readEntry = (copy: CopyView, copied: CopiedEntry): EntryView => {
  const {
    amounts,
    time = null,
    grams = null,
    portion = null,
    preparation = null,
    note = null,
    ...entry
  } = copied;
  return { ...entry, time, grams, portion, preparation, note, nutrients: readAmounts(copy, amounts) };
};

export const isFood = (entry: EntryView): entry is FoodEntry => entry.kind === "food";

/** @param entries of the dose's day. */
export const readDose = (
  copy: CopyView,
  { supplement, slot, asNeeded, entry }: CopiedDose,
  entries: readonly EntryView[],
): DoseView | null => {
  if (typeof entry !== "string")
    return { supplement, slot, asNeeded, taken: false, entry: readEntry(copy, entry) };
  const found = entries.find(({ id }) => id === entry);
  return found ? { supplement, slot, asNeeded, taken: true, entry: found } : null;
};
