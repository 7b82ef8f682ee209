import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseQuery, takeMeal } from "@/app/(app)/_components/parse-query";

describe("parseQuery", () => {
  it.each([
    ["2 cups spinach", 2, "cup", "spinach"],
    ["2 cups cooked spinach", 2, "cup", "cooked spinach"],
    ["180 g lentils", 180, "g", "lentils"],
    ["180g lentils", 180, "g", "lentils"],
    ["1/2 cup oats", 0.5, "cup", "oats"],
    ["½ cup oats", 0.5, "cup", "oats"],
    ["½cup oats", 0.5, "cup", "oats"],
    ["1½ cups rice", 1.5, "cup", "rice"],
    ["1 1/2 cups rice", 1.5, "cup", "rice"],
    ["1 ½ cups rice", 1.5, "cup", "rice"],
    ["1,5 l milk", 1.5, "l", "milk"],
    ["2 eggs", 2, null, "eggs"],
    ["a banana", 1, null, "banana"],
    ["two slices of rye bread", 2, "slice", "rye bread"],
    ["1 cup of milk", 1, "cup", "milk"],
    ["8 fl oz milk", 8, "fl oz", "milk"],
    ["8 fl. oz. milk", 8, "fl oz", "milk"],
    ["half a cup of rice", 0.5, "cup", "rice"],
    ["half an avocado", 0.5, null, "avocado"],
    ["3 x apple", 3, null, "apple"],
    ["1/2 cup", 0.5, "cup", ""],
    ["2", 2, null, ""],
  ])("reads %j", (typed, amount, unit, rest) => {
    expect(parseQuery(typed)).toEqual({ amount, unit, rest });
  });

  it.each([
    ["spinach"],
    ["2% milk"],
    ["7up"],
    ["half and half"],
    ["-5 g salt"],
    ["0 g salt"],
    ["1/0 cup rice"],
    ["1e308 g rice"],
    ["NaN g rice"],
    ["b12 drops"],
    [""],
    ["a"],
  ])("leaves %j as the food's name", (typed) => {
    expect(parseQuery(typed)).toEqual({ amount: null, unit: null, rest: typed });
  });

  it("keeps words it does not know", () => {
    expect(parseQuery("2 dollops sour cream")).toEqual({ amount: 2, unit: null, rest: "dollops sour cream" });
  });

  it("never throws, never gives an amount that is not above 0 and finite, and drops no word of the food", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (typed) => {
        const { amount, unit, rest } = parseQuery(typed);
        if (amount === null) expect(unit).toBeNull();
        else expect(amount > 0 && Number.isFinite(amount)).toBe(true);
        expect(rest.length).toBeLessThanOrEqual(typed.normalize("NFKC").length + typed.length);
      }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom("lentils", "rye bread", "7up", "sweet potato", "half and half"),
        fc.integer({ min: 1, max: 9999 }),
        (food, amount) => {
          expect(parseQuery(`${amount} g ${food}`)).toEqual({ amount, unit: "g", rest: food });
        },
      ),
    );
  });
});

describe("takeMeal", () => {
  it.each([
    ["/d", "dinner", ""],
    ["/l 2 eggs", "lunch", "2 eggs"],
    ["2 eggs /b", "breakfast", "2 eggs "],
    ["/S nuts", "snack", "nuts"],
  ])("takes the command out of %j", (typed, meal, text) => {
    expect(takeMeal(typed)).toEqual({ meal, text });
  });
  it.each([["1/2 cup"], ["/x"], ["a/b"], ["/dal"]])("leaves %j alone", (typed) => {
    expect(takeMeal(typed)).toEqual({ meal: null, text: typed });
  });
});
