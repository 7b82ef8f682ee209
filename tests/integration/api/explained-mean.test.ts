import { beforeEach, describe, expect, it } from "vitest";
import { mineralPage } from "@/lib/insights";
import type { ExplainedMean } from "@/lib/insights/schemas";
import { addDays } from "@/lib/nutrition";
import { today } from "@/lib/time";
import { type Api, makeApi } from "@/tests/support/api";
import { eaten, store } from "@/tests/support/eating";

/** From an average to the foods behind it, and from each to its days; figures worked out by hand. */

let api: Api;
beforeEach(async () => {
  api = await makeApi({ birthDate: "1984-01-15" });
});

const NOW = today("UTC");
const ago = (days: number) => addDays(NOW, -days);
const explain = async (query = "", by = api) =>
  (await by.call("GET", `/minerals/magnesium/average${query}`)).body as ExplainedMean;

const A = { foodId: "own:a", foodName: "Food A" };
const B = { foodId: "own:b", foodName: "Food B" };
const TABLET = { foodId: "supplement:t", foodName: "Tablet", kind: "supplement", grams: null } as const;

describe("an average taken apart", () => {
  beforeEach(() =>
    store(api.userId, [
      // 300 mg and 200 mg on the first day, 100 mg and something unknown on the second: 600 mg on two days.
      eaten(ago(2), { energy: 1500, magnesium: 300 }, A),
      eaten(ago(2), { energy: 500, magnesium: 150 }, B),
      eaten(ago(2), { energy: 100, magnesium: 50 }, B),
      eaten(ago(1), { energy: 1500, magnesium: 100 }, A),
      eaten(ago(1), { energy: 500 }, { foodId: "own:c", foodName: "Food C" }),
      eaten(ago(2), { magnesium: 100 }, TABLET),
      // Nothing is known of the third day, and today is not over: both are in no average.
      eaten(ago(3), { energy: 2000 }, B),
      eaten(NOW, { energy: 2000, magnesium: 900 }, A),
    ]),
  );

  it("adds up to the mean, food by food and day by day", async () => {
    const { mean, fromFood, days, leftOut, parts } = await explain();
    expect(mean).toBeCloseTo(350, 9);
    expect(fromFood).toBeCloseTo(300, 9);
    expect(days).toEqual([
      { date: ago(2), amount: 600, known: 3, entries: 3 },
      { date: ago(1), amount: 100, known: 1, entries: 2 },
    ]);
    expect(leftOut).toEqual([
      { date: ago(3), reason: "no-value" },
      { date: NOW, reason: "still-running" },
    ]);
    expect(parts.map(({ name, amount, share }) => [name, amount, share])).toEqual([
      ["Food A", 200, 200 / 350],
      ["Food B", 100, 100 / 350],
      ["Tablet", 50, 50 / 350],
      ["Food C", null, null],
    ]);
    // None of these foods is there any more; what was eaten of them stays.
    expect(parts.map(({ gone }) => gone)).toEqual([true, true, true, true]);
    expect(parts[1]?.days).toEqual([{ date: ago(2), amount: 200, known: 2, entries: 2 }]);
    expect(parts[3]?.days).toEqual([{ date: ago(1), amount: null, known: 0, entries: 1 }]);
  });

  it("leads to foods that are there", async () => {
    await store(api.userId, [eaten(ago(1), { magnesium: 1 })]);
    const { parts } = await explain();
    expect(parts.find(({ food }) => food === "ndb:09040")?.gone).toBe(false);
  });

  it("is the mean of the mineral's page", async () => {
    const { mean, coverageOfMean } = await explain();
    const { adequacy } = await (await mineralPage(api.viewer, api.userId, "magnesium", 30)).days;
    expect([mean, coverageOfMean]).toEqual([adequacy.mean, adequacy.coverageOfMean]);
  });

  it("is of the span that is asked for", async () => {
    const { mean, parts } = await explain(`?from=${ago(1)}&to=${ago(1)}`);
    expect(mean).toBe(100);
    expect(parts.map(({ name }) => name)).toEqual(["Food A", "Food C"]);
    const backwards = await api.call("GET", `/minerals/magnesium/average?from=${NOW}&to=${ago(1)}`);
    expect(backwards.status).toBe(422);
    const long = await api.call("GET", `/minerals/magnesium/average?from=2020-01-01&to=${NOW}`);
    expect(long.status).toBe(422);
  });

  it("is nobody else's", async () => {
    const other = await makeApi({ birthDate: "1984-01-15" });
    expect(await explain("", other)).toMatchObject({ mean: null, days: [], leftOut: [], parts: [] });
  });
});
