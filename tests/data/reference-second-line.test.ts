import { describe, expect, it } from "vitest";
import table from "@/data/reference/second-line.json";
import {
  LIFE_STAGE_GROUPS,
  type Profile,
  SECOND_LINE,
  type SecondLineNutrient,
  STANDARDS,
  secondLineReference,
} from "@/lib/nutrition";

/*
 * Issue 11.20 and 11.8. The summary tables of the DRI reports (IOM 1997, 1998, 2001, 2005; NASEM 2019), typed here by
 * hand in the order of the 22 groups. `-` is a cell that the reports leave empty.
 */
const NASEM: Record<string, { rda: string; ai: string; ear: string; limit: string; counts: string | null }> =
  {
    sodium: {
      ear: "-",
      rda: "-",
      ai: "110 370 800 1000  1200 1500 1500 1500 1500 1500  1200 1500 1500 1500 1500 1500  1500 1500 1500  1500 1500 1500",
      limit:
        "- - 1200 1500  1800 2300 2300 2300 2300 2300  1800 2300 2300 2300 2300 2300  2300 2300 2300  2300 2300 2300",
      counts: "total",
    },
    phosphorus: {
      ear: "- - 380 405  1055 1055 580 580 580 580  1055 1055 580 580 580 580  1055 580 580  1055 580 580",
      rda: "- - 460 500  1250 1250 700 700 700 700  1250 1250 700 700 700 700  1250 700 700  1250 700 700",
      ai: "100 275 - -  - - - - - -  - - - - - -  - - -  - - -",
      limit:
        "- - 3000 3000  4000 4000 4000 4000 4000 3000  4000 4000 4000 4000 4000 3000  3500 3500 3500  4000 4000 4000",
      counts: "total",
    },
    copper: {
      ear: "- - .26 .34  .54 .685 .7 .7 .7 .7  .54 .685 .7 .7 .7 .7  .785 .8 .8  .985 1 1",
      rda: "- - .34 .44  .7 .89 .9 .9 .9 .9  .7 .89 .9 .9 .9 .9  1 1 1  1.3 1.3 1.3",
      ai: ".2 .22 - -  - - - - - -  - - - - - -  - - -  - - -",
      limit: "- - 1 3  5 8 10 10 10 10  5 8 10 10 10 10  8 10 10  8 10 10",
      counts: "total",
    },
    manganese: {
      ear: "-",
      rda: "-",
      ai: ".003 .6 1.2 1.5  1.9 2.2 2.3 2.3 2.3 2.3  1.6 1.6 1.8 1.8 1.8 1.8  2 2 2  2.6 2.6 2.6",
      limit: "- - 2 3  6 9 11 11 11 11  6 9 11 11 11 11  9 11 11  9 11 11",
      counts: "total",
    },
    vitaminB12: {
      ear: "- - .7 1  1.5 2 2 2 2 2  1.5 2 2 2 2 2  2.2 2.2 2.2  2.4 2.4 2.4",
      rda: "- - .9 1.2  1.8 2.4 2.4 2.4 2.4 2.4  1.8 2.4 2.4 2.4 2.4 2.4  2.6 2.6 2.6  2.8 2.8 2.8",
      ai: ".4 .5 - -  - - - - - -  - - - - - -  - - -  - - -",
      limit: "-",
      counts: null,
    },
    folate: {
      ear: "- - 120 160  250 330 320 320 320 320  250 330 320 320 320 320  520 520 520  450 450 450",
      rda: "- - 150 200  300 400 400 400 400 400  300 400 400 400 400 400  600 600 600  500 500 500",
      ai: "65 80 - -  - - - - - -  - - - - - -  - - -  - - -",
      limit:
        "- - 300 400  600 800 1000 1000 1000 1000  600 800 1000 1000 1000 1000  800 1000 1000  800 1000 1000",
      counts: "folic-acid",
    },
    vitaminA: {
      ear: "- - 210 275  445 630 625 625 625 625  420 485 500 500 500 500  530 550 550  885 900 900",
      rda: "- - 300 400  600 900 900 900 900 900  600 700 700 700 700 700  750 770 770  1200 1300 1300",
      ai: "400 500 - -  - - - - - -  - - - - - -  - - -  - - -",
      limit:
        "600 600 600 900  1700 2800 3000 3000 3000 3000  1700 2800 3000 3000 3000 3000  2800 3000 3000  2800 3000 3000",
      counts: "retinol",
    },
    vitaminK: {
      ear: "-",
      rda: "-",
      ai: "2 2.5 30 55  60 75 120 120 120 120  60 75 90 90 90 90  75 90 90  75 90 90",
      limit: "-",
      counts: null,
    },
    fibre: {
      ear: "-",
      rda: "-",
      ai: "- - 19 25  31 38 38 38 30 30  26 26 25 25 21 21  28 28 28  29 29 29",
      limit: "-",
      counts: null,
    },
  };

