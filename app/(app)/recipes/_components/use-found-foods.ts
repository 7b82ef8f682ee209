import { useMemo } from "react";
import { useToday } from "@/app/(app)/_features/diary";
import type { Result } from "@/app/(app)/_features/palette/search";
import { useFoodResults, useLine, usePaletteStart } from "@/app/(app)/_features/palette/search";
import { useIngredientTable } from "./use-ingredient-table";

type Found = {
  readonly results: readonly Result[];
  /** What is searched for, without the amount; empty while there is nothing to search. */
  readonly words: string;
  /** Whether the search has finished; an empty list then means that nothing was found. */
  readonly settled: boolean;
};

/**
 * The foods found for the text, in the typed amount: the same search as the log palette's, in the
 * browser as soon as it has the food table, but for raw and dry foods first. Ranked by the habits of dinner, the meal that is cooked most often.
 * @param except a food to leave out, such as the recipe itself.
 */
export const useFoundFoods = (version: string, typed: string, except: string | null): Found => {
  const today = useToday();
  const table = useIngredientTable(version);
  const started = usePaletteStart(today);
  const text = typed.trim();
  const { line } = useLine(text, "dinner", table, started, "one");
  const found = useFoodResults(text, "dinner", today, table, line, started, undefined, false);
  const results = useMemo(
    () => found.results.filter(({ food, withoutValues }) => food.id !== except && !withoutValues),
    [found, except],
  );
  return { results, words: found.words, settled: found.answered };
};
