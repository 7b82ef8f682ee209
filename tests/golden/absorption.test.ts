import { describe, expect, it } from "vitest";
import absorption from "@/data/reference/absorption.json";
import {
  absorbedZinc,
  armahNonhemePercent,
  calciumFraction,
  ironDayFactor,
  phytateMolarRatio,
  zincAvailabilityAt,
  zincNeed,
} from "@/lib/nutrition";
import { calciumAbsorbedFrom, zincToAbsorb } from "../support/nutrition";

describe("zinc: Miller 2007 with the parameters of Hambidge 2010", () => {
  // mg of zinc eaten, then absorbed at 0, 300, 600, 900, 1200 and 2000 mg of phytate.
  it.each([
    [5, 2.92, 2.461, 2.149, 1.917, 1.736, 1.395],
    [8, 3.899, 3.353, 2.971, 2.681, 2.45, 2.007],
    [10, 4.313, 3.771, 3.378, 3.073, 2.827, 2.345],
    [11, 4.472, 3.94, 3.549, 3.241, 2.99, 2.495],
    [15, 4.902, 4.437, 4.071, 3.772, 3.52, 3.003],
    [20, 5.193, 4.81, 4.49, 4.217, 3.98, 3.475],
    [40, 5.598, 5.389, 5.197, 5.019, 4.855, 4.469],
  ])("%i mg eaten", (zinc, ...absorbed) => {
    for (const [i, phytate] of [0, 300, 600, 900, 1200, 2000].entries()) {
      expect(Math.abs(absorbedZinc(zinc, phytate) - (absorbed[i] ?? Number.NaN))).toBeLessThan(0.0006);
    }
  });
  it("as a fraction of 10 mg: 43, 38, 31 and 28 %", () => {
    const fractions = [0, 300, 900, 1200].map((phytate) => absorbedZinc(10, phytate) / 10);
    for (const [i, expected] of [0.4313, 0.3771, 0.3073, 0.2827].entries()) {
      expect(Math.abs((fractions[i] ?? Number.NaN) - expected)).toBeLessThan(0.002);
    }
  });
  it("its inverse gives EFSA's average requirements (2014) within 0.1 mg", () => {
    const rows = [
      { kg: 68.1, model: [7.5, 9.22, 10.93, 12.64], efsa: [7.5, 9.3, 11, 12.7], sex: "male" as const },
      { kg: 58.5, model: [6.21, 7.55, 8.89, 10.23], efsa: [6.2, 7.6, 8.9, 10.2], sex: "female" as const },
    ];
    for (const { kg, model, efsa, sex } of rows) {
      expect(zincNeed(sex, null)).toBe(zincNeed(sex, kg));
      for (const [i, phytate] of [300, 600, 900, 1200].entries()) {
        const needed = zincToAbsorb(zincNeed(sex, kg), phytate);
        expect(Math.abs(needed - (model[i] ?? Number.NaN))).toBeLessThan(0.01);
        expect(Math.abs(needed - (efsa[i] ?? Number.NaN))).toBeLessThan(0.1);
      }
    }
  });
  it("and EFSA's recommended intakes, at 79.3 and 68.1 kg", () => {
    for (const [kg, pri] of [
      [79.3, [9.4, 11.7, 14, 16.3]],
      [68.1, [7.5, 9.3, 11, 12.7]],
    ] as const) {
      for (const [i, phytate] of [300, 600, 900, 1200].entries()) {
        expect(Math.abs(zincToAbsorb(0.642 + 0.038 * kg, phytate) - (pri[i] ?? Number.NaN))).toBeLessThan(
          0.1,
        );
      }
    }
  });
});

describe("phytate:mineral molar ratios", () => {
  it("900 mg with 10 mg zinc, 15 mg iron, 900 mg calcium", () => {
    expect(phytateMolarRatio("zinc", 900, 10)).toBeCloseTo(8.915, 2);
    expect(phytateMolarRatio("iron", 900, 15)).toBeCloseTo(5.077, 2);
    expect(phytateMolarRatio("calcium", 900, 900)).toBeCloseTo(0.0607, 4);
    expect(zincAvailabilityAt(8.915)).toBe("moderate");
  });
  it("WHO/FAO classes: below 5 high, 5 to 15 moderate, above 15 low", () => {
    expect([0, 4.99, 5, 15, 15.01].map(zincAvailabilityAt)).toEqual([
      "high",
      "high",
      "moderate",
      "moderate",
      "low",
    ]);
  });
});

