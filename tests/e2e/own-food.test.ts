import { expect } from "vitest";
import { it } from "@/tests/support/browser";
import { log, savedEntries, sentenceOf } from "@/tests/support/person";

it("an own food from an EU label is entered by keyboard alone; what the label does not tell stays unknown", async ({
  person,
}) => {
  const { page } = await person();
  await page.goto("/foods/new");
  const save = page.getByRole("button", { name: "Save the food" });
  await expect.poll(() => save.isEnabled()).toBe(true);
  const focused = () =>
    page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement | null;
      return (
        field?.labels?.[0]?.textContent?.trim() || field?.getAttribute("aria-label") || field?.textContent
      );
    });
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 80 && !name.test((await focused()) ?? ""); step += 1)
      await page.keyboard.press("Tab");
    expect(await focused()).toMatch(name);
  };
  await tabTo(/^Name/);
  await page.keyboard.type("Oat drink, Corner Dairy");
  await tabTo(/Calcium$/);
  await page.keyboard.type("120");
  await tabTo(/^Save the food/);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Oat drink, Corner Dairy" }).waitFor();

  await page.goto("/today");
  await log(page, "250 g oat drink corner", /Oat drink/);
  await expect.poll(() => sentenceOf(page, "calcium")).toMatch(/^Calcium: 300 mg/);
  expect(await sentenceOf(page, "iron")).toMatch(/^Iron: no data/);
  await expect.poll(() => savedEntries(page)).toHaveLength(1);
  await page.reload();
  expect(await sentenceOf(page, "calcium")).toMatch(/^Calcium: 300 mg/);
});
