import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { openSampleAccount, putPlan, repeatable } from "@/lib/diary";
import { createFood, listName } from "@/lib/foods";
import { localCopy, todayPage } from "@/lib/insights";
import { localDay, localPalette } from "@/lib/insights/copy/client";
import type { CopyView } from "@/lib/insights/schemas";
import { addDays, eachDay } from "@/lib/nutrition";
import { today } from "@/lib/time";
import { makeApi } from "@/tests/support/api";
import { queriesOf } from "@/tests/support/queries";

/* A device draws days from its copy as the server draws them: the same functions over the same entries. */

const NOW = today("UTC");

let viewer: Awaited<ReturnType<typeof makeApi>>["viewer"];
let copy: CopyView;
beforeAll(async () => {
  const userId = await openSampleAccount("UTC");
  viewer = { userId, sessionId: null, mayWrite: true, sample: true, confirmedAt: new Date() };
  await putPlan(viewer, userId, randomUUID(), {
    date: addDays(NOW, 1),
    meal: "lunch",
    food: "ndb:09040",
    amount: { grams: 120 },
  });
  // As a browser gets it.
  copy = JSON.parse(JSON.stringify(await localCopy(viewer, userId)));
});

/** Amounts that were added up in another order differ in their last digits. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, each) =>
    typeof each === "number" ? Number(each.toPrecision(12)) : each,
  );

describe("a day from the copy", () => {
  it("is the server's, but for what would close its gaps", async () => {
    const days = [...eachDay(addDays(NOW, -20), addDays(NOW, 2)), addDays(NOW, -60)];
    for (const date of days) {
      const {
        suggestions: _,
        gaps: __,
        secondLine: ___,
        ...server
      } = await todayPage(viewer, viewer.userId, date);
      const page = localDay(copy, date, NOW);
      if (page === null) throw new Error(`${date} is not in the copy`);
      const { suggestions, gaps, ...local } = page;
      expect(suggestions.items).toEqual([]);
      expect(gaps).toEqual([]);
      const short = {
        ...server,
        meals: server.meals.map(({ meal, entries }) => ({
          meal,
          entries: entries.map((e) => ({ ...e, name: listName(e.food, e.name) })),
        })),
        plans: server.plans.map((e) => ({ ...e, name: listName(e.food, e.name) })),
      };
      // A dose to come is made up anew at each reading; only its instants differ.
      const timeless = (value: unknown) =>
        JSON.parse(JSON.stringify(rounded(value)), (key, each) =>
          key === "createdAt" || key === "updatedAt" ? "" : each,
        );
      // The chart reaches further back than the copy on its first days.
      const { charts: serverCharts, week: serverWeek, ...rest } = timeless(short);
      const { charts, week, ...localRest } = timeless(local);
      expect(localRest, date).toEqual(rest);
      if (date >= addDays(copy.from, 14)) {
        expect(charts, date).toEqual(serverCharts);
        expect(week, date).toEqual(serverWeek);
      }
    }
  });

  it("is none outside of the copied days", () => {
    expect(localDay(copy, addDays(copy.from, -1), NOW)).toBeNull();
    expect(localDay(copy, addDays(copy.to, 1), NOW)).toBeNull();
  });
});

describe("the palette from the copy", () => {
  it("repeats what the server would repeat", async () => {
    for (const date of [addDays(NOW, -1), NOW, addDays(NOW, 1)]) {
      const server = await repeatable(viewer, viewer.userId, date);
      const { repeat } = localPalette(copy, date, NOW);
      const ids = (view: typeof server) => ({
        usual: view.usual.map(({ meal, entries, gone }) => [meal, entries.map(({ id }) => id), gone]),
        yesterday: view.yesterday.map(({ id }) => id),
        past: view.past.map(({ meal, date: on, entries }) => [meal, on, entries.map(({ id }) => id)]),
        begun: view.begun,
      });
      expect(ids(repeat), date).toEqual(ids(server));
    }
  });
});

describe("the copy", () => {
  it("is read with as many queries for a long diary as for an empty one", async () => {
    const empty = await makeApi();
    const few = await queriesOf(() => localCopy(empty.viewer, empty.userId));
    const many = await queriesOf(() => localCopy(viewer, viewer.userId));
    expect(few.length).toBeGreaterThan(0);
    // Foods of plans are asked for where there are plans.
    expect(many.length).toBeLessThanOrEqual(few.length + 4);
  });

  it("holds nothing of another account, and its own foods with what is unknown of them", async () => {
    const { viewer: other, userId, call } = await makeApi();
    await createFood(other, userId, { name: "Bread of mine", per100g: { iron: 3 }, portions: [] });
    const { body } = await call("GET", "/copy");
    const theirs = body as CopyView;
    expect(theirs.account).toBe(userId);
    expect(theirs.entries).toEqual([]);
    const [food] = theirs.own;
    expect(food?.name).toBe("Bread of mine");
    expect(food?.amounts[theirs.nutrients.indexOf("iron")]).toBe(3);
    expect(food?.amounts[theirs.nutrients.indexOf("zinc")]).toBeNull();
  });
});
