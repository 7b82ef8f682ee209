import type { EntryInput, FoodEntry, Meal } from "@/lib/diary/schemas";
import type { Composition, LowerBounds, PreparationId } from "@/lib/nutrition";

/** What is said of an entry beside its food and amount. */
export type EntryExtras = {
  readonly preparation: PreparationId | null;
  /** "08:10", or null. */
  readonly time: string | null;
  /** Null for none. */
  readonly note: string | null;
};

export const NO_EXTRAS: EntryExtras = { preparation: null, time: null, note: null };

type Weighed = {
  readonly id: string;
  readonly date: string;
  readonly meal: Meal;
  readonly food: {
    readonly id: string;
    readonly name: string;
    readonly lowerBounds?: LowerBounds | undefined;
  };
  readonly amount: EntryInput["amount"];
  readonly grams: number;
  readonly portion: FoodEntry["portion"];
  /** The amounts in it, after any preparation. */
  readonly nutrients: Composition;
  readonly extras?: EntryExtras;
};

/** What the diary is told of a weighed food, and how the entry will look once it is saved. */
export const entryOf = ({
  id,
  date,
  meal,
  food,
  amount,
  grams,
  portion,
  nutrients,
  extras = NO_EXTRAS,
}: Weighed): { entry: FoodEntry; input: EntryInput } => {
  const now = new Date().toISOString();
  const { preparation, time } = extras;
  const note = extras.note?.trim() || null;
  return {
    input: {
      date,
      meal,
      food: food.id,
      amount,
      ...(time !== null && { time }),
      ...(preparation !== null && { preparation }),
      ...(note !== null && { note }),
    },
    entry: {
      id,
      date,
      time,
      meal,
      kind: "food",
      food: food.id,
      name: food.name,
      grams,
      portion,
      preparation,
      note,
      nutrients: { ...nutrients },
      ...(food.lowerBounds && food.lowerBounds.length > 0 && { lowerBounds: [...food.lowerBounds] }),
      createdAt: now,
      updatedAt: now,
    },
  };
};
