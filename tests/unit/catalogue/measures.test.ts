import { describe, expect, it } from "vitest";
import { fromSr24, fromSr28, mergeMeasures, tidyUnit, writeAmount } from "@/data/build/measures";
import { portionIds } from "@/lib/catalogue/decode";

describe("amounts", () => {
  it.each([
    [1, "1"],
    [10, "10"],
    [0.5, "1/2"],
    [0.333, "1/3"],
    [0.67, "2/3"],
    [0.125, "1/8"],
    [1.25, "1 1/4"],
    [1.94, "1.94"],
    [3.527, "3.527"],
  ])("%d is written %s", (amount, written) => {
    expect(writeAmount(amount)).toBe(written);
  });
});

describe("units", () => {
  it.each([
    ['pat,  (1" sq, 1/3" high)', 'pat (1" sq, 1/3" high)'],
    ["cup,  halves", "cup, halves"],
    ["tablespoon", "tbsp"],
    ["fluid ounce", "fl oz"],
    ["serving 8 fl oz", "serving (8 fl oz)"],
    ["serving ( 3 oz )", "serving (3 oz)"],
    ["cup sliced", "cup, sliced"],
    ["jar NFS", "jar"],
    ["serving,  (NLEA serving size = 1 cup)", "serving (1 cup)"],
  ])("%s is written %s", (unit, written) => {
    expect(tidyUnit(unit)).toBe(written);
  });
});

describe("measures", () => {
  it("are nothing without a weight or a unit", () => {
    expect(fromSr24("1.0", "cup", "0.0")).toBeUndefined();
    expect(fromSr24("1.0", "raw pr g", "12.0")).toBeUndefined();
    expect(fromSr28("", "")).toBeUndefined();
    expect(fromSr28("1 cup", "")).toBeUndefined();
    expect(fromSr28("1 cup, mashed", "225")).toEqual({ label: "1 cup, mashed", grams: 225 });
    expect(fromSr24("10.0", "crackers", "30.0")).toEqual({ label: "10 crackers", grams: 30 });
  });

  it("come once each, the newer weight for the same words", () => {
    const merged = mergeMeasures(
      [fromSr28("1 cup", "249"), undefined],
      [fromSr24("1.0", "cup", "235.0"), fromSr24("1.0", "cups", "235.0"), fromSr24("1.0", "tbsp", "15.0")],
      "soupsSauces",
    );
    expect(merged).toEqual([
      { label: "1 cup", grams: 249 },
      { label: "1 tbsp", grams: 15 },
    ]);
  });

  it("keep the label's serving apart only when it weighs something else", () => {
    const cup = fromSr24("1.0", "cup", "50.0");
    expect(
      mergeMeasures([], [cup, fromSr24("1.0", "cup (1 NLEA serving)", "50.0")], "breakfastCereals"),
    ).toHaveLength(1);
    expect(
      mergeMeasures([], [cup, fromSr24("1.0", "cup (1 NLEA serving)", "30.0")], "breakfastCereals"),
    ).toEqual([
      { label: "1 cup", grams: 50 },
      { label: "1 cup (by the label)", grams: 30 },
    ]);
  });

  it("begin with the usual one", () => {
    const first = (group: Parameters<typeof mergeMeasures>[2], ...measures: [string, string, string][]) =>
      mergeMeasures(
        [],
        measures.map(([amount, unit, grams]) => fromSr24(amount, unit, grams)),
        group,
      )[0]?.label;
    expect(first("fruits", ["1", "cup, sliced", "150"], ["1", "large", "136"], ["1", "medium", "118"])).toBe(
      "1 medium",
    );
    expect(first("nutsSeeds", ["1", "cup", "129"], ["1", "oz", "28.35"])).toBe("1 oz");
    expect(first("beef", ["1", "piece", "300"], ["3", "oz", "85"])).toBe("3 oz");
    expect(
      first("bakedProducts", ["1", "cup, crumbs", "45"], ["1", "slice", "29"], ["1", "loaf", "600"]),
    ).toBe("1 slice");
    expect(first("dairyEgg", ["1", "quart", "976"], ["1", "fl oz", "30.5"], ["1", "cup", "244"])).toBe(
      "1 cup",
    );
    expect(first("spicesHerbs", ["1", "tbsp", "7"], ["1", "tsp", "2"])).toBe("1 tsp");
  });
});

describe("portion ids", () => {
  it("are short, plain and one a portion", () => {
    expect(portionIds(['1 medium (7" to 7-7/8" long)', "1/2 cup", "1 potato (2 dia.)", "1/2 cup!"])).toEqual([
      "1-medium-7-to-7-7-8-long",
      "1-2-cup",
      "1-potato-2-dia",
      "1-2-cup~2",
    ]);
  });
});
