import { randomUUID } from "node:crypto";
import { insertEntries } from "@/lib/diary/store";
import { composition, type NutrientId } from "@/lib/nutrition";

type Entry = Parameters<typeof insertEntries>[1][number];
/** What is not named is unknown. */
export type Amounts = { readonly [N in NutrientId]?: number | null };

/** An entry with exactly these amounts: 100 g of something for lunch, unless told otherwise. */
export const eaten = (date: string, amounts: Amounts, how: Partial<Entry> = {}): Entry => ({
  id: randomUUID(),
  date,
  time: null,
  meal: "lunch",
  kind: "food",
  foodId: "ndb:09040",
  foodName: "x",
  grams: 100,
  portionId: null,
  portionLabel: null,
  portionCount: null,
  preparation: null,
  note: null,
  amounts: composition(amounts),
  ...how,
});

/** Puts entries into a diary as they are, past the checks of the API. */
export const store = (ownerId: string, entries: readonly Entry[]): Promise<void> =>
  insertEntries(ownerId, entries, new Date());

/** One entry with exactly these amounts. */
export const eat = (ownerId: string, date: string, amounts: Amounts): Promise<void> =>
  store(ownerId, [eaten(date, amounts)]);
