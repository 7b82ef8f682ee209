import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  composition,
  type DayIntake,
  dayIntakeOf,
  type IntakeEntry,
  overUpperLimit,
  type Profile,
  REFERENCE_NUTRIENTS,
  type ReferenceNutrient,
  referenceIntake,
  UPPER_LIMIT_WORDS,
  upperLimitOf,
} from "@/lib/nutrition";
import { day, days, ON, person, woman40 } from "../../support/nutrition";

const against = (
  nutrient: ReferenceNutrient,
  intake: readonly DayIntake[],
  standard: "nasem" | "efsa" = "nasem",
  profile: Profile = woman40,
  age = 40,
) => upperLimitOf(referenceIntake(nutrient, profile, ON, standard), intake, person(profile, age));

describe("upperLimitOf", () => {
  it("uses the probability that usual intake lies above the limit", () => {
    // (44 − 40)/(6/√9) = 2 → Φ = 0.977
    expect(against("zinc", days(9, { zinc: 44 }))).toMatchObject({
      verdict: "very-probably-above",
      limit: 40,
    });
    expect(against("zinc", days(9, { zinc: 44 })).probability).toBeCloseTo(0.97725, 5);
    expect(against("zinc", days(9, { zinc: 42 })).verdict).toBe("probably-above");
    expect(against("zinc", days(9, { zinc: 40 })).verdict).toBe("cannot-tell");
    expect(against("zinc", days(9, { zinc: 38 })).verdict).toBe("probably-within");
    expect(against("zinc", days(9, { zinc: 10 })).verdict).toBe("very-probably-within");
  });
  it("counts supplements in a total limit, and nothing but supplements in magnesium's", () => {
    expect(against("zinc", days(9, { zinc: 14 }, { zinc: 30 })).mean).toBe(44);
    const magnesium = against("magnesium", days(9, { magnesium: 900 }, { magnesium: 100 }));
    expect(magnesium).toMatchObject({ mean: 100, verdict: "within-as-logged", reason: "no-probability" });
    expect(against("magnesium", days(9, { magnesium: 900 }))).toMatchObject({ mean: 0 });
  });
  it("tells what lies above from days that do not count too: what is missing from them can only add", () => {
    const breakfasts = (zinc: number) => days(9, { energy: 562, zinc: 4 }, { zinc });
    expect(against("zinc", breakfasts(50))).toMatchObject({
      days: 9,
      mean: 54,
      verdict: "very-probably-above",
    });
    expect(against("zinc", breakfasts(5))).toMatchObject({ days: 0, mean: null, reason: "no-days" });
    const both = [...days(9, { zinc: 10 }), day("2026-06-20", { energy: 562 }, { zinc: 50 }, "incomplete")];
    expect(against("zinc", both)).toMatchObject({ days: 9, mean: 10, verdict: "very-probably-within" });
  });
  it("averages supplements over days without any", () => {
    const intake = [
      ...days(3, { magnesium: 200 }, { magnesium: 800 }),
      day("2026-06-20", { magnesium: 200 }),
    ];
    expect(against("magnesium", intake)).toMatchObject({
      mean: 600,
      daysAbove: 3,
      verdict: "above-as-logged",
    });
  });
  it("takes a label that does not name magnesium at its word", () => {
    expect(against("magnesium", days(4, { magnesium: 200 }, { vitaminD: 10 }))).toMatchObject({
      mean: 0,
      days: 4,
      verdict: "within-as-logged",
    });
  });
  it("counts nothing that a doctor prescribed, and everything else", () => {
    const prescribed = (magnesium: number) =>
      days(3, { magnesium: 200 }, { magnesium: 800 }).map((each) => ({ ...each, prescribed: { magnesium } }));
    expect(against("magnesium", prescribed(800))).toMatchObject({
      mean: 0,
      daysAbove: 0,
      verdict: "within-as-logged",
    });
    expect(against("magnesium", prescribed(400))).toMatchObject({ mean: 400, daysAbove: 3 });
    const zinc = days(9, { zinc: 14 }, { zinc: 30 }).map((each) => ({ ...each, prescribed: { zinc: 30 } }));
    expect(against("zinc", zinc)).toMatchObject({ mean: 14, verdict: "very-probably-within" });
  });
  it("of one day tells how far above the limit it lies, prescribed amounts left aside", () => {
    const total = { ul: 40, ulScope: "total" } as const;
    const pills = { ul: 350, ulScope: "supplements" } as const;
    expect(overUpperLimit(total, 44, 30, null)).toBe(4);
    expect(overUpperLimit(total, 40, 30, null)).toBeNull();
    expect(overUpperLimit(total, 44, 30, 30)).toBeNull();
    expect(overUpperLimit(total, 80, 60, 30)).toBe(10);
    expect(overUpperLimit(pills, 900, 300, null)).toBeNull();
    expect(overUpperLimit(pills, 900, 400, null)).toBe(50);
    expect(overUpperLimit(pills, 900, null, null)).toBeNull();
    expect(overUpperLimit({ ul: null, ulScope: null }, 900, 900, null)).toBeNull();
    // 0.1 + 0.2 is not above 0.3.
    expect(overUpperLimit({ ul: 0.3, ulScope: "total" }, 0.1 + 0.2, null, null)).toBeNull();
  });
  it("has no limit for potassium, and says so", () => {
    for (const standard of ["nasem", "efsa"] as const) {
      expect(against("potassium", days(9, { potassium: 9000 }), standard)).toMatchObject({
        verdict: "no-limit-set",
        limit: null,
        probability: null,
      });
    }
  });
  it("follows the region", () => {
    expect(against("zinc", days(9, { zinc: 30 })).verdict).toBe("very-probably-within");
    expect(against("zinc", days(9, { zinc: 30 }), "efsa").verdict).toBe("very-probably-above");
  });
  it("needs days, and needs coverage only to say that intake is within", () => {
    expect(against("zinc", [])).toMatchObject({ verdict: "not-enough-data", reason: "no-days" });
    expect(against("zinc", days(2, { zinc: 90 }))).toMatchObject({ reason: "too-few-days" });
    const half = (zinc: number) =>
      ["2026-06-01", "2026-06-02", "2026-06-03"].map((date) =>
        dayIntakeOf(date, [
          { kind: "food", amounts: composition({ zinc, energy: 1000 }) },
          { kind: "food", amounts: composition({ zinc: null, energy: 1000 }) },
        ]),
      );
    expect(against("zinc", half(5))).toMatchObject({ verdict: "not-enough-data", reason: "low-coverage" });
    expect(against("zinc", half(60))).toMatchObject({ verdict: "very-probably-above" });
  });
  it("sees supplements that pass the limit beside food that reports nothing", () => {
    const alone = against("zinc", days(5, { zinc: null }, { zinc: 60 }));
    expect(alone).toMatchObject({ mean: 60, verdict: "very-probably-above" });
    expect(against("zinc", days(5, { zinc: null }))).toMatchObject({ mean: null, reason: "low-coverage" });
  });
  it("gives no probability to children and for vitamin D, only what was logged", () => {
    const child: Profile = { birthDate: "2020-01-01", sex: "male", lifeStage: "none" };
    expect(against("zinc", days(5, { zinc: 13 }), "nasem", child, 6)).toMatchObject({
      verdict: "above-as-logged",
      probability: null,
    });
    expect(against("vitaminD", days(5, { vitaminD: 120 }))).toMatchObject({ verdict: "above-as-logged" });
    expect(against("vitaminD", days(5, { vitaminD: 10 }))).toMatchObject({ verdict: "within-as-logged" });
  });
  it("counts single days above without making them a verdict", () => {
    const intake = [...days(9, { selenium: 50 }), day("2026-06-20", { selenium: 500 })];
    expect(against("selenium", intake)).toMatchObject({ daysAbove: 1, verdict: "very-probably-within" });
  });
  it("keeps to neutral words", () => {
    for (const words of Object.values(UPPER_LIMIT_WORDS))
      expect(words).not.toMatch(/toxic|danger|overdose|deficien/i);
  });

  it("never lowers the probability when food is added", () => {
    const food: fc.Arbitrary<IntakeEntry> = fc.record({
      kind: fc.constant("food" as const),
      amounts: fc
        .record({
          zinc: fc.option(fc.double({ min: 0, max: 60, noNaN: true })),
          calcium: fc.option(fc.double({ min: 0, max: 3000, noNaN: true })),
          iron: fc.option(fc.double({ min: 0, max: 60, noNaN: true })),
          selenium: fc.option(fc.double({ min: 0, max: 500, noNaN: true })),
          energy: fc.option(fc.double({ min: 0, max: 900, noNaN: true })),
        })
        .map((amounts) => composition(amounts)),
    });
    const diary = fc.array(fc.array(food, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 10 });
    fc.assert(
      fc.property(diary, food, fc.nat(), (list, extra, at) => {
        // Marked complete, so that the added food does not decide whether the day counts.
        const build = (entries: IntakeEntry[][]) =>
          entries.map((e, i) => dayIntakeOf(`2026-06-${String(i + 1).padStart(2, "0")}`, e, "complete"));
        const before = build(list);
        const after = build(list.map((e, i) => (i === at % list.length ? [...e, extra] : e)));
        for (const nutrient of REFERENCE_NUTRIENTS) {
          const p = against(nutrient, before).probability;
          if (p === null) continue;
          const then = against(nutrient, after).probability;
          expect(then).not.toBeNull();
          expect(then).toBeGreaterThanOrEqual(p - 1e-12);
        }
      }),
      { numRuns: 200 },
    );
  });
});
