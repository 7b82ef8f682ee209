import type { Locator, Page } from "playwright-core";
import { expect, inject } from "vitest";

/** What a person does in the end-to-end tests, by the names that a screen reader says. */

const PASSWORD = "a long enough password";
/** The address that the server under test has as its ADMIN_EMAIL; one test makes its account. */
export const ADMINISTRATOR = "administrator@example.org";
let people = 0;
const newAddress = (): string => `nora-${Date.now()}-${process.pid}-${people++}@example.org`;

/** Makes an account from the landing page; ends at "Set your targets". @returns its e-mail address. */
export const signUp = async (page: Page, email = newAddress()): Promise<string> => {
  await page.goto("/");
  await page.getByRole("link", { name: "Create account" }).first().click();
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.waitForURL("**/setup");
  return email;
};

const BIRTH_DATE = "1988-03-02";

/** A woman of 31–50; ends at Today. */
export const setTargets = async (page: Page): Promise<void> => {
  await page.getByLabel("Birth date").fill(BIRTH_DATE);
  await page.getByText("Woman", { exact: true }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("**/today");
};

/** Makes an account of a woman of 31–50 by the API and signs its browser in; ends at Today. @returns its e-mail address. */
export const openAccount = async (page: Page): Promise<string> => {
  const email = newAddress();
  const { request } = page.context();
  const origin = inject("baseUrl");
  const timeZone = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const made = await request.post("/api/v1/account", {
    headers: { origin },
    data: { email, password: PASSWORD, timeZone },
  });
  expect(made.status()).toBe(201);
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  await request.post("/api/auth/callback/credentials", {
    headers: { origin },
    form: { csrfToken, email, password: PASSWORD, json: "true" },
  });
  const profile = await request.put("/api/v1/profile", {
    headers: { origin },
    data: { birthDate: BIRTH_DATE, sex: "female" },
  });
  expect(profile.status()).toBe(200);
  await page.goto("/today");
  return email;
};

export const signIn = async (page: Page, email: string, password = PASSWORD): Promise<void> => {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
};

/** Opens the sample diary from the landing page; ends at Today. */
export const openSample = async (page: Page): Promise<void> => {
  await page.goto("/");
  await page.getByRole("button", { name: /sample/i }).click();
  await page.waitForURL("**/today");
  await page.getByRole("rowheader").first().waitFor();
};

/** Presses until it shows; a key that is pressed before the page listens is lost. The key does nothing once it shows. */
const pressUntil = (page: Page, key: string, shown: Locator): Promise<void> =>
  expect
    .poll(
      async () => {
        if (!(await shown.isVisible())) await page.keyboard.press(key);
        return shown.isVisible();
      },
      { interval: 500 },
    )
    .toBe(true);

/**
 * Until the page answers to what is done: its list of shortcuts opens, and is closed again.
 * @param shortcut one that is to be in the list, since those of a page come after those of its frame
 */
export const untilListening = async (page: Page, shortcut = ""): Promise<void> => {
  const list = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect
    .poll(async () => {
      await pressUntil(page, "?", list);
      const words = await list.textContent();
      await page.keyboard.press("Escape");
      await list.waitFor({ state: "detached" });
      return words;
    })
    .toContain(shortcut);
};

export const isFocused = (field: Locator): Promise<boolean> =>
  field.evaluate((node) => node === document.activeElement);

/** Opens the log palette by keyboard, once the page listens. @returns its input, which has the focus. */
export const openPalette = async (page: Page): Promise<Locator> => {
  const input = page.getByRole("combobox", { name: "Food and amount" });
  await pressUntil(page, "Control+k", input);
  await expect.poll(() => isFocused(input)).toBe(true);
  return input;
};

/** Logs one food as typed, by keyboard: type, Enter. It is in sight then, but may not be saved yet. */
export const log = async (page: Page, text: string, food: RegExp): Promise<void> => {
  const input = await openPalette(page);
  await input.fill(text);
  await page.getByRole("option", { name: food }).first().waitFor();
  await page.keyboard.press("Enter");
  await input.waitFor({ state: "hidden" });
  await page.getByRole("rowheader", { name: food }).first().waitFor();
};

type Saved = { readonly meal: string; readonly name: string; readonly grams: number };

/** A date in the time zone of the page, as the API writes it: today, or as many days before. */
export const dateOf = (page: Page, daysAgo = 0): Promise<string> =>
  page.evaluate((days) => {
    const date = new Date();
    date.setDate(date.getDate() - days);
    // Sweden writes dates as ISO 8601 does.
    return date.toLocaleDateString("sv-SE");
  }, daysAgo);

/** What the server has of a day, which is today unless it is told; what is in sight may not be there yet. */
export const savedEntries = async (page: Page, date?: string): Promise<Saved[]> =>
  page.evaluate(
    async (on) => (await (await fetch(`/api/v1/diary?date=${on}`)).json()).items,
    date ?? (await dateOf(page)),
  );

/**
 * Keeps toasts for as long as the page is there. They go after some seconds, and what a test does before it presses Undo
 * takes any time on a busy machine.
 */
export const keepToasts = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const native = window.setTimeout;
    const LASTING = 2 ** 31 - 1;
    const slowed = (run: TimerHandler, after = 0, ...given: unknown[]) =>
      native(run, after < 4000 ? after : LASTING, ...given);
    window.setTimeout = slowed as typeof setTimeout;
  });

/** What a mineral's row says to a screen reader: "Magnesium: at least 241 mg, 75 % of your 320 mg target. …". */
export const sentenceOf = (page: Page, mineral: string): Promise<string> =>
  page
    .locator(`[data-mineral="${mineral}"]`)
    .getByRole("link", { name: new RegExp(`^${mineral}:`, "i") })
    .first()
    .getAttribute("aria-label")
    .then((label) => (label ?? "").replaceAll("\u00a0", " "));
