import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dailyValue } from "@/lib/nutrition/label";
import { MINERALS } from "@/lib/nutrition/nutrients";
import { gatesFor } from "@/lib/nutrition/safety/gates";
import {
  bestSources,
  GOOD_SOURCE,
  prepareSources,
  RICH_SOURCE,
  type SourceFood,
  type SourceRequest,
} from "@/lib/nutrition/suggestions/best-sources";
import { DIETS, EXCLUSIONS } from "@/lib/nutrition/suggestions/permitted";
import { foodLimitsOf } from "@/lib/nutrition/suggestions/ruled-out";
import { OPEN_GATES } from "../../../support/nutrition";
import { candidates } from "./arbitrary";
import { FOODS } from "./foods";

const asSource = (food: (typeof FOODS)[number], more: Partial<SourceFood> = {}): SourceFood => ({
  ...food,
  family: food.foodId,
  count: 1,
  plainness: 1,
  phytateMg: null,
  ...more,
});
const request = (more: Partial<SourceRequest> = {}): SourceRequest => ({
  mineral: "magnesium",
  by: "portion",
  diet: "everything",
  exclusions: [],
  excludedFoods: new Set(),
  gates: OPEN_GATES,
  limits: new Map(),
  ...more,
});
const one = (id: string, more: Partial<SourceFood> = {}) =>
  asSource(FOODS.find(({ foodId }) => foodId === id) as (typeof FOODS)[number], more);
const ids = (foods: readonly SourceFood[], more: Partial<SourceRequest> = {}) =>
  bestSources(prepareSources(foods), request(more)).items.map(({ food }) => food.foodId);

describe("bestSources", () => {
  it("shows of one family the plainest of the forms that hold alike", () => {
    const salted = one("pumpkin-seeds", { foodId: "a-salted", family: "pumpkin", plainness: 5 });
    const plain = one("pumpkin-seeds", { foodId: "b-plain", family: "pumpkin", plainness: 2 });
    const small = one("pumpkin-seeds", {
      foodId: "c-small",
      family: "pumpkin",
      plainness: 0,
      portionGrams: 20,
    });
    expect(ids([salted, plain, small])).toEqual(["b-plain"]);
    expect(ids([salted, small])).toEqual(["a-salted"]);
  });

  it("puts rich picks first, and bound calcium never", () => {
    const spinach = one("spinach", { portionGrams: 300 });
    const beans = one("spinach", {
      foodId: "beans",
      family: "beans",
      pick: null,
      highOxalate: false,
      portionGrams: 349,
    });
    expect(ids([spinach, beans])).toEqual(["spinach", "beans"]);
    const calcium = bestSources(prepareSources([spinach, beans]), request({ mineral: "calcium" })).items;
    expect(calcium.map(({ food, first }) => [food.foodId, first])).toEqual([
      ["beans", false],
      ["spinach", false],
    ]);
    expect(calcium[1]?.notes).toEqual(["calcium-bound"]);
  });

  it("says nothing of a mineral that a condition asks to leave alone", () => {
    const foods = FOODS.map((food) => asSource(food));
    const kidney = gatesFor({ conditions: ["chronic-kidney-disease"], age: 50, lifeStage: "none" });
    expect(bestSources(prepareSources(foods), request({ mineral: "potassium", gates: kidney }))).toEqual({
      items: [],
      permitted: 0,
      unknown: 0,
    });
    // Foods rich in potassium are left out of the other lists as well.
    const magnesium = bestSources(prepareSources(foods), request({ gates: kidney })).items;
    for (const { food } of magnesium)
      expect(((food.per100g.potassium as number) * food.portionGrams) / 100).toBeLessThanOrEqual(200);
    expect(ids(foods, { mineral: "potassium" }).length).toBeGreaterThan(0);
    const infant = gatesFor({ conditions: [], age: 0, lifeStage: "none" });
    for (const mineral of MINERALS) expect(ids(foods, { mineral, gates: infant })).toEqual([]);
    const iron = gatesFor({ conditions: ["iron-overload"], age: 50, lifeStage: "none" });
    expect(ids(foods, { mineral: "iron", gates: iron })).toEqual([]);
  });

  it("11.6 leaves out a portion that alone passes an upper limit, of whatever nutrient, where that counts food", () => {
    // 300 g of spinach: 261 mg of magnesium, 4.5 µg of selenium.
    const spinach = one("spinach", { portionGrams: 300 });
    const limited = (nutrient: "magnesium" | "selenium", ul: number, ulScope: "total" | "supplements") =>
      ids([spinach], { limits: foodLimitsOf({ [nutrient]: { ul, ulScope } }) });
    expect(limited("magnesium", 261, "total")).toEqual(["spinach"]);
    expect(limited("magnesium", 260, "total")).toEqual([]);
    expect(limited("magnesium", 260, "supplements")).toEqual(["spinach"]);
    expect(limited("selenium", 4, "total")).toEqual([]);
  });

  it("11.10 leaves out a food that the person never wants suggested", () => {
    const spinach = one("spinach");
    expect(ids([spinach])).toEqual(["spinach"]);
    expect(ids([spinach], { excludedFoods: new Set(["spinach"]) })).toEqual([]);
  });

  it("marks phytate by its ratio to zinc: above 15, not at 15 or without a value", () => {
    // 15 × 660.04 ÷ 65.38 × 2 mg of zinc = 302.87 mg of phytic acid.
    const food = one("spinach", { per100g: { ...one("spinach").per100g, zinc: 2 as never } });
    const notes = (phytateMg: number | null) =>
      bestSources(prepareSources([{ ...food, phytateMg }]), request({ mineral: "zinc" })).items[0]?.notes;
    expect(notes(303)).toEqual(["phytate"]);
    expect(notes(302)).toEqual([]);
    expect(notes(null)).toEqual([]);
  });

  it("refuses a portion without weight and the same food twice", () => {
    expect(() => prepareSources([one("spinach", { portionGrams: 0 })])).toThrow(RangeError);
    expect(() => prepareSources([one("spinach"), one("spinach")])).toThrow(RangeError);
  });
});

