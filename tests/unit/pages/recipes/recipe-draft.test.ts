import { describe, expect, it } from "vitest";
import {
  amountErrors,
  atRows,
  type IngredientFood,
  ingredientDraft,
  type RecipeDraft,
  recipeSoFar,
  toRecipeDraft,
  toRecipeInput,
  yieldDoubt,
} from "@/app/(app)/recipes/_components/recipe-draft";
import { composition } from "@/lib/nutrition";

const LENTILS: IngredientFood = {
  id: "ndb:16069",
  name: "Lentils, raw",
  portions: [{ id: "1-cup", label: "1 cup", grams: 192 }],
  per100g: composition({ magnesium: 47, potassium: 677 }),
  described: { name: "Lentils, raw", group: "legumes" },
  found: true,
};
const LABEL: IngredientFood = {
  id: "own:1",
  name: "Sauce",
  portions: [],
  per100g: composition({ potassium: 100 }),
  found: true,
};

const draft = (over: Partial<RecipeDraft> = {}): RecipeDraft => ({
  ...toRecipeDraft(),
  name: "Dal",
  servings: "2",
  ingredients: [ingredientDraft("a", LENTILS, { portion: null, count: 200 })],
  ...over,
});

describe("a recipe being typed", () => {
  it("sends an ingredient without values by its name and weight", () => {
    const unknown: IngredientFood = {
      id: "text:00000000deadbeef",
      name: "Gochujang",
      portions: [],
      per100g: composition(),
      found: false,
    };
    const typed = draft({
      ingredients: [
        ingredientDraft("a", LENTILS, { portion: null, count: 200 }),
        ingredientDraft("b", unknown, { portion: null, count: 20 }),
      ],
    });
    expect(toRecipeInput(typed).ingredients).toEqual([
      { food: "ndb:16069", amount: { grams: 200 }, preparation: null },
      { text: "Gochujang", amount: { grams: 20 } },
    ]);
    expect(recipeSoFar(typed)?.lowerBounds).toContain("magnesium");
  });

  it("counts one serving up as it goes, by the weight of the dish only in 100 g", () => {
    const sum = recipeSoFar(draft());
    expect(sum?.gramsPerServing).toBe(100);
    expect(sum?.perServing.magnesium.amount).toBeCloseTo(47, 9);
    const weighed = recipeSoFar(draft({ yieldGrams: "600" }));
    expect(weighed?.gramsPerServing).toBe(300);
    expect(weighed?.perServing.magnesium.amount).toBeCloseTo(47, 9);
  });

  it("loses what the preparation takes", () => {
    const boiled = ingredientDraft("a", LENTILS, { portion: null, count: 200 }, "boiled-drained");
    const amount = recipeSoFar(draft({ ingredients: [boiled] }))?.perServing.potassium.amount;
    expect(amount).toBeCloseTo(677 * 0.77, -1);
    expect(amount).toBeLessThan(677);
  });

  it("is at least what is known where an ingredient has no value, and no more", () => {
    const sum = recipeSoFar(
      draft({
        ingredients: [
          ingredientDraft("a", LENTILS, { portion: null, count: 100 }),
          ingredientDraft("b", LABEL, { portion: null, count: 100 }),
        ],
      }),
    );
    expect(sum?.lowerBounds).toEqual(["magnesium"]);
    expect(sum?.per100g.magnesium).toBeNull();
    expect(sum?.atLeastPer100g.magnesium).toBeCloseTo(23.5, 9);
    expect(sum?.atLeastPer100g.zinc).toBeNull();
  });

  it("stays what it was while a field cannot be read", () => {
    expect(recipeSoFar(draft({ ingredients: [] }))).toBeNull();
    const typing = ingredientDraft("b", LABEL, { portion: null, count: Number.NaN });
    const sum = recipeSoFar(
      draft({ servings: "", yieldGrams: "x", ingredients: [...draft().ingredients, typing] }),
    );
    expect(sum?.gramsPerServing).toBe(200);
    expect(amountErrors(draft({ ingredients: [typing] }))).toEqual({
      "ingredients.0": ": Type an amount above 0.",
    });
  });

  it("is sent as typed: portions unrounded, a blank weight as none", () => {
    const third = ingredientDraft("a", LENTILS, { portion: LENTILS.portions[0] ?? null, count: 1 / 3 });
    expect(toRecipeInput(draft({ ingredients: [third], instructions: "Boil." }))).toEqual({
      name: "Dal",
      servings: 2,
      yieldGrams: null,
      instructions: "Boil.",
      ingredients: [{ food: "ndb:16069", amount: { portion: "1-cup", count: 1 / 3 }, preparation: null }],
    });
    expect(toRecipeInput(draft({ yieldGrams: "heavy" })).yieldGrams).toBeNaN();
  });

  it("shows the errors of an ingredient's parts at its row", () => {
    expect(atRows({ "ingredients.3.amount.count": "is wrong", name: "is empty" })).toEqual({
      "ingredients.3": "is wrong",
      name: "is empty",
    });
  });
});

describe("the weight of the finished dish", () => {
  const dish = (yieldGrams: string) =>
    yieldDoubt(
      draft({ yieldGrams, ingredients: [ingredientDraft("a", LENTILS, { portion: null, count: 1000 })] }),
    );

  it.each(["", "x", "200", "1000", "3000"])("%j is taken as it is", (typed) => {
    expect(dish(typed)).toBeNull();
  });
  it.each(["5", "199", "3001"])("%j is asked about", (typed) => {
    expect(dish(typed)).toMatch(/the ingredients weigh 1,000.g/);
  });
});
