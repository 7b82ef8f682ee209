import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import { CODES } from "@/tests/support/open-food-facts";
import { openPalette, savedEntries, sentenceOf } from "@/tests/support/person";

const OWN = "4006381333931";

describe("on a phone, a barcode", () => {
  it("that is not known leads to a new food with it, and is then logged by its digits", async ({
    person,
  }) => {
    const { page } = await person("phone", { expected: /status of 404/ });
    const input = await openPalette(page);
    await input.fill(CODES.missing);
    await page.getByRole("link", { name: /Create a food with this barcode/ }).click();
    await page.getByText(/Open Food Facts does not know it/).waitFor();
    expect(await page.getByLabel("Barcode", { exact: true }).inputValue()).toBe(CODES.missing);

    // The digits on another package: the food is made with those.
    await page.getByLabel("Barcode", { exact: true }).fill(OWN);
    await page.getByRole("textbox", { name: "Name" }).fill("Oat bar");
    await page.getByText("US label", { exact: true }).click();
    await page.getByText("a serving", { exact: true }).click();
    await page.getByLabel("One serving weighs").fill("40");
    await page.getByRole("textbox", { name: /Iron/ }).fill("10");
    await page.getByLabel("Unit of iron").selectOption("percent");
    await page.getByText(/Of 18.mg: 1.8.mg/).waitFor();
    await page.getByRole("textbox", { name: /Potassium/ }).fill("0");
    await page.getByText(/Less than 94.mg: a bound/).waitFor();
    await page.getByRole("button", { name: "Save the food" }).click();
    await page.getByRole("heading", { level: 1, name: "Oat bar" }).waitFor();

    await page.goto("/today");
    const palette = await openPalette(page);
    await palette.fill(OWN);
    await page.getByRole("option", { name: /Oat bar/ }).waitFor();
    await page
      .getByRole("button", { name: /^Add to / })
      .filter({ visible: true })
      .waitFor();
    await page.keyboard.press("Enter");
    await palette.waitFor({ state: "hidden" });
    await page.getByRole("rowheader", { name: /Oat bar/ }).waitFor();
  });

  it("of a product is reviewed, saved with what its label tells, and logged", async ({ person }) => {
    const { page } = await person("phone");
    const input = await openPalette(page);
    await input.fill(CODES.granola);
    await page.getByRole("link", { name: /Crunchy granola, Test Mill/ }).click();
    await page.getByRole("heading", { name: "Found in Open Food Facts" }).waitFor();
    await page.getByText(/Open Database License/).waitFor();
    expect(await page.getByRole("textbox", { name: /Magnesium/ }).inputValue()).toBe("112");
    expect(await page.getByRole("textbox", { name: /Calcium/ }).inputValue()).toBe("");
    await page
      .getByRole("radio", { name: /granola/i })
      .first()
      .check();
    await page.getByRole("button", { name: "Save the food" }).click();

    await page.getByRole("heading", { level: 1, name: /Crunchy granola/ }).waitFor();
    await page.getByRole("heading", { name: "Estimated, not measured" }).waitFor();
    await page.getByRole("button", { name: /^Add to/ }).click();
    await expect
      .poll(async () => (await savedEntries(page)).map(({ name }) => name))
      .toEqual([expect.stringContaining("Crunchy granola")]);
    await page.goto("/today");
    await page.getByRole("rowheader", { name: /Crunchy granola/ }).waitFor();
    // What was only estimated is in no total.
    expect(await sentenceOf(page, "calcium")).toMatch(/no data/);
  });

  it("with a wrong digit is said to be wrong", async ({ person }) => {
    const { page } = await person("phone");
    const input = await openPalette(page);
    await input.fill("4006381333932");
    await page.getByText(/one of them must be wrong/).waitFor();
  });
});
