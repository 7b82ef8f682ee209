import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, type screens, visit } from "@/tests/support/browser";

/*
 * A person makes an account, sets a profile, logs five foods and sees the day. In real Chromium, at both sizes,
 * on the production build; this file runs on SQLite and on PostgreSQL.
 */

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PASSWORD = "a long enough password";
let people = 0;
const newAddress = () => `nora-${Date.now()}-${people++}@example.org`;

const signUp = async (page: Page): Promise<string> => {
  const email = newAddress();
  await page.goto("/");
  await page.getByRole("link", { name: "Create account" }).first().click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/setup");
  return email;
};

const setTargets = async (page: Page): Promise<void> => {
  await page.getByLabel("Birth date").fill("1988-03-02");
  await page.getByText("Woman", { exact: true }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/today");
};

const openPalette = async (page: Page) => {
  await page.getByRole("link", { name: "Log food" }).first().waitFor();
  const input = page.getByRole("combobox", { name: "Food and amount" });
  await expect
    .poll(async () => {
      if (!(await input.isVisible())) await page.keyboard.press("l");
      return input.isVisible();
    })
    .toBe(true);
  return input;
};

const log = async (page: Page, text: string, food: RegExp): Promise<void> => {
  const input = await openPalette(page);
  await input.fill(text);
  await page.getByRole("option", { name: food }).first().waitFor();
  await page.keyboard.press("Enter");
  await input.waitFor({ state: "hidden" });
  await page.getByRole("rowheader", { name: food }).first().waitFor();
};

const FIVE: readonly (readonly [string, RegExp])[] = [
  ["2 cups cooked spinach", /Spinach/],
  ["banana", /Banana/],
  ["150 g cooked lentils", /Lentils/],
  ["1 oz almonds", /lmonds/],
  ["plain yogurt", /ogurt/],
];

describe.each(["desktop", "phone"] as const)("a new person, %s", (screen: keyof typeof screens) => {
  it("signs up, sets a profile, logs five foods and sees the day", async () => {
    const { page, context, problems } = await visit(browser, screen);
    const email = await signUp(page);
    await setTargets(page);
    await page.getByText("nothing logged yet").first().waitFor();
    for (const [text, food] of FIVE) await log(page, text, food);

    const magnesium = page.locator('[data-mineral="magnesium"]').first();
    await expect
      .poll(() => magnesium.getAttribute("aria-label"))
      .toMatch(/^Magnesium: (at least )?\d+ mg, \d+ % of your 320 mg target/);
    // 2 cups of spinach, 360 g of 87 mg in 100 g, are 313 mg alone.
    const amount = Number(/(\d+)\u00a0?\s?mg/.exec((await magnesium.getAttribute("aria-label")) ?? "")?.[1]);
    expect(amount).toBeGreaterThan(313);

    await page.reload();
    for (const [, food] of FIVE) await page.getByRole("rowheader", { name: food }).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);

    // Signing in again finds the same day.
    await context.clearCookies();
    await page.goto("/today");
    await page.waitForURL("**/sign-in**");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password").fill(PASSWORD);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL("**/today");
    await page
      .getByRole("rowheader", { name: /Spinach/ })
      .first()
      .waitFor();
    expect(problems).toEqual([]);
    await context.close();
  });
});

it("a newcomer sees a full sample diary", async () => {
  const { page, context, problems } = await visit(browser);
  await page.goto("/");
  await page.getByRole("button", { name: /sample/i }).click();
  await page.waitForURL("**/today");
  await page.getByRole("rowheader").first().waitFor();
  await page.locator(".recharts-bar-rectangle, .recharts-rectangle").first().waitFor();
  await page.getByText("This is a sample diary").waitFor();
  expect(problems).toEqual([]);
  await context.close();
});
