import { describe, expect, it } from "vitest";
import {
  adequacyOf,
  type Profile,
  type ReferenceNutrient,
  referenceIntake,
  upperLimitOf,
  usualIntakeOf,
} from "@/lib/nutrition";
import { day, days, man40, ON, person, woman40 } from "../../support/nutrition";

const lactating: Profile = { ...woman40, lifeStage: "lactating" };
const pregnant: Profile = { ...woman40, lifeStage: "pregnant" };

describe("11.4: a supplement that is the same each day adds to the mean and not to the spread", () => {
  // SD of food alone: 25 µg, 612 mg (51 %) and 87 mg (87 %), where it was 225, 1,377 and 2,001 of both together.
  it.each([
    ["selenium", woman40, 14, 50, 400, 400, 25],
    ["calcium", lactating, 14, 1200, 1500, 2500, 612],
    ["vitaminC", pregnant, 7, 100, 2200, 2000, 87],
  ] as const)("%s above its limit", (nutrient, profile, n, food, supplement, limit, sd) => {
    const intake = days(n, { [nutrient]: food }, { [nutrient]: supplement });
    const found = upperLimitOf(referenceIntake(nutrient, profile, ON, "nasem"), intake, person(profile));
    expect(found.limit).toBe(limit);
    expect(usualIntakeOf(nutrient, intake, person(profile)).sdWithin?.value).toBeCloseTo(sd, 9);
    const z = (food + supplement - limit) / (sd / Math.sqrt(n));
    expect(z).toBeGreaterThan(nutrient === "calcium" ? 1.2 : 5);
    expect(found.verdict).toBe(nutrient === "calcium" ? "probably-above" : "very-probably-above");
  });

  it("keeps the published SD as that of food, whatever is taken beside it", () => {
    const usual = (supplement: number) =>
      usualIntakeOf("zinc", days(9, { zinc: 8 }, { zinc: supplement }), person(man40));
    expect(usual(30).sdWithin).toEqual(usual(0).sdWithin);
    const width = (supplement: number) => {
      const { interval90 } = usualIntakeOf(
        "selenium",
        days(9, { selenium: 50 }, { selenium: supplement }),
        person(man40),
      );
      return interval90 && interval90.high - interval90.low;
    };
    expect(width(200)).toBeCloseTo(width(0) ?? Number.NaN, 9);
  });

  it("adds the variance of doses that differ between days", () => {
    const intake = [
      ...days(5, { selenium: 50 }, { selenium: 200 }),
      ...Array.from({ length: 5 }, (_, i) => day(`2026-06-${20 + i}`, { selenium: 50 })),
    ];
    // Doses 5 × 200 and 5 × 0: mean 100, variance 10 × 100² / 9.
    expect(usualIntakeOf("selenium", intake, person(woman40)).sdWithin?.value).toBeCloseTo(
      Math.sqrt(25 ** 2 + 100_000 / 9),
      9,
    );
  });

  it("leaves prescribed doses out of the spread that a limit is judged by", () => {
    const intake = days(9, { zinc: 14 }, { zinc: 40 }).map((each, i) => ({
      ...each,
      prescribed: { zinc: i % 2 === 0 ? 10 : 40 },
    }));
    const limit = upperLimitOf(referenceIntake("zinc", woman40, ON, "nasem"), intake, person(woman40));
    expect(limit.mean).toBeCloseTo((5 * 44 + 4 * 14) / 9, 9);
    expect(limit.probability).toBeGreaterThan(0.01);
  });

  it("judges an intake from supplements alone by what was taken", () => {
    const judged = (nutrient: ReferenceNutrient, amount: number) =>
      adequacyOf(
        referenceIntake(nutrient, woman40, ON, "efsa"),
        days(14, { [nutrient]: 0 }, { [nutrient]: amount }),
        person(woman40),
      );
    expect(judged("selenium", 100)).toMatchObject({ probability: 1, verdict: "very-probably-meets" });
    expect(judged("selenium", 20)).toMatchObject({ probability: null, reason: "below-ai" });
  });
});
