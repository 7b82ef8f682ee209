import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import { openPalette, savedEntries } from "@/tests/support/person";

const addIngredient = async (page: Page, text: string, food: RegExp) => {
  const search = page.getByRole("combobox", { name: "Add an ingredient" });
  await search.fill(text);
  await page.getByRole("option", { name: food }).first().waitFor();
  await search.press("Enter");
  await page.getByRole("group", { name: food }).waitFor();
};

/** Nothing for axe to find, nothing that scrolls sideways. */
const check = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.target).join(", ")}`)).toEqual(
    [],
  );
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth),
  ).toBe(false);
};

const save = async (page: Page) => {
  await page.getByRole("button", { name: "Save the recipe" }).click();
  await page.waitForURL(/\/recipes\/[0-9a-f-]{36}$/);
};

/** What the day's row of the soup says of its minerals; a phone shows six small bars. */
const loggedSoup = (page: Page) =>
  page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: /Monday soup/ }) })
    .getByRole("img")
    .first()
    .getAttribute("aria-label");

describe("a recipe, on a phone", () => {
  it("is made from searched foods and logged by serving; changing it leaves what was logged", async ({
    person,
  }) => {
    const { page } = await person("phone");
    await page.goto("/foods");
    await page.getByRole("link", { name: "Recipes" }).click();
    await page.getByRole("link", { name: "New recipe" }).click();
    await page.getByLabel("Name").fill("Monday soup");
    await page.getByLabel("Servings").fill("4");
    await addIngredient(page, "200 g lentils, raw", /Lentils/);
    await addIngredient(page, "1 onion", /Onion/);
    await page
      .getByRole("group", { name: /Lentils/ })
      .getByLabel("Preparation")
      .selectOption("boiled-drained");
    await check(page);
    await save(page);
    await page.getByRole("heading", { level: 1, name: "Monday soup" }).waitFor();
    await check(page);
    const magnesium = page.getByRole("row", { name: /Magnesium/ }).first();
    const before = await magnesium.textContent();
    expect(before).toMatch(/\d/);

    // From here by keyboard alone: open the palette, type, Enter.
    await page.goto("/today");
    const input = await openPalette(page);
    await page.keyboard.type("monday so");
    // A phone lists it, in one serving; the detail opens on a tap.
    const palette = page.getByRole("dialog", { name: "Log food" });
    const found = palette.getByRole("option", { name: /Monday soup/ });
    await found.getByText(/^Your recipe/).waitFor();
    expect(await found.textContent()).toMatch(/1.serving/);
    await page.keyboard.press("Enter");
    await input.waitFor({ state: "hidden" });
    await page.getByRole("rowheader", { name: /Monday soup/ }).waitFor();
    await expect.poll(() => savedEntries(page)).toEqual([expect.objectContaining({ name: "Monday soup" })]);
    await page.reload();
    const logged = await loggedSoup(page);
    expect(logged).toMatch(/Magnesium \d/);

    await page.goto("/recipes");
    await page.getByRole("link", { name: /Monday soup/ }).click();
    await page.getByRole("link", { name: "Edit" }).click();
    await page.getByRole("button", { name: /^Remove Lentils/ }).click();
    await save(page);
    await expect.poll(() => magnesium.textContent()).not.toBe(before);
    await page.goto("/today");
    expect(await loggedSoup(page)).toBe(logged);
  });

  it("that cannot be saved keeps what was typed, and says what is wrong where it is", async ({ person }) => {
    const { page } = await person("phone", { expected: /status of 422/ });
    await page.goto("/recipes/new");
    await addIngredient(page, "2 eggs", /Egg/);
    await page.getByRole("group", { name: /Egg/ }).getByLabel("Amount").fill("many");
    await page.getByRole("button", { name: "Save the recipe" }).click();
    await page.getByRole("alert").first().waitFor();
    await page.getByRole("group", { name: /Egg/ }).getByText("Type an amount above 0.").first().waitFor();
    await page.getByRole("group", { name: /Egg/ }).getByLabel("Amount").fill("2");
    await page.getByRole("button", { name: "Save the recipe" }).click();
    await page.getByText("must not be empty").first().waitFor();
    expect(await page.getByRole("group", { name: /Egg/ }).getByLabel("Amount").inputValue()).toBe("2");
  });
});
