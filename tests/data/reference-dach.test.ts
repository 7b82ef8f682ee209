import { describe, expect, it } from "vitest";
import dach from "@/data/reference/dach.json";
import { type ReferenceNutrient, referenceIntake, requirementSdOf } from "@/lib/nutrition";
import { agedMonths, CELLS_ON, compareRow, type TypedRow, typedRows } from "@/tests/support/reference-cells";

/**
 * D-A-CH, typed here by hand from the text of the pages named in `read` of each source: no average requirement,
 * empfohlene Zufuhr, Schätzwert, upper limit. Zinc of adults at the middle phytate intake; iron as menstruation is assumed.
 */
const CELLS = typedRows(`
  magnesium c 0m 3m  - - 24 -
  magnesium c 4m 11m - - 80 -
  magnesium c 1 3    - - 170 -
  magnesium c 4 6    - - 190 -
  magnesium c 7 9    - - 240 -
  magnesium m 10 12  - - 260 -
  magnesium m 13 14  - - 280 -
  magnesium m 15 18  - - 330 -
  magnesium m 19 24  - - 350 -
  magnesium m 25 50  - - 350 -
  magnesium m 51 64  - - 350 -
  magnesium m 65 99  - - 350 -
  magnesium f 10 12  - - 230 -
  magnesium f 13 14  - - 240 -
  magnesium f 15 18  - - 260 -
  magnesium f 19 24  - - 300 -
  magnesium f 25 50  - - 300 -
  magnesium f 51 64  - - 300 -
  magnesium f 65 99  - - 300 -
  magnesium p 15 45  - - 300 -
  magnesium l 15 45  - - 300 -
  zinc c 0m 3m  - - 1.5 -
  zinc c 4m 11m - 2.5 - -
  zinc c 1 3    - 3 - -
  zinc c 4 6    - 4 - -
  zinc c 7 9    - 6 - -
  zinc m 10 12  - 9 - -
  zinc m 13 14  - 12 - -
  zinc m 15 18  - 14 - -
  zinc m 19 24  - 14 - -
  zinc m 25 50  - 14 - -
  zinc m 51 64  - 14 - -
  zinc m 65 99  - 14 - -
  zinc f 10 12  - 8 - -
  zinc f 13 14  - 10 - -
  zinc f 15 18  - 11 - -
  zinc f 19 24  - 8 - -
  zinc f 25 50  - 8 - -
  zinc f 51 64  - 8 - -
  zinc f 65 99  - 8 - -
  zinc p 18 45  - 11 - -
  zinc l 18 45  - 13 - -
  calcium c 0m 3m  - - 220 -
  calcium c 4m 11m - - 330 -
  calcium c 1 3    - 600 - -
  calcium c 4 6    - 750 - -
  calcium c 7 9    - 900 - -
  calcium c 10 12  - 1100 - -
  calcium c 13 14  - 1200 - -
  calcium c 15 18  - 1200 - -
  calcium c 19 24  - 1000 - -
  calcium c 25 50  - 1000 - -
  calcium c 51 64  - 1000 - -
  calcium c 65 99  - 1000 - -
  calcium p 14 18  - 1200 - -
  calcium p 19 45  - 1000 - -
  calcium l 14 18  - 1200 - -
  calcium l 19 45  - 1000 - -
  iron c 0m 3m  - - 0.3 -
  iron c 4m 11m - 11 - -
  iron c 1 3    - 7 - -
  iron c 4 6    - 7 - -
  iron c 7 9    - 10 - -
  iron m 10 12  - 14 - -
  iron m 13 14  - 11 - -
  iron m 15 18  - 11 - -
  iron m 19 24  - 11 - -
  iron m 25 50  - 11 - -
  iron m 51 64  - 11 - -
  iron m 65 99  - 11 - -
  iron f 10 12  - 14 - -
  iron f 13 14  - 16 - -
  iron f 15 18  - 16 - -
  iron f 19 24  - 16 - -
  iron f 25 50  - 16 - -
  iron f 51 64  - 14 - -
  iron f 65 99  - 14 - -
  iron p 15 45  - 27 - -
  iron l 15 45  - 16 - -
  selenium c 0m 3m  - - 10 -
  selenium c 4m 11m - - 15 -
  selenium c 1 3    - - 15 -
  selenium c 4 6    - - 20 -
  selenium c 7 9    - - 30 -
  selenium c 10 12  - - 45 -
  selenium c 13 14  - - 60 -
  selenium m 15 18  - - 70 -
  selenium m 19 24  - - 70 -
  selenium m 25 50  - - 70 -
  selenium m 51 64  - - 70 -
  selenium m 65 99  - - 70 -
  selenium f 15 18  - - 60 -
  selenium f 19 24  - - 60 -
  selenium f 25 50  - - 60 -
  selenium f 51 64  - - 60 -
  selenium f 65 99  - - 60 -
  selenium p 15 45  - - 60 -
  selenium l 15 45  - - 75 -
  potassium c 0m 3m  - - 400 -
  potassium c 4m 11m - - 600 -
  potassium c 1 3    - - 1100 -
  potassium c 4 6    - - 1300 -
  potassium c 7 9    - - 2000 -
  potassium c 10 12  - - 2900 -
  potassium c 13 14  - - 3600 -
  potassium c 15 18  - - 4000 -
  potassium c 19 24  - - 4000 -
  potassium c 25 50  - - 4000 -
  potassium c 51 64  - - 4000 -
  potassium c 65 99  - - 4000 -
  potassium p 15 45  - - 4000 -
  potassium l 15 45  - - 4400 -
  vitaminC c 0m 3m  - - 20 -
  vitaminC c 4m 11m - - 20 -
  vitaminC c 1 3    - 20 - -
  vitaminC c 4 6    - 30 - -
  vitaminC c 7 9    - 45 - -
  vitaminC c 10 12  - 65 - -
  vitaminC c 13 14  - 85 - -
  vitaminC m 15 18  - 105 - -
  vitaminC m 19 24  - 110 - -
  vitaminC m 25 50  - 110 - -
  vitaminC m 51 64  - 110 - -
  vitaminC m 65 99  - 110 - -
  vitaminC f 15 18  - 90 - -
  vitaminC f 19 24  - 95 - -
  vitaminC f 25 50  - 95 - -
  vitaminC f 51 64  - 95 - -
  vitaminC f 65 99  - 95 - -
  vitaminC p 15 45  - 105 - -
  vitaminC l 15 45  - 125 - -
  vitaminD c 0m 3m  - - 10 25
  vitaminD c 4m 11m - - 10 25
  vitaminD c 1 3    - - 20 50
  vitaminD c 4 6    - - 20 50
  vitaminD c 7 9    - - 20 50
  vitaminD c 10 10  - - 20 50
  vitaminD c 11 12  - - 20 100
  vitaminD c 13 14  - - 20 100
  vitaminD c 15 18  - - 20 100
  vitaminD c 19 24  - - 20 100
  vitaminD c 25 50  - - 20 100
  vitaminD c 51 64  - - 20 100
  vitaminD c 65 99  - - 20 100
  vitaminD p 15 45  - - 20 100
  vitaminD l 15 45  - - 20 100
`);

