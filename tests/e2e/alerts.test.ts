import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openBrowser, visit } from "@/tests/support/browser";
import { openSample, sentenceOf } from "@/tests/support/person";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const milligrams = (text: string | null): number =>
  Number(/([\d,]+)\s*mg/.exec((text ?? "").replaceAll("\u00a0", " "))?.[1]?.replaceAll(",", ""));

it.each(["desktop", "phone"] as const)(
  "from an alert to its evidence, to a suggestion that is logged, and the evidence follows, %s",
  async (screen) => {
    const { page, context, problems } = await visit(browser, screen);
    await openSample(page);
    await page.getByRole("link", { name: "See why" }).click();
    await page.waitForURL(/\/alerts#/);
    const article = page.getByRole("article");
    await article.getByRole("heading", { name: /calcium is (very )?probably below your need/ }).waitFor();
    // How sure, from how many days, and against what.
    expect((await article.textContent())?.replaceAll("\u00a0", " ")).toMatch(
      /9\d % surefrom \d+ complete days/,
    );
    await article.getByRole("img", { name: /usual intake 5\d\d.mg.*average need 800.mg/ }).waitFor();
    const soFar = article.getByText(/^Today so far:/);
    const before = milligrams(await soFar.textContent());

    const food = article
      .getByRole("listitem")
      .filter({ has: page.getByRole("button", { name: /^Add / }) })
      .first();
    const adds = milligrams(await food.textContent());
    expect(adds).toBeGreaterThan(0);
    await food.getByRole("button", { name: /^Add / }).click();
    // Both are rounded to whole milligrams.
    await expect
      .poll(async () => Math.abs(milligrams(await soFar.textContent()) - before - adds))
      .toBeLessThanOrEqual(1);

    await page.waitForLoadState("networkidle");
    await page.goto("/today");
    expect(Math.abs(milligrams(await sentenceOf(page, "calcium")) - before - adds)).toBeLessThanOrEqual(1);
    expect(problems).toEqual([]);
    await context.close();
  },
);
