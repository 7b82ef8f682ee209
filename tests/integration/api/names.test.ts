import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { type Api, makeApi } from "@/tests/support/api";

const BANANA = "ndb:09040";

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

const grams = { grams: 100 };

/** Everything that takes a name, with the part of the answer that gives it back. */
const NAMED: readonly (readonly [string, (name: string) => ReturnType<Api["call"]>])[] = [
  ["own food", (name) => api.call("POST", "/foods", { name, per100g: { iron: 1 } })],
  [
    "portion",
    (label) =>
      api.call("POST", "/foods", { name: "Oats", per100g: { iron: 1 }, portions: [{ label, grams: 30 }] }),
  ],
  [
    "recipe",
    (name) =>
      api.call("PUT", `/recipes/${randomUUID()}`, {
        name,
        servings: 1,
        ingredients: [{ food: BANANA, amount: grams }],
      }),
  ],
  [
    "supplement",
    (name) =>
      api.call("PUT", `/supplements/${randomUUID()}`, {
        name,
        doseLabel: "drop",
        contents: [{ nutrient: "zinc", amount: 5 }],
      }),
  ],
];

describe.each(NAMED)("fault 13: the name of a new %s", (_, make) => {
  it.each(["\u200b\u200d", "\u3164", "\u2066 \u2069", "…"])(
    "is refused when nothing of it is seen: %j",
    async (name) => {
      expect((await make(name)).status).toBe(422);
    },
  );

  it("loses its direction marks and keeps what joins letters and emoji", async () => {
    const { status, body } = await make("\u202eمی\u200cخواهم 👩🏽\u200d🍳\u200f");
    expect(status).toBe(201);
    expect(JSON.stringify(body)).toContain("می\u200cخواهم 👩🏽\u200d🍳");
    expect(JSON.stringify(body)).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  });
});

it("fault 13: a note loses its direction marks", async () => {
  const { body } = await api.call("PUT", `/diary/${randomUUID()}`, {
    date: "2026-11-20",
    meal: "lunch",
    food: BANANA,
    amount: grams,
    note: "\u202eripe\u2069",
  });
  expect(body).toMatchObject({ note: "ripe" });
});
