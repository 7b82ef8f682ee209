import type { BrowserContext, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import { log, openPalette, openSample, savedEntries, sentenceOf, signUp } from "@/tests/support/person";

/*
 * The app without a network: the service worker and the copy of the account on the device
 * (docs/decisions/035-offline.md). The network is cut in the browser itself.
 */

/** What a browser says of every request that the cut network takes. */
const CUT = {
  serviceWorkers: "allow",
  expected: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|401|Failed to fetch|RSC payload|network/i,
} as const;

/** How many copies and kept pages this device has, and whether the worker answers for the page. */
const heldOn = (page: Page): Promise<{ copies: number; pages: string[]; worker: boolean }> =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // Opened before the app has made it, it would be another one.
    const made = (await indexedDB.databases()).some(({ name }) => name === "assay");
    let copies = 0;
    if (made) {
      const database = await settled(indexedDB.open("assay"));
      copies = await settled(database.transaction("lists").objectStore("lists").count());
      database.close();
    }
    const kept = (await caches.has("assay-pages")) ? await (await caches.open("assay-pages")).keys() : [];
    const pages = kept.map(({ url }) => new URL(url).pathname).filter((path) => !path.startsWith("/."));
    return { copies, pages, worker: navigator.serviceWorker.controller !== null };
  });

/** Until the worker answers for the page and this device has a copy of the account. */
const untilCopied = (page: Page): Promise<void> =>
  expect
    .poll(() => heldOn(page).catch(() => null), { timeout: 60_000, interval: 250 })
    .toMatchObject({ copies: 1, worker: true });

/** The app opened anew, in a page of its own, as from the home screen. */
const openAnew = async (context: BrowserContext, path = "/today"): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(path);
  return page;
};

describe("without a network", () => {
  it("opens Today from the copy, logs a food, counts it, and saves it once", async ({ sample }) => {
    const { page, context } = await sample("phone", CUT);
    await untilCopied(page);
    const before = await sentenceOf(page, "magnesium");
    const saved = await savedEntries(page);
    await page.close();

    await context.setOffline(true);
    const cold = await openAnew(context);
    await cold.getByText(/^As of .*offline\.$/).waitFor();
    expect(await sentenceOf(cold, "magnesium")).toBe(before);
    await log(cold, "30 g almonds", /lmonds/);
    await expect.poll(() => sentenceOf(cold, "magnesium")).not.toBe(before);
    const after = await sentenceOf(cold, "magnesium");
    await cold.close();

    // The app was closed, and is opened once more before there is a network.
    const again = await openAnew(context);
    await expect.poll(() => sentenceOf(again, "magnesium")).toBe(after);

    await context.setOffline(false);
    await expect
      .poll(async () => (await savedEntries(again).catch(() => [])).length, { timeout: 60_000 })
      .toBe(saved.length + 1);
    await again.getByText(/offline\.$/).waitFor({ state: "detached" });
    expect(await sentenceOf(again, "magnesium")).toBe(after);
  });

  it("shows a page as it was seen last, and says of others that they need the network", async ({
    sample,
  }) => {
    const { page, context } = await sample("desktop", CUT);
    await untilCopied(page);
    await page.goto("/trends");
    await page.getByRole("heading", { name: "Trends" }).waitFor();
    await expect.poll(async () => (await heldOn(page)).pages, { timeout: 60_000 }).toContain("/trends");

    await context.setOffline(true);
    await page.goto("/trends");
    await page.getByText(/^As of .*offline\.$/).waitFor();
    await page.getByRole("heading", { name: "Trends" }).waitFor();
    await page.goto("/review");
    await page.getByRole("heading", { name: "This page needs the network" }).waitFor();
    await page.getByRole("link", { name: "Go to today" }).click();
    await page.getByText("Minerals so far").waitFor();

    await page.goto("/review");
    await context.setOffline(false);
    await page.getByRole("heading", { name: /^Week/ }).first().waitFor();
  });

  it("searches, and shows any day of the last weeks", async ({ sample }) => {
    const { page, context } = await sample("desktop", CUT);
    await untilCopied(page);
    const yesterday = await page
      .getByRole("link", { name: /previous|earlier|day before/i })
      .first()
      .getAttribute("href");
    await context.setOffline(true);
    const cold = await openAnew(context, yesterday ?? "");
    await cold.getByRole("heading", { name: "Yesterday" }).waitFor();
    const input = await openPalette(cold);
    await input.fill("spinach");
    await cold
      .getByRole("option", { name: /spinach/i })
      .first()
      .waitFor();
  });
});

describe("what the device keeps", () => {
  it("goes with signing out, and no other account sees it", async ({ sample }) => {
    const { page, context } = await sample("desktop", CUT);
    await untilCopied(page);
    await page.getByRole("button", { name: "Leave" }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await expect.poll(() => heldOn(page).catch(() => null)).toMatchObject({ copies: 0, pages: [] });
    await context.setOffline(true);
    const cold = await openAnew(context);
    await cold.getByRole("heading", { name: "This page needs the network" }).waitFor();
    expect(await cold.getByText("Minerals so far").count()).toBe(0);
    await cold.close();

    await context.setOffline(false);
    await signUp(page);
    await page.goto("/today");
    await untilCopied(page);
    await context.setOffline(true);
    const theirs = await openAnew(context);
    await theirs.getByText(/^As of .*offline\.$/).waitFor();
    expect(await theirs.getByRole("rowheader", { name: /oats|bread|almonds/i }).count()).toBe(0);
  });

  it("goes with a session that was ended elsewhere", async ({ sample }) => {
    const { page, context } = await sample("desktop", CUT);
    await untilCopied(page);
    await context.clearCookies();
    await page.goto("/today");
    await page.waitForURL(/sign-in/);
    await expect.poll(() => heldOn(page).catch(() => null)).toMatchObject({ copies: 0, pages: [] });
  });
});

describe("a new version", () => {
  it("waits, says that it is there, and takes over when it is told to", async ({ visit }) => {
    const { page } = await visit("desktop", CUT);
    await openSample(page);
    await untilCopied(page);
    // The same worker under another address is another version to the browser.
    await page.evaluate(() => navigator.serviceWorker.register("/sw.js?next", { scope: "/" }));
    await page.getByText("A new version is ready.").waitFor();
    const script = () => page.evaluate(() => navigator.serviceWorker.controller?.scriptURL ?? "");
    expect(await script()).not.toContain("?next");
    await page.getByRole("button", { name: "Reload" }).click();
    await expect.poll(() => script().catch(() => "")).toContain("?next");
  });
});
