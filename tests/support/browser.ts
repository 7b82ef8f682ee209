import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { inject } from "vitest";
import { findChromium } from "@/scripts/outside-tools.mjs";

/** A real Chromium for the end-to-end tests; the application is at `inject("baseUrl")`. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium();
  if (executablePath === null)
    throw new Error("There is no Chromium; set CHROMIUM_PATH. `npm test` installs one.");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking"],
  });
}

/** The two sizes that tests look at. */
export const screens = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true },
} as const;

export type Visit = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong unseen: console errors, exceptions of scripts, answers of 500 and more. */
  readonly problems: string[];
};

let visitors = 0;

/**
 * A new visitor: nothing stored, an address of its own, relative paths lead to the application.
 * @param options.timeZone IANA name; the browser's
 */
export async function visit(
  browser: Browser,
  screen: keyof typeof screens = "desktop",
  options: { timeZone?: string; locale?: string; reducedMotion?: "reduce" | "no-preference" } = {},
): Promise<Visit> {
  visitors += 1;
  const { timeZone = "UTC", locale = "en-GB", reducedMotion = "reduce" } = options;
  const address = `10.${Number(process.env.VITEST_WORKER_ID) % 256}.${Math.floor(visitors / 250)}.${(visitors % 250) + 1}`;
  const context = await browser.newContext({
    ...screens[screen],
    baseURL: inject("baseUrl"),
    timezoneId: timeZone,
    locale,
    reducedMotion,
    extraHTTPHeaders: { "x-forwarded-for": address },
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const problems: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") problems.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => problems.push(`exception: ${error.error().message}`));
  context.on("response", (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`);
  });
  return { page, context, problems };
}
