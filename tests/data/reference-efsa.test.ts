import { describe, expect, it } from "vitest";
import efsa from "@/data/reference/efsa.json";
import {
  addDays,
  type LifeStage,
  type Profile,
  REFERENCE_NUTRIENTS,
  type ReferenceNutrient,
  referenceIntake,
  type Sex,
} from "@/lib/nutrition";

/** Somebody who turned `years` old (or `months` months) on 1 July 2026. */
const aged = (age: { years?: number; months?: number }, sex: Sex, lifeStage: LifeStage = "none"): Profile => {
  const months = (age.years ?? 0) * 12 + (age.months ?? 0);
  const index = 2026 * 12 + 6 - months;
  const birthDate = `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;
  return { birthDate, sex, lifeStage };
};
const ON = "2026-07-01";

/**
 * EFSA's values, typed here by hand from the opinions (see the sources in efsa.json):
 * nutrient, sexes, first and last completed year of age (`7m` = months), AR, PRI, AI.
 */
const CELLS = `
  magnesium  fm 7m  11m  - - 80
  magnesium  fm 1   2    - - 170
  magnesium  fm 3   9    - - 230
  magnesium  m  10  17   - - 300
  magnesium  f  10  17   - - 250
  magnesium  m  18  99   - - 350
  magnesium  f  18  99   - - 300
  potassium  fm 7m  11m  - - 750
  potassium  fm 1   3    - - 800
  potassium  fm 4   6    - - 1100
  potassium  fm 7   10   - - 1800
  potassium  fm 11  14   - - 2700
  potassium  fm 15  99   - - 3500
  selenium   fm 7m  11m  - - 15
  selenium   fm 1   3    - - 15
  selenium   fm 4   6    - - 20
  selenium   fm 7   10   - - 35
  selenium   fm 11  14   - - 55
  selenium   fm 15  99   - - 70
  calcium    fm 7m  11m  - - 280
  calcium    fm 1   3    390 450 -
  calcium    fm 4   10   680 800 -
  calcium    fm 11  17   960 1150 -
  calcium    fm 18  24   860 1000 -
  calcium    fm 25  99   750 950 -
  iron       fm 7m  11m  8 11 -
  iron       fm 1   6    5 7 -
  iron       fm 7   11   8 11 -
  iron       m  12  17   8 11 -
  iron       f  12  17   7 13 -
  iron       m  18  99   6 11 -
  iron       f  18  50   7 16 -
  iron       f  51  99   6 11 -
  zinc       fm 7m  11m  2.4 2.9 -
  zinc       fm 1   3    3.6 4.3 -
  zinc       fm 4   6    4.6 5.5 -
  zinc       fm 7   10   6.2 7.4 -
  zinc       fm 11  14   8.9 10.7 -
  zinc       m  15  17   11.8 14.2 -
  zinc       f  15  17   9.9 11.9 -
  vitaminD   fm 7m  11m  - - 10
  vitaminD   fm 1   99   - - 15
  vitaminC   fm 7m  11m  - 20 -
  vitaminC   fm 1   3    15 20 -
  vitaminC   fm 4   6    25 30 -
  vitaminC   fm 7   10   40 45 -
  vitaminC   fm 11  14   60 70 -
  vitaminC   m  15  17   85 100 -
  vitaminC   f  15  17   75 90 -
  vitaminC   m  18  99   90 110 -
  vitaminC   f  18  99   80 95 -`;

/** Pregnancy, then lactation, at 30 years: AR, PRI, AI. */
const MOTHERS: Record<ReferenceNutrient, [string, string]> = {
  magnesium: ["- - 300", "- - 300"],
  potassium: ["- - 3500", "- - 4000"],
  selenium: ["- - 70", "- - 85"],
  calcium: ["750 950 -", "750 950 -"],
  iron: ["7 16 -", "7 16 -"],
  // At 900 mg of phytate: 8.9 + 1.3, 11.0 + 1.6; 8.9 + 2.4, 11.0 + 2.9.
  zinc: ["10.2 12.6 -", "11.3 13.9 -"],
  vitaminD: ["- - 15", "- - 15"],
  vitaminC: ["- 105 -", "140 155 -"],
};

/** Upper limits: first and last year of age, value. Iron is EFSA's "safe level". */
const LIMITS = `
  magnesium 4 99 250
  calcium 18 99 2500
  selenium 1 3 70
  selenium 4 6 95
  selenium 7 10 130
  selenium 11 14 180
  selenium 15 17 230
  selenium 18 99 255
  iron 1 3 10
  iron 4 6 15
  iron 7 10 20
  iron 11 14 30
  iron 15 17 35
  iron 18 99 40
  zinc 1 3 7
  zinc 4 6 10
  zinc 7 10 13
  zinc 11 14 18
  zinc 15 17 22
  zinc 18 99 25
  vitaminD 1 10 50
  vitaminD 11 99 100`;

const rows = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
const cell = (text: string | undefined) => (text === "-" || text === undefined ? null : Number(text));
const check = (nutrient: ReferenceNutrient, profile: Profile, expected: readonly (string | undefined)[]) => {
  const [ar = null, pri = null, ai = null] = expected.map(cell);
  const found = referenceIntake(nutrient, profile, ON, "efsa");
  const label = `${nutrient} ${profile.sex} ${profile.lifeStage} ${profile.birthDate}`;
  if (ar === null) expect(found.ear, label).toBeNull();
  else expect(found.ear, label).toBeCloseTo(ar, 10);
  const target = pri ?? ai;
  if (target === null) expect(found.target, label).toBeNull();
  else expect(found.target, label).toBeCloseTo(target, 10);
  expect(found.kind, label).toBe(pri !== null ? "PRI" : ai !== null ? "AI" : null);
};

describe("the EFSA table", () => {
  it("holds every AR, PRI and AI, at the first and the last age of each row", () => {
    for (const [nutrient, sexes = "", from = "", to = "", ...values] of rows(CELLS)) {
      const age = (text: string) =>
        text.endsWith("m") ? { months: Number.parseInt(text, 10) } : { years: Number(text) };
      for (const letter of sexes) {
        const sex: Sex = letter === "f" ? "female" : "male";
        check(nutrient as ReferenceNutrient, aged(age(from), sex), values);
        check(nutrient as ReferenceNutrient, aged(age(to), sex), values);
      }
    }
  });

  it("holds every value of pregnancy and lactation", () => {
    for (const nutrient of REFERENCE_NUTRIENTS) {
      const [pregnant, lactating] = MOTHERS[nutrient];
      check(nutrient, aged({ years: 30 }, "female", "pregnant"), pregnant.split(" "));
      check(nutrient, aged({ years: 30 }, "female", "lactating"), lactating.split(" "));
    }
    check("calcium", aged({ years: 20 }, "female", "pregnant"), ["860", "1000", "-"]);
    check("calcium", aged({ years: 20 }, "female", "lactating"), ["860", "1000", "-"]);
  });

  it("holds every upper limit, with its scope", () => {
    for (const [nutrient, from = "", to = "", value] of rows(LIMITS)) {
      for (const years of [Number(from), Number(to)]) {
        const found = referenceIntake(nutrient as ReferenceNutrient, aged({ years }, "male"), ON, "efsa");
        expect(found.ul, `${nutrient} at ${years}`).toBe(Number(value));
        expect(found.ulScope).toBe(nutrient === "magnesium" ? "supplements" : "total");
        expect(found.ulKind).toBe(nutrient === "iron" ? "safe level" : "UL");
        expect(found.ulSource).not.toBeNull();
      }
    }
  });

  it("sets no limit where EFSA sets none", () => {
    for (const nutrient of ["potassium", "vitaminC"] as const) {
      expect(referenceIntake(nutrient, aged({ years: 40 }, "female"), ON, "efsa").ul).toBeNull();
    }
    expect(referenceIntake("magnesium", aged({ years: 3 }, "female"), ON, "efsa").ul).toBeNull();
    expect(referenceIntake("calcium", aged({ years: 17 }, "female"), ON, "efsa").ul).toBeNull();
  });

  it("knows the limits of infants", () => {
    const at = (nutrient: ReferenceNutrient, months: number) => {
      const { ul, ulScope } = referenceIntake(nutrient, aged({ months }, "female"), ON, "efsa");
      return { ul, ulScope };
    };
    expect(at("selenium", 3)).toEqual({ ul: null, ulScope: null });
    expect(at("selenium", 4)).toEqual({ ul: 45, ulScope: "total" });
    expect(at("selenium", 7)).toEqual({ ul: 55, ulScope: "total" });
    expect(at("iron", 4)).toEqual({ ul: 5, ulScope: "supplements" });
    expect(at("iron", 11)).toEqual({ ul: 5, ulScope: "supplements" });
    expect(at("vitaminD", 0)).toEqual({ ul: 25, ulScope: "total" });
    expect(at("vitaminD", 7)).toEqual({ ul: 35, ulScope: "total" });
  });

  it("has no target before seven months", () => {
    for (const nutrient of REFERENCE_NUTRIENTS) {
      const found = referenceIntake(nutrient, aged({ months: 6 }, "male"), ON, "efsa");
      expect(found.target).toBeNull();
      expect(found.kind).toBeNull();
      expect(found.note).toMatch(/no value for this age/);
    }
  });

  it("gives adult zinc at the four phytate levels", () => {
    const levels = {
      300: [7.5, 9.4, 6.2, 7.5],
      600: [9.3, 11.7, 7.6, 9.3],
      900: [11, 14, 8.9, 11],
      1200: [12.7, 16.3, 10.2, 12.7],
    };
    for (const [phytate, [maleAr, malePri, femaleAr, femalePri]] of Object.entries(levels)) {
      const zinc = (sex: Sex, phytateMg: number | null) =>
        referenceIntake("zinc", aged({ years: 40 }, sex), ON, "efsa", { phytateMg });
      expect(zinc("male", Number(phytate))).toMatchObject({ ear: maleAr, target: malePri });
      expect(zinc("female", Number(phytate))).toMatchObject({ ear: femaleAr, target: femalePri });
    }
  });

  it("interpolates zinc between levels, keeps the nearest outside, and assumes 900 mg when unknown", () => {
    const man = aged({ years: 40 }, "male");
    const zinc = (phytateMg: number | null) => referenceIntake("zinc", man, ON, "efsa", { phytateMg });
    expect(zinc(450).ear).toBeCloseTo((7.5 + 9.3) / 2, 10);
    expect(zinc(0).ear).toBe(7.5);
    expect(zinc(0).note).toMatch(/nearest is used/);
    expect(zinc(3000).target).toBe(16.3);
    expect(zinc(null)).toMatchObject({ ear: 11, target: 14 });
    expect(zinc(null).note).toMatch(/Amirabdollahian/);
    expect(() => zinc(-1)).toThrow(RangeError);
    expect(() => zinc(Number.NaN)).toThrow(RangeError);
  });

  it("never lowers a target because the mother is young", () => {
    const young = aged({ years: 16 }, "female", "pregnant");
    const peer = aged({ years: 16 }, "female");
    for (const nutrient of REFERENCE_NUTRIENTS) {
      const mother = referenceIntake(nutrient, young, ON, "efsa", { phytateMg: 900 });
      const girl = referenceIntake(nutrient, peer, ON, "efsa", { phytateMg: 900 });
      expect(mother.target ?? 0, nutrient).toBeGreaterThanOrEqual(girl.target ?? 0);
      expect(mother.note).toMatch(/from 18 years/);
    }
  });

  it("has a source for every row, and no gap between the ages of a nutrient", () => {
    for (const nutrient of REFERENCE_NUTRIENTS) {
      const table = efsa.nutrients[nutrient];
      expect(Object.keys(efsa.sources)).toContain(table.source);
      if (table.upperLimit.source) expect(Object.keys(efsa.sources)).toContain(table.upperLimit.source);
      for (const sex of ["female", "male"] as const) {
        for (let months = 7; months < 100 * 12; months += 1) {
          expect(
            referenceIntake(nutrient, aged({ months }, sex), ON, "efsa").target,
            `${nutrient} ${sex} ${months} months`,
          ).not.toBeNull();
        }
      }
    }
  });

  it("changes on the birthday", () => {
    const profile = aged({ years: 18 }, "male");
    expect(referenceIntake("magnesium", profile, ON, "efsa").target).toBe(350);
    expect(referenceIntake("magnesium", profile, addDays(ON, -1), "efsa").target).toBe(300);
  });
});
