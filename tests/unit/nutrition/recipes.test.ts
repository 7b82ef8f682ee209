import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composition, recipeOf } from "@/lib/nutrition";

const beans = composition({ iron: 8, magnesium: 140, vitaminC: 4, energy: 330 });
const peppers = composition({ iron: 0.4, vitaminC: 120, energy: 30 });

describe("recipeOf", () => {
  it("adds ingredients, divides by servings, and takes water from the yield", () => {
    const recipe = recipeOf({
      ingredients: [
        { per100g: beans, grams: 200 },
        { per100g: peppers, grams: 100, retention: { vitaminC: 0.5 } },
      ],
      yieldGrams: 600,
      servings: 4,
    });
    expect(recipe).toMatchObject({ ingredientGrams: 300, yieldGrams: 600, gramsPerServing: 150 });
    expect(recipe.totals.iron).toEqual({ amount: 16.4, unit: "mg", known: 2, entries: 2 });
    expect(recipe.totals.vitaminC.amount).toBeCloseTo(8 + 60, 10);
    expect(recipe.perServing.energy.amount).toBeCloseTo((660 + 30) / 4, 10);
    expect(recipe.per100g.iron).toBeCloseTo(16.4 / 6, 10);
  });
  it("keeps the unknown unknown: a lower bound in the totals, nothing per 100 g", () => {
    const recipe = recipeOf({
      ingredients: [
        { per100g: beans, grams: 200 },
        { per100g: peppers, grams: 100 },
      ],
      yieldGrams: null,
      servings: 1,
    });
    expect(recipe.perServing.magnesium).toEqual({ amount: 280, unit: "mg", known: 1, entries: 2 });
    expect(recipe.per100g.magnesium).toBeNull();
    expect(recipe.totals.zinc).toMatchObject({ amount: null, known: 0 });
    expect(recipe.per100g.zinc).toBeNull();
  });
  it("overlooks an ingredient that weighs nothing", () => {
    const recipe = recipeOf({
      ingredients: [
        { per100g: beans, grams: 100 },
        { per100g: composition(), grams: 0 },
      ],
      yieldGrams: null,
      servings: 1,
    });
    expect(recipe.per100g.iron).toBeCloseTo(8, 10);
  });
  it("refuses servings, yields and weights that cannot be", () => {
    const ingredients = [{ per100g: beans, grams: 100 }];
    for (const servings of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => recipeOf({ ingredients, yieldGrams: null, servings })).toThrow(RangeError);
    }
    expect(() => recipeOf({ ingredients, yieldGrams: 0, servings: 1 })).toThrow(RangeError);
    expect(() => recipeOf({ ingredients: [], yieldGrams: null, servings: 1 })).toThrow(RangeError);
    expect(() =>
      recipeOf({ ingredients: [{ per100g: beans, grams: -1 }], yieldGrams: null, servings: 1 }),
    ).toThrow(RangeError);
    expect(() =>
      recipeOf({
        ingredients: [{ per100g: beans, grams: 1, retention: { iron: -1 } }],
        yieldGrams: null,
        servings: 1,
      }),
    ).toThrow(RangeError);
  });
  it("serves out exactly what went in", () => {
    const ingredient = fc.record({
      per100g: fc
        .record({ iron: fc.option(fc.double({ min: 0, max: 50, noNaN: true })) })
        .map((known) => composition(known)),
      grams: fc.double({ min: 1, max: 900, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(ingredient, { minLength: 1, maxLength: 8 }),
        fc.double({ min: 0.5, max: 12, noNaN: true }),
        fc.double({ min: 50, max: 5000, noNaN: true }),
        (ingredients, servings, yieldGrams) => {
          const recipe = recipeOf({ ingredients, yieldGrams, servings });
          const { amount, known, entries } = recipe.totals.iron;
          expect(known === 0).toBe(amount === null);
          expect(recipe.perServing.iron.amount === null).toBe(amount === null);
          if (amount !== null) expect((recipe.perServing.iron.amount ?? 0) * servings).toBeCloseTo(amount, 8);
          expect(recipe.per100g.iron === null).toBe(known < entries);
          if (recipe.per100g.iron !== null) {
            expect((recipe.per100g.iron * yieldGrams) / 100).toBeCloseTo(amount ?? Number.NaN, 8);
          }
        },
      ),
    );
  });

  it("keeps the partial sum apart as a lower bound, also of a recipe inside", () => {
    const full = { per100g: composition({ iron: 2 }), grams: 100 };
    const blank = { per100g: composition(), grams: 100 };
    const inner = recipeOf({ ingredients: [full, blank], yieldGrams: null, servings: 1 });
    expect(inner).toMatchObject({ lowerBounds: ["iron"] });
    expect(inner.per100g.iron).toBeNull();
    expect(inner.atLeastPer100g.iron).toBe(1);
    expect(inner.atLeastPer100g.zinc).toBeNull();
    const { atLeastPer100g: per100g, lowerBounds } = inner;
    const outer = recipeOf({
      ingredients: [{ per100g, lowerBounds, grams: 200 }, full],
      yieldGrams: null,
      servings: 1,
    });
    expect(outer.lowerBounds).toEqual(["iron"]);
    expect(outer.totals.iron).toMatchObject({ amount: 4, known: 1, entries: 2 });
    // An ingredient that weighs nothing withholds nothing.
    const salted = recipeOf({ ingredients: [full, { ...blank, grams: 0 }], yieldGrams: null, servings: 1 });
    expect(salted.lowerBounds).toEqual([]);
    expect(salted.per100g.iron).toBe(2);
  });
});
