"use client";

import { useMemo } from "react";
import { useFavourites } from "@/app/(app)/_features/diary";
import type { Choice, FoodTable, LoggableFood } from "@/app/(app)/_features/food";
import { lastAmount, saysAmount, typedChoice } from "@/app/(app)/_features/food";
import { findFoods } from "@/app/(app)/diary/actions";
import { pause } from "@/components/ui/pause";
import { useAsync } from "@/components/ui/use-async";
import {
  type ChosenAmount,
  type Doubt,
  type Line,
  lineOf,
  type Reading,
  type TypedAmount,
  typedWeight,
} from "@/lib/catalogue";
import { MAX_LINE_LENGTH } from "@/lib/catalogue/client";
import type { Meal, RecentFood } from "@/lib/diary/schemas";
import {
  askedSection,
  barcodeSections,
  choiceFor,
  FOODS,
  type Result,
  recentSections,
  type Section,
  searchTable,
  timesUsed,
} from "./results";

type KnownFoods = {
  readonly recent: readonly RecentFood[];
  readonly own: readonly LoggableFood[];
};

/** The meals that a line names. */
export type Named = {
  /** The one that all its foods go to; null where it names none, or not the same for all. */
  readonly meal: Meal | null;
  /** All that it names, in their order. */
  readonly meals: readonly Meal[];
};

export const NAMES_NONE: Named = { meal: null, meals: [] };

/** How a line reads at each key, as one food or several, with the food table. */
export const useLine = (
  text: string,
  meal: Meal,
  table: FoodTable | null,
  { own, recent }: KnownFoods,
  reading: Reading,
): { line: Line | null; named: Named } => {
  const { list: favourites } = useFavourites();
  const boost = useMemo(() => timesUsed(recent, favourites, meal), [recent, favourites, meal]);
  const last = useMemo(
    () =>
      new Map(
        recent.flatMap((item) => {
          const amount = lastAmount(item);
          return amount === null ? [] : [[item.food, amount] as const];
        }),
      ),
    [recent],
  );
  return useMemo(() => {
    if (table === null) return { line: null, named: NAMES_NONE };
    const parsed = table.readMeal(text, { own, boost, last });
    const isName = (name: string) => table.search(name, { limit: 1, own, boost, strict: true }).length > 0;
    return { line: lineOf(text, parsed, reading, isName), named: parsed };
  }, [table, text, own, boost, last, reading]);
};

type ServerAnswer = {
  /** What was typed without its amount. */
  readonly words: string;
  readonly foods: readonly {
    readonly food: LoggableFood;
    readonly typed: TypedAmount;
    readonly amount: ChosenAmount;
    readonly closestTo: string | null;
  }[];
  readonly doubts: readonly Doubt[];
  /** Whether the line is one of several foods, which only the food table can read. */
  readonly several: boolean;
};

const NO_FOODS: ServerAnswer["foods"] = [];
const NO_DOUBTS: readonly Doubt[] = [];
/** Pause in typing after which the server is asked, in milliseconds. */
const TYPING_PAUSE_MS = 80;

const searchServer = async (text: string, asEaten: boolean, signal: AbortSignal): Promise<ServerAnswer> => {
  await pause(TYPING_PAUSE_MS, signal);
  const result = await findFoods({ q: text.slice(0, MAX_LINE_LENGTH), ...(!asEaten && { asEaten }) });
  if (!result.ok) throw new Error(result.error.message);
  const { words, foods, doubts, several } = result.value;
  return {
    words,
    doubts,
    several,
    foods: foods.map((item) => ({ ...item, food: { ...item.food, highOxalate: null } })),
  };
};

/**
 * How the server reads a line while the food table is not here. An answer counts for its own line only, so that what was
 * typed since is never logged as something else; a line of several foods waits for the table.
 */
