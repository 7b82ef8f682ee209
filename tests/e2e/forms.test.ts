import type { Page } from "playwright-core";
import { expect } from "vitest";
import { it } from "@/tests/support/browser";

const fillIn = async (page: Page, label: string, text: string) => {
  const field = page.getByRole("textbox", { name: label, exact: true }).first();
  await expect.poll(() => field.isEditable()).toBe(true);
  await field.fill(text);
};

it("fault 13: a pasted recipe becomes ingredients in order; leaving it unsaved asks", async ({ person }) => {
  const { page } = await person("desktop");
  await page.goto("/recipes");
  await page.goto("/recipes/new");
  await fillIn(page, "Name", "Pancakes");
  await page.getByRole("button", { name: "Paste a whole list" }).click();
  await page
    .getByRole("textbox", { name: "List of ingredients" })
    .fill("For the batter:\n3 eggs\n200 ml milk\nxqzzv wvvkk");
  await page.getByRole("button", { name: "Add 2 ingredients" }).click();
  expect(await page.getByRole("textbox", { name: "List of ingredients" }).inputValue()).toBe("xqzzv wvvkk");
  await page.getByRole("group", { name: /^Egg/ }).waitFor();
  await page.getByRole("group", { name: /^Milk/ }).waitFor();

  const question = page.getByRole("dialog", { name: "Leave without saving?" });
  await page.getByRole("link", { name: "Cancel" }).click();
  await question.waitFor();
  await page.getByRole("button", { name: "Stay" }).click();
  await page.goBack();
  await question.waitFor();
  expect(new URL(page.url()).pathname).toBe("/recipes/new");
  await page.getByRole("button", { name: "Stay" }).click();
  await page.getByRole("button", { name: "Save the recipe" }).click();
  await page.getByRole("heading", { level: 1, name: "Pancakes" }).waitFor();
  await page.getByRole("link", { name: "Today" }).filter({ visible: true }).first().click();
  await page.waitForURL("**/today");
  expect(await question.count()).toBe(0);
});
