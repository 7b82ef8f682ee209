import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import { log, openPalette, savedEntries, untilListening } from "@/tests/support/person";

/* What a small screen and hasty fingers ask for. */

/** The name of a food with a portion of many words: "1 cup, 1\" pieces, loosely packed". */
const LONG_PORTION = "kale";

/**
 * Has the next tap be followed by a second one in the same place, as soon as what the first one changed is drawn. The page
 * itself makes it, so that the time between them is the page's: between two orders of a test on a busy machine lies any time.
 */
const tapAgainOnceDrawn = (page: Page, x: number, y: number) =>
  page.evaluate(
    ([clientX, clientY]) => {
      const place = { bubbles: true, cancelable: true, composed: true, detail: 1, clientX, clientY };
      const pointer = { ...place, isPrimary: true, pointerType: "touch" };
      const tap = () => {
        const under = document.elementFromPoint(clientX, clientY) ?? document.body;
        under.dispatchEvent(new PointerEvent("pointerdown", { ...pointer, buttons: 1 }));
        under.dispatchEvent(new PointerEvent("pointerup", pointer));
        under.dispatchEvent(new MouseEvent("mousedown", { ...place, buttons: 1 }));
        under.dispatchEvent(new MouseEvent("mouseup", place));
        under.dispatchEvent(new PointerEvent("click", pointer));
        Object.assign(window, { tappedTwice: true });
      };
      Reflect.deleteProperty(window, "tappedTwice");
      const onClick = () => requestAnimationFrame(() => requestAnimationFrame(tap));
      window.addEventListener("click", onClick, { capture: true, once: true });
    },
    [x, y] as const,
  );

describe("a phone", () => {
  it("is never wider than its screen, whatever a portion is called", async ({ person }) => {
    const { page } = await person("phone");
    const input = await openPalette(page);
    await input.fill(LONG_PORTION);
    await page.getByRole("option", { name: /^Kale, raw/ }).waitFor();
    await page.keyboard.press("Enter");
    const row = page.getByRole("rowheader", { name: /^Kale, raw/ });
    await row.getByText(/loosely packed/).waitFor();
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 844 });
      // What is drawn for a width follows the screen in the frame after.
      await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      // Wrapped, not cut off: all of the words stand inside the screen.
      const words = await row.getByText(/loosely packed/).boundingBox();
      expect((words?.x ?? 0) + (words?.width ?? width)).toBeLessThan(width);
    }
  });

  it("closes the sheet with Back, and offers the typed line again", async ({ sample }) => {
    const { page } = await sample("phone");
    const logged = (await savedEntries(page)).length;
    await page.goto("/trends");
    await untilListening(page);
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
    await expect.poll(() => savedEntries(page)).toHaveLength(logged + 3);
    await page.goBack();
    await page.waitForURL("**/trends");
    await page.getByRole("heading", { name: "Day by day" }).waitFor();
  });

  it("logs once for a double tap, and leaves the palette open that it opened", async ({ sample }) => {
    const { page } = await sample("phone");
    const twice = async (name: RegExp) => {
      const button = page.locator("main").getByRole("button", { name }).first();
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      if (!box) throw new Error(`There is no ${name}`);
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await tapAgainOnceDrawn(page, x, y);
      await page.touchscreen.tap(x, y);
      await page.waitForFunction(() => "tappedTwice" in window);
    };
    await untilListening(page);
    // A menu was open before, so that one which the second tap opens is there at once.
    const layer = page.getByRole("menu").or(page.getByRole("dialog"));
    await page
      .getByRole("button", { name: /^Change / })
      .first()
      .tap();
    await layer.waitFor();
    await page.keyboard.press("Escape");
    await layer.waitFor({ state: "detached" });
    const before = (await savedEntries(page)).length;
    await twice(/^Add .*,/);
    await expect.poll(() => savedEntries(page)).toHaveLength(before + 1);
    expect(await layer.count()).toBe(0);
    // What is saved is saved in turn: once the kale is there, so would be what was logged twice.
    await log(page, "50 g kale", /^Kale/);
    await expect
      .poll(() => savedEntries(page))
      .toContainEqual(expect.objectContaining({ name: expect.stringMatching(/^Kale/) }));
    expect(await savedEntries(page)).toHaveLength(before + 2);

    await page.goto("/minerals/iron/sources");
    const input = await openPalette(page);
    await page.goBack();
    await input.waitFor({ state: "hidden" });
    await twice(/^Log /);
    // It answers to what is typed: it is open, and stays so.
    await input.fill("kale");
    await page.getByRole("option", { name: /^Kale/ }).first().waitFor();
    expect(await input.isVisible()).toBe(true);
  });

  it("has days of a year that a finger can tap", async ({ sample }) => {
    const { page } = await sample("phone");
    await page.goto("/trends?days=365");
    const day = page.locator("a[data-index]").first();
    await day.waitFor();
    const box = await day.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
  });
});

it("an address that leads nowhere keeps the frame; a day leads to the review of its week", async ({
  sample,
}) => {
  const { page } = await sample("desktop", { expected: /status of 404/ });
  const missing = await page.goto("/review/2026-99-99");
  expect(missing?.status()).toBe(404);
  await page.getByRole("heading", { name: "There is nothing here" }).waitFor();
  expect(await page.locator("main").count()).toBe(1);
  await page.getByRole("navigation", { name: "Main", exact: true }).waitFor();
  await page.goto("/review/2026-11-18");
  expect(new URL(page.url()).pathname).toBe("/review/2026-W47");
});
