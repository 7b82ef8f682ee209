import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import { log, savedEntries, sentenceOf, signIn } from "@/tests/support/person";

/*
 * A person makes an account, sets a profile, logs five foods and sees the day. In real Chromium, at both sizes,
 * on the production build; this file runs on SQLite and on PostgreSQL.
 */

const FIVE: readonly (readonly [string, RegExp])[] = [
  ["2 cups cooked spinach", /Spinach/],
  ["banana", /Banana/],
  ["150 g cooked lentils", /Lentils/],
  ["1 oz almonds", /lmonds/],
  ["plain yogurt", /ogurt/],
];

describe.each(["desktop", "phone"] as const)("a new person, %s", (screen) => {
  it("signs up, sets a profile, logs five foods and sees the day", async ({ newcomer }) => {
    const { page, context, email } = await newcomer(screen);
    await page.getByText("nothing logged yet").first().waitFor();
    for (const [text, food] of FIVE) await log(page, text, food);

    const magnesium = async () => {
      const words = await sentenceOf(page, "magnesium");
      const target = /^Magnesium: (?:at least )?(\d+) mg, \d+ % of your 320 mg target/.exec(words);
      return Number(target?.[1]);
    };
    // 2 cups of spinach, 360 g of 87 mg in 100 g, are 313 mg alone.
    await expect.poll(magnesium).toBeGreaterThan(313);

    // An entry is drawn before it is saved.
    await expect.poll(() => savedEntries(page)).toHaveLength(FIVE.length);
    await page.reload();
    for (const [, food] of FIVE) await page.getByRole("rowheader", { name: food }).first().waitFor();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);

    // Signing in again finds the same day.
    await context.clearCookies();
    await page.goto("/today");
    await page.waitForURL("**/sign-in**");
    await signIn(page, email);
    await page.waitForURL("**/today");
    await page
      .getByRole("rowheader", { name: /Spinach/ })
      .first()
      .waitFor();
  });
});

it("a newcomer sees a full sample diary", async ({ sample }) => {
  const { page } = await sample();
  await page.locator("svg.recharts-surface [data-date]").first().waitFor();
  await page.getByText("This is a sample diary").waitFor();
});