const table = candidates(30).chain((foods) =>
  fc.record({
    foods: fc.constant(foods),
    families: fc.array(fc.integer({ min: 0, max: 12 }), { minLength: foods.length, maxLength: foods.length }),
    plainness: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: foods.length, maxLength: foods.length }),
  }),
);
const asked = fc.record({
  mineral: fc.constantFrom(...MINERALS),
  by: fc.constantFrom("portion" as const, "energy" as const),
  diet: fc.constantFrom(...DIETS),
  exclusions: fc.subarray([...EXCLUSIONS], { maxLength: 3 }),
});

describe("any table", () => {
  it("ranks known amounts only, in order, each family once, the same whatever order the foods came in", () => {
    fc.assert(
      fc.property(table, asked, ({ foods, families, plainness }, ask) => {
        const input = foods.map((food, i) =>
          asSource(food, { family: `${families[i]}`, plainness: plainness[i] as number }),
        );
        const found = bestSources(prepareSources(input), request(ask));
        const daily = dailyValue("us", ask.mineral) as number;
        let before = { first: true, value: Number.POSITIVE_INFINITY };
        for (const { food, amount, first, per100Kcal } of found.items) {
          expect(amount).toBe(((food.per100g[ask.mineral] as number) * food.portionGrams) / 100);
          expect(amount).toBeGreaterThanOrEqual(GOOD_SOURCE * daily);
          if (first) {
            expect(food.pick).not.toBeNull();
            expect(amount).toBeGreaterThanOrEqual(RICH_SOURCE * daily);
          }
          const value = ask.by === "portion" ? amount : (per100Kcal as number);
          expect(Number(before.first)).toBeGreaterThanOrEqual(Number(first));
          if (before.first === first) expect(before.value * (1 + 1e-12)).toBeGreaterThanOrEqual(value);
          before = { first, value };
        }
        const shown = found.items.map(({ food }) => food.family);
        expect(new Set(shown).size).toBe(shown.length);
        expect(found.unknown).toBeLessThanOrEqual(found.permitted);
        expect(found.permitted).toBeLessThanOrEqual(foods.length);
        expect(bestSources(prepareSources(input.toReversed()), request(ask))).toEqual(found);
      }),
      { numRuns: 150 },
    );
  });

  it("loses foods, and never gains one, by another exclusion", () => {
    fc.assert(
      fc.property(table, asked, fc.constantFrom(...EXCLUSIONS), ({ foods }, ask, exclusion) => {
        const prepared = prepareSources(foods.map((food) => asSource(food)));
        const all = new Set(bestSources(prepared, request(ask)).items.map(({ food }) => food.foodId));
        const fewer = bestSources(
          prepared,
          request({ ...ask, exclusions: [...new Set([...ask.exclusions, exclusion])] }),
        );
        for (const { food } of fewer.items) expect(all.has(food.foodId)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
