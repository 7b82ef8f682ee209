import { describe, expect, it } from "vitest";
import {
  addDays,
  compareMeans,
  comparePeriods,
  composition,
  type DayIntake,
  dayIntakeOf,
  MIN_DAYS_TO_COMPARE,
  type NutrientId,
  weekStart,
} from "@/lib/nutrition";
import { studentCdf, studentQuantile } from "@/lib/nutrition/distributions";

type Eaten = { readonly [N in NutrientId]?: number | null };

/** Days in a row, each of the foods named. */
const daysOf = (...days: readonly (readonly Eaten[])[]): DayIntake[] =>
  days.map((foods, i) =>
    dayIntakeOf(
      addDays("2024-03-04", i),
      foods.map((food) => ({ kind: "food" as const, amounts: composition(food) })),
    ),
  );
const magnesium = (...amounts: readonly number[]) =>
  daysOf(...amounts.map((amount) => [{ energy: 2000, magnesium: amount }]));

describe("Student's t", () => {
  it.each([
    // Abramowitz & Stegun, table 26.10, to the digits of later tables.
    [1, 12.706205],
    [2, 4.302653],
    [5, 2.570582],
    [10, 2.228139],
    [30, 2.042272],
    [120, 1.97993],
  ])("has its 97.5th percentile for %i degrees of freedom at %f", (df, t) => {
    expect(studentQuantile(0.975, df)).toBeCloseTo(t, 5);
    expect(studentCdf(t, df)).toBeCloseTo(0.975, 6);
    expect(studentCdf(-t, df)).toBeCloseTo(0.025, 6);
  });

  it("is Cauchy's for one degree of freedom and the normal one for very many", () => {
    expect(studentCdf(1, 1)).toBeCloseTo(0.75, 12);
    expect(studentQuantile(0.975, 1e6)).toBeCloseTo(1.959964, 4);
    expect(studentCdf(0, 3.7)).toBe(0.5);
    expect(() => studentCdf(1, 0)).toThrow(RangeError);
    expect(() => studentQuantile(0.2, 3)).toThrow(RangeError);
  });
});

describe("two means", () => {
  it("are compared by Welch's interval", () => {
    // Variances of the means 2.5/5 and 10/5; df = 2.5²/(0.5²/4 + 2²/4) = 5.882; t(0.975) = 2.4588.
    const found = compareMeans([1, 2, 3, 4, 5], [2, 4, 6, 8, 10]);
    expect(found.difference).toBe(3);
    expect(found.df).toBeCloseTo(5.88235, 5);
    expect(found.high - 3).toBeCloseTo(3.8876, 3);
    expect(3 - found.low).toBeCloseTo(3.8876, 3);
  });

  it("give Student's own interval for equal spread and number", () => {
    // Eight degrees of freedom, standard error 1: 1 ± 2.306.
    const found = compareMeans([1, 2, 3, 4, 5], [2, 3, 4, 5, 6]);
    expect(found.df).toBeCloseTo(8, 12);
    expect(found.low).toBeCloseTo(1 - 2.306004, 5);
  });

  it("swap sign with their order, and need two values", () => {
    const there = compareMeans([1, 2, 4], [5, 9, 7]);
    const back = compareMeans([5, 9, 7], [1, 2, 4]);
    expect(back.difference).toBe(-there.difference);
    expect(back.low).toBeCloseTo(-there.high, 12);
    expect(() => compareMeans([1], [1, 2])).toThrow(RangeError);
    expect(compareMeans([2, 2], [5, 5])).toEqual({ difference: 3, low: 3, high: 3, df: null });
  });
});

describe("two periods", () => {
  const low = magnesium(200, 210, 190, 205, 195, 200);
  const high = magnesium(300, 310, 290, 305, 295, 300);

  it("tell a change that the interval leaves no doubt of", () => {
    expect(comparePeriods("magnesium", low, high)).toMatchObject({ verdict: "more", reason: null });
    expect(comparePeriods("magnesium", high, low)).toMatchObject({ verdict: "less", reason: null });
  });

  it("cannot tell when the interval holds zero, and still say how far it reaches", () => {
    const found = comparePeriods(
      "magnesium",
      magnesium(100, 300, 200, 400, 150),
      magnesium(150, 350, 250, 400, 180),
    );
    expect(found).toMatchObject({ verdict: "cannot-tell", reason: "interval-spans-zero" });
    expect(found.change?.difference).toBeCloseTo(36, 9);
  });

  it(`say nothing below ${MIN_DAYS_TO_COMPARE} days on either side`, () => {
    const few = low.slice(0, MIN_DAYS_TO_COMPARE - 1);
    expect(comparePeriods("magnesium", few, high)).toEqual({
      change: null,
      verdict: "cannot-tell",
      reason: "too-few-days",
    });
    expect(comparePeriods("magnesium", low, []).reason).toBe("too-few-days");
  });

  it("say nothing where too much is unknown, and unknown is no zero", () => {
    const half = daysOf(...low.map(() => [{ energy: 1000, magnesium: 100 }, { energy: 1000 }]));
    expect(comparePeriods("magnesium", half, high)).toMatchObject({ change: null, reason: "low-coverage" });
    const none = daysOf(...low.map(() => [{ energy: 2000 }]));
    expect(comparePeriods("magnesium", none, high).reason).toBe("too-few-days");
  });

  it("cannot tell when what is unknown could make the change", () => {
    // Before 85 % known: 170 mg, 200 if filled. Now all known: 190 to 210.
    const before = daysOf(
      ...[168, 170, 172, 169, 171].map((mg) => [{ energy: 1700, magnesium: mg }, { energy: 300 }]),
    );
    const found = comparePeriods("magnesium", before, magnesium(199, 200, 201, 200, 199));
    expect(found.change?.low).toBeGreaterThan(0);
    expect(found).toMatchObject({ verdict: "cannot-tell", reason: "coverage-could-change-it" });
  });
});

describe("an ISO week", () => {
  it.each([
    ["2024-03-04", "2024-03-04"],
    ["2024-03-10", "2024-03-04"],
    ["2024-03-11", "2024-03-11"],
    ["2025-01-01", "2024-12-30"],
    ["1900-01-03", "1900-01-01"],
  ])("of %s begins on %s", (date, monday) => {
    expect(weekStart(date)).toBe(monday);
  });
});
