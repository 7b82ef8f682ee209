import type { Page, Route } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import {
  isFocused,
  keepToasts,
  log,
  openPalette,
  savedEntries,
  sentenceOf,
  untilListening,
} from "@/tests/support/person";

const row = (page: Page, name: RegExp) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });

const BANANA = "Bananas, raw";
const ALMONDS = "Nuts, almonds";

const savedNames = async (page: Page): Promise<string[]> =>
  (await savedEntries(page)).map(({ name }) => name).sort();

/** Logs almonds. What is saved is saved in turn: once they are there, so is all that was done before, once or twice. */
const logAfterwards = async (page: Page) => {
  await log(page, "1 oz almonds", /lmonds/);
  await expect.poll(() => savedNames(page)).toContain(ALMONDS);
};

const choose = async (page: Page, food: RegExp, item: string) => {
  await row(page, food)
    .getByRole("button", { name: /^Change/ })
    .click();
  await page.getByRole("menuitem", { name: item }).click();
};

describe("an entry", () => {
  it("is edited, moved and deleted, each with undo, and the server agrees", async ({ person }) => {
    const { page } = await person();
    await log(page, "100 g banana", /Banana/);

    await choose(page, /Banana/, "Edit");
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Amount").fill("200");
    await dialog.getByRole("button", { name: "Save" }).click();
    await row(page, /Banana/)
      .getByText(/200/)
      .waitFor();

    await keepToasts(page);
    await choose(page, /Banana/, "Delete");
    await row(page, /Banana/).waitFor({ state: "detached" });
    await expect.poll(() => savedEntries(page)).toEqual([]);
    await page.getByRole("button", { name: "Undo", exact: true }).first().click();
    await row(page, /Banana/)
      .getByText(/200/)
      .waitFor();

    // Undo is drawn before it is saved.
    await expect.poll(() => savedEntries(page)).toMatchObject([{ name: BANANA, grams: 200 }]);
    await page.reload();
    await row(page, /Banana/)
      .getByText(/200/)
      .waitFor();
    await expect.poll(() => page.getByRole("rowheader", { name: /Banana/ }).count()).toBe(1);
  });

  it("that cannot be saved stays in sight and is saved by Send now, once", async ({ person }) => {
    const { page } = await person("desktop", { expected: /ERR_FAILED/ });
    const input = await openPalette(page);
    await input.fill("banana");
    await page
      .getByRole("option", { name: /Banana/ })
      .first()
      .waitFor();
    await page.route("**/api/v1/diary/*", (route) =>
      route.request().method() === "PUT" ? route.abort("failed") : route.continue(),
    );
    await page.keyboard.press("Enter");
    await page.getByText("1 change waits for the network.").waitFor();
    await page.unrouteAll();
    await page.getByRole("button", { name: "Send now" }).click();
    await page.getByText(/waits for the network/).waitFor({ state: "detached" });
    await logAfterwards(page);
    expect(await savedNames(page)).toEqual([BANANA, ALMONDS]);
    await page.reload();
    await expect.poll(() => page.getByRole("rowheader", { name: /Banana/ }).count()).toBe(1);
  });

  it("logged without a network is sent by itself when the network is back, once", async ({ person }) => {
    const { page, context } = await person("desktop", { expected: /ERR_INTERNET_DISCONNECTED/ });
    const input = await openPalette(page);
    await input.fill("banana");
    await page
      .getByRole("option", { name: /Banana/ })
      .first()
      .waitFor();
    await context.setOffline(true);
    await page.keyboard.press("Enter");
    await page.getByText("1 change waits for the network.").waitFor();
    await context.setOffline(false);
    await page.getByText(/waits for the network/).waitFor({ state: "detached" });
    await logAfterwards(page);
    expect(await savedNames(page)).toEqual([BANANA, ALMONDS]);
    await page.reload();
    await expect.poll(() => page.getByRole("rowheader", { name: /Banana/ }).count()).toBe(1);
  });

  it("is added once by two quick Enters", async ({ person }) => {
    const { page } = await person();
    const input = await openPalette(page);
    await input.fill("banana");
    await page
      .getByRole("option", { name: /Banana/ })
      .first()
      .waitFor();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await row(page, /Banana/)
      .first()
      .waitFor();
    await logAfterwards(page);
    expect(await savedNames(page)).toEqual([BANANA, ALMONDS]);
    await page.reload();
    await row(page, /Banana/)
      .first()
      .waitFor();
    await expect.poll(() => page.getByRole("rowheader", { name: /Banana/ }).count()).toBe(1);
  });

  it("logged in two tabs is neither lost nor doubled", async ({ person }) => {
    const { page, context } = await person();
    const other = await context.newPage();
    await other.goto("/today");
    await log(page, "banana", /Banana/);
    await log(other, "1 oz almonds", /lmonds/);
    await expect.poll(() => savedNames(page)).toEqual([BANANA, ALMONDS]);
    await page.reload();
    for (const food of [/Banana/, /lmonds/]) {
      await expect.poll(() => page.getByRole("rowheader", { name: food }).count()).toBe(1);
    }
  });
});

