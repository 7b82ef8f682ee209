import { describe, expect, it } from "vitest";
import { BALANCES, balanceOf, claimById, composition, dayIntakeOf, type NutrientId } from "@/lib/nutrition";

type Eaten = { readonly [N in NutrientId]?: number | null };
const day = (date: string, foods: readonly Eaten[], supplements: readonly Eaten[] = []) =>
  dayIntakeOf(date, [
    ...foods.map((amounts) => ({ kind: "food" as const, amounts: composition(amounts) })),
    ...supplements.map((amounts) => ({ kind: "supplement" as const, amounts: composition(amounts) })),
  ]);

describe("balances", () => {
  it("are the ratio of what all days held, by mass and atom for atom", () => {
    const days = [
      day("2024-03-04", [{ energy: 2000, calcium: 900, magnesium: 300 }]),
      day("2024-03-05", [{ energy: 2000, calcium: 1100, magnesium: 200 }]),
      day("2024-03-06", [{ energy: 2000, calcium: 400, magnesium: 200 }], [{ magnesium: 100 }]),
    ];
    const found = balanceOf("calcium-magnesium", days);
    // 2400 mg to 800 mg; the mean of the daily ratios would be 3.3.
    expect(found.mass).toBeCloseTo(3, 12);
    // 3 × 24.305/40.078
    expect(found.molar).toBeCloseTo(1.81933, 5);
    expect(found).toMatchObject({ days: 3, coverage: { over: 1, under: 1 }, reason: null });
  });

  it("leave out the days of which less than four fifths of the energy is known", () => {
    const known = { energy: 1000, zinc: 5, copper: 0.5 };
    const days = [
      day("2024-03-04", [known]),
      day("2024-03-05", [known]),
      day("2024-03-06", [known, { energy: 200 }]),
      day("2024-03-07", [{ ...known, copper: 50 }, { energy: 1000 }]),
      day("2024-03-08", [{ energy: 1000, zinc: 9 }]),
    ];
    const found = balanceOf("zinc-copper", days);
    expect(found).toMatchObject({ days: 3, reason: null });
    expect(found.mass).toBeCloseTo(10, 12);
    expect(found.coverage?.over).toBeCloseTo((1 + 1 + 1000 / 1200) / 3, 12);
  });

  it("say why there is none, and never from too few days or from nothing", () => {
    const days = [1, 2].map((n) => day(`2024-03-0${n}`, [{ energy: 2000, potassium: 3000, sodium: 2000 }]));
    expect(balanceOf("potassium-sodium", days)).toMatchObject({
      days: 2,
      mass: null,
      molar: null,
      reason: "too-few-days",
    });
    expect(balanceOf("potassium-sodium", [])).toMatchObject({
      days: 0,
      coverage: null,
      reason: "too-few-days",
    });
    const saltless = [1, 2, 3].map((n) =>
      day(`2024-03-0${n}`, [{ energy: 2000, potassium: 3000, sodium: 0 }]),
    );
    expect(balanceOf("potassium-sodium", saltless)).toMatchObject({
      days: 3,
      mass: null,
      reason: "none-of-it",
    });
  });

  it("each stand beside a claim that says what they are worth, none of which is strong", () => {
    for (const { claim } of [...BALANCES, { claim: "phytate-zinc-ratio" }]) {
      const found = claimById(claim);
      expect(found.grade, claim).not.toBe("A");
      expect(found.sources.every(({ url, checked }) => checked && url !== null)).toBe(true);
      expect(found.statement).not.toMatch(/\b(should|must|ideal|optimal)\b/i);
    }
  });
});
