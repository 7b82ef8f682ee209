"use client";

import { pause } from "@/components/ui/pause";
import { useAsync } from "@/components/ui/use-async";
import type { FoodTable, LoggableFood, SearchedFoods } from "./loggable-food";

export type { FoodTable, LoggableFood } from "./loggable-food";

type Loading = {
  readonly version: string;
  readonly foods: Promise<SearchedFoods>;
  /** With the reading of lines, from when somebody is about to type one. */
  table: Promise<FoodTable> | null;
};

let loading: Loading | null = null;

const load = async (version: string): Promise<SearchedFoods> => {
  const { foods, whole } = await (await import("./food-search")).loadSearch(version);
  // What is missing is asked for again the next time; what is here is not fetched twice.
  if (!whole) loading = null;
  return foods;
};

/** Once of each loading, so that the next one begins anew. */
const failing =
  (started: Loading) =>
  (error: unknown): void => {
    if (loading !== started) return;
    console.warn("The food table could not be loaded; the server searches instead.", error);
    loading = null;
  };

/** The food tables of this version, fetched and decoded once a page load. A failure is tried again the next time. */
const loadFoods = (version: string): Loading => {
  if (loading?.version === version) return loading;
  const started: Loading = { version, foods: load(version), table: null };
  loading = started;
  started.foods.catch(failing(started));
  return started;
};

/** The same with the reading of lines, whose code comes beside the tables. */
const loadFoodTable = (version: string): Promise<FoodTable> => {
  const started = loadFoods(version);
  if (started.table === null) {
    const search = import("./food-search");
    started.table = started.foods.then(async (foods) => (await search).withReading(foods));
    started.table.catch(failing(started));
  }
  return started.table;
};

/**
 * One food of the tables of this version.
 * @returns null where they have none of this id.
 * @throws Error when they cannot be loaded.
 */
export const findInTables = async (version: string, id: string): Promise<LoggableFood | null> =>
  (await loadFoodTable(version)).find(id);

type ConnectionHints = Navigator & { connection?: { saveData?: boolean } };

/** Resolves when the browser is idle; after 1.5 s where it cannot tell (Safari). @throws DOMException when aborted. */
const idle = (signal: AbortSignal): Promise<void> =>
  typeof requestIdleCallback === "function"
    ? new Promise((resolve) => {
        const handle = requestIdleCallback(() => resolve(), { timeout: 5000 });
        signal.addEventListener("abort", () => cancelIdleCallback(handle));
      })
    : pause(1500, signal);

/**
 * The food table, or null until it is loaded. Where it is not `wanted` yet, the foods and their search come when the browser
 * is idle, and not ahead of use where it asks to save data; what reads a typed line comes when it is wanted. After a failure the server searches, and the next change of `wanted` tries again.
 */
export const useFoodTable = (version: string, wanted: boolean): FoodTable | null => {
  const { value = null } = useAsync(
    async (signal) => {
      if (wanted) return loadFoodTable(version);
      if (loading?.version !== version) {
        if ((navigator as ConnectionHints).connection?.saveData) return null;
        await idle(signal);
      }
      await loadFoods(version).foods;
      return null;
    },
    [version, wanted],
  );
  return value;
};
