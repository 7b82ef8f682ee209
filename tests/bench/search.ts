import { brotliDecompressSync } from "node:zlib";
import { createFoodSearch, decodeCatalogue, joinCatalogues } from "@/lib/catalogue";
import { builtInFiles, compare, EVERY } from "./measure";
import { benchSearchInBrowser } from "./search-in-browser";
import {
  answersOf,
  HABITS,
  HALVES,
  JUDGED,
  KINDS_OF_2026,
  type Offered,
  type Score,
  saidToBeClose,
  sampleUse,
  scoreOf,
  unanswerableWell,
} from "./search-score";
import { latencyOf, printRounds, ROUNDS, tooSlow, typedTexts } from "./typed";

const row = (name: string, { queries, mrr, first, firstFive }: Score): string =>
  `  ${name.padEnd(14)} ${String(queries).padStart(4)}   ${mrr.toFixed(3)}   ${first.toFixed(3)}   ${firstFive.toFixed(3)}`;

const printScores = (
  halves: readonly string[],
  find: (query: string) => string[],
  findAll: (query: string) => readonly Offered[],
): void => {
  for (const half of halves) {
    const queries = JUDGED.filter((query) => query.half === half);
    const answers = answersOf(queries, find);
    const classes = new Set(answers.map((answer) => answer.class));
    console.log(`Judged queries, ${half.padEnd(10)}MRR@10   hit@1   hit@5`);
    console.log(row("all", scoreOf(answers)));
    for (const name of classes)
      console.log(row(name, scoreOf(answers.filter((answer) => answer.class === name))));
    const lacking = saidToBeClose(queries, findAll);
    if (lacking.queries > 0)
      console.log(
        `  lacking        ${String(lacking.queries).padStart(4)}   nothing, or said to be only close: ${lacking.well}`,
      );
    const { queries: asked, well } = unanswerableWell(queries, find);
    if (asked === 0) continue;
    console.log(
      `  unanswerable   ${String(asked).padStart(4)}   nothing, or a near alternative first: ${well}`,
    );
  }
};

/**
 * Food search on the full table: how well it finds, and how long a keystroke takes, beside the bare thing: one walk
 * over all names.
 * @returns what is not as fast as it has to be.
 */
export const benchSearch = async (): Promise<string[]> => {
  const files = builtInFiles();
  const start = performance.now();
  const tables = files.map((file) => brotliDecompressSync(file));
  const catalogue = joinCatalogues(tables.map((table) => decodeCatalogue(table)));
  const decoded = performance.now();
  const search = createFoodSearch(catalogue);
  search.search("x", { limit: 1 });
  const ready = performance.now();
  console.log(
    `Food search: table decoded in ${(decoded - start).toFixed(0)} ms, index built in ${(ready - decoded).toFixed(0)} ms`,
  );
  const names = catalogue.names.map((name) => name.toLowerCase());
  const strictly = (query: string): readonly Offered[] => search.search(query, { limit: 10, strict: true });
  const find = (query: string): string[] => search.search(query, { limit: 10 }).map(({ id }) => id);
  printScores([...HALVES, ...KINDS_OF_2026], find, strictly);
  const boost = sampleUse();
  printScores([HABITS], (query) => search.search(query, { limit: 10, boost }).map(({ id }) => id), strictly);

  const typed = typedTexts(EVERY);
  const round = () => latencyOf(typed, (text) => search.search(text, { limit: 20 }));
  console.log("in Node");
  const latency = printRounds(Array.from({ length: ROUNDS }, round));
  let a = 0;
  let b = 0;
  await compare(
    "Food search, a keystroke",
    ["search, 20 results", () => search.search(typed[(a++ * 37) % typed.length] as string, { limit: 20 })],
    [
      "names that contain the text, one walk",
      () => {
        const text = typed[(b++ * 37) % typed.length] as string;
        return names.filter((name) => name.includes(text)).length;
      },
    ],
  );
  return [...tooSlow("search", latency), ...((await benchSearchInBrowser(tables)) ?? [])];
};
