import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, visit } from "@/tests/support/browser";
import { log, openPalette, openSample, sentenceOf, setTargets, signUp } from "@/tests/support/person";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const row = (page: Page, name: RegExp) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

const newPerson = async (screen: "desktop" | "phone" = "desktop") => {
  const seen = await visit(browser, screen);
  await signUp(seen.page);
  await setTargets(seen.page);
  return seen;
};

const choose = async (page: Page, food: RegExp, item: string) => {
  await row(page, food)
    .getByRole("button", { name: /^Change/ })
    .click();
  await page.getByRole("menuitem", { name: item }).click();
};

describe("an entry", () => {
  it("is edited, moved and deleted, each with undo, and the server agrees", async () => {
    const { page, context, problems } = await newPerson();
    await log(page, "100 g banana", /Banana/);

    await choose(page, /Banana/, "Edit portion");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Amount").fill("200");
    await dialog.getByRole("button", { name: "Save" }).click();
    await row(page, /Banana/)
      .getByText(/200/)
      .waitFor();

    await choose(page, /Banana/, "Delete");
    await row(page, /Banana/).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await row(page, /Banana/)
      .getByText(/200/)
      .waitFor();

    // Undo is drawn before it is saved.
    await page.waitForLoadState("networkidle");
    await page.reload();
    await row(page, /Banana/)
      .getByText(/200/)
      .waitFor();
    await expect.poll(() => page.getByRole("rowheader", { name: /Banana/ }).count()).toBe(1);
    expect(problems).toEqual([]);
    await context.close();
  });

  it("that cannot be saved stays in sight and is saved by Retry, once", async () => {
    const { page, context } = await newPerson();
    await page.waitForLoadState("networkidle");
    const input = await openPalette(page);
    await input.fill("banana");
    await page.getByRole("option").first().waitFor();
    await page.route("**/*", (route) =>
      route.request().method() === "POST" ? route.abort("failed") : route.continue(),
    );
    await page.keyboard.press("Enter");
    await page.getByText(/is not saved yet/).waitFor();
    await page.unrouteAll();
    await page.getByRole("button", { name: "Retry" }).click();
    await page.getByText(/is not saved yet/).waitFor({ state: "detached" });
    await page.waitForLoadState("networkidle");
    await page.reload();
    await expect.poll(() => page.getByRole("rowheader", { name: /Banana/ }).count()).toBe(1);
    await context.close();
  });

  it("logged without a network is sent by itself when the network is back, once", async () => {
    const { page, context } = await newPerson();
    await page.waitForLoadState("networkidle");
    const input = await openPalette(page);
    await input.fill("banana");
    await page.getByRole("option").first().waitFor();
    await context.setOffline(true);
    await page.keyboard.press("Enter");
    await page.getByText(/is not saved yet/).waitFor();
    await context.setOffline(false);
    await page.getByText(/is not saved yet/).waitFor({ state: "detached" });
    await page.waitForLoadState("networkidle");
    await page.reload();
    await expect.poll(() => page.getByRole("rowheader", { name: /Banana/ }).count()).toBe(1);
    await context.close();
  });

  it("is added once by two quick Enters", async () => {
    const { page, context } = await newPerson();
    const input = await openPalette(page);
    await input.fill("banana");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await row(page, /Banana/)
      .first()
      .waitFor();
    await page.waitForLoadState("networkidle");
    await page.reload();
    await row(page, /Banana/)
      .first()
      .waitFor();
    await expect.poll(() => page.getByRole("rowheader", { name: /Banana/ }).count()).toBe(1);
    await context.close();
  });

  it("logged in two tabs is neither lost nor doubled", async () => {
    const { page, context } = await newPerson();
    const other = await context.newPage();
    await other.goto("/today");
    await log(page, "banana", /Banana/);
    await log(other, "1 oz almonds", /lmonds/);
    for (const tab of [page, other]) await tab.waitForLoadState("networkidle");
    await page.reload();
    for (const food of [/Banana/, /lmonds/]) {
      await expect.poll(() => page.getByRole("rowheader", { name: food }).count()).toBe(1);
    }
    await context.close();
  });
});

describe("a supplement", () => {
  it("is taken with one tap, counts at once and after a reload, and is taken back", async () => {
    const { page, context, problems } = await visit(browser, "phone");
    await openSample(page);
    await page.waitForLoadState("networkidle");
    const amount = async () =>
      Number(/([\d,]+) mg/.exec(await sentenceOf(page, "magnesium"))?.[1]?.replace(",", ""));
    const before = await amount();
    const dose = page.getByRole("checkbox", { name: /magnesium/i }).first();
    expect(await dose.isChecked()).toBe(false);
    await dose.check();
    await expect.poll(amount).toBe(before + 100);
    await page.waitForLoadState("networkidle");
    await page.reload();
    await expect.poll(() => dose.isChecked()).toBe(true);
    expect(await amount()).toBe(before + 100);
    await page.waitForLoadState("networkidle");
    await dose.uncheck();
    await expect.poll(amount).toBe(before);
    expect(problems).toEqual([]);
    await context.close();
  });
});

describe("by keyboard alone", () => {
  it("a person moves between days, logs, opens the shortcut list and reaches every control", async () => {
    const { page, context, problems } = await visit(browser);
    await openSample(page);
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL("**/diary/*");
    await page.keyboard.press("t");
    await page.waitForURL("**/today");
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await log(page, "/l 30 g cheddar", /heddar/);
    // The first stop is the skip link; after it the focus is in the page.
    await page.reload();
    await page.keyboard.press("Tab");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to content");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.querySelector("main")?.contains(document.activeElement))).toBe(
      true,
    );
    // Every focused control shows it.
    for (let i = 0; i < 12; i += 1) {
      const outline = await page.evaluate(() => {
        const node = document.activeElement;
        return node ? getComputedStyle(node).outlineStyle : "none";
      });
      expect(outline).not.toBe("none");
      await page.keyboard.press("Tab");
    }
    expect(problems).toEqual([]);
    await context.close();
  });
});

it("wrong addresses are not found, in words", async () => {
  const { page, context } = await visit(browser);
  await openSample(page);
  for (const path of [
    "/diary/2026-02-31",
    "/diary/0001-01-01",
    "/diary/today",
    "/foods/ndb:99999",
    "/foods/%00",
    "/minerals/gold",
    "/nowhere",
  ]) {
    const response = await page.goto(path);
    expect([path, response?.status()]).toEqual([path, 404]);
    await page.getByRole("heading", { level: 1 }).waitFor();
  }
  await context.close();
});
