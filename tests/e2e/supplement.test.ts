import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import { keepToasts, sentenceOf } from "@/tests/support/person";

describe("a new supplement", () => {
  it("is entered from its label on a phone, taken with one tap, counted apart, and taken back", async ({
    person,
  }) => {
    const { page } = await person("phone");
    await page.goto("/supplements/new");
    await page.getByLabel("Name").fill("Zinc gluconate");
    await page.getByLabel("One dose is").fill("tablet");
    await page.getByLabel("Nutrient").selectOption("zinc");
    await page.getByLabel("Form").selectOption("gluconate");
    await page.getByText("The compound", { exact: true }).click();
    await page.getByLabel("In one dose").fill("100");
    // 65.38 of the 455.7 g/mol of zinc gluconate are zinc: 14 of 100 mg.
    await page.getByText(/14\.\d\smg zinc/).waitFor();
    await page.getByRole("button", { name: "Save the supplement" }).click();
    await page.waitForURL("**/supplements");
    await page.goto("/today");
    const dose = page.getByRole("checkbox", { name: /zinc gluconate/i }).first();
    await keepToasts(page);
    await dose.check();
    await expect.poll(() => sentenceOf(page, "zinc")).toMatch(/14\.\d mg/);
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect.poll(() => sentenceOf(page, "zinc")).not.toMatch(/14\.\d mg/);
    await expect.poll(() => dose.isChecked()).toBe(false);
  });

  it("is entered, saved and taken by keyboard alone", async ({ person }) => {
    const { page } = await person();
    await page.goto("/supplements/new");
    const save = page.getByRole("button", { name: "Save the supplement" });
    await expect.poll(() => save.isEnabled()).toBe(true);
    const focused = () =>
      page.evaluate(() => {
        const field = document.activeElement as HTMLInputElement | null;
        return field?.labels?.[0]?.textContent?.trim() ?? field?.textContent?.trim() ?? "";
      });
    const tabTo = async (name: RegExp) => {
      for (let step = 0; step < 60 && !name.test(await focused()); step += 1)
        await page.keyboard.press("Tab");
      expect(await focused()).toMatch(name);
    };
    await tabTo(/^Name/);
    await page.keyboard.type("Magnesium");
    await tabTo(/^One dose is/);
    await page.keyboard.type("capsule");
    await tabTo(/^In one dose/);
    await page.keyboard.type("120");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/supplements");
    await page.keyboard.press("t");
    await page.waitForURL("**/today");
    // Until its code is here it can be seen and not be reached.
    await expect.poll(() => page.getByRole("checkbox", { name: /Magnesium/ }).isEnabled()).toBe(true);
    await tabTo(/^Taken: Magnesium/);
    await page.keyboard.press("Space");
    await expect.poll(() => sentenceOf(page, "magnesium")).toContain("120 mg");
  });
});
