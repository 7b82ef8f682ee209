"use client";

import { useMemo } from "react";
import { applyChange, useDiaryState, useShownDay } from "@/app/(app)/_features/diary";
import type { LoggableFood } from "@/app/(app)/_features/food";
import { serverOrCopy } from "@/app/(app)/_features/offline";
import { readDayMinerals, readPalette } from "@/app/(app)/diary/actions";
import { useAsync } from "@/components/ui/use-async";
import type { RecentFood, RepeatView } from "@/lib/diary/schemas";
import type { MineralDay, NextDose, TodayPage } from "@/lib/insights/schemas";
import { MINERALS, type Mineral } from "@/lib/nutrition";

type PaletteData = {
  readonly recent: readonly RecentFood[];
  readonly own: readonly LoggableFood[];
  /** The next dose of each supplement. */
  readonly doses: readonly NextDose[];
  /** What can be repeated on the day that is logged to. */
  readonly repeat: RepeatView | null;
  /** The units of the profile; null until they are known. */
  readonly units: "metric" | "us" | null;
  /** The version of the food tables that the server has by now; null until it is known. */
  readonly tables: string | null;
};

const NO_DATA: PaletteData = { recent: [], own: [], doses: [], repeat: null, units: null, tables: null };

const fromServer = async (date: string) => {
  const result = await readPalette({ date });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

/** What the server answers, and the copy; the tables are null where they are not known. */
type ReadPalette = Pick<PaletteData, "recent" | "doses" | "repeat" | "units" | "tables"> & {
  readonly own: readonly (Pick<
    LoggableFood,
    "id" | "name" | "source" | "portions" | "per100g" | "lowerBounds"
  > & { readonly own?: { readonly barcode: string | null } | undefined })[];
};

const loadPalette = async (date: string): Promise<PaletteData> => {
  const { recent, repeat, doses, own, units, tables } = await serverOrCopy<ReadPalette>(
    () => fromServer(date),
    async ({ readPaletteOf }) => {
      const found = await readPaletteOf(date);
      // Which tables there are by now only the server knows.
      return found && { ...found, tables: null };
    },
  );
  return {
    recent,
    repeat,
    doses,
    units,
    tables,
    own: own.map((food) => ({
      ...food,
      listName: food.name,
      table: null,
      highOxalate: false,
      barcode: food.own?.barcode ?? null,
    })),
  };
};

/** The person's recent and own foods, doses and meals to repeat; empty, and not `ready`, until the server has answered. */
export const usePaletteStart = (date: string): PaletteData & { readonly ready: boolean } => {
  const { value, error } = useAsync(() => loadPalette(date), [date]);
  const ready = value !== undefined || error !== undefined;
  return useMemo(() => ({ ...(value ?? NO_DATA), ready }), [value, ready]);
};

const mineralsFromServer = async (date: string): Promise<readonly MineralDay[]> => {
  const result = await readDayMinerals({ date });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

const loadDayMinerals = (date: string): Promise<readonly MineralDay[]> =>
  serverOrCopy(
    () => mineralsFromServer(date),
    async ({ readDay }) => (await readDay(date))?.minerals ?? null,
  );

/**
 * The minerals of the day that is logged to: those on the page, or read for another day. Null until they are here, and
 * when they cannot be read: the food can still be added without its bars.
 */
export const useDayMinerals = (date: string): readonly MineralDay[] | null => {
  const { pending } = useDiaryState();
  const shownDay = useShownDay();
  const shown = shownDay?.date === date ? pending.reduce(applyChange<TodayPage>, shownDay).minerals : null;
  const isShown = shown !== null;
  const load = isShown ? null : () => loadDayMinerals(date);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what `load` is made of
  const { status, value } = useAsync(load, [date, isShown]);
  return shown ?? (status === "done" && value !== undefined ? value : null);
};

/** Targets by mineral to show shares of; null where there is none, and where no shares are shown. */
export const mineralTargets = (days: readonly MineralDay[] | null) =>
  Object.fromEntries(
    MINERALS.map((mineral) => {
      const day = days?.find((candidate) => candidate.mineral === mineral);
      return [mineral, day?.scores ? day.target : null];
    }),
  ) as { readonly [M in Mineral]: number | null };
