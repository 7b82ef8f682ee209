import type { EntryInput, FoodEntry, Meal } from "@/lib/diary/schemas";
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
import { amountOf, type Choice, gramsOf } from "./portion-choice";

/** What is said of an entry beside its food and amount. */
export type EntryExtras = {
  readonly preparation: PreparationId | null;
  /** "08:10", or null. */
  readonly time: string | null;
  /** Null for none; at most {@link LONGEST_NOTE} characters. */
  readonly note: string | null;
};

export const NO_EXTRAS: EntryExtras = { preparation: null, time: null, note: null };

/** The diary takes no longer note. */
export const LONGEST_NOTE = 500;

type PreparableFood = {
  readonly per100g: Composition;
  /** What preparation must know of it; without it none is offered. */
  readonly described?: FoodDescriptor | undefined;
};

/** The preparations a food offers; none for food that is ready as it is. */
export const preparationsOf = ({ described }: PreparableFood): readonly Preparation[] =>
  described ? preparationsFor(described) : [];

/** The amounts in some grams of a food after a preparation, by the same arithmetic as the server's. */
export const amountsIn = (
  food: PreparableFood,
  grams: number,
  preparation: PreparationId | null,
): Composition => {
  const amounts = forGrams(food.per100g, grams);
  const { described } = food;
  const offered = preparation !== null && preparationsOf(food).some(({ id }) => id === preparation);
  return offered && described ? prepare({ amounts, phytate: null }, preparation, described).amounts : amounts;
};

/** The portion of an entry as the diary shows it. */
export const portionOf = ({ portion, count }: Choice): FoodEntry["portion"] =>
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

/** What the diary is told, and how the entry will look once it is saved: the same arithmetic as the server's. */
export const draftEntry = ({
  id,
  date,
  meal,
  food,
  choice,
  extras = NO_EXTRAS,
}: Draft): { entry: FoodEntry; input: EntryInput } => {
  const grams = gramsOf(choice);
  const now = new Date().toISOString();
  const { preparation, time } = extras;
  const note = extras.note?.trim() || null;
  return {
    input: {
      date,
      meal,
      food: food.id,
      amount: amountOf(choice),
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
      portion: portionOf(choice),
      preparation,
      note,
      nutrients: { ...amountsIn(food, grams, preparation) },
      ...(food.lowerBounds && food.lowerBounds.length > 0 && { lowerBounds: [...food.lowerBounds] }),
      createdAt: now,
      updatedAt: now,
    },
  };
};
