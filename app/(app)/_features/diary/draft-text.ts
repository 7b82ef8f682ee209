import { textFoodId } from "@/lib/diary/client";
import type { FoodEntry, Meal, TextEntryInput } from "@/lib/diary/schemas";
import { composition } from "@/lib/nutrition";
import { NO_VERSION } from "@/lib/versions";
import { type EntryExtras, NO_EXTRAS } from "./entry";

type TextDraft = {
  readonly id: string;
  readonly date: string;
  readonly meal: Meal;
  /** What was eaten, in the person's words: the name of the entry. */
  readonly text: string;
  /** Its weight, where the person knows it. */
  readonly grams: number | null;
  readonly extras?: Omit<EntryExtras, "preparation">;
};

/** An entry without values as the server takes it, and as it will look: every nutrient of it is unknown. */
export const draftText = ({
  id,
  date,
  meal,
  text,
  grams,
  extras = NO_EXTRAS,
}: TextDraft): { entry: FoodEntry; input: TextEntryInput } => {
  const now = new Date().toISOString();
  const name = text.replace(/\s+/gu, " ").trim();
  const { time } = extras;
  const note = extras.note?.trim() || null;
  const typed = extras.typed?.trim() || null;
  return {
    input: {
      date,
      meal,
      text: name,
      ...(grams !== null && { amount: { grams } }),
      ...(time !== null && { time }),
      ...(note !== null && { note }),
      ...(typed !== null && { typed }),
    },
    entry: {
      id,
      date,
      time,
      meal,
      kind: "food",
      food: textFoodId(name),
      name,
      grams,
      portion: null,
      preparation: null,
      note,
      ...(typed !== null && { typed }),
      nutrients: { ...composition() },
      createdAt: now,
      updatedAt: now,
      version: NO_VERSION,
    },
  };
};
