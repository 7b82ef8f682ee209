import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ADEQUACY_WORDS,
  type Adequacy,
  adequacyOf,
  composition,
  coverageOfDay,
  type DayIntake,
  type DayMark,
  dayIntakeOf,
  leastEnergyKcal,
  type Person,
  type Profile,
  personOn,
  REFERENCE_NUTRIENTS,
  type ReferenceNutrient,
  referenceIntake,
  usableDays,
  usualIntakeOf,
} from "@/lib/nutrition";
import { day, days, man40, ON, person, woman40 } from "../../support/nutrition";

const assess = (
  nutrient: ReferenceNutrient,
  intake: readonly DayIntake[],
  profile: Profile = woman40,
  standard: "nasem" | "efsa" = "nasem",
  who: Person = person(profile),
): Adequacy => adequacyOf(referenceIntake(nutrient, profile, ON, standard), intake, who);

describe("personOn", () => {
  it("is the person's age in completed years on that day, and nobody before birth", () => {
    expect(personOn(woman40, ON)).toEqual({ sex: "female", ageYears: 40, lifeStage: "none" });
    expect(personOn(woman40, "2026-02-28")?.ageYears).toBe(39);
    expect(personOn(woman40, "1986-02-28")).toBeNull();
  });
});

describe("which days count", () => {
  it("leaves out marked and implausible days and says so", () => {
    const intake = [
      day("2026-06-01", { magnesium: 300 }),
      day("2026-06-02", { magnesium: 300 }, null, "incomplete"),
      day("2026-06-03", { magnesium: 90, energy: 899 }),
      day("2026-06-04", { magnesium: 90, energy: 899 }, null, "complete"),
      day("2026-06-05", { magnesium: 90, energy: null }),
      dayIntakeOf("2026-06-06", [{ kind: "supplement", amounts: composition({ zinc: 10 }) }]),
      day("2026-06-07", { magnesium: null }),
    ];
    const { usable, excluded } = usableDays(intake, person(woman40));
    expect(usable.map((d) => d.date)).toEqual(["2026-06-01", "2026-06-04", "2026-06-07"]);
    expect(excluded).toEqual([
      { date: "2026-06-02", reason: "marked-incomplete" },
      { date: "2026-06-03", reason: "implausible-energy" },
      { date: "2026-06-05", reason: "unknown-energy" },
      { date: "2026-06-06", reason: "no-food" },
    ]);
    const usual = usualIntakeOf("magnesium", intake, person(woman40));
    expect(usual).toMatchObject({ days: 2, mean: 195, coverageOfMean: 1 });
    expect(usual.coverage).toBeCloseTo(2 / 3, 12);
    expect(usual.excluded).toContainEqual({ date: "2026-06-07", reason: "no-value" });
  });
  // Half of the sedentary need of Table A2-1: 1,800 kcal at 40 for her, 2,400 for him, 2,200 from 41 on.
  it.each([
    ["a woman of 40", person(woman40), 900],
    ["a woman of 51", person(woman40, 51), 800],
    ["a girl of 15", person(woman40, 15), 900],
    ["a man of 40", person(man40), 1200],
    ["a man of 41", person(man40, 41), 1100],
    ["a man of 20", person(man40, 20), 1300],
    ["a man of 70", person(man40, 70), 1000],
  ])("asks of %s at least half of the energy that somebody sedentary needs", (_, who, kcal) => {
    const counts = (energy: number) => usableDays([day("2026-06-01", { energy })], who).usable.length;
    expect(leastEnergyKcal(who)).toBe(kcal);
    expect([counts(kcal - 1), counts(kcal)]).toEqual([0, 1]);
  });
  it("judges no day of a child, or of nobody, by its energy", () => {
    const intake = [day("2026-06-01", { energy: 300 })];
    expect(usableDays(intake, person(man40, 13)).usable).toHaveLength(1);
    expect(usableDays(intake, null).usable).toHaveLength(1);
    expect(usableDays([day("2026-06-01", { energy: 3000 }, null, "incomplete")], null).usable).toEqual([]);
  });
  // 100 g of oats and 300 g of milk: a breakfast of 562 kcal with 412 mg of calcium.
  it("says nothing of twelve days with breakfast alone, until they are said to be all", () => {
    const breakfasts = (mark: DayMark) =>
      Array.from({ length: 12 }, (_, i) =>
        day(`2026-06-${String(i + 1).padStart(2, "0")}`, { energy: 562, calcium: 412 }, null, mark),
      );
    expect(assess("calcium", breakfasts(null))).toMatchObject({
      verdict: "not-enough-data",
      reason: "no-days",
      probability: null,
    });
    expect(assess("calcium", breakfasts("complete"))).toMatchObject({
      verdict: "probably-below",
      usual: { days: 12, completeDays: 12, mean: 412 },
    });
  });
  it("tells of the days that count how many are marked complete", () => {
    const intake = [
      day("2026-06-01", { magnesium: 300 }, null, "complete"),
      day("2026-06-02", { magnesium: 300 }),
      day("2026-06-03", { magnesium: null }, null, "complete"),
    ];
    expect(usualIntakeOf("magnesium", intake, person(woman40))).toMatchObject({ days: 2, completeDays: 1 });
  });
  it("gives no range before there are enough days for one", () => {
    const range = (nutrient: "magnesium" | "zinc", n: number) =>
      usualIntakeOf(nutrient, days(n, { [nutrient]: 10 }), person(woman40)).interval90;
    expect([range("magnesium", 1), range("zinc", 2)]).toEqual([null, null]);
    expect(range("magnesium", 2)).not.toBeNull();
    expect(range("zinc", 3)).not.toBeNull();
  });
  it("a fast that was marked complete counts as the zero it is", () => {
    const fast = dayIntakeOf("2026-06-01", [], "complete");
    expect(
      usualIntakeOf("magnesium", [fast, day("2026-06-02", { magnesium: 300 })], person(woman40)),
    ).toMatchObject({ days: 2, mean: 150, coverage: 1 });
  });
});

