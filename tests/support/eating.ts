import { randomUUID } from "node:crypto";
import { insertEntries } from "@/lib/diary/store";
import { composition, type NutrientId } from "@/lib/nutrition";

/** An entry with exactly these amounts; what is not named is unknown. */
export const eat = (
  ownerId: string,
  date: string,
  amounts: { readonly [N in NutrientId]?: number },
): Promise<void> =>
  insertEntries(
    ownerId,
    [
      {
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
      },
    ],
    new Date(),
  );
