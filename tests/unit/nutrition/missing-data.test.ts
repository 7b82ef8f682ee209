import { describe, expect, it } from "vitest";
import { adequacyOf, composition, type DayIntake, dayIntakeOf, referenceIntake } from "@/lib/nutrition";
import { ON, person, woman40 } from "../../support/nutrition";

/** `n` days of 2,000 kcal, of which a share reports `selenium` µg. */
const days = (n: number, selenium: number, share: number): DayIntake[] =>
  Array.from({ length: n }, (_, i) =>
    dayIntakeOf(`2026-06-${String(i + 1).padStart(2, "0")}`, [
      { kind: "food", amounts: composition({ selenium, energy: 2000 * share }) },
      { kind: "food", amounts: composition({ selenium: null, energy: 2000 * (1 - share) }) },
    ]),
  );
const assess = (intake: readonly DayIntake[]) =>
  adequacyOf(referenceIntake("selenium", woman40, ON, "nasem"), intake, person(woman40));

describe("11.13: what is unknown decides nothing", () => {
  it("'below' survives the unknown part at twice the known density, or there is no verdict", () => {
    // 20 µg known, four fifths of the energy: 25 at the known density, 30 at twice that.
    const open = assess(days(28, 20, 0.8));
    expect(assess(days(28, 25, 1)).verdict).toBe("probably-below");
    expect(assess(days(28, 30, 1)).verdict).toBe("cannot-tell");
    expect(open).toMatchObject({
      verdict: "cannot-tell",
      reason: "coverage-could-change-it",
      furtherDays: null,
      usual: { coverage: expect.closeTo(0.8, 9) },
    });
    expect(open.range?.high).toBeGreaterThan(assess(days(28, 25, 1)).range?.high ?? Number.NaN);
  });
  it("'below' is said where twice the known density would not change it", () => {
    expect(assess(days(28, 12, 0.8)).verdict).toBe("very-probably-below");
  });
  it("'meets' stands on the known part alone", () => {
    const known = assess(days(28, 70, 1));
    const partly = assess(days(28, 70, 0.8));
    expect(partly.verdict).toBe(known.verdict);
    expect(partly.range?.low).toBe(known.range?.low);
    expect(assess(days(28, 55, 0.8)).verdict).toBe("cannot-tell");
  });
});