describe("coverage", () => {
  const foods = (...list: { magnesium: number | null; energy: number | null }[]) =>
    dayIntakeOf(
      "2026-06-01",
      list.map((amounts) => ({ kind: "food" as const, amounts: composition(amounts) })),
    );
  it("weighs foods by their energy", () => {
    const d = foods(
      { magnesium: 100, energy: 1500 },
      { magnesium: null, energy: 500 },
      { magnesium: null, energy: 0 },
    );
    expect(coverageOfDay(d, "magnesium")).toBeCloseTo(0.75, 12);
  });
  it("takes the smaller share when some foods state no energy", () => {
    const d = foods({ magnesium: 100, energy: 1500 }, { magnesium: null, energy: null });
    expect(coverageOfDay(d, "magnesium")).toBe(0.5);
  });
  it("counts foods when energies by nutrient were not computed, or there is no energy", () => {
    const d = {
      ...foods({ magnesium: 100, energy: 1500 }, { magnesium: null, energy: 500 }),
      reportingEnergy: null,
    };
    expect(coverageOfDay(d, "magnesium")).toBe(0.5);
    expect(
      coverageOfDay(foods({ magnesium: 1, energy: 0 }, { magnesium: null, energy: 0 }), "magnesium"),
    ).toBe(0.5);
  });
  it("has none on a day without food", () => {
    expect(coverageOfDay(foods(), "magnesium")).toBeNull();
  });
});

