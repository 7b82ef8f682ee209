import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, visit } from "@/tests/support/browser";
import { openSample } from "@/tests/support/person";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The number at the beginning of an amount: "at least 305 mg a day". */
const figureOf = (text: string | null): number => Number(/[\d,.]+/.exec(text ?? "")?.[0].replaceAll(",", ""));

it.each(["desktop", "phone"] as const)(
  "an average leads to its foods, a food to its days, a day to its entries, and those to the source, %s",
  async (screen) => {
    const { page, context, problems } = await visit(browser, screen);
    await openSample(page);
    await page.goto("/minerals/iron");
    await page.getByRole("link", { name: /^Every food, and the days/ }).click();
    await page.waitForURL("**/minerals/iron/average?days=30");
    const mean = figureOf(await page.locator("[data-mean]").textContent());

    const parts = page.getByRole("listitem").filter({ has: page.locator("details") });
    const first = parts.first();
    const shown = figureOf(await first.locator("summary .font-medium").last().textContent());
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(mean);
    await first.locator("summary").click();
    const food = await first.getByRole("link", { name: "The food and its source" }).getAttribute("href");
    await first.getByRole("listitem").first().getByRole("link").click();

    await page.waitForURL(/\/diary\/\d{4}-\d\d-\d\d\/iron$/);
    await page.locator(`[data-entry] a[href="${food}#source-iron"]`).first().click();
    await page.waitForURL(/\/foods\/ndb%3A\d+#source-iron$/);
    await page.locator("#source-iron").waitFor();
    expect(problems).toEqual([]);
    await context.close();
  },
);
