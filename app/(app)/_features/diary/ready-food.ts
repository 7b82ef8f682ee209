import type { Meal } from "@/lib/diary/schemas";
import { measureWords } from "@/lib/format";
import type { SuggestionView } from "@/lib/insights/schemas";
import { type Composition, composition, forGrams, MINERALS } from "@/lib/nutrition";
import type { Choice } from "../food";
import { newId } from "../offline";
import { buildEntry } from "./entry";

/** A food in a given portion, ready to be logged. */
export type ReadyFood = {
  readonly food: string;
  readonly name: string;
  readonly portion: { readonly id: string; readonly label: string; readonly count: number } | null;
  readonly grams: number;
  /** The portion in words, "1 cup"; also where the food has no such measure of its own. */
  readonly words: string;
  readonly per100g: Composition;
};

/** A suggested portion as a ready food. Amounts that the suggestion does not name are unknown until the server has saved it. */
export const readySuggestion = ({
  food,
  name,
  portion,
  grams,
  adds,
}: Pick<SuggestionView, "food" | "name" | "portion" | "grams" | "adds">): ReadyFood => ({
  food,
  name,
  grams,
  words: measureWords(portion.label, portion.count),
  portion: portion.id === null ? null : { id: portion.id, label: portion.label, count: portion.count },
  per100g: composition(
    Object.fromEntries(
      MINERALS.map((mineral) => {
        const added = adds.find((candidate) => candidate.mineral === mineral);
        return [mineral, added === undefined ? null : (added.amount / grams) * 100];
      }),
    ),
  ),
});

/** How much a ready portion is, as the palette chooses it. */
export const readyChoice = ({ portion, grams }: Pick<ReadyFood, "portion" | "grams">): Choice =>
  portion === null
    ? { portion: null, count: grams }
    : {
        portion: { id: portion.id, label: portion.label, grams: grams / portion.count },
        count: portion.count,
      };

/** A ready portion as an entry of a meal. */
export const draftReady = ({ ready, date, meal }: { ready: ReadyFood; date: string; meal: Meal }) =>
  buildEntry({
    id: newId(),
    date,
    meal,
    food: { id: ready.food, name: ready.name },
    amount:
      ready.portion === null
        ? { grams: ready.grams }
        : { portion: ready.portion.id, count: ready.portion.count },
    grams: ready.grams,
    portion: ready.portion,
    nutrients: forGrams(ready.per100g, ready.grams),
  });
