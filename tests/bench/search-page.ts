/*
 * Runs in the browser: what the palette does with the food table, measured. search-in-browser.ts bundles it, serves
 * it and calls it.
 */
import { openSearch } from "@/app/(app)/_features/food/food-search";
import { decodeCatalogue } from "@/lib/catalogue";
import { type Latency, latencyOf, typedTexts } from "./typed";

export type Loaded = {
  /** From asking for the files to their plain bytes, milliseconds. */
  readonly fetched: number;
  /** From the bytes to the first answer: decoding, and building the index. */
  readonly ready: number;
  readonly gzipBytes: number;
  readonly plainBytes: number;
};

export type PageBench = {
  /** Fetches, unpacks and opens so many tables as app/(app)/_features/food/food-search.ts does. */
  load(tables: number): Promise<Loaded>;
  /** Each so many-th keystroke, timed by itself. Needs `load` before it. */
  keystrokes(every: number): Latency;
  /** Ids for a query, to be held beside the server's. */
  find(query: string): string[];
};

const open = (): PageBench => {
  let table: ReturnType<typeof openSearch> | undefined;
  const search = (text: string) => {
    if (!table) throw new Error("The table was not loaded");
    return table.search(text, { limit: 20 });
  };
  return {
    load: async (tables) => {
      const start = performance.now();
      let gzipBytes = 0;
      const files = await Promise.all(
        Array.from({ length: tables }, async (_, at) => {
          const response = await fetch(`/catalogue/${at}`);
          if (!response.ok || !response.body) throw new Error(`The food table answered ${response.status}`);
          gzipBytes += Number(response.headers.get("content-length"));
          return new Response(response.body.pipeThrough(new DecompressionStream("gzip"))).arrayBuffer();
        }),
      );
      const fetched = performance.now() - start;
      table = openSearch(files.map((bytes) => decodeCatalogue(bytes)));
      return {
        fetched,
        ready: performance.now() - start - fetched,
        gzipBytes,
        plainBytes: files.reduce((sum, { byteLength }) => sum + byteLength, 0),
      };
    },
    keystrokes: (every) => latencyOf(typedTexts(every), search),
    find: (query) => search(query).map(({ id }) => id),
  };
};

Object.assign(globalThis, { bench: open() });