const cells = (line: string): (number | null)[] =>
  line === "-"
    ? Array<null>(22).fill(null)
    : line.split(/\s+/).map((cell) => (cell === "-" ? null : Number(cell)));

/** Somebody in the middle of a life-stage group on 1 July 2026. */
const someoneOf = (key: string): Profile => {
  if (key === "infant-0-6-months") return { birthDate: "2026-04-01", sex: "female", lifeStage: "none" };
  if (key === "infant-7-12-months") return { birthDate: "2025-10-01", sex: "male", lifeStage: "none" };
  const [who = "", from = "", to = ""] = key.split("-");
  const age = Math.floor((Number(from) + (to === "plus" ? 90 : Number(to))) / 2);
  return {
    birthDate: `${2026 - age}-03-10`,
    sex: who === "male" ? "male" : "female",
    lifeStage: who === "pregnancy" ? "pregnant" : who === "lactation" ? "lactating" : "none",
  };
};
const ON = "2026-07-01";

describe("11.20 reference values beside the six, US and Canada", () => {
  it.each(Object.entries(NASEM))("%s: every cell", (nutrient, expected) => {
    const [ear, rda, ai, limit] = [expected.ear, expected.rda, expected.ai, expected.limit].map(cells);
    for (const column of [ear, rda, ai, limit]) expect(column).toHaveLength(22);
    for (const [index, { key }] of LIFE_STAGE_GROUPS.entries()) {
      const found = secondLineReference(nutrient as SecondLineNutrient, someoneOf(key), ON, "nasem");
      const [mean, own, adequate, most] = [ear, rda, ai, limit].map((column) => column?.[index] ?? null);
      expect({ ...found, limit: found.limit?.value ?? null }, key).toMatchObject({
        standard: "nasem",
        ear: mean,
        target: own ?? adequate,
        kind: own !== null ? "RDA" : adequate !== null ? "AI" : null,
        limit: most,
      });
      if (found.limit) {
        expect(found.limit.counts).toBe(expected.counts);
        expect(found.limit.kind).toBe(nutrient === "sodium" ? "CDRR" : "UL");
      }
    }
  });
});

/** EFSA's values by hand: nutrient, sexes, first and last age (`7m` = months), AR, PRI, AI, limit. */
const EFSA = `
  sodium     fm 7m 11m - - 200 -
  sodium     fm 1  3   - - 1100 -
  sodium     fm 4  6   - - 1300 -
  sodium     fm 7  10  - - 1700 -
  sodium     fm 11 99  - - 2000 -
  phosphorus fm 7m 11m - - 160 -
  phosphorus fm 1  3   - - 250 -
  phosphorus fm 4  10  - - 440 -
  phosphorus fm 11 17  - - 640 -
  phosphorus fm 18 99  - - 550 -
  copper     fm 7m 11m - - 0.4 -
  copper     fm 1  2   - - 0.7 1
  copper     fm 3  3   - - 1 1
  copper     fm 4  6   - - 1 2
  copper     fm 7  9   - - 1 3
  copper     m  11 17  - - 1.3 4
  copper     f  11 17  - - 1.1 4
  copper     m  18 99  - - 1.6 5
  copper     f  18 99  - - 1.3 5
  manganese  fm 7m 11m - - - -
  manganese  fm 1  3   - - 0.5 2
  manganese  fm 4  6   - - 1 3
  manganese  fm 7  10  - - 1.5 4
  manganese  fm 11 14  - - 2 5
  manganese  fm 15 17  - - 3 7
  manganese  fm 18 99  - - 3 8
  vitaminB12 fm 7m 11m - - 1.5 -
  vitaminB12 fm 1  6   - - 1.5 -
  vitaminB12 fm 7  10  - - 2.5 -
  vitaminB12 fm 11 14  - - 3.5 -
  vitaminB12 fm 15 99  - - 4 -
  folate     fm 7m 11m - - 80 200
  folate     fm 1  3   90 120 - 200
  folate     fm 4  6   110 140 - 300
  folate     fm 7  10  160 200 - 400
  folate     fm 11 14  210 270 - 600
  folate     fm 15 17  250 330 - 800
  folate     fm 18 99  250 330 - 1000
  vitaminA   fm 7m 11m 190 250 - 600
  vitaminA   fm 1  3   205 250 - 800
  vitaminA   fm 4  6   245 300 - 1100
  vitaminA   fm 7  10  320 400 - 1500
  vitaminA   fm 11 14  480 600 - 2000
  vitaminA   m  15 17  580 750 - 2600
  vitaminA   f  15 17  490 650 - 2600
  vitaminA   m  18 99  570 750 - 3000
  vitaminA   f  18 99  490 650 - 3000
  vitaminK   fm 7m 11m - - 10 -
  vitaminK   fm 1  3   - - 12 -
  vitaminK   fm 4  6   - - 20 -
  vitaminK   fm 7  10  - - 30 -
  vitaminK   fm 11 14  - - 45 -
  vitaminK   fm 15 17  - - 65 -
  vitaminK   fm 18 99  - - 70 -
  fibre      fm 7m 11m - - - -
  fibre      fm 1  3   - - 10 -
  fibre      fm 4  6   - - 14 -
  fibre      fm 7  10  - - 16 -
  fibre      fm 11 14  - - 19 -
  fibre      fm 15 17  - - 21 -
  fibre      fm 18 99  - - 25 -`
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));

