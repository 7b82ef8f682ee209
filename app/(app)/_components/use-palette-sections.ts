"use client";

import { useMemo } from "react";
import type { Meal, RecentFood } from "@/lib/diary/schemas";
import { barcodeSections } from "./barcode/barcode-results";
import { useFavourites } from "./favourites";
import type { FoodTable, LoggableFood } from "./food-table";
import { useServerSearch } from "./palette-data";
import {
  askedSection,
  FOODS,
  type Result,
  recentSections,
  type Section,
  searchTable,
  usualChoice,
} from "./palette-results";
import { type ParsedQuery, parseQuery } from "./parse-query";
import { type Choice, choosePortion } from "./portion-choice";

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

/** Only an amount is typed so far: the recent foods in that amount. */
const inAmount = (sections: readonly Section[], parsed: ParsedQuery): readonly Section[] =>
  sections.map((section) => ({
    ...section,
    results: section.results.map((result) => ({
      ...result,
      choice: choosePortion(result.food.portions, parsed, result.choice),
    })),
  }));

/**
 * The foods that stand under the input: what answers the words, or what was eaten lately.
 * @param asked a food that the palette was opened with, to stand first.
 */
export const usePaletteSections = (
  text: string,
  meal: Meal,
  today: string,
  table: FoodTable | null,
  { recent, own }: Start,
  { food: asked, choice: askedChoice }: Asked = NOTHING_ASKED,
): PaletteSections => {
  const parsed = useMemo(() => parseQuery(text), [text]);
  const ownById = useMemo(() => new Map(own.map((food) => [food.id, food])), [own]);
  const { list: favourites } = useFavourites();
  const byCode = useMemo(() => barcodeSections(text, own), [text, own]);
  const words = byCode ? text : parsed.rest;
  const server = useServerSearch(words, table === null && byCode === null);
  const sections = useMemo<readonly Section[]>(() => {
    if (byCode) return byCode.sections;
    const known = { table, own: ownById, recent, favourites };
    if (words === "") {
      const lists = [...askedSection(known, asked, askedChoice), ...recentSections(known, meal, today)];
      return parsed.amount === null ? lists : inAmount(lists, parsed);
    }
    if (table) return searchTable({ ...known, table }, meal, own, parsed, text);
    return sectionOf(
      server.foods.map((food) => {
        const before = recent.find((item) => item.food === food.id);
        const choice = choosePortion(food.portions, parsed, usualChoice(food, before));
        return { food, choice, matches: [], remark: null, eatenBefore: before !== undefined };
      }),
    );
  }, [
    table,
    ownById,
    own,
    recent,
    favourites,
    words,
    parsed,
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
  const answered = table !== null || server.failed;
  return { sections, results, words, unreachable, answered, barcode: byCode && { code: byCode.code } };
};
