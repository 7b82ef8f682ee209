import { brotliDecompressSync } from "node:zlib";
import { createFoodSearch, decodeCatalogue, joinCatalogues } from "@/lib/catalogue";
import { encodeTable, type TableFood } from "@/lib/catalogue/encode";
import { loadCatalogue } from "@/lib/catalogue/load";
import { builtInFile, EVERY } from "./measure";
import { benchSearchInBrowser } from "./search-in-browser";
import { latencyOf, printRounds, ROUNDS, tooSlow, typedTexts } from "./typed";

const FOODS = 20_000;

/** A table of foods named after those of the built-in one, each with a word of another and one that no other table has. */
const made = (prefix: string, size: number, turn: number) => {
  const [builtIn] = loadCatalogue().parts;
  if (builtIn === undefined) throw new Error("There is no built-in table");
  const syllables = ["ka", "lo", "mi", "ne", "ru", "sta", "vor", "tin", "gel", "pa", "du", "fe"];
  const foods = Array.from({ length: size }, (_, at): TableFood => {
    const of = (at * 7 + turn * 13) % builtIn.size;
    const words = (builtIn.names[of] as string).split(", ");
    const other = (builtIn.names[(of * 31 + turn) % builtIn.size] as string).split(/[ ,]+/)[0] ?? "";
    const rare = [at % 12, (at >> 2) % 12, (at >> 4) % 12].map((place) => syllables[place]).join("");
    return {
      code: String(10_000_000 + at),
      name: [...words.slice(1), words[0], other.toLowerCase()].join(" ").slice(0, 200),
      otherNames: at % 4 === 0 ? [`${rare} ${words[0]}`] : [],
      group: builtIn.groupAt(of),
      values: { iron: "1.5" },
      refuse: "",
      measures: [{ label: "1 cup", grams: 100 }],
      phytate: null,
      traits: { ...builtIn.traitsAt(of), plain: false },
      suggested: null,
    };
  });
  const about = {
    prefix,
    name: prefix,
    title: prefix,
    edition: "2026",
    publisher: "",
    licence: "",
    citation: "",
    url: "",
    columns: {},
  };
  return encodeTable({ about, foods, phytate: { source: "", entries: [] } });
};

const heap = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

/**
 * The food search over several tables with 20,000 foods in all: how long the index takes, how long a keystroke.
 * @returns what is not as fast as it has to be.
 */
export const benchTables = async (): Promise<string[]> => {
  const builtIn = loadCatalogue().parts[0];
  if (builtIn === undefined) throw new Error("There is no built-in table");
  const rest = FOODS - builtIn.size;
  const files = [made("fndds", Math.ceil(rest / 2), 1), made("ciqual", Math.floor(rest / 2), 2)];
  const before = heap();
  const start = performance.now();
  const all = joinCatalogues([builtIn, ...files.map((file) => decodeCatalogue(file))]);
  const decoded = performance.now();
  const search = createFoodSearch(all);
  search.search("x", { limit: 1 });
  const ready = performance.now();
  console.log(
    `${all.size} foods in ${all.parts.length} tables: ${files.length} tables decoded in ${(decoded - start).toFixed(0)} ms, index of all built in ${(ready - decoded).toFixed(0)} ms, ${(heap() - before).toFixed(0)} MB`,
  );
  const typed = typedTexts(EVERY);
  const rounds = Array.from({ length: ROUNDS }, () =>
    latencyOf(typed, (text) => search.search(text, { limit: 20 })),
  );
  const quietest = printRounds(rounds);
  const installed = loadCatalogue();
  if (installed.parts.length > 1) {
    const since = performance.now();
    const real = createFoodSearch(installed);
    real.search("x", { limit: 1 });
    console.log(
      `\n${installed.size} foods of ${installed.tables.map(({ name }) => name).join(", ")}: index in ${(performance.now() - since).toFixed(0)} ms`,
    );
    printRounds([latencyOf(typed, (text) => real.search(text, { limit: 20 }))]);
  }
  return [
    ...tooSlow(`a keystroke over ${FOODS} foods`, quietest),
    ...((await benchSearchInBrowser([brotliDecompressSync(builtInFile()), ...files])) ?? []),
  ];
};
