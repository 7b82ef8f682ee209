"use client";

import { useEffect, useState } from "react";
import type { FoodTable } from "./loggable-food";

export type { FoodTable, LoggableFood } from "./loggable-food";

let loading: { readonly version: string; readonly table: Promise<FoodTable> } | null = null;

const load = async (version: string): Promise<FoodTable> => {
  const [{ decodeFoodTable }, response] = await Promise.all([
    import("./food-reading"),
    fetch(`/catalogue/${version}`),
  ]);
  if (!response.ok || !response.body) throw new Error(`The food table answered ${response.status}`);
  const unpacked = response.body.pipeThrough(new DecompressionStream("gzip"));
  return decodeFoodTable(await new Response(unpacked).arrayBuffer());
};

/** The food table of this version, fetched and decoded once a page load. A failure is tried again the next time. */
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

/**
 * The food table, or null until it is here. It is fetched when the browser has nothing else to do, at once when
 * `wanted`, and not ahead of time by somebody who saves data.
 */
export const useFoodTable = (version: string, wanted: boolean): FoodTable | null => {
  const [table, setTable] = useState<FoodTable | null>(null);
  useEffect(() => {
    if (table) return;
    let gone = false;
    const start = () => {
      loadFoodTable(version).then(
        (loaded) => {
          if (!gone) setTable(loaded);
        },
        // Until it is loaded, the server searches; the next time the palette opens it is tried again.
        () => {},
      );
    };
    if (wanted) start();
    else if (!(navigator as ConnectionHints).connection?.saveData) {
      if (typeof requestIdleCallback === "function") {
        const handle = requestIdleCallback(start, { timeout: 5000 });
        return () => {
          gone = true;
          cancelIdleCallback(handle);
        };
      }
      const handle = setTimeout(start, 1500);
      return () => {
        gone = true;
        clearTimeout(handle);
      };
    }
    return () => {
      gone = true;
    };
  }, [table, version, wanted]);
  return table;
};
