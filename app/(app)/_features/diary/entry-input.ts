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

/**
 * A new random UUID. `crypto.randomUUID` exists in secure contexts only; a page opened over plain http from another
 * machine of the home network has `getRandomValues` alone.
 */
export const newId = (): string => {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // Version 4, variant 10 (RFC 9562, section 5.4).
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
};
