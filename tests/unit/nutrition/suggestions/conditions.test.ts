import { describe, expect, test } from "vitest";
import type { Composition } from "@/lib/nutrition/composition";
import { MINERALS } from "@/lib/nutrition/nutrients";
import { type Condition, gatesFor } from "@/lib/nutrition/safety/gates";
import { prepareCandidates } from "@/lib/nutrition/suggestions/candidates";
import { ruledOut } from "@/lib/nutrition/suggestions/ruled-out";
import { suggest, suggestForGap } from "@/lib/nutrition/suggestions/suggest";
import { food, request } from "./foods";
import { preparedTable } from "./table-foods";

/* Conditions and exclusions on the foods of the table, on an empty day and on one that lacks half of everything. */

const prepared = preparedTable();
const foods = new Map(prepared.candidates.map((one) => [one.foodId, one]));
const gates = (...conditions: Condition[]) =>
  gatesFor({ conditions, age: 35, lifeStage: "none", sex: "female" });
const DAYS = [0, 0.5].map((part) => ({
  magnesium: 320 * part,
  zinc: 8 * part,
  calcium: 1000 * part,
  iron: 18 * part,
  selenium: 55 * part,
  potassium: 2600 * part,
}));

type Amount = "vitaminK" | "sodium" | "potassium" | "phosphorus" | "fibre" | "iron";
const holds = (item: { foodId: string; grams: number }, nutrient: Amount): number => {
  const per100g = foods.get(item.foodId)?.per100g[nutrient];
  if (per100g === null || per100g === undefined) throw new Error(`${item.foodId} has no ${nutrient}`);
  return (per100g * item.grams) / 100;
};
const sets = (change: Parameters<typeof request>[1]) =>
  DAYS.map((day) => suggest(prepared, request(day, change)).items);
const gapItems = (change: Parameters<typeof request>[1]) =>
  DAYS.flatMap((day) =>
    MINERALS.flatMap((mineral) => suggestForGap(mineral, prepared, request(day, change)).items),
  );

describe("11.1 warfarin", () => {
  const change = { gates: gatesFor({ conditions: [], medicines: ["warfarin"], age: 70, lifeStage: "none" }) };
  const GREEN =
    /natto|spinach|kale|collard|chard|greens|parsley|broccoli|brussels|cress|endive|lettuce|asparagus|leaves|cabbage, (?:savoy|chinese)/i;

  test("no greens, broccoli or natto in a set or a list, and the empty day begins with none", () => {
    const items = [...sets(change).flat(), ...gapItems(change)];
    expect(items.length).toBeGreaterThan(5);
    expect(items.filter(({ name }) => GREEN.test(name)).map(({ name }) => name)).toEqual([]);
  });

  test("a portion and a set hold less than a fifth of the daily value of vitamin K, 24 µg, all of it known", () => {
    for (const item of gapItems(change)) expect(holds(item, "vitaminK"), item.name).toBeLessThanOrEqual(24);
    for (const set of sets(change)) {
      expect(set.length).toBeGreaterThan(0);
      expect(set.reduce((sum, item) => sum + holds(item, "vitaminK"), 0)).toBeLessThanOrEqual(24);
    }
  });

  test("the reason stands beside it", () => {
    expect(change.gates.foodTexts.map(({ text }) => text).join()).toMatch(/vitamin K.*steady/);
  });
});

describe("11.8 sodium", () => {
  test("an empty day does not begin with Alaska king crab, nor hold a fifth of the sodium of a day", () => {
    const items = suggest(prepared, request(DAYS[0])).items;
    expect(items.length).toBeGreaterThan(1);
    expect(items.map(({ name }) => name).join()).not.toMatch(/king/);
    expect(items.reduce((sum, item) => sum + holds(item, "sodium"), 0)).toBeLessThan(0.2 * 2300);
  });

  test("of two foods alike in all else the one with less sodium is chosen", () => {
    const twin = (id: string, sodium: number) => {
      const one = food([id, id, "Legumes", null, "1 cup", 100, [100, 80, 2, 100, 4, 10, 400, 0.1]]);
      return { ...one, per100g: { ...one.per100g, sodium } };
    };
    const pair = prepareCandidates([twin("a-salted", 500), twin("b-plain", 5)]);
    expect(suggest(pair, request(DAYS[1])).items.map(({ foodId }) => foodId)).toEqual(["b-plain"]);
  });

  test.each(["heart-failure", "hypertension", "chronic-kidney-disease"] as const)(
    "with %s a portion holds at most 140 mg and a set at most 280 mg",
    (condition) => {
      const change = { gates: gates(condition) };
      for (const item of gapItems(change)) expect(holds(item, "sodium")).toBeLessThanOrEqual(140);
      for (const set of sets(change)) {
        expect(set.length).toBeGreaterThan(0);
        expect(set.reduce((sum, item) => sum + holds(item, "sodium"), 0)).toBeLessThanOrEqual(280);
      }
    },
  );

  test("new conditions leave out what they say: gluten, juice, shellfish and offal, portions high in fibre", () => {
    const coeliac = gates("coeliac-disease");
    for (const item of [...gapItems({ gates: coeliac }), ...sets({ gates: coeliac }).flat()]) {
      expect(foods.get(item.foodId)?.contains.gluten, item.name).toBe(false);
    }
    for (const item of [...gapItems({ gates: gates("diabetes") })]) expect(item.name).not.toMatch(/juice/i);
    for (const item of gapItems({ gates: gates("gout") })) {
      expect(foods.get(item.foodId)?.contains.shellfish, item.name).toBe(false);
      expect(item.name).not.toMatch(/liver|sardine|herring|mackerel|trout/i);
    }
    for (const item of gapItems({ gates: gates("irritable-bowel") })) {
      expect(holds(item, "fibre"), item.name).toBeLessThanOrEqual(5.6);
    }
  });
});

