import { describe, expect, it } from "vitest";
import { LIFE_STAGE_GROUPS, type Profile, REFERENCE_NUTRIENTS, referenceIntake } from "@/lib/nutrition";

/**
 * The summary tables of the DRI reports (IOM 1997, 2000, 2001, 2011; NASEM 2019), typed here by hand and
 * not read from `data/reference`. One line a group, in the reports' order. `-` is a cell that the reports
 * leave empty ("ND" for an upper limit).
 */
const GROUPS = `
  infant-0-6-months infant-7-12-months child-1-3 child-4-8
  male-9-13 male-14-18 male-19-30 male-31-50 male-51-70 male-71-plus
  female-9-13 female-14-18 female-19-30 female-31-50 female-51-70 female-71-plus
  pregnancy-14-18 pregnancy-19-30 pregnancy-31-50
  lactation-14-18 lactation-19-30 lactation-31-50`
  .trim()
  .split(/\s+/);

const EAR = {
  magnesium: "- - 65 110  200 340 330 350 350 350  200 300 255 265 265 265  335 290 300  300 255 265",
  zinc: "- 2.5 2.5 4  7 8.5 9.4 9.4 9.4 9.4  7 7.3 6.8 6.8 6.8 6.8  10.5 9.5 9.5  10.9 10.4 10.4",
  // Pregnancy and lactation 14–18: 1100, see the note in dri.json; the report's summary table prints 1000.
  calcium: "- - 500 800  1100 1100 800 800 800 1000  1100 1100 800 800 1000 1000  1100 800 800  1100 800 800",
  iron: "- 6.9 3.0 4.1  5.9 7.7 6 6 6 6  5.7 7.9 8.1 8.1 5 5  23 22 22  7 6.5 6.5",
  selenium: "- - 17 23  35 45 45 45 45 45  35 45 45 45 45 45  49 49 49  59 59 59",
  potassium: "- - - -  - - - - - -  - - - - - -  - - -  - - -",
  vitaminD: "- - 10 10  10 10 10 10 10 10  10 10 10 10 10 10  10 10 10  10 10 10",
  vitaminC: "- - 13 22  39 63 75 75 75 75  39 56 60 60 60 60  66 70 70  96 100 100",
};
const RDA = {
  magnesium: "- - 80 130  240 410 400 420 420 420  240 360 310 320 320 320  400 350 360  360 310 320",
  zinc: "- 3 3 5  8 11 11 11 11 11  8 9 8 8 8 8  12 11 11  13 12 12",
  calcium:
    "- - 700 1000  1300 1300 1000 1000 1000 1200  1300 1300 1000 1000 1200 1200  1300 1000 1000  1300 1000 1000",
  iron: "- 11 7 10  8 11 8 8 8 8  8 15 18 18 8 8  27 27 27  10 9 9",
  selenium: "- - 20 30  40 55 55 55 55 55  40 55 55 55 55 55  60 60 60  70 70 70",
  potassium: "- - - -  - - - - - -  - - - - - -  - - -  - - -",
  vitaminD: "- - 15 15  15 15 15 15 15 20  15 15 15 15 15 20  15 15 15  15 15 15",
  vitaminC: "- - 15 25  45 75 90 90 90 90  45 65 75 75 75 75  80 85 85  115 120 120",
};
const AI = {
  magnesium: "30 75 - -  - - - - - -  - - - - - -  - - -  - - -",
  zinc: "2 - - -  - - - - - -  - - - - - -  - - -  - - -",
  calcium: "200 260 - -  - - - - - -  - - - - - -  - - -  - - -",
  iron: "0.27 - - -  - - - - - -  - - - - - -  - - -  - - -",
  selenium: "15 20 - -  - - - - - -  - - - - - -  - - -  - - -",
  potassium:
    "400 860 2000 2300  2500 3000 3400 3400 3400 3400  2300 2300 2600 2600 2600 2600  2600 2900 2900  2500 2800 2800",
  vitaminD: "10 10 - -  - - - - - -  - - - - - -  - - -  - - -",
  vitaminC: "40 50 - -  - - - - - -  - - - - - -  - - -  - - -",
};
const UL = {
  magnesium: "- - 65 110  350 350 350 350 350 350  350 350 350 350 350 350  350 350 350  350 350 350",
  zinc: "4 5 7 12  23 34 40 40 40 40  23 34 40 40 40 40  34 40 40  34 40 40",
  calcium:
    "1000 1500 2500 2500  3000 3000 2500 2500 2000 2000  3000 3000 2500 2500 2000 2000  3000 2500 2500  3000 2500 2500",
  iron: "40 40 40 40  40 45 45 45 45 45  40 45 45 45 45 45  45 45 45  45 45 45",
  selenium: "45 60 90 150  280 400 400 400 400 400  280 400 400 400 400 400  400 400 400  400 400 400",
  potassium: "- - - -  - - - - - -  - - - - - -  - - -  - - -",
  vitaminD: "25 38 63 75  100 100 100 100 100 100  100 100 100 100 100 100  100 100 100  100 100 100",
  vitaminC:
    "- - 400 650  1200 1800 2000 2000 2000 2000  1200 1800 2000 2000 2000 2000  1800 2000 2000  1800 2000 2000",
};
const YEAR = {
  magnesium: 1997,
  zinc: 2001,
  calcium: 2011,
  iron: 2001,
  selenium: 2000,
  potassium: 2019,
  vitaminD: 2011,
  vitaminC: 2000,
};

