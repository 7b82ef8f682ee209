import { describe, expect, it } from "vitest";
import {
  adequacyOf,
  ironDistributionOf,
  type LocalDate,
  type Profile,
  type ReferenceNutrient,
  referenceIntake,
  STANDARD_WORDS,
  STANDARDS,
  type Standard,
  termOf,
  upperLimitOf,
} from "@/lib/nutrition";
import { days, man40, ON, person, woman40 } from "@/tests/support/nutrition";

const assess = (nutrient: ReferenceNutrient, mean: number, standard: Standard, profile: Profile = woman40) =>
  adequacyOf(
    referenceIntake(nutrient, profile, ON as LocalDate, standard),
    days(28, { [nutrient]: mean }),
    person(profile),
  );

describe("11.19 what an authority's values allow to be said", () => {
  it("with an average requirement, the probability by the spread that it states", () => {
    // Mean 320 mg, EAR 265 mg, CV 10 %: as by the US/Canada report, which states the same.
    const [here, there] = (["anz", "nasem"] as const).map((standard) => assess("magnesium", 320, standard));
    expect(here).toMatchObject({ method: "ear", sdRequirement: { value: 26.5, basis: "published" } });
    expect(here?.probability).toBeCloseTo(there?.probability ?? Number.NaN, 12);
    // Zinc: EAR 6.5 mg; 5 mg a day is far below.
    expect(assess("zinc", 4, "anz").verdict).toMatch(/probably-below/);
  });

  it("iron by a derived distribution, the percentiles of IOM 2001 for the US/Canada alone", () => {
    for (const standard of STANDARDS) {
      const distribution = ironDistributionOf(referenceIntake("iron", woman40, ON, standard));
      expect(distribution?.basis ?? null).toBe(
        standard === "nasem" ? "published" : standard === "dach" ? null : "derived",
      );
    }
    const found = assess("iron", 30, "anz");
    expect(found).toMatchObject({ method: "iron-distribution" });
    expect(found.caveats).toContain("iron-distribution-derived");
  });

  it.each([
    ["zinc", 30, woman40],
    ["calcium", 2400, man40],
    ["iron", 40, woman40],
    ["magnesium", 900, man40],
    ["potassium", 9000, man40],
  ] as const)("without one, only that %s lies above the published value", (nutrient, high, profile) => {
    const { target } = referenceIntake(nutrient, profile, ON, "dach");
    expect(assess(nutrient, high, "dach", profile)).toMatchObject({ method: "ai", sdRequirement: null });
    expect(assess(nutrient, high, "dach", profile).verdict).toMatch(/probably-meets/);
    expect(assess(nutrient, (target ?? Number.NaN) * 0.6, "dach", profile)).toMatchObject({
      verdict: "cannot-be-judged",
      reason: "below-ai",
      probability: null,
    });
  });

  it("an upper limit by its own scope, and none where none is set", () => {
    const limit = (nutrient: ReferenceNutrient, standard: Standard) =>
      upperLimitOf(
        referenceIntake(nutrient, woman40, ON, standard),
        days(28, { [nutrient]: 100 }, { [nutrient]: 400 }),
        person(woman40),
      );
    expect(limit("magnesium", "anz")).toMatchObject({
      limit: 350,
      scope: "supplements",
      verdict: "above-as-logged",
    });
    expect(limit("zinc", "anz")).toMatchObject({ limit: 40, scope: "total" });
    expect(limit("zinc", "dach")).toMatchObject({ limit: null, verdict: "no-limit-set" });
  });

  it("words of its own for every value", () => {
    expect(termOf("anz", "RDI")).toBe("recommended dietary intake (RDI)");
    expect(termOf("dach", "RI")).toBe("recommended intake (empfohlene Zufuhr)");
    expect(termOf("efsa", null)).toBeNull();
    for (const standard of STANDARDS) {
      const words = Object.values(STANDARD_WORDS[standard]);
      expect(words.every((text) => text.length > 1)).toBe(true);
    }
    expect(new Set(STANDARDS.map((standard) => STANDARD_WORDS[standard].name)).size).toBe(STANDARDS.length);
  });

  it("11.19 a name that a list of choices shows whole on a phone", () => {
    // A choice has 278 px at a width of 390 px, and a letter of 16 px takes about 8 px.
    for (const standard of STANDARDS) expect(STANDARD_WORDS[standard].name.length).toBeLessThanOrEqual(32);
  });
});
