import { describe, expect, it } from "vitest";
import anz from "@/data/reference/anz.json";
import { type ReferenceNutrient, referenceIntake, requirementSdOf } from "@/lib/nutrition";
import { agedMonths, CELLS_ON, compareRow, type TypedRow, typedRows } from "@/tests/support/reference-cells";

/**
 * NHMRC 2006, version 1.2 of September 2017, summary tables 6 to 9, typed here by hand from the printed pages:
 * EAR, RDI, AI, UL.
 */
const CELLS = typedRows(`
  magnesium c 0m 5m  - - 30 -
  magnesium c 6m 11m - - 75 -
  magnesium c 1 3    65 80 - 65
  magnesium c 4 8    110 130 - 110
  magnesium m 9 13   200 240 - 350
  magnesium m 14 18  340 410 - 350
  magnesium m 19 30  330 400 - 350
  magnesium m 31 50  350 420 - 350
  magnesium m 51 70  350 420 - 350
  magnesium m 71 99  350 420 - 350
  magnesium f 9 13   200 240 - 350
  magnesium f 14 18  300 360 - 350
  magnesium f 19 30  255 310 - 350
  magnesium f 31 50  265 320 - 350
  magnesium f 51 70  265 320 - 350
  magnesium f 71 99  265 320 - 350
  magnesium p 14 18  335 400 - 350
  magnesium p 19 30  290 350 - 350
  magnesium p 31 50  300 360 - 350
  magnesium l 14 18  300 360 - 350
  magnesium l 19 30  255 310 - 350
  magnesium l 31 50  265 320 - 350
  zinc c 0m 5m  - - 2 4
  zinc c 6m 11m 2.5 3 - 5
  zinc c 1 3    2.5 3 - 7
  zinc c 4 8    3 4 - 12
  zinc m 9 13   5 6 - 25
  zinc m 14 18  11 13 - 35
  zinc m 19 30  12 14 - 40
  zinc m 31 50  12 14 - 40
  zinc m 51 70  12 14 - 40
  zinc m 71 99  12 14 - 40
  zinc f 9 13   5 6 - 25
  zinc f 14 18  6 7 - 35
  zinc f 19 30  6.5 8 - 40
  zinc f 31 50  6.5 8 - 40
  zinc f 51 70  6.5 8 - 40
  zinc f 71 99  6.5 8 - 40
  zinc p 14 18  8.5 10 - 35
  zinc p 19 30  9 11 - 40
  zinc p 31 50  9 11 - 40
  zinc l 14 18  9 11 - 35
  zinc l 19 30  10 12 - 40
  zinc l 31 50  10 12 - 40
  calcium c 0m 5m  - - 210 -
  calcium c 6m 11m - - 270 -
  calcium c 1 3    360 500 - 2500
  calcium c 4 8    520 700 - 2500
  calcium m 9 11   800 1000 - 2500
  calcium m 12 13  1050 1300 - 2500
  calcium m 14 18  1050 1300 - 2500
  calcium m 19 30  840 1000 - 2500
  calcium m 31 50  840 1000 - 2500
  calcium m 51 70  840 1000 - 2500
  calcium m 71 99  1100 1300 - 2500
  calcium f 9 11   800 1000 - 2500
  calcium f 12 13  1050 1300 - 2500
  calcium f 14 18  1050 1300 - 2500
  calcium f 19 30  840 1000 - 2500
  calcium f 31 50  840 1000 - 2500
  calcium f 51 70  1100 1300 - 2500
  calcium f 71 99  1100 1300 - 2500
  calcium p 14 18  1050 1300 - 2500
  calcium p 19 30  840 1000 - 2500
  calcium p 31 50  840 1000 - 2500
  calcium l 14 18  1050 1300 - 2500
  calcium l 19 30  840 1000 - 2500
  calcium l 31 50  840 1000 - 2500
  iron c 0m 5m  - - 0.2 20
  iron c 6m 11m 7 11 - 20
  iron c 1 3    4 9 - 20
  iron c 4 8    4 10 - 40
  iron m 9 13   6 8 - 40
  iron m 14 18  8 11 - 45
  iron m 19 30  6 8 - 45
  iron m 31 50  6 8 - 45
  iron m 51 70  6 8 - 45
  iron m 71 99  6 8 - 45
  iron f 9 13   6 8 - 40
  iron f 14 18  8 15 - 45
  iron f 19 30  8 18 - 45
  iron f 31 50  8 18 - 45
  iron f 51 70  5 8 - 45
  iron f 71 99  5 8 - 45
  iron p 14 18  23 27 - 45
  iron p 19 30  22 27 - 45
  iron p 31 50  22 27 - 45
  iron l 14 18  7 10 - 45
  iron l 19 30  6.5 9 - 45
  iron l 31 50  6.5 9 - 45
  selenium c 0m 5m  - - 12 45
  selenium c 6m 11m - - 15 60
  selenium c 1 3    20 25 - 90
  selenium c 4 8    25 30 - 150
  selenium m 9 13   40 50 - 280
  selenium m 14 18  60 70 - 400
  selenium m 19 30  60 70 - 400
  selenium m 31 50  60 70 - 400
  selenium m 51 70  60 70 - 400
  selenium m 71 99  60 70 - 400
  selenium f 9 13   40 50 - 280
  selenium f 14 18  50 60 - 400
  selenium f 19 30  50 60 - 400
  selenium f 31 50  50 60 - 400
  selenium f 51 70  50 60 - 400
  selenium f 71 99  50 60 - 400
  selenium p 14 18  55 65 - 400
  selenium p 19 30  55 65 - 400
  selenium p 31 50  55 65 - 400
  selenium l 14 18  65 75 - 400
  selenium l 19 30  65 75 - 400
  selenium l 31 50  65 75 - 400
  potassium c 0m 5m  - - 400 -
  potassium c 6m 11m - - 700 -
  potassium c 1 3    - - 2000 -
  potassium c 4 8    - - 2300 -
  potassium m 9 13   - - 3000 -
  potassium m 14 18  - - 3600 -
  potassium m 19 30  - - 3800 -
  potassium m 31 50  - - 3800 -
  potassium m 51 70  - - 3800 -
  potassium m 71 99  - - 3800 -
  potassium f 9 13   - - 2500 -
  potassium f 14 18  - - 2600 -
  potassium f 19 30  - - 2800 -
  potassium f 31 50  - - 2800 -
  potassium f 51 70  - - 2800 -
  potassium f 71 99  - - 2800 -
  potassium p 14 18  - - 2800 -
  potassium p 19 30  - - 2800 -
  potassium p 31 50  - - 2800 -
  potassium l 14 18  - - 3200 -
  potassium l 19 30  - - 3200 -
  potassium l 31 50  - - 3200 -
  vitaminC c 0m 5m  - - 25 -
  vitaminC c 6m 11m - - 30 -
  vitaminC c 1 3    25 35 - -
  vitaminC c 4 8    25 35 - -
  vitaminC m 9 13   28 40 - -
  vitaminC m 14 18  28 40 - -
  vitaminC m 19 30  30 45 - -
  vitaminC m 31 50  30 45 - -
  vitaminC m 51 70  30 45 - -
  vitaminC m 71 99  30 45 - -
  vitaminC f 9 13   28 40 - -
  vitaminC f 14 18  28 40 - -
  vitaminC f 19 30  30 45 - -
  vitaminC f 31 50  30 45 - -
  vitaminC f 51 70  30 45 - -
  vitaminC f 71 99  30 45 - -
  vitaminC p 14 18  38 55 - -
  vitaminC p 19 30  40 60 - -
  vitaminC p 31 50  40 60 - -
  vitaminC l 14 18  58 80 - -
  vitaminC l 19 30  60 85 - -
  vitaminC l 31 50  60 85 - -
  vitaminD c 0m 5m  - - 5 25
  vitaminD c 6m 11m - - 5 25
  vitaminD c 1 3    - - 5 80
  vitaminD c 4 8    - - 5 80
  vitaminD m 9 13   - - 5 80
  vitaminD m 14 18  - - 5 80
  vitaminD m 19 30  - - 5 80
  vitaminD m 31 50  - - 5 80
  vitaminD m 51 70  - - 10 80
  vitaminD m 71 99  - - 15 80
  vitaminD f 9 13   - - 5 80
  vitaminD f 14 18  - - 5 80
  vitaminD f 19 30  - - 5 80
  vitaminD f 31 50  - - 5 80
  vitaminD f 51 70  - - 10 80
  vitaminD f 71 99  - - 15 80
  vitaminD p 14 18  - - 5 80
  vitaminD p 19 30  - - 5 80
  vitaminD p 31 50  - - 5 80
  vitaminD l 14 18  - - 5 80
  vitaminD l 19 30  - - 5 80
  vitaminD l 31 50  - - 5 80
`);

