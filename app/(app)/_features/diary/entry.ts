import type { EntryInput, FoodEntry, Meal, PlanInput } from "@/lib/diary/schemas";
import type { Composition, LowerBounds, PreparationId } from "@/lib/nutrition";

/** The details of an entry beside its food and amount. */
export type EntryExtras = {
  readonly preparation: PreparationId | null;
  /** "08:10", or null. */
  readonly time: string | null;
  /** Null for none. */
  readonly note: string | null;
};

/** Maximum length of a note, in characters. */
export const MAX_NOTE_LENGTH = 500;

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

/** The amount of an entry as the server takes it: a count of its portion, or grams. */
const amountInput = ({ portion, grams }: FoodEntry): EntryInput["amount"] =>
  portion === null ? { grams } : { portion: portion.id, count: portion.count };

/** An entry as the server takes it, to restore what it was. */
export const inputOf = (entry: FoodEntry): EntryInput => ({
  date: entry.date,
  time: entry.time,
  meal: entry.meal,
  food: entry.food,
  amount: amountInput(entry),
  preparation: entry.preparation,
  note: entry.note,
});

/** A plan as the server takes it. */
export const planInput = (plan: FoodEntry): PlanInput => ({
  date: plan.date,
  meal: plan.meal,
  food: plan.food,
  amount: amountInput(plan),
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
