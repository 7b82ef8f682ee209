import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { bestSources, bestSourcesBoth } from "@/lib/insights";
import { type BestSourcesView, sourcesQuery } from "@/lib/insights/schemas";
import { addDays, MINERALS } from "@/lib/nutrition";
import { today } from "@/lib/time";
import { type Api, makeApi } from "@/tests/support/api";

/** The best sources of a mineral for one person: their diet, their target, what they ate, what is not offered. */

let api: Api;
beforeEach(async () => {
  api = await makeApi({ birthDate: "1984-01-15" });
});

const NOW = today("UTC");
const get = async (path: string, by: Api = api) => {
  const { status, body } = await by.call("GET", path);
  expect(status).toBe(200);
  return body as BestSourcesView;
};
const sources = (mineral: string, search = "", by: Api = api) =>
  get(`/minerals/${mineral}/sources${search}`, by);

const eat = async (food: string, back: number) => {
  const { status } = await api.call("PUT", `/diary/${randomUUID()}`, {
    date: addDays(NOW, -back),
    meal: "lunch",
    food,
    amount: { grams: 100 },
  });
  expect(status).toBe(201);
};

describe("the best sources of a mineral", () => {
  it("are ranked by portion and by energy, with shares of the person's own target", async () => {
    await api.call("PUT", "/targets/magnesium", { target: 400, reason: "asked by my dietitian" });
    const byPortion = await sources("magnesium");
    expect(byPortion).toMatchObject({ by: "portion", offered: true, target: 400, unit: "mg", reasons: [] });
    for (const item of byPortion.items) expect(item.share).toBeCloseTo(item.amount / 400, 12);
    const spinach = byPortion.items.find(({ name }) => /^Spinach/.test(name));
    expect(spinach).toMatchObject({
      food: "ndb:11458",
      short: "Spinach, boiled",
      group: "Vegetables",
      portion: { label: "1 cup", count: 1 },
      grams: 180,
      pick: "leafy-green",
      first: true,
      eatenDays: 0,
    });
    expect(spinach?.amount).toBeCloseTo(156.6, 9);
    const byEnergy = await sources("magnesium", "?by=energy&limit=100");
    expect(byEnergy.items.map(({ food }) => food).toSorted()).toEqual(
      (await sources("magnesium", "?limit=100")).items.map(({ food }) => food).toSorted(),
    );
    const others = byEnergy.items.filter(({ first }) => !first).map(({ per100Kcal }) => per100Kcal);
    expect(others).toEqual(others.toSorted((a, b) => (b as number) - (a as number)));
  });

  it("can be logged as they stand: the portion is one that the food has", async () => {
    const { items } = await sources("iron", "?limit=100");
    const measured = items.filter(({ portion }) => portion.id !== null);
    expect(measured.length).toBeGreaterThan(20);
    for (const { food, portion, grams, amount } of measured.slice(0, 12)) {
      const { status, body } = await api.call("PUT", `/diary/${randomUUID()}`, {
        date: NOW,
        meal: "snack",
        food,
        amount: { portion: portion.id, count: portion.count },
      });
      expect(status).toBe(201);
      const entry = body as { grams: number; nutrients: { iron: number } };
      expect(entry.grams).toBeCloseTo(grams, 9);
      expect(entry.nutrients.iron).toBeCloseTo(amount, 9);
    }
  });

  it("know what was eaten in the last 30 days, in this form or another, and forget it after", async () => {
    await eat("ndb:11457", 1);
    await eat("ndb:11457", 5);
    await eat("ndb:11458", 29);
    await eat("ndb:12006", 31);
    const { items } = await sources("magnesium", "?limit=100");
    const eaten = (pattern: RegExp) => {
      const found = items.find(({ name }) => pattern.test(name));
      return [found?.eatenDays, found?.eatenForms];
    };
    // Raw on two days and boiled on one: at least two.
    expect(eaten(/^Spinach/)).toEqual([2, 2]);
    expect(eaten(/chia/)).toEqual([0, 0]);
    expect(eaten(/^Chard/)).toEqual([0, 0]);
    await eat("ndb:12036", 2);
    const again = (await sources("zinc", "?limit=100")).items;
    expect(again.find(({ name }) => /sunflower/.test(name))).toMatchObject({ eatenDays: 1, eatenForms: 1 });
  });

  it("do not take one cut of an animal for another", async () => {
    await eat("ndb:23563", 3);
    const { items } = await sources("zinc", "?limit=100");
    const beef = items.find(({ group }) => group === "Beef");
    expect(beef?.food).not.toBe("ndb:23563");
    expect(beef?.eatenDays).toBe(0);
  });

  it("can be cut to a length and to one group, and count what they leave out", async () => {
    const all = await sources("calcium", "?limit=100");
    const short = await sources("calcium", "?limit=3");
    expect(short.items).toEqual(all.items.slice(0, 3));
    expect(short.count).toBe(all.count);
    const dairy = await sources("calcium", "?group=dairyEgg&limit=100");
    expect(new Set(dairy.items.map(({ group }) => group))).toEqual(new Set(["Dairy and egg products"]));
    expect(dairy.groups).toEqual(all.groups);
    expect(all.groups.reduce((sum, { count }) => sum + count, 0)).toBe(all.count);
    expect((await sources("calcium", "?group=nothing")).items).toEqual([]);
    const selenium = await sources("selenium");
    expect(selenium.unknown).toBeGreaterThan(0);
    expect(selenium.permitted).toBeGreaterThan(selenium.unknown);
  });

  it("refuse what they cannot answer", async () => {
    for (const path of [
      "/minerals/sodium/sources",
      "/minerals/zinc/sources?by=price",
      "/minerals/zinc/sources?limit=0",
      "/minerals/zinc/sources?limit=101",
      "/minerals/zinc/sources?limit=x",
    ])
      expect((await api.call("GET", path)).status, path).toBe(422);
    const other = await makeApi();
    await expect(bestSources(other.viewer, api.userId, "zinc", sourcesQuery.parse({}))).rejects.toMatchObject(
      { code: "not_found" },
    );
  });
});

