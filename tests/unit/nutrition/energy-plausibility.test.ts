import { describe, expect, it } from "vitest";
import {
  adequacyOf,
  composition,
  type DayIntake,
  dayIntakeOf,
  energyUsedKcal,
  leastEnergyShare,
  type Person,
  referenceIntake,
} from "@/lib/nutrition";
import { day, man40, ON, person, woman40 } from "../../support/nutrition";

const week = (energy: number): DayIntake[] =>
  Array.from({ length: 7 }, (_, i) => day(`2026-06-0${i + 1}`, { magnesium: 150, energy }));
const caveatsOf = (intake: readonly DayIntake[], who: Person = person(woman40)) =>
  adequacyOf(referenceIntake("magnesium", woman40, ON, "nasem"), intake, who).caveats;

describe("11.14: half-logged days that look whole", () => {
  it("seven days of 1,250 kcal without a dinner: meals may be missing", () => {
    expect(caveatsOf(week(1250))).toContain("energy-below-plausible");
    expect(caveatsOf(week(1500))).not.toContain("energy-below-plausible");
  });
  it("uses the lower limit of Goldberg's cut-off with its number of days", () => {
    // S = √(23²/7 + 8.5² + 15²) = 19.31 %, exp(−0.3862) = 0.680; of a single day 28.74 %, 0.563.
    expect(leastEnergyShare(7)).toBeCloseTo(0.68, 3);
    expect(leastEnergyShare(1)).toBeCloseTo(0.5628, 3);
    // (8.126 × 57 + 845.6) × 1.55 and (11.472 × 70 + 873.1) × 1.55
    expect(energyUsedKcal(person(woman40))).toBeCloseTo(2028.6, 1);
    expect(energyUsedKcal(person(man40))).toBeCloseTo(2598, 0);
    expect(energyUsedKcal(person(man40, 13))).toBeNull();
  });
  it("goes by the weight where it is known", () => {
    const who = (weightKg: number): Person => ({ ...person(woman40), weightKg });
    expect(caveatsOf(week(1250), who(40))).not.toContain("energy-below-plausible");
    expect(caveatsOf(week(1450), who(90))).toContain("energy-below-plausible");
  });
  it("says nothing where a food states no energy", () => {
    const foods = [
      { kind: "food" as const, amounts: composition({ magnesium: 150, energy: 1000 }) },
      { kind: "food" as const, amounts: composition({ magnesium: 5, energy: null }) },
    ];
    expect(caveatsOf([dayIntakeOf("2026-06-01", foods), dayIntakeOf("2026-06-02", foods)])).not.toContain(
      "energy-below-plausible",
    );
  });
});
