"use client";

import { useEffect, useMemo } from "react";
import { isText } from "@/lib/diary/client";
import type { EntryInput, FoodEntry, Meal } from "@/lib/diary/schemas";
import { capitalise, joinList, portionWords } from "@/lib/format";
import type { DoseView, TodayPage } from "@/lib/insights/schemas";
import type { DayMark } from "@/lib/nutrition";
import {
  copyBatch,
  foodsWords,
  invertBatch,
  moveBatch,
  type NewEntry,
  type Place,
  placeWords,
  putBatch,
  type Replaced,
  removeBatch,
  replaceBatch,
} from "./batch-change";
import type { Batch } from "./day-change";
import { type DiaryCore, useDiaryCore, useToday } from "./diary-provider";
import { toEntryInput } from "./entry-input";
import { dayWords } from "./meal-words";
import { preloadSaving } from "./waiting-notice";

/** A food that stands for another one that was typed. */
type Closest = { readonly name: string; readonly closestTo: string };

/** What can be done to the diary. The same object for as long as the person's day lasts. */
type DiaryActions = DiaryCore & {
  /** Saves a new entry. @param closestTo the typed food that it only comes near to. */
  add: (entry: FoodEntry, input: EntryInput, closestTo?: string) => void;
  /** Saves new foods of a day together or not at all. @param closest those of them that only come near to what was typed. */
  addAll: (
    added: readonly NewEntry[],
    to: { date: string; meal: Meal },
    closest?: readonly Closest[],
  ) => void;
  /** Replaces an entry by one with another portion. */
  edit: (before: FoodEntry, after: FoodEntry, input: EntryInput) => void;
  remove: (entry: FoodEntry) => void;
  move: (entry: FoodEntry, to: { date: string; meal: Meal }) => void;
  /** Logs a dose of a supplement as taken, once. */
  take: (dose: DoseView) => void;
  untake: (dose: DoseView) => void;
  /** Marks whether everything eaten on a day is logged. */
  mark: (day: Pick<TodayPage, "date" | "mark" | "markVersion">, to: DayMark) => void;
  /** Plans a food for its day and meal; it is in no total until an entry with its id is added. */
  plan: (food: FoodEntry) => void;
  unplan: (food: FoodEntry) => void;
  /** Logs the same foods again. @param said what the toast says, "Usual breakfast added". */
  copyAll: (entries: readonly FoodEntry[], to: Place, said?: string) => void;
  moveAll: (entries: readonly FoodEntry[], to: Place) => void;
  removeAll: (entries: readonly FoodEntry[]) => void;
  /** Puts another food in the place of some entries' own, all or none. @param what "Stew", "3 entries". */
  replaceAll: (
    replaced: readonly Replaced[],
    to: { readonly food: string; readonly name: string },
    what: string,
  ) => void;
};

const MARKED = {
  complete: "Marked as complete",
  incomplete: "Marked as not everything logged",
  none: "No longer marked",
} as const;

const makeActions = (core: DiaryCore, today: string): DiaryActions => {
  const { commitWithUndo } = core;
  const batch = (change: Batch, said: string, detail = "") => {
    if (change.steps.length > 0)
      commitWithUndo(change, invertBatch(change), said, ...(detail ? [detail] : []));
  };
  return {
    ...core,
    add: (entry, input, closestTo) => {
      const day = entry.date === today ? "" : `, ${dayWords(entry.date, today)}`;
      commitWithUndo(
        { kind: "put", before: null, after: entry, input },
        { kind: "remove", entry },
        `${entry.name} added to ${entry.meal}${day}`,
        [
          ...(closestTo === undefined ? [] : [`Closest to “${closestTo}”`]),
          ...(isText(entry.food) ? ["Without values"] : []),
          ...(entry.portion === null && entry.grams === null
            ? []
            : [portionWords(entry.portion, entry.grams)]),
        ].join(" · "),
      );
    },
    edit: (before, after, input) =>
      commitWithUndo(
        { kind: "put", before, after, input },
        { kind: "put", before: after, after: before, input: toEntryInput(before) },
        `${after.name} is now ${portionWords(after.portion, after.grams)}`,
      ),
    remove: (entry) =>
      commitWithUndo(
        { kind: "remove", entry },
        { kind: "restore", entry },
        `${entry.name} removed from ${entry.meal}`,
      ),
    move: (entry, to) => {
      const day = to.date === entry.date ? "" : `, ${dayWords(to.date, today)}`;
      commitWithUndo(
        { kind: "move", entry, to },
        { kind: "move", entry: { ...entry, ...to }, to: { date: entry.date, meal: entry.meal } },
        `${entry.name} moved to ${to.meal}${day}`,
      );
    },
    take: (dose) =>
      commitWithUndo({ kind: "take", dose }, { kind: "untake", dose }, `${dose.entry.name} taken`),
    untake: (dose) =>
      commitWithUndo({ kind: "untake", dose }, { kind: "take", dose }, `${dose.entry.name} not taken`),
    mark: ({ date, mark: before, markVersion: version }, to) =>
      commitWithUndo(
        { kind: "mark", date, to, before, version },
        { kind: "mark", date, to: before, before: to, version },
        MARKED[to ?? "none"],
      ),
    plan: (food) =>
      commitWithUndo({ kind: "plan", plan: food }, { kind: "unplan", plan: food }, `${food.name} planned`),
    unplan: (food) =>
      commitWithUndo(
        { kind: "unplan", plan: food },
        { kind: "plan", plan: food },
        `${food.name} no longer planned`,
      ),
    addAll: (added, to, closest = []) => {
      const entries = added.map(({ entry }) => entry);
      const meals = [...new Set(entries.map(({ meal }) => meal))];
      batch(
        putBatch(added, meals.length === 1 ? { ...to, meal: meals[0] as Meal } : { ...to, meal: null }),
        `${foodsWords(entries)} added to ${joinList(meals)}${to.date === today ? "" : `, ${dayWords(to.date, today)}`}`,
        closest.map(({ name, closestTo }) => `${name}: closest to “${closestTo}”`).join("; "),
      );
    },
    copyAll: (entries, to, said) =>
      batch(copyBatch(entries, to), said ?? `${foodsWords(entries)} copied to ${placeWords(to, today)}`),
    moveAll: (entries, to) =>
      batch(moveBatch(entries, to), `${foodsWords(entries)} moved to ${placeWords(to, today)}`),
    replaceAll: (replaced, to, what) =>
      batch(replaceBatch(replaced, to, what), `${capitalise(what)} replaced by ${to.name}`),
    removeAll: (entries) => batch(removeBatch(entries), `${foodsWords(entries)} removed`),
  };
};

/** What can be done to the diary; using it alone never renders again. @throws Error outside `DiaryProvider`. */
export const useDiaryActions = (): DiaryActions => {
  const core = useDiaryCore();
  const today = useToday();
  useEffect(preloadSaving, []);
  return useMemo(() => makeActions(core, today), [core, today]);
};
