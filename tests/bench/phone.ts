import { availableParallelism, loadavg } from "node:os";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { findChromium } from "@/scripts/outside-tools.mjs";

/*
 * How soon a person who opens Today on a phone can log: a phone's screen, processor and network are emulated, the cache
 * is empty, and the + is tapped again and again until the palette opens. Needs a server that runs (npm start).
 */

const SERVER = process.env.BENCH_URL ?? "http://127.0.0.1:3000";
const RUNS = 9;

const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 3,
  isMobile: true,
  hasTouch: true,
  locale: "en-GB",
  timezoneId: "UTC",
};
/** Times that a phone of the middle range is slower than this machine, as Lighthouse sets it. */
const SLOWER = 4;
/** Lighthouse's slow 4G: milliseconds there and back, and bits a second. */
const NETWORK = { roundTrip: 150, down: 1_600_000, up: 750_000 };

const QUERY = "spinach";
/** Between two letters, milliseconds. */
const KEYSTROKE = 80;
/** Longer than any run takes, milliseconds. */
const PATIENCE = 60_000;

/** Milliseconds since the navigation began; null while it has not happened. */
type Moments = {
  /** The + is drawn. */
  drawn: number | null;
  /** A tap on the + that opened the palette. */
  works: number | null;
  /** The palette stands there and its input has the focus. */
  opened: number | null;
  /** The last letter is in the input. */
  typed: number | null;
  /** A food that answers the query is on the screen. */
  found: number | null;
};

/**
 * Runs in the page, before its own scripts. A tap is a click event every 50 ms. One that nothing answers would follow
 * the button's link and load the page anew; that is prevented, so that the first load is measured to its end.
 */
const watch = ({ query, patience }: { query: string; patience: number }): void => {
  const moments: Moments = { drawn: null, works: null, opened: null, typed: null, found: null };
  Object.assign(globalThis, { moments });
  const shown = (element: Element): boolean => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && top >= 0 && bottom <= innerHeight;
  };
  const answered = { at: null as number | null };
  addEventListener("click", (event) => {
    if (event.isTrusted) return;
    if (event.defaultPrevented) answered.at = performance.now();
    else event.preventDefault();
  });
  const tap = (): void => {
    // Answered, it has a while for the palette's code to come; one that only led to the page again is repeated.
    if (moments.opened !== null || (answered.at !== null && performance.now() - answered.at < 8000)) return;
    const button = [...document.querySelectorAll<HTMLElement>('a[aria-label="Log food"]')].find(shown);
    button?.click();
  };
  const look = (): void => {
    const now = performance.now();
    if ([...document.querySelectorAll('a[aria-label="Log food"]')].some(shown)) moments.drawn ??= now;
    const input = document.querySelector<HTMLInputElement>('[role="dialog"] input[role="combobox"]');
    if (input && input === document.activeElement) {
      moments.opened ??= now;
      moments.works ??= answered.at;
      if (input.value === query) {
        moments.typed ??= now;
        const foods = input.closest('[role="dialog"]')?.querySelectorAll('h2, [role="option"]') ?? [];
        if ([...foods].some((food) => shown(food) && food.textContent?.toLowerCase().includes(query)))
          moments.found ??= now;
      }
    }
    if (moments.found === null && now < patience) requestAnimationFrame(look);
  };
  setInterval(tap, 50);
  requestAnimationFrame(look);
};

declare const moments: Moments;

const openSample = async (browser: Browser) => {
  const context = await browser.newContext({ ...PHONE, baseURL: SERVER });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("button", { name: /sample/i }).click();
  await page.waitForURL("**/today");
  await page.waitForLoadState("networkidle");
  const { cookies } = await context.storageState();
  await context.close();
  return cookies;
};

const emulatePhone = async (page: Page): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: NETWORK.roundTrip,
    downloadThroughput: NETWORK.down / 8,
    uploadThroughput: NETWORK.up / 8,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
};

/** One first visit: the cache of a new context is empty. */
const visit = async (
  browser: Browser,
  cookies: Awaited<ReturnType<typeof openSample>>,
): Promise<{ readonly [M in keyof Moments]: number }> => {
  const context = await browser.newContext({ ...PHONE, baseURL: SERVER });
  try {
    await context.addCookies(cookies);
    const page = await context.newPage();
    await emulatePhone(page);
    // tsx names functions with a helper that the page does not have.
    await page.addInitScript(
      `globalThis.__name ??= (named) => named; (${watch})(${JSON.stringify({ query: QUERY, patience: PATIENCE })})`,
    );
    const until = (moment: keyof Moments) =>
      page.waitForFunction((name) => moments[name] !== null, moment, { timeout: PATIENCE });
    await page.goto("/today", { waitUntil: "commit" });
    await until("opened");
    await page.keyboard.type(QUERY, { delay: KEYSTROKE });
    await until("found");
    const { drawn, works, opened, typed, found } = await page.evaluate(() => moments);
    if (drawn === null || works === null || opened === null || typed === null || found === null)
      throw new Error("The palette opened without a tap");
    return { drawn, works, opened, typed, found };
  } finally {
    await context.close();
  }
};

const SAID: { readonly [M in keyof Moments]: string } = {
  drawn: "the + is drawn",
  works: "a tap on the + opens the palette",
  opened: "the palette is open",
  typed: `"${QUERY}" is typed`,
  found: "its first result is on the screen",
};

/** Measures a first visit to Today on a phone, and says so where there is nothing to measure in. */
export const benchPhone = async (): Promise<void> => {
  const executablePath = await findChromium();
  if (executablePath === null)
    return console.log("Phone: not measured, there is no Chromium (CHROMIUM_PATH says where one is)");
  const ready = await fetch(`${SERVER}/api/v1/ready`).catch(() => null);
  if (!ready?.ok)
    return console.log(
      `Phone: not measured, nothing answers on ${SERVER} (npm start; BENCH_URL names another)`,
    );

  const load = (): string => `${loadavg()[0]?.toFixed(2)}`;
  const before = load();
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
  try {
    const cookies = await openSample(browser);
    // The server's first answers are slower than the others.
    await visit(browser, cookies);
    const runs: Awaited<ReturnType<typeof visit>>[] = [];
    for (let run = 0; run < RUNS; run++) runs.push(await visit(browser, cookies));
    console.log(
      `First visit to Today, Chromium ${browser.version()} as a phone ${SLOWER} times slower, ${NETWORK.roundTrip} ms there and back, ${NETWORK.down / 1e6} Mbit/s; ${RUNS} runs, ms since the navigation`,
    );
    for (const moment of ["drawn", "works", "opened", "typed", "found"] as const) {
      const times = runs.map((run) => run[moment]).toSorted((a, b) => a - b);
      const of = (at: number): string => (times.at(at) as number).toFixed(0).padStart(6);
      console.log(
        `  ${SAID[moment].padEnd(34)} median ${of(Math.floor(RUNS / 2))}  best ${of(0)}  worst ${of(-1)}`,
      );
    }
    console.log(
      `  load average of the last minute ${before} before, ${load()} after; ${availableParallelism()} cores`,
    );
  } finally {
    await browser.close();
  }
};
