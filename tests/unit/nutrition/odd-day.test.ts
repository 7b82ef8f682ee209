import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { adequacyOf, type Mineral, referenceIntake } from "@/lib/nutrition";
import { day, ON, person, woman40 } from "../../support/nutrition";

const assess = (mineral: Mineral, amounts: readonly number[]) =>
  adequacyOf(
    referenceIntake(mineral, woman40, ON, "nasem"),
    amounts.map((amount, i) => day(`2026-06-${String(i + 1).padStart(2, "0")}`, { [mineral]: amount })),
    person(woman40),
  );

describe("11.12: one odd day decides nothing", () => {
  it("selenium 20, 25, 18, 22, 300, 19, 24 µg: cannot tell, and which day did it", () => {
    const found = assess("selenium", [20, 25, 18, 22, 300, 19, 24]);
    expect(found.verdict).toBe("cannot-tell");
    expect(found.caveats).toContain("own-spread-pooled");
    expect(found.usual.ownSd).toBeCloseTo(105.36, 2);
    // Pooled of the survey's 30.6 µg and the own 105.4 µg with 6 degrees of freedom each: 77.6.
    expect(found.usual.sdWithin?.value).toBeCloseTo(77.57, 1);
    expect(found.probability).toBeLessThan(0.75);
    expect(found.usual.interval90?.low).toBeCloseTo(12.9, 1);
    expect(found.usual.interval90?.high).toBeCloseTo(109.4, 1);
    expect(found.usual.oddDay).toEqual({ date: "2026-06-05", share: 300 / 428 });
  });
  it("zinc 8 mg on six days and 85 mg on one: cannot tell, and which day did it", () => {
    const found = assess("zinc", [8, 8, 8, 85, 8, 8, 8]);
    expect(found.verdict).toBe("cannot-tell");
    expect(found.probability).toBeLessThan(0.95);
    expect(found.usual.oddDay).toEqual({ date: "2026-06-04", share: 85 / 133 });
  });
  it("names no day where many differ", () => {
    const found = assess("magnesium", [20, 700, 30, 680, 10, 720, 15]);
    expect(found.caveats).toContain("own-spread-pooled");
    expect(found.usual.oddDay).toBeNull();
  });
  it("of two days neither is the odd one", () => {
    const found = assess("magnesium", [10, 630]);
    expect(found.caveats).toContain("own-spread-pooled");
    expect(found.usual.oddDay).toBeNull();
  });
  it("says nothing of days as variable as the survey's", () => {
    const found = assess("magnesium", [200, 340, 270, 150, 390, 260, 300]);
    expect(found.caveats).not.toContain("own-spread-pooled");
    expect(found.usual).toMatchObject({ ownSd: null, oddDay: null, sdWithin: { value: 85.9 } });
  });
  it("a larger odd day never makes a verdict surer than all days alike", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 40, noNaN: true }),
        fc.integer({ min: 4, max: 28 }),
        fc.double({ min: 1, max: 30, noNaN: true }),
        (usual, n, times) => {
          const amounts = Array.from({ length: n }, (_, i) => (i === 1 ? usual * times : usual));
          const mean = amounts.reduce((sum, amount) => sum + amount) / n;
          const odd = assess("zinc", amounts).usual.sdWithin?.value ?? Number.NaN;
          const even = assess(
            "zinc",
            Array.from({ length: n }, () => mean),
          ).usual.sdWithin?.value;
          expect(odd).toBeGreaterThanOrEqual(even ?? Number.NaN);
        },
      ),
    );
  });
});
