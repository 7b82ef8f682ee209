"use client";

import { useMemo } from "react";
import { useFavourites } from "@/app/(app)/_features/diary";
import type { Choice, FoodTable, LoggableFood } from "@/app/(app)/_features/food";
import { saysAmount, typedChoice } from "@/app/(app)/_features/food";
import type { Line } from "@/lib/catalogue";
import type { Meal, RecentFood } from "@/lib/diary/schemas";
import { barcodeSections } from "../barcode/barcode-results";
import {
  askedSection,
  choiceFor,
  FOODS,
  type Result,
  recentSections,
  type Section,
  searchTable,
} from "./results";
import { useServerSearch } from "./search-data";

type Start = {
  readonly recent: readonly RecentFood[];
  readonly own: readonly LoggableFood[];
};

/** What the palette was opened with. */
type Asked = { readonly food: string | null; readonly choice: Choice | null };
const NOTHING_ASKED: Asked = { food: null, choice: null };

export type PaletteSections = {
  readonly sections: readonly Section[];
  readonly results: readonly Result[];
  /** What was typed without its amount. */
  readonly words: string;
  /** Neither the table nor the server can be asked. */
  readonly unreachable: boolean;
  /** Whether an answer is here: nothing found is then a fact. */
  readonly answered: boolean;
  /** What is typed is a barcode: its number, null when that cannot be right. Null for other text. */
  readonly barcode: { readonly code: string | null } | null;
};

const sectionOf = (results: readonly Result[]): readonly Section[] =>
  results.length === 0 ? [] : [{ title: FOODS, results }];

/**
 * The foods that stand under the input: what answers the words, or what was eaten lately.
 * @param line how the text reads; null while the food table is not here, and the server is asked.
 * @param asked a food that the palette was opened with, to stand first.
 */
export const usePaletteSections = (
  text: string,
  meal: Meal,
  today: string,
  table: FoodTable | null,
  line: Line | null,
  { recent, own }: Start,
  { food: asked, choice: askedChoice }: Asked = NOTHING_ASKED,
): PaletteSections => {
  const ownById = useMemo(() => new Map(own.map((food) => [food.id, food])), [own]);
  const { list: favourites } = useFavourites();
  const byCode = useMemo(() => barcodeSections(text, own), [text, own]);
  const server = useServerSearch(text, line === null && byCode === null);
  const words = byCode || text === "" ? text : (line?.words ?? server.words);
  const sections = useMemo<readonly Section[]>(() => {
    if (byCode) return byCode.sections;
    const known = { table, own: ownById, recent, favourites };
    if (text !== "" && line === null)
      return sectionOf(
        server.foods.map(({ food, typed, amount }) => {
          const before = recent.find((item) => item.food === food.id);
          const choice = saysAmount(typed)
            ? typedChoice(food, typed, amount)
            : choiceFor(null, food, typed, before);
          return { food, choice, matches: [], remark: null, eatenBefore: before !== undefined };
        }),
      );
    if (words === "") {
      const lists = [...askedSection(known, asked, askedChoice), ...recentSections(known, meal, today)];
      if (!table || !line || !saysAmount(line.typed)) return lists;
      // Only an amount is typed so far: the recent foods in that amount.
      return lists.map((section) => ({
        ...section,
        results: section.results.map((result) => {
          const { food } = result;
          const before = recent.find((item) => item.food === food.id);
          return {
            ...result,
            choice: choiceFor(table, food, { ...line.typed, words: food.listName }, before),
          };
        }),
      }));
    }
    // A meal is proposed, not listed.
    if (!table || !line || line.meal) return [];
    return searchTable({ ...known, table }, meal, own, line, text);
  }, [
    table,
    line,
    ownById,
    own,
    recent,
    favourites,
    words,
    text,
    meal,
    today,
    asked,
    askedChoice,
    server.foods,
    byCode,
  ]);
  const results = useMemo(() => sections.flatMap((section) => section.results), [sections]);
  const unreachable = server.failed && table === null;
  const answered = table !== null || server.failed || server.answered;
  return { sections, results, words, unreachable, answered, barcode: byCode && { code: byCode.code } };
};
