import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import { openPalette, savedEntries } from "@/tests/support/person";

/*
 * A day of real food typed in lines over three meals: amounts that add up, a composed dish, a line that is half understood
 * and asked about, and one that no food answers, logged without values.
 */

const addButton = (page: Page, name: RegExp) => page.getByRole("button", { name }).filter({ visible: true });

const typeDay = async (page: Page, phone: boolean) => {
  const input = await openPalette(page);
  const press = (name: RegExp) => (phone ? addButton(page, name).tap() : input.press("Enter"));
  // Three foods of two meals in one line, one of them in pounds and ounces.
  await input.fill("breakfast: 2 eggs, 200 ml milk; lunch: 1 lb 4 oz carrots");
  await page.getByRole("list", { name: "Proposed entries for breakfast" }).waitFor();
  await addButton(page, /^Add 3 to breakfast and lunch/).waitFor();
  await press(/^Add 3 to breakfast and lunch/);
  await input.waitFor({ state: "hidden" });
  await expect.poll(() => savedEntries(page)).toHaveLength(3);

  // What lies on a toast is a food of its own.
  await openPalette(page);
  await input.fill("sardines on toast for lunch");
  await page.getByText("From “sardines”").first().waitFor();
  await addButton(page, /^Add 2 to lunch/).waitFor();
  await press(/^Add 2 to lunch/);
  await input.waitFor({ state: "hidden" });
  await expect.poll(() => savedEntries(page)).toHaveLength(5);

  // Half understood: asked first, nothing is saved, and the answer is one of the choices.
  await openPalette(page);
  await input.fill("/d 250 g zzqx beans");
  await page.getByRole("option").first().waitFor();
  await press(/^Add to dinner/);
  await page.getByText("“zzqx” was not understood.").filter({ visible: true }).first().waitFor();
  expect(await savedEntries(page)).toHaveLength(5);
  const bare = page.getByRole("option", { name: "Log “zzqx beans” without values" });
  if (phone) {
    await bare.tap();
    await addButton(page, /^Log without values/).tap();
  } else {
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => bare.getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("Enter");
  }
  await input.waitFor({ state: "hidden" });
  await expect.poll(() => savedEntries(page)).toHaveLength(6);

  const entries = await savedEntries(page);
  const at = (meal: string) => entries.filter((entry) => entry.meal === meal);
  expect([at("breakfast").length, at("lunch").length, at("dinner").length]).toEqual([2, 3, 1]);
  const carrots = entries.find(({ name }) => /carrot/i.test(name));
  expect(carrots?.grams).toBeCloseTo(20 * 28.349523125, 0);
  expect(at("dinner")[0]).toMatchObject({ name: "zzqx beans", grams: 250, typed: "250 g zzqx beans" });
  await page.reload();
  await page.getByRole("rowheader", { name: /zzqx beans/ }).waitFor();
};

describe("a day of food typed in lines", () => {
  it("on a phone", async ({ person }) => {
    const { page } = await person("phone");
    await typeDay(page, true);
  });

  it("by keyboard", async ({ person }) => {
    const { page } = await person();
    await typeDay(page, false);
  });
});
