import { useMemo } from "react";
import { useDiary } from "@/app/(app)/_components/diary-provider";
import { useFoodTable } from "@/app/(app)/_components/food-table";
import { mealNow } from "@/app/(app)/_components/meal-words";
import { usePaletteStart, useServerSearch } from "@/app/(app)/_components/palette-data";
import { type Result, searchTable, usualChoice } from "@/app/(app)/_components/palette-results";
import { parseQuery } from "@/app/(app)/_components/parse-query";
import { choosePortion } from "@/app/(app)/_components/portion-choice";

type Found = {
  readonly results: readonly Result[];
  /** What is searched for, without the amount; empty while there is nothing to search. */
  readonly words: string;
  /** Whether the answer is there, so that none found means none. */
  readonly settled: boolean;
};

/**
 * The foods that answer what is typed, in the amount that is typed: the same search as the log palette's, in the
 * browser as soon as it has the food table.
 * @param except a food that is not to be found, such as the recipe itself.
 */
export const useFoundFoods = (version: string, typed: string, except: string | null): Found => {
  const table = useFoodTable(version, true);
  const { today } = useDiary();
  const start = usePaletteStart(today);
  const own = useMemo(() => start.own.filter(({ id }) => id !== except), [start.own, except]);
  const ownById = useMemo(() => new Map(own.map((food) => [food.id, food])), [own]);
  const text = typed.trim();
  const parsed = useMemo(() => parseQuery(text), [text]);
  const words = parsed.rest;
  const server = useServerSearch(words, table === null);
  const results = useMemo((): readonly Result[] => {
    if (words === "") return [];
    if (table) {
      const known = { table, own: ownById, recent: start.recent, favourites: [] };
      return searchTable(known, mealNow(), own, parsed, text);
    }
    return server.foods
      .filter(({ id }) => id !== except)
      .map((food) => {
        const before = start.recent.find((item) => item.food === food.id);
        const choice = choosePortion(food.portions, parsed, usualChoice(food, before));
        return { food, choice, matches: [], remark: null, eatenBefore: before !== undefined };
      });
  }, [table, own, ownById, start.recent, words, parsed, text, server.foods, except]);
  return { results, words, settled: table !== null || server.failed };
};
