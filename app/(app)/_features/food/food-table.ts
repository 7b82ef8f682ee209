"use client";

import { pause } from "@/components/ui/pause";
import { useAsync } from "@/components/ui/use-async";
import type { FoodTable } from "./loggable-food";

export type { FoodTable, LoggableFood } from "./loggable-food";

let loading: { readonly version: string; readonly table: Promise<FoodTable> } | null = null;

const load = async (version: string): Promise<FoodTable> => {
  const { table, whole } = await (await import("./food-reading")).loadFoodTable(version);
  // What is missing is asked for again the next time; what is here is not fetched twice.
  if (!whole) loading = null;
  return table;
};

/** The food tables of this version, fetched and decoded once a page load. A failure is tried again the next time. */
const loadFoodTable = (version: string): Promise<FoodTable> => {
  if (loading?.version !== version) {
    const table = load(version);
    loading = { version, table };
    table.catch((error: unknown) => {
      console.warn("The food table could not be loaded; the server searches instead.", error);
      loading = null;
    });
  }
  return loading.table;
};

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
 * The food table, or null until it is loaded: at once when `wanted`, otherwise when the browser is idle, and not ahead of
 * use where the browser asks to save data. After a failure the server searches, and the next change of `wanted` tries again.
 */
export const useFoodTable = (version: string, wanted: boolean): FoodTable | null => {
  const { value = null } = useAsync(
    async (signal) => {
      if (!wanted && loading?.version !== version) {
        if ((navigator as ConnectionHints).connection?.saveData) return null;
        await idle(signal);
      }
      return loadFoodTable(version);
    },
    [version, wanted],
  );
  return value;
};
