import { describe, expect, it } from "vitest";
import type { ColumnNutrient } from "@/lib/catalogue";
import { factorTo, numberOf, readValue, unitOf } from "@/lib/foodtables/readers/values";
import { NUTRIENTS } from "@/lib/nutrition";

const at = () => "the cell";
const read = (cell: string | number | null, nutrient: ColumnNutrient = "iron", factor = 1) =>
  readValue(cell, { nutrient, factor }, "analysed", at);

describe("units of publishers", () => {
  it.each([
    ["mg", "mg"],
    ["MG", "mg"],
    ["UG", "µg"],
    ["ug", "µg"],
    ["mcg", "µg"],
    ["mcg_RAE", "µg"],
    ["mcg_DFE", "µg"],
    ["μg", "µg"],
    ["G", "g"],
    ["kCal", "kcal"],
    ["KJ", "kJ"],
    ["IU", "IU"],
    ["µg-RE", null],
    ["mg-ATE", null],
    ["%T", null],
  ])("reads %s as %s", (spelling, unit) => {
    expect(unitOf(spelling)).toBe(unit);
  });

  it.each([
    ["iron", "g", 1000],
    ["iron", "mg", 1],
    ["iron", "µg", 0.001],
    ["copper", "µg", 0.001],
    ["selenium", "mg", 1000],
    ["selenium", "µg", 1],
    ["vitaminA", "µg", 1],
    ["protein", "mg", 0.001],
    ["energy", "kcal", 1],
    ["energy", "kJ", 1 / 4.184],
    ["vitaminD", "IU", 1 / 40],
    ["vitaminA", "IU", null],
    ["iron", "IU", null],
    ["iron", "kcal", null],
    ["energy", "g", null],
  ] as const)("multiplies %s in %s by %s", (nutrient, unit, factor) => {
    expect(factorTo(nutrient, unit)).toBe(factor);
  });

  it("leaves an amount in its canonical unit as it is, for every nutrient", () => {
    for (const nutrient of Object.keys(NUTRIENTS) as (keyof typeof NUTRIENTS)[])
      if (nutrient !== "phytate") expect(factorTo(nutrient, NUTRIENTS[nutrient].unit)).toBe(1);
  });
});

describe("a cell of a food table", () => {
  it.each([
    [null, undefined],
    ["", undefined],
    ["-", undefined],
    ["n/a", undefined],
    ["0", { kind: "amount", amount: 0, basis: "analysed" }],
    [0, { kind: "amount", amount: 0, basis: "analysed" }],
    ["1,97", { kind: "amount", amount: 1.97, basis: "analysed" }],
    [" 12.5 ", { kind: "amount", amount: 12.5, basis: "analysed" }],
    ["1e-3", { kind: "amount", amount: 0.001, basis: "analysed" }],
    ["traces", { kind: "trace", basis: "analysed" }],
    ["tr.", { kind: "trace", basis: "analysed" }],
    ["TR", { kind: "trace", basis: "analysed" }],
    ["<LOD or <LOQ", { kind: "below", limit: null, basis: "analysed" }],
    ["< LOQ", { kind: "below", limit: null, basis: "analysed" }],
    ["< 0,5", { kind: "below", limit: 0.5, basis: "analysed" }],
    ["<20", { kind: "below", limit: 20, basis: "analysed" }],
  ])("%j is %j", (cell, value) => {
    expect(read(cell)).toEqual(value);
  });

  it("converts a limit like an amount", () => {
    expect(read("< 500", "copper", 0.001)).toEqual({ kind: "below", limit: 0.5, basis: "analysed" });
  });

  it.each([
    "abc",
    "1 2",
    "12 mg",
    "-1",
    "1.2.3",
    "0x10",
    "Infinity",
    "NaN",
    "#error",
    "<",
    "< -1",
    "1,234,567",
  ])("refuses “%s”", (cell) => {
    expect(() => read(cell)).toThrow(/^the cell: “/);
  });

  it.each([
    ["iron", 105_001],
    ["selenium", 105_000_001],
    ["protein", 106],
    ["energy", 1001],
    ["iron", Number.POSITIVE_INFINITY],
  ] as const)("refuses more %s than 100 g can hold", (nutrient, amount) => {
    expect(() => read(amount, nutrient)).toThrow(/is more than 100 g of a food can hold|is no amount/);
  });

  it("reads no number with groups of thousands", () => {
    expect(numberOf("1.234,5")).toBeNull();
    expect(numberOf("1,234")).toBe(1.234);
  });
});
