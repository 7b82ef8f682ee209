import AxeBuilder from "@axe-core/playwright";
import { describe, expect } from "vitest";
import { drawn } from "@/scripts/drawn.mjs";
import { it } from "@/tests/support/browser";
import { openPalette, openSample } from "@/tests/support/person";

const OPEN = ["/", "/sign-in", "/sign-up", "/docs/api"];
const SIGNED_IN = [
  "/today",
  "/diary/2020-01-01",
  "/setup",
  "/foods",
  "/foods?q=spinach",
  "/foods/ndb:11457",
  "/foods/new",
  "/recipes",
  "/recipes/new",
  "/minerals/magnesium",
  "/minerals/potassium?days=365",
  "/minerals/zinc/sources",
  "/minerals/selenium/average",
  "/methods",
  "/trends",
  "/trends?days=365",
  "/learn",
  "/learn/iron",
  "/learn/refined-foods",
  "/supplements",
  "/supplements/new",
  "/alerts",
  "/review",
  "/settings",
  "/settings/targets",
  "/settings/health",
  "/settings/appearance",
  "/settings/access",
  "/settings/account",
  "/settings/about",
];

// Colours do not depend on the size, so three of the four pairs say it all.
describe.each([
  ["desktop", "light"],
  ["desktop", "dark"],
  ["phone", "light"],
] as const)("%s, %s", (screen, theme) => {
  it("axe finds nothing and nothing scrolls sideways", async ({ visit }) => {
    const { page } = await visit(screen);
    await page.emulateMedia({ colorScheme: theme });
    const check = async (where: string) => {
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
    for (const path of OPEN) {
      await page.goto(path);
      await check(path);
    }
    await openSample(page);
    for (const path of SIGNED_IN) {
      const response = await page.goto(path);
      expect([path, response?.status()]).toEqual([path, 200]);
      await drawn(page);
      await check(path);
    }
    await page.goto("/today");
    const input = await openPalette(page);
    await input.fill("lentils");
    await page.getByRole("option").first().waitFor();
    await check("the palette");
    // Thirty pages, and axe takes seconds for the long ones.
  }, 300_000);
});
