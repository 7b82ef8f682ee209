import { describe, expect, it } from "vitest";
import energyNeeds from "@/data/reference/energy-needs.json";
import ironRequirement from "@/data/reference/iron-requirement.json";
import withinPersonSd from "@/data/reference/within-person-sd.json";
import { adequacyOf, ironDistributionOf, type Profile, referenceIntake } from "@/lib/nutrition";
import { days, ON, person } from "../support/nutrition";

const teen = (sex: "female" | "male"): Profile => ({ birthDate: "2010-01-01", sex, lifeStage: "none" });
const ironOf = (sex: "female" | "male") =>
  adequacyOf(referenceIntake("iron", teen(sex), ON, "nasem"), days(14, { iron: 12 }), person(teen(sex), 16));

describe("11.15: distributions and spreads are labelled as what they are", () => {
  it("girls of 14 to 18: a table of another report, converted; boys: derived; adults: published", () => {
    const basisOf = (profile: Profile) => {
      const reference = referenceIntake("iron", profile, ON, "nasem");
      return ironDistributionOf(reference)?.basis;
    };
    expect(basisOf(teen("female"))).toBe("converted");
    expect(basisOf(teen("male"))).toBe("derived");
    expect(basisOf({ ...teen("female"), birthDate: "1986-01-01" })).toBe("published");
    expect(ironOf("female").caveats).toContain("iron-distribution-converted");
    expect(ironOf("male").caveats).toContain("iron-distribution-derived");
  });
  it("a converted table is not the report's: its median and 97.5th percentile differ from EAR and RDA", () => {
    for (const { key, rows, values, basis } of ironRequirement.columns) {
      if (!rows.some((row) => row.endsWith("14-18"))) continue;
      expect([key, basis]).toEqual([key, "converted"]);
      const { ear, published } = referenceIntake("iron", teen("female"), ON, "nasem");
      expect(values[6]).not.toBeCloseTo(ear ?? Number.NaN, 1);
      expect(values[12]).not.toBeCloseTo(published.target ?? Number.NaN, 1);
    }
  });
  it("under 19 the spread is the adults' share of the mean, and says so", () => {
    expect(ironOf("female").usual.sdWithin).toMatchObject({ basis: "estimated", checked: false });
    expect(ironOf("female").caveats).toContain("sd-within-estimated");
    expect(withinPersonSd.rows.every(({ fromYears }) => fromYears >= 19)).toBe(true);
  });
});

describe("tables of the energy that people use", () => {
  it("cover every age from 14 years for both sexes, once", () => {
    const { basal, referenceWeight } = energyNeeds.plausibility;
    for (const rows of [energyNeeds.rows, basal.rows, referenceWeight.rows])
      for (const sex of ["female", "male"])
        for (let age = 14; age <= 100; age += 1) {
          const found = rows.filter(
            (row) =>
              row.sex === sex && age >= row.fromYears && (row.untilYears === null || age < row.untilYears),
          );
          expect(found, `${sex} ${age}`).toHaveLength(1);
        }
  });
});
