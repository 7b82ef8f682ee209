import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { describe, expect, inject } from "vitest";
import { it } from "@/tests/support/browser";
import { dateOf } from "@/tests/support/person";

/*
 * An account whose every text is hostile: what would be a script, an attribute, an end of a statement, another direction.
 * Every page that shows them shows them as typed, and nothing of them runs.
 */

const SCRIPTS = [
  "<img src=x onerror=window.hacked=1>",
  "<script>window.hacked=1</script>",
  '"><svg onload=window.hacked=1>',
  '\'; DROP TABLE "User"; --',
  "javascript:window.hacked=1",
  "</script><script>hacked=1</script>",
  "{{window.hacked=1}}",
];
/** Turned round and with what nobody sees, which the server takes out. */
const UNSEEN = "\u202e\u200b\u2066";

let turns = 0;
/** The next of the hostile texts, short enough for every field. */
const hostile = (): string => SCRIPTS[turns++ % SCRIPTS.length] ?? "";

/** Tells of whatever a hostile text could do: a script, a dialog, a request, a report of the policy. */
const watch = async (page: Page): Promise<string[]> => {
  const happened: string[] = [];
  page.on("dialog", async (dialog) => {
    happened.push(`dialog ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("request", (request) => {
    if (new URL(request.url()).pathname === "/x" || request.url().endsWith("/x"))
      happened.push(`request ${request.url()}`);
  });
  page.on("console", (message) => {
    if (/Content Security Policy/i.test(message.text())) happened.push(message.text());
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      (window as unknown as { violated?: string }).violated = event.violatedDirective;
    });
  });
  return happened;
};

/** Makes one of everything that has a text. @returns the texts by what they are of */
const fill = async (page: Page) => {
  const { request } = page.context();
  const origin = inject("baseUrl");
  const write = async (method: "put" | "post" | "patch", path: string, data: unknown) => {
    const answer = await request[method](`/api/v1${path}`, { headers: { origin }, data: data as object });
    expect([path, answer.status() < 300, answer.ok() ? "" : await answer.text()]).toEqual([path, true, ""]);
    return answer.json();
  };
  const date = await dateOf(page);
  const ids = { food: `own:${randomUUID()}`, recipe: randomUUID(), supplement: randomUUID() };
  const texts = {
    food: hostile(),
    portion: hostile(),
    recipe: hostile(),
    ingredient: hostile(),
    instructions: SCRIPTS.join("\n"),
    supplement: hostile(),
    dose: hostile(),
    note: SCRIPTS.join(" "),
    entry: hostile(),
    token: hostile(),
    reason: SCRIPTS.join(" "),
  };
  const grams = { grams: 100 };
  await write("put", `/foods/${ids.food}`, {
    name: texts.food + UNSEEN,
    per100g: { iron: 1, energy: 100 },
    portions: [{ label: texts.portion + UNSEEN, grams: 30 }],
  });
  await write("put", `/recipes/${ids.recipe}`, {
    name: texts.recipe,
    servings: 2,
    instructions: texts.instructions,
    ingredients: [
      { food: ids.food, amount: grams },
      { text: texts.ingredient, amount: grams },
    ],
  });
  await write("put", `/supplements/${ids.supplement}`, {
    name: texts.supplement,
    doseLabel: texts.dose,
    contents: [{ nutrient: "zinc", amount: 90 }],
  });
  const lunch = { date, meal: "lunch" };
  const food = { ...lunch, food: ids.food, amount: { portion: "1", count: 1 } };
  const { portions } = await (await request.get(`/api/v1/foods/${ids.food}`)).json();
  food.amount.portion = portions[0].id;
  await write("put", `/diary/${randomUUID()}`, { ...food, note: texts.note, typed: texts.food });
  await write("put", `/diary/${randomUUID()}`, { ...lunch, text: texts.entry, note: texts.note });
  await write("put", `/diary/${randomUUID()}`, { ...lunch, food: `recipe:${ids.recipe}`, amount: grams });
  await write("put", `/plans/${randomUUID()}`, { ...food, meal: "dinner" });
  await write("put", `/supplements/${ids.supplement}/doses/${date}/1`, {});
  await write("put", `/favourites/${ids.food}`, { amount: grams });
  await write("put", "/targets/zinc", { target: 9, reason: texts.reason });
  await write("post", "/tokens", { name: texts.token, scopes: ["read"] });
  await write("put", `/days/${date}`, { mark: "complete" });
  return { ids, texts, date };
};

describe.each(["desktop", "phone"] as const)("hostile texts on a %s", (screen) => {
  it("are shown as typed on every page that shows them, and nothing of them runs", async ({ person }) => {
    const { page } = await person(screen);
    const happened = await watch(page);
    const { ids, texts, date } = await fill(page);
    const pages: readonly (readonly [path: string, shown: readonly string[]])[] = [
      ["/today", [texts.food, texts.entry, texts.recipe]],
      [`/diary/${date}`, [texts.food, texts.entry]],
      [`/diary/${date}/iron`, [texts.food]],
      ["/diary/without-values", [texts.entry]],
      ["/foods", [texts.food]],
      [`/foods/${ids.food}`, [texts.food]],
      [`/foods/${ids.food}/edit`, []],
      ["/recipes", [texts.recipe]],
      [`/recipes/${ids.recipe}`, [texts.recipe, texts.ingredient]],
      [`/recipes/${ids.recipe}/edit`, []],
      ["/supplements", [texts.supplement]],
      [`/supplements/${ids.supplement}/edit`, []],
      ["/minerals/iron", [texts.food]],
      ["/minerals/iron/average", [texts.food]],
      ["/minerals/zinc", []],
      ["/alerts", []],
      ["/trends", []],
      ["/review", []],
      ["/settings/access", [texts.token]],
      ["/settings/activity", []],
      ["/settings/targets", []],
      ["/settings/foods", []],
      ["/settings/account", []],
    ];
    for (const [path, shown] of pages) {
      const answer = await page.goto(path);
      expect([path, answer?.status()]).toEqual([path, 200]);
      for (const text of shown)
        await page.getByText(text, { exact: false }).first().waitFor({ state: "attached" });
      const found = await page.evaluate(() => {
        const { hacked, violated } = window as unknown as { hacked?: number; violated?: string };
        const made = document.querySelectorAll(
          "img[src=x], svg[onload], [onerror], a[href^='javascript:']",
        ).length;
        return { hacked: hacked ?? null, violated: violated ?? null, made };
      });
      expect([path, found]).toEqual([path, { hacked: null, violated: null, made: 0 }]);
      expect([path, /[\u202a-\u202e\u200b\u2066-\u2069]/.test(await page.content())]).toEqual([path, false]);
    }
    expect(happened).toEqual([]);
  });

  it("are in the fields as typed when they are changed", async ({ person }) => {
    const { page } = await person(screen);
    const { ids, texts } = await fill(page);
    for (const [path, text] of [
      [`/foods/${ids.food}/edit`, texts.food],
      [`/recipes/${ids.recipe}/edit`, texts.recipe],
      [`/supplements/${ids.supplement}/edit`, texts.supplement],
    ] as const) {
      await page.goto(path);
      await expect
        .poll(() =>
          page.evaluate(
            (wanted) =>
              [...document.querySelectorAll("input, textarea")].some(
                (field) => (field as HTMLInputElement).value === wanted,
              ),
            text,
          ),
        )
        .toBe(true);
    }
  });
});

describe("session fixation", () => {
  it("a browser that brings somebody else's session gets one of its own when it signs in", async ({
    person,
    visit,
  }) => {
    const attacker = await person();
    const planted = (await attacker.context.cookies()).filter(({ name }) => name.includes("session-token"));
    expect(planted).toHaveLength(1);
    const victim = await visit();
    await victim.context.addCookies(planted);
    await victim.page.goto("/today");
    const own = await person();
    const cookies = await own.context.cookies();
    const session = cookies.find(({ name }) => name.includes("session-token"));
    expect(session?.httpOnly).toBe(true);
    expect(session?.sameSite).toBe("Lax");
    expect(session?.value).not.toBe(planted[0]?.value);
    // Signing in over the planted session: the cookie is another one, and the attacker's own stays the attacker's.
    const { request } = victim.page.context();
    const origin = inject("baseUrl");
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    await request.post("/api/auth/callback/credentials", {
      headers: { origin },
      form: { csrfToken, email: own.email, password: "a long enough password", json: "true" },
    });
    const mine = await (await request.get("/api/v1/account")).json();
    expect(mine.email).toBe(own.email);
    const theirs = await (await attacker.context.request.get("/api/v1/account")).json();
    expect(theirs.email).toBe(attacker.email);
  });
});
