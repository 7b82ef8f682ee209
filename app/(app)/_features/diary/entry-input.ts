import { isText } from "@/lib/diary/client";
import type { EntryInput, FoodEntry, PlanInput } from "@/lib/diary/schemas";
import type { AmountInput } from "@/lib/foods/schemas";

/** The amount of an entry as the server takes it: a count of its portion, or grams; null where it was not stated. */
export const loggedAmount = ({ portion, grams }: Pick<FoodEntry, "portion" | "grams">): AmountInput | null =>
  portion !== null ? { portion: portion.id, count: portion.count } : grams === null ? null : { grams };

/** The amount of an entry of a food, which always has one. @throws Error for an entry whose amount was not stated. */
const foodAmount = (entry: FoodEntry): AmountInput => {
  const amount = loggedAmount(entry);
  if (amount === null) throw new Error(`The amount of ${entry.food} was not stated`);
  return amount;
};

/** An entry as the server takes it, to restore what it was. */
export const toEntryInput = (entry: FoodEntry): EntryInput => {
  const { date, time, meal, note, typed, grams } = entry;
  const occasion = { date, time, meal, note, ...(typed !== undefined && { typed }) };
  if (isText(entry.food))
    return { ...occasion, text: entry.name, ...(grams !== null && { amount: { grams } }) };
  return { ...occasion, food: entry.food, amount: foodAmount(entry), preparation: entry.preparation };
};

/** A plan as the server takes it. */
export const toPlanInput = (plan: FoodEntry): PlanInput => ({
  date: plan.date,
  meal: plan.meal,
  food: plan.food,
  amount: foodAmount(plan),
});