describe("11.9 kidney disease", () => {
  const change = { gates: gates("chronic-kidney-disease") };

  test("a portion holds at most 100 mg of phosphorus and 200 mg of potassium", () => {
    const items = gapItems(change);
    expect(items.length).toBeGreaterThan(3);
    for (const item of items) {
      expect(holds(item, "phosphorus"), item.name).toBeLessThanOrEqual(100);
      expect(holds(item, "potassium"), item.name).toBeLessThanOrEqual(200);
    }
  });

  test("a set holds at most 200 mg of phosphorus and 400 mg of potassium", () => {
    for (const set of sets(change)) {
      expect(set.length).toBeGreaterThan(0);
      expect(set.reduce((sum, item) => sum + holds(item, "phosphorus"), 0)).toBeLessThanOrEqual(200);
      expect(set.reduce((sum, item) => sum + holds(item, "potassium"), 0)).toBeLessThanOrEqual(400);
    }
  });

  test("the other conditions with a cap on a portion have one on the set", () => {
    const overload = { gates: gates("iron-overload") };
    for (const set of sets(overload)) {
      expect(set.reduce((sum, item) => sum + holds(item, "iron"), 0)).toBeLessThanOrEqual(7.2);
    }
  });
});

describe("11.10 exclusions and alternatives", () => {
  test("a single excluded food is in no set and no list of a gap", () => {
    const before = [...sets({}).flat(), ...gapItems({})].map(({ foodId }) => foodId);
    const excludedFoods = new Set(before);
    const after = [...sets({ excludedFoods }).flat(), ...gapItems({ excludedFoods })];
    expect(after.length).toBeGreaterThan(0);
    for (const { foodId } of after) expect(excludedFoods.has(foodId)).toBe(false);
  });

  test("a portion is asked against exclusions, contents, caps of a portion and of a set", () => {
    const bread = food([
      "bread",
      "Bread",
      "Baked",
      null,
      "1 slice",
      32,
      [252, 75, 2, 161, 2, 26, 254, 0.2],
      ["gluten"],
    ]);
    const open = request({}, { gates: gates() });
    const portion = { ...bread.per100g, sodium: 150 };
    const by = (change: Partial<typeof open>, of: Composition = portion) =>
      ruledOut(bread, { ...open, ...change }, of)?.by ?? null;
    expect(by({})).toBe(null);
    expect(by({ excludedFoods: new Set(["bread"]) })).toBe("excluded-food");
    expect(by({ exclusions: ["gluten"] })).toBe("content");
    expect(by({ gates: gates("coeliac-disease") })).toBe("content");
    expect(by({ gates: gates("hypertension") })).toBe("cap");
    expect(by({ gates: gates("hypertension") }, { ...portion, sodium: null })).toBe("cap");
    expect(by({ gates: { ...gates(), setCaps: new Map([["sodium", 149]]) } })).toBe("cap");
  });

  test("alternatives that together pass a limit say so", () => {
    const oyster = (id: string, group: string) =>
      food([id, id, group, null, "3 oz", 85, [102, 35, 35, 60, 4, 20, 139, 0.5]]);
    const three = prepareCandidates([oyster("a", "A"), oyster("b", "B"), oyster("c", "C")]);
    const found = suggestForGap("zinc", three, request({ zinc: 2 }));
    expect([found.items.length, found.chooseOne]).toEqual([2 + 1, true]);
    const one = suggestForGap("zinc", prepareCandidates([oyster("a", "A")]), request({ zinc: 2 }));
    expect([one.items.length, one.chooseOne]).toEqual([1, false]);
    // 29.75 mg each; a limit of 40 is passed by two of them.
  });

  test("a list that does not say so may be eaten whole", () => {
    for (const day of DAYS) {
      for (const mineral of MINERALS) {
        const given = request(day, { gates: gates("chronic-kidney-disease") });
        const { items, chooseOne } = suggestForGap(mineral, prepared, given);
        const phosphorus = items.reduce((sum, item) => sum + holds(item, "phosphorus"), 0);
        const kcal = items.reduce((sum, item) => sum + item.energyKcal, 0);
        if (!chooseOne) expect([phosphorus <= 200, kcal <= 600]).toEqual([true, true]);
      }
    }
  });
});