/** Pregnancy and lactation at 30 years: target and its kind. */
const MOTHERS: Record<string, [number, number]> = {
  sodium: [2000, 2000],
  phosphorus: [550, 550],
  copper: [1.5, 1.5],
  manganese: [3, 3],
  vitaminB12: [4.5, 5],
  folate: [600, 500],
  vitaminA: [700, 1300],
  vitaminK: [70, 70],
  fibre: [25, 25],
};

const aged = (months: number, sex: Profile["sex"], lifeStage: Profile["lifeStage"] = "none"): Profile => {
  const index = 2026 * 12 + 6 - months;
  return {
    birthDate: `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`,
    sex,
    lifeStage,
  };
};
const monthsOf = (age: string): number => (age.endsWith("m") ? Number.parseInt(age, 10) : Number(age) * 12);
const cell = (text: string | undefined): number | null =>
  text === undefined || text === "-" ? null : Number(text);

describe("11.20 reference values beside the six, EFSA", () => {
  it("holds every value at the first and the last age of each row", () => {
    for (const [nutrient, sexes = "", from = "", to = "", ...values] of EFSA) {
      const [ar = null, pri = null, ai = null, limit = null] = values.map(cell);
      for (const letter of sexes) {
        for (const age of [from, to]) {
          const profile = aged(monthsOf(age), letter === "f" ? "female" : "male");
          const found = secondLineReference(nutrient as SecondLineNutrient, profile, ON, "efsa");
          const named = nutrient === "sodium" && !age.endsWith("m") ? "safe and adequate" : "AI";
          expect(
            { ...found, limit: found.limit?.value ?? null },
            `${nutrient} ${letter} ${age}`,
          ).toMatchObject({
            ear: ar,
            target: pri ?? ai,
            kind: pri !== null ? "PRI" : ai !== null ? named : null,
            limit,
          });
        }
      }
    }
  });

  it.each(Object.entries(MOTHERS))("%s in pregnancy and lactation", (nutrient, [pregnant, lactating]) => {
    const at = (lifeStage: Profile["lifeStage"]) =>
      secondLineReference(nutrient as SecondLineNutrient, aged(360, "female", lifeStage), ON, "efsa");
    expect(at("pregnant").target).toBe(pregnant);
    expect(at("lactating").target).toBe(lactating);
  });

  it("sets no limit of copper in pregnancy and lactation", () => {
    for (const lifeStage of ["pregnant", "lactating"] as const) {
      expect(secondLineReference("copper", aged(360, "female", lifeStage), ON, "efsa").limit).toBeNull();
    }
  });
});

describe("11.20 another authority", () => {
  it("gives its own values of vitamins D and C, and NASEM's of the others, and says whose they are", () => {
    for (const standard of STANDARDS.filter((other) => other !== "nasem" && other !== "efsa")) {
      for (const nutrient of SECOND_LINE) {
        const found = secondLineReference(nutrient, aged(480, "female"), ON, standard);
        const own = nutrient === "vitaminD" || nutrient === "vitaminC";
        expect(found.standard, nutrient).toBe(own ? standard : "nasem");
        if (!own) expect(found).toEqual(secondLineReference(nutrient, aged(480, "female"), ON, "nasem"));
      }
    }
  });
});

describe("the table", () => {
  it("cites every source it has, each with a DOI or an official address, and only those", () => {
    const cited = [
      ...Object.values(table.nasem).map(({ source }) => source),
      ...Object.values(table.efsa).flatMap(({ source, limit }) => [source, ...(limit ? [limit.source] : [])]),
    ];
    expect([...new Set(cited)].toSorted()).toEqual(Object.keys(table.sources).toSorted());
    for (const { url } of Object.values(table.sources)) {
      expect(url).toMatch(/^https:\/\/(doi\.org\/10\.|www\.efsa\.europa\.eu\/)/);
    }
  });

  it("says of every unchecked cell that it is one, where the value is shown", () => {
    for (const [nutrient, { unchecked }] of Object.entries(table.efsa)) {
      const { note } = secondLineReference(nutrient as SecondLineNutrient, aged(120, "male"), ON, "efsa");
      if (unchecked !== null) expect(note).toContain(unchecked);
    }
  });

  it("has a reference of every second-line nutrient, in the unit of its amounts", () => {
    for (const nutrient of SECOND_LINE) {
      for (const standard of ["nasem", "efsa"] as const) {
        const found = secondLineReference(nutrient, aged(480, "female"), ON, standard);
        expect(found.target, nutrient).toBeGreaterThan(0);
        expect(found.group).not.toBeNull();
      }
    }
  });
});
