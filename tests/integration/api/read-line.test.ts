import { beforeAll, describe, expect, it } from "vitest";
import type { ReadView } from "@/lib/foods/schemas";
import { type Api, makeApi } from "@/tests/support/api";

let api: Api;
beforeAll(async () => {
  api = await makeApi();
});

const read = async (text: string) => (await api.call("POST", "/foods/read", { text })).body as ReadView;

describe("a line that is read", () => {
  it("fault 7: tells the meal of each food", async () => {
    const { items, doubts } = await read("2 eggs for breakfast, 150 g tofu for lunch");
    expect(items.map(({ words, meal, grams }) => [words, meal, grams])).toEqual([
      ["eggs", "breakfast", 100],
      ["tofu", "lunch", 150],
    ]);
    expect(doubts).toEqual([]);
  });

  it("fault 3: says what is only closest to what was typed", async () => {
    const { items } = await read("30 g cheddar, 200 g brocoli");
    expect(items.map(({ closestTo }) => closestTo)).toEqual([null, "brocoli"]);
    expect(items[1]?.doubts).toEqual([{ kind: "closest", text: "brocoli" }]);
    expect(items[1]?.foods[0]?.onlyClose).toBe(true);
  });

  it("fault 6: names the part of an amount that holds the line back", async () => {
    expect((await read("2 cups, 30 g cheddar")).doubts).toEqual([{ kind: "amount", text: "2 cups" }]);
  });

  it("is refused without a text", async () => {
    expect((await api.call("POST", "/foods/read", { text: " " })).status).toBe(422);
  });
});
