import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import { isFocused, keepToasts, openPalette, savedEntries } from "@/tests/support/person";

/*
 * A whole meal from one line of text: proposed, corrected, logged together, taken back together. On a phone with
 * fingers, on a desktop with the keyboard alone.
 */

const LINE = "2 cups cooked spinach, 1 kefir, a handful of pumpkin seeds and 30 g cheddar, zzxqj";
const FOUR = [/^Spinach/, /^Kefir/, /^Pumpkin/, /cheddar/i] as const;

const proposed = (page: Page) => page.getByRole("list", { name: "Proposed entries" }).getByRole("listitem");

/** The server has these foods and no others, and shows each once. */
const expectLogged = async (page: Page, foods: readonly RegExp[]) => {
  await expect.poll(() => savedEntries(page)).toHaveLength(foods.length);
  await page.reload();
  for (const name of foods) {
    const row = page.getByRole("rowheader", { name });
    await row.first().waitFor();
    expect(await row.count(), String(name)).toBe(1);
  }
};

describe("a meal in one line", () => {
  it("is proposed, corrected, logged with one tap and taken back with another, on a phone", async ({
    person,
  }) => {
    const { page } = await person("phone");
    const input = await openPalette(page);
    await input.fill(LINE);
    await expect.poll(() => proposed(page).count()).toBe(4);
    for (const [at, food] of FOUR.entries())
      expect(await proposed(page).nth(at).getByRole("button").first().textContent()).toMatch(food);
    // What was not understood is shown, not dropped.
    await page.getByRole("region", { name: "Not understood" }).getByText("zzxqj").first().waitFor();
    // The assumed portion of the kefir is put right before anything is saved.
    await proposed(page).nth(1).getByRole("button").first().tap();
    await proposed(page).nth(1).getByLabel("Amount", { exact: true }).fill("2");
    await proposed(page).nth(1).getByText("480 g").first().waitFor();
    expect(await savedEntries(page)).toEqual([]);

    await page
      .getByRole("button", { name: /^Add 4 to / })
      .filter({ visible: true })
      .tap();
    // The rest of the line stays for the person to put right.
    await expect.poll(() => input.inputValue()).toBe("zzxqj");
    await page.getByRole("button", { name: "Close" }).filter({ visible: true }).tap();
    await expectLogged(page, FOUR);
    const entries = await savedEntries(page);
    expect(entries.map(({ grams }) => grams)).toEqual([360, 480, 30, 30]);

    // Again, and all four are taken back together.
    await keepToasts(page);
    const again = await openPalette(page);
    await again.fill("50 g walnuts and 2 eggs");
    await page
      .getByRole("button", { name: /^Add 2 to / })
      .filter({ visible: true })
      .tap();
    await again.waitFor({ state: "hidden" });
    await page.getByRole("rowheader", { name: /alnuts/ }).waitFor();
    await expect.poll(() => savedEntries(page)).toHaveLength(6);
    await page.getByRole("button", { name: "Undo", exact: true }).tap();
    await page.getByRole("rowheader", { name: /alnuts/ }).waitFor({ state: "detached" });
    await expectLogged(page, FOUR);
    await expect.poll(() => savedEntries(page)).toHaveLength(4);
  });

  it("is corrected and logged by keyboard alone", async ({ person }) => {
    const { page } = await person();
    await openPalette(page);
    await page.keyboard.type("/l 1 cup lentils + 2 slices rye bread, banana");
    await expect.poll(() => proposed(page).count()).toBe(3);
    // The rows lag behind the keys: "b" is a third one, too.
    await proposed(page).nth(2).getByText("“banana”").waitFor();
    // Into the rows; the bread is removed, put back, and removed again.
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Delete");
    const putBack = page.getByRole("button", { name: /^Put back/ });
    await expect.poll(() => isFocused(putBack)).toBe(true);
    await page.keyboard.press("Enter");
    await putBack.waitFor({ state: "detached" });
    await expect.poll(() => isFocused(proposed(page).nth(1).getByRole("button").first())).toBe(true);
    await page.keyboard.press("Delete");
    await expect.poll(() => isFocused(putBack)).toBe(true);
    // The banana is opened, weighed, and closed with Enter.
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const amount = proposed(page).nth(2).getByLabel("Amount", { exact: true });
    await amount.waitFor();
    for (let step = 0; step < 20 && !(await isFocused(amount)); step += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("2");
    await page.keyboard.press("Enter");
    await amount.waitFor({ state: "detached" });
    // Back to the line, and Enter adds what is left.
    await page.keyboard.press("Escape");
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute("aria-label")))
      .toBe("Food and amount");
    await page.keyboard.press("Enter");
    await page.getByRole("rowheader", { name: /Banana/ }).waitFor();
    await expect.poll(() => savedEntries(page)).toHaveLength(2);
    const entries = await savedEntries(page);
    expect(entries.map(({ name }) => name).filter((name) => /bread/i.test(name))).toEqual([]);
    expect(entries).toHaveLength(2);
    expect(entries[1]?.grams).toBe(2 * 118);
    // Taken back by keyboard, too.
    await page.keyboard.press("Control+z");
    await page.getByRole("rowheader", { name: /Banana/ }).waitFor({ state: "detached" });
    await expect.poll(() => savedEntries(page)).toEqual([]);
  });
});