const cells = (line: string) => line.split(/\s+/).map((cell) => (cell === "-" ? null : Number(cell)));

/** Somebody of the group on 1 July 2026, in the middle of its ages. */
const someoneOf = (key: string): { profile: Profile; onDate: string } => {
  const onDate = "2026-07-01";
  if (key === "infant-0-6-months") {
    return { profile: { birthDate: "2026-04-01", sex: "female", lifeStage: "none" }, onDate };
  }
  if (key === "infant-7-12-months") {
    return { profile: { birthDate: "2025-10-01", sex: "male", lifeStage: "none" }, onDate };
  }
  const [who = "", from = "", to = ""] = key.split("-");
  const age = Math.floor((Number(from) + (to === "plus" ? 90 : Number(to))) / 2);
  return {
    profile: {
      birthDate: `${2026 - age}-03-10`,
      sex: who === "male" ? "male" : "female",
      lifeStage: who === "pregnancy" ? "pregnant" : who === "lactation" ? "lactating" : "none",
    },
    onDate,
  };
};

describe("the DRI table", () => {
  it("has the 22 groups of the reports, in their order", () => {
    expect(LIFE_STAGE_GROUPS.map((group) => group.key)).toEqual(GROUPS);
  });

  it("leaves no age of either sex without a group, and none with two", () => {
    for (const sex of ["female", "male"] as const) {
      for (let months = 0; months < 120 * 12; months += 1) {
        const fitting = LIFE_STAGE_GROUPS.filter(
          (group) =>
            group.lifeStage === "none" &&
            (group.sex === null || group.sex === sex) &&
            months >= group.fromMonths &&
            (group.untilMonths === null || months < group.untilMonths),
        );
        expect(fitting, `${sex}, ${months} months`).toHaveLength(1);
      }
    }
  });

  it.each(REFERENCE_NUTRIENTS)("%s: every cell, its source and year", (nutrient) => {
    const expected = {
      ear: cells(EAR[nutrient]),
      rda: cells(RDA[nutrient]),
      ai: cells(AI[nutrient]),
      ul: cells(UL[nutrient]),
    };
    for (const column of Object.values(expected)) expect(column).toHaveLength(22);
    for (const [i, key] of GROUPS.entries()) {
      const { profile, onDate } = someoneOf(key);
      const found = referenceIntake(nutrient, profile, onDate, "nasem");
      const rda = expected.rda[i] ?? null;
      const ai = expected.ai[i] ?? null;
      expect(
        {
          group: found.group?.key,
          ear: found.ear,
          target: found.target,
          kind: found.kind,
          ul: found.ul,
          scope: found.ulScope,
          year: found.year,
        },
        key,
      ).toEqual({
        group: key,
        ear: expected.ear[i] ?? null,
        target: rda ?? ai,
        kind: rda === null ? (ai === null ? null : "AI") : "RDA",
        ul: expected.ul[i] ?? null,
        scope: expected.ul[i] === null ? null : nutrient === "magnesium" ? "supplements" : "total",
        year: YEAR[nutrient],
      });
      expect(found.source.url).toMatch(/^https:\/\/doi\.org\/10\.17226\/\d+$/);
      expect(found.source.citation).toContain(String(YEAR[nutrient]));
    }
  });
});