describe("what a person does not eat or should not be told", () => {
  it("a vegan with a nut allergy sees neither animal nor nut", async () => {
    const vegan = await makeApi({ diet: "vegan", exclusions: JSON.stringify(["nuts"]) });
    for (const mineral of MINERALS) {
      const { items, permitted } = await sources(mineral, "?limit=100", vegan);
      expect(items.length).toBeGreaterThan(5);
      expect(permitted).toBeLessThan((await sources(mineral)).permitted);
      for (const { name, group } of items) {
        expect(group).not.toMatch(/Dairy|Poultry|Beef|Pork|Lamb|Fish/);
        expect(name).not.toMatch(/^Nuts|^Peanut/);
      }
    }
  });

  it("kidney disease: no list of potassium or calcium, and why, in the words of the condition", async () => {
    const ill = await makeApi({
      birthDate: "1984-01-15",
      conditions: JSON.stringify(["chronic-kidney-disease"]),
    });
    const potassium = await sources("potassium", "", ill);
    expect(potassium).toMatchObject({ offered: false, items: [], groups: [], count: 0, target: null });
    expect(potassium.reasons).toHaveLength(1);
    expect(potassium.reasons[0]).toMatch(/care team/);
    expect(potassium.reasons.join()).not.toMatch(/deficien/i);
    const zinc = await sources("zinc", "?limit=100", ill);
    expect(zinc.offered).toBe(true);
    // No portion of any list holds more potassium than the condition allows.
    expect(zinc.items.some(({ name }) => /^Potato|^Spinach/.test(name))).toBe(false);
  });

  it("a medicine that raises potassium closes the list as well", async () => {
    const ill = await makeApi({ birthDate: "1984-01-15", medicines: JSON.stringify(["potassium-raising"]) });
    expect((await sources("potassium", "", ill)).offered).toBe(false);
  });

  it("iron overload: no list of iron", async () => {
    const ill = await makeApi({ birthDate: "1984-01-15", conditions: JSON.stringify(["iron-overload"]) });
    const iron = await sources("iron", "", ill);
    expect(iron).toMatchObject({ offered: false, items: [] });
    expect(iron.reasons[0]).toMatch(/no suggestions to eat more iron/);
  });

  it("an infant: reference values only, and no list at all", async () => {
    const infant = await makeApi({ birthDate: addDays(NOW, -200) });
    for (const mineral of MINERALS) {
      const view = await sources(mineral, "", infant);
      expect(view).toMatchObject({ offered: false, items: [] });
      expect(view.reasons.length).toBeGreaterThan(0);
    }
  });

  it("where energy is hidden nothing states it, and the order is by portion", async () => {
    const hidden = await makeApi({
      birthDate: "1984-01-15",
      conditions: JSON.stringify(["eating-disorder-history"]),
    });
    const view = await sources("zinc", "?by=energy&limit=100", hidden);
    expect(view).toMatchObject({ by: "portion", energyHidden: true, offered: true });
    for (const { energyKcal, per100Kcal } of view.items) {
      expect(energyKcal).toBeNull();
      expect(per100Kcal).toBeNull();
    }
    const both = await bestSourcesBoth(hidden.viewer, hidden.userId, "zinc", 8);
    expect(both.energy.items).toEqual(both.portion.items);
  });

  it("without a birth date there is no target and still a list", async () => {
    const view = await sources("zinc", "", await makeApi({ birthDate: null }));
    expect(view.offered).toBe(true);
    expect(view.target).toBeNull();
    expect(view.items.length).toBeGreaterThan(20);
    for (const { share } of view.items) expect(share).toBeNull();
  });
});
