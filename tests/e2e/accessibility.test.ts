import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { drawn } from "@/scripts/drawn.mjs";
import { it } from "@/tests/support/browser";
import { openPalette } from "@/tests/support/person";

const OPEN = ["/", "/sign-in", "/sign-up", "/docs/api"];
const SIGNED_IN = {
  "the diary": [
    "/today",
    "/diary/2020-01-01",
    "/setup",
    "/minerals/magnesium",
    "/minerals/potassium?days=365",
    "/minerals/zinc/sources",
    "/minerals/selenium/average",
  ],
  "foods and supplements": [
    "/foods",
    "/foods?q=spinach",
    "/foods/ndb:11457",
    "/foods/new",
    "/recipes",
    "/recipes/new",
    "/supplements",
    "/supplements/new",
  ],
  "what the diary tells": [
    "/trends",
    "/trends?days=365",
    "/alerts",
    "/review",
    "/learn",
    "/learn/iron",
    "/learn/refined-foods",
    "/methods",
  ],
  settings: [
    "/settings",
    "/settings/targets",
    "/settings/health",
    "/settings/appearance",
    "/settings/access",
    "/settings/account",
    "/settings/about",
  ],
};

// Colours do not depend on the size, so three of the four pairs say it all.
describe.each([
  ["desktop", "light"],
  ["desktop", "dark"],
  ["phone", "light"],
] as const)("axe finds nothing and nothing scrolls sideways: %s, %s", (screen, theme) => {
  const check = async (page: Page, where: string) => {
    const axe = new AxeBuilder({ page });
    // In the dark the same page differs by its colours only.
    const { violations } = await (theme === "dark" ? axe.withRules(["color-contrast"]) : axe).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${where}: ${id} ${nodes.map((node) => node.target).join(", ")}`,
    );
    expect(found).toEqual([]);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect([where, wide]).toEqual([where, false]);
  };

  it("signed out", async ({ visit }) => {
    const { page } = await visit(screen);
    await page.emulateMedia({ colorScheme: theme });
    for (const path of OPEN) {
      await page.goto(path);
      await check(page, path);
    }
  });

  it.for(Object.entries(SIGNED_IN))("%s", async ([, paths], { sample }) => {
    const { page } = await sample(screen);
    await page.emulateMedia({ colorScheme: theme });
    for (const path of paths) {
      const response = await page.goto(path);
      expect([path, response?.status()]).toEqual([path, 200]);
      await drawn(page);
      await check(page, path);
    }
  });

  it("the palette", async ({ sample }) => {
    const { page } = await sample(screen);
    await page.emulateMedia({ colorScheme: theme });
    const input = await openPalette(page);
    await input.fill("lentils");
    await page.getByRole("option").first().waitFor();
    await check(page, "the palette");
  });
});
