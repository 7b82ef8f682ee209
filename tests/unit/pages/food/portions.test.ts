import { describe, expect, it } from "vitest";
import { choiceError } from "@/app/(app)/_features/food/portion-choice";
import { densityGramsPerMl, weighingUnits } from "@/app/(app)/_features/food/weighing-units";
import { newId } from "@/app/(app)/_features/offline";
import { chooseAmount } from "@/lib/catalogue";
import { loadCatalogue } from "@/lib/catalogue/load";
import { entryId } from "@/lib/diary/schemas";
import { measureOf, measureWords, portionName, portionWords } from "@/lib/format";

const nbsp = (text: string) => text.replaceAll("\u00A0", " ");

describe("measures in words", () => {
  it.each([
    ["1 cup", 2, "2 cups"],
    ["1/2 cup", 2, "1 cup"],
    ["1/2 cup, chopped", 1, "½ cup, chopped"],
    ["3 oz", 1, "3 oz"],
    ["2 cookies", 2, "4 cookies"],
    ["2 cookies", 0.5, "1 cookie"],
    ['1 medium (7" to 7-7/8" long)', 1, "1 medium"],
    ["1 oz (23 whole kernels)", 1, "1 oz"],
    ["6 inch, sub", 2, "2 × 6 inch, sub"],
    ["slice", 1.5, "1½ slices"],
    ["1 1/2 oz", 2, "3 oz"],
  ])("%s × %d is %s", (label, count, words) => {
    expect(nbsp(measureWords(label, count))).toBe(words);
  });

  it("puts the household portion first and grams second", () => {
    expect(nbsp(portionWords({ label: "1 cup", count: 2 }, 360))).toBe("2 cups · 360 g");
    expect(nbsp(portionWords(null, 28))).toBe("28 g");
  });

  it("names portions for a list to choose from", () => {
    expect(portionName({ label: "1 cup, mashed" })).toBe("cup, mashed");
    expect(portionName({ label: "1/2 cup" })).toBe("1/2 cup");
    expect(measureOf("bowl")).toEqual({ quantity: 1, unit: "bowl" });
  });
});

const spinach = [{ id: "1-cup", label: "1 cup", grams: 180 }];
describe("a choice", () => {
  it("refuses what the diary would refuse", () => {
    const cup = spinach[0] ?? null;
    expect(choiceError({ portion: cup, count: 1 })).toBeNull();
    for (const count of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e308]) {
      expect(choiceError({ portion: cup, count })).not.toBeNull();
      expect(choiceError({ portion: null, count })).not.toBeNull();
    }
    expect(choiceError({ portion: cup, count: 56 })).toBe("At most 10 kg.");
  });
});

describe("volumes", () => {
  it("can be chosen for exactly the foods of the table whose own measures tell a density", () => {
    const table = loadCatalogue();
    const ml = { quantity: 100, unit: "ml", size: null, words: "", weight: null };
    const isAssumed = (food: Parameters<typeof chooseAmount>[0]) => {
      const { choice, assumed } = chooseAmount(food, ml);
      return choice === null || assumed === "density";
    };
    const different = table.ids.filter((id) => {
      const food = table.food(id);
      return food && (densityGramsPerMl(food.portions) === null) !== isAssumed(food);
    });
    expect(different).toEqual([]);
  });
  it("are never weighed as water", () => {
    const units = (portions: Parameters<typeof weighingUnits>[0]) =>
      weighingUnits(portions).map(({ id }) => id);
    expect(units([])).toEqual(["g", "oz"]);
    expect(units(spinach)).toEqual(["g", "oz", "ml", "fl oz"]);
    expect(units([{ id: "1-fl-oz", label: "1 fl oz", grams: 30.5 }])).toEqual(["g", "oz", "ml"]);
    expect(densityGramsPerMl([{ id: "p", label: "1 packet (yields 6 fl oz)", grams: 28 }])).toBeNull();
    expect(densityGramsPerMl([{ id: "c", label: "1 can (12 fl oz)", grams: 372 }])).toBeCloseTo(1.048, 3);
  });
});

describe("newId", () => {
  it("is a UUID the diary takes, also without crypto.randomUUID", () => {
    const { randomUUID } = crypto;
    Object.defineProperty(crypto, "randomUUID", { value: undefined, configurable: true });
    try {
      const ids = Array.from({ length: 50 }, newId);
      expect(new Set(ids).size).toBe(50);
      for (const id of ids) {
        expect(entryId.parse(id)).toBe(id);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      }
    } finally {
      Object.defineProperty(crypto, "randomUUID", { value: randomUUID, configurable: true });
    }
  });
});

describe("portionName", () => {
  it("follows the number beside it", () => {
    expect(portionName({ label: "1 cup, sliced" }, 2)).toBe("cups, sliced");
    expect(portionName({ label: "3 oz" }, 2)).toBe("3 oz");
    expect(portionName({ label: "6 inch, sub" }, 2)).toBe("6 inch, sub");
    expect(portionName({ label: "1 cup" }, Number.NaN)).toBe("cup");
  });
});
