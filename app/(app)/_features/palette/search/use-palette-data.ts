"use client";

import { useEffect, useState } from "react";
import { applyChange, useDiaryState, useShownDay } from "@/app/(app)/_features/diary";
import type { LoggableFood } from "@/app/(app)/_features/food";
import { readDayMinerals, readPalette } from "@/app/(app)/diary/actions";
import type { RecentFood, RepeatView } from "@/lib/diary/schemas";
import type { MineralDay, NextDose, TodayPage } from "@/lib/insights/schemas";
import { MINERALS, type Mineral } from "@/lib/nutrition";

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

/** Targets by mineral to show shares of; null where there is none, and where no shares are shown. */
export const mineralTargets = (days: readonly MineralDay[] | null) =>
  Object.fromEntries(
    MINERALS.map((mineral) => {
      const day = days?.find((candidate) => candidate.mineral === mineral);
      return [mineral, day?.scores ? day.target : null];
    }),
  ) as { readonly [M in Mineral]: number | null };
