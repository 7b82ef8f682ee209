import type { Browser, Page, Request } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, visit } from "@/tests/support/browser";
import { openSample } from "@/tests/support/person";

/*
 * What JavaScript a page with charts costs whoever opens it first (docs/decisions/021-javascript-budget.md). Counted are
 * the bytes as they come over the wire, gzip as the server sends it, of every script from an empty cache until the
 * charts are drawn and answer to a key. What comes later, because the browser is idle, has a budget of its own.
 */

/** 1 kB is 1000 bytes. No page with charts may weigh more. */
const LIMIT_KB = 200;
/** What was reached, and 3 % more: a page that grows is seen long before it is at the limit. */
const PAGES = [
  { name: "Today", path: "/today", chart: /last 14 days/, drawn: "svg [data-date]", budgetKb: 199 },
  {
    name: "Magnesium, 30 days",
    path: "/minerals/magnesium?days=30",
    chart: /^Each day/,
    drawn: "svg [data-date]",
    budgetKb: 191,
  },
  { name: "Trends", path: "/trends", chart: /^Magnesium/, drawn: "[role=img] > *", budgetKb: 181 },
] as const;
/** The palette with its search, toasts, menus and dialogs. */
const IDLE_BUDGET_KB = 172;

type Script = { readonly url: string; readonly bytes: number; readonly text: string };

const kb = (scripts: readonly Script[]): number => scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;

/** The message of a page that is too heavy: its largest scripts. */
const largest = (scripts: readonly Script[]): string =>
  [...scripts]
    .sort((a, b) => b.bytes - a.bytes)
    .slice(0, 8)
    .map(({ url, bytes }) => `${(bytes / 1000).toFixed(1)} kB ${new URL(url).pathname}`)
    .join("\n");

/** Everything the page fetches as a script. */
const watch = (page: Page): (() => Promise<readonly Script[]>) => {
  const found: Request[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script" || new URL(request.url()).pathname.endsWith(".js"))
      found.push(request);
  });
  return () =>
    Promise.all(
      found.map(async (request) => ({
        url: request.url(),
        bytes: (await request.sizes()).responseBodySize,
        text: (await (await request.response())?.text()) ?? "",
      })),
    );
};

/** Keeps the browser from being idle until `window.rest()`, so that what is loaded then is told apart for certain. */
const HOLD_IDLE = `{
  const native = window.requestIdleCallback.bind(window);
  let held = [];
  window.requestIdleCallback = (...call) => { if (held) held.push(call); else native(...call); return 0; };
  window.rest = () => { const all = held; held = null; for (const call of all ?? []) native(...call); };
}`;

let browser: Browser;
let signedIn: Awaited<ReturnType<Awaited<ReturnType<typeof visit>>["context"]["storageState"]>>;
beforeAll(async () => {
  browser = await openBrowser();
  const { page, context } = await visit(browser);
  await openSample(page);
  signedIn = await context.storageState();
  await context.close();
});
afterAll(() => browser.close());

/** A first visit with an empty cache, up to charts that are drawn and answer to the arrow keys. */
const firstVisit = async ({ path, chart, drawn }: (typeof PAGES)[number]) => {
  const { page, context, problems } = await visit(browser);
  await context.addCookies(signedIn.cookies);
  await page.addInitScript(HOLD_IDLE);
  const scripts = watch(page);
  await page.goto(path);
  const picture = page.locator("figure").getByRole("img", { name: chart }).first();
  const figure = picture.locator("xpath=ancestor::figure");
  await figure.locator(drawn).first().waitFor({ state: "attached" });
  const said = figure.locator("[aria-live]");
  await expect
    .poll(
      async () => {
        await picture.press("ArrowLeft");
        return said.textContent();
      },
      { timeout: 20_000 },
    )
    .toMatch(/\S/);
  await page.waitForLoadState("networkidle");
  return { page, context, problems, scripts };
};

describe("the JavaScript of a first visit", () => {
  it.each(PAGES)("$name", async (each) => {
    const { path, budgetKb } = each;
    const { page, context, problems, scripts } = await firstVisit(each);
    const needed = await scripts();
    console.info(`${path}: ${kb(needed).toFixed(1)} kB`);
    // It was really counted, and compressed.
    expect(kb(needed)).toBeGreaterThan(50);
    expect(needed.reduce((sum, { text }) => sum + text.length, 0) / 1000).toBeGreaterThan(2 * kb(needed));
    expect(kb(needed), largest(needed)).toBeLessThan(LIMIT_KB);
    expect(kb(needed), largest(needed)).toBeLessThan(budgetKb);

    await page.evaluate("rest()");
    // The code that comes when the browser is idle comes together; it is all here when nothing more does.
    let seen = 0;
    await expect
      .poll(
        async () => {
          const before = seen;
          seen = (await scripts()).length;
          return seen > needed.length && seen === before;
        },
        { timeout: 30_000, interval: 1500 },
      )
      .toBe(true);
    const all = await scripts();
    const idle = all.slice(needed.length);
    console.info(`${path}, idle: ${kb(idle).toFixed(1)} kB`);
    expect(kb(idle)).toBeGreaterThan(20);
    expect(kb(idle), largest(idle)).toBeLessThan(IDLE_BUDGET_KB);
    // The contracts are checked on the server; zod alone would be 33 kB.
    expect(all.filter(({ text }) => text.includes("ZodError")).map(({ url }) => url)).toEqual([]);
    expect(problems).toEqual([]);
    await context.close();
  });

  it("is counted script by script: one more is as much more", async () => {
    const { page, context, scripts } = await firstVisit(PAGES[2]);
    const before = await scripts();
    const [heaviest] = [...before].sort((a, b) => b.bytes - a.bytes);
    if (!heaviest) throw new Error("no script");
    await page.evaluate((url) => fetch(url).then((answer) => answer.text()), `${heaviest.url}?planted`);
    await expect.poll(async () => kb(await scripts()) - kb(before)).toBeCloseTo(heaviest.bytes / 1000, 1);
    await context.close();
  });
});
