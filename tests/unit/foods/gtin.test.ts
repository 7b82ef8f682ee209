import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDigit, looksLikeBarcode, normaliseBarcode } from "@/lib/foods/schemas";

describe("the number under a barcode", () => {
  it.each([
    ["4006381333931", "4006381333931", "EAN-13"],
    ["96385074", "96385074", "EAN-8"],
    ["036000291452", "0036000291452", "UPC-A is EAN-13 with a zero"],
    ["0036000291452", "0036000291452", "the same, written out"],
    ["00036000291452", "0036000291452", "the same as GTIN-14"],
    ["10614141000415", "10614141000415", "a case has a GTIN-14 of its own"],
    ["04252614", "0042100005264", "UPC-E, ends in 1"],
    ["01234565", "0012345000065", "UPC-E, ends in 6"],
    ["00000096385074", "96385074", "GTIN-8 as GTIN-14"],
    ["4 006381 333931", "4006381333931", "grouped as printed"],
    ["4006381-333931", "4006381333931", "with a hyphen"],
    ["４００６３８１３３３９３１", "4006381333931", "wide digits"],
  ])("%s is %s (%s)", (typed, code) => {
    expect(normaliseBarcode(typed)).toBe(code);
  });

  it.each([
    "4006381333932",
    "",
    "1234567",
    "123456789",
    "12345678901",
    "400638133393x",
    "0000000000000",
    "00000000",
    "4006381333931 ".repeat(2),
    "-4006381333931.0",
  ])("%j is none", (typed) => {
    expect(normaliseBarcode(typed)).toBeNull();
  });

  it("finds every wrong digit", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[1-9]\d{11}$/),
        fc.nat(12),
        fc.integer({ min: 1, max: 9 }),
        (body, at, by) => {
          const code = `${body}${checkDigit(body)}`;
          expect(normaliseBarcode(code)).toBe(code);
          const wrong = [...code].map((digit, i) => (i === at ? (Number(digit) + by) % 10 : digit)).join("");
          expect(normaliseBarcode(wrong)).toBeNull();
        },
      ),
    );
  });

  it("has one spelling: normalising again changes nothing", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(\d{8}|\d{12,14})$/), (typed) => {
        const code = normaliseBarcode(typed);
        fc.pre(code !== null);
        // Of eight digits some are a UPC-E, too; what came out of it is longer and stays.
        expect(normaliseBarcode(code as string)).toBe(code);
      }),
      { numRuns: 3000 },
    );
  });

  it("is the same for eight digits of many zeros, typed as they are or written out", () => {
    // As a UPC-E it would be 000000000475, which no company has.
    for (const typed of ["00004705", "000000004705", "0000000004705", "00000000004705"]) {
      const code = normaliseBarcode(typed);
      expect([typed, code]).toEqual([typed, normaliseBarcode("00004705")]);
      if (code !== null) expect(normaliseBarcode(code)).toBe(code);
    }
  });

  it("is looked for only in texts of its length", () => {
    expect(["4006381333932", "12345678", "4 006381 333931"].every(looksLikeBarcode)).toBe(true);
    expect(["2 eggs", "1234567", "123456789", "12345678 g"].some(looksLikeBarcode)).toBe(false);
  });
});
