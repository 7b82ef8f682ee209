/*
 * Runs in the browser: what the palette does with the food table, measured. search-in-browser.ts bundles it, serves
 * it and calls it.
 */
import { openSearch } from "@/app/(app)/_features/food/food-search";
import { decodeCatalogue } from "@/lib/catalogue";
import { type Latency, latencyOf, typedTexts } from "./typed";

export type Loaded = {
  /** From asking for the file to its plain bytes, milliseconds. */
  readonly fetched: number;
  /** From the bytes to the first answer: decoding, and building the index. */
  readonly ready: number;
  readonly gzipBytes: number;
  readonly plainBytes: number;
};

export type PageBench = {
  /** Fetches, unpacks and opens the table as app/(app)/_features/food/food-table.ts does. */
  load(): Promise<Loaded>;
  /** All keystrokes, each timed by itself. Needs `load` before it. */
  keystrokes(): Latency;
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
    load: async () => {
      const start = performance.now();
      const response = await fetch("/catalogue/table");
      if (!response.ok || !response.body) throw new Error(`The food table answered ${response.status}`);
      const gzipBytes = Number(response.headers.get("content-length"));
      const bytes = await new Response(
        response.body.pipeThrough(new DecompressionStream("gzip")),
      ).arrayBuffer();
      const fetched = performance.now() - start;
      table = openSearch([decodeCatalogue(bytes)]);
      return {
        fetched,
        ready: performance.now() - start - fetched,
        gzipBytes,
        plainBytes: bytes.byteLength,
      };
    },
    keystrokes: () => latencyOf(typedTexts(), search),
    find: (query) => search(query).map(({ id }) => id),
  };
};

Object.assign(globalThis, { bench: open() });
