import { describe, expect, it } from "vitest";
import { phytateOf, readPhytate } from "@/lib/catalogue/rules";
import { plainGrams } from "@/lib/foodtables/readers/values";

describe("12: water and carbohydrate, by which boiled beans are told from dry ones and meat from breaded meat", () => {
  it.each([
    ["69,5", 69.5],
    ["0", 0],
    ["traces", 0],
    // The rules ask whether there is at most so much.
    ["< 0,5", 0.5],
    ["", null],
    ["-", null],
    ["130", null],
  ])("reads %j", (text, grams) => {
    expect(plainGrams(text)).toBe(grams);
  });

  it("is of the edible part where the food is stated as bought", () => {
    expect(plainGrams("40", 0.5)).toBe(80);
    expect(plainGrams("60", 0.5)).toBeNull();
  });
});

describe("12: the phytate of a food of an installed table", () => {
  const table = readPhytate();
  const of = (
    name: string,
    group: Parameters<typeof phytateOf>[0]["group"],
    waterG: number,
    carbohydrateG: number,
  ) => phytateOf({ name, group, waterG, carbohydrateG }, table);

  it("is that of the food as it is named", () => {
    expect(of("Fish, salmon, steamed", "fishShellfish", 58.8, 0)).toBe("fish_seafood");
    expect(of("Rice, white, cooked, no added fat", "grainsPasta", 68, 28)).toBe("rice_white_cooked");
    expect(of("Milk, whole", "dairyEgg", 88.1, 4.6)).toBe("milk_yogurt");
  });

  it.each([
    ["Fish, perch, baked or broiled, coated", "fishShellfish", 67.6, 7.8],
    ["Fish fingers, salmon, frozen", "fishShellfish", 60.3, 13.6],
    ["Milk, malted, dry mix, not reconstituted", "dairyEgg", 1.3, 93],
    ["Egg, creamed", "dairyEgg", 74.7, 5.5],
    ["Semolina, whole wheat", "grainsPasta", 22.1, 59.4],
  ] as const)("is not known of %s, in which there is more", (name, group, water, carbohydrate) => {
    expect(of(name, group, water, carbohydrate)).toBeNull();
  });
});
