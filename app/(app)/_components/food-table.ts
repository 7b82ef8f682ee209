"use client";

import { useEffect, useState } from "react";
import type { Catalogue, FoodSearch } from "@/lib/catalogue";
import type { FoodSource } from "@/lib/foods/schemas";
import type { Composition, LowerBounds, Portion } from "@/lib/nutrition";

/** A food that can be logged, from the reference table the person's own, or a recipe. */
export type LoggableFood = {
  readonly id: string;
  readonly name: string;
  /** The name in lists and in the diary's own rows. */
  readonly listName: string;
  readonly source: FoodSource;
  readonly portions: readonly Portion[];
  /** Amounts in 100 g; null is unknown. */
  readonly per100g: Composition;
  /** Nutrients of `per100g` that are only lower bounds; of recipes alone. */
  readonly lowerBounds?: LowerBounds;
  /** Whether it is so rich in oxalate that little of its calcium is absorbed; null while that is not known. */
  readonly highOxalate: boolean | null;
};

/** The reference food table in the browser, with its search. */
export type FoodTable = {
  readonly find: (id: string) => LoggableFood | null;
  readonly search: FoodSearch["search"];
};

const foodOf = (
  catalogue: Catalogue,
  shortName: (name: string) => string,
  id: string,
): LoggableFood | null => {
  const food = catalogue.food(id);
  return food
    ? {
        id: food.id,
        name: food.name,
        listName: shortName(food.name),
        source: "sr28",
        portions: food.portions,
        per100g: food.per100g,
        highOxalate: food.traits.highOxalate,
      }
    : null;
};

let loading: { readonly version: string; readonly table: Promise<FoodTable> } | null = null;

const load = async (version: string): Promise<FoodTable> => {
  const [{ createFoodSearch, decodeCatalogue, shortName }, response] = await Promise.all([
    import("@/lib/catalogue"),
    fetch(`/catalogue/${version}`),
  ]);
  if (!response.ok || !response.body) throw new Error(`The food table answered ${response.status}`);
  const unpacked = response.body.pipeThrough(new DecompressionStream("gzip"));
  const catalogue = decodeCatalogue(await new Response(unpacked).arrayBuffer());
  const engine = createFoodSearch(catalogue);
  // The first search builds the index; better now than under somebody's fingers.
  engine.search("food", { limit: 1 });
  return { find: (id) => foodOf(catalogue, shortName, id), search: engine.search };
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
