import { expect } from "vitest";
import { it } from "@/tests/support/browser";
import { isFocused, openPalette, untilListening } from "@/tests/support/person";

/* The palette and the sheets of a phone whose keyboard is open, and what toasts stand on. */

it("fault 12: with the keyboard open two more foods and the add button are in sight; a tap opens the detail", async ({
  person,
}) => {
  const { page } = await person("phone");
  await page.setViewportSize({ width: 390, height: 470 });
  const input = await openPalette(page);
  await input.fill("oats");
  const options = page.getByRole("option");
  await options.nth(2).waitFor();
  const add = page.getByRole("button", { name: /^Add to / }).filter({ visible: true });
  const top = (await add.boundingBox())?.y ?? 0;
  for (const index of [0, 1, 2]) {
    const box = await options.nth(index).boundingBox();
    expect((box?.y ?? 470) + (box?.height ?? 0)).toBeLessThanOrEqual(top);
  }
  const name = (await options.nth(1).locator("p").first().textContent()) ?? "";
  await options.nth(1).tap();
  await page.getByRole("dialog").getByRole("heading", { name }).waitFor();
  expect(await add.isVisible()).toBe(true);
  // The toast stands between the sheet and the edge of the screen.
  await add.tap();
  await input.waitFor({ state: "hidden" });
  const toast = page.locator("[data-sonner-toast]").first();
  await toast.waitFor();
  await openPalette(page);
  const sheet = await page.getByRole("dialog").boundingBox();
  await expect
    .poll(async () => {
      const box = await toast.boundingBox();
      return box === null || box.y + box.height <= (sheet?.y ?? 0);
    })
    .toBe(true);
});

it("fault 12: Back and Esc close any sheet, stay on the page and give the focus back", async ({ sample }) => {
  const { page } = await sample("phone");
  await untilListening(page);
  const more = page.getByRole("button", { name: "More", exact: true });
  await more.tap();
  const sheet = page.getByRole("dialog");
  await sheet.waitFor();
  await page.goBack();
  await sheet.waitFor({ state: "detached" });
  expect(new URL(page.url()).pathname).toBe("/today");
  await expect.poll(() => isFocused(more)).toBe(true);

  const menu = page.getByRole("button", { name: /^Change / }).first();
  await menu.tap();
  await page.getByRole("menuitem", { name: /Move .*to/ }).tap();
  await sheet.waitFor();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await expect.poll(() => isFocused(menu)).toBe(true);

  // A link in a sheet leads on from the page under it: one step back is Today.
  await more.tap();
  await sheet.getByRole("link").first().tap();
  await page.waitForURL((url) => url.pathname !== "/today");
  await page.goBack();
  await page.waitForURL("**/today");
});
