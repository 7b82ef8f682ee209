import { describe, expect, it } from "vitest";
import { asInput, mergeFields } from "@/app/(app)/_features/offline";

describe("a resource in the shape in which it is written", () => {
  it("is an own food with its label, and what is known beside it", () => {
    const view = {
      id: "own:1",
      version: "v1",
      name: "Bread",
      kcal: 200,
      per100g: { magnesium: 60, energy: 200, zinc: null },
      label: { basis: { per: "100g" }, amounts: { magnesium: { value: 60, as: "amount" } } },
      barcode: null,
      estimate: { food: { id: "ndb:1", name: "x" }, per100g: {} },
      portions: [{ id: "p1", label: "slice", grams: 40 }],
      provenance: [],
    };
    expect(asInput("/foods/own:1", view)).toEqual({
      name: "Bread",
      label: view.label,
      per100g: { energy: 200 },
      portions: [{ label: "slice", grams: 40 }],
      estimateFood: "ndb:1",
    });
  });

  it("is a recipe with its ingredients by portion, weight or name", () => {
    const ingredient = { name: "Lentils", found: true, nutrients: {}, lowerBounds: [] };
    const view = {
      name: "Soup",
      servings: 2,
      yieldGrams: null,
      instructions: null,
      version: "v1",
      ingredients: [
        {
          ...ingredient,
          food: "ndb:1",
          grams: 200,
          portion: { id: "cup", label: "cup", count: 1 },
          preparation: null,
        },
        { ...ingredient, food: "ndb:2", grams: 30, portion: null, preparation: "soaked" },
        {
          ...ingredient,
          food: "text:00",
          name: "Grandma's spice",
          grams: 5,
          portion: null,
          preparation: null,
        },
      ],
    };
    expect(asInput("/recipes/1", view)).toEqual({
      name: "Soup",
      servings: 2,
      ingredients: [
        { food: "ndb:1", amount: { portion: "cup", count: 1 } },
        { food: "ndb:2", amount: { grams: 30 }, preparation: "soaked" },
        { text: "Grandma's spice", amount: { grams: 5 } },
      ],
    });
  });

  it("is a supplement by what was typed: the compound where that was", () => {
    const view = {
      name: "Mg",
      doseLabel: "capsule",
      contents: [
        {
          nutrient: "magnesium",
          amount: 97,
          unit: "mg",
          form: { id: "oxide" },
          compound: { amount: 160, unit: "mg" },
          prescribed: false,
        },
        { nutrient: "zinc", amount: 10, unit: "mg", form: null, compound: null, prescribed: true },
      ],
      schedule: { days: [1], times: [] },
      active: true,
      notices: [],
      version: "v1",
    };
    expect(asInput("/supplements/1", view)).toEqual({
      name: "Mg",
      doseLabel: "capsule",
      contents: [
        { nutrient: "magnesium", form: "oxide", compound: 160, prescribed: false },
        { nutrient: "zinc", amount: 10, prescribed: true },
      ],
      schedule: { days: [1], times: [] },
      active: true,
    });
  });

  it("is in no conflict with a form that says the same of what nobody changed", () => {
    const base = { name: "Soup", servings: 2, ingredients: [{ food: "ndb:2", amount: { grams: 30 } }] };
    const mine = {
      ...base,
      name: "Stew",
      yieldGrams: null,
      ingredients: [{ food: "ndb:2", amount: { grams: 30 }, preparation: null }],
    };
    expect(mergeFields(base, mine, { ...base, servings: 3 })).toMatchObject({
      merged: { name: "Stew", servings: 3 },
      conflicts: [],
    });
  });
});