describe("no verdict beyond the evidence", () => {
  it("needs days: none, too few, enough", () => {
    expect(assess("magnesium", [])).toMatchObject({
      verdict: "not-enough-data",
      reason: "no-days",
      probability: null,
      furtherDays: 2,
    });
    expect(assess("magnesium", days(1, { magnesium: 100 }))).toMatchObject({
      verdict: "not-enough-data",
      reason: "too-few-days",
      furtherDays: 1,
    });
    expect(assess("magnesium", days(2, { magnesium: 50 })).verdict).toBe("very-probably-below");
    for (const nutrient of ["zinc", "iron", "vitaminC"] as const) {
      expect(assess(nutrient, days(2, { [nutrient]: 1 }))).toMatchObject({
        reason: "too-few-days",
        furtherDays: 1,
      });
      expect(assess(nutrient, days(3, { [nutrient]: 1 })).probability).not.toBeNull();
    }
  });
  it("needs four fifths of the energy covered", () => {
    const covered = (share: number): DayIntake[] =>
      ["2026-06-01", "2026-06-02", "2026-06-03"].map((date) =>
        dayIntakeOf(date, [
          { kind: "food", amounts: composition({ magnesium: 60, energy: 2000 * share }) },
          { kind: "food", amounts: composition({ magnesium: null, energy: 2000 * (1 - share) }) },
        ]),
      );
    expect(assess("magnesium", covered(0.79))).toMatchObject({
      verdict: "not-enough-data",
      reason: "low-coverage",
      probability: null,
    });
    expect(assess("magnesium", covered(0.81))).toMatchObject({ verdict: "probably-below" });
    expect(assess("magnesium", covered(0.81)).caveats).toContain("lower-bound");
  });
  it("counts a day on which nothing reports the nutrient as uncovered", () => {
    const three = days(3, { magnesium: 60 });
    const withGap = [...three, day("2026-06-20", { magnesium: null })];
    expect(assess("magnesium", three).verdict).toBe("very-probably-below");
    expect(assess("magnesium", withGap)).toMatchObject({
      verdict: "not-enough-data",
      reason: "low-coverage",
    });
    expect(assess("magnesium", withGap).usual.mean).toBe(60);
  });
  it("says nothing below when the unreported foods could turn it round", () => {
    const intake = Array.from({ length: 14 }, (_, i) =>
      dayIntakeOf(`2026-06-${String(i + 1).padStart(2, "0")}`, [
        { kind: "food", amounts: composition({ magnesium: 180, energy: 1620 }) },
        { kind: "food", amounts: composition({ magnesium: null, energy: 380 }) },
      ]),
    );
    const result = assess("magnesium", intake);
    expect(assess("magnesium", days(14, { magnesium: 180 })).verdict).toBe("probably-below");
    expect(result.probability).toBeLessThan(0.2);
    expect(result.range?.high).toBeGreaterThan(0.2);
    expect(result).toMatchObject({
      verdict: "cannot-tell",
      reason: "coverage-could-change-it",
      furtherDays: null,
    });
  });
  it("gives no probability under 14, for vitamin D, for iron in pregnancy, or without a reference", () => {
    const child: Profile = { birthDate: "2014-01-01", sex: "female", lifeStage: "none" };
    expect(assess("magnesium", days(9, { magnesium: 100 }), child, "nasem", person(child, 12))).toMatchObject(
      {
        verdict: "cannot-be-judged",
        reason: "under-14",
        probability: null,
      },
    );
    expect(assess("vitaminD", days(9, { vitaminD: 2 }))).toMatchObject({
      verdict: "cannot-be-judged",
      reason: "method-does-not-hold",
    });
    const pregnant: Profile = { ...woman40, lifeStage: "pregnant" };
    expect(assess("iron", days(9, { iron: 12 }), pregnant)).toMatchObject({
      verdict: "cannot-be-judged",
      reason: "pregnancy-target-only",
    });
    expect(assess("magnesium", days(9, { magnesium: 200 }), pregnant).probability).not.toBeNull();
    const unborn: Profile = { ...woman40, birthDate: "2030-01-01" };
    expect(assess("magnesium", days(9, { magnesium: 200 }), unborn)).toMatchObject({
      reason: "no-reference",
    });
  });
  it("never turns an unknown into a verdict", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REFERENCE_NUTRIENTS),
        fc.integer({ min: 0, max: 28 }),
        fc.constantFrom("nasem" as const, "efsa" as const),
        (nutrient, n, standard) => {
          const result = assess(nutrient, days(n, { [nutrient]: null }), woman40, standard);
          expect(result.probability).toBeNull();
          expect(result.reason).not.toBeNull();
          expect(["not-enough-data", "cannot-be-judged"]).toContain(result.verdict);
          expect(result.usual.mean).toBeNull();
        },
      ),
    );
  });
});

