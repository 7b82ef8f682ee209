import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import {
  dateOf,
  isFocused,
  keepToasts,
  log,
  openPalette,
  savedEntries,
  untilListening,
} from "@/tests/support/person";
import { zoneWhereItIs } from "@/tests/support/time-zone";

/* What was eaten before is logged again: a usual breakfast, a day, a meal, some entries; each with its way back. */

type Item = readonly [meal: string, food: string, grams: number];

/** Puts entries on a day over the API, as the page's own person. */
const eat = (page: Page, date: string, items: readonly Item[]) =>
  page.evaluate(
    async ([on, eaten]) => {
      for (const [meal, food, grams] of eaten as readonly Item[]) {
        const response = await fetch(`/api/v1/diary/${crypto.randomUUID()}`, {
          method: "PUT",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ date: on, meal, food, amount: { grams } }),
        });
        if (!response.ok) throw new Error(await response.text());
      }
    },
    [date, items] as const,
  );

const namesOn = async (page: Page, date?: string): Promise<string[]> =>
  (await savedEntries(page, date)).map(({ meal, name }) => `${meal}: ${name.split(",")[0]}`).sort();

const OATS: Item = ["breakfast", "ndb:08120", 40];
const MILK: Item = ["breakfast", "ndb:01077", 244];
const RICE: Item = ["lunch", "ndb:20037", 195];

describe("what was eaten before", () => {
  it("a usual breakfast is logged with one tap after opening the app, and taken back", async ({ person }) => {
    const { page } = await person("phone", { timeZone: zoneWhereItIs(8) });
    for (const days of [1, 2, 3, 4]) await eat(page, await dateOf(page, days), [OATS, MILK]);
    await page.goto("/today");
    await untilListening(page);
    const usual = page.getByRole("button", { name: /^Add your usual breakfast/ });
    await keepToasts(page);
    await usual.tap();
    await page.getByRole("rowheader", { name: /Oats|oats/ }).waitFor();
    await usual.waitFor({ state: "detached" });
    await expect.poll(() => namesOn(page)).toEqual(["breakfast: Cereals", "breakfast: Milk"]);
    await page.getByRole("button", { name: "Undo", exact: true }).tap();
    await usual.waitFor();
    await expect.poll(() => namesOn(page)).toEqual([]);

    // The whole of yesterday.
    await eat(page, await dateOf(page, 1), [RICE]);
    await page.reload();
    await untilListening(page);
    await page.getByRole("button", { name: "Same as yesterday", exact: true }).tap();
    await page.getByRole("rowheader", { name: /Rice/ }).waitFor();
    await expect.poll(() => namesOn(page)).toEqual(["breakfast: Cereals", "breakfast: Milk", "lunch: Rice"]);
  });

  it("a meal is copied and moved, some entries are selected and deleted, by keyboard alone, each with Undo", async ({
    person,
  }) => {
    const { page } = await person();
    const tomorrow = await dateOf(page, -1);
    await eat(page, await dateOf(page), [OATS, MILK, RICE]);
    await page.reload();
    await untilListening(page);
    const press = async (button: ReturnType<Page["getByRole"]>) => {
      await button.focus();
      await page.keyboard.press("Enter");
    };
    /** Opens a menu and goes down to one of its items with the arrows. */
    const choose = async (menu: string, item: string) => {
      await press(page.getByRole("button", { name: menu }));
      const wanted = page.getByRole("menuitem", { name: item });
      // Opened by keyboard, it begins at its first action.
      await expect.poll(() => isFocused(page.getByRole("menuitem").first())).toBe(true);
      for (let step = 0; step < 10 && !(await isFocused(wanted)); step += 1)
        await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
    };

    await choose("Change breakfast", "Copy breakfast to…");
    await page.getByRole("dialog", { name: "Copy" }).waitFor();
    await press(page.getByRole("button", { name: /^Copy to/ }));
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => namesOn(page, tomorrow)).toEqual(["breakfast: Cereals", "breakfast: Milk"]);
    await expect.poll(() => namesOn(page)).toHaveLength(3);
    await page.keyboard.press("Control+z");
    await expect.poll(() => namesOn(page, tomorrow)).toEqual([]);

    await choose("Change lunch", "Move lunch to…");
    await page.getByRole("dialog", { name: "Move" }).getByLabel("Meal").selectOption("dinner");
    await press(page.getByRole("button", { name: /^Move to/ }));
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => namesOn(page)).toEqual(["breakfast: Cereals", "breakfast: Milk", "dinner: Rice"]);

    await press(page.getByRole("button", { name: "Select", exact: true }));
    for (const name of [/^Select .*ilk/, /^Select .*ice/]) {
      await page.getByRole("checkbox", { name }).focus();
      await page.keyboard.press("Space");
    }
    await page.getByText("2 selected").waitFor();
    await press(
      page.getByRole("group", { name: "Selected entries" }).getByRole("button", { name: "Delete" }),
    );
    await page.getByRole("rowheader", { name: /Rice/ }).waitFor({ state: "detached" });
    await expect.poll(() => namesOn(page)).toEqual(["breakfast: Cereals"]);
    await page.keyboard.press("Control+z");
    await page.getByRole("rowheader", { name: /Rice/ }).waitFor();
    await expect.poll(() => namesOn(page)).toEqual(["breakfast: Cereals", "breakfast: Milk", "dinner: Rice"]);
  });

  it("a favourite is kept, found in an empty palette, and let go again", async ({ person }) => {
    const { page } = await person("phone");
    await log(page, "40 g pumpkin seeds", /umpkin/);
    await expect.poll(() => savedEntries(page)).toHaveLength(1);
    const input = await openPalette(page);
    await input.fill("pumpkin seeds");
    // On a phone the star stands in the detail, which a tap of the food opens.
    await page
      .getByRole("option", { name: /umpkin/ })
      .first()
      .tap();
    const star = page
      .getByRole("button", { name: /favourite/i })
      .filter({ visible: true })
      .first();
    await star.tap();
    await expect.poll(() => star.getAttribute("aria-pressed")).toBe("true");
    // It is drawn before it is saved.
    const saved = () =>
      page.evaluate(async () => (await (await fetch("/api/v1/favourites")).json()).items.length);
    await expect.poll(saved).toBe(1);
    await input.fill("");
    await page.getByText("Favourites", { exact: true }).waitFor();
    await page
      .getByRole("option", { name: /umpkin/ })
      .first()
      .tap();
    await star.tap();
    await expect.poll(() => star.getAttribute("aria-pressed")).toBe("false");
    await expect.poll(saved).toBe(0);
    await page.reload();
    await openPalette(page);
    await page
      .getByRole("option", { name: /umpkin/ })
      .first()
      .waitFor();
    expect(await page.getByText("Favourites", { exact: true }).count()).toBe(0);
  });
});
