import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { it } from "@/tests/support/browser";
import { dateOf, openPalette, untilListening } from "@/tests/support/person";

/* Fault 13: text that no line can break widens nothing on a phone. */

/** 200 letters. */
const WORD = "Mehlspeise".repeat(20);
const LINK = `https://example.org/${"recipes/of/the/house/".repeat(8)}?page=1`;
/** As long as the label of a portion, and of a dose, may be. */
const LABEL = WORD.slice(0, 80);
const DOSE = WORD.slice(0, 40);
/** A phone, and the narrowest screen that there is a layout for. */
const WIDTHS = [390, 320];

const send = (page: Page, method: "POST" | "PUT", path: string, body: object): Promise<{ id: string }> =>
  page.evaluate(
    async ([how, where, text]) => {
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`/api/v1${where}`, { method: how, headers, body: text });
      if (!answer.ok) throw new Error(`${answer.status} ${where}: ${await answer.text()}`);
      return answer.json();
    },
    [method, path, JSON.stringify(body)] as const,
  );

/** Long words wherever a person can write them. @returns the pages that show them */
const fillWithLongWords = async (page: Page): Promise<readonly string[]> => {
  const food = await send(page, "POST", "/foods", {
    name: WORD,
    per100g: { energy: 200, magnesium: 50 },
    portions: [{ label: LABEL, grams: 80 }],
  });
  const recipe = await send(page, "POST", "/recipes", {
    name: `Cake ${WORD}`.slice(0, 200),
    servings: 4,
    instructions: `${WORD}\n${LINK}`,
    ingredients: [
      { food: food.id, amount: { grams: 200 } },
      { food: "ndb:20081", amount: { grams: 100 } },
    ],
  });
  const supplement = await send(page, "POST", "/supplements", {
    name: `Capsule ${WORD}`.slice(0, 200),
    doseLabel: DOSE,
    contents: [{ nutrient: "magnesium", amount: 900 }],
  });
  const date = await dateOf(page);
  const { portions } = await page.evaluate(
    async (id) => (await fetch(`/api/v1/foods/${id}`)).json(),
    encodeURIComponent(food.id),
  );
  const entries = [
    { meal: "breakfast", food: food.id, amount: { portion: portions[0].id, count: 2 }, note: LINK },
    {
      meal: "lunch",
      food: `recipe:${recipe.id.replace(/^recipe:/, "")}`,
      amount: { grams: 300 },
      note: WORD,
    },
    { meal: "dinner", text: WORD, note: WORD },
    { meal: "snack", text: LINK.slice(0, 200), typed: LINK },
  ];
  const ids = await Promise.all(
    entries.map(async (entry) => {
      const id = crypto.randomUUID();
      await send(page, "PUT", `/diary/${id}`, { date, ...entry });
      return id;
    }),
  );
  await send(page, "PUT", `/supplements/${supplement.id}/doses/${date}/1`, {});
  await send(page, "PUT", `/favourites/${encodeURIComponent(food.id)}`, {});
  expect(ids).toHaveLength(4);
  const recipeId = recipe.id.replace(/^recipe:/, "");
  return [
    "/today",
    `/diary/${date}`,
    `/diary/${date}/magnesium`,
    "/diary/without-values",
    "/foods",
    `/foods/${food.id}`,
    `/foods/${food.id}/edit`,
    "/foods/new",
    "/recipes",
    `/recipes/${recipeId}`,
    `/recipes/${recipeId}/edit`,
    "/recipes/new",
    "/supplements",
    `/supplements/${supplement.id}/edit`,
    "/supplements/new",
    "/minerals/magnesium",
    "/minerals/magnesium/sources",
    "/minerals/magnesium/average",
    "/trends",
    "/review",
    "/alerts",
    "/methods",
    "/learn",
    "/settings",
    "/settings/about",
    "/settings/access",
    "/settings/activity",
    "/settings/account",
    "/settings/alerts",
    "/settings/appearance",
    "/settings/health",
    "/settings/history",
    "/settings/reminders",
    "/settings/sign-in",
    "/settings/targets",
  ];
};

/** What of a page or a layer is wider than its place, at each of the widths. */
const tooWide = async (page: Page, name: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    // What is drawn for a width follows the screen in the frame after.
    const wide = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          requestAnimationFrame(() =>
            requestAnimationFrame(() => {
              const places = [
                document.documentElement,
                ...document.querySelectorAll<HTMLElement>(
                  "main, [role=dialog], [role=alertdialog], [role=menu], [role=listbox], [data-sonner-toast]",
                ),
              ];
              resolve(
                places
                  .filter((place) => {
                    const { left, right, width: across } = place.getBoundingClientRect();
                    const seen = across > 0;
                    return (
                      seen &&
                      (place.scrollWidth > place.clientWidth + 1 || left < -1 || right > innerWidth + 1)
                    );
                  })
                  .map((place) => {
                    // Names what reaches beyond it.
                    const wide = [...place.querySelectorAll<HTMLElement>("*")].filter((each) => {
                      const across = getComputedStyle(each).overflowX;
                      return (
                        each.closest(".overflow-x-auto") === null &&
                        (each.getBoundingClientRect().right > innerWidth + 1 ||
                          (across === "visible" &&
                            each.scrollWidth > each.clientWidth + 1 &&
                            each.clientWidth > 0))
                      );
                    });
                    const inner = wide.filter(
                      (each) => !wide.some((other) => other !== each && each.contains(other)),
                    );
                    const told = inner
                      .slice(0, 3)
                      .map(({ tagName, className }) => `<${tagName} ${String(className).slice(0, 90)}>`);
                    return `${place.getAttribute("role") ?? place.tagName}: ${place.scrollWidth} in ${place.clientWidth}, ${told.join(" ")}`;
                  }),
              );
            }),
          );
        }),
    );
    found.push(...wide.map((each) => `${name} at ${width}, ${each}`));
  }
  return found;
};

it("fault 13: one long word widens no page, menu or dialog at 390 or 320 px", async ({ person }) => {
  const { page } = await person("phone");
  const wide: string[] = [];
  const look = async (name: string, shown?: Locator) => {
    await shown?.first().waitFor();
    wide.push(...(await tooWide(page, name)));
  };
  for (const path of await fillWithLongWords(page)) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    await look(path, page.getByRole("heading", { level: 1 }));
  }

  expect(wide).toEqual([]);

  await page.goto("/today");
  await untilListening(page);
  const change = page.getByRole("button", { name: /^Change Mehl/ });
  const dialog = page.getByRole("dialog");
  await change.first().tap();
  await look("the menu of an entry", page.getByRole("menu"));
  await page.getByRole("menuitem", { name: /^Edit/ }).tap();
  await look("editing an entry", dialog);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await change.first().tap();
  await page.getByRole("menuitem", { name: /^Replace/ }).tap();
  await look("replacing a food", dialog);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });

  const input = await openPalette(page);
  await look("the palette, empty", dialog);
  await input.fill(WORD.slice(0, 30));
  const option = page.getByRole("option", { name: /Mehlspeise/ });
  await look("the palette, a food", option);
  await page
    .getByRole("button", { name: /^Add to / })
    .filter({ visible: true })
    .tap();
  await input.waitFor({ state: "hidden" });
  await look("a toast", page.locator("[data-sonner-toast]"));
  expect(wide).toEqual([]);
});