describe("an Adequate Intake", () => {
  it("speaks above and is silent below", () => {
    expect(assess("potassium", days(14, { potassium: 4000 }))).toMatchObject({
      method: "ai",
      verdict: "very-probably-meets",
    });
    const near = assess("potassium", days(3, { potassium: 2700 }));
    expect(near).toMatchObject({ verdict: "cannot-tell" });
    expect(near.probability).toBeGreaterThan(0.5);
    expect(near.furtherDays).toBeGreaterThan(0);
    for (const potassium of [10, 1500, 2599]) {
      expect(assess("potassium", days(28, { potassium }))).toMatchObject({
        verdict: "cannot-be-judged",
        reason: "below-ai",
        probability: null,
        z: null,
        furtherDays: null,
      });
    }
  });
  it("holds for EFSA's magnesium, selenium and potassium", () => {
    for (const nutrient of ["magnesium", "selenium", "potassium"] as const) {
      expect(assess(nutrient, days(9, { [nutrient]: 20 }), woman40, "efsa")).toMatchObject({
        reason: "below-ai",
      });
    }
  });
});

describe("words", () => {
  it("change at 5, 20, 80 and 95 % of the range that they hold over", () => {
    const seen = new Map<string, { low: [number, number]; high: [number, number] }>();
    for (let magnesium = 100; magnesium <= 600; magnesium += 0.5) {
      const { verdict, range } = assess("magnesium", days(7, { magnesium }));
      if (range === null) throw new Error("no range");
      const { low, high } = seen.get(verdict) ?? { low: [1, 0], high: [1, 0] };
      seen.set(verdict, {
        low: [Math.min(low[0], range.low), Math.max(low[1], range.low)],
        high: [Math.min(high[0], range.high), Math.max(high[1], range.high)],
      });
    }
    const of = (verdict: string) =>
      seen.get(verdict) ?? { low: [Number.NaN], high: [Number.NaN, Number.NaN] };
    expect(of("very-probably-below").high[1]).toBeLessThanOrEqual(0.05);
    expect(of("probably-below").high[0]).toBeGreaterThan(0.05);
    expect(of("probably-below").high[1]).toBeLessThanOrEqual(0.2);
    expect(of("cannot-tell").high[0]).toBeGreaterThan(0.2);
    expect(of("cannot-tell").low[1]).toBeLessThan(0.8);
    expect(of("probably-meets").low[0]).toBeGreaterThanOrEqual(0.8);
    expect(of("very-probably-meets").low[0]).toBeGreaterThanOrEqual(0.95);
    expect(seen.size).toBe(5);
  });
  it("are weaker for zinc, and weaker still for vitamin C", () => {
    expect(assess("zinc", days(14, { zinc: 1 }))).toMatchObject({ verdict: "probably-below" });
    expect(assess("zinc", days(28, { zinc: 20 }))).toMatchObject({ verdict: "probably-meets" });
    const c = (vitaminC: number) => assess("vitaminC", days(28, { vitaminC }));
    expect(c(200)).toMatchObject({ verdict: "probably-meets" });
    const p = c(76).probability;
    expect(p).toBeGreaterThan(0.8);
    expect(p).toBeLessThan(0.95);
    expect(c(76).verdict).toBe("cannot-tell");
    expect(c(76).caveats).toContain("days-far-from-normal");
  });
  it("never speak of deficiency", () => {
    for (const words of Object.values(ADEQUACY_WORDS)) expect(words).not.toMatch(/deficien/i);
  });
});

describe("how many more days", () => {
  it("settles it exactly then", () => {
    for (const magnesium of [200, 240, 290, 310]) {
      const now = assess("magnesium", days(2, { magnesium }));
      if (now.verdict !== "cannot-tell" || now.furtherDays === null) continue;
      const later = assess("magnesium", days(Math.min(2 + now.furtherDays, 28), { magnesium }));
      if (2 + now.furtherDays <= 28) expect(later.verdict).not.toBe("cannot-tell");
      const before = assess("magnesium", days(1 + now.furtherDays, { magnesium }));
      expect(before.verdict).toBe("cannot-tell");
    }
    // 35 mg above the average need, or 13 %: a verdict after 58 days.
    expect(assess("magnesium", days(3, { magnesium: 300 })).furtherDays).toBe(55);
  });
  it("says when no number of days would", () => {
    expect(assess("magnesium", days(10, { magnesium: 266 }))).toMatchObject({
      verdict: "cannot-tell",
      reason: "close-to-requirement",
      furtherDays: null,
    });
  });
});

