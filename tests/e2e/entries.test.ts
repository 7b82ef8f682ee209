import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import { dateOf, log, openPalette, savedEntries } from "@/tests/support/person";

/*
 * What is logged is put right: a tap edits it, another food takes its place, a dish becomes a recipe of one's own, and what
 * was logged without values is matched to a food.
 */

const row = (page: Page, name: RegExp) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

/** Puts 100 g of bananas on a day before, over the API, as the page's own person. */
const eatBefore = (page: Page, date: string) =>
  page.evaluate(async (on) => {
    const answer = await fetch(`/api/v1/diary/${crypto.randomUUID()}`, {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ date: on, meal: "snack", food: "ndb:09040", amount: { grams: 100 } }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }, date);

/** Opens the dialog that puts another food in an entry's place, and chooses the food. */
const chooseInstead = async (page: Page, typed: string, food: RegExp) => {
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("By which food?").fill(typed);
  await dialog.getByRole("button", { name: food }).first().click();
  return dialog;
};

/** One thing of the day, by its new name and weight, once the server has it. */
const untilSaved = (page: Page, name: RegExp, grams: number) =>
  expect
    .poll(async () =>
      (await savedEntries(page)).map((entry) => [name.test(entry.name), entry.grams].join(" ")),
    )
    .toContain(`true ${grams}`);

const putRight = async (page: Page) => {
  // A tap edits it; what was typed is said.
  await log(page, "100 g banana", /Banana/);
  await row(page, /Banana/)
    .getByRole("button", { name: /Bananas/ })
    .first()
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Typed: “100 g banana”").waitFor();
  await dialog.getByLabel("Amount", { exact: true }).fill("150");
  await dialog.getByRole("button", { name: "Save" }).click();
  await untilSaved(page, /^Bananas/, 150);

  // Another food in its place, and on all days, with a look before.
  await eatBefore(page, await dateOf(page, 1));
  await row(page, /Banana/)
    .getByRole("button", { name: /^Change/ })
    .click();
  await page.getByRole("menuitem", { name: "Replace food…" }).click();
  await chooseInstead(page, "apples raw with skin", /Apples, raw, with skin/);
  await dialog.getByText("150 g becomes 150 g.").waitFor();
  await dialog.getByText("On all my days").click();
  await dialog.getByText(/^2 entries on 2 days/).waitFor();
  await dialog.getByRole("cell").first().waitFor();
  await dialog.getByRole("button", { name: "Replace 2 entries" }).click();
  await untilSaved(page, /^Apples/, 150);
  expect(await savedEntries(page, await dateOf(page, 1))).toMatchObject([{ name: /^Apples/, grams: 100 }]);
};

const ownRecipeOfDish = async (page: Page) => {
  await log(page, "300 g bibimbap", /Bibimbap/);
  await row(page, /Bibimbap/)
    .getByRole("button", { name: /Bibimbap/ })
    .first()
    .click();
  await page
    .getByRole("dialog")
    .getByText(/^A typical recipe is assumed: .*Egg/)
    .waitFor();
  await page.getByRole("link", { name: "Change the ingredients" }).click();
  await page.getByRole("button", { name: /^Remove Egg/ }).click();
  await page.getByLabel("Name").fill("My bibimbap");
  await page.getByRole("button", { name: "Save the recipe" }).click();
  await page.getByRole("button", { name: "Replace the entry by this recipe" }).click();
  await page.waitForURL("**/today");
  await page.getByRole("rowheader", { name: /My bibimbap/ }).waitFor();
  const saved = await savedEntries(page);
  expect(saved.filter(({ name }) => /bibimbap/i.test(name))).toMatchObject([
    { name: "My bibimbap", grams: 300, meal: "lunch", typed: "300 g bibimbap" },
  ]);
};

const matchedLater = async (page: Page) => {
  const input = await openPalette(page);
  await input.fill("qzxv stew");
  const bare = page.getByRole("option", { name: "Log “qzxv stew” without values" });
  await bare.click();
  await page.getByRole("button", { name: "Log without values" }).filter({ visible: true }).click();
  await input.waitFor({ state: "hidden" });
  await page.getByRole("rowheader", { name: /qzxv stew/ }).waitFor();

  // A name of late is offered again as what it was.
  await openPalette(page);
  await page.getByRole("option", { name: /qzxv stew.*without values/ }).waitFor();
  await page.keyboard.press("Escape");
  await input.waitFor({ state: "hidden" });

  await page.goto("/diary/without-values");
  await page.getByRole("button", { name: "Match qzxv stew" }).click();
  const dialog = await chooseInstead(page, "lentils cooked", /^Lentils/);
  await dialog.getByText("The entry does not say how much it was.").waitFor();
  await dialog.getByLabel("Amount", { exact: true }).fill("250");
  await dialog.getByText("Amount not stated becomes 250 g.").waitFor();
  await dialog.getByRole("button", { name: "Replace", exact: true }).click();
  await page.getByText("Nothing to match").waitFor();
  await untilSaved(page, /^Lentils/, 250);
};

describe.each(["phone", "desktop"] as const)("what is logged, on a %s", (screen) => {
  it("is edited by a tap, and replaced on all its days", async ({ person }) => {
    const { page } = await person(screen);
    await putRight(page);
  });

  it("is a dish whose ingredients become a recipe of one's own, in the entry's place", async ({ person }) => {
    const { page } = await person(screen);
    await ownRecipeOfDish(page);
  });

  it("has no values, and is matched to a food later", async ({ person }) => {
    const { page } = await person(screen);
    await matchedLater(page);
  });
});
