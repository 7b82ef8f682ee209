import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Label,
  labelComposition,
  labelPer100g,
  labelUnits,
  labelValue,
  NUTRIENT_IDS,
} from "@/lib/nutrition";

const per100g = { per: "100g" } as const;

describe("a label of the EU", () => {
  it("gives salt, of which sodium is 40 %", () => {
    expect(labelValue("eu", "sodium", { value: 1.25, as: "salt" }).amount).toBeCloseTo(500, 9);
    expect(labelUnits("eu", "sodium")[0]).toBe("salt");
  });

  it("gives percent of its own reference values, rounded to whole ones", () => {
    expect(labelValue("eu", "magnesium", { value: 15, as: "percent" })).toEqual({
      amount: 56.25,
      low: 54.375,
      high: 58.125,
    });
  });

  it("fault 13: gives vitamin D in international units, and nothing else", () => {
    expect(labelValue("us", "vitaminD", { value: 400, as: "iu" }).amount).toBe(10);
    expect(labelValue("eu", "vitaminD", { value: 100, as: "iu", lessThan: true }).high).toBe(2.5);
    expect(labelUnits("us", "vitaminD")).toEqual(["amount", "iu", "percent"]);
    expect(() => labelValue("us", "iron", { value: 5, as: "iu" })).toThrow(RangeError);
  });

  it("gives energy in kilojoules", () => {
    expect(labelValue("eu", "energy", { value: 1046, as: "kilojoules" }).amount).toBeCloseTo(250, 9);
  });

  it("takes a declared zero as zero, with what the rounding of salt may hide", () => {
    expect(labelValue("eu", "sodium", { value: 0, as: "salt" })).toEqual({ amount: 0, low: 0, high: 5 });
    expect(labelValue("eu", "iron", { value: 0, as: "amount" })).toEqual({ amount: 0, low: 0, high: 0 });
  });
});

describe("a label of the US", () => {
  it.each([
    [6, 78, 65, 91],
    [10, 130, 117, 162.5],
    [15, 195, 162.5, 227.5],
    [50, 650, 617.5, 715],
    [60, 780, 715, 845],
  ])("%i %% DV of calcium is %f mg, rounded from %f to %f", (percent, amount, low, high) => {
    const value = labelValue("us", "calcium", { value: percent, as: "percent" });
    expect(value.amount).toBeCloseTo(amount, 9);
    expect(value.low).toBeCloseTo(low, 9);
    expect(value.high).toBeCloseTo(high, 9);
  });

  it.each(["amount", "percent"] as const)("0 of a mineral (as %s) is less than 2 %% DV, not zero", (as) => {
    expect(labelValue("us", "potassium", { value: 0, as })).toEqual({ amount: null, low: 0, high: 94 });
    expect(labelValue("us", "vitaminD", { value: 0, as })).toEqual({ amount: null, low: 0, high: 0.4 });
  });

  it("0 of sodium, protein, fibre and energy is zero, with what it may hide", () => {
    expect(labelValue("us", "sodium", { value: 0, as: "amount" })).toEqual({ amount: 0, low: 0, high: 5 });
    expect(labelValue("us", "protein", { value: 0, as: "amount" })).toEqual({ amount: 0, low: 0, high: 0.5 });
  });

  it("is of a serving, and of 100 g by its weight", () => {
    const label: Label = {
      convention: "us",
      basis: { per: "serving", grams: 40 },
      amounts: { iron: { value: 10, as: "percent" }, zinc: { value: 0, as: "percent" } },
    };
    expect(labelPer100g(label, "iron")?.amount).toBeCloseTo(4.5, 9);
    expect(labelPer100g(label, "zinc")).toMatchObject({ amount: null });
    expect(labelPer100g(label, "zinc")?.high).toBeCloseTo(0.55, 9);
    expect(labelPer100g(label, "calcium")).toBeNull();
  });
});

describe("any label", () => {
  it("by volume counts by what 100 ml weigh", () => {
    const label: Label = {
      convention: "eu",
      basis: { per: "100ml", grams: 103 },
      amounts: { calcium: { value: 120, as: "amount" } },
    };
    expect(labelComposition(label).calcium).toBeCloseTo(116.5048, 3);
  });

  it("leaves “less than” unknown, and figures from elsewhere as they are", () => {
    expect(labelValue("none", "iron", { value: 0.02, as: "amount", lessThan: true })).toEqual({
      amount: null,
      low: 0,
      high: 0.02,
    });
    expect(labelValue("none", "potassium", { value: 0, as: "amount" })).toEqual({
      amount: 0,
      low: 0,
      high: 0,
    });
  });

  it("refuses what cannot stand on it", () => {
    expect(() => labelValue("none", "iron", { value: 5, as: "percent" })).toThrow(RangeError);
    expect(() => labelValue("eu", "fibre", { value: 5, as: "percent" })).toThrow(RangeError);
    expect(() => labelValue("eu", "iron", { value: 5, as: "salt" })).toThrow(RangeError);
    expect(() => labelValue("eu", "iron", { value: 5, as: "kilojoules" })).toThrow(RangeError);
    expect(() => labelValue("eu", "iron", { value: -1, as: "amount" })).toThrow(RangeError);
    expect(() => labelValue("eu", "iron", { value: Number.NaN, as: "amount" })).toThrow(RangeError);
  });

  it("never makes a number of what it does not name or only bounds, and keeps each within its rounding", () => {
    const convention = fc.constantFrom("eu", "us", "none" as const);
    const basis = fc.oneof(
      fc.constant(per100g),
      fc.record({
        per: fc.constantFrom("100ml" as const, "serving" as const),
        grams: fc.double({ min: 0.5, max: 2000, noNaN: true }),
      }),
    );
    fc.assert(
      fc.property(
        convention,
        basis,
        fc.dictionary(
          fc.constantFrom(...NUTRIENT_IDS),
          fc.record({
            value: fc.double({ min: 0, max: 5000, noNaN: true }),
            unit: fc.nat(3),
            lessThan: fc.boolean(),
          }),
        ),
        (rules, of, typed) => {
          const amounts = Object.fromEntries(
            Object.entries(typed).map(([id, { value, unit, lessThan }]) => {
              const units = labelUnits(rules, id as (typeof NUTRIENT_IDS)[number]);
              return [id, { value, as: units[unit % units.length] as (typeof units)[number], lessThan }];
            }),
          );
          const label: Label = { convention: rules, basis: of, amounts };
          const read = labelComposition(label);
          for (const id of NUTRIENT_IDS) {
            const value = labelPer100g(label, id);
            if (amounts[id] === undefined || amounts[id].lessThan) expect(read[id]).toBeNull();
            else if (read[id] !== null) {
              expect(value?.low).toBeLessThanOrEqual(read[id]);
              expect(value?.high).toBeGreaterThanOrEqual(read[id]);
            }
          }
        },
      ),
    );
  });
});
