import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { it } from "@/tests/support/browser";
import { ADMINISTRATOR, log, savedEntries, setTargets, signIn, signUp } from "@/tests/support/person";
import { smallRelease } from "@/tests/support/small-table";

/*
 * An administrator adds a food table by upload; a food of it is found, logged and shown with its origin without a restart;
 * removing the table leaves what was logged.
 */

let made = false;

/** Signs the administrator up, or in where an earlier test made the account; ends at Today. */
const beAdministrator = async (page: Page) => {
  if (made) {
    await page.goto("/sign-in");
    await signIn(page, ADMINISTRATOR);
    await page.waitForURL("**/today");
    return;
  }
  await signUp(page, ADMINISTRATOR);
  made = true;
  await setTargets(page);
};

const fitsItsWidth = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

const addTable = async (page: Page) => {
  await page.goto("/settings/foods");
  await page.getByRole("heading", { name: /^USDA National Nutrient Database/ }).waitFor();
  await page
    .getByLabel("Files of the table")
    .setInputFiles({ name: "fineli.zip", mimeType: "application/zip", buffer: smallRelease() });
  await page.getByRole("button", { name: "Add table" }).click();
  await page.getByText("Added Fineli, Release 20.0, with 2 foods.").waitFor();
  const table = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: /Fineli/ }) });
  await table.getByText(/Licence: .*CC BY 4\.0/).waitFor();
  expect(await fitsItsWidth(page)).toBe(true);
};

/** The amount of a nutrient in 100 g as the food's page says it; the mark for "no data" reads so too. */
const amountOf = async (page: Page, nutrient: string) => {
  const row = page.getByRole("table", { name: "Amounts by nutrient" }).getByRole("row", { name: nutrient });
  return ((await row.getByRole("cell").first().textContent()) ?? "").replaceAll("\u00a0", " ");
};

const seeOrigin = async (page: Page) => {
  await page.goto("/foods/fineli:700");
  await page.getByRole("heading", { level: 1, name: "Cloudberry" }).waitFor();
  // An amount, a trace, a limit of detection and what nobody stated are four things.
  expect(await amountOf(page, "Magnesium")).toBe("29 mg");
  expect(await amountOf(page, "Iron")).toBe("trace");
  expect(await amountOf(page, "Zinc")).toBe("below 0.05 mg");
  expect(await amountOf(page, "Selenium")).toBe("no data");

  await page.getByText("Where each number comes from").first().click();
  const origin = page.getByRole("table", { name: "Where each number comes from" });
  const row = (nutrient: string) => origin.getByRole("row", { name: nutrient });
  await row("Magnesium").getByText("Fineli").waitFor();
  expect((await row("Magnesium").textContent())?.replaceAll("\u00a0", " ")).toMatch(
    /29 mg.*Fineli.*700.*Analysed in the laboratory/,
  );
  expect(await row("Iron").textContent()).toMatch(/A trace: some, of unknown amount/);
  expect(await row("Zinc").textContent()).toMatch(/Below 0\.05 mg.*not known to be 0/);
  expect(await row("Selenium").textContent()).toMatch(/no such column: unknown, not zero/);
  await page.getByText(/Release 20\.0\..*Licence: .*CC BY 4\.0/).waitFor();
  await page
    .getByText("Finnish Institute for Health and Welfare, Fineli. Finnish food composition database.")
    .waitFor();
  expect(await fitsItsWidth(page)).toBe(true);
};

const removeTable = async (page: Page) => {
  await page.goto("/settings/foods");
  await page.getByRole("button", { name: "Remove Fineli" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByRole("heading", { name: /Fineli/ }).waitFor({ state: "detached" });
};

describe.sequential("a table added by upload", () => {
  it.for(["desktop", "phone"] as const)(
    "has foods to log, with their origin; removed, it leaves the entries, on a %s",
    async (screen, { visit }) => {
      const { page } = await visit(screen);
      await beAdministrator(page);
      const before = (await savedEntries(page)).length;
      await addTable(page);

      await page.goto("/today");
      await log(page, "200 g cloudberry", /Cloudberry/);
      await expect.poll(() => savedEntries(page)).toHaveLength(before + 1);
      expect((await savedEntries(page)).at(-1)).toMatchObject({ name: "Cloudberry", grams: 200 });
      await seeOrigin(page);

      await removeTable(page);
      await page.goto("/today");
      await page
        .getByRole("rowheader", { name: /Cloudberry/ })
        .first()
        .waitFor();
      expect(await savedEntries(page)).toHaveLength(before + 1);
    },
  );

  it("is for administrators: others see the tables, and nothing to change them", async ({
    visit,
    person,
  }) => {
    const { page: administrator } = await visit();
    await beAdministrator(administrator);
    const { page } = await person("desktop", { expected: /status of 403/ });
    await page.goto("/settings/foods");
    await page.getByText("An administrator of this server can add and remove food tables.").waitFor();
    await page.getByRole("heading", { name: /^USDA National Nutrient Database/ }).waitFor();
    expect(await page.getByLabel("Files of the table").count()).toBe(0);
    expect(await page.getByRole("button", { name: /^Remove/ }).count()).toBe(0);
    const status = await page.evaluate(
      async (id) =>
        (await fetch(`/api/v1/food-tables/uploads/${id}?name=fineli.zip`, { method: "PUT", body: "x" }))
          .status,
      crypto.randomUUID(),
    );
    expect(status).toBe(403);
  });
});
