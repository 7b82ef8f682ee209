"use client";

import { useEffect, useState } from "react";
import { applyChange, useDiaryState, useShownDay } from "@/app/(app)/_features/diary";
import type { LoggableFood } from "@/app/(app)/_features/food";
import { findFoods, readDayMinerals, readPalette } from "@/app/(app)/diary/actions";
import type { ChosenAmount, TypedAmount } from "@/lib/catalogue";
import type { RecentFood, RepeatView } from "@/lib/diary/schemas";
import type { MineralDay, NextDose, TodayPage } from "@/lib/insights/schemas";
import { MINERALS, type Mineral } from "@/lib/nutrition";

/** The longest line that the server reads. */
const MAX_LINE_LENGTH = 2000;

/** What was eaten lately, how usual it is on a day, and the person's own foods; empty until they are here. */
export const usePaletteStart = (date: string) => {
  const [state, setState] = useState<{
    recent: readonly RecentFood[];
    own: readonly LoggableFood[];
    /** What can be taken of each supplement. */
    doses: readonly NextDose[];
    /** What can be repeated on the day that is logged to. */
    repeat: RepeatView | null;
    ready: boolean;
  }>({ recent: [], own: [], doses: [], repeat: null, ready: false });
  useEffect(() => {
    let gone = false;
    readPalette({ date }).then(
      (result) => {
        if (gone) return;
        if (!result.ok) return setState((before) => ({ ...before, ready: true }));
        const own = result.value.own.map((food) => ({
          ...food,
          listName: food.name,
          highOxalate: false,
          barcode: food.own?.barcode ?? null,
        }));
        const { recent, repeat, doses } = result.value;
        setState({ recent, own, doses, repeat, ready: true });
      },
      () => !gone && setState((before) => ({ ...before, ready: true })),
    );
    return () => {
      gone = true;
    };
  }, [date]);
  return state;
};

/** The minerals of the day that is logged to: those on the page, or read for another day. */
export const useDayMinerals = (date: string): readonly MineralDay[] | null => {
  const { pending } = useDiaryState();
  const shownDay = useShownDay();
  const [read, setRead] = useState<{ date: string; minerals: readonly MineralDay[] } | null>(null);
  const shown = shownDay?.date === date ? pending.reduce(applyChange<TodayPage>, shownDay).minerals : null;
  const isShown = shown !== null;
  useEffect(() => {
    if (isShown || read?.date === date) return;
    let gone = false;
    readDayMinerals({ date }).then(
      (result) => {
        if (!gone && result.ok) setRead({ date, minerals: result.value });
      },
      // The bars are an extra: without them the food can still be added.
      () => {},
    );
    return () => {
      gone = true;
    };
  }, [date, isShown, read]);
  return shown ?? (read?.date === date ? read.minerals : null);
};

const NO_FOODS: readonly {
  readonly food: LoggableFood;
  readonly typed: TypedAmount;
  readonly amount: ChosenAmount;
}[] = [];

/**
 * How the server reads a line while the food table is on its way. An answer stands for its own line only, so that what
 * was typed since is never logged as something else; a line of several foods waits for the table.
 */
export const useServerSearch = (text: string, needed: boolean) => {
  const [answer, setAnswer] = useState({ text: "", words: "", foods: NO_FOODS, waits: false, failed: false });
  useEffect(() => {
    if (!needed || text === "") return;
    let gone = false;
    const failed = () =>
      !gone && setAnswer({ text, words: text, foods: NO_FOODS, waits: false, failed: true });
    const timer = setTimeout(() => {
      findFoods({ q: text.slice(0, MAX_LINE_LENGTH) }).then((result) => {
        if (!result.ok) return failed();
        const { words, foods, several } = result.value;
        const read = foods.map((item) => ({ ...item, food: { ...item.food, highOxalate: null } }));
        if (!gone) setAnswer({ text, words, foods: read, waits: several, failed: false });
      }, failed);
    }, 80);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [text, needed]);
  const current = answer.text === text;
  return {
    words: current ? answer.words : text,
    foods: current ? answer.foods : NO_FOODS,
    answered: current && text !== "" && !answer.waits,
    failed: answer.failed,
  };
};

/** Targets by mineral to show shares of; null where there is none, and where no shares are shown. */
export const targetsOf = (days: readonly MineralDay[] | null) =>
  Object.fromEntries(
    MINERALS.map((mineral) => {
      const day = days?.find((candidate) => candidate.mineral === mineral);
      return [mineral, day?.scores ? day.target : null];
    }),
  ) as { readonly [M in Mineral]: number | null };