describe("11.19 the reference values of Australia and New Zealand", () => {
  it.each(CELLS)("%s, %s %s–%s", (...row: string[]) => {
    for (const { found, given, typed } of compareRow(row as unknown as TypedRow, "anz", "RDI")) {
      expect(given).toEqual(typed);
      const scope = found.nutrient === "magnesium" ? "supplements" : "total";
      expect(found.ulScope).toBe(typed.ul === null ? null : scope);
    }
  });

  it("types every row of the table", () => {
    const rows = Object.values(anz.nutrients).flatMap((table) => Object.values(table.rows).flat());
    expect(rows).toHaveLength(CELLS.length);
  });

  it("has a value for every month of life", () => {
    for (const nutrient of Object.keys(anz.nutrients) as ReferenceNutrient[]) {
      for (const sex of ["female", "male"] as const) {
        for (let age = 0; age <= 1200; age += 1) {
          expect(
            referenceIntake(nutrient, agedMonths(age, sex), CELLS_ON, "anz").target,
            `${nutrient} ${age}`,
          ).not.toBeNull();
        }
      }
    }
  });

  it("looks iron up by menstruation, where the profile says otherwise than the report assumes", () => {
    const iron = (years: number, menstruating: boolean | null) => {
      const { ear, target, ul, note } = referenceIntake(
        "iron",
        { ...agedMonths(years * 12, "female"), menstruating },
        CELLS_ON,
        "anz",
      );
      return { ear, target, ul, said: note?.includes("about menstruation") };
    };
    expect(iron(40, null)).toEqual({ ear: 8, target: 18, ul: 45, said: false });
    expect(iron(40, true)).toEqual({ ear: 8, target: 18, ul: 45, said: false });
    expect(iron(40, false)).toEqual({ ear: 5, target: 8, ul: 45, said: true });
    expect(iron(53, true)).toEqual({ ear: 8, target: 18, ul: 45, said: true });
    // No row is published for girls of whom the assumption does not hold: theirs stays.
    expect(iron(13, true)).toEqual({ ear: 6, target: 8, ul: 40, said: false });
    expect(iron(15, false)).toEqual({ ear: 8, target: 15, ul: 45, said: false });
  });

  it("multiplies iron by 1.8 for a vegetarian diet from 1 year on, as the report says", () => {
    const iron = (months: number, allowance: "mixed" | "vegetarian") => {
      const { ear, target, ul, requirementFactor, withoutAllowance } = referenceIntake(
        "iron",
        agedMonths(months, "female"),
        CELLS_ON,
        "anz",
        { allowance },
      );
      return { ear, target, ul, requirementFactor, withoutAllowance };
    };
    expect(iron(480, "vegetarian")).toEqual({
      ear: 14.4,
      target: 32.4,
      ul: 45,
      requirementFactor: 1.8,
      withoutAllowance: { ear: 8, target: 18 },
    });
    expect(iron(480, "mixed")).toMatchObject({ ear: 8, target: 18, withoutAllowance: null });
    expect(iron(8, "vegetarian")).toMatchObject({ ear: 7, target: 11, requirementFactor: 1 });
  });

  it("gives pregnancy outside the published ages the nearest group and says so", () => {
    for (const [years, target] of [
      [13, 400],
      [52, 360],
    ] as const) {
      const found = referenceIntake(
        "magnesium",
        agedMonths(years * 12, "female", "pregnant"),
        CELLS_ON,
        "anz",
      );
      expect(found.target).toBe(target);
      expect(found.note).toContain("nearest group");
    }
  });

  it("takes the spread of the requirement from the coefficient of variation of each section", () => {
    const sd = (nutrient: ReferenceNutrient, years: number) =>
      requirementSdOf(referenceIntake(nutrient, agedMonths(years * 12, "male"), CELLS_ON, "anz"));
    expect(sd("magnesium", 40)).toEqual({ value: 35, basis: "published" });
    expect(sd("zinc", 40)?.value).toBeCloseTo(1.2, 10);
    expect(sd("selenium", 40)?.value).toBeCloseTo(6, 10);
    expect(sd("vitaminC", 40)?.value).toBeCloseTo(6, 10);
    expect(sd("calcium", 40)).toEqual({ value: 84, basis: "published" });
    expect(sd("calcium", 16)?.value).toBeCloseTo(157.5, 10);
    expect(sd("iron", 40)).toBeNull();
    expect(sd("potassium", 40)).toBeNull();
  });

  it("cites its source, and says what was read", () => {
    for (const source of Object.values(anz.sources)) {
      expect(source.url).toMatch(/^https:\/\/www\.nhmrc\.gov\.au\//);
      expect(source.read.length).toBeGreaterThan(40);
    }
    const { source, year, ulSource, group } = referenceIntake(
      "zinc",
      agedMonths(480, "female"),
      CELLS_ON,
      "anz",
    );
    expect(source.citation).toContain("Nutrient Reference Values for Australia and New Zealand");
    expect(year).toBe(2006);
    expect(ulSource).toEqual(source);
    expect(group?.label).toBe("Women 31–50 years");
  });
});
