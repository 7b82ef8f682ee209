import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, visit } from "@/tests/support/browser";
import { log, sentenceOf, setTargets, signUp } from "@/tests/support/person";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

it("an own food from an EU label is entered by keyboard alone; what the label does not tell stays unknown", async () => {
  const { page, context, problems } = await visit(browser);
  await signUp(page);
  await setTargets(page);
  await page.goto("/foods/new", { waitUntil: "networkidle" });
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

  await page.goto("/today", { waitUntil: "networkidle" });
  await log(page, "250 g oat drink corner", /Oat drink/);
  await expect.poll(() => sentenceOf(page, "calcium")).toMatch(/^Calcium: 300 mg/);
  expect(await sentenceOf(page, "iron")).toMatch(/^Iron: no data/);
  await page.waitForLoadState("networkidle");
  await page.reload();
  expect(await sentenceOf(page, "calcium")).toMatch(/^Calcium: 300 mg/);
  expect(problems).toEqual([]);
  await context.close();
});