describe("a supplement", () => {
  it("is taken with one tap, counts at once and after a reload, and is taken back", async ({ sample }) => {
    const { page } = await sample("phone");
    const logged = (await savedEntries(page)).length;
    const amount = async () =>
      Number(/([\d,]+) mg/.exec(await sentenceOf(page, "magnesium"))?.[1]?.replace(",", ""));
    const before = await amount();
    const dose = page.getByRole("checkbox", { name: /magnesium/i }).first();
    expect(await dose.isChecked()).toBe(false);
    await dose.check();
    await expect.poll(amount).toBe(before + 100);
    await expect.poll(() => savedEntries(page)).toHaveLength(logged + 1);
    await page.reload();
    await expect.poll(() => dose.isChecked()).toBe(true);
    expect(await amount()).toBe(before + 100);
    await dose.uncheck();
    await expect.poll(amount).toBe(before);
    await expect.poll(() => savedEntries(page)).toHaveLength(logged);
  });

  it("cannot be taken before scripts run, as that would be lost", async ({ sample }) => {
    const { page } = await sample("phone");
    const held: Route[] = [];
    let running = false;
    await page.route(/\.js(\?|$)/, (route) => (running ? route.continue() : void held.push(route)));
    await page.goto("/today", { waitUntil: "commit" });
    const dose = page.getByRole("checkbox", { name: /magnesium/i }).first();
    await dose.waitFor();
    expect(await dose.isDisabled()).toBe(true);
    running = true;
    for (const route of held) await route.continue();
    await dose.check();
    await page.getByRole("button", { name: "Undo", exact: true }).waitFor();
  });
});

describe("by keyboard alone", () => {
  it("a person moves between days, logs, opens the shortcut list and reaches every control", async ({
    sample,
  }) => {
    const { page } = await sample();
    await untilListening(page, "Previous day");
    await page.keyboard.press("ArrowLeft");
    await page.waitForURL("**/diary/*");
    await page.keyboard.press("t");
    await page.waitForURL("**/today");
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    await page.keyboard.press("l");
    await page.getByRole("combobox", { name: "Food and amount" }).waitFor();
    await log(page, "/l 30 g cheddar", /heddar/);
    await expect
      .poll(() => savedEntries(page))
      .toContainEqual(expect.objectContaining({ meal: "lunch", name: expect.stringMatching(/cheddar/i) }));
    // The first stop is the skip link; after it the focus is in the page.
    await page.reload();
    // While the page is only an outline, it has nothing to reach.
    await page.getByRole("rowheader", { name: /heddar/ }).waitFor();
    await page.keyboard.press("Tab");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to content");
    await page.keyboard.press("Enter");
    await expect.poll(() => isFocused(page.getByRole("main"))).toBe(true);
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
  });
});

it("wrong addresses are not found, in words", async ({ sample }) => {
  const { page } = await sample("desktop", { expected: /status of 404/ });
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
});

it("a browser that asks for the icon at its old address gets it", async ({ visit }) => {
  const { page } = await visit();
  const response = await page.goto("/favicon.ico");
  expect([response?.status(), response?.headers()["content-type"]]).toEqual([200, "image/x-icon"]);
});
