import { describe, expect, it } from "vitest";
import table from "@/data/reference/iron-requirement.json";
import {
  IRON_PERCENTILES,
  ironBandProbability,
  ironDistributionOf,
  ironProbability,
  ironProbabilityAt,
  normalCdf,
  normalQuantile,
  type Profile,
  referenceIntake,
} from "@/lib/nutrition";
import { man40, ON, woman40 } from "../support/nutrition";

const distributionFor = (profile: Profile) => {
  const found = ironDistributionOf(referenceIntake("iron", profile, ON, "nasem"));
  if (!found) throw new Error("no distribution");
  return found;
};
const girl: Profile = { birthDate: "2010-01-01", sex: "female", lifeStage: "none" };
const woman60: Profile = { birthDate: "1966-01-01", sex: "female", lifeStage: "none" };

/** Typed from the sources, in the order of the 13 percentiles. */
const PERCENTILES = [2.5, 5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 97.5];
/** IOM 2001, Table 14-1 (p. 571). */
const WOMEN = [4.42, 4.88, 5.45, 6.22, 6.87, 7.46, 8.07, 8.76, 9.63, 10.82, 13.05, 15.49, 18.23];
const POSTMENOPAUSAL = [2.73, 3.04, 3.43, 3.93, 4.3, 4.64, 4.97, 5.3, 5.68, 6.14, 6.8, 7.36, 7.88];
/** Allen et al. 2006, at 10 % absorption. */
const GIRLS_AT_10_PERCENT = [8.1, 8.8, 9.8, 11.1, 12, 13, 13.9, 14.8, 16.1, 17.6, 20.2, 23, 25.9];

describe("the 13-point tables", () => {
  it("stand at the percentiles of the report", () => {
    expect(IRON_PERCENTILES).toEqual(PERCENTILES);
  });
  it("women who menstruate: Table 14-1", () => {
    expect(distributionFor(woman40)).toMatchObject({ basis: "published", values: WOMEN });
  });
  it("men: the report's definition on p. 340, recomputed", () => {
    const computed = PERCENTILES.map((p) => ((8.8 + 0.84 * normalQuantile(p / 100)) ** 2 * 0.014) / 0.18);
    const { values, basis } = distributionFor(man40);
    expect(basis).toBe("published");
    for (const [i, value] of values.entries())
      expect(Math.abs(value - (computed[i] ?? Number.NaN))).toBeLessThan(0.01);
  });
  it("women after menopause: symmetric in the square root of body weight", () => {
    const { values } = distributionFor(woman60);
    expect(values).toEqual(POSTMENOPAUSAL);
    const computed = PERCENTILES.map((p) => ((7.994 + 1.057 * normalQuantile(p / 100)) ** 2 * 0.014) / 0.18);
    for (const [i, value] of values.entries())
      expect(Math.abs(value - (computed[i] ?? Number.NaN))).toBeLessThan(0.015);
  });
  it("girls of 14–18: the table at 10 % absorption, brought to 18 %", () => {
    const { values } = distributionFor(girl);
    for (const [i, value] of values.entries()) {
      expect((value * 18) / 10).toBeCloseTo(GIRLS_AT_10_PERCENT[i] ?? Number.NaN, 2);
    }
  });
  it("agree with the EAR and the RDA at the 50th and the 97.5th percentile", () => {
    for (const [profile, ear, rda] of [
      [woman40, 8.1, 18],
      [man40, 6, 8],
      [woman60, 5, 8],
      [girl, 7.9, 15],
    ] as const) {
      const { values } = distributionFor(profile);
      // The reports round; the girls' table comes from another print of the same model.
      expect(Math.abs((values[6] ?? Number.NaN) / ear - 1)).toBeLessThan(0.03);
      expect(Math.abs((values[12] ?? Number.NaN) / rda - 1)).toBeLessThan(0.065);
    }
  });
});

