import AxeBuilder from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect } from "vitest";
import { drawn } from "@/scripts/drawn.mjs";
import { it } from "./browser";
import { openPalette } from "./person";

/* Every page, by axe. Colours do not depend on the size: contrast, the dearest of its rules, is judged on the desktop. */

const OPEN = [
  "/",
  "/sign-in",
  "/sign-up",
  "/forgot",
  "/reset",
  "/confirm",
  "/sign-up/confirm",
  "/sign-in/link",
  "/sign-up/invited",
  "/change-email",
  "/docs/api",
];
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
    "/settings/sign-in",
    "/settings/access",
    "/settings/activity",
    "/settings/account",
    "/settings/about",
  ],
};

type Theme = "light" | "dark";

type Size = "desktop" | "phone";

const check = async (page: Page, where: string, size: Size, theme: Theme) => {
  // What passes is not looked at, so it is not worked out.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ["violations"] }).setLegacyMode();
  // In the dark the same page differs by its colours only.
  if (theme === "dark") axe.withRules(["color-contrast"]);
  else if (size === "phone") axe.disableRules(["color-contrast"]);
  const { violations } = await axe.analyze();
  const found = violations.map(
    ({ id, nodes }) => `${where}, ${theme}: ${id} ${nodes.map((node) => node.target).join(", ")}`,
  );
  expect(found).toEqual([]);
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect([where, wide]).toEqual([where, false]);
};

/** The tests of one size; a page is loaded once and looked at in each of the themes, which are styles alone. */
export const describeAccessibility = (screen: Size, themes: readonly Theme[]) =>
  describe(`axe finds nothing and nothing scrolls sideways: ${screen}, ${themes.join(" and ")}`, () => {
    const checkAll = async (page: Page, where: string) => {
      for (const theme of themes) {
        await page.emulateMedia({ colorScheme: theme });
        await check(page, where, screen, theme);
      }
    };
    /** Who is signed in to the sample diary that these tests only read, once one of them has opened it. */
    let signedIn: BrowserContextOptions["storageState"];

    it("signed out", async ({ visit }) => {
      const { page } = await visit(screen);
      for (const path of OPEN) {
        await page.goto(path);
        await checkAll(page, path);
      }
    });

    it.for(Object.entries(SIGNED_IN))("%s", async ([, paths], { sample, visit }) => {
      const { page, context } = signedIn
        ? await visit(screen, { storageState: signedIn })
        : await sample(screen);
      signedIn ??= await context.storageState();
      for (const path of paths) {
        const response = await page.goto(path);
        expect([path, response?.status()]).toEqual([path, 200]);
        await drawn(page);
        await checkAll(page, path);
      }
    });

    it("the palette", async ({ sample }) => {
      const { page } = await sample(screen);
      const input = await openPalette(page);
      await input.fill("lentils");
      await page.getByRole("option").first().waitFor();
      await checkAll(page, "the palette");
    });
  });
