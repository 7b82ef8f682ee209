import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db";
import { type Api, makeApi } from "@/tests/support/api";

/*
 * Issue 13: of simultaneous writes that rest on the same version exactly one is made. The writes of one process wait for
 * one another in places; that no two processes get past the check either is tests/bench/kill.ts.
 */

const AT_ONCE = 50;
const OATS = { date: "2026-11-23", meal: "breakfast", food: "ndb:20038" } as const;

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

const CASES = [
  {
    name: "entry",
    path: `/diary/${randomUUID()}`,
    body: (n: number) => ({ ...OATS, amount: { grams: 10 + n } }),
    read: ({ grams }: Record<string, unknown>) => Number(grams) - 10,
  },
  {
    name: "own food",
    path: `/foods/own:${randomUUID()}`,
    body: (n: number) => ({ name: `Bread ${n}`, per100g: { magnesium: 60 } }),
    read: ({ name }: Record<string, unknown>) => Number(String(name).split(" ")[1]),
  },
  {
    name: "recipe",
    path: `/recipes/${randomUUID()}`,
    body: (n: number) => ({
      name: `Soup ${n}`,
      servings: 2,
      ingredients: [{ food: "ndb:16069", amount: { grams: 100 } }],
    }),
    read: ({ name }: Record<string, unknown>) => Number(String(name).split(" ")[1]),
  },
  {
    name: "profile",
    path: "/profile",
    body: (n: number) => ({ birthDate: `19${50 + n}-01-15`, sex: "female" }),
    read: ({ birthDate }: Record<string, unknown>) => Number(String(birthDate).slice(2, 4)) - 50,
  },
  {
    name: "alert settings",
    path: "/settings/alerts",
    body: (n: number) => ({ hour: n % 24, reviewHour: Math.floor(n / 24), reviewDay: 2 }),
    read: ({ hour, reviewHour }: Record<string, unknown>) => Number(hour) + 24 * Number(reviewHour),
  },
] as const;

it.each(CASES)("$name: of 50 writes with the same If-Match one is made, and 49 are told", async (given) => {
  // The first body is that of no other: the same content again is always answered.
  const before = (await api.call("PUT", given.path, given.body(AT_ONCE - 1))).body as { version: string };
  const headers = { "if-match": `"${before.version}"` };
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE - 1 }, (_, n) => api.call("PUT", given.path, given.body(n), headers)),
  );
  const made = answers.flatMap(({ status, body }) =>
    status === 200 ? [body as Record<string, unknown>] : [],
  );
  expect(made).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 412)).toHaveLength(AT_ONCE - 2);
  const kept = (await api.call("GET", given.path)).body as Record<string, unknown>;
  expect(kept.version).toBe(made[0]?.version);
  expect(given.read(kept)).toBe(given.read(made[0] ?? {}));
});

it("twelve at once of the same new entry make one row", async () => {
  const id = randomUUID();
  const answers = await Promise.all(
    Array.from({ length: 12 }, () =>
      api.call("PUT", `/diary/${id}`, { ...OATS, amount: { grams: 60 } }, { "if-match": '"0"' }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([...Array(11).fill(200), 201]);
  expect(await db().diaryEntry.count({ where: { ownerId: api.userId, id } })).toBe(1);
});

it("twelve at once of the same new food, recipe and supplement make one of each", async () => {
  const one = await makeApi();
  const id = randomUUID();
  const writes = [
    [`/foods/own:${id}`, { name: "Bread", per100g: {} }],
    [
      `/recipes/${id}`,
      { name: "Soup", servings: 1, ingredients: [{ food: "ndb:16069", amount: { grams: 9 } }] },
    ],
    [
      `/supplements/${id}`,
      { name: "Mg", doseLabel: "pill", contents: [{ nutrient: "magnesium", amount: 9 }] },
    ],
  ] as const;
  for (const [path, body] of writes) {
    const answers = await Promise.all(Array.from({ length: 12 }, () => one.call("PUT", path, body)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(11);
  }
});