describe("11.19 the D-A-CH reference values", () => {
  it.each(CELLS)("%s, %s %s–%s", (...row: string[]) => {
    for (const { found, given, typed } of compareRow(row as unknown as TypedRow, "dach", "RI")) {
      expect(given).toEqual(typed);
      expect(found.ulScope).toBe(typed.ul === null ? null : "total");
    }
  });

  it("has a value for every month of life and prints no average requirement", () => {
    for (const nutrient of Object.keys(dach.nutrients) as ReferenceNutrient[]) {
      for (const sex of ["female", "male"] as const) {
        for (let age = 0; age <= 1200; age += 1) {
          const found = referenceIntake(nutrient, agedMonths(age, sex), CELLS_ON, "dach");
          expect(found.target, `${nutrient} ${age}`).not.toBeNull();
          expect(found.ear).toBeNull();
          expect(requirementSdOf(found)).toBeNull();
        }
      }
    }
  });

  it.each([
    ["male", "none", 19, [11, 14, 16]],
    ["male", "none", 80, [11, 14, 16]],
    ["female", "none", 19, [7, 8, 10]],
    ["female", "none", 80, [7, 8, 10]],
    ["female", "pregnant", 30, [9, 11, 13]],
    ["female", "lactating", 30, [11, 13, 14]],
  ] as const)(
    "gives zinc of a %s (%s) of %i years by the phytate of the diet",
    (sex, lifeStage, years, typed) => {
      const zinc = (phytateMg: number | null) =>
        referenceIntake("zinc", agedMonths(years * 12, sex, lifeStage), CELLS_ON, "dach", { phytateMg })
          .target;
      expect([zinc(330), zinc(660), zinc(990)]).toEqual(typed);
      // The class at or above the intake, and the middle one where it is not known.
      expect([zinc(0), zinc(331), zinc(661), zinc(2000), zinc(null)]).toEqual([
        typed[0],
        typed[1],
        typed[2],
        typed[2],
        typed[1],
      ]);
    },
  );

  it("looks iron up by menstruation", () => {
    const iron = (years: number, menstruating: boolean | null) =>
      referenceIntake("iron", { ...agedMonths(years * 12, "female"), menstruating }, CELLS_ON, "dach").target;
    expect([11, 14, 17, 22, 40, 55].map((years) => iron(years, true))).toEqual([16, 16, 16, 16, 16, 16]);
    expect([11, 14, 17, 22, 40, 55, 70].map((years) => iron(years, false))).toEqual([
      14, 11, 11, 11, 14, 14, 14,
    ]);
    expect(iron(70, true)).toBe(14);
  });

  it("cites each source, and says what was read", () => {
    const used = new Set(Object.values(dach.nutrients).map(({ source }) => source));
    expect([...used].sort()).toEqual(Object.keys(dach.sources).sort());
    for (const source of Object.values(dach.sources)) {
      expect(source.url).toMatch(/^https:\/\/www\.dge\.de\/wissenschaft\/referenzwerte\/[a-z-]+\/$/);
      expect(source.read.length).toBeGreaterThan(40);
    }
  });
});
