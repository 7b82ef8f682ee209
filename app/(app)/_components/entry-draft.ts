import type { EntryInput, FoodEntry, Meal } from "@/lib/diary/schemas";
import { type Composition, forGrams, type LowerBounds } from "@/lib/nutrition";
import { amountOf, type Choice, gramsOf } from "./portion-choice";

type Draft = {
  readonly id: string;
  readonly date: string;
  readonly meal: Meal;
  readonly food: {
    readonly id: string;
    readonly name: string;
    readonly per100g: Composition;
    readonly lowerBounds?: LowerBounds;
  };
  readonly choice: Choice;
};

/** What the diary is told, and how the entry will look once it is saved: the same arithmetic as the server's. */
export const draftEntry = ({
  id,
  date,
  meal,
  food,
  choice,
}: Draft): { entry: FoodEntry; input: EntryInput } => {
  const grams = gramsOf(choice);
  const now = new Date().toISOString();
  return {
    input: { date, meal, food: food.id, amount: amountOf(choice) },
    entry: {
      id,
      date,
      time: null,
      meal,
      kind: "food",
      food: food.id,
      name: food.name,
      grams,
      portion:
        choice.portion === null
          ? null
          : { id: choice.portion.id, label: choice.portion.label, count: choice.count },
      preparation: null,
      note: null,
      nutrients: { ...forGrams(food.per100g, grams) },
      ...(food.lowerBounds && food.lowerBounds.length > 0 && { lowerBounds: [...food.lowerBounds] }),
      createdAt: now,
      updatedAt: now,
    },
  };
};