describe("calcium by load: Weaver 1999 after Heaney 1990", () => {
  it.each([
    [15, 0.6279],
    [100, 0.4451],
    [300, 0.3392],
    [500, 0.2899],
  ])("%i mg: %f", (load, fraction) => {
    expect(Math.abs(calciumFraction(load) - fraction)).toBeLessThan(0.0005);
  });
  it("is near what was measured: 64.0 % of 15 mg, 28.6 % of 500 mg", () => {
    expect(Math.abs(calciumFraction(15) - 0.64)).toBeLessThan(0.02);
    expect(Math.abs(calciumFraction(500) - 0.286)).toBeLessThan(0.01);
  });
  it("1000 mg at once or as twice 500 mg: 223 and 290 mg", () => {
    expect(calciumAbsorbedFrom([1000])).toBeCloseTo(223, 0);
    expect(calciumAbsorbedFrom([500, 500])).toBeCloseTo(290, 0);
  });
});

const MEAL = absorption.ironMeal;
const storesRow = (storesMg: number) => {
  const row = MEAL.stores.find((candidate) => candidate.storesMg === storesMg);
  if (!row) throw new Error(`no row for ${storesMg} mg of stores`);
  return row;
};
/**
 * Share of a meal's non-heme iron absorbed at some iron stores, percent, from its enhancing units (mg of vitamin C + g
 * of cooked meat, fish or poultry): the model that the app's classes, 25 and 75 units, are the steps of.
 */
const monsenNonhemePercent = (units: number, storesMg = 500): number => {
  const { a, b, cap } = storesRow(storesMg);
  return units >= MEAL.highFrom ? cap : a + b * Math.log((units + 100) / 100);
};

describe("iron", () => {
  it("Monsen & Balintfy 1982: 1.2 mg heme and 4.8 mg other iron at 110 units give 0.66 mg at 500 mg of stores", () => {
    expect(monsenNonhemePercent(110)).toBe(8);
    const absorbedMg = (1.2 * storesRow(500).hemePercent + 4.8 * monsenNonhemePercent(110)) / 100;
    expect(absorbedMg).toBeCloseTo(0.66, 3);
  });
  it("Monsen & Balintfy 1982: 3.00, 4.99 and 6.62 % at 0, 25 and 50 units", () => {
    expect([0, 25, 50].map((units) => Number(monsenNonhemePercent(units).toFixed(2)))).toEqual([
      3, 4.99, 6.62,
    ]);
  });
  it("Monsen & Balintfy 1982: each line meets its cap at 75 units", () => {
    for (const [stores, cap] of [
      [0, 20],
      [250, 12],
      [500, 8],
      [1000, 4],
    ] as const) {
      expect(monsenNonhemePercent(75, stores)).toBe(cap);
      expect(monsenNonhemePercent(74.999999, stores)).toBeCloseTo(cap, 2);
    }
  });
  it("Armah 2013: 5.82, 9.52 and 4.91 % (coefficients cited from memory)", () => {
    const day = { vitaminCMg: 75, fleshG: 100, teaCups: 1, phytateMg: 500, calciumMg: 800, nonhemeMg: 12 };
    expect(Math.abs(armahNonhemePercent(day, 30) - 5.822)).toBeLessThan(0.01);
    expect(Math.abs(armahNonhemePercent(day, 15) - 9.517)).toBeLessThan(0.01);
    expect(Math.abs(armahNonhemePercent({ ...day, phytateMg: 1000 }, 30) - 4.906)).toBeLessThan(0.01);
    expect(ironDayFactor(day)).toBeCloseTo(1, 12);
    expect(ironDayFactor({ ...day, phytateMg: 1000 })).toBeCloseTo(4.906 / 5.822, 3);
  });
});
