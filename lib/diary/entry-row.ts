import "server-only";
import { AppError } from "../errors";
import { type Food, preparationsOf, preparedAmounts, weigh } from "../foods";
import { composition, type LocalDate, MAX_FOOD_GRAMS } from "../nutrition";
import type { EntryInput, FoodEntry, Meal } from "./schemas";
import type { EntryRow } from "./store";

/**
 * An entry as it is kept when somebody has typed it: weighed and computed with the table as it is now.
 * @param food what the entry names; null when there is none.
 * @throws AppError invalid for an unknown food or portion, or a preparation that the food does not offer.
 */
export const typedRow = (food: Food | null, id: string, input: EntryInput): EntryRow => {
  if (!food)
    throw new AppError("invalid", "There is no such food.", {
      fields: { food: "is not a food Assay knows" },
    });
  const { grams, portion } = weigh(food, input.amount);
  return {
    id,
    date: input.date,
    time: input.time ?? null,
    meal: input.meal,
    kind: "food",
    foodId: food.id,
    foodName: food.name,
    grams,
    portionId: portion?.id ?? null,
    portionLabel: portion?.label ?? null,
    portionCount: portion?.count ?? null,
    preparation: input.preparation ?? null,
    note: input.note || null,
    lowerBounds: food.lowerBounds ?? [],
    amounts: preparedAmounts(food, grams, input.preparation ?? null),
  };
};

/**
 * A copy of an entry, as if it were logged now: weighed and computed with the table as it is now. What no longer
 * exists (the food, its portion, its preparation) is taken as it was logged. The time and the note belong to the
 * occasion and are not copied.
 * @param food what the entry names; null when it was deleted since.
 */
export const copiedRow = (
  food: Food | null,
  from: FoodEntry,
  to: { id: string; date: LocalDate; meal: Meal },
): EntryRow => {
  const portion = food?.portions.find(({ id }) => id === from.portion?.id);
  const weighed = portion && from.portion ? portion.grams * from.portion.count : from.grams;
  const grams = weighed > MAX_FOOD_GRAMS ? from.grams : weighed;
  const offered =
    food !== null &&
    (from.preparation === null || preparationsOf(food).some(({ id }) => id === from.preparation));
  return {
    ...to,
    time: null,
    kind: "food",
    foodId: from.food,
    foodName: food?.name ?? from.name,
    grams: offered ? grams : from.grams,
    portionId: from.portion?.id ?? null,
    portionLabel: from.portion === null ? null : (portion?.label ?? from.portion.label),
    portionCount: from.portion?.count ?? null,
    preparation: from.preparation,
    note: null,
    lowerBounds: (offered ? food.lowerBounds : from.lowerBounds) ?? [],
    amounts: offered ? preparedAmounts(food, grams, from.preparation) : composition(from.nutrients),
  };
};
