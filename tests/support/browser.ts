import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import { test as base, expect, inject } from "vitest";
import { findChromium } from "@/scripts/outside-tools.mjs";
import { openAccount, openSample, setTargets, signUp } from "./person";
import { zoneWhereItIs } from "./time-zone";

/** How long a test waits for what a person would see; a busy machine takes its time. */
const PATIENCE_MS = 60_000;

/** The two sizes that tests look at. */
const screens = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
} as const;

type VisitOptions = {
  /** IANA name; one where it is noon, so that no test begins on one day and ends on the next. */
  readonly timeZone?: string;
  /** Problems that the test itself causes; any other one fails it. */
  readonly expected?: RegExp;
  readonly storageState?: BrowserContextOptions["storageState"];
  /** Whether the service worker may be registered; blocked where a test is not about it. */
  readonly serviceWorkers?: BrowserContextOptions["serviceWorkers"];
};

type Visit = { readonly page: Page; readonly context: BrowserContext };

let visitors = 0;

/** @param problems gets what goes wrong unseen: console errors, exceptions of scripts, answers of 500 and more. */
async function openVisit(
  browser: Browser,
  screen: keyof typeof screens,
  { timeZone = zoneWhereItIs(12), expected, storageState, serviceWorkers = "block" }: VisitOptions,
  problems: string[],
): Promise<Visit> {
  visitors += 1;
  const address = `10.${Number(process.env.VITEST_WORKER_ID) % 256}.${Math.floor(visitors / 250)}.${(visitors % 250) + 1}`;
  const context = await browser.newContext({
    ...screens[screen],
    ...(storageState !== undefined && { storageState }),
    baseURL: inject("baseUrl"),
    timezoneId: timeZone,
    locale: "en-GB",
    reducedMotion: "reduce",
    serviceWorkers,
    extraHTTPHeaders: { "x-forwarded-for": address },
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const add = (problem: string) => {
    if (!expected?.test(problem)) problems.push(problem);
  };
  context.on("console", (message) => {
    // A write on a version that is no longer the latest is answered 412, merged, and sent again; Chromium notes that.
    if (/status of 412/.test(message.text())) return;
    // A food table that another test has removed meanwhile: the page does without it.
    if (/status of 404/.test(message.text()) && message.location().url.includes("/catalogue/")) return;
    if (message.type() === "error") add(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => add(`exception: ${error.error().message}`));
  context.on("response", (response) => {
    if (response.status() >= 500) add(`${response.status()} ${response.url()}`);
  });
  return { page: await context.newPage(), context };
}

/**
 * `it` for the end-to-end tests, with what they share. Whatever becomes of a test, every context that it opened is
 * closed after it; a problem that nobody saw on the screen fails it.
 */
export const it = base
  .extend("executablePath", { scope: "file" }, async () => {
    const found = await findChromium();
    if (found === null) throw new Error("There is no Chromium; set CHROMIUM_PATH. `npm test` installs one.");
    return found;
  })
  .extend("browser", { scope: "file" }, async ({ executablePath }, { onCleanup }) => {
    const args = ["--no-sandbox", "--disable-quic", "--disable-background-networking"];
    const browser = await chromium.launch({ executablePath, args });
    onCleanup(() => browser.close());
    return browser;
  })
  /** A new visitor: nothing stored, an address of its own, relative paths lead to the application. */
  .extend("visit", async ({ browser }, { onCleanup }) => {
    const contexts: BrowserContext[] = [];
    const problems: string[] = [];
    onCleanup(async () => {
      await Promise.all(contexts.map((context) => context.close()));
      expect(problems).toEqual([]);
    });
    return async (screen: keyof typeof screens = "desktop", options: VisitOptions = {}): Promise<Visit> => {
      const visit = await openVisit(browser, screen, options, problems);
      contexts.push(visit.context);
      return visit;
    };
  })
  /** A visitor who has made an account on the pages and set the targets there, at Today. */
  .extend("newcomer", ({ visit }) => async (...how: Parameters<typeof visit>) => {
    const { page, context } = await visit(...how);
    const email = await signUp(page);
    await setTargets(page);
    return { page, context, email };
  })
  /** A visitor with a new account and its targets, at Today; made by the API, which takes a fraction of the time. */
  .extend("person", ({ visit }) => async (...how: Parameters<typeof visit>) => {
    const { page, context } = await visit(...how);
    const email = await openAccount(page);
    return { page, context, email };
  })
  /** A visitor with a sample diary, at Today. */
  .extend("sample", ({ visit }) => async (...how: Parameters<typeof visit>) => {
    const { page, context } = await visit(...how);
    await openSample(page);
    return { page, context };
  });