describe("the standard deviation", () => {
  it("is the survey's, unless the person's own days differ far more", () => {
    const uneven = [250, 390, 320].map((magnesium, i) => day(`2026-06-0${i + 1}`, { magnesium }));
    const even = days(3, { magnesium: 320 });
    expect(assess("magnesium", uneven).probability).toBe(assess("magnesium", even).probability);
    expect(assess("magnesium", even).usual.sdWithin).toEqual({
      value: 85.9,
      basis: "published",
      checked: true,
    });
  });
  it("is estimated under 19 and in pregnancy, assumed for selenium", () => {
    const girl: Profile = { birthDate: "2010-01-01", sex: "female", lifeStage: "none" };
    const teen = assess("magnesium", days(4, { magnesium: 200 }), girl, "nasem", person(girl, 16));
    expect(teen.usual.sdWithin).toEqual({ value: 76, basis: "estimated", checked: false });
    expect(teen.caveats).toContain("sd-within-estimated");
    expect(assess("selenium", days(4, { selenium: 50 })).usual.sdWithin).toEqual({
      value: 25,
      basis: "assumed",
      checked: false,
    });
  });
  it("gives a 90 % interval of usual intake around the mean, never below 0", () => {
    const { interval90 } = assess("magnesium", days(9, { magnesium: 300 })).usual;
    expect(interval90?.low).toBeCloseTo(300 - (1.6449 * 85.9) / 3, 2);
    expect(interval90?.high).toBeCloseTo(300 + (1.6449 * 85.9) / 3, 2);
    expect(assess("zinc", days(3, { zinc: 1 })).usual.interval90?.low).toBe(0);
  });
});

describe("properties", () => {
  const nutrient = fc.constantFrom(...REFERENCE_NUTRIENTS.filter((n) => n !== "vitaminD"));
  const standard = fc.constantFrom("nasem" as const, "efsa" as const);
  const factor = fc.double({ min: 0, max: 3, noNaN: true });
  const scaled = (n: ReferenceNutrient, f: number) =>
    f * (referenceIntake(n, woman40, ON, "nasem").target ?? Number.NaN);

  it("probability never falls as intake rises", () => {
    fc.assert(
      fc.property(
        nutrient,
        standard,
        factor,
        factor,
        fc.integer({ min: 3, max: 28 }),
        (n, s, a, b, count) => {
          const [low, high] = [Math.min(a, b), Math.max(a, b)].map((f) =>
            assess(n, days(count, { [n]: scaled(n, f) }), woman40, s),
          );
          if (low?.probability == null || high?.probability == null) return;
          expect(high.probability).toBeGreaterThanOrEqual(low.probability - 1e-12);
        },
      ),
      { numRuns: 500 },
    );
  });
  it("more days narrow the interval and never weaken the verdict for nutrients with an EAR", () => {
    const order = { "cannot-tell": 0, "probably-below": 1, "probably-meets": 1 } as Record<string, number>;
    const ear = fc.constantFrom(
      "magnesium" as const,
      "zinc" as const,
      "calcium" as const,
      "selenium" as const,
    );
    fc.assert(
      fc.property(ear, factor, fc.integer({ min: 3, max: 27 }), (n, f, count) => {
        const fewer = assess(n, days(count, { [n]: scaled(n, f) }));
        const more = assess(n, days(count + 1, { [n]: scaled(n, f) }));
        const width = (a: Adequacy) => (a.usual.interval90?.high ?? 0) - (a.usual.interval90?.low ?? 0);
        expect(width(more)).toBeLessThanOrEqual(width(fewer) + 1e-9);
        expect(order[more.verdict] ?? 2).toBeGreaterThanOrEqual(order[fewer.verdict] ?? 2);
      }),
      { numRuns: 500 },
    );
  });
  it("does not depend on the order of days", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 900, noNaN: true }), { minLength: 2, maxLength: 20 }),
        (list) => {
          const intake = list.map((magnesium, i) =>
            day(`2026-06-${String(i + 1).padStart(2, "0")}`, { magnesium }),
          );
          const there = assess("magnesium", intake).probability ?? Number.NaN;
          const back = assess("magnesium", [...intake].reverse()).probability ?? Number.NaN;
          expect(back).toBeCloseTo(there, 10);
        },
      ),
    );
  });
});
