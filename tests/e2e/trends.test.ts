import type { Page } from "playwright-core";
import { expect } from "vitest";
import { formatFigure } from "@/lib/format";
import type { TrendsView } from "@/lib/insights/schemas";
import { it } from "@/tests/support/browser";
import { dateOf, untilListening } from "@/tests/support/person";

/** What the API answers to the page's own person. */
const answer = (page: Page, query: string): Promise<TrendsView> =>
  page.evaluate(async (search) => (await fetch(`/api/v1/trends${search}`)).json(), query);

it("Trends: opened by keyboard, its table is the API's, a day is reached by arrow keys", async ({
  sample,
}) => {
  const { page } = await sample();
  await untilListening(page);
  // At once: the second key counts within a time.
  await Promise.all([page.keyboard.press("g"), page.keyboard.press("r")]);
  await page.waitForURL("**/trends");
  await page.getByRole("heading", { name: "Day by day" }).waitFor();

  await page.getByRole("link", { name: "30 days" }).click();
  await page.waitForURL("**/trends?days=30");
  const calendar = page.getByRole("region", { name: "Day by day" });
  await calendar.getByRole("link").nth(29).waitFor();
  expect(await calendar.getByRole("link").count()).toBe(30);

  const last = await calendar.getByRole("link").last().getAttribute("href");
  const to = last?.split("/").at(-1) ?? "";
  const view = await answer(
    page,
    `?from=${new Date(Date.parse(to) - 29 * 86_400_000).toISOString().slice(0, 10)}&to=${to}`,
  );
  await calendar.getByText("Show as table").click();
  const cells = await calendar
    .getByRole("table", { name: "Magnesium, each day" })
    .locator("tbody td:nth-of-type(2)")
    .allTextContents();
  const { amounts, known } = view.calendar.minerals.magnesium;
  expect(cells).toEqual(
    amounts.map((amount, i) => {
      const state = view.calendar.states[i];
      if (amount === null) return state === "n" ? "–" : "no data";
      const atLeast = state === "i" || known[i] === "a";
      return `${atLeast ? "at least " : ""}${formatFigure("magnesium", amount, atLeast ? "down" : "nearest")}`;
    }),
  );
  expect(cells).toContain("–");

  // One stop of the Tab key; a week up, a day back, and Enter.
  await calendar.locator('a[tabindex="0"]').focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  const href = await page.evaluate(() => document.activeElement?.getAttribute("href"));
  expect(href).toBe(`/diary/${new Date(Date.parse(to) - 8 * 86_400_000).toISOString().slice(0, 10)}`);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${href}`);
});

it("Trends on a phone: a tab, a year without sideways scroll, a tapped day that opens by its link", async ({
  sample,
}) => {
  const { page } = await sample("phone");
  await untilListening(page);
  await page.getByRole("navigation", { name: "Main, short" }).getByRole("link", { name: "Trends" }).tap();
  await page.waitForURL("**/trends");
  await page.getByRole("link", { name: "1 year" }).tap();
  await page.waitForURL("**/trends?days=365");
  const calendar = page.getByRole("region", { name: "Day by day" });
  await calendar.getByText("Zinc", { exact: true }).waitFor({ state: "attached" });
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
  ).toBe(true);
  const day = calendar.locator("a[data-index]").last();
  const href = await day.getAttribute("href");
  await day.tap();
  await calendar.getByRole("link", { name: "Open this day" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/trends");
  await calendar.getByRole("link", { name: "Open this day" }).tap();
  await page.waitForURL(`**${href}`);
});

it("Trends: two spans are chosen by their days; wrong ones say why and keep what was typed", async ({
  sample,
}) => {
  const { page } = await sample();
  await page.goto("/trends?days=30");
  await untilListening(page);
  const usual = page.getByRole("region", { name: "Compared with before" });
  await usual.getByRole("list", { name: "Legend" }).waitFor();
  const card = page.getByRole("region", { name: "Two spans compared" });
  const field = (group: string, label: string) =>
    card.getByRole("group", { name: group }).getByLabel(label, { exact: true });
  await usual.getByRole("link", { name: "This month against last month" }).click();
  await page.waitForURL("**/trends?days=30&from=*");
  await card.getByText("Choose the days yourself").click();
  const first = await field("These days", "First day").inputValue();
  const dayBefore = new Date(Date.parse(first) - 86_400_000).toISOString().slice(0, 10);

  await field("These days", "Last day").fill(dayBefore);
  await field("These days", "Last day").press("Enter");
  await card.getByText("The last day is before the first.").waitFor();
  expect(await field("These days", "Last day").inputValue()).toBe(dayBefore);
  await page.getByRole("heading", { name: "At a glance" }).waitFor();

  // On no day of the year are these the two spans of a link: those end today or with a month.
  const daysAgo = (days: number) => dateOf(page, days);
  await card
    .getByRole("group", { name: "Before and after a day" })
    .getByLabel("The day of a change")
    .fill(await daysAgo(40));
  await card.getByRole("button", { name: "Compare before and after" }).click();
  await page.waitForURL(`**around=${await daysAgo(40)}`);
  await expect.poll(() => field("Against these", "Last day").inputValue()).toBe(await daysAgo(41));
});

it("Trends of a newcomer says that nothing is logged", async ({ person }) => {
  const { page } = await person("phone");
  await page.goto("/trends");
  await page.getByText("Nothing logged in this span").waitFor();
  expect(await page.getByRole("heading", { level: 2 }).allTextContents()).toEqual([]);
});