const useServerSearch = (text: string, needed: boolean, asEaten: boolean) => {
  const isAsked = needed && text !== "";
  const load = isAsked ? (signal: AbortSignal) => searchServer(text, asEaten, signal) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what `load` is made of
  const { status, value, error } = useAsync(load, [text, isAsked, asEaten]);
  const answer = status === "done" ? value : undefined;
  return {
    words: answer?.words ?? text,
    foods: answer?.foods ?? NO_FOODS,
    doubts: answer?.doubts ?? NO_DOUBTS,
    answered: status === "failed" || answer?.several === false,
    /** The latest answer was a failure. */
    failed: error !== undefined,
  };
};

/** What the palette was opened with. */
type Asked = { readonly food: string | null; readonly choice: Choice | null };
const NOTHING_ASKED: Asked = { food: null, choice: null };

export type FoodResults = {
  readonly sections: readonly Section[];
  readonly results: readonly Result[];
  /** What was typed without its amount. */
  readonly words: string;
  /** What of the line has to be confirmed before a food is saved. */
  readonly doubts: readonly Doubt[];
  /** Neither the food table nor the server is reachable. */
  readonly unreachable: boolean;
  /** Whether the search has finished. */
  readonly answered: boolean;
  /** Set when the text is a barcode: its number, or null when the check digit fails. Null for other text. */
  readonly barcode: { readonly code: string | null } | null;
};

const toSections = (results: readonly Result[], doubts: readonly Doubt[]): readonly Section[] =>
  results.length === 0 ? [] : [{ title: FOODS, results, doubts }];

/**
 * The foods listed under the input: search results, or recent foods.
 * @param line how the text reads; null while the food table is not here, and the server is asked.
 * @param asked a food that the palette was opened with, to stand first.
 * @param asEaten as the table's own: false for the ingredients of a recipe, while the server is asked.
 */
export const useFoodResults = (
  text: string,
  meal: Meal,
  today: string,
  table: FoodTable | null,
  line: Line | null,
  { recent, own }: KnownFoods,
  { food: asked, choice: askedChoice }: Asked = NOTHING_ASKED,
  asEaten = true,
): FoodResults => {
  const ownById = useMemo(() => new Map(own.map((food) => [food.id, food])), [own]);
  const { list: favourites } = useFavourites();
  const byCode = useMemo(() => barcodeSections(text, own), [text, own]);
  const server = useServerSearch(text, line === null && byCode === null, asEaten);
  const words = byCode || text === "" ? text : (line?.words ?? server.words);
  const sections = useMemo<readonly Section[]>(() => {
    if (byCode) return byCode.sections;
    const known = { table, own: ownById, recent, favourites };
    if (text !== "" && line === null)
      return toSections(
        server.foods.map(({ food, typed, amount, closestTo }) => {
          const before = recent.find((item) => item.food === food.id);
          const choice = saysAmount(typed)
            ? typedChoice(food, typed, amount)
            : choiceFor(null, food, typed, before);
          return {
            food,
            choice,
            matches: [],
            remark: null,
            eatenBefore: before !== undefined,
            ...(closestTo !== null && { closestTo }),
          };
        }),
        server.doubts,
      );
    if (words === "") {
      const lists = [...askedSection(known, asked, askedChoice), ...recentSections(known, meal, today)];
      if (!table || !line || !saysAmount(line.typed)) return lists;
      // Only an amount is typed so far: the recent foods in that amount.
      return lists.map((section) => ({
        ...section,
        results: section.results.map((result) => {
          const { food, withoutValues } = result;
          if (withoutValues)
            return { ...result, withoutValues: { grams: typedWeight(line.typed) ?? withoutValues.grams } };
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
    server.doubts,
    byCode,
  ]);
  const results = useMemo(() => sections.flatMap((section) => section.results), [sections]);
  const unreachable = server.failed && table === null;
  const answered = table !== null || server.failed || server.answered;
  const doubts = useMemo(
    () =>
      words === ""
        ? NO_DOUBTS
        : results.length === 0
          ? [{ kind: "words", text: words } as const]
          : (sections[0]?.doubts ?? NO_DOUBTS),
    [words, results, sections],
  );
  return {
    sections,
    results,
    words,
    doubts,
    unreachable,
    answered,
    barcode: byCode && { code: byCode.code },
  };
};
