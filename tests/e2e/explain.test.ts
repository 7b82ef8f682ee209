import { expect } from "vitest";
import { it } from "@/tests/support/browser";

/** The number at the beginning of an amount: "at least 305 mg a day". */
const figureOf = (text: string | null): number => Number(/[\d,.]+/.exec(text ?? "")?.[0].replaceAll(",", ""));

it.for(["desktop", "phone"] as const)(
  "an average leads to its foods, a food to its days, a day to its entries, and those to the source, %s",
  async (screen, { sample }) => {
    const { page } = await sample(screen);
    await page.goto("/minerals/iron");
    await page.getByRole("link", { name: /^Every food, and the days/ }).click();
    await page.waitForURL("**/minerals/iron/average?days=30");
    const mean = figureOf(await page.locator("[data-mean]").textContent());

    const parts = page.getByRole("listitem").filter({ has: page.locator("details") });
    const first = parts.first();
    const shown = figureOf(await first.locator("summary .font-medium").last().textContent());
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(mean);
    await first.locator("summary").click();
    const food = await first.getByRole("link", { name: "The food and its source" }).getAttribute("href");
    await first.getByRole("listitem").first().getByRole("link").click();

    await page.waitForURL(/\/diary\/\d{4}-\d\d-\d\d\/iron$/);
    await page.locator(`[data-entry] a[href="${food}#source-iron"]`).first().click();
    await page.waitForURL(/\/foods\/ndb%3A\d+#source-iron$/);
    await page.locator("#source-iron").waitFor();
  },
);
