import { createServer, type Server } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { type CDPSession, chromium, type Page } from "playwright-core";
import { createFoodSearch, decodeCatalogue, joinCatalogues } from "@/lib/catalogue";
import { findChromium } from "@/scripts/outside-tools.mjs";
import { EVERY } from "./measure";
import type { Loaded, PageBench } from "./search-page";
import { JUDGED } from "./search-score";
import { type Latency, printRounds, ROUNDS, tooSlow } from "./typed";

declare const bench: PageBench;

/** Times that a phone of the middle range is slower than this machine, as Lighthouse sets it. */
const PHONE = 4;

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

type Bundler = {
  build(options: object): Promise<{ readonly outputFiles: readonly { readonly text: string }[] }>;
};

/** The script of the page, by the bundler that tsx brings. */
const bundled = async (): Promise<string> => {
  const esbuild: Bundler = createRequire(import.meta.resolve("tsx"))("esbuild");
  const { outputFiles } = await esbuild.build({
    entryPoints: ["tests/bench/search-page.ts"],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    tsconfig: "tsconfig.json",
  });
  return outputFiles[0]?.text ?? "";
};

/** The page, its script and the tables, packed as app/catalogue sends them; isolated, for a clock of 5 µs. */
const serve = async (
  script: string,
  tables: readonly Uint8Array[],
): Promise<{ server: Server; url: string }> => {
  const files: { readonly [path: string]: readonly [type: string, body: string | Buffer] } = {
    "/": ["text/html", '<!doctype html><title>Food search</title><script src="/page.js"></script>'],
    "/page.js": ["text/javascript", script],
    ...Object.fromEntries(
      tables.map((table, at) => [
        `/catalogue/${at}`,
        ["application/gzip", gzipSync(table, { level: 9 })] as const,
      ]),
    ),
  };
  const server = createServer((request, response) => {
    const file = files[request.url ?? ""];
    if (!file) return response.writeHead(404).end();
    const [type, body] = file;
    return response
      .writeHead(200, {
        "content-type": type,
        "content-length": Buffer.byteLength(body),
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
      })
      .end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
};

const answers = (find: (query: string) => string[]): string =>
  JUDGED.map(({ q }) => `${q}: ${find(q).join(" ")}`).join("\n");

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

/** What the page holds after a collection of garbage, bytes: objects and typed arrays. */
const heldBy = async (session: CDPSession): Promise<number> => {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
  return usedSize + backingStorageSize;
};

const measureOn = async (page: Page, url: string, tables: number, slower: number): Promise<Latency> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const loads: Loaded[] = [];
  let held = 0;
  for (let round = 0; round < ROUNDS; round++) {
    await page.goto(url);
    const before = await heldBy(session);
    loads.push(await page.evaluate((count) => bench.load(count), tables));
    held = (await heldBy(session)) - before;
  }
  const [load] = loads.toSorted((a, b) => a.ready - b.ready) as [Loaded];
  const rounds: Latency[] = [];
  for (let round = 0; round < ROUNDS; round++)
    rounds.push(await page.evaluate((every) => bench.keystrokes(every), EVERY));
  console.log(slower === 1 ? "in Chromium" : `in Chromium, ${slower} times slower, as on a phone`);
  console.log(
    `  ${tables} tables, ${kilobytes(load.gzipBytes)} fetched and unpacked to ${kilobytes(load.plainBytes)} in ${load.fetched.toFixed(0)} ms, from bytes to ready ${load.ready.toFixed(0)} ms (best of ${ROUNDS}), ${megabytes(held)} held`,
  );
  return printRounds(rounds);
};

/**
 * Food search as the palette has it, in Chromium: how long the tables take to be ready, what they hold, and how long a
 * keystroke takes, as the machine is and slowed down.
 * @param tables compiled tables as they are decoded, in the order in which they are joined.
 * @returns what is not as it has to be; null when there is no Chromium to measure in.
 */
export const benchSearchInBrowser = async (tables: readonly Uint8Array[]): Promise<string[] | null> => {
  const executablePath = await findChromium();
  if (executablePath === null) {
    console.log("in the browser: not measured, there is no Chromium (CHROMIUM_PATH says where one is)");
    return null;
  }
  const script = await bundled();
  const { server, url } = await serve(script, tables);
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
  try {
    console.log(`Food search, ${browser.version()}; script ${kilobytes(gzipSync(script).length)} in gzip`);
    const page = await browser.newPage();
    const latency = await measureOn(page, url, tables.length, 1);
    const { search } = createFoodSearch(joinCatalogues(tables.map((table) => decodeCatalogue(table))));
    const here = answers((query) => search(query, { limit: 20 }).map(({ id }) => id));
    const there = await page.evaluate(
      (queries) => queries.map((query) => `${query}: ${bench.find(query).join(" ")}`).join("\n"),
      JUDGED.map(({ q }) => q),
    );
    await measureOn(await browser.newPage(), url, tables.length, PHONE);
    return [
      ...tooSlow("search in the browser", latency),
      ...(here === there ? [] : ["search in the browser: other answers than on the server"]),
    ];
  } finally {
    await browser.close();
    server.close();
  }
};
