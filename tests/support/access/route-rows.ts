import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { account, administration } from "./account-rows";
import { BANANA, reminders, TODAY, YESTERDAY } from "./cast";
import { NO_TOKENS, open, type RouteRow, read, V1, write } from "./route-row";

/*
 * The rows of the access matrix for routes: one for every method of every route file, or more where there is more than
 * one thing to name by it. A new route fails the test until it has one.
 */

const NOT_EVEN_READING = { ...NO_TOKENS, "owner's read-only token": 403 } as const;
const grams = { grams: 100 };
const food = { name: "Bread", per100g: { iron: 1 } };
const recipe = { name: "Porridge", servings: 1, ingredients: [{ food: BANANA, amount: grams }] };
const supplement = { name: "Zinc", doseLabel: "drop", contents: [{ nutrient: "zinc", amount: 5 }] };
const lunch = { date: YESTERDAY, meal: "lunch" };
const span = `from=${YESTERDAY}&to=${TODAY}`;
const uuid = (): string => randomUUID();

const reads: readonly RouteRow[] = [
  read("/account", "/account", 200, { but: NOT_EVEN_READING }),
  read("/account/events", "/account/events", 200, { but: NOT_EVEN_READING }),
  read("/account/methods", "/account/methods", 200, { but: NOT_EVEN_READING }),
  read("/adequacy"),
  read("/alerts"),
  read("/changes"),
  read("/copy"),
  read("/days", `/days?${span}`),
  read("/days/[date]", `/days/${YESTERDAY}`),
  read("/days/[date]/[mineral]", `/days/${YESTERDAY}/zinc`),
  read("/diary", `/diary?date=${YESTERDAY}`),
  read("/diary/[id]", ({ entry }) => `/diary/${entry}`, 404),
  read("/diary/without-values"),
  read("/diary/replacement", ({ entry }) => `/diary/replacement?of=${entry}&to=${BANANA}`, 404),
  read("/diary/replacement", ({ food }) => `/diary/replacement?of=${food}&to=${BANANA}`, 404),
  read("/favourites"),
  read("/food-tables"),
  read("/foods", "/foods?q=bread"),
  read("/foods/[id]", ({ food }) => `/foods/${food}`, 404),
  read("/foods/[id]", ({ recipe }) => `/foods/recipe:${recipe}`, 404),
  read("/foods/barcode/[code]", ({ barcode }) => `/foods/barcode/${barcode}`, 404),
  read("/foods/similar", "/foods/similar?name=rye+bread&energy=380"),
  read("/minerals/[mineral]/average", "/minerals/zinc/average"),
  read("/minerals/[mineral]/sources", "/minerals/zinc/sources"),
  read("/plans", `/plans?date=${TODAY}`),
  read("/profile"),
  read("/profile/periods"),
  read("/recipes"),
  read("/recipes/[id]", ({ recipe }) => `/recipes/${recipe}`, 404),
  read("/reminders"),
  read("/review"),
  read("/settings/alerts"),
  read("/suggestions"),
  read("/supplements"),
  read("/supplements/[id]", ({ supplement }) => `/supplements/${supplement}`, 404),
  read("/targets"),
  read("/tokens", "/tokens", 200, { but: NOT_EVEN_READING }),
  read("/trends"),
  read("/trends/compare", `/trends/compare?${span}`),
  {
    ...read("/foods/read"),
    at: `POST ${V1}/foods/read`,
    body: () => ({ text: "a banana" }),
  },
];

const openRoutes: readonly RouteRow[] = [
  open(`GET ${V1}/health`, () => `${V1}/health`, 200),
  open(`GET ${V1}/ready`, () => `${V1}/ready`, 200),
  open(`GET ${V1}/openapi.json`, () => `${V1}/openapi.json`, 200),
  ...["GET", "POST", "PUT", "PATCH", "DELETE"].map((method) =>
    open(`${method} ${V1}/[...rest]`, ({ entry }) => `${V1}/nothing/${entry}`, 404),
  ),
  open("GET /catalogue/[version]", ({ entry }) => `/catalogue/${entry}`, 404),
  // A build has a worker, sources alone have none.
  open("GET /sw.js", () => "/sw.js", existsSync(".next/assay-worker.js") ? 200 : 404),
  open("POST /share", () => "/share", 303),
  open("GET /mail/[token]/stop", ({ stopMail }) => `/mail/${stopMail}/stop`, 303),
  open("GET /reminders/[token]/stop", ({ stopReminder }) => `/reminders/${stopReminder}/stop`, 303),
  // The link is the key, whoever holds it; see the test of links.
  open("POST /mail/[token]/stop", () => "/mail/nothing/stop", 404),
  open("POST /reminders/[token]/stop", () => "/reminders/nothing/stop", 404),
];

