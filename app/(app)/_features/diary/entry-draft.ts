import type { FoodEntry, Meal } from "@/lib/diary/schemas";
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
import { type Choice, choiceAmount, choiceGrams } from "../food";
import { buildEntry, type EntryExtras, NO_EXTRAS } from "./entry";

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

/** A chosen amount of a food as the server takes it, and as the entry will look: by the same arithmetic as the server's. */
export const draftEntry = ({ food, choice, extras = NO_EXTRAS, ...place }: Draft) => {
  const grams = choiceGrams(choice);
  return buildEntry({
    ...place,
    food,
    extras,
    grams,
    amount: choiceAmount(choice),
    portion: portionOf(choice),
    nutrients: amountsIn(food, grams, extras.preparation),
  });
};
