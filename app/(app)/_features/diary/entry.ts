import type { FoodEntry, FoodEntryInput, Meal } from "@/lib/diary/schemas";
import type { AmountInput } from "@/lib/foods/schemas";
import {
  type Composition,
  type FoodDescriptor,
  forGrams,
  type LowerBounds,
  type Preparation,
  type PreparationId,
  preparationsFor,
  prepare,
} from "@/lib/nutrition";
import { NO_VERSION } from "@/lib/versions";
import { type Choice, choiceAmount, choiceGrams } from "../food";

/** The details of an entry beside its food and amount. */
export type EntryExtras = {
  readonly preparation: PreparationId | null;
  /** "08:10", or null. */
  readonly time: string | null;
  /** Null for none. */
  readonly note: string | null;
  /** The line as the person typed it, where they typed one. */
  readonly typed?: string;
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
  readonly amount: AmountInput;
  readonly grams: number;
  readonly portion: FoodEntry["portion"];
  /** The amounts in it, after any preparation. */
  readonly nutrients: Composition;
  readonly extras?: EntryExtras;
};

/** A weighed food as the server takes it, and as the entry will look once it is saved. */
export const buildEntry = ({
  id,
  date,
  meal,
  food,
  amount,
  grams,
  portion,
  nutrients,
  extras = NO_EXTRAS,
}: Weighed): { entry: FoodEntry; input: FoodEntryInput } => {
  const now = new Date().toISOString();
  const { preparation, time } = extras;
  const note = extras.note?.trim() || null;
  const typed = extras.typed?.trim() || null;
  return {
    input: {
      date,
      meal,
      food: food.id,
      amount,
      ...(time !== null && { time }),
      ...(preparation !== null && { preparation }),
      ...(note !== null && { note }),
      ...(typed !== null && { typed }),
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
      ...(typed !== null && { typed }),
      nutrients: { ...nutrients },
      ...(food.lowerBounds && food.lowerBounds.length > 0 && { lowerBounds: [...food.lowerBounds] }),
      createdAt: now,
      updatedAt: now,
      version: NO_VERSION,
    },
  };
};

type PreparableFood = {
  readonly per100g: Composition;
  /** What preparation must know of it; without it none is offered. */
  readonly described?: FoodDescriptor | undefined;
};

/** The preparations a food offers; none for food that is ready as it is. */
export const getOfferedPreparations = ({ described }: PreparableFood): readonly Preparation[] =>
  described ? preparationsFor(described) : [];

/** The amounts in some grams of a food after a preparation, by the same arithmetic as the server's. */
export const amountsIn = (
  food: PreparableFood,
  grams: number,
  preparation: PreparationId | null,
): Composition => {
  const amounts = forGrams(food.per100g, grams);
  const { described } = food;
  const offered = preparation !== null && getOfferedPreparations(food).some(({ id }) => id === preparation);
  return offered && described ? prepare({ amounts, phytate: null }, preparation, described).amounts : amounts;
};

/** The portion of an entry as the diary shows it. */
export const toEntryPortion = ({ portion, count }: Choice): FoodEntry["portion"] =>
  portion && { id: portion.id, label: portion.label, count };

type Draft = {
  readonly id: string;
  readonly date: string;
  readonly meal: Meal;
  readonly food: PreparableFood & {
    readonly id: string;
    readonly name: string;
    readonly lowerBounds?: LowerBounds | undefined;
  };
  readonly choice: Choice;
  readonly extras?: EntryExtras;
};

/** A chosen amount of a food as the server takes it, and as the entry will look: by the same arithmetic as the server's. */
export const draftEntry = ({ food, choice, extras = NO_EXTRAS, ...place }: Draft) => {
  const grams = choiceGrams(choice);
  return buildEntry({
    ...place,
    food,
    extras,
    grams,
    amount: choiceAmount(choice),
    portion: toEntryPortion(choice),
    nutrients: amountsIn(food, grams, extras.preparation),
  });
};