const writes: readonly RouteRow[] = [
  write(
    "POST /foods",
    () => "/foods",
    () => food,
    [201, 201],
  ),
  write(
    "PUT /foods/[id]",
    ({ food: id }) => `/foods/${id}`,
    () => food,
    [200, 201],
  ),
  write(
    "POST /recipes",
    () => "/recipes",
    () => recipe,
    [201, 201],
  ),
  write(
    "POST /recipes",
    () => "/recipes",
    ({ food: id }) => ({ ...recipe, ingredients: [{ food: id, amount: grams }] }),
    [201, 422],
  ),
  write(
    "PUT /recipes/[id]",
    ({ recipe: id }) => `/recipes/${id}`,
    () => recipe,
    [200, 201],
  ),
  write(
    "POST /supplements",
    () => "/supplements",
    () => supplement,
    [201, 201],
  ),
  write(
    "PUT /supplements/[id]",
    ({ supplement: id }) => `/supplements/${id}`,
    () => supplement,
    [200, 201],
  ),
  write(
    "PUT /diary/[id]",
    ({ entry }) => `/diary/${entry}`,
    () => ({ ...lunch, food: BANANA, amount: grams }),
    [200, 201],
  ),
  write(
    "PUT /diary/[id]",
    () => `/diary/${uuid()}`,
    ({ food: id }) => ({ ...lunch, food: id, amount: grams }),
    [201, 422],
  ),
  ...(["move", "copy", "replace", "delete", "restore"] as const).map((op) =>
    write(
      "POST /diary/batch",
      () => "/diary/batch",
      ({ textEntry, entry }) => {
        const change = {
          move: { op, id: entry, ...lunch },
          copy: { op, id: uuid(), from: entry, ...lunch },
          replace: { op, id: uuid(), of: textEntry, food: BANANA, amount: grams },
          delete: { op, id: textEntry },
          restore: { op, id: textEntry },
        }[op];
        return { changes: [change] };
      },
      [200, op === "delete" ? 200 : 404],
      // The owner's token has replaced it before.
      op === "replace" ? { owner: 404 } : {},
    ),
  ),
  write(
    "PUT /plans/[id]",
    ({ plan }) => `/plans/${plan}`,
    () => ({ ...lunch, food: BANANA, amount: grams }),
    [200, 201],
  ),
  write(
    "PUT /supplements/[id]/doses/[date]/[slot]",
    ({ supplement: id }) => `/supplements/${id}/doses/${YESTERDAY}/1`,
    () => ({ count: 2 }),
    [200, 404],
  ),
  write(
    "PUT /favourites/[id]",
    ({ food: id }) => `/favourites/${id}`,
    () => ({}),
    [200, 404],
  ),
  write(
    "PUT /days/[date]",
    () => `/days/${YESTERDAY}`,
    () => ({ mark: "incomplete" }),
    [200, 200],
  ),
  write(
    "PUT /profile",
    () => "/profile",
    () => ({ diet: "vegan" }),
    [200, 200],
  ),
  write(
    "PUT /profile",
    () => "/profile",
    ({ food: id }) => ({ excludedFoods: [id] }),
    [200, 200],
  ),
  write(
    "PUT /profile/periods/[id]",
    ({ period }) => `/profile/periods/${period}`,
    () => ({ kind: "weight", from: "2019-01-01", to: null, weightKg: 60 }),
    [200, 201],
  ),
  write(
    "PUT /targets/[mineral]",
    () => "/targets/zinc",
    () => ({ target: 9, reason: "Doctor" }),
    [200, 200],
  ),
  write(
    "PUT /settings/alerts",
    () => "/settings/alerts",
    () => ({ hour: 10 }),
    [200, 200],
  ),
  write(
    "PATCH /alerts/[id]",
    ({ alert }) => `/alerts/${alert}`,
    () => ({ acknowledged: true }),
    [200, 404],
  ),
  write(
    "PUT /reminders/current",
    () => "/reminders/current",
    () => reminders("Firefox"),
    [200, 200],
    NO_TOKENS,
  ),
  write(
    "PUT /reminders/current/subscription",
    () => "/reminders/current/subscription",
    () => reminders("Firefox").subscription,
    [204, 404],
    NO_TOKENS,
  ),
  write("POST /reminders/[id]/test", ({ device }) => `/reminders/${device}/test`, undefined, [503, 404]),
  write(
    "POST /tokens",
    () => "/tokens",
    () => ({ name: "phone", scopes: ["read"] }),
    [201, 201],
    NO_TOKENS,
  ),
];

const removals: readonly RouteRow[] = [
  write("DELETE /diary/[id]", ({ entry }) => `/diary/${entry}`, undefined, [204, 204]),
  write("DELETE /plans/[id]", ({ plan }) => `/plans/${plan}`, undefined, [204, 204]),
  write(
    "DELETE /supplements/[id]/doses/[date]/[slot]",
    ({ supplement: id }) => `/supplements/${id}/doses/${YESTERDAY}/1`,
    undefined,
    [204, 204],
  ),
  write("DELETE /favourites/[id]", ({ food: id }) => `/favourites/${id}`, undefined, [204, 204]),
  write("DELETE /foods/[id]", ({ food: id }) => `/foods/${id}`, undefined, [204, 204]),
  write("DELETE /recipes/[id]", ({ recipe: id }) => `/recipes/${id}`, undefined, [204, 204]),
  write("DELETE /supplements/[id]", ({ supplement: id }) => `/supplements/${id}`, undefined, [204, 204]),
  write("DELETE /profile/periods/[id]", ({ period }) => `/profile/periods/${period}`, undefined, [204, 204]),
  write("DELETE /targets/[mineral]", () => "/targets/zinc", undefined, [204, 204]),
  write("DELETE /reminders/[id]", ({ device }) => `/reminders/${device}`, undefined, [204, 204]),
  write("DELETE /tokens/[id]", ({ token }) => `/tokens/${token}`, undefined, [204, 204], NO_TOKENS),
];

/**
 * Routes without a row. next-auth's take no id and know the browser by its cookie alone; next-auth itself asks Next for
 * it, which only a running server answers: tests/e2e/account.test.ts and sign-in-methods.test.ts.
 */
export const APART: readonly string[] = ["GET /api/auth/[...nextauth]", "POST /api/auth/[...nextauth]"];

/** What only refuses first, what is gone last. */
export const ROUTE_ROWS: readonly RouteRow[] = [
  ...openRoutes,
  ...reads,
  ...writes,
  ...administration,
  ...removals,
  ...account,
];