describe("probability that an iron intake meets the need", () => {
  it("women: the bands of Table 14-1 and straight lines between them", () => {
    const distribution = distributionFor(woman40);
    const cases = [
      [4.0, 0, 0.023],
      [5.0, 0.07, 0.061],
      [8.07, 0.45, 0.5],
      [12, 0.85, 0.853],
      [18.3, 1, 0.976],
    ] as const;
    for (const [iron, byBand, interpolated] of cases) {
      expect(Math.abs(ironProbabilityAt(distribution, iron) - interpolated)).toBeLessThan(0.01);
      expect(ironBandProbability(distribution, iron)).toBeCloseTo(byBand, 10);
    }
  });

  it("the group of Table 14-1: 166.3 of 1000 women (the book prints 165)", () => {
    const counts = [1, 1, 3, 10, 15, 20, 23, 27, 50, 150, 200, 175, 125, 200];
    const atRisk = counts.reduce((sum, count, i) => sum + count * (table.bandRisk[i] ?? Number.NaN), 0);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
    expect(atRisk).toBeCloseTo(166.3, 1);
  });

  it("men: the closed form Φ((√(Fe · 0.18/0.014) − 8.8)/0.84)", () => {
    const distribution = distributionFor(man40);
    for (const [iron, expected] of [
      [3.98, 0.025],
      [6.02, 0.4989],
      [7.0, 0.7932],
      [8.49, 0.9751],
    ] as const) {
      expect(Math.abs(ironProbabilityAt(distribution, iron) - expected)).toBeLessThan(0.002);
      const closed = normalCdf((Math.sqrt((iron * 0.18) / 0.014) - 8.8) / 0.84);
      expect(Math.abs(closed - expected)).toBeLessThan(0.0005);
    }
  });

  it("over an uncertain mean: the exact integral agrees with summing it up finely", () => {
    for (const profile of [woman40, man40, woman60, girl]) {
      const distribution = distributionFor(profile);
      for (const mean of [2, 6, 9, 14, 22]) {
        for (const se of [0.5, 2.6, 5]) {
          let sum = 0;
          let weight = 0;
          const steps = 40_000;
          for (let i = 0; i < steps; i += 1) {
            const x = ((i + 0.5) / steps) * (mean + 8 * se);
            const w = Math.exp(-(((x - mean) / se) ** 2) / 2);
            sum += w * ironProbabilityAt(distribution, x);
            weight += w;
          }
          expect(ironProbability(distribution, mean, se)).toBeCloseTo(sum / weight, 6);
        }
      }
      expect(ironProbability(distribution, 9, 0)).toBeCloseTo(ironProbabilityAt(distribution, 9), 12);
    }
  });
});

describe("groups without percentiles, and EFSA", () => {
  it("get a log-normal distribution through the published average and target, marked as derived", () => {
    const boy: Profile = { birthDate: "2010-01-01", sex: "male", lifeStage: "none" };
    const nursing: Profile = { ...woman40, lifeStage: "lactating" };
    for (const [profile, ear, rda] of [
      [boy, 7.7, 11],
      [nursing, 6.5, 9],
    ] as const) {
      const found = distributionFor(profile);
      expect(found.basis).toBe("derived");
      expect(ironProbabilityAt(found, ear)).toBeCloseTo(0.5, 10);
      expect(ironProbabilityAt(found, rda)).toBeCloseTo(0.975, 10);
    }
  });
  it("EFSA: the PRI is the 95th percentile before menopause, the 97.5th for men", () => {
    const at = (profile: Profile, iron: number) => {
      const found = ironDistributionOf(referenceIntake("iron", profile, ON, "efsa"));
      return found === null ? Number.NaN : ironProbabilityAt(found, iron);
    };
    expect(at(woman40, 7)).toBeCloseTo(0.5, 10);
    expect(at(woman40, 16)).toBeCloseTo(0.95, 10);
    expect(at(man40, 6)).toBeCloseTo(0.5, 10);
    expect(at(man40, 11)).toBeCloseTo(0.975, 10);
  });
  it("a vegetarian allowance moves every percentile by 1.8", () => {
    const raised = ironDistributionOf(
      referenceIntake("iron", woman40, ON, "nasem", { allowance: "vegetarian" }),
    );
    for (const [i, value] of (raised?.values ?? []).entries()) {
      expect(value).toBeCloseTo(1.8 * (WOMEN[i] ?? Number.NaN), 10);
    }
  });
});
