import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, visit } from "@/tests/support/browser";
import { openPalette, openSample, setTargets, signUp } from "@/tests/support/person";

/* What a small screen and hasty fingers ask for. */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** The name of a food with a portion of many words: "1 cup, 1\" pieces, loosely packed". */
const LONG_PORTION = "kale";

describe("a phone", () => {
  it("is never wider than its screen, whatever a portion is called", async () => {
    const { page, context, problems } = await visit(browser, "phone");
    await signUp(page);
    await setTargets(page);
    const input = await openPalette(page);
    await input.fill(LONG_PORTION);
    await page.getByRole("heading", { name: /^Kale, raw/ }).waitFor();
    await page.keyboard.press("Enter");
    const row = page.getByRole("rowheader", { name: /^Kale, raw/ });
    await row.getByText(/loosely packed/).waitFor();
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      // Wrapped, not cut off: all of the words stand inside the screen.
      const words = await row.getByText(/loosely packed/).boundingBox();
      expect((words?.x ?? 0) + (words?.width ?? width)).toBeLessThan(width);
    }
    expect(problems).toEqual([]);
    await context.close();
  });

  it("closes the sheet with Back, and offers the typed line again", async () => {
    const { page, context, problems } = await visit(browser, "phone");
    await openSample(page);
    await page.goto("/trends");
    await page.getByRole("link", { name: "Today" }).filter({ visible: true }).first().tap();
    await page.waitForURL("**/today");
    const line = "2 eggs, 1 slice rye bread, 30 g cheddar";
    const input = await openPalette(page);
    await input.fill(line);
    await page.goBack();
    await input.waitFor({ state: "hidden" });
    expect(new URL(page.url()).pathname).toBe("/today");
    await openPalette(page);
    expect(await input.inputValue()).toBe(line);
    expect(
      await input.evaluate((node: HTMLInputElement) => [node.selectionStart, node.selectionEnd]),
    ).toEqual([0, line.length]);
    // Logged, it is gone from the line; the history is as long as before, so that Back leaves the page.
    await page
      .getByRole("button", { name: /^Add 3 to / })
      .filter({ visible: true })
      .tap();
    await input.waitFor({ state: "hidden" });
    await page
      .getByRole("rowheader", { name: /cheddar/i })
      .first()
      .waitFor();
    await page.waitForLoadState("networkidle");
    await page.goBack();
    await page.waitForURL("**/trends");
    expect(problems).toEqual([]);
    await context.close();
  });

  it("logs once for a double tap, and leaves the palette open that it opened", async () => {
    const { page, context, problems } = await visit(browser, "phone");
    await openSample(page);
    await page.waitForLoadState("networkidle");
    const count = () =>
      page.evaluate(async () => {
        const today = new Date().toISOString().slice(0, 10);
        return (await (await fetch(`/api/v1/diary?date=${today}`)).json()).items.length as number;
      });
    const twice = async (name: RegExp) => {
      const button = page.locator("main").getByRole("button", { name }).first();
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      if (!box) throw new Error(`There is no ${name}`);
      const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
      await page.touchscreen.tap(...at);
      await page.waitForTimeout(120);
      await page.touchscreen.tap(...at);
    };
    const before = await count();
    await twice(/^Add .*,/);
    await page.waitForTimeout(600);
    await page.waitForLoadState("networkidle");
    expect(await count()).toBe(before + 1);
    expect(await page.getByRole("menu").or(page.getByRole("dialog")).count()).toBe(0);

    await page.goto("/minerals/iron/sources");
    await page.waitForLoadState("networkidle");
    await twice(/^Log /);
    await page.waitForTimeout(600);
    expect(await page.getByRole("combobox", { name: "Food and amount" }).isVisible()).toBe(true);
    expect(problems).toEqual([]);
    await context.close();
  });

  it("has days of a year that a finger can tap", async () => {
    const { page, context } = await visit(browser, "phone");
    await openSample(page);
    await page.goto("/trends?days=365");
    const day = page.locator("a[data-index]").first();
    await day.waitFor();
    const box = await day.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await context.close();
  });
});

it("an address that leads nowhere keeps the frame; a day leads to the review of its week", async () => {
  const { page, context } = await visit(browser);
  await openSample(page);
  const missing = await page.goto("/review/2026-99-99");
  expect(missing?.status()).toBe(404);
  await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
  expect(await page.locator("main").count()).toBe(1);
  await page.getByRole("navigation", { name: "Main", exact: true }).waitFor();
  await page.goto("/review/2026-11-18");
  expect(new URL(page.url()).pathname).toBe("/review/2026-W47");
  await context.close();
});
