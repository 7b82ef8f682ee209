import type { Page, Request } from "playwright-core";
import { describe, expect } from "vitest";
import { ANSWERS_LATER, TAB_BAR } from "@/components/ui/early-presses";
import { it } from "@/tests/support/browser";

/*
 * What JavaScript a page with charts costs whoever opens it first (docs/decisions/021-javascript-budget.md). Counted are
 * the bytes as they come over the wire, gzip as the server sends it, of every script from an empty cache until the page
 * stands as it will look and the + answers. What comes later, because the browser is idle or the person reaches for the
 * page, has a budget of its own; the charts answer to a key when it is here.
 */

/** 1 kB is 1000 bytes. No page with charts may weigh more at first. */
const LIMIT_KB = 150;
/** `seen` is what the server has drawn already; `idleKb` what was reached for the rest, and 3 % more. */
const PAGES = [
  { name: "Today", path: "/today", chart: /last 14 days/, seen: "Minerals so far", idleKb: 279 },
  {
    name: "Magnesium, 30 days",
    path: "/minerals/magnesium?days=30",
    chart: /^Each day/,
    seen: /^Each day/,
    idleKb: 210,
  },
  { name: "Trends", path: "/trends", chart: /^Magnesium/, seen: "Week by week", idleKb: 198 },
] as const;

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
const watch = (page: Page) => {
  const found: Request[] = [];
  let asked = 0;
  let answered = 0;
  page.on("request", () => {
    asked += 1;
  });
  page.on("requestfailed", () => {
    answered += 1;
  });
  page.on("requestfinished", (request) => {
    answered += 1;
    if (request.resourceType() === "script" || new URL(request.url()).pathname.endsWith(".js"))
      found.push(request);
  });
  const scripts = (): Promise<readonly Script[]> =>
    Promise.all(
      found.map(async (request) => ({
        url: request.url(),
        bytes: (await request.sizes()).responseBodySize,
        text: (await (await request.response())?.text()) ?? "",
      })),
    );
  /**
   * Nobody sees that nothing more comes: all that was asked for is here, and from one look to the next no more was.
   * @param more than this many scripts are to come at least
   */
  const allHere = async (more: number): Promise<readonly Script[]> => {
    let before = -1;
    await expect
      .poll(
        () => {
          const quiet = found.length > more && asked === before && answered === asked;
          before = asked;
          return quiet;
        },
        { interval: 1500 },
      )
      .toBe(true);
    return scripts();
  };
  return { scripts, allHere };
};

/** Keeps the browser from being idle until `window.rest()`, so that what is loaded then is told apart for certain. */
const HOLD_IDLE = `{
  const native = window.requestIdleCallback.bind(window);
  let held = [];
  window.requestIdleCallback = (...call) => { if (held) held.push(call); else native(...call); return 0; };
  window.rest = () => { const all = held; held = null; for (const call of all ?? []) native(...call); };
}`;

/** A first visit with an empty cache, up to a page that stands there and a + that answers. */
const firstVisit = async (page: Page, { path, seen }: (typeof PAGES)[number]) => {
  await page.addInitScript(HOLD_IDLE);
  const { scripts, allHere } = watch(page);
  await page.goto(path);
  await page.getByText(seen).filter({ visible: true }).first().waitFor();
  await page.locator(`#${TAB_BAR}:not([${ANSWERS_LATER}])`).waitFor({ state: "attached" });
  return { needed: await allHere(0), scripts, allHere };
};

/** Waits until the chart answers to an arrow key. */
const chartAnswers = async (page: Page, { chart }: (typeof PAGES)[number]): Promise<void> => {
  const picture = page.locator("figure").getByRole("img", { name: chart }).filter({ visible: true }).first();
  const said = picture.locator("xpath=ancestor::figure").locator("[aria-live]");
  await expect
    .poll(async () => {
      await picture.press("ArrowLeft");
      return said.textContent();
    })
    .toMatch(/\S/);
};

describe("the JavaScript of a first visit", () => {
  it.for(PAGES)("$name", async (each, { sample, visit }) => {
    const { path, idleKb } = each;
    const storageState = await (await sample()).context.storageState();
    const { page } = await visit("desktop", { storageState });
    const { needed, allHere } = await firstVisit(page, each);
    console.info(`${path}: ${kb(needed).toFixed(1)} kB`);
    // It was really counted, and compressed.
    expect(kb(needed)).toBeGreaterThan(50);
    expect(needed.reduce((sum, { text }) => sum + text.length, 0) / 1000).toBeGreaterThan(2 * kb(needed));
    expect(kb(needed), largest(needed)).toBeLessThan(LIMIT_KB);

    await page.evaluate("rest()");
    await chartAnswers(page, each);
    const all = await allHere(needed.length);
    const idle = all.slice(needed.length);
    console.info(`${path}, idle: ${kb(idle).toFixed(1)} kB`);
    expect(kb(idle)).toBeGreaterThan(20);
    expect(kb(idle), largest(idle)).toBeLessThan(idleKb);
    // The contracts are checked on the server; zod alone would be 33 kB.
    expect(all.filter(({ text }) => text.includes("ZodError")).map(({ url }) => url)).toEqual([]);
  });

  it("is counted script by script: one more is as much more", async ({ sample, visit }) => {
    const storageState = await (await sample()).context.storageState();
    const { page } = await visit("desktop", { storageState });
    const { needed: before, scripts } = await firstVisit(page, PAGES[2]);
    const [heaviest] = [...before].sort((a, b) => b.bytes - a.bytes);
    if (!heaviest) throw new Error("no script");
    await page.evaluate((url) => fetch(url).then((answer) => answer.text()), `${heaviest.url}?planted`);
    const planted = async () => (await scripts()).filter(({ url }) => url.endsWith("?planted"));
    await expect.poll(async () => kb(await planted())).toBeCloseTo(heaviest.bytes / 1000, 1);
  });
});
