import { beforeAll, describe, expect, it } from "vitest";
import { adequacyOf, referenceIntake } from "@/lib/nutrition";
import {
  byProbability,
  byRange,
  cvFactorsOf,
  generator,
  isHeld,
  MAY_BE_WRONG,
  SIMULATED,
  simulate,
  subjectOf,
  WORDS,
  type Word,
} from "../../support/calibration";
import { day, ON, person, woman40 } from "../../support/nutrition";

/** Fewest people who are told a word for its share of errors to be a figure. */
const ENOUGH = 150;

describe("11.11: a word holds what it says", () => {
  const shapes = ["log-normal", "more skewed"] as const;
  const autocorrelations = [0, 0.3];
  const cellsOf = (results: ReturnType<typeof simulate<"rule">>, word: Word) =>
    results
      .filter(({ cell }) => isHeld(cell))
      .map(({ cell, tallies }) => ({ ...cell, ...tallies.rule[word] }))
      .filter(({ said }) => said >= ENOUGH)
      .map((cell) => ({ ...cell, share: cell.wrong / cell.said }));

  let held: ReturnType<typeof simulate<"rule">> = [];
  let alone: typeof held = [];
  beforeAll(() => {
    held = simulate(
      {
        nutrients: SIMULATED,
        cvFactors: (nutrient) => cvFactorsOf(nutrient).slice(1),
        autocorrelations,
        shapes,
        days: [3, 7, 14, 30],
        medians: [0.7, 1.15, 1.5],
        people: 1500,
        seed: 11,
      },
      { rule: byRange },
    );
    alone = simulate(
      {
        nutrients: ["magnesium", "calcium", "selenium"],
        cvFactors: cvFactorsOf,
        autocorrelations,
        shapes,
        days: [3, 7],
        medians: [0.85, 1.15],
        people: 1500,
        seed: 12,
      },
      { rule: byProbability },
    );
  }, 240_000);

  it.each(WORDS)("%s: in every cell of the grid", (word) => {
    const cells = cellsOf(held, word);
    expect(cells.length).toBeGreaterThan(10);
    expect(cells.filter(({ share }) => share > MAY_BE_WRONG[word])).toEqual([]);
  });
  it.each(WORDS)("%s: by the probability of IOM 2000 alone it would not", (word) => {
    const above = cellsOf(alone, word).filter(({ share }) => share > 1.5 * MAY_BE_WRONG[word]);
    expect(above.length).toBeGreaterThan(5);
  });

  it("is what the diary is told", () => {
    const uniform = generator(5);
    let told = 0;
    for (const nutrient of SIMULATED) {
      const subject = subjectOf(nutrient);
      for (let i = 0; i < 40; i += 1) {
        const n = 3 + Math.floor(uniform() * 26);
        const level = subject.ear * (0.2 + 2.5 * uniform());
        const amounts = Array.from({ length: n }, () => level * (0.6 + 0.8 * uniform()));
        const intake = amounts.map((amount, at) =>
          day(`2026-06-${String(at + 1).padStart(2, "0")}`, { [nutrient]: amount }),
        );
        const mean = amounts.reduce((sum, amount) => sum + amount) / n;
        const variance = amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0) / (n - 1);
        const { verdict } = adequacyOf(
          referenceIntake(nutrient, woman40, ON, "nasem"),
          intake,
          person(woman40),
        );
        expect(verdict).toBe(byRange(subject, mean, variance, n));
        if (verdict !== "cannot-tell") told += 1;
      }
    }
    expect(told).toBeGreaterThan(60);
  });
});
