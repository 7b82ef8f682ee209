import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatReference } from "@/lib/format";
import { readNumber } from "@/lib/nutrition";

describe("a typed number", () => {
  it.each([
    ["2", 2],
    ["0", 0],
    [" 62.5 ", 62.5],
    ["0,5", 0.5],
    ["1,5", 1.5],
    ["0,125", 0.125],
    [".5", 0.5],
    [",5", 0.5],
    ["5.", 5],
    ["1,000", 1000],
    ["1,250.5", 1250.5],
    ["12,345", 12_345],
    ["1,000,000", 1_000_000],
    ["1.000", 1],
    ["1.000,5", 1000.5],
    ["1.000.000", 1_000_000],
    ["1 000", 1000],
    ["1\u00a0000,5", 1000.5],
    ["1\u202f000", 1000],
    ["1’000", 1000],
    ["1'000.5", 1000.5],
    ["1,00", 1],
    ["1,0000", 1],
    ["1/2", 0.5],
    ["1 / 2", 0.5],
    ["1 1/2", 1.5],
    ["1-1/2", 1.5],
    ["1⁄2", 0.5],
    ["½", 0.5],
    ["1½", 1.5],
    ["1 ½", 1.5],
  ])("%j is %d", (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([
    "",
    " ",
    "-1",
    "NaN",
    "Infinity",
    "1e9",
    "0x10",
    "1/0",
    "1 2 3",
    "1,2,3",
    "1,00,000",
    "0,000,5",
    "1,000.000.000",
    "1..5",
    ".",
    ",",
    "12 g",
    "9".repeat(400),
  ])("%j is none", (text) => {
    expect(readNumber(text)).toBeNull();
  });

  it("is what Assay writes itself", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (hundredths) => {
        expect(readNumber(formatReference(hundredths / 100))).toBe(hundredths / 100);
      }),
    );
  });

  it("never throws, and is finite and 0 or more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
        const value = readNumber(text);
        expect(value === null || (Number.isFinite(value) && value >= 0)).toBe(true);
      }),
    );
  });
});
